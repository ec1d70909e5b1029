// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/jsonanswer.h"

#include "db/libpq/pgrows.h"
#include "db/worker/databasesession.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

Error::Code codeOf(const QString &status, const QString &rule)
{
    if (status == "conflict"_L1)
        return Error::Code::Conflict;
    if (rule == "no_role"_L1)
        return Error::Code::Forbidden;
    if (rule == "rate_limited"_L1 || rule == "over_ceiling"_L1)
        return Error::Code::TooMany;
    return rule == "not_found"_L1 ? Error::Code::NotFound : Error::Code::Refused;
}

} // namespace

Result<QJsonObject> documentOf(const PgRows &rows)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(rows.bytes(0, "answer"), &fault);
    if (fault.error != QJsonParseError::NoError || !document.isObject())
        return fail(Error::Code::Internal, u"the answer is no document"_s);
    return document.object();
}

Result<QJsonObject> accepted(Result<QJsonObject> document)
{
    if (!document)
        return document;
    const QString status = document->value("status"_L1).toString();
    if (status != "refused"_L1 && status != "conflict"_L1)
        return document;
    const QString rule = document->value("rule"_L1).toString();
    return Failure(Error{codeOf(status, rule), status + u' ' + rule, rule,
                         document->value("params"_L1).toObject().toVariantMap()});
}

Result<OperationOutcome> operationOutcomeOf(const Result<QJsonObject> &answer)
{
    if (!answer)
        return Failure(answer.error());
    if (answer->value("status"_L1).toString() != "done"_L1)
        return fail(Error::Code::Internal, u"unexpected answer to an operation"_s);
    auto outcome = fromDocument<OperationOutcome>(*answer);
    if (outcome && outcome->id.isNull())
        return fail(Error::Code::Internal, u"an operation without its id"_s);
    return outcome;
}

Result<QJsonObject> answerOf(const PgRows &rows)
{
    return accepted(documentOf(rows));
}

Result<QJsonObject> readDocument(DatabaseSession &db, QLatin1StringView what, const QJsonObject &params)
{
    const auto id = sqlUuid(QUuid::createUuid());
    const auto both
        = db.execBoth({"reading/announce"_L1, {id, sqlText(what), sqlJson(params)}}, {"reading/answer"_L1, {id}});
    if (!both)
        return Failure(both.error());
    auto announced = documentOf(both->first);
    if (!announced || announced->value("status"_L1).toString() != "ok"_L1)
        return announced;
    return documentOf(both->second);
}

Result<QJsonObject> readAnswer(DatabaseSession &db, QLatin1StringView what, const QJsonObject &params)
{
    return accepted(readDocument(db, what, params));
}

} // namespace desk
