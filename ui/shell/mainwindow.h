// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/handover/handover.h"
#include "app/session/connectionsettings.h"
#include "ui/uiservices.h"

#include <QPointer>
#include <QSet>
#include <QUuid>
#include <QWidget>

#include <functional>
#include <optional>

class QStackedWidget;

namespace desk {

class CallPage;
class ConnectionPage;
class DigitKeys;
class LockScreen;
class NoticeArea;
class NotePanel;
class PageSet;
class Rail;
class ShortcutsOverlay;
class StatusLine;
class SupervisionPage;
class TicketRoute;
class TopBar;
class WrapUpPanel;

/// The one window: the connection page until somebody is logged in, then the top bar, the notices, the rail and its
/// pages, the status line. Holds no rule of the desk; it places the parts and moves the keyboard between them.
class MainWindow : public QWidget {
    Q_OBJECT
public:
    explicit MainWindow(const UiServices &services, QWidget *parent = nullptr);
    ~MainWindow() override;
    /// Connects where the command line says, else where the settings say, else shows the choice. Call once, after
    /// show().
    void begin(const std::optional<ConnectionSettings> &fromCommandLine);
    /// What another program proposes to open (a call that rings): a banner, F3 accepts. Until then nothing is read, the
    /// keyboard stays where it is and so does the call under way. The newest replaces the one before. Any time.
    void offer(const desk::Handover &handover);
    /// The private server's folder of mails, once it runs; for whoever started it elsewhere.
    void setMailFolder(const QString &folder);
    /// How to put a damaged private server's folder aside; see DemoCard::setSetAside.
    void setPrivateFolderAside(std::function<Result<QString>(const QString &folder)> action);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildWorkspace();
    void addPages();
    template <class Page> int addOversight(const QString &icon, const QString &name);
    void makeShortcuts();
    void connectServices();
    void onSessionState();
    void onLoggedIn();
    void showPage(int page);
    void showRole();
    void showCounts();
    void showDecisions();
    void openDecided(const QUuid &request);
    void openFile(const QString &key);
    void readAgain();
    void toggleNote();
    void openCall();
    void endCall();
    void closePanels();
    void rememberFocus();
    void giveFocusBack();
    void updateDigits();
    void showOwnProblems();
    void showOffer();
    void acceptOffer();

    UiServices m_services;
    QStackedWidget *m_whole; ///< connection page, workspace, or the lock page instead
    ConnectionPage *m_connection;
    QWidget *m_workspace = nullptr;
    TopBar *m_top = nullptr;
    NoticeArea *m_notices = nullptr;
    NotePanel *m_note = nullptr;
    WrapUpPanel *m_wrapUp = nullptr;
    Rail *m_rail = nullptr;
    PageSet *m_pages = nullptr;
    CallPage *m_call = nullptr;
    StatusLine *m_status = nullptr;
    ShortcutsOverlay *m_shortcuts = nullptr;
    DigitKeys *m_digits = nullptr;
    LockScreen *m_lock = nullptr;
    TicketRoute *m_route = nullptr;
    bool m_flushed = false; ///< the drafts that go to the database are there: the window may close
    QPointer<QWidget> m_focusBefore; ///< who had the keyboard before a panel took it
    std::optional<Handover> m_offer;
    QString m_mailFolder;
    QSet<QString> m_decisions; ///< banners shown
    int m_callPage = 0, m_queuePage = 0, m_overviewPage = 0, m_libraryPage = 0, m_approvalsPage = 0, m_watchPage = 0,
        m_noticesPage = 0, m_mailsPage = 0, m_journalPage = 0, m_rulesPage = 0, m_settingsPage = 0;
};

} // namespace desk
