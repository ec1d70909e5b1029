// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/casefileview.h"

#include "app/calls/callservice.h"
#include "app/core/clock.h"
#include "app/session/sessionservice.h"
#include "app/tickets/presenceservice.h"
#include "ui/casefile/emptypage.h"
#include "ui/casefile/filepage.h"
#include "ui/casefile/ticketstrip.h"
#include "ui/common/banner.h"
#include "ui/common/build.h"
#include "ui/common/commands.h"
#include "ui/common/errortext.h"
#include "ui/common/idlewatch.h"
#include "ui/sheets/sheethost.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 longestTickMs = 30'000; // ages are told in minutes

QHash<TicketNumber, QList<Presence>> othersOf(const PresenceService &presence, const CallerFile &file)
{
    QHash<TicketNumber, QList<Presence>> others;
    for (const Ticket &ticket : file.tickets) {
        if (const QList<Presence> who = presence.others(ticket.number); !who.isEmpty())
            others.insert(ticket.number, who);
    }
    return others;
}

/// The parts of a file by the names of its document, as one says them.
QStringList partNames(const QStringList &codes)
{
    const std::pair<QLatin1StringView, QString> names[]
        = {{"mails"_L1, CaseFileView::tr("les courriels")},
           {"extranets"_L1, CaseFileView::tr("les autres extranets")},
           {"daps"_L1, CaseFileView::tr("les demandes d’activité partielle")},
           {"contracts"_L1, CaseFileView::tr("les contrats")},
           {"tickets"_L1, CaseFileView::tr("les demandes d’assistance")},
           {"notices"_L1, CaseFileView::tr("les avis d’incident")},
           {"requests"_L1, CaseFileView::tr("ce qui attend une approbation")},
           {"changes"_L1, CaseFileView::tr("les changements d’accès récents")},
           {"check"_L1, CaseFileView::tr("la vérification de l’appelant")},
           {"establishments"_L1, CaseFileView::tr("les établissements")},
           {"candidates"_L1, CaseFileView::tr("les SIRET voisins")}};
    QStringList said;
    for (const auto &[code, name] : names) {
        if (codes.contains(code))
            said << name;
    }
    const bool history = codes.contains("calls"_L1) || codes.contains("operations"_L1) || codes.contains("walks"_L1);
    return history ? said << CaseFileView::tr("l’historique") : said;
}

} // namespace

CaseFileView::CaseFileView(const UiServices &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_banner(named(new Banner(this), u"fileBanner"_s)),
      m_pages(new QStackedWidget(this)), m_empty(new EmptyPage), m_file(new FilePage(this)),
      m_sheets(new SheetHost(services, this)), m_strip(new TicketStrip(this)),
      m_loading(named(makeLabel("loading", this), u"fileLoading"_s))
{
    setObjectName(u"caseFile"_s);
    setFocusPolicy(Qt::ClickFocus);
    build();
    connectServices();
    connectPages();
    makeShortcuts();
    showEmpty();
    onState(m_services.cases.state());
    if (m_services.cases.state() == CaseService::State::Open)
        onFile(true);
}

void CaseFileView::build()
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    setRole(m_empty, "page");
    scroll->setWidget(m_empty);
    m_emptyPage = scroll;
    m_pages->addWidget(m_emptyPage);
    m_pages->addWidget(m_file);
    m_banner->setDismissible(true);
    m_banner->clear();
    makeColumn(this, 0, {m_strip, m_banner, {m_pages, 1}, m_sheets});
    m_loading->setText(tr("Ouverture du dossier…"));
    m_loading->setAlignment(Qt::AlignCenter);
    m_loading->setAutoFillBackground(true);
    m_loading->setFrameShape(QFrame::StyledPanel);
    m_loading->setContentsMargins(14, 5, 14, 5);
    m_loading->hide();
    m_loadingTimer.setSingleShot(true);
    m_loadingTimer.setInterval(300ms);
    m_tickTimer.setSingleShot(true);
}

