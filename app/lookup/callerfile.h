// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/id.h"
#include "app/core/result.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

class QJsonObject;

namespace desk {

// The caller's file: everything the reading `open_file` answers in one round trip, as plain values. All times
// are UTC; an invalid QDateTime means "never" or "not known". Masked values end in `Masked`: the
// database never sends them whole (db/schema/functions/values/masks.sql).

enum class Profile { Etablissement, Tiers, Ud, Direccte, Dgefp };
enum class HabilitationState { None, Requested, AwaitingConfirmation, Active, Revoked };
enum class PasswordState { None, Voided, Active };
enum class MailKind { Identifiant, MotDePasse, Habilitation, Other };
enum class MailState { Queued, Sending, Sent, Delivered, Bounced, Refused, Cancelled };
enum class DapState { Provisoire, EnAttenteUd, EnInstruction, Validee, Invalidee };
enum class TicketState { Open, Taken, OnHold, Closed, Merged };

struct MailEvent {
    qint64 id = 0;
    MailKind kind = MailKind::Other;
    MailState state = MailState::Queued;
    QDateTime queuedAt, sentAt, deliveredAt, bouncedAt;
    QString reason; ///< the far server's words when bounced or refused
    friend bool operator==(const MailEvent &, const MailEvent &) = default;
};

struct Habilitation {
    HabilitationId id{0};
    HabilitationState state = HabilitationState::None;
    QDateTime requestedAt;
    QDateTime activeFrom; ///< log-in works from then on; told in the confirmation mail
    QDateTime revokedAt;
    bool referent = false;
    friend bool operator==(const Habilitation &, const Habilitation &) = default;
};

struct Account {
    AccountId id{0};
    QString identifiant, lastName, firstName;
    QString emailMasked, phoneMasked;
    Profile profile = Profile::Etablissement;
    QDateTime lockedAt, lockedUntil; ///< invalid, or past: not locked
    int failedLogins = 0;
    QDateTime firstLoginAt, lastLoginAt;
    bool lastLoginMasked = false; ///< lastLoginAt is the first of its month; the day is to be revealed
    PasswordState password = PasswordState::None;
    QDateTime passwordChangedAt;
    QString passwordChangedBy; ///< "extranet", "self_service", "desk", "caller", or empty
    bool mustChangePassword = false;
    bool secretsSet = false;
    QDateTime selfServiceStartedAt;
    QDateTime beingDeletedAt, disabledAt;
    QStringList otherExtranets; ///< e.g. SYLAé, APEA, EA
    int establishmentCount = 0;
    bool createdByDesk = false;
    Habilitation habilitation; ///< on the establishment of this file; state None in an account's own file
    QList<MailEvent> mails; ///< the latest of each kind, oldest first

    [[nodiscard]] bool isReferent() const { return habilitation.referent; }
    [[nodiscard]] bool isLocked(const QDateTime &now) const { return lockedUntil.isValid() && lockedUntil > now; }
    /// The latest credential mail of that kind, or nullptr when none was ever queued.
    [[nodiscard]] const MailEvent *mail(MailKind kind) const;
    friend bool operator==(const Account &, const Account &) = default;
};

struct Establishment {
    EstablishmentId id{0};
    QString siret, siren, denomination;
    QString addressLine; ///< empty while masked
    bool streetMasked = false;
    QString addressComplement, postcode, town, department;
    QString phoneMasked, emailMasked;
    int headcount = -1; ///< of this establishment; -1 when not known
    int companyHeadcount = -1; ///< of all establishments of the SIREN; -1 when not known
    bool headcountMasked = false; ///< known, and to be revealed
    QDateTime registrationRequestedAt, registeredAt;
    int otherEstablishments = 0; ///< of the same SIREN
    QString timeZone; ///< IANA name, e.g. "America/Martinique"
    friend bool operator==(const Establishment &, const Establishment &) = default;
};

struct Dap {
    QString number;
    DapState state = DapState::Provisoire;
    QString motif;
    QDate from, to;
    QDateTime submittedAt, decidedAt;
    bool avenant = false;
    friend bool operator==(const Dap &, const Dap &) = default;
};

struct Contract {
    AccountId account{0};
    QString identifiant;
    QDate signedOn;
    bool keptByTiers = false; ///< under the 2020 waiver: signed, kept, not sent
    friend bool operator==(const Contract &, const Contract &) = default;
};

/// One field of a ticket that an event changed; both values as the database writes them (codes, log-ins, times).
struct TicketFieldChange {
    QString field, was, is;
    friend bool operator==(const TicketFieldChange &, const TicketFieldChange &) = default;
};

struct TicketEvent {
    QDateTime at;
    QString actor, actorName;
    QString kind; ///< received, opened, taken, commented, held, resumed, closed, reopened, …
    QString text;
    QList<TicketFieldChange> changes = {}; ///< old and new values; empty where the database does not say
    friend bool operator==(const TicketEvent &, const TicketEvent &) = default;
};

struct Ticket {
    TicketNumber number{0};
    QString motif, motifLabel; ///< code and French label
    TicketState state = TicketState::Open;
    QDateTime receivedAt, dueAt, closedAt;
    QString owner, ownerName, closedBy;
    QString requesterName, requesterEmailMasked, requesterPhoneMasked;
    QString description; ///< an outsider's text: plain text wherever shown
    QString outcome, outcomeLabel, answer;
    QString channel; ///< "extranet" or "agent"
    TicketNumber duplicateOf{0}; ///< 0: not seen as a duplicate
    QString siret; ///< as the requester typed it
    QString holdReason; ///< code, while on hold
    QDateTime holdUntil;
    bool awake = false; ///< on hold, and the time of the hold is over
    int merged = 0; ///< duplicates merged into it
    bool mergedOthers = false; ///< some of them came from another address
    int version = 0; ///< grows with every change; what an edit was based on
    QList<TicketEvent> events; ///< latest last, ten at most

