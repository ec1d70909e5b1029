// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/theme/tokens.h"

#include <QAbstractTableModel>
#include <QList>
#include <QStringList>
#include <QVariant>

#include <optional>

namespace desk {

/// One cell: plain text, and how it is shown.
struct LineCell {
    QString text;
    QVariant sort = {}; ///< what to sort by when it is not the text
    std::optional<Tone> tone = {}; ///< set: a chip
    bool strong = false, number = false;
    friend bool operator==(const LineCell &, const LineCell &) = default;
};

/// One row of a page. The key tells it from the others for as long as the page lives.
struct Line {
    QString key;
    QString openKey; ///< of the file it is about; empty: none
    QList<LineCell> cells;
    bool heading = false; ///< the name of a group, not to be chosen
    friend bool operator==(const Line &, const Line &) = default;
};

/// The rows of a table or list of oversight. New lines are matched with the old ones by their keys: what stays is not
/// touched, so that selection and scroll stay too. Long lists come page by page: moreWanted() asks for the next.
class LinesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { KeyRole = Qt::UserRole, OpenRole, SortRole, ToneRole, StrongRole, HeadingRole };
    explicit LinesModel(QStringList headers, QObject *parent = nullptr);

    void setLines(const QList<Line> &lines);
    void setHasMore(bool more);
    [[nodiscard]] const QList<Line> &lines() const { return m_lines; }
    [[nodiscard]] int rowOf(const QString &key) const; ///< -1: not there

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void moreWanted();

private:
    void removeGone(const QList<Line> &lines);
    void place(int row, const Line &line);

    QStringList m_headers;
    QList<Line> m_lines;
    bool m_hasMore = false;
};

} // namespace desk