void CaseFileView::connectServices()
{
    CaseService &cases = m_services.cases;
    connect(&cases, &CaseService::stateChanged, this, &CaseFileView::onState);
    connect(&cases, &CaseService::fileChanged, this, &CaseFileView::onFile);
    connect(&cases, &CaseService::accountSelected, this, [this] {
        const Account *account = m_services.cases.selectedAccount();
        m_file->setAccount(account ? std::optional(account->id) : std::nullopt);
        if (account)
            m_file->showAccount(account->id);
    });
    connect(&cases, &CaseService::staleChanged, this,
            [this](bool stale) { m_file->setStale(stale, m_services.clock.now()); });
    connect(&cases, &CaseService::refreshFailed, this, [this](const Error &error) {
        if (m_services.cases.stale())
            return; // the file says so itself, and the window says why
        m_banner->set(Tone::Warn, tr("Dossier non rafraîchi"), errorText(error));
        m_bannerOfRefresh = true;
    });
    connect(&cases, &CaseService::revealed, m_file, &FilePage::reveal);
    connect(&cases, &CaseService::revealFailed, this, [this](const QString &, qint64, const Error &error) {
        m_file->revealFailed();
        tell(Tone::Warn, tr("Valeur non affichée"), errorText(error));
        m_bannerOfRefresh = false;
    });
    connect(&m_services.session, &SessionService::loggedIn, this, &CaseFileView::showCallers);
    connect(&m_services.calls, &CallService::changed, this, &CaseFileView::showTicket);
    connect(&m_services.presence, &PresenceService::othersChanged, this,
            [this] { m_file->setOthers(othersOf(m_services.presence, m_services.cases.file())); });
    connect(new IdleWatch(this), &IdleWatch::idleChanged, &m_services.presence, &PresenceService::setIdle);
    connect(&m_loadingTimer, &QTimer::timeout, this, [this] {
        placeLoading();
        m_loading->show();
        m_loading->raise();
    });
    connect(&m_tickTimer, &QTimer::timeout, this, &CaseFileView::tick);
}

void CaseFileView::connectPages()
{
    CaseService &cases = m_services.cases;
    connect(m_empty, &EmptyPage::openWanted, &cases, &CaseService::open);
    connect(m_file, &FilePage::openWanted, &cases, &CaseService::open);
    connect(m_file, &FilePage::establishmentWanted, this, &CaseFileView::openEstablishment);
    connect(m_file, &FilePage::accountChosen, &cases, &CaseService::selectAccount);
    connect(m_file, &FilePage::revealWanted, this, &CaseFileView::reveal);
    connect(m_file, &FilePage::unfoldedTicketsChanged, this, &CaseFileView::tellPresence);
    connect(m_file, &FilePage::operationWanted, this, &CaseFileView::openAccountOperation);
    connect(m_file, &FilePage::ticketWanted, this, &CaseFileView::openTicketOperation);
    connect(m_file, &FilePage::newTicketWanted, this, [this] { openOperation(OperationKind::TicketOpen); });
    connect(m_file, &FilePage::changeWanted, this, [this](const QString &kind) { openOperation(kind); });
    connect(m_file, &FilePage::accessWanted, this, [this](const QString &kind, const QUuid &id) {
        const QString subject = kind == OperationKind::ChangeObject ? u"change"_s : u"request"_s;
        openOperation(kind, {{subject, id.toString(QUuid::WithoutBraces)}});
    });
    connect(m_sheets, &SheetHost::doneForFile, m_file, &FilePage::setAccessResult);
    connect(m_sheets, &SheetHost::endCallWanted, this, [this] { Q_EMIT endCallWanted(u"check_failed"_s); });
    connect(m_sheets, &SheetHost::openedChanged, this, &CaseFileView::onSheet);
    connect(m_sheets, &SheetHost::openedChanged, this, &CaseFileView::tellPresence);
    connect(m_sheets, &SheetHost::ticketClosed, this, [this](TicketNumber number) {
        if (number == m_services.cases.ticket())
            Q_EMIT ticketClosed(number);
    });
    connect(m_strip, &TicketStrip::ticketWanted, this, &CaseFileView::jumpToTicket);
    connect(m_strip, &TicketStrip::scriptWanted, this, &CaseFileView::scriptWanted);
    connect(m_strip, &TicketStrip::queueWanted, this, &CaseFileView::backToQueueWanted);
    connect(m_sheets, &SheetHost::done, this, &CaseFileView::onDone);
    connect(m_sheets, &SheetHost::cannotOpen, this,
            [this](const QString &sentence) { tell(Tone::Warn, tr("Opération impossible ici"), sentence); });
    connect(m_sheets, &SheetHost::failedLate, this,
            [this](const QString &sentence) { tell(Tone::Error, tr("Opération non faite"), sentence); });
    connect(m_banner, &Banner::dismissed, m_banner, &Banner::clear);
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        if (m_bannerRetries)
            m_services.cases.askAgain();
    });
}

