// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/supervision/supervisionjson.h"

#include "app/core/jsonfields.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QUuid uuidOf(const QJsonObject &object, QLatin1StringView key)
{
    return QUuid::fromString(object.value(key).toString());
}

/// A number, also when it came as a text.
qint64 numberOf(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toVariant().toLongLong();
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &one : array) {
        const QString text = one.isObject() ? textOf(one.toObject(), "code"_L1) : one.toString();
        if (!text.isEmpty())
            texts << text;
    }
    return texts;
}

EstablishmentRef establishmentOf(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    return {EstablishmentId(numberOf(object, "id"_L1)), textOf(object, "siret"_L1), textOf(object, "denomination"_L1),
            textOf(object, "postcode"_L1), textOf(object, "town"_L1)};
}

Holder holderOf(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    Holder holder;
    holder.account = AccountId(numberOf(object, "id"_L1));
    holder.identifiant = textOf(object, "identifiant"_L1);
    holder.lastName = textOf(object, "last_name"_L1);
    holder.firstName = textOf(object, "first_name"_L1);
    holder.email = object.contains("email"_L1) ? textOf(object, "email"_L1) : textOf(object, "email_masked"_L1);
    holder.phone = object.contains("phone"_L1) ? textOf(object, "phone"_L1) : textOf(object, "phone_masked"_L1);
    holder.profile = textOf(object, "profile"_L1);
    return holder;
}

PastStep stepOf(const QJsonObject &object)
{
    return {uuidOf(object, "id"_L1), textOf(object, "kind"_L1), timeOf(object.value("at"_L1)),
            textOf(object, "actor_name"_L1)};
}

QList<EvidenceTicket> ticketsOf(const QJsonObject &evidence)
{
    QList<EvidenceTicket> tickets;
    const QJsonArray array = evidence.value("tickets"_L1).toArray();
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        EvidenceTicket ticket{value.isObject() ? numberOf(object, "number"_L1) : value.toInteger(),
                              timeOf(object.value("received_at"_L1)), textOf(object, "requester_name"_L1)};
        if (ticket.number != 0)
            tickets << ticket;
    }
    return tickets;
}

Evidence evidenceOf(const QJsonObject &object)
{
    const QJsonObject check = object.value("check"_L1).toObject();
    return {textOf(object, "domain"_L1),
            textsOf(object.value("known_domains"_L1)),
            ticketsOf(object),
            listOf(object, "recent_changes"_L1, stepOf),
            timeOf(check.value("at"_L1)),
            textsOf(check.value("facts"_L1))};
}

ApprovalRequest approvalOf(const QJsonObject &object)
{
    ApprovalRequest request;
    request.id = uuidOf(object, "id"_L1);
    request.kind = textOf(object, "kind"_L1);
    request.state = approvalStateFromCode(textOf(object, "state"_L1));
    request.requestedAt = timeOf(object.value("requested_at"_L1));
    request.expiresAt = timeOf(object.value("expires_at"_L1));
    request.requestedBy = textOf(object, "requested_by"_L1);
    request.requestedByName = object.value("requested_by_name"_L1).toString(request.requestedBy);
    request.establishment = establishmentOf(object.value("establishment"_L1));
    const bool known = object.value("account"_L1).isObject();
    request.target = holderOf(object.value(known ? "account"_L1 : "person"_L1));
    request.current = holderOf(object.value("old_account"_L1));
    request.keepOld = object.value("keep_old"_L1).toBool();
    request.why = textsOf(object.value("why"_L1));
    request.evidence = evidenceOf(object.value("evidence"_L1).toObject());
    request.reasonLabel = textOf(object, "reason_label"_L1);
    request.reasonText = textOf(object, "reason_text"_L1);
    request.call = uuidOf(object, "call"_L1);
    request.ticket = numberOf(object, "ticket"_L1);
    request.decidedByName = textOf(object, "decided_by_name"_L1);
    request.decidedAt = timeOf(object.value("decided_at"_L1));
    request.decidedText = textOf(object, "decided_text"_L1);
    request.own = object.value("own"_L1).toBool();
    request.canDecide = object.value("can_decide"_L1).toBool();
    return request;
}

