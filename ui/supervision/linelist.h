// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/supervision/linesmodel.h"
#include "ui/supervision/linestable.h"

#include <algorithm>
#include <functional>

class QLabel;

namespace desk {

class AppSettings;

/// A list of oversight: a table of lines and, in its place when there are none, a sentence that says so. A page says
/// what its columns are and makes a line of each row it has read.
class LineList : public QWidget {
    Q_OBJECT
public:
    struct Column {
        QString title;
        int width = 0; ///< to begin with; 0: takes what is left
    };
    struct Look {
        QString name; ///< of the table; the widths a person gave its columns are kept under it
        QString title; ///< for who hears the page
        QList<Column> columns;
        QString nothing = {}; ///< when there is no row; empty: the table stays
        bool sortable = false; ///< by any column; not for lists that come page by page
        bool choosesFirst = true; ///< a row is chosen as soon as there is one
    };
    LineList(AppSettings &settings, const Look &look, QWidget *parent);

    [[nodiscard]] LinesTable *table() const { return m_table; }
    void setNothing(const QString &text);
    /// Shows `rows`, each as the line that `lineOf` makes of it. `known`: they were read, so that none means none.
    template <class Row, class LineOf>
    void showRows(const QList<Row> &rows, LineOf lineOf, bool hasMore = false, bool known = true)
    {
        QList<Line> lines;
        for (const Row &row : rows)
            lines << std::invoke(lineOf, row);
        showLines(lines, hasMore, known);
    }
    /// The chosen one of `rows`, whose keys are their ids; nullptr: none.
    template <class Row> [[nodiscard]] const Row *current(const QList<Row> &rows) const
    {
        const qint64 id = m_table->currentKey().toLongLong();
        const auto it = std::find_if(rows.cbegin(), rows.cend(), [id](const Row &row) { return row.id == id; });
        return it == rows.cend() ? nullptr : &*it;
    }
    void clear();
    void takeKeyboard(); ///< on a row

Q_SIGNALS:
    void currentChanged(); ///< another row is chosen, or the same may say something else
    void openWanted(const QString &key);
    void moreWanted();

private:
    void showLines(const QList<Line> &lines, bool hasMore, bool known);

    LinesModel *m_model;
    LinesTable *m_table;
    QLabel *m_nothing;
    bool m_choosesFirst, m_hides;
};

} // namespace desk
