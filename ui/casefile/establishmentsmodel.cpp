// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/establishmentsmodel.h"

#include "app/core/siret.h"
#include "ui/common/format.h"

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

QString foldedText(const QString &text)
{
    QString folded;
    folded.reserve(text.size());
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.category() != QChar::Mark_NonSpacing)
            folded += c.toLower();
    }
    return folded;
}

namespace {

QString stateWords(HabilitationState state)
{
    switch (state) {
    case HabilitationState::Active:
        return EstablishmentsModel::tr("✓ habilité");
    case HabilitationState::AwaitingConfirmation:
        return EstablishmentsModel::tr("◷ à confirmer");
    case HabilitationState::Requested:
        return EstablishmentsModel::tr("◷ demandée");
    case HabilitationState::Revoked:
        return EstablishmentsModel::tr("✗ retirée");
    case HabilitationState::None:
        break;
    }
    return {};
}

} // namespace

void EstablishmentsModel::setLines(const QList<EstablishmentLine> &lines)
{
    const bool sameRows
        = std::equal(lines.cbegin(), lines.cend(), m_lines.cbegin(), m_lines.cend(),
                     [](const EstablishmentLine &a, const EstablishmentLine &b) { return a.id == b.id; });
    if (!sameRows) {
        beginResetModel();
        m_lines = lines;
        endResetModel();
        return;
    }
    for (int row = 0; row < int(lines.size()); ++row) {
        if (lines.at(row) == m_lines.at(row))
            continue;
        m_lines[row] = lines.at(row);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

int EstablishmentsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int EstablishmentsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant EstablishmentsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const EstablishmentLine &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(line, index.column());
    case SiretRole:
        return line.siret;
    case SortRole:
        return sortKey(line, index.column());
    case FilterRole:
        return foldedText(line.siret + u' ' + line.denomination + u' ' + line.postcode + u' ' + line.town);
    case Qt::TextAlignmentRole:
        return index.column() == TicketsColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QString EstablishmentsModel::text(const EstablishmentLine &line, int column) const
{
    switch (column) {
    case SiretColumn:
        return groupedDigits(line.siret);
    case DenominationColumn:
        return line.denomination;
    case TownColumn:
        return (line.postcode + u' ' + line.town).trimmed();
    case StateColumn: {
        const QString state = line.state == HabilitationState::Active && line.activeFrom.isValid()
            ? tr("✓ depuis le %1").arg(shortDate(line.activeFrom))
            : stateWords(line.state);
        return line.referent ? tr("%1 · référent").arg(state) : state;
    }
    case TicketsColumn:
        return line.openTickets > 0 ? QString::number(line.openTickets) : QString();
    default:
        return {};
    }
}

QVariant EstablishmentsModel::sortKey(const EstablishmentLine &line, int column) const
{
    switch (column) {
    case SiretColumn:
        return line.siret;
    case DenominationColumn:
        return foldedText(line.denomination);
    case TownColumn:
        return foldedText(line.town) + line.postcode;
    case StateColumn:
        return int(line.state);
    case TicketsColumn:
        return line.openTickets;
    default:
        return {};
    }
}

QVariant EstablishmentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case SiretColumn:
        return tr("SIRET");
    case DenominationColumn:
        return tr("Dénomination");
    case TownColumn:
        return tr("Commune");
    case StateColumn:
        return tr("Habilitation");
    case TicketsColumn:
        return tr("Demandes");
    default:
        return {};
    }
}

EstablishmentsFilter::EstablishmentsFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(EstablishmentsModel::SortRole);
    setDynamicSortFilter(true);
}

void EstablishmentsFilter::setWords(const QString &typed)
{
    m_words = foldedText(typed).split(u' ', Qt::SkipEmptyParts);
    // A SIRET typed with its spaces is one number.
    const QString compact = Siret::compact(typed);
    if (compact.size() > 3 && std::all_of(compact.cbegin(), compact.cend(), [](QChar c) { return c.isDigit(); }))
        m_words = {compact};
    invalidateFilter();
}

bool EstablishmentsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QString all = sourceModel()->index(row, 0, parent).data(EstablishmentsModel::FilterRole).toString();
    return std::all_of(m_words.cbegin(), m_words.cend(), [&all](const QString &word) { return all.contains(word); });
}

} // namespace desk
