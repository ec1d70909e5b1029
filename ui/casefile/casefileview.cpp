// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/casefileview.h"

#include "app/core/clock.h"
#include "app/session/sessionservice.h"
#include "ui/casefile/emptypage.h"
#include "ui/casefile/filepage.h"
#include "ui/common/banner.h"
#include "ui/common/errortext.h"
#include "ui/sheets/sheethost.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QVariant>

#include <algorithm>
#include <utility>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr qint64 longestTickMs = 30'000; // ages are told in minutes
}

CaseFileView::CaseFileView(const UiServices &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_banner(new Banner(this)), m_pages(new QStackedWidget(this)),
      m_empty(new EmptyPage), m_file(new FilePage(this)), m_sheets(new SheetHost(services, this)),
      m_loading(new QLabel(this))
{
    setObjectName(u"caseFile"_s);
    setFocusPolicy(Qt::ClickFocus);
    build();
    connectServices();
    connectPages();
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
    m_empty->setProperty("role", u"page"_s);
    scroll->setWidget(m_empty);
    m_emptyPage = scroll;
    m_pages->addWidget(m_emptyPage);
    m_pages->addWidget(m_file);
    m_banner->setObjectName(u"fileBanner"_s);
    m_banner->setDismissible(true);
    m_banner->clear();
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_banner);
    all->addWidget(m_pages, 1);
    all->addWidget(m_sheets);
    m_loading->setObjectName(u"fileLoading"_s);
    m_loading->setProperty("role", u"loading"_s);
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
        m_banner->setAction({});
        m_banner->set(Tone::Warn, tr("Valeur non affichée"), errorText(error));
        m_bannerOfRefresh = false;
    });
    connect(&m_services.session, &SessionService::loggedIn, this, [this](const SessionInfo &info) {
        m_empty->setCallers(info.environment == SessionInfo::Environment::Demonstration ? trialCallers(info.settings)
                                                                                        : QList<TrialCaller>());
    });
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
    connect(m_file, &FilePage::revealWanted, &cases, &CaseService::reveal);
    connect(m_file, &FilePage::operationWanted, this, &CaseFileView::openAccountOperation);
    connect(m_file, &FilePage::ticketWanted, this, &CaseFileView::openTicketOperation);
    connect(m_file, &FilePage::newTicketWanted, this, [this] {
        OperationRequest request;
        request.kind = OperationKind::TicketOpen;
        openSheet(request);
    });
    connect(m_file, &FilePage::changeWanted, this, [this](const QString &kind) {
        OperationRequest request;
        request.kind = kind;
        openSheet(request);
    });
    connect(m_file, &FilePage::accessWanted, this, [this](const QString &kind, const QUuid &id) {
        const bool object = kind == OperationKind::ChangeObject;
        OperationRequest request;
        request.kind = kind;
        request.params = {{object ? u"change"_s : u"request"_s, id.toString(QUuid::WithoutBraces)}};
        openSheet(request);
    });
    connect(m_sheets, &SheetHost::doneForFile, m_file, &FilePage::setAccessResult);
    connect(m_sheets, &SheetHost::endCallWanted, this, [this] { Q_EMIT endCallWanted(u"check_failed"_s); });
    connect(m_sheets, &SheetHost::openedChanged, this, &CaseFileView::onSheet);
    connect(m_sheets, &SheetHost::done, this, &CaseFileView::onDone);
    connect(m_sheets, &SheetHost::cannotOpen, this, [this](const QString &sentence) {
        m_banner->setAction({});
        m_banner->set(Tone::Warn, tr("Opération impossible ici"), sentence);
    });
    connect(m_sheets, &SheetHost::failedLate, this, [this](const QString &sentence) {
        m_banner->setAction({});
        m_banner->set(Tone::Error, tr("Opération non faite"), sentence);
    });
    connect(m_banner, &Banner::dismissed, m_banner, &Banner::clear);
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        if (m_bannerRetries)
            m_services.cases.open(m_services.cases.askedFor());
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

void CaseFileView::showEmpty()
{
    m_scrollForSheet = -1;
    m_sheets->closeSheet();
    m_file->forget();
    m_banner->clear();
    m_empty->setRecent(m_services.cases.recent());
    const SessionInfo &info = m_services.session.info();
    m_empty->setCallers(info.environment == SessionInfo::Environment::Demonstration ? trialCallers(info.settings)
                                                                                    : QList<TrialCaller>());
    m_pages->setCurrentWidget(m_emptyPage);
    m_tickTimer.stop();
}

void CaseFileView::showFailure()
{
    m_wanted.reset();
    m_bannerRetries = true;
    m_banner->setAction(tr("Réessayer"));
    m_banner->set(Tone::Error, tr("Le dossier n’a pas pu être ouvert."), errorText(m_services.cases.error()));
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
    context.login = m_services.session.info().login;
    context.account = account ? std::optional(account->id) : std::nullopt;
    context.stale = cases.stale();
    context.settings = m_services.session.info().settings;
    m_pages->setCurrentWidget(m_file);
    m_file->setFile(cases.file(), context, another);
    m_sheets->fileRefreshed();
    scheduleTick();
    if (another)
        selectWanted();
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

void CaseFileView::openTicketClose(TicketNumber number)
{
    openTicketOperation(OperationKind::TicketClose, number);
}

void CaseFileView::openTicketOperation(const QString &kind, TicketNumber number)
{
    OperationRequest request;
    request.kind = kind;
    request.params = {{"number"_L1, number.value()}};
    openSheet(request);
}

void CaseFileView::openAccountOperation(const QString &kind, AccountId id)
{
    m_services.cases.selectAccount(id); // whose account is worked on is the caller's
    OperationRequest request;
    request.kind = kind;
    request.params = {{"account_id"_L1, id.value()}};
    openSheet(request);
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
    m_file->setRoom(size());
    placeLoading();
}

} // namespace desk
