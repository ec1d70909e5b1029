// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace desk {

// What the pages of oversight read, as plain values: requests that wait for another person, changes that can still be
// undone, unusual numbers, notices, settings, mails, journal. All times are UTC; an invalid one means "never".

struct EstablishmentRef {
    EstablishmentId id{0};
    QString siret, denomination, postcode, town;
    friend bool operator==(const EstablishmentRef &, const EstablishmentRef &) = default;
};

/// A person somebody wants an account for, or an account that exists already. Address and phone come whole for
/// supervisors, masked for everybody else; an existing account's address is always masked.
struct Holder {
    AccountId account{0}; ///< 0: no account yet
    QString identifiant, lastName, firstName, email, phone;
    QString profile; ///< code
    [[nodiscard]] bool isKnown() const { return account.value() != 0; }
    [[nodiscard]] bool isEmpty() const { return identifiant.isEmpty() && lastName.isEmpty() && firstName.isEmpty(); }
    [[nodiscard]] QString name() const { return (firstName + u' ' + lastName).trimmed(); }
    friend bool operator==(const Holder &, const Holder &) = default;
};

struct EvidenceTicket {
    qint64 number = 0;
    QDateTime receivedAt;
    QString requesterName;
    friend bool operator==(const EvidenceTicket &, const EvidenceTicket &) = default;
};

struct PastStep {
    QUuid id;
    QString kind; ///< of the operation
    QDateTime at;
    QString actorName;
    friend bool operator==(const PastStep &, const PastStep &) = default;
};

/// What the database saw when the request was made.
struct Evidence {
    QString domain; ///< of the address asked for
    QStringList knownDomains; ///< of the establishment
    QList<EvidenceTicket> tickets; ///< habilitation requests sent by the requester
    QList<PastStep> recentChanges;
    QDateTime checkedAt; ///< when the caller answered; invalid: not checked
    QStringList checkedFacts; ///< codes
    friend bool operator==(const Evidence &, const Evidence &) = default;
};

enum class ApprovalState { Waiting, Approved, Refused, Withdrawn, Expired };

struct ApprovalRequest {
    QUuid id;
    QString kind; ///< "account.create" or "referent.reassign"
    ApprovalState state = ApprovalState::Waiting;
    QDateTime requestedAt, expiresAt;
    QString requestedBy, requestedByName;
    EstablishmentRef establishment;
    Holder target; ///< who is to get the access
    Holder current; ///< the referent of today, when the database says
    bool keepOld = false;
    QStringList why; ///< codes of the rules that ask for a second person
    Evidence evidence;
    QString reasonLabel, reasonText;
    QUuid call;
    qint64 ticket = 0;
    QString decidedByName, decidedText;
    QDateTime decidedAt;
    bool own = false; ///< asked by this very person, under whatever log-in
    bool canDecide = false;
    friend bool operator==(const ApprovalRequest &, const ApprovalRequest &) = default;
};

/// A new access that is still within the time in which it can be objected to and undone, or was.
struct AccessChange {
    QUuid id;
    QString kind;
    QDateTime at, until;
    QString actorName, approvedByName;
    EstablishmentRef establishment;
    Holder newHolder, oldHolder;
    bool oldKept = false;
    QDateTime objectedAt;
    QString objectionText;
    QDateTime undoneAt;
    QString undoneByName;
    QList<PastStep> later; ///< operations since on the same rows
    [[nodiscard]] bool canBeUndone(const QDateTime &now) const { return !undoneAt.isValid() && until > now; }
    friend bool operator==(const AccessChange &, const AccessChange &) = default;
};

struct WatchAgent {
    QString login, displayName, kind;
    int hour = 0, day = 0, ceiling = 0;
    QDateTime liftedUntil;
    bool unusual = false;
    friend bool operator==(const WatchAgent &, const WatchAgent &) = default;
};

struct WatchCheck {
    QDateTime at;
    QUuid call;
    QString agentName, siret, denomination;
    int failures = 0;
    bool blocked = false;
    friend bool operator==(const WatchCheck &, const WatchCheck &) = default;
};

struct WatchRefusal {
    QString login, displayName, rule;
    int count = 0;
    QDateTime lastAt;
    friend bool operator==(const WatchRefusal &, const WatchRefusal &) = default;
};

