// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/pglookupstore.h"

#include "app/core/whenfinished.h"
#include "db/stores/jsonanswer.h"

using namespace Qt::StringLiterals;

namespace desk {

QFuture<Result<CallerFile>> PgLookupStore::openFile(const QString &key, const QUuid &call)
{
    // A refusal is the file's own to read: readAs() would take it for an error of the store.
    return m_database.main().run(readingOptions(), [key, call](DatabaseSession &db) -> Result<CallerFile> {
        const auto document = readDocument(db, "open_file"_L1, {{"key"_L1, key}, {"call"_L1, jsonUuid(call)}});
        return document ? callerFileFromDocument(*document) : Failure(document.error());
    });
}

QFuture<Result<QList<Suggestion>>> PgLookupStore::suggest(const SearchTerm &term)
{
    const QString kind = codeOf(term.kind);
    if (kind.isEmpty())
        return readyFuture(Result<QList<Suggestion>>(QList<Suggestion>()));
    DatabaseWorker::Options options = readingOptions(timelimits::suggestion);
    options.newestOnly = true;
    return m_database.suggestions().run(
        options, [kind, text = term.text](DatabaseSession &db) -> Result<QList<Suggestion>> {
            const auto answer = readAnswer(db, "suggest"_L1, {{"kind"_L1, kind}, {"text"_L1, text}});
            return answer ? listFromDocument<Suggestion>(*answer, "suggestions"_L1) : Failure(answer.error());
        });
}

QFuture<Result<QString>> PgLookupStore::reveal(const QString &field, qint64 id, const QUuid &call)
{
    return readAs(m_database, "reveal"_L1, {{"field"_L1, field}, {"id"_L1, id}, {"call"_L1, jsonUuid(call)}},
                  [](const QJsonObject &document) -> Result<QString> { return document.value("value"_L1).toString(); });
}

} // namespace desk
