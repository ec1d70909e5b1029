// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/shell/mainwindow.h"

#include "app/calls/callservice.h"
#include "app/core/siret.h"
#include "app/core/whenfinished.h"
#include "app/local/localstore.h"
#include "app/lookup/caseservice.h"
#include "app/session/sessionservice.h"
#include "app/settings/appsettings.h"
#include "app/supervision/requestwatch.h"
#include "ui/common/banner.h"
#include "ui/common/commands.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/overview/overviewpage.h"
#include "ui/queue/queuepage.h"
#include "ui/scripts/scriptlibrarypage.h"
#include "ui/session/connectionpage.h"
#include "ui/session/democard.h"
#include "ui/session/leaving.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/callbar.h"
#include "ui/shell/callpage.h"
#include "ui/shell/digitkeys.h"
#include "ui/shell/lockscreen.h"
#include "ui/shell/notepanel.h"
#include "ui/shell/noticearea.h"
#include "ui/shell/ownnews.h"
#include "ui/shell/pageset.h"
#include "ui/shell/rail.h"
#include "ui/shell/searchbox.h"
#include "ui/shell/shortcutsoverlay.h"
#include "ui/shell/statusline.h"
#include "ui/shell/ticketroute.h"
#include "ui/shell/topbar.h"
#include "ui/shell/wrapuppanel.h"
#include "ui/supervision/approvalspage.h"
#include "ui/supervision/journalpage.h"
#include "ui/supervision/mailspage.h"
#include "ui/supervision/noticespage.h"
#include "ui/supervision/rulespage.h"
#include "ui/supervision/supervisiontexts.h"
#include "ui/supervision/watchpage.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCloseEvent>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <type_traits>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

const QString geometryKey = u"main"_s;
const QString decisionPrefix = u"decision/"_s;
constexpr qsizetype decisionsShown = 3;
constexpr QSize smallestDesk{1366, 768};

} // namespace

