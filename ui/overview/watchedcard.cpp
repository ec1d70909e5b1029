// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/overview/watchedcard.h"

#include "app/core/clock.h"
#include "app/core/documentkeys.h"
#include "app/core/siret.h"
#include "app/operations/operation.h"
#include "app/settings/appsettings.h"
#include "app/supervision/supervisionkind.h"
#include "ui/common/banner.h"
#include "ui/common/build.h"
#include "ui/common/format.h"
#include "ui/overview/overviewtexts.h"
#include "ui/overview/reasonpanel.h"
#include "ui/supervision/inplaceoperation.h"
#include "ui/supervision/linelist.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QJsonObject>
#include <QTimer>
#include <QVariant>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageRows = 100, mostRows = 200;
constexpr int listsInARow = 3;

QString subjectOf(WatchList list, qint64 id)
{
    return codeOf(list) + u'/' + QString::number(id);
}

} // namespace

WatchedCard::WatchedCard(const UiServices &services, QWidget *parent)
    : Card(tr("Comptes à surveiller"), parent), m_services(services),
      m_page(new Reader<WatchedPage>(
          services.session, u"page"_s,
          [this, &store = services.overview] { return store.watched(m_list, m_from, m_limit); }, this)),
      m_choice(new QButtonGroup(this)), m_accounts(new LineList(services.settings,
                                                                {.name = u"watchedTable"_s,
                                                                 .title = tr("Comptes à surveiller"),
                                                                 .columns = {{tr("Établissement")},
                                                                             {tr("Identifiant"), 104},
                                                                             {tr("Depuis"), 82},
                                                                             {tr("État"), 128},
                                                                             {tr("Détail"), 104}}},
                                                                this)),
      m_actions(new QWidget(this)),
      m_open(makeButton(tr("Ouvrir le dossier"), {.name = u"watchedOpen"_s, .small = true, .enter = true}, m_actions)),
      m_unlock(makeButton(tr("Débloquer…"), {.name = u"watchedUnlock"_s, .small = true, .enter = true}, m_actions)),
      m_resend(makeButton(tr("Renvoyer la confirmation…"), {.name = u"watchedResend"_s, .small = true, .enter = true},
                          m_actions)),
      m_again(
          makeButton(tr("Renvoyer le courriel"), {.name = u"watchedAgain"_s, .small = true, .enter = true}, m_actions)),
      m_reason(new ReasonPanel(this)), m_banner(Banner::inset(this, u"watchedMessage"_s)),
      m_operation(new InPlaceOperation(services, m_banner, this))
{
    setObjectName(u"watchedCard"_s);
    buildLists();
    buildTable();
    buildActions();
    connect(m_page, &ReaderBase::changed, this, &WatchedCard::onRead);
    connect(m_operation, &InPlaceOperation::done, this, &WatchedCard::done);
    connect(m_operation, &InPlaceOperation::busyChanged, this, [this](bool busy) {
        m_reason->setBusy(busy);
        showCurrent();
    });
    showCurrent();
}

QDateTime WatchedCard::now() const
{
    return m_services.clock.now();
}

void WatchedCard::buildLists()
{
    auto *grid = new QGridLayout;
    grid->setSpacing(4);
    int place = 0;
    for (const WatchList list : watchLists) {
        auto *button = makeButton(watchListLabel(list), ButtonKind::Plain, this);
        button->setObjectName(u"watch_"_s + codeOf(list));
        button->setProperty("small", true);
        button->setCheckable(true);
        button->setChecked(list == m_list);
        m_choice->addButton(button, int(list));
        grid->addWidget(button, place / listsInARow, place % listsInARow);
        ++place;
    }
    body()->addLayout(grid);
    connect(m_choice, &QButtonGroup::idClicked, this, [this](int list) { choose(static_cast<WatchList>(list)); });
}

void WatchedCard::buildTable()
{
    m_accounts->table()->setMinimumHeight(100);
    body()->addWidget(m_accounts, 1);
    connect(m_accounts, &LineList::currentChanged, this, &WatchedCard::showCurrent);
    connect(m_accounts, &LineList::openWanted, this, &WatchedCard::openFileWanted);
    connect(m_accounts, &LineList::moreWanted, this, &WatchedCard::readMore);
}

void WatchedCard::buildActions()
{
    makeRow(m_actions, 6, {m_open, m_unlock, m_resend, m_again, spring()});
    addCells(body(), {m_banner, m_reason, m_actions});
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const Line *line = m_accounts->table()->currentLine())
            Q_EMIT openFileWanted(line->openKey);
    });
    connect(m_unlock, &QPushButton::clicked, this, [this] { ask(WatchKind::Unlock); });
    connect(m_resend, &QPushButton::clicked, this, [this] { ask(WatchKind::Resend); });
    connect(m_again, &QPushButton::clicked, this, &WatchedCard::sendAgain);
    connect(m_reason, &ReasonPanel::givenUp, this, &WatchedCard::endAsking);
    connect(m_reason, &ReasonPanel::confirmed, this, [this](const QString &reason, const QString &text) {
        const QJsonObject params = m_askedKind == WatchKind::Unlock
            ? QJsonObject{{u"account_id"_s, m_asked.account.value()}}
            : QJsonObject{{u"habilitation_id"_s, m_asked.habilitation.value()}};
        m_operation->submit(m_askedKind, params, subjectOf(m_list, m_asked.id), {reason, text});
    });
}

void WatchedCard::choose(WatchList list)
{
    if (list == m_list)
        return;
    m_list = list;
    endAsking();
    m_banner->clear();
    forget();
    read();
}

