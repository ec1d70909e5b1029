// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/document.h"
#include "app/core/logcategories.h"
#include "app/scripts/scriptwalk.h"
#include "app/scripts/walkrecord.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

/// A walk as the local store has it.
struct KeptWalk {
    QUuid id, replaces;
    QString root, title;
    QHash<QString, int> versions;
    QList<WalkPosition> at; ///< one
    QList<WalkPosition> returns;
    QList<WalkStep> path;
    QList<CarriedOut> carriedOut;
    QSet<QString> chosen;
    QHash<QString, qint64> seconds;
    WalkSubject subject;
    QDateTime startedAt, enteredAt;
};
BOOST_DESCRIBE_STRUCT(KeptWalk, (),
                      (id, replaces, root, title, versions, at, returns, path, carriedOut, chosen, seconds, subject,
                       startedAt, enteredAt))

/// Every step must name a node that is there, or going back would lead nowhere.
bool stepsExist(const QList<WalkStep> &path, const ScriptCatalogue &catalogue)
{
    return std::all_of(path.cbegin(), path.cend(), [&](const WalkStep &step) {
        const ScriptPtr script = catalogue.script(step.at.script);
        return script && script->node(step.at.node);
    });
}

std::optional<KeptWalk> keptFrom(const QJsonObject &document)
{
    auto kept = fromDocument<KeptWalk>(document);
    if (kept)
        return *std::move(kept);
    qCWarning(logScripts) << "a walk that was kept is not read:" << kept.error().detail;
    return std::nullopt;
}

/// What is recorded of a walk: the scripts it names need not be there.
QJsonObject recordOf(const KeptWalk &walk, const QString &outcome, const QDateTime &endedAt)
{
    WalkRecord record{walk.id,
                      walk.root,
                      walk.versions.value(walk.root),
                      walk.title,
                      walk.subject.account,
                      walk.subject.establishment,
                      walk.subject.ticket,
                      outcome,
                      walk.at.isEmpty() ? QString() : walk.at.first().script + u'/' + walk.at.first().node,
                      walk.startedAt,
                      endedAt,
                      {},
                      walk.seconds,
                      0,
                      {},
                      walk.replaces.isNull() ? std::nullopt : std::optional(walk.replaces)};
    for (const WalkStep &step : walk.path) {
        QJsonObject entry = toDocument(step);
        entry.remove(u"returns"_s);
        record.path << entry;
        record.overrules += step.overruled ? 1 : 0;
    }
    for (const CarriedOut &done : walk.carriedOut) {
        if (!done.earlier)
            record.carriedOut << RecordedOperation{done.id, done.kind};
    }
    return toDocument(record);
}

} // namespace

bool readValue(const QJsonValue &value, WalkPosition &to, DocumentReading &in)
{
    QStringList pair;
    if (!readValue(value, pair, in))
        return false;
    if (pair.size() != 2)
        return in.wrong(u"no pair"_s);
    to = {pair.first(), pair.last()};
    return true;
}

QJsonValue written(const WalkPosition &position)
{
    return QJsonArray{position.script, position.node};
}

QJsonObject ScriptWalk::toDocument() const
{
    KeptWalk kept{id,     replaces,     m_root,   root()->title, {},      {m_at},      m_returns,
                  m_path, m_carriedOut, m_chosen, m_seconds,     subject, m_startedAt, m_enteredAt};
    for (const ScriptPtr &script : m_catalogue->reachableFrom(m_root))
        kept.versions.insert(script->id, script->version);
    return desk::toDocument(kept);
}

std::optional<ScriptWalk> ScriptWalk::fromDocument(const QJsonObject &document, CataloguePtr catalogue)
{
    const auto kept = catalogue && !document.isEmpty() ? keptFrom(document) : std::nullopt;
    if (!kept || kept->at.size() != 1)
        return std::nullopt;
    for (auto it = kept->versions.cbegin(); it != kept->versions.cend(); ++it) {
        const ScriptPtr script = catalogue->script(it.key());
        if (!script || script->version != it.value())
            return std::nullopt;
    }
    ScriptWalk walk;
    walk.m_catalogue = std::move(catalogue);
    walk.m_root = kept->root;
    if (!walk.root())
        return std::nullopt;
    walk.m_at = kept->at.first();
    walk.m_returns = kept->returns;
    walk.m_path = kept->path;
    walk.m_carriedOut = kept->carriedOut;
    walk.m_chosen = kept->chosen;
    walk.m_seconds = kept->seconds;
    walk.subject = kept->subject;
    walk.id = kept->id;
    walk.replaces = kept->replaces;
    walk.m_startedAt = kept->startedAt;
    walk.m_enteredAt = kept->enteredAt;

    QList<WalkStep> all = walk.m_path;
    WalkStep here;
    here.at = walk.m_at;
    all.append(here);
    for (const WalkPosition &back : std::as_const(walk.m_returns)) {
        here.at = back;
        all.append(here);
    }
    if (walk.id.isNull() || !walk.m_startedAt.isValid() || !walk.m_enteredAt.isValid()
        || !stepsExist(all, *walk.m_catalogue))
        return std::nullopt;
    return walk;
}

QJsonObject walkRecord(const ScriptWalk &walk, const QString &outcome, const QDateTime &endedAt)
{
    auto kept = keptFrom(walk.toDocument());
    if (!kept)
        return {};
    kept->seconds = walk.seconds(endedAt);
    return recordOf(*kept, outcome, endedAt);
}

QJsonObject unreadWalkRecord(const QJsonObject &walk, const QString &outcome)
{
    const auto kept = keptFrom(walk);
    return kept ? recordOf(*kept, outcome, kept->enteredAt) : QJsonObject();
}

} // namespace desk
