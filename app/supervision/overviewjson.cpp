// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/supervision/overviewjson.h"

#include "app/core/jsonfields.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

BacklogLine backlogOf(const QJsonObject &o)
{
    BacklogLine line;
    line.motif = o.value("motif"_L1).toString();
    const QJsonArray ages = o.value("ages"_L1).toArray();
    for (int i = 0; i < 5; ++i)
        line.ages << ages.at(i).toInt();
    line.late = o.value("late"_L1).toInt();
    line.soon = o.value("soon"_L1).toInt();
    line.onHold = o.value("on_hold"_L1).toInt();
    line.total = o.value("total"_L1).toInt();
    return line;
}

HourCount countOf(const QJsonObject &o)
{
    return {timeOf(o.value("from"_L1)), o.value("received"_L1).toInt(), o.value("closed"_L1).toInt()};
}

WorkingTicket workingOf(const QJsonObject &o)
{
    const QString level = o.value("level"_L1).toString();
    return {TicketNumber(o.value("number"_L1).toInteger()),
            level == "writing"_L1    ? PresenceLevel::Writing
                : level == "away"_L1 ? PresenceLevel::Away
                                     : PresenceLevel::Open};
}

AgentLine agentOf(const QJsonObject &o)
{
    AgentLine line;
    line.login = o.value("login"_L1).toString();
    line.name = o.value("name"_L1).toString();
    line.here = o.value("here"_L1).toBool();
    line.owned = o.value("owned"_L1).toInt();
    line.late = o.value("late"_L1).toInt();
    line.onHold = o.value("on_hold"_L1).toInt();
    line.closedToday = o.value("closed_today"_L1).toInt();
    line.firstDue = timeOf(o.value("first_due"_L1));
    line.working = listOf(o.value("working"_L1), workingOf);
    return line;
}

WatchedAccount watchedOf(const QJsonObject &o)
{
    WatchedAccount row;
    row.id = o.value("id"_L1).toInteger();
    row.account = AccountId(o.value("account"_L1).toInteger());
    row.habilitation = HabilitationId(o.value("habilitation"_L1).toInteger());
    row.mail = o.value("mail"_L1).toInteger();
    row.mailKind = o.value("mail_kind"_L1).toString();
    row.identifiant = o.value("identifiant"_L1).toString();
    row.profile = o.value("profile"_L1).toString();
    row.siret = o.value("siret"_L1).toString();
    row.denomination = o.value("denomination"_L1).toString();
    row.detail = o.value("detail"_L1).toString();
    row.since = timeOf(o.value("since"_L1));
    row.until = timeOf(o.value("until"_L1));
    row.activeFrom = timeOf(o.value("active_from"_L1));
    row.count = o.value("count"_L1).toInt();
    return row;
}

} // namespace

Result<Overview> overviewFromJson(const QJsonObject &document)
{
    if (!document.value("backlog"_L1).isArray() || !document.value("agents"_L1).isArray())
        return fail(Error::Code::Internal, u"no overview"_s);
    Overview overview;
    overview.backlog = listOf(document.value("backlog"_L1), backlogOf);
    overview.receivedToday = document.value("received_today"_L1).toInt();
    overview.closedToday = document.value("closed_today"_L1).toInt();
    overview.closedLateToday = document.value("closed_late_today"_L1).toInt();
    overview.hours = listOf(document.value("hours"_L1), countOf);
    overview.days = listOf(document.value("days"_L1), countOf);
    overview.agents = listOf(document.value("agents"_L1), agentOf);
    const QJsonObject accounts = document.value("accounts"_L1).toObject();
    for (auto it = accounts.begin(); it != accounts.end(); ++it)
        overview.accounts.insert(it.key(), it.value().toInt());
    overview.at = timeOf(document.value("at"_L1));
    return overview;
}

Result<WatchedPage> watchedPageFromJson(const QJsonObject &document)
{
    if (!document.value("rows"_L1).isArray())
        return fail(Error::Code::Internal, u"no rows"_s);
    return WatchedPage{listOf(document.value("rows"_L1), watchedOf), document.value("next"_L1).toString()};
}

} // namespace desk
