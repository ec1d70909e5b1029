// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QBoxLayout>
#include <QHash>
#include <QList>

namespace desk {

/// Rows of a card, one for each key. A key keeps its row (and with it focus, unfolding, typed text) for as long as it
/// is listed; rows of keys that left are hidden and used again for others, since making widgets is what costs.
template <class Row, class Key> class RowPool {
public:
    explicit RowPool(QBoxLayout *layout) : m_layout(layout) { }

    /// Shows one row for each key, in that order. `make()` makes a row; `reuse(row)` clears one that served another
    /// key.
    template <class Make, class Reuse> void arrange(const QList<Key> &keys, Make make, Reuse reuse)
    {
        for (auto it = m_rows.begin(); it != m_rows.end();) {
            if (keys.contains(it.key())) {
                ++it;
                continue;
            }
            it.value()->hide();
            m_free << it.value();
            it = m_rows.erase(it);
        }
        for (qsizetype i = 0; i < keys.size(); ++i) {
            Row *row = m_rows.value(keys.at(i));
            if (!row) {
                if (m_free.isEmpty()) {
                    row = make();
                } else {
                    row = m_free.takeFirst();
                    reuse(row);
                }
                m_rows.insert(keys.at(i), row);
            }
            if (m_layout->indexOf(row) != int(i)) {
                m_layout->removeWidget(row);
                m_layout->insertWidget(int(i), row);
            }
            row->show();
        }
        m_order = keys;
    }

    [[nodiscard]] Row *row(const Key &key) const { return m_rows.value(key); }
    [[nodiscard]] const QList<Key> &keys() const { return m_order; }
    [[nodiscard]] QList<Row *> rows() const
    {
        QList<Row *> rows;
        for (const Key &key : m_order)
            rows << m_rows.value(key);
        return rows;
    }

private:
    QBoxLayout *m_layout;
    QHash<Key, Row *> m_rows;
    QList<Row *> m_free;
    QList<Key> m_order;
};

} // namespace desk
