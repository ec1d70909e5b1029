// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/lookup/callerfile.h"

#include "app/core/jsonfields.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

template <class Enum, size_t N> using CodeTable = std::array<std::pair<QLatin1StringView, Enum>, N>;

constexpr CodeTable<Profile, 5> profiles{{{"etablissement"_L1, Profile::Etablissement},
                                          {"tiers"_L1, Profile::Tiers},
                                          {"ud"_L1, Profile::Ud},
                                          {"direccte"_L1, Profile::Direccte},
                                          {"dgefp"_L1, Profile::Dgefp}}};
constexpr CodeTable<HabilitationState, 4> habilitationStates{
    {{"requested"_L1, HabilitationState::Requested},
     {"awaiting_confirmation"_L1, HabilitationState::AwaitingConfirmation},
     {"active"_L1, HabilitationState::Active},
     {"revoked"_L1, HabilitationState::Revoked}}};
constexpr CodeTable<PasswordState, 3> passwordStates{
    {{"none"_L1, PasswordState::None}, {"voided"_L1, PasswordState::Voided}, {"active"_L1, PasswordState::Active}}};
constexpr CodeTable<MailKind, 3> mailKinds{{{"identifiant"_L1, MailKind::Identifiant},
                                            {"mot_de_passe"_L1, MailKind::MotDePasse},
                                            {"habilitation"_L1, MailKind::Habilitation}}};
constexpr CodeTable<MailState, 7> mailStates{{{"queued"_L1, MailState::Queued},
                                              {"sending"_L1, MailState::Sending},
                                              {"sent"_L1, MailState::Sent},
                                              {"delivered"_L1, MailState::Delivered},
                                              {"bounced"_L1, MailState::Bounced},
                                              {"refused"_L1, MailState::Refused},
                                              {"cancelled"_L1, MailState::Cancelled}}};
constexpr CodeTable<DapState, 5> dapStates{{{"provisoire"_L1, DapState::Provisoire},
                                            {"en_attente_ud"_L1, DapState::EnAttenteUd},
                                            {"en_instruction"_L1, DapState::EnInstruction},
                                            {"validee"_L1, DapState::Validee},
                                            {"invalidee"_L1, DapState::Invalidee}}};
constexpr CodeTable<TicketState, 5> ticketStates{{{"open"_L1, TicketState::Open},
                                                  {"taken"_L1, TicketState::Taken},
                                                  {"on_hold"_L1, TicketState::OnHold},
                                                  {"closed"_L1, TicketState::Closed},
                                                  {"merged"_L1, TicketState::Merged}}};

template <class Enum, size_t N> Enum fromCode(const CodeTable<Enum, N> &table, const QString &code, Enum otherwise)
{
    const auto it = std::find_if(table.begin(), table.end(), [&](const auto &row) { return row.first == code; });
    return it == table.end() ? otherwise : it->second;
}

qint64 number(const QJsonObject &object, QLatin1StringView key, qint64 otherwise = 0)
{
    return object.value(key).toInteger(otherwise);
}

int count(const QJsonObject &object, QLatin1StringView key, int otherwise = 0)
{
    return object.value(key).toInt(otherwise);
}

bool flag(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toBool();
}

QDate date(const QJsonObject &object, QLatin1StringView key)
{
    return QDate::fromString(textOf(object, key), Qt::ISODate);
}

QUuid uuid(const QJsonObject &object, QLatin1StringView key)
{
    return QUuid::fromString(textOf(object, key));
}

MailEvent mailFrom(const QJsonObject &o)
{
    return {number(o, "id"_L1),
            fromCode(mailKinds, textOf(o, "kind"_L1), MailKind::Other),
            fromCode(mailStates, textOf(o, "state"_L1), MailState::Queued),
            timeOf(o, "queued_at"_L1),
            timeOf(o, "sent_at"_L1),
            timeOf(o, "delivered_at"_L1),
            timeOf(o, "bounced_at"_L1),
            textOf(o, "reason"_L1)};
}

Habilitation habilitationFrom(const QJsonObject &o)
{
    Habilitation habilitation;
    if (o.isEmpty())
        return habilitation;
    habilitation.id = HabilitationId(number(o, "id"_L1));
    habilitation.state = fromCode(habilitationStates, textOf(o, "state"_L1), HabilitationState::None);
    habilitation.requestedAt = timeOf(o, "requested_at"_L1);
    habilitation.activeFrom = timeOf(o, "active_from"_L1);
    habilitation.revokedAt = timeOf(o, "revoked_at"_L1);
    habilitation.referent = flag(o, "referent"_L1);
    return habilitation;
}

