// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/accountscard.h"

#include "app/operations/operation.h"
#include "ui/casefile/accountrow.h"
#include "ui/casefile/accountstate.h"
#include "ui/common/build.h"
#include "ui/common/format.h"
#include "ui/common/smallparts.h"
#include "ui/theme/theme.h"

#include <QVariant>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualRows = 5, fewestRows = 1;
constexpr int headingWidth = 540, rowWidth = 440, actionsWidth = 340; // below, each takes more lines

bool matches(const Account &account, const QString &filter)
{
    const QString all
        = account.identifiant + u' ' + account.firstName + u' ' + account.lastName + u' ' + account.emailMasked;
    return all.contains(filter, Qt::CaseInsensitive);
}

QString nobodyText(const Establishment &establishment)
{
    if (establishment.registeredAt.isValid())
        return AccountsCard::tr("Personne n’est encore habilité sur cet établissement, pourtant inscrit.");
    if (establishment.registrationRequestedAt.isValid())
        return AccountsCard::tr(
            "Personne n’est encore habilité : l’inscription demandée n’a pas encore donné de compte.");
    return AccountsCard::tr(
        "Personne n’est habilité sur cet établissement : l’inscription reste à faire sur l’extranet.");
}

} // namespace

AccountsCard::AccountsCard(QWidget *parent)
    : Section(u"accountsCard"_s, parent),
      m_reassign(
          makeButton(tr("Changer le référent…"), {.name = u"changeReferent"_s, .small = true, .enter = true}, this)),
      m_create(makeButton(tr("Créer un compte…"), {.name = u"createAccount"_s, .small = true, .enter = true}, this)),
      m_filter(named(new QLineEdit(this), u"accountsFilter"_s)),
      m_more(named(new LinkButton({}, this), u"accountsMore"_s)), m_none(makeWords("secondary", this)),
      m_rows(makeColumn(0)), m_pool(m_rows)
{
    for (const auto &[button, kind] :
         {std::pair(m_reassign, OperationKind::ReassignReferent), std::pair(m_create, OperationKind::CreateAccount)}) {
        addAction(button);
        connect(button, &QPushButton::clicked, this, [this, kind = QString(kind)] { Q_EMIT changeWanted(kind); });
    }
    m_filter->setPlaceholderText(tr("Filtrer les comptes"));
    m_filter->setAccessibleName(tr("Filtrer les comptes"));
    m_filter->setClearButtonEnabled(true);
    m_filter->hide();
    body()->setSpacing(4);
    addCells(body(), {m_filter, m_rows, m_none, m_more});
    connect(m_filter, &QLineEdit::textChanged, this, [this] { arrange(m_now, *m_revealed); });
    connect(m_more, &LinkButton::clicked, this, [this] {
        m_expanded = !m_expanded;
        m_filter->setVisible(m_expanded);
        if (m_expanded)
            m_filter->setFocus();
        else
            m_filter->clear();
        arrange(m_now, *m_revealed);
    });
}

void AccountsCard::setFile(const CallerFile &file, const QDateTime &now, const Revealed &revealed, bool another)
{
    m_accounts = file.accounts;
    m_file.subject = file.subject;
    m_file.requests = file.requests;
    m_total = int(qMax(qsizetype(file.accountsTotal), m_accounts.size()));
    m_establishment = file.subject == CallerFile::Subject::Establishment;
    m_revealed = &revealed;
    if (another) {
        m_expanded = false;
        m_shown.clear();
        m_results.clear();
        const QSignalBlocker quiet(m_filter);
        m_filter->clear();
        m_filter->hide();
    }
    m_none->setVisible(m_accounts.isEmpty());
    m_none->setText(nobodyText(file.establishment));
    setTitle(m_establishment ? tr("Comptes") : tr("Compte"));
    if (m_total == 0)
        setNote(tr("aucun compte"));
    else if (m_total == 1)
        setNote(QString());
    else
        setNote(tr("%1 · référent en premier").arg(m_total));
    arrange(now, revealed);
}

