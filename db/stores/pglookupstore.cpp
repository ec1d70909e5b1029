// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/pglookupstore.h"

#include "app/core/whenfinished.h"
#include "db/stores/jsonanswer.h"
#include "db/stores/pgdatabase.h"
#include "db/stores/sqlvalues.h"
#include "db/worker/timelimits.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

/// As desk.suggest names them; empty for what it does not look for.
QString kindCode(SearchTerm::Kind kind)
{
    switch (kind) {
    case SearchTerm::Kind::Empty:
        return {};
    case SearchTerm::Kind::Siret:
        return u"siret"_s;
    case SearchTerm::Kind::BadSiret:
        return u"bad_siret"_s;
    case SearchTerm::Kind::Siren:
        return u"siren"_s;
    case SearchTerm::Kind::Email:
        return u"email"_s;
    case SearchTerm::Kind::Phone:
        return u"phone"_s;
    case SearchTerm::Kind::Ticket:
        return u"ticket"_s;
    case SearchTerm::Kind::Identifiant:
        return u"identifiant"_s;
    case SearchTerm::Kind::Words:
        return u"words"_s;
    }
    return {};
}

Suggestion::Kind suggestionKind(const QString &code)
{
    if (code == "account"_L1)
        return Suggestion::Kind::Account;
    if (code == "ticket"_L1)
        return Suggestion::Kind::Ticket;
    return code == "candidate"_L1 ? Suggestion::Kind::Candidate : Suggestion::Kind::Establishment;
}

QList<Suggestion> suggestionsOf(const QJsonObject &document)
{
    QList<Suggestion> suggestions;
    const QJsonArray array = document.value("suggestions"_L1).toArray();
    for (const QJsonValue &value : array) {
        const QJsonObject line = value.toObject();
        suggestions << Suggestion{suggestionKind(line.value("kind"_L1).toString()), line.value("key"_L1).toString(),
                                  line.value("title"_L1).toString(), line.value("detail"_L1).toString()};
    }
    return suggestions;
}

} // namespace

QFuture<Result<CallerFile>> PgLookupStore::openFile(const QString &key, const QUuid &call)
{
    DatabaseWorker::Options options;
    options.deadline = timelimits::file;
    options.retry = true;
    return m_database.main().run(options, [key, call](DatabaseSession &db) -> Result<CallerFile> {
        const auto document = readDocument(db, "open_file"_L1, {{"key"_L1, key}, {"call"_L1, jsonUuid(call)}});
        return document ? callerFileFromJson(*document) : Failure(document.error());
    });
}

QFuture<Result<QList<Suggestion>>> PgLookupStore::suggest(const SearchTerm &term)
{
    const QString kind = kindCode(term.kind);
    if (kind.isEmpty())
        return readyFuture(Result<QList<Suggestion>>(QList<Suggestion>()));
    DatabaseWorker::Options options;
    options.deadline = timelimits::suggestion;
    options.retry = true;
    options.newestOnly = true;
    return m_database.suggestions().run(options, [kind, text = term.text](DatabaseSession &db) {
        const auto answer = readAnswer(db, "suggest"_L1, {{"kind"_L1, kind}, {"text"_L1, text}});
        return answer ? Result<QList<Suggestion>>(suggestionsOf(*answer)) : Failure(answer.error());
    });
}

QFuture<Result<QString>> PgLookupStore::reveal(const QString &field, qint64 id, const QUuid &call)
{
    DatabaseWorker::Options options;
    options.deadline = timelimits::file;
    options.retry = true;
    return m_database.main().run(options, [field, id, call](DatabaseSession &db) -> Result<QString> {
        const auto answer
            = readAnswer(db, "reveal"_L1, {{"field"_L1, field}, {"id"_L1, id}, {"call"_L1, jsonUuid(call)}});
        return answer ? Result<QString>(answer->value("value"_L1).toString()) : Failure(answer.error());
    });
}

} // namespace desk
