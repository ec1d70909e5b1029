// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace desk {

/// The establishments an account may act for. A refresh with the same lines changes cells, not rows, so that selection
/// and scroll stay.
class EstablishmentsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { SiretColumn, DenominationColumn, TownColumn, StateColumn, TicketsColumn, ColumnCount };
    enum Role { SiretRole = Qt::UserRole, SortRole, FilterRole };

    using QAbstractTableModel::QAbstractTableModel;
    void setLines(const QList<EstablishmentLine> &lines);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const EstablishmentLine &line, int column) const;
    [[nodiscard]] QVariant sortKey(const EstablishmentLine &line, int column) const;

    QList<EstablishmentLine> m_lines;
};

/// Keeps the lines in which every typed word is found, accents and spaces of numbers aside; sorts by value, French
/// order for words.
class EstablishmentsFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit EstablishmentsFilter(QObject *parent = nullptr);
    void setWords(const QString &typed);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
};

/// Lower case without accents, for comparing what people type with what is stored.
[[nodiscard]] QString foldedText(const QString &text);

} // namespace desk
