// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/local/localstore.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <vector>

namespace desk {

/// Drafts of one log-in in the central database: read once, then held in memory; what changes is sent after a pause in
/// typing (a second), at the latest every five, one value at a time and only its last state. What could not be sent is
/// tried again. GUI thread.
class DatabaseDrafts : public QObject {
    Q_OBJECT
public:
    explicit DatabaseDrafts(DraftTable &table, QObject *parent = nullptr);

    /// Answers false when the database takes no drafts: they then live in memory only.
    [[nodiscard]] QFuture<bool> open();
    void close(); ///< forgets everything
    void set(const QString &key, const QString &value);
    [[nodiscard]] QString value(const QString &key) const { return m_values.value(key); }
    [[nodiscard]] const QMap<QString, QString> &values() const { return m_values; }
    /// Calls `done` once nothing waits any more, or a value could not be sent.
    void flush(std::function<void()> done);

Q_SIGNALS:
    void saved(const QString &key, const QString &value); ///< the database has it

private:
    void sendNext();
    void onSent(const QString &key, const QString &value, const Result<Done> &answer);
    void tellFlushed();

    DraftTable &m_table;
    QMap<QString, QString> m_values;
    QSet<QString> m_changed;
    QTimer m_pause, m_atLatest;
    std::vector<std::function<void()>> m_flushed;
    int m_session = 0;
    bool m_inDatabase = false, m_sending = false;
};

} // namespace desk
