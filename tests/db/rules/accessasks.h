// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/db/rules/rulesworld.h"

#include <QJsonArray>
#include <QJsonDocument>

/// What the tests of access ask for, in the world of RulesWorld.
namespace desk::asks {

/// An address in the establishment's known domain: with ticket 48213 nothing asks for approval.
inline const QString knownAddress = QStringLiteral("ana.vidal@boulangerie-capitole.fr");
inline const QString otherAddress = QStringLiteral("ana.vidal@ailleurs.fr");

inline QJsonObject person(const QString &email = knownAddress)
{
    return {{QStringLiteral("last_name"), QStringLiteral("Vidal")},
            {QStringLiteral("first_name"), QStringLiteral("Ana")},
            {QStringLiteral("phone"), QStringLiteral("06 99 88 77 66")},
            {QStringLiteral("email"), email},
            {QStringLiteral("profile"), QStringLiteral("etablissement")}};
}

inline QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

inline Ask ask(const QString &kind, const QJsonObject &params, const QString &call = RulesWorld::call)
{
    return {kind, json(params), QStringLiteral("referent_left"), {}, call};
}

inline Ask create(const QJsonObject &who, const QString &call = RulesWorld::call)
{
    return ask(QStringLiteral("account.create"),
               {{QStringLiteral("establishment_id"), 1}, {QStringLiteral("person"), who}}, call);
}

inline Ask reassign(const QJsonObject &who, bool keepOld = false, const QString &call = RulesWorld::call)
{
    return ask(QStringLiteral("referent.reassign"),
               {{QStringLiteral("establishment_id"), 1},
                {QStringLiteral("keep_old"), keepOld},
                {QStringLiteral("person"), who}},
               call);
}

inline Ask reassignTo(qint64 account, bool keepOld = false)
{
    return ask(QStringLiteral("referent.reassign"),
               {{QStringLiteral("establishment_id"), 1},
                {QStringLiteral("keep_old"), keepOld},
                {QStringLiteral("account_id"), account}});
}

/// One of a supervisor's decisions: nothing cited.
inline Ask decide(const QString &kind, const QJsonObject &params)
{
    return {kind, json(params)};
}

inline QJsonObject resultOf(const QJsonObject &answer)
{
    return answer.value(QLatin1StringView("result")).toObject();
}
/// "done", the rule that refused, or the error of a statement that failed.
inline QString outcome(const RulesWorld &world, const QJsonObject &answer)
{
    if (world.error)
        return world.error->params.value(QStringLiteral("sqlstate")).toString() + QLatin1Char(' ')
            + world.error->detail;
    const QString status = answer.value(QLatin1StringView("status")).toString();
    return status == QLatin1StringView("refused") ? answer.value(QLatin1StringView("rule")).toString() : status;
}
/// The codes of `why`, sorted and joined by blanks.
inline QString whyOf(const QJsonObject &result)
{
    QStringList codes;
    for (const QJsonValue &code : result.value(QLatin1StringView("why")).toArray())
        codes += code.toString();
    codes.sort();
    return codes.join(QLatin1Char(' '));
}

} // namespace desk::asks
