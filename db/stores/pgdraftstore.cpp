// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/pgdraftstore.h"

#include "db/stores/jsonanswer.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Draft {
    QString key, value;
};
BOOST_DESCRIBE_STRUCT(Draft, (), (key, value))

} // namespace

QFuture<Result<Done>> PgDraftStore::save(const QString &key, const QString &value)
{
    // Saving the same text twice does no harm.
    return ask(m_database, "session/save_draft"_L1, {key.toUtf8(), value.toUtf8()},
               [](const QJsonObject &) -> Result<Done> { return Done(); });
}

QFuture<Result<QMap<QString, QString>>> PgDraftStore::all()
{
    return ask(m_database, "session/drafts"_L1, {}, [](const QJsonObject &document) -> Result<QMap<QString, QString>> {
        const auto list = listFromDocument<Draft>(document, "drafts"_L1);
        if (!list)
            return Failure(list.error());
        QMap<QString, QString> drafts;
        for (const Draft &draft : *list)
            drafts.insert(draft.key, draft.value);
        return drafts;
    });
}

} // namespace desk
