// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/demo/copytext.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace desk::demo {

// The rows of one batch, as they go into the tables of the same name. Ids are ours; 0 is NULL, as is an empty
// text where the column allows it. Times are UTC.

struct CompanyRow {
    std::string siren;
    int headcount = 0;
};

struct EstablishmentRow {
    qint64 id = 0;
    std::string siret, denomination;
    std::string streetNumber, streetExtension, streetType, streetLabel, complement;
    std::string postcode, town, phone, email, fax;
    int headcount = 0;
    Moment requestedAt = Never, registeredAt = Never;
    std::string domain; ///< of the company's mail; not a column
};

struct AccountRow {
    qint64 id = 0;
    std::string identifiant, lastName, firstName, email, phone, profile;
    Moment lockedAt = Never, lockedUntil = Never;
    int failedLogins = 0;
    Moment firstLoginAt = Never, lastLoginAt = Never;
    std::string passwordState = "active";
    Moment passwordChangedAt = Never;
    std::string passwordChangedBy;
    bool mustChange = false, secretsSet = true;
    Moment selfServiceAt = Never, beingDeletedAt = Never, disabledAt = Never, createdAt = Never;
    bool createdByDesk = false;
    std::string extranet; ///< another ASP extranet it is used on; a row of account_extranet
    std::string secretQuestion;
    int establishments = 0; ///< how many it has a habilitation for; not a column
};

struct HabilitationRow {
    qint64 id = 0, account = 0, establishment = 0;
    std::string state = "active";
    Moment requestedAt = Never, activeFrom = Never, revokedAt = Never;
    bool referent = false;
};

struct MailRow {
    qint64 id = 0;
    std::string_view kind;
    qint64 account = 0, habilitation = 0, ticket = 0;
    std::string operation; ///< uuid
    std::string_view origin = "extranet";
    std::string to;
    std::string_view state = "delivered";
    Moment queuedAt = Never, nextAttemptAt = Never, sentAt = Never, deliveredAt = Never, bouncedAt = Never;
    int attempts = 1;
    std::string_view reason;
};

struct ContractRow {
    qint64 account = 0, establishment = 0;
    Moment signedOn = Never;
    bool keptByTiers = false;
};

struct DapRow {
    std::string number;
    qint64 establishment = 0;
    std::string_view state, motif;
    Moment from = Never, to = Never, submittedAt = Never, decidedAt = Never;
    bool avenant = false;
};

struct TicketRow {
    qint64 number = 0;
    std::string siret, denomination, requesterName, requesterPhone, requesterEmail;
    std::string_view motif;
    std::string description;
    std::string_view channel = "extranet", state = "open", owner;
    Moment receivedAt = Never, dueAt = Never, closedAt = Never;
    std::string_view closedBy, holdReason;
    Moment holdUntil = Never;
    std::string_view outcome, answer;
    qint64 duplicateOf = 0;
    int version = 1;
    std::string department, profile; ///< empty: unknown
    std::optional<Moment> dueLeft; ///< working time, while on hold
};

struct TicketEventRow {
    qint64 ticket = 0;
    Moment at = Never;
    std::string_view actor, kind, text;
    int version = 1;
};

struct CallRow {
    std::string id; ///< uuid
    std::string_view agent, note, outcome;
    Moment openedAt = Never, closedAt = Never;
    qint64 establishment = 0, account = 0; ///< the one file opened in it; a row of call_file
};

struct OperationRow {
    std::string id, kind, params, reason, call;
    qint64 ticket = 0;
    std::string_view actor;
    Moment at = Never;
    std::string result;
    qint64 establishment = 0, account = 0;
};

struct WalkRow {
    std::string id, call;
    std::string_view script, title, agent, outcome;
    qint64 establishment = 0, account = 0;
    Moment startedAt = Never, endedAt = Never;
    std::string path; ///< JSON
};

struct NoticeRow {
    std::string_view text, postedBy;
    Moment from = Never, until = Never;
};

struct Batch {
    std::vector<CompanyRow> companies;
    std::vector<EstablishmentRow> establishments;
    std::vector<AccountRow> accounts;
    std::vector<HabilitationRow> habilitations;
    std::vector<MailRow> mails;
    std::vector<ContractRow> contracts;
    std::vector<DapRow> daps;
    std::vector<TicketRow> tickets;
    std::vector<TicketEventRow> events;
    std::vector<CallRow> calls;
    std::vector<OperationRow> operations;
    std::vector<WalkRow> walks;
    std::vector<NoticeRow> notices;

    void clear() { *this = Batch(); }
};

} // namespace desk::demo