    [[nodiscard]] bool isOpen() const { return state != TicketState::Closed && state != TicketState::Merged; }
    [[nodiscard]] bool isHeldFor(const QDateTime &now) const; ///< on hold, and the time of the hold is not over
    [[nodiscard]] bool belongsTo(const QString &login) const { return !login.isEmpty() && owner == login; }
    friend bool operator==(const Ticket &, const Ticket &) = default;
};

struct PastCall {
    QUuid id;
    QDateTime openedAt, closedAt;
    QString agent, agentName, outcomeLabel, note;
    friend bool operator==(const PastCall &, const PastCall &) = default;
};

struct PastOperation {
    QUuid id;
    QString kind; ///< see OperationKind in app/operations/operation.h, e.g. "account.unlock"
    QDateTime at;
    QString actor, actorName, identifiant, reasonLabel, reasonText;
    QUuid call;
    qint64 ticket = 0;
    friend bool operator==(const PastOperation &, const PastOperation &) = default;
};

struct PastWalk {
    QUuid id;
    QString scriptId, title, outcome;
    QDateTime endedAt;
    QString agent;
    QUuid call;
    qint64 ticket = 0;
    friend bool operator==(const PastWalk &, const PastWalk &) = default;
};

/// One line of an account's file: an establishment it may act for.
struct EstablishmentLine {
    EstablishmentId id{0};
    QString siret, denomination, postcode, town;
    HabilitationState state = HabilitationState::None;
    QDateTime activeFrom;
    bool referent = false;
    int openTickets = 0;
    friend bool operator==(const EstablishmentLine &, const EstablishmentLine &) = default;
};

/// A known SIRET one slip away from the one that was dictated.
struct SiretCandidate {
    QString siret, denomination, postcode, town;
    friend bool operator==(const SiretCandidate &, const SiretCandidate &) = default;
};

struct IncidentNotice {
    qint64 id = 0;
    QString text;
    QDateTime from, until;
    bool announcement = false; ///< else an incident
    QString link = {}; ///< a web address to read more, or empty
    friend bool operator==(const IncidentNotice &, const IncidentNotice &) = default;
};

/// A change of access that waits for another person's approval.
struct FileRequest {
    QUuid id;
    QString kind; ///< OperationKind
    QDateTime requestedAt, expiresAt;
    QString requestedByName;
    QStringList why; ///< codes: why it needs approval
    QString personName; ///< whom it is for
    bool own = false; ///< asked for by this person
    friend bool operator==(const FileRequest &, const FileRequest &) = default;
};

/// A change of access that was made lately; until `until` someone may object to it.
struct FileChange {
    QUuid id;
    QString kind; ///< OperationKind
    QDateTime at, until;
    QString actorName, newIdentifiant, oldIdentifiant;
    QDateTime undoneAt, objectedAt;
    [[nodiscard]] bool isOpen(const QDateTime &now) const { return !undoneAt.isValid() && until > now; }
    friend bool operator==(const FileChange &, const FileChange &) = default;
};

/// Where the check of the caller stands in the call under way.
struct CallerCheck {
    AccountId account{0}; ///< 0: of the establishment alone
    QDateTime passedUntil;
    int triesLeft = -1; ///< -1: not said
    [[nodiscard]] bool holds(const QDateTime &now) const { return passedUntil > now; }
    friend bool operator==(const CallerCheck &, const CallerCheck &) = default;
};

struct CallState {
    QUuid id;
    QDateTime openedAt;
    QString note;
    friend bool operator==(const CallState &, const CallState &) = default;
};

struct CallerFile {
    enum class Subject {
        Establishment, ///< `establishment` is filled; `accounts` are those habilitated on it, referent first
        Account, ///< `accounts` has exactly one; `establishments` lists what it may act for
        Unknown ///< nothing matches; `asked` and `candidates` say what can be done
    };
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

/// One ticket as the file has it.
[[nodiscard]] Ticket ticketFromJson(const QJsonObject &document);
/// Reads the document of the reading `open_file` (its shape: db/schema/functions/casefile). Unknown fields are ignored,
/// so that an older console reads a newer schema; a missing mandatory part is Error::Code::Internal; a document with
/// status "refused" becomes Error::Code::Refused or TooMany with its rule. Any thread.
[[nodiscard]] Result<CallerFile> callerFileFromJson(const QJsonObject &document);

[[nodiscard]] Profile profileFromCode(const QString &code);
[[nodiscard]] QString profileCode(Profile profile);

} // namespace desk

Q_DECLARE_METATYPE(desk::CallerFile)
