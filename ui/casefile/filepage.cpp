// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/filepage.h"

#include "app/operations/operation.h"
#include "ui/casefile/accesscard.h"
#include "ui/casefile/accountrow.h"
#include "ui/casefile/accountscard.h"
#include "ui/casefile/dapcard.h"
#include "ui/casefile/establishmentscard.h"
#include "ui/casefile/headercard.h"
#include "ui/casefile/historycard.h"
#include "ui/casefile/mailscard.h"
#include "ui/casefile/ticketrow.h"
#include "ui/casefile/ticketscard.h"
#include "ui/casefile/unknownpage.h"
#include "ui/common/build.h"
#include "ui/common/format.h"

#include <QScrollBar>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstFolding = 3, densest = 6;
constexpr int resultRoom = 22; // the line that says what was done must not bring a scroll bar with it
constexpr int mailsWidth = 535; // below, the mails stand one under the other
constexpr int pairWidth = 620; // below, the mails and the requests stand one above the other

void settle(QWidget *widget)
{
    for (QObject *child : widget->children()) {
        if (child->isWidgetType())
            settle(static_cast<QWidget *>(child));
    }
    if (widget->layout()) {
        widget->layout()->invalidate();
        widget->layout()->activate();
    }
}

} // namespace

FilePage::FilePage(QWidget *parent)
    : QScrollArea(parent), m_page(new QWidget(this)), m_column(makeColumn(m_page, 10, {}, {12, 12, 12, 12})),
      m_pair(new QBoxLayout(QBoxLayout::LeftToRight)), m_unknown(new UnknownPage(m_page)),
      m_header(new HeaderCard(m_page)), m_access(new AccessCard(m_page)), m_accounts(new AccountsCard(m_page)),
      m_mails(new MailsCard(m_page)), m_daps(new DapCard(m_page)), m_establishments(new EstablishmentsCard(m_page)),
      m_tickets(new TicketsCard(m_page)), m_history(new HistoryCard(m_page))
{
    setObjectName(u"filePage"_s);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setRole(m_page, "page");
    build();
    connectCards();
    setWidget(m_page);
}

void FilePage::build()
{
    m_pair->setSpacing(10);
    addCells(m_pair, {{m_mails, 115}, {m_daps, 85}});
    addCells(m_column,
             {m_unknown,
              m_header,
              m_access,
              m_accounts,
              m_pair,
              {m_establishments, 1000}, // the list takes what is left
              m_tickets,
              m_history,
              spring()});
}

void FilePage::connectCards()
{
    connect(m_header, &HeaderCard::revealWanted, this, &FilePage::revealWanted);
    connect(m_accounts, &AccountsCard::revealWanted, this, &FilePage::revealWanted);
    connect(m_accounts, &AccountsCard::chosen, this, &FilePage::accountChosen);
    connect(m_accounts, &AccountsCard::operationWanted, this, &FilePage::operationWanted);
    connect(m_accounts, &AccountsCard::changeWanted, this, &FilePage::changeWanted);
    connect(m_access, &AccessCard::operationWanted, this, &FilePage::accessWanted);
    connect(m_mails, &MailsCard::resendWanted, this,
            [this](AccountId id) { Q_EMIT operationWanted(OperationKind::ResendConfirmation, id); });
    connect(m_tickets, &TicketsCard::revealWanted, this, &FilePage::revealWanted);
    connect(m_tickets, &TicketsCard::operationWanted, this, &FilePage::ticketWanted);
    connect(m_tickets, &TicketsCard::unfoldedChanged, this, &FilePage::unfoldedTicketsChanged);
    connect(m_tickets, &TicketsCard::openWanted, this, &FilePage::newTicketWanted);
    connect(m_unknown, &UnknownPage::openWanted, this, &FilePage::openWanted);
    connect(m_unknown, &UnknownPage::ticketWanted, this, &FilePage::newTicketWanted);
    connect(m_establishments, &EstablishmentsCard::openWanted, this, &FilePage::establishmentWanted);
}

void FilePage::setFile(const CallerFile &file, const Context &context, bool another)
{
    m_file = file;
    m_context = context;
    if (another)
        m_revealed.clear();
    const int scroll = verticalScrollBar()->value();
    setUpdatesEnabled(false);
    fill(another);
    if (another) {
        for (Section *section : m_page->findChildren<Section *>())
            section->resetChoice();
        fit();
    }
    setUpdatesEnabled(true);
    verticalScrollBar()->setValue(another ? 0 : scroll);
}

void FilePage::fill(bool another)
{
    const bool establishment = m_file.subject == CallerFile::Subject::Establishment;
    const bool account = m_file.subject == CallerFile::Subject::Account;
    const QDateTime &now = m_context.now;
    m_unknown->setVisible(m_file.subject == CallerFile::Subject::Unknown);
    if (m_file.subject == CallerFile::Subject::Unknown)
        m_unknown->setFile(m_file, m_context.info.settings);
    for (QWidget *card : std::initializer_list<QWidget *>{m_header, m_accounts})
        card->setVisible(establishment || account);
    m_mails->setVisible(!m_file.accounts.isEmpty());
    m_daps->setVisible(establishment);
    m_establishments->setVisible(account);
    m_tickets->setVisible(establishment || !m_file.tickets.isEmpty());
    m_history->setVisible(establishment || account);
    if (establishment || account)
        m_header->setFile(m_file, now, m_revealed, m_context.stale);
    m_access->setFile(m_file, now, another);
    m_accounts->setConnected(!m_context.stale);
    m_accounts->setSelected(m_context.account);
    m_accounts->setFile(m_file, now, m_revealed, another);
    m_mails->setAccount(m_context.account ? m_file.account(*m_context.account) : nullptr, now, establishment);
    m_daps->setFile(m_file, another);
    if (account)
        m_establishments->setFile(m_file, another);
    m_tickets->setFile(m_file, {now, m_context.info, m_context.others}, m_revealed, another);
    m_history->setFile(m_file, now);
}