AccessChange changeOf(const QJsonObject &object)
{
    AccessChange change;
    change.id = uuidOf(object, "id"_L1);
    change.kind = textOf(object, "kind"_L1);
    change.at = timeOf(object.value("at"_L1));
    change.until = timeOf(object.value("until"_L1));
    change.actorName = textOf(object, "actor_name"_L1);
    change.approvedByName = textOf(object, "approved_by_name"_L1);
    change.establishment = establishmentOf(object.value("establishment"_L1));
    change.newHolder = holderOf(object.value("new_account"_L1));
    change.oldHolder = holderOf(object.value("old_account"_L1));
    change.oldKept = object.value("old_kept"_L1).toBool();
    change.objectedAt = timeOf(object.value("objected_at"_L1));
    change.objectionText = textOf(object, "objection_text"_L1);
    change.undoneAt = timeOf(object.value("undone_at"_L1));
    change.undoneByName = textOf(object, "undone_by_name"_L1);
    change.later = listOf(object, "later"_L1, stepOf);
    return change;
}

WatchAgent watchAgentOf(const QJsonObject &object)
{
    const QString login = textOf(object, "login"_L1);
    return {login,
            object.value("display_name"_L1).toString(login),
            textOf(object, "kind"_L1),
            object.value("hour"_L1).toInt(),
            object.value("day"_L1).toInt(),
            object.value("ceiling"_L1).toInt(),
            timeOf(object.value("lifted_until"_L1)),
            object.value("unusual"_L1).toBool()};
}

WatchCheck watchCheckOf(const QJsonObject &object)
{
    return {timeOf(object.value("at"_L1)),      uuidOf(object, "call"_L1),         textOf(object, "agent_name"_L1),
            textOf(object, "siret"_L1),         textOf(object, "denomination"_L1), object.value("failures"_L1).toInt(),
            object.value("blocked"_L1).toBool()};
}

WatchRefusal watchRefusalOf(const QJsonObject &object)
{
    const QString login = textOf(object, "login"_L1);
    return {login, object.value("display_name"_L1).toString(login), textOf(object, "rule"_L1),
            object.value("count"_L1).toInt(), timeOf(object.value("last_at"_L1))};
}

PostedNotice noticeOf(const QJsonObject &object)
{
    return {numberOf(object, "id"_L1),           textOf(object, "kind"_L1) != "annonce"_L1,
            textOf(object, "text"_L1),           textOf(object, "link"_L1),
            timeOf(object.value("from"_L1)),     timeOf(object.value("until"_L1)),
            timeOf(object.value("ended_at"_L1)), textOf(object, "posted_by_name"_L1)};
}

MailState mailStateOf(const QString &code)
{
    static const QHash<QString, MailState> states{
        {u"queued"_s, MailState::Queued},       {u"sending"_s, MailState::Sending}, {u"sent"_s, MailState::Sent},
        {u"delivered"_s, MailState::Delivered}, {u"bounced"_s, MailState::Bounced}, {u"refused"_s, MailState::Refused},
        {u"cancelled"_s, MailState::Cancelled}};
    return states.value(code, MailState::Queued);
}

MailLine mailOf(const QJsonObject &object)
{
    MailLine mail;
    mail.id = numberOf(object, "id"_L1);
    mail.kind = textOf(object, "kind"_L1);
    mail.state = mailStateOf(textOf(object, "state"_L1));
    mail.toMasked = textOf(object, "to_masked"_L1);
    mail.identifiant = textOf(object, "identifiant"_L1);
    mail.siret = textOf(object, "siret"_L1);
    mail.denomination = textOf(object, "denomination"_L1);
    mail.ticket = numberOf(object, "ticket"_L1);
    mail.queuedAt = timeOf(object.value("queued_at"_L1));
    mail.nextAttemptAt = timeOf(object.value("next_attempt_at"_L1));
    mail.attempts = object.value("attempts"_L1).toInt();
    mail.sentAt = timeOf(object.value("sent_at"_L1));
    mail.bouncedAt = timeOf(object.value("bounced_at"_L1));
    mail.reason = textOf(object, "reason"_L1);
    mail.replacedBy = numberOf(object, "replaced_by"_L1);
    return mail;
}

/// The particulars of a row in one line, whatever their shape.
QString detailOf(const QJsonValue &value)
{
    if (!value.isObject())
        return value.isNull() ? QString() : value.toVariant().toString();
    QStringList parts;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QVariant part = it.value().toVariant();
        const QString text = it.value().isArray() ? part.toStringList().join(u", "_s) : part.toString();
        if (!text.isEmpty())
            parts << it.key() + u"\u00A0: "_s + text;
    }
    return parts.join(u" · "_s);
}

JournalRow journalRowOf(const QJsonObject &object)
{
    const QString actor = textOf(object, "actor"_L1);
    return {numberOf(object, "id"_L1),
            timeOf(object.value("at"_L1)),
            actor,
            object.value("actor_name"_L1).toString(actor),
            textOf(object, "kind"_L1),
            textOf(object, "rule"_L1),
            textOf(object, "siret"_L1),
            textOf(object, "denomination"_L1),
            textOf(object, "identifiant"_L1),
            numberOf(object, "ticket"_L1),
            uuidOf(object, "call"_L1),
            uuidOf(object, "operation"_L1),
            textOf(object, "operation_kind"_L1),
            detailOf(object.value("detail"_L1))};
}

} // namespace

