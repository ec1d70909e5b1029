// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/caseservice.h"
#include "app/operations/operation.h"
#include "ui/theme/tokens.h"
#include "ui/uiservices.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace desk {

class Banner;
class EmptyPage;
class FilePage;
struct SessionInfo;
class SheetHost;
class TicketStrip;

/// The middle zone of a call: what can be typed, then the caller's file, complete without a click, and under it the
/// sheet of the operation being confirmed. Shows what CaseService holds; keeps what the person chose, unfolded,
/// revealed or typed over refreshes.
class CaseFileView : public QWidget {
    Q_OBJECT
public:
    explicit CaseFileView(const UiServices &services, QWidget *parent = nullptr);

public Q_SLOTS:
    /// Opens the sheet of an operation, filled in from `prefilled` (from the script panel, or from a row).
    void openSheet(const desk::OperationRequest &prefilled);
    void openTicketClose(desk::TicketNumber number);
    /// Unfolds the ticket that is worked on (else the most pressing one), with the keyboard on it.
    void jumpToTicket();

Q_SIGNALS:
    /// The call may as well end, with that outcome of the desk's list.
    void endCallWanted(const QString &outcome);
    /// The ticket the file was opened for was closed here: what comes next is for the settings to say.
    void ticketClosed(desk::TicketNumber number);
    void backToQueueWanted();
    void scriptWanted(); ///< the keyboard belongs to the script

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectServices();
    void connectPages();
    void onState(CaseService::State state);
    void onFile(bool another);
    void tell(Tone tone, const QString &lead, const QString &text);
    void showCallers(const SessionInfo &info);
    void showFailure();
    void tellUnread();
    void showEmpty();
    void selectWanted();
    void openEstablishment(const QString &siret);
    void makeShortcuts();
    void showTicket();
    void reveal(const QString &field, qint64 id);
    void tellPresence();
    void openOperation(const QString &kind, const QJsonObject &params = {});
    void openTicketOperation(const QString &kind, TicketNumber number);
    void openAccountOperation(const QString &kind, AccountId id);
    void onDone(AccountId account, TicketNumber ticket, const QString &sentence);
    void onSheet(bool open);
    void scheduleTick();
    void tick();
    void placeLoading();

    UiServices m_services;
    Banner *m_banner;
    QStackedWidget *m_pages;
    EmptyPage *m_empty;
    QWidget *m_emptyPage;
    FilePage *m_file;
    SheetHost *m_sheets;
    TicketStrip *m_strip;
    QLabel *m_loading;
    QTimer m_loadingTimer, m_tickTimer;
    std::optional<AccountId> m_wanted; ///< the account to choose once the establishment it came from is open
    QList<TicketNumber> m_told; ///< what the others were last told to be open here
    bool m_bannerRetries = false;
    bool m_bannerOfRefresh = false; ///< it says that a refresh failed: the next one that succeeds takes it away
    int m_scrollBefore = 0, m_scrollForSheet = -1; ///< of the file: before the sheet opened, and for its sake
};

} // namespace desk
