// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/demo/tables.h"

#include "db/demo/rng.h"

namespace desk::demo {

namespace {

struct Target {
    Table table;
    const char *name, *columns;
};

constexpr Target targets[] = {
    {Table::Company, "asp.company", "siren, headcount"},
    {Table::Establishment, "asp.establishment",
     "id, siret, denomination, street_number, street_extension, street_type, street_label, "
     "address_complement, postcode, "
     "town, phone, email, fax, headcount, registration_requested_at, registered_at"},
    {Table::Account, "asp.account",
     "id, identifiant, last_name, first_name, email, phone, profile, locked_at, locked_until, "
     "failed_logins, "
     "first_login_at, last_login_at, password_state, password_changed_at, password_changed_by, "
     "must_change_password, "
     "secrets_set, self_service_started_at, being_deleted_at, disabled_at, created_at, created_by_desk"},
    {Table::AccountSecret, "asp.account_secret", "account_id, password_hash, secret_question, secret_answer_hash"},
    {Table::AccountExtranet, "asp.account_extranet", "account_id, extranet"},
    {Table::Habilitation, "asp.habilitation",
     "id, account_id, establishment_id, state, requested_at, active_from, revoked_at, referent"},
    {Table::Contract, "asp.contract", "account_id, establishment_id, signed_on, kept_by_tiers"},
    {Table::Dap, "asp.dap",
     "number, establishment_id, state, motif, period_from, period_to, submitted_at, decided_at, avenant"},
    {Table::Ticket, "asp.ticket",
     "number, siret, denomination, requester_name, requester_phone, requester_email, motif, description, "
     "channel, state, "
     "owner, received_at, due_at, closed_at, closed_by, hold_reason, hold_until, outcome, answer, "
     "duplicate_of, version, department, profile, due_left"},
    {Table::TicketEvent, "asp.ticket_event", "ticket, at, actor, kind, text, version"},
    {Table::Call, "asp.call", "id, agent, opened_at, closed_at, note, outcome"},
    {Table::CallFile, "asp.call_file", "call_id, establishment_id, account_id, at"},
    {Table::Operation, "asp.operation",
     "id, kind, params, reason, call_id, ticket, actor, at, result, digest, establishment_id, account_id"},
    {Table::Mail, "asp.mail",
     "id, kind, account_id, habilitation_id, ticket, operation_id, origin, to_address, state, queued_at, "
     "attempts, "
     "next_attempt_at, sent_at, delivered_at, bounced_at, reason"},
    {Table::Walk, "asp.walk",
     "id, script_id, script_version, title, agent, call_id, establishment_id, account_id, outcome, "
     "started_at, ended_at, "
     "saved_at, path"},
    {Table::Notice, "asp.incident_notice", "text, valid_from, valid_until, posted_by"},
};

/// Looks like the hash of a password or an answer, and is one of none.
std::string unusableHash(Rng &rng)
{
    constexpr std::string_view base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string hash = "$argon2id$v=19$m=65536,t=2,p=1$";
    for (int i = 0; i < 65; ++i)
        hash += i == 22 ? '$' : base64[rng.below(64)];
    return hash;
}

quint64 numberOf(std::string_view text)
{
    quint64 number = 0;
    for (const char c : text)
        number = mixed(number ^ static_cast<unsigned char>(c));
    return number;
}

std::string hexDigest(Rng &rng)
{
    constexpr std::string_view hex = "0123456789abcdef";
    std::string digest = "\\x";
    for (int i = 0; i < 64; ++i)
        digest += hex[rng.below(16)];
    return digest;
}

} // namespace

TableWriter::TableWriter(quint64 seed) : m_seed(seed)
{
}

QByteArray TableWriter::name(Table table)
{
    return targets[static_cast<size_t>(table)].name;
}

void TableWriter::add(const Batch &batch)
{
    for (const CompanyRow &row : batch.companies)
        text(Table::Company).text(row.siren).number(row.headcount).endRow();
    for (const EstablishmentRow &row : batch.establishments)
        add(row);
    for (const AccountRow &row : batch.accounts)
        add(row);
    for (const HabilitationRow &row : batch.habilitations)
        add(row);
    for (const ContractRow &row : batch.contracts)
        text(Table::Contract)
            .number(row.account)
            .number(row.establishment)
            .date(row.signedOn)
            .flag(row.keptByTiers)
            .endRow();
    for (const DapRow &row : batch.daps)
        add(row);
    for (const TicketRow &row : batch.tickets)
        add(row);
    for (const TicketEventRow &row : batch.events)
        add(row);
    for (const CallRow &row : batch.calls)
        add(row);
    for (const OperationRow &row : batch.operations)
        add(row);
    for (const MailRow &row : batch.mails)
        add(row);
    for (const WalkRow &row : batch.walks)
        add(row);
    for (const NoticeRow &row : batch.notices)
        text(Table::Notice).text(row.text).moment(row.from).moment(row.until).text(row.postedBy).endRow();
}

void TableWriter::add(const EstablishmentRow &row)
{
    CopyText &to = text(Table::Establishment);
    to.number(row.id)
        .text(row.siret)
        .text(row.denomination)
        .textOrNull(row.streetNumber)
        .textOrNull(row.streetExtension);
    to.textOrNull(row.streetType)
        .textOrNull(row.streetLabel)
        .textOrNull(row.complement)
        .text(row.postcode)
        .text(row.town);
    to.textOrNull(row.phone).textOrNull(row.email).textOrNull(row.fax).number(row.headcount);
    to.moment(row.requestedAt).moment(row.registeredAt).endRow();
}

void TableWriter::add(const AccountRow &row)
{
    CopyText &to = text(Table::Account);
    to.number(row.id)
        .text(row.identifiant)
        .text(row.lastName)
        .text(row.firstName)
        .text(row.email)
        .textOrNull(row.phone);
    to.text(row.profile).moment(row.lockedAt).moment(row.lockedUntil).number(row.failedLogins).moment(row.firstLoginAt);
    to.moment(row.lastLoginAt).text(row.passwordState).moment(row.passwordChangedAt).textOrNull(row.passwordChangedBy);
    to.flag(row.mustChange).flag(row.secretsSet).moment(row.selfServiceAt).moment(row.beingDeletedAt);
    to.moment(row.disabledAt).moment(row.createdAt).flag(row.createdByDesk).endRow();
    addSecret(row);
    if (!row.extranet.empty())
        text(Table::AccountExtranet).number(row.id).text(row.extranet).endRow();
}

void TableWriter::addSecret(const AccountRow &row)
{
    Rng rng(m_seed, static_cast<quint64>(row.id) + (quint64(1) << 40));
    CopyText &to = text(Table::AccountSecret).number(row.id);
    to.textOrNull(row.passwordState == "active" ? unusableHash(rng) : std::string());
    to.textOrNull(row.secretsSet ? row.secretQuestion : std::string());
    to.textOrNull(row.secretsSet ? unusableHash(rng) : std::string()).endRow();
}

void TableWriter::add(const HabilitationRow &row)
{
    CopyText &to
        = text(Table::Habilitation).number(row.id).number(row.account).number(row.establishment).text(row.state);
    to.moment(row.requestedAt).moment(row.activeFrom).moment(row.revokedAt).flag(row.referent).endRow();
}

void TableWriter::add(const MailRow &row)
{
    CopyText &to = text(Table::Mail).number(row.id).text(row.kind).idOrNull(row.account).idOrNull(row.habilitation);
    to.idOrNull(row.ticket)
        .textOrNull(row.operation)
        .text(row.origin)
        .text(row.to)
        .text(row.state)
        .moment(row.queuedAt);
    to.number(row.attempts).moment(row.nextAttemptAt).moment(row.sentAt).moment(row.deliveredAt).moment(row.bouncedAt);
    to.text(row.reason).endRow();
}

void TableWriter::add(const DapRow &row)
{
    CopyText &to = text(Table::Dap).text(row.number).number(row.establishment).text(row.state).text(row.motif);
    to.date(row.from).date(row.to).moment(row.submittedAt).moment(row.decidedAt).flag(row.avenant).endRow();
}

void TableWriter::add(const TicketRow &row)
{
    CopyText &to
        = text(Table::Ticket).number(row.number).text(row.siret).text(row.denomination).text(row.requesterName);
    to.text(row.requesterPhone).text(row.requesterEmail).text(row.motif).text(row.description).text(row.channel);
    to.text(row.state).textOrNull(row.owner).moment(row.receivedAt).moment(row.dueAt).moment(row.closedAt);
    to.textOrNull(row.closedBy).textOrNull(row.holdReason).moment(row.holdUntil).textOrNull(row.outcome);
    to.textOrNull(row.answer).idOrNull(row.duplicateOf).number(row.version).text(row.department).text(row.profile);
    to.textOrNull(row.dueLeft ? std::to_string(*row.dueLeft) + " seconds" : std::string()).endRow();
}

void TableWriter::add(const TicketEventRow &row)
{
    CopyText &to = text(Table::TicketEvent).number(row.ticket).moment(row.at).text(row.actor).text(row.kind);
    to.text(row.text).number(row.version).endRow();
}

void TableWriter::add(const CallRow &row)
{
    CopyText &to = text(Table::Call).text(row.id).text(row.agent).moment(row.openedAt).moment(row.closedAt);
    to.text(row.note).textOrNull(row.outcome).endRow();
    CopyText &file = text(Table::CallFile).text(row.id).idOrNull(row.establishment);
    file.idOrNull(row.establishment == 0 ? row.account : 0).moment(row.openedAt).endRow();
}

void TableWriter::add(const OperationRow &row)
{
    Rng rng(m_seed, numberOf(row.id));
    CopyText &to = text(Table::Operation).text(row.id).text(row.kind).text(row.params).textOrNull(row.reason);
    to.textOrNull(row.call).idOrNull(row.ticket).text(row.actor).moment(row.at).text(row.result).text(hexDigest(rng));
    to.idOrNull(row.establishment).idOrNull(row.account).endRow();
}

void TableWriter::add(const WalkRow &row)
{
    CopyText &to = text(Table::Walk).text(row.id).text(row.script).number(1).text(row.title).text(row.agent);
    to.textOrNull(row.call).idOrNull(row.establishment).idOrNull(row.account).text(row.outcome).moment(row.startedAt);
    to.moment(row.endedAt).moment(row.endedAt).text(row.path).endRow();
}

Result<Done> TableWriter::flush(PgConnection &connection)
{
    for (const Target &target : targets) {
        CopyText &rows = text(target.table);
        if (rows.isEmpty())
            continue;
        const QByteArray sql = QByteArray("COPY ") + target.name + " (" + target.columns + ") FROM STDIN";
        if (auto begun = connection.copyBegin(sql); !begun)
            return begun;
        const auto sent = connection.copyRow(rows.bytes());
        const auto ended = connection.copyEnd();
        if (!sent || !ended)
            return ended ? sent : ended; // the server's reason is in the end's answer
        rows.clear();
    }
    return Done{};
}

} // namespace desk::demo
