// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QList>

namespace desk {

/// A list read page by page, newest first, by the ids of its rows (keyset). Rows read again replace those shown; the
/// older ones behind them stay, so that reading again never shortens what one has scrolled through. Pure.
template <class Row> class PagedRows {
public:
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    [[nodiscard]] bool hasMore() const { return m_more; }
    /// Where the next page begins; 0 when nothing was read.
    [[nodiscard]] qint64 last() const { return m_rows.isEmpty() ? 0 : m_rows.constLast().id; }

    void clear() { *this = {}; }
    /// A page that begins below `before` (0: from the newest). `more`: there is another behind it.
    void add(qint64 before, const QList<Row> &page, bool more)
    {
        QList<Row> rows;
        for (const Row &row : m_rows) {
            if (before != 0 && row.id >= before)
                rows << row;
        }
        rows += page;
        const qint64 end = page.isEmpty() ? before : page.constLast().id;
        bool tail = false;
        for (const Row &row : m_rows) {
            if (more && row.id < end && end != 0) {
                rows << row;
                tail = true;
            }
        }
        if (!tail)
            m_more = more;
        m_rows = rows;
    }

private:
    QList<Row> m_rows;
    bool m_more = false;
};

} // namespace desk
