// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/linesmodel.h"

#include <QSet>

namespace desk {

LinesModel::LinesModel(QStringList headers, QObject *parent)
    : QAbstractTableModel(parent), m_headers(std::move(headers))
{
}

void LinesModel::setLines(const QList<Line> &lines)
{
    removeGone(lines);
    for (int row = 0; row < int(lines.size()); ++row)
        place(row, lines.at(row));
    // What is left behind the last new line has a key that came twice.
    if (m_lines.size() > lines.size()) {
        beginRemoveRows({}, int(lines.size()), int(m_lines.size()) - 1);
        m_lines.resize(lines.size());
        endRemoveRows();
    }
}

void LinesModel::removeGone(const QList<Line> &lines)
{
    QSet<QString> keys;
    for (const Line &line : lines)
        keys.insert(line.key);
    for (int row = int(m_lines.size()) - 1; row >= 0; --row) {
        if (keys.contains(m_lines.at(row).key))
            continue;
        beginRemoveRows({}, row, row);
        m_lines.removeAt(row);
        endRemoveRows();
    }
}

void LinesModel::place(int row, const Line &line)
{
    int from = row;
    while (from < m_lines.size() && m_lines.at(from).key != line.key)
        ++from;
    if (from == m_lines.size()) {
        beginInsertRows({}, row, row);
        m_lines.insert(row, line);
        endInsertRows();
        return;
    }
    if (from != row) {
        beginMoveRows({}, from, from, {}, row);
        m_lines.move(from, row);
        endMoveRows();
    }
    if (m_lines.at(row) == line)
        return;
    m_lines[row] = line;
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void LinesModel::setHasMore(bool more)
{
    m_hasMore = more;
}

int LinesModel::rowOf(const QString &key) const
{
    for (int row = 0; row < int(m_lines.size()); ++row) {
        if (m_lines.at(row).key == key)
            return row;
    }
    return -1;
}

int LinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int LinesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headers.size());
}

QVariant LinesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line &line = m_lines.at(index.row());
    if (role == KeyRole)
        return line.key;
    if (role == OpenRole)
        return line.openKey;
    if (role == HeadingRole)
        return line.heading;
    const LineCell cell = line.cells.value(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return cell.text;
    case Qt::TextAlignmentRole:
        return cell.number ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case SortRole:
        return cell.sort.isValid() ? cell.sort : QVariant(cell.text);
    case ToneRole:
        return cell.tone ? QVariant(int(*cell.tone)) : QVariant();
    case StrongRole:
        return cell.strong;
    default:
        return {};
    }
}

QVariant LinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return m_headers.value(section);
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && !m_lines.isEmpty()
        && m_lines.first().cells.value(section).number)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return orientation == Qt::Horizontal ? QVariant() : QAbstractTableModel::headerData(section, orientation, role);
}

Qt::ItemFlags LinesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return m_lines.at(index.row()).heading ? Qt::ItemFlags(Qt::ItemNeverHasChildren)
                                           : Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

bool LinesModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore;
}

void LinesModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_hasMore = false; // until the page is here
    Q_EMIT moreWanted();
}

} // namespace desk
