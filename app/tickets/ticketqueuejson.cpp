// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/tickets/ticketqueuejson.h"

#include "app/core/jsonfields.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

TicketNumber numberOf(const QJsonObject &object, QLatin1StringView key)
{
    return TicketNumber(object.value(key).toInteger());
}

Presence presenceOf(const QJsonObject &object)
{
    return {textOf(object, "login"_L1), textOf(object, "name"_L1), presenceLevelFromCode(textOf(object, "level"_L1))};
}

QueueRow rowOf(const QJsonObject &object)
{
    QueueRow row;
    row.number = numberOf(object, "number"_L1);
    row.version = object.value("version"_L1).toInt();
    row.receivedAt = timeOf(object, "received_at"_L1);
    row.dueAt = timeOf(object, "due_at"_L1);
    row.closedAt = timeOf(object, "closed_at"_L1);
    row.holdUntil = timeOf(object, "hold_until"_L1);
    row.siret = textOf(object, "siret"_L1);
    row.denomination = textOf(object, "denomination"_L1);
    row.siretKnown = object.value("siret_known"_L1).toBool();
    row.requesterName = textOf(object, "requester_name"_L1);
    row.requesterEmailMasked = textOf(object, "requester_email_masked"_L1);
    row.motif = textOf(object, "motif"_L1);
    row.state = textOf(object, "state"_L1);
    row.holdReason = textOf(object, "hold_reason"_L1);
    row.owner = textOf(object, "owner"_L1);
    row.ownerName = textOf(object, "owner_name"_L1);
    row.department = textOf(object, "department"_L1);
    row.profile = textOf(object, "profile"_L1);
    row.channel = textOf(object, "channel"_L1);
    row.outcome = textOf(object, "outcome"_L1);
    row.awake = object.value("awake"_L1).toBool();
    row.twins = object.value("twins"_L1).toInt();
    row.presence = listOf(object, "presence"_L1, presenceOf);
    row.key = textOf(object, "key"_L1);
    return row;
}

MotifCount motifCountOf(const QJsonObject &object)
{
    return {textOf(object, "motif"_L1), object.value("open"_L1).toInt(), object.value("late"_L1).toInt(),
            object.value("soon"_L1).toInt(), object.value("unowned"_L1).toInt()};
}

HourCount hourCountOf(const QJsonObject &object)
{
    return {timeOf(object, "from"_L1), object.value("received"_L1).toInt(), object.value("closed"_L1).toInt()};
}

TicketTwin twinOf(const QJsonObject &object)
{
    TicketTwin twin;
    twin.number = numberOf(object, "number"_L1);
    twin.version = object.value("version"_L1).toInt();
    twin.receivedAt = timeOf(object, "received_at"_L1);
    twin.requesterName = textOf(object, "requester_name"_L1);
    twin.requesterEmailMasked = textOf(object, "requester_email_masked"_L1);
    twin.owner = textOf(object, "owner"_L1);
    twin.ownerName = textOf(object, "owner_name"_L1);
    twin.state = textOf(object, "state"_L1);
    twin.description = textOf(object, "description"_L1);
    twin.sameRequester = object.value("same_requester"_L1).toBool();
    return twin;
}

TicketView viewOf(const QJsonObject &object)
{
    TicketView view;
    view.id = QUuid::fromString(textOf(object, "id"_L1));
    view.name = textOf(object, "name"_L1);
    view.owner = textOf(object, "owner"_L1);
    view.ownerName = textOf(object, "owner_name"_L1);
    view.shared = object.value("shared"_L1).toBool();
    view.mine = object.value("mine"_L1).toBool();
    view.ownerGone = object.value("owner_gone"_L1).toBool();
    view.chosen = object.value("chosen"_L1).toBool();
    view.filter = ticketFilterFromJson(object.value("filter"_L1).toObject());
    view.order.column = queueColumnFromCode(textOf(object, "sort"_L1)).value_or(QueueColumn::Due);
    view.order.descending = object.value("descending"_L1).toBool();
    return view;
}

DeskAgent agentOf(const QJsonObject &object)
{
    return {textOf(object, "login"_L1), textOf(object, "name"_L1), object.value("open"_L1).toInt(),
            object.value("here"_L1).toBool()};
}

} // namespace

QString presenceLevelCode(PresenceLevel level)
{
    switch (level) {
    case PresenceLevel::Away:
        return u"away"_s;
    case PresenceLevel::Writing:
        return u"writing"_s;
    case PresenceLevel::Open:
        break;
    }
    return u"open"_s;
}