void CaseFileView::onState(CaseService::State state)
{
    if (state != CaseService::State::Loading) {
        m_loadingTimer.stop();
        m_loading->hide();
    }
    switch (state) {
    case CaseService::State::Empty:
        showEmpty();
        break;
    case CaseService::State::Loading:
        m_loadingTimer.start();
        break;
    case CaseService::State::Open:
        break; // fileChanged() follows
    case CaseService::State::Failed:
        showFailure();
        break;
    }
}

void CaseFileView::showCallers(const SessionInfo &info)
{
    const bool trial = info.environment == SessionInfo::Environment::Demonstration;
    m_empty->setCallers(trial ? trialCallers(info.settings) : QList<TrialCaller>());
}

void CaseFileView::showEmpty()
{
    m_scrollForSheet = -1;
    m_sheets->closeSheet();
    m_file->forget();
    showTicket();
    tellPresence();
    m_banner->clear();
    m_empty->setRecent(m_services.cases.recent());
    showCallers(m_services.session.info());
    m_pages->setCurrentWidget(m_emptyPage);
    m_tickTimer.stop();
}

void CaseFileView::tell(Tone tone, const QString &lead, const QString &text)
{
    m_banner->setAction({});
    m_banner->set(tone, lead, text);
}

void CaseFileView::showFailure()
{
    m_wanted.reset();
    m_bannerRetries = true;
    m_banner->setAction(tr("Réessayer"));
    m_banner->set(Tone::Error, tr("Le dossier n’a pas pu être ouvert."), errorText(m_services.cases.error()));
}

/// What the database could not read this time looks empty below, and is not.
void CaseFileView::tellUnread()
{
    const QStringList parts = partNames(m_services.cases.file().unread);
    if (parts.isEmpty())
        return;
    tell(Tone::Warn, tr("Dossier incomplet"),
         tr("La base n’a pas pu lire %1. Le reste est à jour ; la console relit d’elle-même, F5 relit tout de "
            "suite.")
             .arg(parts.join(u", "_s)));
    m_bannerOfRefresh = true; // until it is read again
}

void CaseFileView::onFile(bool another)
{
    const CaseService &cases = m_services.cases;
    if (std::exchange(m_bannerOfRefresh, false))
        m_banner->clear();
    if (another) {
        m_scrollForSheet = -1;
        m_sheets->closeSheet();
        m_banner->clear();
        m_banner->setAction({});
        m_bannerRetries = false;
    }
    const Account *account = cases.selectedAccount();
    FilePage::Context context;
    context.now = m_services.clock.now();
    context.info = m_services.session.info();
    context.others = othersOf(m_services.presence, cases.file());
    context.account = account ? std::optional(account->id) : std::nullopt;
    context.stale = cases.stale();
    m_pages->setCurrentWidget(m_file);
    m_file->setFile(cases.file(), context, another);
    tellUnread();
    m_sheets->fileRefreshed();
    showTicket();
    scheduleTick();
    if (!another)
        return;
    selectWanted();
    if (cases.ticket().value() > 0)
        m_file->jumpToTicket(cases.ticket());
    tellPresence();
}

// The line above a ticket's file takes its room from the file.
void CaseFileView::showTicket()
{
    const CaseService &cases = m_services.cases;
    const bool shown = cases.state() != CaseService::State::Empty;
    m_strip->setTicket(shown ? cases.ticket() : TicketNumber(0), m_services.calls.active());
    const int strip = m_strip->isHidden() ? 0 : m_strip->sizeHint().height();
    m_file->setRoom(size() - QSize(0, strip));
}

void CaseFileView::makeShortcuts()
{
    bindCommand(Command::GoToTicket, this, this, &CaseFileView::jumpToTicket);
    bindCommand(Command::GoToScript, this, this, &CaseFileView::scriptWanted);
    bindCommand(Command::BackToQueue, this, this, &CaseFileView::backToQueueWanted);
}

void CaseFileView::jumpToTicket()
{
    const TicketNumber worked = m_services.cases.ticket();
    const TicketNumber number = worked.value() > 0 ? worked : m_file->firstOpenTicket();
    if (m_services.cases.state() == CaseService::State::Open && number.value() > 0)
        m_file->jumpToTicket(number);
}

