// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/pgdraftstore.h"

#include "db/stores/jsonanswer.h"
#include "db/stores/pgdatabase.h"
#include "db/stores/sqlvalues.h"
#include "db/worker/timelimits.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

DatabaseWorker::Options options()
{
    DatabaseWorker::Options options;
    options.deadline = timelimits::file;
    options.retry = true; // saving the same text twice does no harm
    return options;
}

} // namespace

QFuture<Result<Done>> PgDraftStore::save(const QString &key, const QString &value)
{
    return m_database.main().run(options(), [key, value](DatabaseSession &db) -> Result<Done> {
        const auto rows = db.exec("session/save_draft"_L1, {key.toUtf8(), value.toUtf8()});
        const auto answer = rows ? answerOf(*rows) : Failure(rows.error());
        return answer ? Result<Done>(Done()) : Failure(answer.error());
    });
}

QFuture<Result<QMap<QString, QString>>> PgDraftStore::all()
{
    return m_database.main().run(options(), [](DatabaseSession &db) -> Result<QMap<QString, QString>> {
        const auto rows = db.exec("session/drafts"_L1);
        const auto answer = rows ? answerOf(*rows) : Failure(rows.error());
        if (!answer)
            return Failure(answer.error());
        QMap<QString, QString> drafts;
        const QJsonArray array = answer->value("drafts"_L1).toArray();
        for (const QJsonValue &value : array) {
            const QJsonObject draft = value.toObject();
            drafts.insert(draft.value("key"_L1).toString(), draft.value("value"_L1).toString());
        }
        return drafts;
    });
}

} // namespace desk
