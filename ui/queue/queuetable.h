// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/tickets/ticketqueue.h"

#include <QTableView>
#include <QTimer>

#include <optional>

namespace desk {

class AppSettings;
class QueueModel;
class QueueSelection;

/// The table of a queue. What others do never moves what is seen: rows are held by the ticket on top. Home and End go
/// to the ends of the queue, not of what is loaded; Space marks, Enter opens, Ctrl+C copies, a header sorts. Widths the
/// person gave to its columns are remembered.
class QueueTable : public QTableView {
    Q_OBJECT
public:
    QueueTable(QueueModel *model, AppSettings &settings, QWidget *parent = nullptr);

    [[nodiscard]] QueueSelection *selection() const { return m_selection; }
    /// Where the person's cursor is; stays while the row is let go.
    [[nodiscard]] std::optional<TicketNumber> currentTicket() const { return m_current; }
    [[nodiscard]] std::pair<int, int> seenRows() const; ///< first and last; last before first: none
    void putCursor(TicketNumber number); ///< as if the person had gone there
    void takeCursor(); ///< the first row seen, unless the cursor is on one: the keyboard has come
    void forgetCursor(); ///< another queue is shown: it is nowhere yet
    void showColumns(const QList<QueueColumn> &hidden);
    [[nodiscard]] QString copiedText() const; ///< the chosen rows, their cells parted by tabs
    void selectAll() override;

Q_SIGNALS:
    void currentTicketChanged(); ///< the person moved the cursor
    void openWanted(desk::TicketNumber number);
    void sortWanted(desk::QueueColumn column, bool descending);
    void allChosen(); ///< all rows that are loaded

protected:
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                                       const QEvent *event) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void setUp();
    void tellSeen();
    void hold();
    void giveBack();
    void putBack();
    void onJumped(bool toEnd);
    void sortBy(int section);
    void copy();
    void markCurrent();
    void openCurrent();
    void restoreWidths();
    void keepWidths();
    [[nodiscard]] bool goToEnd(QKeyEvent *event);

    AppSettings &m_settings;
    QueueModel *m_rows;
    QueueSelection *m_selection;
    std::optional<TicketNumber> m_current, m_top;
    int m_offset = 0; ///< of the row on top, in pixels above the edge
    bool m_folding = false, m_ready = false;
    QTimer m_seen;
};

} // namespace desk
