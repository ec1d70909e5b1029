// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/shell/mainwindow.h"

#include "app/calls/callservice.h"
#include "app/local/localstore.h"
#include "app/lookup/caseservice.h"
#include "app/session/sessionservice.h"
#include "app/settings/appsettings.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/scripts/scriptlibrarypage.h"
#include "ui/session/connectionpage.h"
#include "ui/session/democard.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/callbar.h"
#include "ui/shell/callpage.h"
#include "ui/shell/digitkeys.h"
#include "ui/shell/notepanel.h"
#include "ui/shell/noticearea.h"
#include "ui/shell/rail.h"
#include "ui/shell/searchbox.h"
#include "ui/shell/shortcutsoverlay.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topbar.h"
#include "ui/shell/wrapuppanel.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCloseEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

const QString geometryKey = u"main"_s;
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
    m_pages = new QStackedWidget(m_workspace);
    m_status = new StatusLine(m_services.session, m_workspace);
    m_call = new CallPage(m_services, m_pages);
    m_library = new ScriptLibraryPage(m_services, m_pages);
    m_settings = new SettingsPage(m_services, m_pages);
    m_callPage = m_rail->addPage(u"phone"_s, tr("Appel"));
    m_libraryPage = m_rail->addPage(u"scripts"_s, tr("Scripts"));
    m_settingsPage = m_rail->addPage(u"settings"_s, tr("Réglages"));
    for (QWidget *page :
         {static_cast<QWidget *>(m_call), static_cast<QWidget *>(m_library), static_cast<QWidget *>(m_settings)})
        m_pages->addWidget(page);

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

void MainWindow::makeShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto action) {
        connect(new QShortcut(keys, m_workspace, nullptr, nullptr, Qt::WindowShortcut), &QShortcut::activated, this,
                action);
    };
    add(Qt::CTRL | Qt::Key_K, [this] { m_top->search()->activate(); });
    add(Qt::Key_F5, [this] { m_services.cases.refresh(); });
    add(Qt::Key_F7, [this] { openCall(); });
    add(Qt::Key_F8, [this] { toggleNote(); });
    add(Qt::Key_F9, [this] { endCall(); });
    add(Qt::CTRL | Qt::Key_PageDown, [this] { showPage((m_rail->current() + 1) % m_rail->count()); });
    add(Qt::CTRL | Qt::Key_PageUp, [this] { showPage((m_rail->current() + m_rail->count() - 1) % m_rail->count()); });
    // "?" needs Shift on most layouts and none on a few.
    add(QKeySequence(u"Ctrl+?"_s), [this] { m_shortcuts->toggle(); });
    add(QKeySequence(u"Ctrl+Shift+?"_s), [this] { m_shortcuts->toggle(); });
    add(Qt::Key_F1, [this] { m_shortcuts->toggle(); });
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
    connect(m_library, &ScriptLibraryPage::started, this, [this] {
        showPage(m_callPage);
        m_call->takeKeyboard();
    });
    connect(m_connection, &ConnectionPage::mailFolderKnown, this, &MainWindow::setMailFolder);
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
    m_settings->setMailFolder(folder);
}

void MainWindow::setPrivateFolderAside(std::function<Result<QString>(const QString &folder)> action)
{
    m_connection->demoCard()->setSetAside(std::move(action));
}

void MainWindow::onSessionState()
{
    const SessionService::State state = m_services.session.state();
    const bool working = state == SessionService::State::Connected || state == SessionService::State::Lost;
    if (!working && m_whole->currentWidget() == m_workspace)
        closePanels();
    m_whole->setCurrentWidget(working ? m_workspace : static_cast<QWidget *>(m_connection));
    updateDigits();
}

void MainWindow::onLoggedIn()
{
    m_wrapUp->setOutcomes(m_services.session.info().callOutcomes);
    showPage(m_callPage);
    m_top->search()->activate();
    showOwnProblems();
}

void MainWindow::showPage(int page)
{
    m_rail->setCurrent(page);
    m_pages->setCurrentIndex(page);
    updateDigits();
    if (page == m_libraryPage)
        m_library->focusSearch();
    else if (page == m_settingsPage)
        m_settings->takeKeyboard();
    else
        m_call->takeKeyboard();
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
    const QStringList keys = m_services.settings.problems();
    m_notices->set(
        u"settings"_s, Tone::Warn, tr("Réglages"),
        keys.isEmpty()
            ? QString()
            : tr("Ces réglages étaient illisibles et reprennent leur valeur d’origine : %1. Vérifiez-les dans la page "
                 "Réglages.")
                  .arg(keys.join(u", "_s)));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_services.settings.setWindowState(geometryKey, saveGeometry());
    QWidget::closeEvent(event);
}

} // namespace desk