Account accountFrom(const QJsonObject &o)
{
    Account account;
    account.id = AccountId(number(o, "id"_L1));
    account.identifiant = textOf(o, "identifiant"_L1);
    account.lastName = textOf(o, "last_name"_L1);
    account.firstName = textOf(o, "first_name"_L1);
    account.emailMasked = textOf(o, "email_masked"_L1);
    account.phoneMasked = textOf(o, "phone_masked"_L1);
    account.profile = profileFromCode(textOf(o, "profile"_L1));
    account.lockedAt = timeOf(o, "locked_at"_L1);
    account.lockedUntil = timeOf(o, "locked_until"_L1);
    account.failedLogins = count(o, "failed_logins"_L1);
    account.firstLoginAt = timeOf(o, "first_login_at"_L1);
    account.lastLoginAt = timeOf(o, "last_login_at"_L1);
    account.lastLoginMasked = flag(o, "last_login_masked"_L1);
    account.password = fromCode(passwordStates, textOf(o, "password"_L1), PasswordState::None);
    account.passwordChangedAt = timeOf(o, "password_changed_at"_L1);
    account.passwordChangedBy = textOf(o, "password_changed_by"_L1);
    account.mustChangePassword = flag(o, "must_change_password"_L1);
    account.secretsSet = flag(o, "secrets_set"_L1);
    account.selfServiceStartedAt = timeOf(o, "self_service_started_at"_L1);
    account.beingDeletedAt = timeOf(o, "being_deleted_at"_L1);
    account.disabledAt = timeOf(o, "disabled_at"_L1);
    const QJsonArray extranets = o.value("other_extranets"_L1).toArray();
    for (const auto &name : extranets)
        account.otherExtranets.append(name.toString());
    account.establishmentCount = count(o, "establishment_count"_L1);
    account.createdByDesk = flag(o, "created_by_desk"_L1);
    account.habilitation = habilitationFrom(o.value("habilitation"_L1).toObject());
    account.mails = listOf(o, "mails"_L1, mailFrom);
    return account;
}

Establishment establishmentFrom(const QJsonObject &o)
{
    Establishment establishment;
    establishment.id = EstablishmentId(number(o, "id"_L1));
    establishment.siret = textOf(o, "siret"_L1);
    establishment.siren = textOf(o, "siren"_L1);
    establishment.denomination = textOf(o, "denomination"_L1);
    establishment.streetMasked = flag(o, "street_masked"_L1);
    // A masked street may be sent as dots: what is not the value is not one.
    establishment.addressLine = establishment.streetMasked ? QString() : textOf(o, "address_line"_L1);
    establishment.addressComplement = textOf(o, "address_complement"_L1);
    establishment.postcode = textOf(o, "postcode"_L1);
    establishment.town = textOf(o, "town"_L1);
    establishment.department = textOf(o, "department"_L1);
    establishment.phoneMasked = textOf(o, "phone_masked"_L1);
    establishment.emailMasked = textOf(o, "email_masked"_L1);
    establishment.headcount = count(o, "headcount"_L1, -1);
    establishment.companyHeadcount = count(o, "company_headcount"_L1, -1);
    establishment.headcountMasked = flag(o, "headcount_masked"_L1);
    establishment.registrationRequestedAt = timeOf(o, "registration_requested_at"_L1);
    establishment.registeredAt = timeOf(o, "registered_at"_L1);
    establishment.otherEstablishments = count(o, "other_establishments"_L1);
    establishment.timeZone = textOf(o, "time_zone"_L1);
    return establishment;
}

EstablishmentLine lineFrom(const QJsonObject &o)
{
    return {EstablishmentId(number(o, "id"_L1)),
            textOf(o, "siret"_L1),
            textOf(o, "denomination"_L1),
            textOf(o, "postcode"_L1),
            textOf(o, "town"_L1),
            fromCode(habilitationStates, textOf(o, "state"_L1), HabilitationState::None),
            timeOf(o, "active_from"_L1),
            flag(o, "referent"_L1),
            count(o, "open_tickets"_L1)};
}

