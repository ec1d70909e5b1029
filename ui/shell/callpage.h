// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/id.h"
#include "ui/uiservices.h"

#include <QWidget>

namespace desk {

class CaseFileView;
class ScriptPanel;

/// A call: the case in the middle, what to say at the right.
class CallPage : public QWidget {
    Q_OBJECT
public:
    explicit CallPage(const UiServices &services, QWidget *parent = nullptr);
    void handleDigit(int digit);
    /// Gives the keyboard to the page, so that digits answer the script.
    void takeKeyboard();

Q_SIGNALS:
    void endCallWanted(const QString &outcome);
    void ticketClosed(desk::TicketNumber number); ///< the one the file was opened for
    void backToQueueWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    CaseFileView *m_file = nullptr;
    ScriptPanel *m_script = nullptr;
};

} // namespace desk
