// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/walkkeeper.h"

#include "app/core/document.h"
#include "app/core/logcategories.h"
#include "app/core/whenfinished.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr QLatin1StringView walkKey("walk/current"), scriptsKey("walk/scripts"), waitingKey("walk/pending");

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject objectFrom(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

/// What is under way, as the local store has it.
struct UnderWay {
    std::optional<QJsonObject> walk;
    bool saved = false;
    QList<CarriedOut> done;
};
BOOST_DESCRIBE_STRUCT(UnderWay, (), (walk, saved, done))

/// A part that cannot be read is told in the log and left out.
template <class T> T orNothing(Result<T> read)
{
    if (!read)
        qCWarning(logScripts) << "what was kept of a walk is not read:" << read.error().detail;
    return read.value_or(T());
}

WalkKeeper::Kept keptFrom(const QJsonObject &object, const QString &scripts)
{
    const auto published = scripts.isEmpty()
        ? QList<PublishedScript>()
        : orNothing(listFromDocument<PublishedScript>(objectFrom(scripts), "scripts"_L1));
    const auto underWay = orNothing(fromDocument<UnderWay>(object));
    const QJsonObject walk = underWay.walk.value_or(QJsonObject());
    WalkKeeper::Kept kept;
    kept.walk = ScriptWalk::fromDocument(walk, ScriptCatalogue::fromPublished(published));
    if (!kept.walk)
        kept.unread = walk;
    kept.saved = underWay.saved;
    kept.done = underWay.done;
    return kept;
}

} // namespace

WalkKeeper::WalkKeeper(LocalStore &local, Submit submit) : m_local(local), m_submit(std::move(submit))
{
}

void WalkKeeper::keepUnderWay(const QJsonObject &walk, bool saved, const QList<CarriedOut> &done)
{
    QString text;
    if (!walk.isEmpty() || !done.isEmpty())
        text = compact(toDocument(UnderWay{walk.isEmpty() ? std::nullopt : std::optional(walk), saved, done}));
    (void)m_local.saveDraft(walkKey, text);
}

void WalkKeeper::keepScripts(const ScriptCatalogue &catalogue, const QString &rootId)
{
    QList<PublishedScript> scripts;
    const QList<ScriptPtr> reachable = catalogue.reachableFrom(rootId);
    for (const ScriptPtr &script : reachable)
        scripts.append({script->id, script->version, script->source});
    (void)m_local.saveDraft(scriptsKey, compact({{u"scripts"_s, written(scripts)}}));
}

void WalkKeeper::save(const ScriptWalk &walk, const QString &outcome, const QDateTime &endedAt, TicketNumber forTicket)
{
    hand(walkRecord(walk, outcome, endedAt), walk.subject.call, forTicket.value() > 0);
}

void WalkKeeper::saveUnread(const QJsonObject &walk)
{
    const QJsonObject record = unreadWalkRecord(walk, AbandonedOutcome);
    if (!record.value(u"path"_s).toArray().isEmpty())
        hand(record, QUuid(walk.value(u"subject"_s).toObject().value(u"call"_s).toString()), false);
}

/// With its call, for a ticket, or with the next call.
void WalkKeeper::hand(const QJsonObject &record, const QUuid &call, bool forTicket)
{
    if (!call.isNull() || forTicket) {
        submit(record, call);
        return;
    }
    m_waiting.append(record);
    keepWaiting();
}

void WalkKeeper::submit(const QJsonObject &record, const QUuid &call)
{
    OperationRequest request;
    request.id = QUuid(record.value(u"id"_s).toString()); // the walk's own: sent twice, it is kept once
    request.kind = OperationKind::WalkSave;
    request.params = record;
    if (!call.isNull())
        request.call = call;
    if (const qint64 number = record.value(u"ticket"_s).toInteger())
        request.ticket = TicketNumber(number);
    m_submit(request);
}

void WalkKeeper::setCall(const QUuid &call)
{
    m_call = call;
    if (call.isNull() || m_waiting.isEmpty())
        return;
    const QJsonArray waiting = std::exchange(m_waiting, {});
    keepWaiting();
    for (const auto &record : waiting)
        submit(record.toObject(), call);
}

void WalkKeeper::keepWaiting()
{
    (void)m_local.saveDraft(waitingKey, m_waiting.isEmpty() ? QString() : compact({{u"walks"_s, m_waiting}}));
}

void WalkKeeper::restore(QObject *guard, std::function<void(Kept)> found)
{
    whenFinished(m_local.draft(waitingKey), guard, [this](const Result<QString> &kept) {
        const QJsonArray walks = kept ? objectFrom(*kept).value(u"walks"_s).toArray() : QJsonArray();
        for (const auto &record : walks)
            m_waiting.append(record);
        setCall(m_call);
    });
    whenFinished(m_local.draft(walkKey), guard,
                 [this, guard, found = std::move(found)](const Result<QString> &current) {
                     const QJsonObject object = current ? objectFrom(*current) : QJsonObject();
                     if (object.isEmpty())
                         return;
                     whenFinished(m_local.draft(scriptsKey), guard, [found, object](const Result<QString> &scripts) {
                         found(keptFrom(object, scripts.value_or(QString())));
                     });
                 });
}

} // namespace desk