ApprovalState approvalStateFromCode(const QString &code)
{
    static const QHash<QString, ApprovalState> states{{u"waiting"_s, ApprovalState::Waiting},
                                                      {u"approved"_s, ApprovalState::Approved},
                                                      {u"refused"_s, ApprovalState::Refused},
                                                      {u"withdrawn"_s, ApprovalState::Withdrawn},
                                                      {u"expired"_s, ApprovalState::Expired}};
    return states.value(code, ApprovalState::Expired); // one nobody can decide any more
}

Result<QList<ApprovalRequest>> approvalsFromJson(const QJsonObject &document)
{
    if (!document.value("requests"_L1).isArray())
        return documentWithout("requests"_L1);
    return listOf(document, "requests"_L1, approvalOf);
}

Result<QList<AccessChange>> changesFromJson(const QJsonObject &document)
{
    if (!document.value("changes"_L1).isArray())
        return documentWithout("changes"_L1);
    return listOf(document, "changes"_L1, changeOf);
}

Result<WatchReport> watchFromJson(const QJsonObject &document)
{
    if (!document.value("agents"_L1).isArray())
        return documentWithout("agents"_L1);
    return WatchReport{listOf(document, "agents"_L1, watchAgentOf), listOf(document, "checks"_L1, watchCheckOf),
                       listOf(document, "refusals"_L1, watchRefusalOf)};
}

Result<QList<PostedNotice>> noticesFromJson(const QJsonObject &document)
{
    if (!document.value("notices"_L1).isArray())
        return documentWithout("notices"_L1);
    return listOf(document, "notices"_L1, noticeOf);
}

Result<SettingsSheet> settingsFromJson(const QJsonObject &document)
{
    if (!document.value("settings"_L1).isArray())
        return documentWithout("settings"_L1);
    return SettingsSheet{listOf(document, "settings"_L1,
                                [](const QJsonObject &object) {
                                    return DeskSetting{
                                        textOf(object, "key"_L1),         textOf(object, "value"_L1),
                                        textOf(object, "label"_L1),       textOf(object, "group"_L1),
                                        object.value("least"_L1).toInt(), object.value("most"_L1).toInt()};
                                }),
                         textsOf(document.value("providers"_L1))};
}

Result<MailsPage> mailsFromJson(const QJsonObject &document)
{
    if (!document.value("mails"_L1).isArray())
        return documentWithout("mails"_L1);
    const QJsonObject counts = document.value("counts"_L1).toObject();
    return MailsPage{
        listOf(document, "mails"_L1, mailOf),
        {counts.value("waiting"_L1).toInt(), counts.value("failed"_L1).toInt(), counts.value("bounced"_L1).toInt()}};
}

Result<JournalPage> journalFromJson(const QJsonObject &document)
{
    if (!document.value("rows"_L1).isArray())
        return documentWithout("rows"_L1);
    return JournalPage{listOf(document, "rows"_L1, journalRowOf), numberOf(document, "next"_L1)};
}

Result<JournalExport> journalExportFromJson(const QJsonObject &document)
{
    if (!document.value("rows"_L1).isArray())
        return documentWithout("rows"_L1);
    return JournalExport{listOf(document, "rows"_L1, journalRowOf), textOf(document, "exported_by"_L1),
                         timeOf(document.value("exported_at"_L1))};
}

Result<JournalState> journalStateFromJson(const QJsonObject &document)
{
    if (!document.contains("sealed_rows"_L1))
        return documentWithout("sealed_rows"_L1);
    return JournalState{numberOf(document, "sealed_rows"_L1), numberOf(document, "unsealed"_L1),
                        timeOf(document.value("sealed_at"_L1)), textOf(document, "head"_L1),
                        numberOf(document, "first_bad"_L1)};
}

QJsonObject toJson(const JournalFilter &filter)
{
    QJsonObject object;
    const auto put = [&object](QLatin1StringView key, const QString &value) {
        if (!value.isEmpty())
            object.insert(key, value);
    };
    put("siret"_L1, filter.siret);
    put("identifiant"_L1, filter.identifiant);
    put("agent"_L1, filter.agent);
    put("kind"_L1, filter.kind);
    put("from"_L1, filter.from.isValid() ? filter.from.toUTC().toString(Qt::ISODate) : QString());
    put("to"_L1, filter.to.isValid() ? filter.to.toUTC().toString(Qt::ISODate) : QString());
    return object;
}

} // namespace desk
