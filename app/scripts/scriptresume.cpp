// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2

// How a walk goes on after the console stopped: with the version it began, wherever that still is.

#include "app/core/logcategories.h"
#include "app/scripts/scriptservice_p.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QHash<QString, int> versionsOf(const QJsonObject &walk)
{
    QHash<QString, int> versions;
    const QJsonObject named = walk.value(u"versions"_s).toObject();
    for (auto it = named.begin(); it != named.end(); ++it)
        versions.insert(it.key(), it.value().toInt());
    return versions;
}

} // namespace

void ScriptService::restore()
{
    // At log-in: what an earlier log-in had under way is kept in its own store.
    d->walk.reset();
    d->walkFile.reset();
    d->unread = {};
    d->saved = false;
    d->done.clear();
    d->lastGood.clear(); // another log-in may be another desk
    Q_EMIT stepChanged();
    d->keeper.restore(this, [this](WalkKeeper::Kept kept) {
        if (d->walk) // a new one was begun meanwhile
            return;
        d->done = kept.done + d->done;
        if (kept.walk)
            d->resume(std::move(*kept.walk), kept.saved);
        else if (!kept.saved)
            d->unread = kept.unread;
        d->resumeUnread();
        Q_EMIT stepChanged();
    });
}

void ScriptService::resumeWith(const QList<PublishedScript> &versions)
{
    if (d->unread.isEmpty())
        return;
    QList<PublishedScript> wanted;
    const QHash<QString, int> named = versionsOf(d->unread);
    for (auto it = named.cbegin(); it != named.cend(); ++it) {
        for (const PublishedScript &one : versions) {
            if (one.id == it.key() && one.version == it.value())
                wanted.append(one);
        }
        if (const ScriptPtr current = d->catalogue->script(it.key()); current && current->version == it.value())
            wanted.append({current->id, current->version, current->source});
    }
    if (auto walk = ScriptWalk::fromDocument(d->unread, ScriptCatalogue::fromPublished(wanted))) {
        d->resume(std::move(*walk), false);
        Q_EMIT stepChanged();
    } else {
        d->giveUpUnread();
    }
}

void ScriptService::Private::resume(ScriptWalk kept, bool wasSaved)
{
    unread = {};
    walk = std::move(kept);
    saved = wasSaved;
    followContext();
}

/// Once the scripts in force are known: with them, else the versions the walk names are asked for.
void ScriptService::Private::resumeUnread()
{
    if (unread.isEmpty() || catalogue->scripts().isEmpty())
        return;
    if (auto found = ScriptWalk::fromDocument(unread, catalogue)) {
        keeper.keepScripts(*catalogue, found->root()->id);
        resume(std::move(*found), false);
        Q_EMIT q.stepChanged();
        return;
    }
    Q_EMIT q.versionsWanted(versionsOf(unread).keys());
}

/// Nobody has its version any more: what was walked is kept, and the agent is told.
void ScriptService::Private::giveUpUnread()
{
    if (unread.isEmpty())
        return;
    const QJsonObject lost = std::exchange(unread, {});
    qCWarning(logScripts) << "a walk cannot go on:" << lost.value(u"root"_s).toString() << "version"
                          << lost.value(u"versions"_s).toObject().value(lost.value(u"root"_s).toString()).toInt();
    keeper.saveUnread(lost);
    persist();
    Q_EMIT q.walkLost(lost.value(u"title"_s).toString());
}

} // namespace desk