SiretCandidate candidateFrom(const QJsonObject &o)
{
    return {textOf(o, "siret"_L1), textOf(o, "denomination"_L1), textOf(o, "postcode"_L1), textOf(o, "town"_L1)};
}

Dap dapFrom(const QJsonObject &o)
{
    return {textOf(o, "number"_L1),     fromCode(dapStates, textOf(o, "state"_L1), DapState::Provisoire),
            textOf(o, "motif"_L1),      date(o, "from"_L1),
            date(o, "to"_L1),           timeOf(o, "submitted_at"_L1),
            timeOf(o, "decided_at"_L1), flag(o, "avenant"_L1)};
}

Contract contractFrom(const QJsonObject &o)
{
    return {AccountId(number(o, "account_id"_L1)), textOf(o, "identifiant"_L1), date(o, "signed_on"_L1),
            flag(o, "kept_by_tiers"_L1)};
}

QString fieldValue(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

/// {"motif": {"was": …, "is": …}}, as the database keeps them, or a list with the name of the field in each.
QList<TicketFieldChange> changesFrom(const QJsonValue &value)
{
    QList<TicketFieldChange> changes;
    const auto add = [&changes](const QString &field, const QJsonObject &pair) {
        changes << TicketFieldChange{field, fieldValue(pair.value("was"_L1)), fieldValue(pair.value("is"_L1))};
    };
    const QJsonObject fields = value.toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it)
        add(it.key(), it.value().toObject());
    const QJsonArray list = value.toArray();
    for (const QJsonValue &one : list)
        add(one.toObject().value("field"_L1).toString(), one.toObject());
    return changes;
}

TicketEvent eventFrom(const QJsonObject &o)
{
    return {timeOf(o, "at"_L1),   textOf(o, "actor"_L1), textOf(o, "actor_name"_L1),
            textOf(o, "kind"_L1), textOf(o, "text"_L1),  changesFrom(o.value("changes"_L1))};
}

PastCall callFrom(const QJsonObject &o)
{
    return {uuid(o, "id"_L1),           timeOf(o, "opened_at"_L1),     timeOf(o, "closed_at"_L1), textOf(o, "agent"_L1),
            textOf(o, "agent_name"_L1), textOf(o, "outcome_label"_L1), textOf(o, "note"_L1)};
}

PastOperation operationFrom(const QJsonObject &o)
{
    return {uuid(o, "id"_L1),
            textOf(o, "kind"_L1),
            timeOf(o, "at"_L1),
            textOf(o, "actor"_L1),
            textOf(o, "actor_name"_L1),
            textOf(o, "identifiant"_L1),
            textOf(o, "reason_label"_L1),
            textOf(o, "reason_text"_L1),
            uuid(o, "call"_L1),
            number(o, "ticket"_L1)};
}

PastWalk walkFrom(const QJsonObject &o)
{
    return {uuid(o, "id"_L1),         textOf(o, "script_id"_L1), textOf(o, "title"_L1), textOf(o, "outcome"_L1),
            timeOf(o, "ended_at"_L1), textOf(o, "agent"_L1),     uuid(o, "call"_L1),    number(o, "ticket"_L1)};
}

IncidentNotice noticeFrom(const QJsonObject &o)
{
    return {number(o, "id"_L1),
            textOf(o, "text"_L1),
            timeOf(o, "from"_L1),
            timeOf(o, "until"_L1),
            textOf(o, "kind"_L1) == "annonce"_L1,
            textOf(o, "link"_L1)};
}

std::optional<CallerFile::Subject> subjectFrom(const QString &code)
{
    if (code == "establishment"_L1)
        return CallerFile::Subject::Establishment;
    if (code == "account"_L1)
        return CallerFile::Subject::Account;
    if (code == "unknown"_L1)
        return CallerFile::Subject::Unknown;
    return std::nullopt;
}

Failure refusalFrom(const QJsonObject &document)
{
    Error error;
    error.rule = textOf(document, "rule"_L1);
    error.code = error.rule == "rate_limited"_L1 ? Error::Code::TooMany : Error::Code::Refused;
    error.params = document.value("params"_L1).toObject().toVariantMap();
    return Failure(error);
}

QStringList words(const QJsonObject &object, QLatin1StringView key)
{
    QStringList all;
    const QJsonArray array = object.value(key).toArray();
    for (const QJsonValue &word : array)
        all << word.toString();
    return all;
}

