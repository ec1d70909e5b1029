// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/queuetable.h"

#include "app/core/documentkeys.h"
#include "app/settings/appsettings.h"
#include "ui/common/build.h"
#include "ui/queue/queuedelegate.h"
#include "ui/queue/queuemodel.h"
#include "ui/queue/queueselection.h"
#include "ui/queue/queuetexts.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QVariant>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineHeight = 31;
constexpr QLatin1StringView widthsKey = "queue.columns"_L1;

} // namespace

QueueTable::QueueTable(QueueModel *model, AppSettings &settings, QWidget *parent)
    : QTableView(parent), m_settings(settings), m_rows(model), m_selection(new QueueSelection(model, this))
{
    setObjectName(u"queueTable"_s);
    setAccessibleName(tr("Demandes"));
    setRole(this, "bare");
    setModel(model);
    delete selectionModel();
    setSelectionModel(m_selection);
    setItemDelegate(new QueueDelegate(this));
    setUp();
    m_seen.setSingleShot(true);
    m_seen.setInterval(0); // once after a burst of scrolling, and never within a change of the rows
    connect(&m_seen, &QTimer::timeout, this, &QueueTable::tellSeen);
    connect(model, &QueueModel::aboutToFold, this, &QueueTable::hold);
    connect(model, &QueueModel::folded, this, &QueueTable::giveBack);
    connect(model, &QueueModel::modelAboutToBeReset, this, [this] { m_folding = true; });
    connect(model, &QueueModel::modelReset, this, &QueueTable::putBack);
    connect(model, &QueueModel::jumped, this, &QueueTable::onJumped);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &QueueTable::keepWidths);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &QueueTable::sortBy);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() > 0)
            openCurrent();
    });
}

void QueueTable::setUp()
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    verticalScrollBar()->setSingleStep(lineHeight);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(lineHeight);
    verticalHeader()->setDefaultSectionSize(lineHeight);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(28);
    header->setSectionResizeMode(0, QHeaderView::Fixed);
    restoreWidths();
}

void QueueTable::restoreWidths()
{
    horizontalHeader()->resizeSection(0, 29);
    for (int i = 0; i < int(queueColumns().size()); ++i)
        horizontalHeader()->resizeSection(i + 1, queueColumns().at(i).width);
    // "due=128 siret=142": by name, so that a table of another version finds its columns.
    const QString kept = QString::fromLatin1(m_settings.windowState(widthsKey));
    for (const QString &word : kept.split(u' ', Qt::SkipEmptyParts)) {
        const auto column = fromCode<QueueColumn>(word.section(u'=', 0, 0));
        const int width = word.section(u'=', 1).toInt();
        if (column && width >= 28 && width <= 2000)
            horizontalHeader()->resizeSection(QueueModel::sectionOf(*column), width);
    }
    m_ready = true;
}

void QueueTable::keepWidths()
{
    if (!m_ready || !isVisible())
        return;
    QStringList words;
    for (int section = 1; section < m_rows->columnCount(); ++section) {
        if (!isColumnHidden(section))
            words << u"%1=%2"_s.arg(codeOf(m_rows->columnAt(section))).arg(columnWidth(section));
    }
    m_settings.setWindowState(widthsKey, words.join(u' ').toLatin1());
}

void QueueTable::showColumns(const QList<QueueColumn> &hidden)
{
    m_ready = false;
    for (int section = 1; section < m_rows->columnCount(); ++section)
        setColumnHidden(section, hidden.contains(m_rows->columnAt(section)));
    m_ready = true;
}

// What is seen -------------------------------------------------------------------------------------------------------

std::pair<int, int> QueueTable::seenRows() const
{
    const int first = rowAt(0);
    const int last = rowAt(viewport()->height() - 1);
    return first < 0 ? std::pair(0, -1) : std::pair(first, last < 0 ? m_rows->rowCount() - 1 : last);
}

void QueueTable::tellSeen()
{
    const auto [first, last] = seenRows();
    if (last >= first)
        m_rows->setSeen(first, last);
}

void QueueTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dy != 0)
        m_seen.start();
}

void QueueTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_seen.start();
}

void QueueTable::hold()
{
    m_folding = true;
    const int top = rowAt(0);
    m_top.reset();
    if (top < 0)
        return;
    m_top = m_rows->window().at(top).number;
    m_offset = rowViewportPosition(top);
}

void QueueTable::giveBack()
{
    doItemsLayout();
    int row = m_top ? m_rows->window().rowOf(*m_top) : -1;
    if (row >= 0)
        verticalScrollBar()->setValue(row * lineHeight - m_offset);
    putBack();
}

/// The cursor belongs to a ticket, not to a row; where that is not loaded there is none to see.
void QueueTable::putBack()
{
    const int row = m_current ? m_rows->window().rowOf(*m_current) : -1;
    m_folding = true;
    if (row != currentIndex().row() || (row >= 0 && !currentIndex().isValid())) {
        // Without scrolling to it, which setCurrentIndex() of the view would.
        const bool scrolls = hasAutoScroll();
        setAutoScroll(false);
        m_selection->setCurrentIndex(row < 0 ? QModelIndex() : m_rows->index(row, 1), QItemSelectionModel::NoUpdate);
        setAutoScroll(scrolls);
    }
    m_folding = false;
    m_seen.start();
}