QList<AccountId> AccountsCard::wantedRows(const QDateTime &now) const
{
    QList<AccountId> ids;
    const int few = m_few;
    if (m_expanded || m_accounts.size() <= few) {
        for (const Account &account : m_accounts) {
            if (!m_expanded || matches(account, m_filter->text().trimmed()))
                ids << account.id;
        }
        return ids;
    }
    // The caller's account and the referent always, then the most troubled; those already shown stay.
    QList<const Account *> ranked;
    for (const Account &account : m_accounts)
        ranked << &account;
    const auto rank = [&](const Account *account) {
        return (m_selected == account->id ? 100'000 : 0) + (m_shown.contains(account->id) ? 50'000 : 0)
            + (account->isReferent() ? 10'000 : 0) + trouble(*account, now);
    };
    std::stable_sort(ranked.begin(), ranked.end(), [&rank](const auto *a, const auto *b) { return rank(a) > rank(b); });
    const QList<const Account *> best = ranked.mid(0, few);
    for (const Account &account : m_accounts) {
        if (best.contains(&account))
            ids << account.id;
    }
    return ids;
}

AccountRow *AccountsCard::newRow()
{
    auto *row = new AccountRow(this);
    connect(row, &AccountRow::chosen, this, &AccountsCard::chosen);
    connect(row, &AccountRow::operationWanted, this, &AccountsCard::operationWanted);
    connect(row, &AccountRow::revealWanted, this, &AccountsCard::revealWanted);
    connect(row, &AccountRow::narrowed, this, &AccountsCard::arrangeAgain, Qt::QueuedConnection);
    connect(row, &AccountRow::stepWanted, this, [this, row](int by) { step(row, by); });
    return row;
}

void AccountsCard::arrange(const QDateTime &now, const Revealed &revealed)
{
    m_now = now;
    showChanges();
    const QList<AccountId> ids = wantedRows(now);
    if (!m_expanded)
        m_shown = ids;
    m_pool.arrange(
        ids, [this] { return newRow(); }, [](AccountRow *row) { row->setResult({}); });
    applyDensity();
    bool first = true;
    for (const AccountId &id : ids) {
        AccountRow *row = m_pool.row(id);
        const auto account
            = std::find_if(m_accounts.cbegin(), m_accounts.cend(), [&id](const Account &a) { return a.id == id; });
        row->setSelected(m_selected == id);
        row->setAccount(*account, now, revealed, m_establishment);
        row->setFirst(first);
        row->setResult(m_results.value(id));
        first = false;
    }
    showMore();
}

void AccountsCard::arrangeAgain()
{
    if (m_revealed)
        arrange(m_now, *m_revealed);
}

void AccountsCard::setConnected(bool connected)
{
    m_connected = connected;
    showChanges();
}

void AccountsCard::showChanges()
{
    for (const auto &[button, kind] :
         {std::pair(m_reassign, OperationKind::ReassignReferent), std::pair(m_create, OperationKind::CreateAccount)}) {
        const QString why = whyNoChange(kind, m_file, m_now, m_connected);
        if (button->property("why").toString() == why && button->property("why").isValid())
            continue; // a refresh that changes nothing must not disturb a button being pressed
        button->setProperty("why", why);
        setBlocked(button, why);
    }
}

void AccountsCard::showMore()
{
    const int hidden = m_total - m_few;
    m_more->setVisible(hidden > 0);
    if (hidden <= 0)
        return;
    if (!m_expanded) {
        m_more->setText(hidden == 1 ? tr("et 1 autre compte") : tr("et %1 autres comptes").arg(hidden));
        return;
    }
    const int unsent = m_total - int(m_accounts.size());
    m_more->setText(unsent > 0 ? tr("en montrer moins (%1 autres comptes se trouvent par la recherche)").arg(unsent)
                               : tr("en montrer moins"));
}

void AccountsCard::applyDensity()
{
    for (AccountRow *row : m_pool.rows()) {
        row->setCompact(m_compact && m_selected != row->accountId());
        row->setStacked(m_stacked);
    }
}

void AccountsCard::setRoom(int width)
{
    stackActions(width < headingWidth, width < actionsWidth);
    m_stacked = width < rowWidth;
    applyDensity();
}

void AccountsCard::setSelected(std::optional<AccountId> id)
{
    m_selected = id;
    arrangeAgain();
}

void AccountsCard::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    arrangeAgain();
}

void AccountsCard::setFewest(bool fewest)
{
    const int few = fewest ? fewestRows : usualRows;
    if (few == m_few)
        return;
    m_few = few;
    m_shown.clear();
    arrangeAgain();
}

QDateTime AccountsCard::nextChange(const QDateTime &now) const
{
    QList<QDateTime> moments;
    for (const Account &account : m_accounts)
        moments << nextAccountChange(account, now);
    return nextOf(moments, now);
}

void AccountsCard::setResult(AccountId id, const QString &sentence)
{
    m_results.insert(id, sentence);
    if (AccountRow *row = m_pool.row(id))
        row->setResult(sentence);
}

void AccountsCard::step(AccountRow *from, int by)
{
    const QList<AccountRow *> rows = m_pool.rows();
    const qsizetype at = rows.indexOf(from) + by;
    if (at < 0 || at >= rows.size())
        return;
    rows.at(at)->setFocus(Qt::TabFocusReason);
    Q_EMIT chosen(rows.at(at)->accountId());
}

} // namespace desk
