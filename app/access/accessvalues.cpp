// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/access/accessvalues.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

CheckFact factFrom(const QJsonObject &o)
{
    CheckFact fact{o.value("code"_L1).toString(), o.value("label"_L1).toString(), CheckFact::Why::Usable};
    if (!o.value("usable"_L1).toBool())
        fact.why = o.value("why"_L1).toString() == "shown"_L1 ? CheckFact::Why::Shown : CheckFact::Why::Absent;
    return fact;
}

} // namespace

CheckStatus checkStatusFromJson(const QJsonObject &document)
{
    CheckStatus status;
    const QJsonArray facts = document.value("facts"_L1).toArray();
    for (const QJsonValue &fact : facts)
        status.facts << factFrom(fact.toObject());
    status.triesLeft = document.value("tries_left"_L1).toInt();
    const QString until = document.value("passed_until"_L1).toString();
    if (!until.isEmpty())
        status.passedUntil = QDateTime::fromString(until, Qt::ISODateWithMs).toUTC();
    return status;
}

Result<Rehearsal> rehearsalFromJson(const QJsonObject &document)
{
    Rehearsal rehearsal;
    const QString would = document.value("would"_L1).toString();
    rehearsal.result = document.value("result"_L1).toObject();
    const QJsonArray mails = document.value("mails"_L1).toArray();
    for (const QJsonValue &mail : mails) {
        const QJsonObject one = mail.toObject();
        rehearsal.mails << PlannedMail{one.value("kind"_L1).toString(), one.value("to_masked"_L1).toString()};
    }
    if (would == "done"_L1) {
        rehearsal.would = Rehearsal::Would::Done;
    } else if (would == "waiting"_L1) {
        rehearsal.would = Rehearsal::Would::Waiting;
    } else if (would == "refused"_L1) {
        rehearsal.refusal.code = Error::Code::Refused;
        rehearsal.refusal.rule = document.value("rule"_L1).toString();
        rehearsal.refusal.params = document.value("params"_L1).toObject().toVariantMap();
    } else {
        return fail(Error::Code::Internal, u"a rehearsal that says nothing"_s);
    }
    return rehearsal;
}

} // namespace desk
