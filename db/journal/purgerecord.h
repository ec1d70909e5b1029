// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>

namespace desk {

/// Microseconds since 1970, as the journal counts time.
using JournalTime = qint64;

/// Of PostgreSQL's epoch text ("1763716670.123456"); nullopt for anything else, "Infinity" included.
[[nodiscard]] std::optional<JournalTime> journalTime(const QByteArray &epoch);

/// How long each kind was kept, replayed from the journal itself: the table may have been changed behind its back.
class RetentionHistory {
public:
    using Days = std::optional<int>; ///< nullopt: for ever
    RetentionHistory(); ///< as the schema ships them (db/schema/baseline/90_journal.sql)
    /// Takes in the detail of a retention_set row. False when it makes no sense.
    [[nodiscard]] bool apply(const QByteArray &detail);
    /// By the longest pattern that fits, as asp.f_retention_days.
    [[nodiscard]] Days days(const QString &kind) const;
    [[nodiscard]] const QMap<QString, Days> &patterns() const { return m_patterns; }

private:
    QMap<QString, Days> m_patterns;
};

/// What a journal_purge row says it removed. The row is evidence to be weighed: anybody who owns the tables can write
/// one.
struct PurgeRecord {
    struct Bound {
        JournalTime before = 0;
        qint64 rows = 0;
    };
    qint64 seq = 0, journalId = 0;
    JournalTime at = 0;
    qint64 upto = 0; ///< the last link it may have touched
    QMap<QString, Bound> kinds;

    /// nullopt when the detail makes no sense.
    [[nodiscard]] static std::optional<PurgeRecord> parse(qint64 seq, qint64 journalId, JournalTime at,
                                                          const QByteArray &detail);
    /// Was it allowed by the durations then in force? Otherwise the kind that was not.
    [[nodiscard]] std::optional<QString> offends(const RetentionHistory &then, JournalTime now) const;
    [[nodiscard]] bool covers(qint64 link, const QString &kind, JournalTime rowAt) const;
};

} // namespace desk