FileRequest requestFrom(const QJsonObject &o)
{
    return {uuid(o, "id"_L1),
            textOf(o, "kind"_L1),
            timeOf(o, "requested_at"_L1),
            timeOf(o, "expires_at"_L1),
            textOf(o, "requested_by_name"_L1),
            words(o, "why"_L1),
            textOf(o, "person_name"_L1),
            flag(o, "own"_L1)};
}

FileChange changeFrom(const QJsonObject &o)
{
    return {uuid(o, "id"_L1),
            textOf(o, "kind"_L1),
            timeOf(o, "at"_L1),
            timeOf(o, "until"_L1),
            textOf(o, "actor_name"_L1),
            textOf(o, "new_identifiant"_L1),
            textOf(o, "old_identifiant"_L1),
            timeOf(o, "undone_at"_L1),
            timeOf(o, "objected_at"_L1)};
}

CallerCheck checkFrom(const QJsonObject &o)
{
    return {AccountId(number(o, "account_id"_L1)), timeOf(o, "passed_until"_L1), count(o, "tries_left"_L1, -1)};
}

/// What the server names, and what is missing from the document: an empty list is an answer, no list is none.
QStringList unreadParts(const QJsonObject &document)
{
    QStringList unread = words(document, "unread"_L1);
    const auto add = [&unread](QLatin1StringView part, const QJsonValue &value) {
        if (!value.isArray() && !unread.contains(part))
            unread << part;
    };
    for (const auto part : {"daps"_L1, "contracts"_L1, "tickets"_L1, "requests"_L1, "notices"_L1})
        add(part, document.value(part));
    const QJsonArray accounts = document.value("accounts"_L1).toArray();
    for (const QJsonValue &account : accounts) {
        add("mails"_L1, account.toObject().value("mails"_L1));
        add("extranets"_L1, account.toObject().value("other_extranets"_L1));
    }
    return unread;
}

} // namespace

Profile profileFromCode(const QString &code)
{
    return fromCode(profiles, code, Profile::Etablissement);
}

QString profileCode(Profile profile)
{
    for (const auto &[code, value] : profiles) {
        if (value == profile)
            return code;
    }
    return {};
}

const MailEvent *Account::mail(MailKind kind) const
{
    const MailEvent *latest = nullptr;
    for (const MailEvent &event : mails) {
        if (event.kind == kind && (latest == nullptr || event.queuedAt >= latest->queuedAt))
            latest = &event;
    }
    return latest;
}

const Account *CallerFile::account(AccountId id) const
{
    const auto it = std::find_if(accounts.cbegin(), accounts.cend(), [id](const Account &a) { return a.id == id; });
    return it == accounts.cend() ? nullptr : &*it;
}

const Ticket *CallerFile::ticket(TicketNumber number) const
{
    const auto it
        = std::find_if(tickets.cbegin(), tickets.cend(), [number](const Ticket &t) { return t.number == number; });
    return it == tickets.cend() ? nullptr : &*it;
}

bool Ticket::isHeldFor(const QDateTime &now) const
{
    return state == TicketState::OnHold && !awake && !(holdUntil.isValid() && holdUntil <= now);
}

QList<Ticket> CallerFile::twinsOf(const Ticket &ticket) const
{
    QList<Ticket> twins;
    if (ticket.siret.isEmpty() && subject == Subject::Account)
        return twins; // its establishments differ
    std::copy_if(tickets.cbegin(), tickets.cend(), std::back_inserter(twins), [&ticket](const Ticket &other) {
        return other.isOpen() && other.number != ticket.number && other.motif == ticket.motif
            && other.siret == ticket.siret;
    });
    std::sort(twins.begin(), twins.end(), [](const Ticket &a, const Ticket &b) { return a.number < b.number; });
    return twins;
}

const FileRequest *CallerFile::waiting(const QString &kind) const
{
    const auto it
        = std::find_if(requests.cbegin(), requests.cend(), [&](const FileRequest &r) { return r.kind == kind; });
    return it == requests.cend() ? nullptr : &*it;
}

bool CallerFile::callerChecked(AccountId account, const QDateTime &now) const
{
    return check.holds(now) && check.account == account;
}