// What is on the screen of this person: the others see it.
void CaseFileView::tellPresence()
{
    QList<TicketNumber> tickets
        = m_services.cases.state() == CaseService::State::Empty ? QList<TicketNumber>() : m_file->unfoldedTickets();
    if (const TicketNumber number = m_sheets->ticket(); number.value() > 0 && !tickets.contains(number))
        tickets << number;
    if (std::exchange(m_told, tickets) != tickets)
        m_services.presence.show(u"file"_s, tickets);
}

void CaseFileView::reveal(const QString &field, qint64 id)
{
    if (m_services.cases.ticket().value() == 0 || m_services.calls.active()) {
        m_services.cases.reveal(field, id);
        return;
    }
    m_file->revealFailed();
    tell(Tone::Info, tr("Personne au téléphone"),
         tr("Une valeur masquée ne s’affiche que pendant un appel : F7 en ouvre un dans ce dossier, puis "
            "demandez-la de nouveau."));
    m_bannerOfRefresh = false;
}

void CaseFileView::openEstablishment(const QString &siret)
{
    const Account *account = m_services.cases.selectedAccount();
    m_wanted = account ? std::optional(account->id) : std::nullopt;
    m_services.cases.open(siret);
}

void CaseFileView::selectWanted()
{
    if (m_wanted)
        m_services.cases.selectAccount(*m_wanted);
    m_wanted.reset();
}

void CaseFileView::openSheet(const OperationRequest &prefilled)
{
    m_sheets->open(prefilled);
    const qint64 account = prefilled.params.value("account_id"_L1).toInteger();
    const qint64 ticket = prefilled.params.value("number"_L1).toInteger();
    // Once the sheet has taken its room, what it is about is still in sight.
    QTimer::singleShot(0, this, [this, account, ticket] {
        if (account > 0)
            m_file->showAccount(AccountId(account));
        else if (ticket > 0)
            m_file->showTicket(TicketNumber(ticket));
        m_scrollForSheet = m_file->verticalScrollBar()->value();
    });
}

// The file scrolls for the sheet's sake only: when the sheet has gone and nobody scrolled since, it goes back to where
// it was.
void CaseFileView::onSheet(bool open)
{
    m_file->setPrimaryOffered(!open);
    QScrollBar *bar = m_file->verticalScrollBar();
    if (open) {
        if (!m_sheets->isVisible())
            m_scrollBefore = bar->value();
    } else if (bar->value() == m_scrollForSheet) {
        QTimer::singleShot(0, this, [this, bar] { bar->setValue(m_scrollBefore); });
    }
}

void CaseFileView::openOperation(const QString &kind, const QJsonObject &params)
{
    OperationRequest request;
    request.kind = kind;
    request.params = params;
    openSheet(request);
}

void CaseFileView::openTicketClose(TicketNumber number)
{
    openTicketOperation(OperationKind::TicketClose, number);
}

void CaseFileView::openTicketOperation(const QString &kind, TicketNumber number)
{
    openOperation(kind, {{"number"_L1, number.value()}});
}

void CaseFileView::openAccountOperation(const QString &kind, AccountId id)
{
    m_services.cases.selectAccount(id); // whose account is worked on is the caller's
    openOperation(kind, {{"account_id"_L1, id.value()}});
}

void CaseFileView::onDone(AccountId account, TicketNumber ticket, const QString &sentence)
{
    if (ticket.value() > 0)
        m_file->setTicketResult(ticket, sentence);
    else if (account.value() > 0)
        m_file->setAccountResult(account, sentence);
}

void CaseFileView::scheduleTick()
{
    const QDateTime now = m_services.clock.now();
    const QDateTime next = m_file->nextChange(now);
    const qint64 until = next.isValid() ? now.msecsTo(next) + 20 : longestTickMs;
    m_tickTimer.start(int(std::clamp<qint64>(until, 20, longestTickMs)));
}

void CaseFileView::tick()
{
    m_file->tick(m_services.clock.now());
    scheduleTick();
}

void CaseFileView::placeLoading()
{
    m_loading->adjustSize();
    m_loading->move((width() - m_loading->width()) / 2, 8);
}

void CaseFileView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showTicket();
    placeLoading();
}

} // namespace desk
