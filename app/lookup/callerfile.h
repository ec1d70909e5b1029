// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/access/callercheck.h"
#include "app/access/filechange.h"
#include "app/access/filerequest.h"
#include "app/calls/callstate.h"
#include "app/calls/pastcall.h"
#include "app/core/result.h"
#include "app/lookup/account.h"
#include "app/lookup/contract.h"
#include "app/lookup/dap.h"
#include "app/lookup/establishment.h"
#include "app/lookup/establishmentline.h"
#include "app/lookup/siretcandidate.h"
#include "app/operations/pastoperation.h"
#include "app/scripts/pastwalk.h"
#include "app/supervision/incidentnotice.h"
#include "app/tickets/ticket.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

class QJsonObject;

namespace desk {

/// The caller's file: everything the reading `open_file` answers in one round trip, as plain values. All times are
/// UTC; an invalid QDateTime means "never" or "not known". Masked values end in `Masked`: the database never sends
/// them whole (db/schema/functions/values/masks.sql).
struct CallerFile {
    enum class Subject {
        Establishment, ///< `establishment` is filled; `accounts` are those habilitated on it, referent first
        Account, ///< `accounts` has exactly one; `establishments` lists what it may act for
        Unknown ///< nothing matches; `asked` and `candidates` say what can be done
    };
    BOOST_DESCRIBE_NESTED_ENUM(Subject, Establishment, Account, Unknown)
    Subject subject = Subject::Unknown;
    QString asked; ///< what was looked for, as typed, for an unknown one
    QString stamp; ///< changes when anything shown changes
    QDateTime serverTime;
    std::optional<CallState> call; ///< the call this look-up belongs to, opened by it when it was the first
    Establishment establishment;
    QList<Account> accounts;
    int accountsTotal = 0; ///< may exceed accounts.size(): the most troubled are sent
    std::optional<AccountId> selectedAccount; ///< the account that was looked for, if one was
    QList<EstablishmentLine> establishments;
    QList<SiretCandidate> candidates;
    QList<Dap> daps;
    QList<Contract> contracts;
    QList<Ticket> tickets; ///< open ones first, newest first
    QList<PastCall> calls;
    QList<PastOperation> operations;
    QList<PastWalk> walks;
    QList<IncidentNotice> notices; ///< in force
    QList<FileRequest> requests; ///< waiting ones
    QList<FileChange> changes; ///< of the last thirty days, newest first
    CallerCheck check;
    /// Parts the database could not read this time, by their names in the document ("daps", "tickets", "check"…; of the
    /// accounts: "mails", "extranets"). They are empty here, which says nothing of them.
    QStringList unread;

    [[nodiscard]] bool isUnread(QLatin1StringView part) const { return unread.contains(part); }
    [[nodiscard]] const Account *account(AccountId id) const;
    [[nodiscard]] const Ticket *ticket(TicketNumber number) const;
    /// The other open tickets of the same SIRET and motif, oldest first.
    [[nodiscard]] QList<Ticket> twinsOf(const Ticket &ticket) const;
    /// The request of that kind that waits for approval, or nullptr.
    [[nodiscard]] const FileRequest *waiting(const QString &kind) const;
    /// The caller was checked for this account, which also stands for its establishment.
    [[nodiscard]] bool callerChecked(AccountId account, const QDateTime &now) const;
    friend bool operator==(const CallerFile &, const CallerFile &) = default;
};
BOOST_DESCRIBE_STRUCT(CallerFile, (),
                      (subject, asked, stamp, serverTime, call, establishment, accounts, accountsTotal, selectedAccount,
                       establishments, candidates, daps, contracts, tickets, calls, operations, walks, notices,
                       requests, changes, check, unread))
template <>
inline constexpr auto documentMarks<CallerFile> = std::array{
    orNull("establishment"),  orNull("check"),         unreadable("establishments"), unreadable("candidates"),
    unreadable("daps"),       unreadable("contracts"), unreadable("tickets"),        unreadable("calls"),
    unreadable("operations"), unreadable("walks"),     unreadable("notices"),        unreadable("requests"),
    unreadable("changes")};

/// Reads the document of the reading `open_file` (its shape: db/schema/functions/casefile). A document with status
/// "refused" becomes Error::Code::Refused or TooMany with its rule; what is no caller's file is Internal. Any thread.
[[nodiscard]] Result<CallerFile> callerFileFromDocument(const QJsonObject &document);

} // namespace desk

Q_DECLARE_METATYPE(desk::CallerFile)