Ticket ticketFromJson(const QJsonObject &o)
{
    Ticket ticket;
    ticket.number = TicketNumber(number(o, "number"_L1));
    ticket.motif = textOf(o, "motif"_L1);
    ticket.motifLabel = textOf(o, "motif_label"_L1);
    ticket.state = fromCode(ticketStates, textOf(o, "state"_L1), TicketState::Open);
    ticket.receivedAt = timeOf(o, "received_at"_L1);
    ticket.dueAt = timeOf(o, "due_at"_L1);
    ticket.closedAt = timeOf(o, "closed_at"_L1);
    ticket.owner = textOf(o, "owner"_L1);
    ticket.ownerName = textOf(o, "owner_name"_L1);
    ticket.closedBy = textOf(o, "closed_by"_L1);
    ticket.requesterName = textOf(o, "requester_name"_L1);
    ticket.requesterEmailMasked = textOf(o, "requester_email_masked"_L1);
    ticket.requesterPhoneMasked = textOf(o, "requester_phone_masked"_L1);
    ticket.description = textOf(o, "description"_L1);
    ticket.outcome = textOf(o, "outcome"_L1);
    ticket.outcomeLabel = textOf(o, "outcome_label"_L1);
    ticket.answer = textOf(o, "answer"_L1);
    ticket.channel = textOf(o, "channel"_L1);
    ticket.duplicateOf = TicketNumber(number(o, "duplicate_of"_L1));
    ticket.siret = textOf(o, "siret"_L1);
    ticket.holdReason = textOf(o, "hold_reason"_L1);
    ticket.holdUntil = timeOf(o, "hold_until"_L1);
    ticket.awake = flag(o, "awake"_L1);
    ticket.merged = count(o, "merged"_L1);
    ticket.mergedOthers = flag(o, "merged_others"_L1);
    ticket.version = count(o, "version"_L1);
    ticket.events = listOf(o, "events"_L1, eventFrom);
    return ticket;
}

Result<CallerFile> callerFileFromJson(const QJsonObject &document)
{
    if (textOf(document, "status"_L1) == "refused"_L1)
        return refusalFrom(document);
    const auto subject = subjectFrom(textOf(document, "subject"_L1));
    if (!subject)
        return fail(Error::Code::Internal, u"caller's file without a subject"_s);

    CallerFile file;
    file.subject = *subject;
    file.asked = textOf(document, "asked"_L1);
    file.stamp = textOf(document, "stamp"_L1);
    file.serverTime = timeOf(document, "server_time"_L1);
    if (const QJsonObject call = document.value("call"_L1).toObject(); !call.isEmpty())
        file.call = CallState{uuid(call, "id"_L1), timeOf(call, "opened_at"_L1), textOf(call, "note"_L1)};
    file.establishment = establishmentFrom(document.value("establishment"_L1).toObject());
    file.accounts = listOf(document, "accounts"_L1, accountFrom);
    file.accountsTotal = count(document, "accounts_total"_L1, static_cast<int>(file.accounts.size()));
    if (const qint64 selected = number(document, "selected_account"_L1); selected != 0)
        file.selectedAccount = AccountId(selected);
    file.establishments = listOf(document, "establishments"_L1, lineFrom);
    file.candidates = listOf(document, "candidates"_L1, candidateFrom);
    file.daps = listOf(document, "daps"_L1, dapFrom);
    file.contracts = listOf(document, "contracts"_L1, contractFrom);
    file.tickets = listOf(document, "tickets"_L1, ticketFromJson);
    file.calls = listOf(document, "calls"_L1, callFrom);
    file.operations = listOf(document, "operations"_L1, operationFrom);
    file.walks = listOf(document, "walks"_L1, walkFrom);
    file.notices = listOf(document, "notices"_L1, noticeFrom);
    file.requests = listOf(document, "requests"_L1, requestFrom);
    file.changes = listOf(document, "changes"_L1, changeFrom);
    file.check = checkFrom(document.value("check"_L1).toObject());
    file.unread = unreadParts(document);
    if (*subject == CallerFile::Subject::Establishment && file.establishment.siret.isEmpty())
        return fail(Error::Code::Internal, u"establishment's file without its SIRET"_s);
    if (*subject == CallerFile::Subject::Account && file.accounts.size() != 1)
        return fail(Error::Code::Internal, u"account's file without its account"_s);
    return file;
}

} // namespace desk