MainWindow::MainWindow(const UiServices &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_whole(new QStackedWidget(this)),
      m_connection(new ConnectionPage(services, m_whole)), m_digits(new DigitKeys(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Assistance AP"_s);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_whole);
    buildWorkspace();
    m_whole->addWidget(m_connection);
    m_whole->addWidget(m_workspace);
    m_lock = new LockScreen(m_services, m_whole, m_workspace);
    m_shortcuts = new ShortcutsOverlay(this);
    makeShortcuts();
    connectServices();
    onSessionState();
    updateDigits();
    showOwnProblems();
    resize(smallestDesk);
    restoreGeometry(m_services.settings.windowState(geometryKey));
}

MainWindow::~MainWindow() = default;

void MainWindow::buildWorkspace()
{
    m_workspace = new QWidget(m_whole);
    m_top = new TopBar(m_services.session, m_services.cases, m_services.calls, m_workspace);
    m_note = new NotePanel(m_services.calls, m_workspace);
    m_wrapUp = new WrapUpPanel(m_services.calls, m_workspace);
    m_notices = new NoticeArea(m_services.session, m_services.cases, m_services.scripts, m_workspace);
    m_rail = new Rail(m_workspace);
    m_pages = new PageSet(m_workspace);
    m_status = new StatusLine(m_services.session, m_workspace);
    addPages();

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addWidget(m_pages, 1);
    auto *column = new QVBoxLayout(m_workspace);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget *part : {static_cast<QWidget *>(m_top), static_cast<QWidget *>(m_note),
                          static_cast<QWidget *>(m_wrapUp), static_cast<QWidget *>(m_notices)})
        column->addWidget(part);
    column->addLayout(middle, 1);
    column->addWidget(m_status);
}

void MainWindow::addPages()
{
    m_call = new CallPage(m_services, m_pages);
    const auto add = [this](const QString &icon, const QString &name, PageSet::Make make) {
        const int page = m_rail->addPage(icon, name);
        m_pages->add(std::move(make));
        return page;
    };
    m_callPage = add(u"phone"_s, tr("Appel"), [this](QWidget *) { return m_call; });
    m_route = new TicketRoute(m_services, m_call, this);
    m_queuePage = add(u"queue"_s, tr("Files"), [this](QWidget *parent) {
        auto *page = new QueuePage(m_services, parent);
        m_route->follow(page);
        return page;
    });
    m_overviewPage = addOversight<OverviewPage>(u"overview"_s, tr("Suivi"));
    m_libraryPage = add(u"scripts"_s, tr("Scripts"), [this](QWidget *parent) {
        auto *page = new ScriptLibraryPage(m_services, parent);
        connect(page, &ScriptLibraryPage::started, this, [this] {
            showPage(m_callPage);
            m_call->takeKeyboard();
        });
        return page;
    });
    m_approvalsPage = addOversight<ApprovalsPage>(u"approve"_s, tr("Approbations"));
    m_watchPage = addOversight<WatchPage>(u"eye"_s, tr("Surveillance"));
    m_noticesPage = addOversight<NoticesPage>(u"notice"_s, tr("Avis"));
    m_mailsPage = addOversight<MailsPageView>(u"mail"_s, tr("Courriels"));
    m_journalPage = addOversight<JournalPageView>(u"journal"_s, tr("Journal"));
    m_rulesPage = addOversight<RulesPage>(u"rules"_s, tr("Règles"));
    m_settingsPage = add(u"settings"_s, tr("Réglages"), [this](QWidget *parent) {
        auto *page = new SettingsPage(m_services, parent);
        page->setMailFolder(m_mailFolder);
        return page;
    });
    m_pages->showPage(m_callPage);
}

template <class Page> int MainWindow::addOversight(const QString &icon, const QString &name)
{
    m_pages->add([this](QWidget *parent) {
        auto *page = new Page(m_services, parent);
        connect(page, &SupervisionPage::openFileWanted, this, &MainWindow::openFile);
        connect(page, &SupervisionPage::told, m_status, &StatusLine::tell);
        if constexpr (std::is_same_v<Page, OverviewPage>)
            m_route->follow(page);
        return page;
    });
    return m_rail->addPage(icon, name);
}

void MainWindow::makeShortcuts()
{
    const auto bind = [this](Command command, auto action) { bindCommand(command, m_workspace, this, action); };
    bind(Command::Search, [this] { m_top->search()->activate(); });
    bind(Command::ReadAgain, &MainWindow::readAgain);
    bind(Command::OpenDecided, [this] {
        if (const auto &news = m_services.requests.news(); !news.isEmpty())
            openDecided(news.first().id);
    });
    bind(Command::AcceptOffer, &MainWindow::acceptOffer);
    bind(Command::OpenCall, &MainWindow::openCall);
    bind(Command::ToggleNote, &MainWindow::toggleNote);
    bind(Command::EndCall, &MainWindow::endCall);
    bind(Command::LockConsole, [this] {
        if (const QString why = m_lock->lockNow(); !why.isEmpty())
            m_status->tell(why);
    });
    bind(Command::NextPage, [this] { showPage(m_rail->beside(m_rail->current(), 1)); });
    bind(Command::PreviousPage, [this] { showPage(m_rail->beside(m_rail->current(), -1)); });
    bind(Command::ShowShortcuts, [this] { m_shortcuts->toggle(); });
}

void MainWindow::connectServices()
{
    connect(m_top->search(), &SearchBox::opened, this, [this] {
        showPage(m_callPage);
        m_call->takeKeyboard();
    });
    connect(m_top->search(), &SearchBox::left, m_call, &CallPage::takeKeyboard);
    connect(m_top->callBar(), &CallBar::openWanted, this, &MainWindow::openCall);
    connect(m_top->callBar(), &CallBar::noteWanted, this, &MainWindow::toggleNote);
    connect(m_top->callBar(), &CallBar::endWanted, this, &MainWindow::endCall);
    connect(m_note, &NotePanel::closeWanted, this, &MainWindow::closePanels);
    connect(m_wrapUp, &WrapUpPanel::closeWanted, this, &MainWindow::closePanels);
    connect(m_rail, &Rail::pageWanted, this, &MainWindow::showPage);
    connect(m_notices, &NoticeArea::actionWanted, this, [this](const QString &id) {
        if (id.startsWith(decisionPrefix))
            openDecided(QUuid::fromString(id.mid(decisionPrefix.size())));
    });
    connect(m_notices, &NoticeArea::putAway, this, [this](const QString &id) {
        if (id.startsWith(decisionPrefix))
            m_services.requests.putAway(QUuid::fromString(id.mid(decisionPrefix.size())));
    });
    connect(&m_services.requests, &RequestWatch::newsChanged, this, &MainWindow::showDecisions);
    connect(&m_services.session, &SessionService::pulsed, this, &MainWindow::showCounts);
    connect(m_call, &CallPage::endCallWanted, this, [this](const QString &outcome) {
        if (!m_wrapUp->isVisible())
            endCall();
        m_wrapUp->propose(outcome);
    });
    connect(m_connection, &ConnectionPage::mailFolderKnown, this, &MainWindow::setMailFolder);
    connect(m_route, &TicketRoute::callPageWanted, this, [this] { showPage(m_callPage); });
    connect(m_route, &TicketRoute::queuePageWanted, this, [this] { showPage(m_queuePage); });
    connect(m_route, &TicketRoute::told, m_status, &StatusLine::tell);
    connect(m_digits, &DigitKeys::digit, m_call, &CallPage::handleDigit);

    connect(&m_services.session, &SessionService::stateChanged, this, &MainWindow::onSessionState);
    connect(&m_services.session, &SessionService::loggedIn, this, &MainWindow::onLoggedIn);
    connect(&m_services.session, &SessionService::pulsed, this, &MainWindow::showOwnProblems);
    connect(&m_services.calls, &CallService::closed, this, [this] {
        m_status->tell(tr("✓ Appel terminé"));
        m_top->search()->activate(); // ready for the next caller
    });
    connect(&m_services.calls, &CallService::openFailed, this,
            [this](const Error &error) { m_status->tell(errorText(error)); });
    connect(m_lock, &LockScreen::unlocked, this, &MainWindow::updateDigits);
    connect(&m_lock->lock(), &IdleLock::lockedChanged, this, &MainWindow::updateDigits);
    connect(&m_services.settings, &AppSettings::digitShortcutsChanged, this, &MainWindow::updateDigits);
    connect(&m_services.settings, &AppSettings::themeChanged, this,
            [this] { applyTheme(*qApp, m_services.settings.theme()); });
}

void MainWindow::begin(const std::optional<ConnectionSettings> &fromCommandLine)
{
    if (fromCommandLine)
        m_connection->connectTo(*fromCommandLine);
    else if (m_services.settings.hasConnection())
        m_connection->connectTo(m_services.settings.connection());
    else
        m_connection->showChoice();
}

void MainWindow::setMailFolder(const QString &folder)
{
    m_mailFolder = folder;
    if (auto *page = qobject_cast<SettingsPage *>(m_pages->made(m_settingsPage)))
        page->setMailFolder(folder);
}

void MainWindow::setPrivateFolderAside(std::function<Result<QString>(const QString &folder)> action)
{
    m_connection->demoCard()->setSetAside(std::move(action));
}

void MainWindow::onSessionState()
{
    const SessionService::State state = m_services.session.state();
    const bool working = state == SessionService::State::Connected || state == SessionService::State::Lost;
    if (working && m_lock->locked())
        return;
    if (!working && m_whole->currentWidget() == m_workspace)
        closePanels();
    if (state == SessionService::State::LoggedOut) {
        forgetTyped(m_workspace);
        m_rail->setCurrent(m_callPage);
        m_pages->showPage(m_callPage);
        for (const int page : {m_queuePage, m_overviewPage, m_approvalsPage, m_watchPage, m_noticesPage, m_mailsPage,
                               m_journalPage, m_rulesPage})
            m_pages->forget(page); // what they hold is not the next person's
    }
    m_whole->setCurrentWidget(working ? m_workspace : static_cast<QWidget *>(m_connection));
    updateDigits();
}

void MainWindow::onLoggedIn()
{
    m_wrapUp->setOutcomes(m_services.session.info().callOutcomes);
    showRole();
    showPage(m_callPage);
    m_top->search()->activate();
    showOwnProblems();
}

void MainWindow::showPage(int page)
{
    m_rail->setCurrent(page);
    m_pages->showPage(page);
    updateDigits();
    QWidget *shown = m_pages->made(page);
    if (auto *library = qobject_cast<ScriptLibraryPage *>(shown))
        library->focusSearch();
    else if (auto *settings = qobject_cast<SettingsPage *>(shown))
        settings->takeKeyboard();
    else if (auto *oversight = qobject_cast<SupervisionPage *>(shown))
        oversight->takeKeyboard();
    else if (auto *queue = qobject_cast<QueuePage *>(shown))
        queue->takeKeyboard();
    else
        m_call->takeKeyboard();
}

void MainWindow::showRole()
{
    const bool supervisor = m_services.session.info().supervisor;
    m_rail->setName(m_approvalsPage, supervisor ? tr("Approbations") : tr("Mes demandes"));
    for (const int page : {m_overviewPage, m_watchPage, m_mailsPage, m_journalPage, m_rulesPage})
        m_rail->setShown(page, supervisor);
    showCounts();
}

void MainWindow::showCounts()
{
    const Pulse &pulse = m_services.session.lastPulse();
    const bool supervisor = m_services.session.info().supervisor;
    const auto waits = std::count_if(pulse.myRequests.cbegin(), pulse.myRequests.cend(),
                                     [](const OwnRequest &request) { return request.state == "waiting"_L1; });
    if (supervisor)
        m_rail->setCount(m_approvalsPage, pulse.approvalsWaiting + pulse.objections,
                         tr("%1 en attente, %2 opposition(s)").arg(pulse.approvalsWaiting).arg(pulse.objections),
                         pulse.objections > 0);
    else
        m_rail->setCount(m_approvalsPage, int(waits), tr("%n demande(s) en attente", nullptr, int(waits)));
    m_rail->setCount(m_mailsPage, pulse.mailsFailed,
                     tr("%1 en attente, %2 refusés ou revenus").arg(pulse.mailsWaiting).arg(pulse.mailsFailed), true);
}

void MainWindow::showDecisions()
{
    QSet<QString> shown;
    for (const ApprovalRequest &request : m_services.requests.news().mid(0, decisionsShown)) {
        const QString id = decisionPrefix + request.id.toString(QUuid::WithoutBraces);
        const bool first = shown.isEmpty();
        shown.insert(id);
        m_notices->set(id, request.state == ApprovalState::Approved ? Tone::Ok : Tone::Warn, tr("Décision"),
                       decisionNews(request));
        m_notices->setAction(id, first ? tr("Ouvrir le dossier (F6)") : tr("Ouvrir le dossier"));
    }
    const QSet<QString> gone = m_decisions - shown;
    for (const QString &id : gone)
        m_notices->set(id, Tone::Info, {}, {});
    m_decisions = shown;
}

void MainWindow::openDecided(const QUuid &request)
{
    const QList<ApprovalRequest> news = m_services.requests.news();
    for (const ApprovalRequest &one : news) {
        if (one.id != request)
            continue;
        m_services.requests.putAway(request);
        openFile(one.establishment.siret);
        return;
    }
}

void MainWindow::openFile(const QString &key)
{
    if (key.isEmpty())
        return;
    m_services.cases.open(key);
    showPage(m_callPage);
}

void MainWindow::readAgain()
{
    if (auto *page = qobject_cast<SupervisionPage *>(m_pages->made(m_rail->current())))
        page->read();
    else if (auto *queue = qobject_cast<QueuePage *>(m_pages->made(m_rail->current())))
        queue->read();
    else
        m_services.cases.refresh();
}

void MainWindow::toggleNote()
{
    if (m_note->isVisible()) {
        closePanels();
        return;
    }
    rememberFocus();
    m_wrapUp->hide();
    m_note->open();
}

void MainWindow::openCall()
{
    if (m_services.calls.active()) {
        m_status->tell(tr("Un appel est déjà ouvert : terminez-le d’abord (F9)."));
        return;
    }
    m_services.calls.openByHand();
    m_top->search()->activate(); // the caller is about to say who they are
}

void MainWindow::endCall()
{
    if (m_wrapUp->isVisible()) {
        m_wrapUp->confirm();
        return;
    }
    if (!m_services.calls.active()) {
        m_status->tell(tr("Aucun appel à terminer : il s’ouvre avec F7 ou avec le premier dossier recherché."));
        return;
    }
    rememberFocus();
    m_note->hide();
    m_wrapUp->open();
}

void MainWindow::closePanels()
{
    const bool open = m_note->isVisible() || m_wrapUp->isVisible();
    m_note->hide();
    m_wrapUp->hide();
    if (open)
        giveFocusBack();
}

void MainWindow::rememberFocus()
{
    if (!m_note->isVisible() && !m_wrapUp->isVisible())
        m_focusBefore = focusWidget();
}

void MainWindow::giveFocusBack()
{
    if (m_focusBefore && m_focusBefore->isVisible() && m_focusBefore->isEnabled())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    else if (m_rail->current() == m_callPage)
        m_call->takeKeyboard();
}

void MainWindow::updateDigits()
{
    m_digits->setSingleKeys(m_services.settings.digitShortcuts());
    m_digits->setActive(m_whole->currentWidget() == m_workspace && m_rail->current() == m_callPage);
}

void MainWindow::showOwnProblems()
{
    const QString damaged = m_services.local.damagedFile();
    m_notices->set(u"localStore"_s, Tone::Warn, tr("Brouillons de ce poste"),
                   damaged.isEmpty()
                       ? QString()
                       : tr("Le fichier des brouillons était illisible : il a été mis de côté (%1) et un fichier neuf "
                            "le remplace. Ce "
                            "qui était déjà dans la base n’est pas touché ; signalez-le à votre service informatique.")
                             .arg(damaged));
    showOwnNews(*m_notices, m_services);
    const QStringList keys = m_services.settings.problems();
    m_notices->set(
        u"settings"_s, Tone::Warn, tr("Réglages"),
        keys.isEmpty()
            ? QString()
            : tr("Ces réglages étaient illisibles et reprennent leur valeur d’origine : %1. Vérifiez-les dans la page "
                 "Réglages.")
                  .arg(keys.join(u", "_s)));
}

void MainWindow::offer(const Handover &handover)
{
    QApplication::alert(this); // the task bar says so; the keyboard stays where it is
    if (handover.kind == Handover::Kind::Show)
        return;
    m_offer = handover;
    showOffer();
}

void MainWindow::showOffer()
{
    const bool phone = m_offer->kind == Handover::Kind::Phone;
    m_notices->offer(u"handover"_s, phone ? tr("Appel entrant") : tr("Dossier proposé"),
                     phone
                         ? tr("Le %1 appelle. Son dossier n’est lu qu’une fois accepté.").arg(m_offer->value)
                         : tr("SIRET %1. Le dossier n’est lu qu’une fois accepté.").arg(groupedDigits(m_offer->value)),
                     tr("Ouvrir le dossier (F3)"), [this] { acceptOffer(); });
}

void MainWindow::acceptOffer()
{
    const Banner *banner = m_notices->banner(u"handover"_s);
    if (!m_offer || !banner || banner->isHidden()) // put away: no longer on offer
        return;
    if (m_services.session.state() != SessionService::State::Connected)
        return; // it stays on offer until there is a connection
    const QString key = m_offer->value;
    m_offer.reset();
    m_notices->set(u"handover"_s, Tone::Info, {}, {});
    m_services.cases.open(key);
    showPage(m_callPage);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_services.settings.setWindowState(geometryKey, saveGeometry());
    const auto flushed = m_services.local.flush();
    if (!m_flushed && !flushed.isFinished()) { // what was typed last is still on its way to the database
        event->ignore();
        setEnabled(false);
        const auto closeNow = [this] {
            m_flushed = true;
            close();
        };
        whenFinished(flushed, this, [closeNow](const Result<Done> &) { closeNow(); });
        QTimer::singleShot(2000, this, closeNow);
        return;
    }
    QWidget::closeEvent(event);
}

} // namespace desk