void FilePage::setAccount(std::optional<AccountId> id)
{
    m_context.account = id;
    m_accounts->setSelected(id);
    m_mails->setAccount(id ? m_file.account(*id) : nullptr, m_context.now,
                        m_file.subject == CallerFile::Subject::Establishment);
}

void FilePage::setStale(bool stale, const QDateTime &now)
{
    m_context.stale = stale;
    m_accounts->setConnected(!stale);
    if (m_file.subject != CallerFile::Subject::Unknown)
        m_header->setFile(m_file, now, m_revealed, stale);
}

void FilePage::reveal(const QString &field, qint64 id, const QString &value)
{
    m_revealed.keep(field, id, value);
    fill(false);
}

void FilePage::revealFailed()
{
    fill(false);
}

void FilePage::tick(const QDateTime &now)
{
    m_context.now = now;
    m_tickets->tick(now); // of a SIRET nobody knows, too
    if (m_file.subject == CallerFile::Subject::Unknown)
        return;
    m_header->tick(now);
    m_access->setFile(m_file, now, false);
    m_accounts->tick(now, m_revealed);
    m_mails->setAccount(m_context.account ? m_file.account(*m_context.account) : nullptr, now,
                        m_file.subject == CallerFile::Subject::Establishment);
}

QDateTime FilePage::nextChange(const QDateTime &now) const
{
    return nextOf({m_accounts->nextChange(now), m_access->nextChange(now), m_file.check.passedUntil}, now);
}

void FilePage::setAccountResult(AccountId id, const QString &sentence)
{
    m_accounts->setResult(id, sentence);
}

void FilePage::setAccessResult(bool waiting, const QString &sentence, const QString &tell)
{
    m_access->setResult(waiting, sentence, tell);
    verticalScrollBar()->setValue(0); // the card is at the top
}

void FilePage::setTicketResult(TicketNumber number, const QString &sentence)
{
    m_tickets->setResult(number, sentence);
}

void FilePage::setPrimaryOffered(bool offered)
{
    m_tickets->setPrimaryOffered(offered);
}

void FilePage::showAccount(AccountId id)
{
    if (QWidget *row = m_accounts->row(id))
        ensureWidgetVisible(row, 0, 12);
}

void FilePage::showTicket(TicketNumber number)
{
    if (QWidget *row = m_tickets->row(number))
        ensureWidgetVisible(row, 0, 12);
}

void FilePage::jumpToTicket(TicketNumber number)
{
    m_tickets->jumpTo(number);
    QMetaObject::invokeMethod(
        this, [this, number] { showTicket(number); }, Qt::QueuedConnection);
}

void FilePage::setOthers(const QHash<TicketNumber, QList<Presence>> &others)
{
    m_context.others = others;
    m_tickets->setOthers(others);
}

QList<TicketNumber> FilePage::unfoldedTickets() const
{
    return m_tickets->unfoldedTickets();
}

TicketNumber FilePage::firstOpenTicket() const
{
    return m_tickets->firstOpen();
}

void FilePage::forget()
{
    m_revealed.clear();
    m_context = {};
    m_file = {};
    // Hidden from now on, but still there for a screen reader: drawn anew with nothing in it.
    m_file.subject = CallerFile::Subject::Establishment;
    fill(true);
    m_establishments->setFile(m_file, true);
    m_unknown->setFile(m_file, {});
}

// What is worth most stays longest: the space between cards goes first, then the second line of accounts nobody chose,
// the contact line, then the two cards beside each other, then the requests, last all accounts but the caller's. A
// folded card still says its state.
void FilePage::applyDensity(int level)
{
    m_column->setSpacing(level >= 1 ? 6 : 10);
    m_column->setContentsMargins(12, level >= 1 ? 8 : 12, 12, level >= 1 ? 8 : 12);
    m_pair->setSpacing(m_pair->direction() == QBoxLayout::TopToBottom ? m_column->spacing() : 10);
    m_accounts->setCompact(level >= 2);
    m_header->setCompact(level >= 3);
    m_tickets->setCompact(level >= 3);
    m_mails->setCramped(level >= 4);
    m_daps->setCramped(level >= 4);
    m_tickets->setCramped(level >= 5);
    m_accounts->setFewest(level >= densest);
}

int FilePage::neededHeight()
{
    settle(m_page);
    return m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(m_room.width())
                                         : m_column->totalSizeHint().height();
}

void FilePage::setRoom(const QSize &room)
{
    if (room == m_room)
        return;
    m_room = room;
    fit();
}

void FilePage::fit()
{
    m_pair->setDirection(m_room.width() < pairWidth ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_mails->setNarrow(m_room.width() < mailsWidth);
    m_accounts->setRoom(m_room.width());
    for (int level = 0; level <= densest; ++level) {
        applyDensity(level);
        const int reserve = level < firstFolding ? resultRoom : 0; // no card folds for it
        if (neededHeight() + reserve <= m_room.height())
            return;
    }
}

} // namespace desk