struct WatchReport {
    QList<WatchAgent> agents;
    QList<WatchCheck> checks;
    QList<WatchRefusal> refusals;
    friend bool operator==(const WatchReport &, const WatchReport &) = default;
};

struct PostedNotice {
    qint64 id = 0;
    bool incident = true; ///< else an announcement
    QString text, link;
    QDateTime from, until, endedAt;
    QString postedByName;
    friend bool operator==(const PostedNotice &, const PostedNotice &) = default;
};

struct DeskSetting {
    QString key, value, label, group;
    int least = 0, most = 0; ///< of a number; 0 and 0: a text
    friend bool operator==(const DeskSetting &, const DeskSetting &) = default;
};

struct SettingsSheet {
    QList<DeskSetting> settings;
    QStringList providers; ///< mail domains anybody can have an address at
    friend bool operator==(const SettingsSheet &, const SettingsSheet &) = default;
};

enum class MailList { Waiting, Failed, Sent };

struct MailLine {
    qint64 id = 0;
    QString kind; ///< code
    MailState state = MailState::Queued;
    QString toMasked, identifiant, siret, denomination;
    qint64 ticket = 0;
    QDateTime queuedAt, nextAttemptAt, sentAt, bouncedAt;
    int attempts = 0;
    QString reason; ///< the far server's words
    qint64 replacedBy = 0; ///< the mail that was sent again in its place
    friend bool operator==(const MailLine &, const MailLine &) = default;
};

struct MailCounts {
    int waiting = 0, failed = 0, bounced = 0;
    friend bool operator==(const MailCounts &, const MailCounts &) = default;
};

struct MailsPage {
    QList<MailLine> mails; ///< newest first
    MailCounts counts;
    friend bool operator==(const MailsPage &, const MailsPage &) = default;
};

struct JournalFilter {
    QString siret, identifiant, agent, kind;
    QDateTime from, to;
    friend bool operator==(const JournalFilter &, const JournalFilter &) = default;
};

struct JournalRow {
    qint64 id = 0;
    QDateTime at;
    QString actor, actorName, kind, rule, siret, denomination, identifiant;
    qint64 ticket = 0;
    QUuid call, operation;
    QString operationKind, detail;
    friend bool operator==(const JournalRow &, const JournalRow &) = default;
};

struct JournalPage {
    QList<JournalRow> rows; ///< newest first
    qint64 next = 0; ///< where the next page begins; 0: this was the last one
    friend bool operator==(const JournalPage &, const JournalPage &) = default;
};

struct JournalExport {
    QList<JournalRow> rows;
    QString exportedBy;
    QDateTime exportedAt;
    friend bool operator==(const JournalExport &, const JournalExport &) = default;
};

struct JournalState {
    qint64 sealedRows = 0, unsealed = 0;
    QDateTime sealedAt;
    QString head;
    qint64 firstBad = 0; ///< the first row that does not match its seal; 0: none
    friend bool operator==(const JournalState &, const JournalState &) = default;
};

/// Kinds of operations that only these pages send.
namespace SupervisionKind {
inline constexpr QLatin1StringView Approve{"approval.approve"}; ///< {request, text, seen: codes of the reasons}
inline constexpr QLatin1StringView Refuse{"approval.refuse"}; ///< {request, text}
inline constexpr QLatin1StringView Withdraw{"approval.withdraw"}; ///< {request, text}
inline constexpr QLatin1StringView Undo{"change.undo"}; ///< {change, text, later}
inline constexpr QLatin1StringView LiftCeiling{"ceiling.lift"}; ///< {login, kind, extra, minutes, text}
inline constexpr QLatin1StringView PostNotice{"notice.post"}; ///< {text, kind, from, until, link}
inline constexpr QLatin1StringView EndNotice{"notice.end"}; ///< {notice}
inline constexpr QLatin1StringView SetSetting{"setting.set"}; ///< {key, value}
inline constexpr QLatin1StringView SetProvider{"provider.set"}; ///< {domain, shared}
inline constexpr QLatin1StringView SendAgain{"mail.send_again"}; ///< {mail_id}
}

} // namespace desk
