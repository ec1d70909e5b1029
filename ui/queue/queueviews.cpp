// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/queueviews.h"

#include "app/core/desktime.h"
#include "app/core/document.h"
#include "app/tickets/urgency.h"
#include "ui/queue/filterparts.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct Views {
    Q_DECLARE_TR_FUNCTIONS(Views)
};

constexpr QLatin1StringView motifPrefix = "motif:"_L1, viewPrefix = "view:"_L1, savedPrefix = "saved:"_L1;

std::optional<QueueStart> builtIn(const QString &code, const SessionInfo &info, const QDateTime &now)
{
    QueueStart start{builtInViewLabel(code, info), {}, {}};
    if (code == "late"_L1) {
        start.filter.due = TicketFilter::Due::Late;
    } else if (code == "soon"_L1) {
        start.filter.due = TicketFilter::Due::Soon;
    } else if (code == "mine"_L1) {
        start.filter.owners = {u"@me"_s};
    } else if (code == "unowned"_L1) {
        start.filter.owners = {QString()};
    } else if (code == "twins"_L1) {
        start.filter.twins = true;
        start.order = {QueueColumn::Siret, false};
    } else if (code == "on_hold"_L1 || code == "awake"_L1) {
        start.filter.states = {code};
    } else if (code == "closed_today"_L1) {
        start.filter.scope = TicketFilter::Scope::Closed;
        start.filter.closedWithin = deskTime(now).time().hour() + 1;
        start.order = {QueueColumn::Closed, true};
    } else {
        return std::nullopt;
    }
    return start;
}

} // namespace

QString toText(const QueueBase &base)
{
    switch (base.kind) {
    case QueueBase::Kind::Motif:
        return motifPrefix + base.code;
    case QueueBase::Kind::BuiltIn:
        return viewPrefix + base.code;
    case QueueBase::Kind::Saved:
        return savedPrefix + base.code;
    case QueueBase::Kind::All:
        break;
    }
    return u"all"_s;
}

QueueBase queueBaseFromText(const QString &text)
{
    for (const auto &[prefix, kind] :
         {std::pair(motifPrefix, QueueBase::Kind::Motif), std::pair(viewPrefix, QueueBase::Kind::BuiltIn),
          std::pair(savedPrefix, QueueBase::Kind::Saved)}) {
        if (text.startsWith(prefix))
            return {kind, text.mid(prefix.size())};
    }
    return {};
}

const QStringList &builtInViews()
{
    static const QStringList codes{u"late"_s,  u"soon"_s,    u"mine"_s,  u"unowned"_s,
                                   u"twins"_s, u"on_hold"_s, u"awake"_s, u"closed_today"_s};
    return codes;
}

QString builtInViewLabel(const QString &code, const SessionInfo &info)
{
    if (code == "late"_L1)
        return Views::tr("En retard");
    if (code == "soon"_L1)
        return Views::tr("À rendre dans %1 h").arg(dueWarningHours(info.settings));
    if (code == "mine"_L1)
        return Views::tr("Les miennes");
    if (code == "unowned"_L1)
        return Views::tr("Sans agent");
    if (code == "twins"_L1)
        return Views::tr("Doublons probables");
    if (code == "on_hold"_L1)
        return Views::tr("En attente");
    if (code == "awake"_L1)
        return Views::tr("À reprendre");
    return code == "closed_today"_L1 ? Views::tr("Closes aujourd’hui") : code;
}

std::optional<QueueStart> startOf(const QueueBase &base, const SessionInfo &info, const QList<TicketView> &views,
                                  const QDateTime &now)
{
    if (base.kind == QueueBase::Kind::All)
        return QueueStart{Views::tr("Toutes les demandes"), {}, {}};
    if (base.kind == QueueBase::Kind::BuiltIn)
        return builtIn(base.code, info, now);
    if (base.kind == QueueBase::Kind::Motif) {
        for (const ListItem &motif : info.motifs) {
            if (motif.code == base.code) {
                QueueStart start{motif.label, {}, {}};
                start.filter.motifs = {motif.code};
                return start;
            }
        }
        return std::nullopt;
    }
    for (const TicketView &view : views) {
        if (view.id == QUuid::fromString(base.code))
            return QueueStart{view.name, view.filter, view.order};
    }
    return std::nullopt;
}

std::optional<int> countOf(const QueueBase &base, const QueueCounts &counts)
{
    if (base.kind == QueueBase::Kind::Motif) {
        const auto found = std::find_if(counts.motifs.cbegin(), counts.motifs.cend(),
                                        [&base](const MotifCount &one) { return one.motif == base.code; });
        return found == counts.motifs.cend() ? std::nullopt : std::optional(found->open);
    }
    const QString key = base.kind == QueueBase::Kind::All ? u"all"_s : base.code;
    const auto found = counts.views.constFind(key);
    return found == counts.views.cend() ? std::nullopt : std::optional(*found);
}

QString viewOwnerText(const TicketView &view)
{
    if (view.mine)
        return view.shared ? Views::tr("partagée") : QString();
    const QString owner = view.ownerName.isEmpty() ? view.owner : view.ownerName;
    return view.ownerGone ? Views::tr("%1 (a quitté le service)").arg(owner) : owner;
}

QByteArray toBytes(const QueuePlace &place)
{
    const QJsonObject object{{u"base"_s, toText(place.base)},
                             {u"filter"_s, toDocument(place.filter)},
                             {u"sort"_s, codeOf(place.order.column)},
                             {u"descending"_s, place.order.descending}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<QueuePlace> queuePlaceFromBytes(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    return QueuePlace{queueBaseFromText(object.value("base"_L1).toString()),
                      fromDocument<TicketFilter>(object.value("filter"_L1).toObject()).value_or(TicketFilter()),
                      {fromCode<QueueColumn>(object.value("sort"_L1).toString()).value_or(QueueColumn::Due),
                       object.value("descending"_L1).toBool()}};
}

} // namespace desk
