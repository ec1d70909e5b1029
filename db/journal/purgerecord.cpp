// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/journal/purgerecord.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr JournalTime second = 1'000'000;
constexpr JournalTime day = 86'400 * second;
constexpr int fewestDays = 180; ///< no purge is allowed below, whatever a table says
constexpr JournalTime clockMargin = 300 * second;

bool fits(const QString &pattern, const QString &kind)
{
    return pattern.endsWith(u'*') ? kind.startsWith(QStringView(pattern).chopped(1)) : kind == pattern;
}

} // namespace

std::optional<JournalTime> journalTime(const QByteArray &epoch)
{
    const qsizetype point = epoch.indexOf('.');
    bool whole = false, part = point < 0;
    const qint64 seconds = (point < 0 ? epoch : epoch.left(point)).toLongLong(&whole);
    const QByteArray fraction = point < 0 ? QByteArray("0") : epoch.mid(point + 1);
    qint64 micros = 0;
    if (!part)
        micros = fraction.leftJustified(6, '0', true).toLongLong(&part);
    constexpr qint64 furthest = 1'000'000'000'000; // the year 33000: no overflow below
    if (!whole || !part || seconds > furthest || seconds < -furthest)
        return std::nullopt;
    return seconds * second + (epoch.startsWith('-') ? -micros : micros);
}

RetentionHistory::RetentionHistory()
    : m_patterns{{u"*"_s, 1826},
                 {u"open_file"_s, 365},
                 {u"reveal"_s, 365},
                 {u"read_*"_s, 365},
                 {u"journal_search"_s, 1826},
                 {u"journal_export"_s, 1826},
                 {u"journal_purge"_s, std::nullopt},
                 {u"retention_set"_s, std::nullopt}}
{
}

bool RetentionHistory::apply(const QByteArray &detail)
{
    const QJsonObject change = QJsonDocument::fromJson(detail).object();
    const QString pattern = change.value("pattern"_L1).toString();
    if (pattern.isEmpty())
        return false;
    if (change.value("removed"_L1).toBool())
        m_patterns.remove(pattern);
    else
        m_patterns.insert(pattern, change.contains("days"_L1) ? Days(change.value("days"_L1).toInt()) : std::nullopt);
    return true;
}

RetentionHistory::Days RetentionHistory::days(const QString &kind) const
{
    Days best;
    qsizetype length = -1;
    for (auto it = m_patterns.begin(); it != m_patterns.end(); ++it) {
        const qsizetype weight = 2 * it.key().size() - (it.key().endsWith(u'*') ? 2 : 1) + 1;
        if (fits(it.key(), kind) && weight > length) {
            best = it.value();
            length = weight;
        }
    }
    return best;
}

std::optional<PurgeRecord> PurgeRecord::parse(qint64 seq, qint64 journalId, JournalTime at, const QByteArray &detail)
{
    const QJsonObject document = QJsonDocument::fromJson(detail).object();
    PurgeRecord record{seq, journalId, at, document.value("upto"_L1).toInteger(), {}};
    const QJsonObject kinds = document.value("kinds"_L1).toObject();
    for (auto it = kinds.begin(); it != kinds.end(); ++it) {
        const QJsonObject bound = it->toObject();
        const QDateTime before = QDateTime::fromString(bound.value("before"_L1).toString(), Qt::ISODateWithMs);
        if (!before.isValid())
            return std::nullopt;
        record.kinds.insert(it.key(), {before.toMSecsSinceEpoch() * 1000, bound.value("rows"_L1).toInteger()});
    }
    return kinds.isEmpty() ? std::nullopt : std::optional(record);
}

std::optional<QString> PurgeRecord::offends(const RetentionHistory &then, JournalTime now) const
{
    for (auto it = kinds.begin(); it != kinds.end(); ++it) {
        const auto days = then.days(it.key());
        if (!days || at > now + clockMargin || at - it->before < std::max(*days, fewestDays) * day)
            return it.key();
    }
    return std::nullopt;
}

bool PurgeRecord::covers(qint64 link, const QString &kind, JournalTime rowAt) const
{
    const auto bound = kinds.find(kind);
    return bound != kinds.end() && link <= upto && link < seq && rowAt < bound->before;
}

} // namespace desk
