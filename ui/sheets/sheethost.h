// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/lookup/callerfile.h"
#include "app/operations/operation.h"
#include "ui/uiservices.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

namespace desk {

class Sheet;

/// Where sheets open: one at a time, under the file. Remembers what each operation was for, so that its result finds
/// its place even when the sheet has been closed since.
class SheetHost : public QWidget {
    Q_OBJECT
public:
    explicit SheetHost(const UiServices &services, QWidget *parent = nullptr);

    /// Opens the sheet of an operation, prefilled; replaces one that is open (its typed text is kept). Says why when
    /// the operation is about something the open file does not hold.
    void open(const OperationRequest &prefilled);
    void closeSheet();
    void fileRefreshed();
    [[nodiscard]] Sheet *sheet() const { return m_sheet; }
    [[nodiscard]] TicketNumber ticket() const { return m_ticket; } ///< whose sheet is open; 0: none

Q_SIGNALS:
    void openedChanged(bool open);
    /// Done: what for (account 0 or ticket 0 when it was not for one), and the sentence for the file.
    void done(desk::AccountId account, desk::TicketNumber ticket, const QString &sentence);
    /// An operation whose sheet is gone was refused after all.
    void failedLate(const QString &sentence);
    /// The same for what was about the establishment: the sentence, and what to tell the caller, if anything.
    void doneForFile(bool waiting, const QString &sentence, const QString &tell);
    void endCallWanted();
    void ticketClosed(desk::TicketNumber number); ///< closed or transferred from its sheet
    void cannotOpen(const QString &sentence);

private:
    struct Target {
        AccountId account{0};
        TicketNumber ticket{0};
        bool forCall = false;
    };
    [[nodiscard]] Sheet *makeSheet(const OperationRequest &prefilled);
    [[nodiscard]] Target targetOf(const OperationRequest &request) const;
    void onFinished(const OperationOutcome &outcome);
    void onFailed(const QUuid &id, const Error &error);

    UiServices m_services;
    Sheet *m_sheet = nullptr;
    QPointer<QWidget> m_before; ///< where the keyboard was
    TicketNumber m_ticket{0};
    QHash<QUuid, Target> m_sent;
};

} // namespace desk