void WatchedCard::forget()
{
    m_rows.clear();
    m_next.clear();
    m_page->reset();
    m_accounts->clear();
    showCurrent();
}

void WatchedCard::read()
{
    if (m_page->isReading())
        return;
    m_from.clear();
    m_limit = std::clamp(int(m_rows.size()), pageRows, mostRows);
    m_page->read();
}

void WatchedCard::readMore()
{
    if (m_page->isReading() || m_next.isEmpty())
        return;
    m_from = m_next;
    m_limit = pageRows;
    m_page->read();
}

void WatchedCard::onRead()
{
    if (m_page->isReading() || !m_page->hasValue() || m_page->error())
        return;
    const WatchedPage &page = m_page->value();
    // Read again from the start, what one has scrolled to behind the page stays.
    const bool again = m_from.isEmpty();
    const QList<WatchedAccount> behind
        = again && m_rows.size() > m_limit && !page.next.isEmpty() ? m_rows.mid(m_limit) : QList<WatchedAccount>();
    QList<WatchedAccount> rows = again ? page.rows : m_rows;
    const QList<WatchedAccount> more = again ? behind : page.rows;
    for (const WatchedAccount &row : more) {
        const bool there
            = std::any_of(rows.cbegin(), rows.cend(), [&row](const WatchedAccount &one) { return one.id == row.id; });
        if (!there)
            rows << row;
    }
    if (behind.isEmpty())
        m_next = page.next;
    m_rows = rows;
    showRows();
}

void WatchedCard::showCounts(const QHash<QString, int> &counts)
{
    for (const WatchList list : watchLists) {
        QAbstractButton *button = m_choice->button(int(list));
        const QString label = watchListLabel(list);
        const auto count = counts.constFind(codeOf(list));
        button->setText(count == counts.constEnd() ? label : u"%1 · %2"_s.arg(label, cappedNumber(*count)));
        keepRoomForBold(button);
    }
}

Line WatchedCard::lineOf(const WatchedAccount &row) const
{
    const StateWords state = watchedState(m_list, row, now());
    const QString result = m_results.value(subjectOf(m_list, row.id));
    const QString place = row.denomination.isEmpty() ? groupedDigits(row.siret) : row.denomination;
    return {QString::number(row.id),
            row.siret.isEmpty() ? row.identifiant : row.siret,
            {{place.isEmpty() ? tr("sans établissement") : place, {}, {}, true},
             {row.identifiant},
             {whenText(row.since, now())},
             {result.isEmpty() ? state.text : result, {}, result.isEmpty() ? state.tone : Tone::Ok},
             {watchedDetail(m_list, row)}}};
}

void WatchedCard::showRows()
{
    m_accounts->setNothing(watchListNothing(m_list));
    m_accounts->showRows(
        m_rows, [this](const WatchedAccount &row) { return lineOf(row); }, !m_next.isEmpty(), m_page->hasValue());
}

void WatchedCard::showCurrent()
{
    const WatchedAccount *row = m_accounts->current(m_rows);
    WatchedBlocks blocks;
    if (row) {
        blocks = watchedBlocks(*row, now());
    } else {
        const QString none = tr("choisissez une ligne");
        blocks = {none, none, none, none};
    }
    const QString result = row ? m_results.value(subjectOf(m_list, row->id)) : QString();
    if (!result.isEmpty())
        (m_list == WatchList::Locked        ? blocks.unlock
             : m_list == WatchList::Bounced ? blocks.again
                                            : blocks.resend)
            = tr("déjà fait");
    setBlocked(m_open, blocks.open);
    setBlocked(m_unlock, blocks.unlock);
    setBlocked(m_resend, blocks.resend);
    setBlocked(m_again, blocks.again);
    if (m_operation->isBusy()) {
        for (QPushButton *button : {m_unlock, m_resend, m_again})
            button->setEnabled(false);
    }
    m_again->setToolTip(row && blocks.again.isEmpty() ? watchedConsequence(SupervisionKind::SendAgain, *row)
                                                      : m_again->toolTip());
}

void WatchedCard::ask(const QString &kind)
{
    const WatchedAccount *row = m_accounts->current(m_rows);
    if (!row)
        return;
    m_asked = *row;
    m_askedKind = kind;
    m_banner->clear();
    m_actions->hide();
    QTimer::singleShot(50, this, [this] { Q_EMIT unfolded(m_reason); });
    m_reason->ask(watchedConsequence(kind, *row), kind == WatchKind::Unlock ? tr("Débloquer") : tr("Renvoyer"),
                  m_services.session.info().operationReasons);
}

void WatchedCard::sendAgain()
{
    if (const WatchedAccount *row = m_accounts->current(m_rows))
        m_operation->submit(SupervisionKind::SendAgain, {{u"mail_id"_s, row->mail}}, subjectOf(m_list, row->id));
}

void WatchedCard::endAsking()
{
    if (m_reason->isHidden())
        return;
    m_reason->close();
    m_actions->show();
    m_accounts->table()->setFocus(Qt::OtherFocusReason);
}

void WatchedCard::done(const OperationOutcome &outcome, const QString &subject)
{
    const QString at = shortTime(outcome.at);
    const bool unlocked = outcome.kind == WatchKind::Unlock;
    m_results.insert(subject, unlocked ? tr("✓ débloqué à %1").arg(at) : tr("✓ renvoyé à %1").arg(at));
    m_banner->set(Tone::Ok, u"✓"_s,
                  unlocked ? tr("%1 est débloqué.").arg(m_asked.identifiant)
                           : tr("Le courriel est en file d’envoi ; la page Courriels dit quand il part."));
    endAsking();
    showRows();
    Q_EMIT changed();
}

} // namespace desk
