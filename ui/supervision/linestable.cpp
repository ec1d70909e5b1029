// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/linestable.h"

#include "app/settings/appsettings.h"
#include "ui/common/build.h"
#include "ui/supervision/linesmodel.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineHeight = 31;

/// Quiet rows with a line between them; what is a state is a chip; the chosen row has the accent's ground and its bar.
class CellDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokensFor(option.widget);
        painter->save();
        const bool chosen = option.state & QStyle::State_Selected;
        if (chosen)
            painter->fillRect(option.rect, t.accentSoft);
        if (chosen && index.column() == 0)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), t.accent);
        painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, t.line);
        const QRect room = option.rect.adjusted(8, 0, -8, 0);
        const QVariant tone = index.data(LinesModel::ToneRole);
        if (tone.isValid())
            paintChip(painter, option, room, static_cast<Tone>(tone.toInt()), index.data().toString());
        else
            paintWords(painter, option, room, index);
        painter->restore();
    }

private:
    static void paintChip(QPainter *painter, const QStyleOptionViewItem &option, const QRect &room, Tone tone,
                          const QString &text)
    {
        if (text.isEmpty())
            return;
        const Tokens &t = tokensFor(option.widget);
        const TonePair pair = toneColours(t, tone);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setFont(uiFont(option.font, 12, QFont::DemiBold));
        const QFontMetrics metrics = painter->fontMetrics();
        const QString shown = metrics.elidedText(text, Qt::ElideRight, room.width() - 16);
        const QRect chip(room.left() - 2, room.center().y() - metrics.height() / 2 - 2,
                         metrics.horizontalAdvance(shown) + 16, metrics.height() + 4);
        painter->setPen(tone == Tone::Muted ? QPen(t.line) : QPen(Qt::NoPen));
        painter->setBrush(pair.ground);
        painter->drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9);
        painter->setPen(pair.ink);
        painter->drawText(chip, Qt::AlignCenter, shown);
    }
    static void paintWords(QPainter *painter, const QStyleOptionViewItem &option, const QRect &room,
                           const QModelIndex &index)
    {
        const Tokens &t = tokensFor(option.widget);
        const bool strong = index.data(LinesModel::StrongRole).toBool();
        painter->setFont(strong ? uiFont(option.font, 13, QFont::DemiBold) : option.font);
        painter->setPen(t.text);
        const QVariant alignment = index.data(Qt::TextAlignmentRole);
        painter->drawText(
            room, alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter),
            painter->fontMetrics().elidedText(index.data().toString().simplified(), Qt::ElideRight, room.width()));
    }
};

} // namespace

LinesTable::LinesTable(LinesModel *model, AppSettings &settings, const QString &name, bool sortable, QWidget *parent)
    : QTableView(parent), m_settings(settings), m_lines(model)
{
    setObjectName(name);
    setRole(this, "bare");
    if (sortable) {
        m_sorted = new QSortFilterProxyModel(this);
        m_sorted->setSortRole(LinesModel::SortRole);
        m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
        m_sorted->setSortLocaleAware(true);
        m_sorted->setSourceModel(model);
        setModel(m_sorted);
        setSortingEnabled(true);
        sortByColumn(-1, Qt::AscendingOrder);
    } else {
        setModel(model);
    }
    setItemDelegate(new CellDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(lineHeight);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(48);
    connect(header, &QHeaderView::sectionResized, this, &LinesTable::keepWidths);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &LinesTable::keepWidths);
    connect(this, &QTableView::doubleClicked, this, &LinesTable::openCurrent);
}

void LinesTable::setWidths(const QList<int> &widths)
{
    for (int column = 0; column < int(widths.size()); ++column) {
        if (widths.at(column) > 0)
            horizontalHeader()->resizeSection(column, widths.at(column));
        else
            horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    }
    horizontalHeader()->restoreState(m_settings.windowState(u"table."_s + objectName()));
    m_ready = true;
}

void LinesTable::keepWidths()
{
    if (m_ready && isVisible())
        m_settings.setWindowState(u"table."_s + objectName(), horizontalHeader()->saveState());
}

QString LinesTable::currentKey() const
{
    return currentIndex().data(LinesModel::KeyRole).toString();
}

const Line *LinesTable::currentLine() const
{
    const int row = currentIndex().isValid() ? m_lines->rowOf(currentKey()) : -1;
    return row < 0 ? nullptr : &m_lines->lines().at(row);
}

void LinesTable::choose(const QString &key)
{
    const int row = m_lines->rowOf(key);
    if (row < 0)
        return;
    const QModelIndex index = m_lines->index(row, 0);
    selectRow(m_sorted ? m_sorted->mapFromSource(index).row() : row);
}

void LinesTable::chooseFirst()
{
    if (!currentIndex().isValid() && model()->rowCount() > 0)
        selectRow(0);
}

QString LinesTable::copiedText() const
{
    QStringList cells;
    for (int column = 0; column < model()->columnCount() && currentIndex().isValid(); ++column)
        cells << currentIndex().siblingAtColumn(column).data().toString().simplified();
    return cells.join(u'\t');
}

void LinesTable::copy(bool wholeRow)
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(wholeRow ? copiedText() : currentIndex().data().toString());
}

void LinesTable::openCurrent()
{
    const QString key = currentIndex().data(LinesModel::OpenRole).toString();
    if (!key.isEmpty())
        Q_EMIT openWanted(key);
}

void LinesTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || current.isValid() != previous.isValid())
        Q_EMIT currentLineChanged();
}

bool LinesTable::event(QEvent *event)
{
    // Ours before a shortcut of the window's: the table copies whole rows.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void LinesTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy(true);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        openCurrent();
    else
        QTableView::keyPressEvent(event);
}

void LinesTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (!currentIndex().isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copier la ligne")), &QAction::triggered, this, [this] { copy(true); });
    connect(menu->addAction(tr("Copier la cellule")), &QAction::triggered, this, [this] { copy(false); });
    QAction *open = menu->addAction(tr("Ouvrir le dossier"));
    open->setEnabled(!currentIndex().data(LinesModel::OpenRole).toString().isEmpty());
    connect(open, &QAction::triggered, this, &LinesTable::openCurrent);
    menu->popup(event->globalPos());
}

} // namespace desk