void QueueTable::onJumped(bool toEnd)
{
    const int row = toEnd ? m_rows->rowCount() - 1 : 0;
    if (row < 0 || row >= m_rows->rowCount())
        return;
    toEnd ? scrollToBottom() : scrollToTop();
    setCurrentIndex(m_rows->index(row, 1));
    m_seen.start();
}

// The cursor and what is chosen --------------------------------------------------------------------------------------

void QueueTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update();
    if (m_folding || !current.isValid())
        return;
    const TicketNumber number = m_rows->window().at(current.row()).number;
    if (m_current == number)
        return;
    m_current = number;
    Q_EMIT currentTicketChanged();
}

void QueueTable::putCursor(TicketNumber number)
{
    const int row = m_rows->window().rowOf(number);
    if (row >= 0)
        setCurrentIndex(m_rows->index(row, 1));
}

void QueueTable::takeCursor()
{
    if (currentIndex().isValid() || m_rows->rowCount() == 0)
        return;
    // Nobody went there: nothing is read for it.
    const QModelIndex first = m_rows->index(std::max(0, rowAt(0)), 1);
    m_current = m_rows->window().at(first.row()).number;
    m_selection->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
}

void QueueTable::forgetCursor()
{
    m_current.reset();
    putBack();
}

QItemSelectionModel::SelectionFlags QueueTable::selectionCommand(const QModelIndex &index, const QEvent *event) const
{
    if (index.isValid() && index.column() == 0 && event) {
        if (event->type() == QEvent::MouseButtonPress
            && !static_cast<const QMouseEvent *>(event)->modifiers().testFlag(Qt::ShiftModifier))
            return QItemSelectionModel::Toggle | QItemSelectionModel::Rows;
        if (event->type() == QEvent::MouseMove || event->type() == QEvent::MouseButtonRelease)
            return QItemSelectionModel::NoUpdate;
    }
    return QTableView::selectionCommand(index, event);
}

void QueueTable::selectAll()
{
    QTableView::selectAll();
    Q_EMIT allChosen();
}

void QueueTable::markCurrent()
{
    if (currentIndex().isValid())
        m_selection->select(currentIndex(), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
}

void QueueTable::openCurrent()
{
    if (currentIndex().isValid())
        Q_EMIT openWanted(m_rows->window().at(currentIndex().row()).number);
}

QString QueueTable::copiedText() const
{
    QModelIndexList rows = m_selection->selectedRows();
    if (rows.isEmpty() && currentIndex().isValid())
        rows << currentIndex();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    QStringList lines;
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int section = 1; section < m_rows->columnCount(); ++section) {
            if (!isColumnHidden(section))
                cells << row.siblingAtColumn(section).data().toString().simplified();
        }
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n');
}

void QueueTable::copy()
{
    const QString text = copiedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

// Keys ---------------------------------------------------------------------------------------------------------------

bool QueueTable::event(QEvent *event)
{
    // Ours before a shortcut of the window's: the table copies whole rows.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

bool QueueTable::goToEnd(QKeyEvent *event)
{
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        return false;
    if (event->key() == Qt::Key_Home)
        m_rows->goFirst();
    else if (event->key() == Qt::Key_End)
        m_rows->goLast();
    else
        return false;
    return true;
}

void QueueTable::keyPressEvent(QKeyEvent *event)
{
    const bool moves = event->key() == Qt::Key_Down || event->key() == Qt::Key_Up || event->key() == Qt::Key_PageDown
        || event->key() == Qt::Key_PageUp;
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        openCurrent();
    else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier)
        markCurrent();
    else if (moves && !currentIndex().isValid() && m_rows->rowCount() > 0)
        setCurrentIndex(m_rows->index(std::max(0, rowAt(0)), 1));
    else if (!goToEnd(event))
        QTableView::keyPressEvent(event);
}

void QueueTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason)
        takeCursor();
    viewport()->update();
}

void QueueTable::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void QueueTable::sortBy(int section)
{
    if (section <= 0)
        return;
    const QueueColumn column = m_rows->columnAt(section);
    const bool same = column == m_rows->order().column;
    Q_EMIT sortWanted(column, same && !m_rows->order().descending);
}

void QueueTable::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid())
        at = viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *open = menu->addAction(tr("Ouvrir le dossier"), this, &QueueTable::openCurrent);
    QAction *copyRows = menu->addAction(tr("Copier les lignes choisies"), this, &QueueTable::copy);
    const QModelIndex index = currentIndex();
    QAction *copyCell = menu->addAction(tr("Copier la cellule"), this,
                                        [index] { QGuiApplication::clipboard()->setText(index.data().toString()); });
    for (QAction *action : {open, copyRows, copyCell})
        action->setEnabled(index.isValid());
    menu->addSeparator();
    QMenu *sort = menu->addMenu(tr("Trier par"));
    for (int section = 1; section < m_rows->columnCount(); ++section) {
        if (!isColumnHidden(section))
            sort->addAction(queueColumns().at(section - 1).label(), this, [this, section] { sortBy(section); });
    }
    menu->popup(at);
}

} // namespace desk