PresenceLevel presenceLevelFromCode(const QString &code)
{
    if (code == "writing"_L1)
        return PresenceLevel::Writing;
    return code == "away"_L1 ? PresenceLevel::Away : PresenceLevel::Open;
}

QJsonObject toJson(const QueueQuestion &question)
{
    QJsonObject object{
        {u"filter"_s, toJson(question.filter)},       {u"sort"_s, queueColumnCode(question.order.column)},
        {u"descending"_s, question.order.descending}, {u"inclusive"_s, question.inclusive},
        {u"backward"_s, question.backward},           {u"limit"_s, question.limit}};
    if (question.from)
        object.insert(u"from"_s,
                      QJsonObject{{u"key"_s, question.from->key}, {u"number"_s, question.from->number.value()}});
    return object;
}

QJsonArray toJson(const QList<OwnPresence> &tickets)
{
    QJsonArray array;
    for (const OwnPresence &one : tickets)
        array << QJsonObject{{u"ticket"_s, one.ticket.value()}, {u"level"_s, presenceLevelCode(one.level)}};
    return array;
}

QJsonObject batchJson(const OperationRequest &request)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    return {{u"id"_s, request.id.toString(QUuid::WithoutBraces)},
            {u"kind"_s, request.kind},
            {u"params"_s, request.params},
            {u"reason"_s, orNull(request.reason)},
            {u"reason_text"_s, orNull(request.reasonText)},
            {u"ticket"_s, request.ticket ? QJsonValue(request.ticket->value()) : QJsonValue()}};
}

Result<QueuePageAnswer> queuePageFromJson(const QJsonObject &document)
{
    if (!document.value("rows"_L1).isArray())
        return documentWithout("rows"_L1);
    return QueuePageAnswer{listOf(document, "rows"_L1, rowOf), document.value("more"_L1).toBool(),
                           timeOf(document, "server_time"_L1)};
}

Result<QueueCounts> queueCountsFromJson(const QJsonObject &document)
{
    if (!document.value("motifs"_L1).isArray() || !document.value("views"_L1).isObject())
        return documentWithout("figures"_L1);
    QueueCounts counts;
    counts.motifs = listOf(document, "motifs"_L1, motifCountOf);
    const QJsonObject views = document.value("views"_L1).toObject();
    for (auto it = views.begin(); it != views.end(); ++it)
        counts.views.insert(it.key(), it.value().toInt());
    counts.receivedToday = document.value("received_today"_L1).toInt();
    counts.closedToday = document.value("closed_today"_L1).toInt();
    counts.days = listOf(document, "days"_L1, hourCountOf);
    counts.at = timeOf(document, "at"_L1);
    return counts;
}

Result<TicketDetail> ticketDetailFromJson(const QJsonObject &document)
{
    if (!document.value("ticket"_L1).isObject())
        return documentWithout("ticket"_L1);
    TicketDetail detail;
    detail.ticket = ticketFromJson(document.value("ticket"_L1).toObject());
    detail.siret = textOf(document, "siret"_L1);
    detail.denomination = textOf(document, "denomination"_L1);
    detail.department = textOf(document, "department"_L1);
    detail.profile = textOf(document, "profile"_L1);
    detail.siretKnown = document.value("siret_known"_L1).toBool();
    detail.twins = listOf(document, "twins"_L1, twinOf);
    detail.merged = listOf(document, "merged"_L1, twinOf);
    detail.presence = listOf(document, "presence"_L1, presenceOf);
    return detail;
}

Result<QList<TicketView>> ticketViewsFromJson(const QJsonObject &document)
{
    if (!document.value("views"_L1).isArray())
        return documentWithout("views"_L1);
    return listOf(document, "views"_L1, viewOf);
}

Result<QList<DeskAgent>> deskAgentsFromJson(const QJsonObject &document)
{
    if (!document.value("agents"_L1).isArray())
        return documentWithout("agents"_L1);
    return listOf(document, "agents"_L1, agentOf);
}

Result<QHash<TicketNumber, QList<Presence>>> presenceFromJson(const QJsonObject &document)
{
    if (!document.value("others"_L1).isArray())
        return documentWithout("others"_L1);
    QHash<TicketNumber, QList<Presence>> others;
    const QJsonArray array = document.value("others"_L1).toArray();
    for (const QJsonValue &value : array)
        others[numberOf(value.toObject(), "ticket"_L1)] << presenceOf(value.toObject());
    return others;
}

} // namespace desk
