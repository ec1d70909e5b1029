// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/scriptwalk.h"

#include "app/core/jsonfields.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString momentJson(const QDateTime &moment)
{
    return moment.isValid() ? moment.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QJsonArray positionsJson(const QList<WalkPosition> &positions)
{
    QJsonArray array;
    for (const WalkPosition &at : positions)
        array.append(QJsonArray{at.script, at.node});
    return array;
}

QList<WalkPosition> positionsFromJson(const QJsonValue &value)
{
    QList<WalkPosition> positions;
    for (const QJsonValue &item : value.toArray())
        positions.append({item.toArray().at(0).toString(), item.toArray().at(1).toString()});
    return positions;
}

QJsonObject stepJson(const WalkStep &step)
{
    return {{u"script"_s, step.at.script},   {u"node"_s, step.at.node},
            {u"title"_s, step.title},        {u"returns"_s, positionsJson(step.returns)},
            {u"answer"_s, step.answer},      {u"label"_s, step.answerLabel},
            {u"fact"_s, step.fact},          {u"base"_s, step.baseValue},
            {u"evidence"_s, step.evidence},  {u"decided"_s, step.decided},
            {u"overruled"_s, step.overruled}};
}

WalkStep stepFromJson(const QJsonObject &o)
{
    WalkStep step;
    step.at = {o.value(u"script"_s).toString(), o.value(u"node"_s).toString()};
    step.title = o.value(u"title"_s).toString();
    step.returns = positionsFromJson(o.value(u"returns"_s));
    step.answer = o.value(u"answer"_s).toString();
    step.answerLabel = o.value(u"label"_s).toString();
    step.fact = o.value(u"fact"_s).toString();
    step.baseValue = o.value(u"base"_s).toString();
    step.evidence = o.value(u"evidence"_s).toString();
    step.decided = o.value(u"decided"_s).toBool();
    step.overruled = o.value(u"overruled"_s).toBool();
    return step;
}

QJsonObject subjectJson(const WalkSubject &subject)
{
    return {{u"establishment"_s, subject.establishment.value()},
            {u"account"_s, subject.account.value()},
            {u"ticket"_s, subject.ticket.value()},
            {u"call"_s, subject.call.isNull() ? QString() : subject.call.toString(QUuid::WithoutBraces)}};
}

QJsonObject secondsJson(const QHash<QString, qint64> &seconds)
{
    QJsonObject object;
    for (auto it = seconds.cbegin(); it != seconds.cend(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QJsonValue idOrNull(qint64 id)
{
    return id ? QJsonValue(id) : QJsonValue(QJsonValue::Null);
}

/// Every step must name a node that is there, or going back would lead nowhere.
bool stepsExist(const QList<WalkStep> &path, const ScriptCatalogue &catalogue)
{
    return std::all_of(path.cbegin(), path.cend(), [&](const WalkStep &step) {
        const ScriptPtr script = catalogue.script(step.at.script);
        return script && script->node(step.at.node);
    });
}

/// What is kept of a walk, from what toJson() says of it: the scripts it names need not be there.
QJsonObject recordOf(const QJsonObject &walk, const QString &outcome, const QJsonValue &endedAt)
{
    QJsonArray path, carriedOut;
    int overrules = 0;
    const QJsonArray steps = walk.value(u"path"_s).toArray();
    for (const QJsonValue &step : steps) {
        QJsonObject entry = step.toObject();
        entry.remove(u"returns"_s);
        overrules += entry.value(u"overruled"_s).toBool() ? 1 : 0;
        path.append(entry);
    }
    const QJsonArray operations = walk.value(u"carried_out"_s).toArray();
    for (const QJsonValue &done : operations) {
        if (done.toObject().value(u"earlier"_s).toBool())
            continue;
        carriedOut.append(
            QJsonObject{{u"id"_s, done.toObject().value(u"id"_s)}, {u"kind"_s, done.toObject().value(u"kind"_s)}});
    }
    const QJsonObject subject = walk.value(u"subject"_s).toObject();
    const QString root = walk.value(u"root"_s).toString();
    const QList<WalkPosition> at = positionsFromJson(walk.value(u"at"_s));
    QJsonObject record{{u"id"_s, walk.value(u"id"_s)},
                       {u"script_id"_s, root},
                       {u"script_version"_s, walk.value(u"versions"_s).toObject().value(root)},
                       {u"title"_s, walk.value(u"title"_s)},
                       {u"account_id"_s, idOrNull(subject.value(u"account"_s).toInteger())},
                       {u"establishment_id"_s, idOrNull(subject.value(u"establishment"_s).toInteger())},
                       {u"ticket"_s, idOrNull(subject.value(u"ticket"_s).toInteger())},
                       {u"outcome"_s, outcome},
                       {u"last_node"_s, at.isEmpty() ? QString() : at.first().script + u'/' + at.first().node},
                       {u"started_at"_s, walk.value(u"started_at"_s)},
                       {u"ended_at"_s, endedAt},
                       {u"path"_s, path},
                       {u"seconds"_s, walk.value(u"seconds"_s)},
                       {u"overrules"_s, overrules},
                       {u"carried_out"_s, carriedOut}};
    if (const QString replaces = walk.value(u"replaces"_s).toString(); !replaces.isEmpty())
        record.insert(u"replaces"_s, replaces);
    return record;
}

} // namespace

QJsonObject carriedOutJson(const CarriedOut &done)
{
    return {{u"id"_s, done.id.toString(QUuid::WithoutBraces)},
            {u"kind"_s, done.kind},
            {u"account"_s, done.account.value()},
            {u"establishment"_s, done.establishment.value()},
            {u"sentence"_s, done.sentence},
            {u"at"_s, momentJson(done.at)},
            {u"inverse"_s,
             QJsonObject{
                 {u"kind"_s, done.inverse.kind}, {u"label"_s, done.inverse.label}, {u"params"_s, done.inverse.params}}},
            {u"taken_back"_s, done.takenBack},
            {u"earlier"_s, done.earlier}};
}

CarriedOut carriedOutFromJson(const QJsonObject &o)
{
    const QJsonObject inverse = o.value(u"inverse"_s).toObject();
    return {QUuid(o.value(u"id"_s).toString()),
            o.value(u"kind"_s).toString(),
            AccountId(o.value(u"account"_s).toInteger()),
            o.value(u"sentence"_s).toString(),
            timeOf(o.value(u"at"_s)),
            {inverse.value(u"kind"_s).toString(), inverse.value(u"label"_s).toString(),
             inverse.value(u"params"_s).toObject()},
            EstablishmentId(o.value(u"establishment"_s).toInteger()),
            o.value(u"taken_back"_s).toBool(),
            o.value(u"earlier"_s).toBool()};
}

QJsonObject ScriptWalk::toJson() const
{
    QJsonObject versions;
    for (const ScriptPtr &script : m_catalogue->reachableFrom(m_root))
        versions.insert(script->id, script->version);
    QJsonArray path, carriedOut;
    for (const WalkStep &step : m_path)
        path.append(stepJson(step));
    for (const CarriedOut &done : m_carriedOut)
        carriedOut.append(carriedOutJson(done));
    return {{u"id"_s, id.toString(QUuid::WithoutBraces)},
            {u"replaces"_s, replaces.isNull() ? QString() : replaces.toString(QUuid::WithoutBraces)},
            {u"root"_s, m_root},
            {u"title"_s, root()->title},
            {u"versions"_s, versions},
            {u"at"_s, positionsJson({m_at})},
            {u"returns"_s, positionsJson(m_returns)},
            {u"path"_s, path},
            {u"carried_out"_s, carriedOut},
            {u"chosen"_s, QJsonArray::fromStringList(QStringList(m_chosen.cbegin(), m_chosen.cend()))},
            {u"seconds"_s, secondsJson(m_seconds)},
            {u"subject"_s, subjectJson(subject)},
            {u"started_at"_s, momentJson(m_startedAt)},
            {u"entered_at"_s, momentJson(m_enteredAt)}};
}

std::optional<ScriptWalk> ScriptWalk::fromJson(const QJsonObject &object, CataloguePtr catalogue)
{
    if (!catalogue)
        return std::nullopt;
    const QJsonObject versions = object.value(u"versions"_s).toObject();
    for (auto it = versions.begin(); it != versions.end(); ++it) {
        const ScriptPtr script = catalogue->script(it.key());
        if (!script || script->version != it.value().toInt())
            return std::nullopt;
    }
    ScriptWalk walk;
    walk.m_catalogue = std::move(catalogue);
    walk.m_root = object.value(u"root"_s).toString();
    const auto at = positionsFromJson(object.value(u"at"_s));
    if (at.size() != 1 || !walk.root())
        return std::nullopt;
    walk.m_at = at.first();
    walk.m_returns = positionsFromJson(object.value(u"returns"_s));
    for (const QJsonValue &step : object.value(u"path"_s).toArray())
        walk.m_path.append(stepFromJson(step.toObject()));
    for (const QJsonValue &done : object.value(u"carried_out"_s).toArray())
        walk.m_carriedOut.append(carriedOutFromJson(done.toObject()));
    for (const QJsonValue &chosen : object.value(u"chosen"_s).toArray())
        walk.m_chosen.insert(chosen.toString());
    const QJsonObject seconds = object.value(u"seconds"_s).toObject();
    for (auto it = seconds.begin(); it != seconds.end(); ++it)
        walk.m_seconds.insert(it.key(), it.value().toInteger());
    const QJsonObject subject = object.value(u"subject"_s).toObject();
    walk.subject = {EstablishmentId(subject.value(u"establishment"_s).toInteger()),
                    AccountId(subject.value(u"account"_s).toInteger()),
                    TicketNumber(subject.value(u"ticket"_s).toInteger()), QUuid(subject.value(u"call"_s).toString())};
    walk.id = QUuid(object.value(u"id"_s).toString());
    walk.replaces = QUuid(object.value(u"replaces"_s).toString());
    walk.m_startedAt = timeOf(object.value(u"started_at"_s));
    walk.m_enteredAt = timeOf(object.value(u"entered_at"_s));

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
    QJsonObject kept = walk.toJson();
    kept.insert(u"seconds"_s, secondsJson(walk.seconds(endedAt)));
    return recordOf(kept, outcome, momentJson(endedAt));
}

QJsonObject unreadWalkRecord(const QJsonObject &walk, const QString &outcome)
{
    return recordOf(walk, outcome, walk.value(u"entered_at"_s));
}

} // namespace desk
