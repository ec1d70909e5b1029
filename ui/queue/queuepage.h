// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/reader.h"
#include "app/tickets/ticketstore.h"
#include "ui/queue/filterparts.h"
#include "ui/queue/queueviews.h"
#include "ui/uiservices.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace desk {

class Banner;
class BulkPanel;
class CursorTicket;
class EmptyQueue;
class FilterEditor;
class QueueExportMenu;
class QueueFilterBar;
class QueueModel;
class QueueTable;
class QueuesPane;
class SaveViewRow;
class SavedViews;
struct QueueSheet;
class TicketCard;

/// The queues: what waits, by motif and by view, and the tickets of the one chosen. What others do appears by itself
/// and moves neither the cursor nor what is chosen or seen.
class QueuePage : public QWidget {
    Q_OBJECT
public:
    explicit QueuePage(const UiServices &services, QWidget *parent = nullptr);
    ~QueuePage() override;

    void takeKeyboard();
    void read(); ///< all of it, now
    /// The one behind `number` in what is shown, also when that one has left it since; nothing behind the last.
    [[nodiscard]] std::optional<TicketNumber> nextAfter(TicketNumber number) const;
    void open(const QueueBase &base); ///< e.g. the late ones, from another page
    /// Shows what `filter` lets through, under that title; also before the page was ever shown.
    void openFilter(const TicketFilter &filter, const QString &title);

Q_SIGNALS:
    void openTicketWanted(desk::TicketNumber number); ///< its file
    void told(const QString &news); ///< for the status line

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildLayout();
    void connectFilters();
    void connectTable();
    void connectViews();
    void connectSession();
    void openFirst();
    void openPlace(const QueuePlace &place, const QueueStart &start);
    void showRows(const TicketFilter &filter, QueueOrder order);
    void applyPart(const TicketFilter &edited);
    void drop(FilterPart part);
    void editPart(FilterPart part);
    void showState();
    void showBar();
    void showPane();
    void showEmpty();
    void onPulse(const Pulse &pulse);
    void readCounts();
    void onSaved(const TicketView &view, bool broughtBack);
    void openTicket(TicketNumber number);
    void startAnew();
    [[nodiscard]] const SessionInfo &info() const { return m_services.session.info(); }
    [[nodiscard]] std::optional<int> total() const;
    [[nodiscard]] QueueSheet sheet() const;

    UiServices m_services;
    QueueModel *m_model;
    QueueTable *m_table;
    QueuesPane *m_pane;
    QueueFilterBar *m_bar;
    FilterEditor *m_editor;
    SaveViewRow *m_saveRow;
    Banner *m_state, *m_message;
    EmptyQueue *m_empty;
    TicketCard *m_card;
    CursorTicket *m_cursor;
    QLabel *m_reading;
    BulkPanel *m_bulk;
    QueueExportMenu *m_export;
    QWidget *m_tableCard = nullptr;
    QVBoxLayout *m_column = nullptr;
    SavedViews *m_views;
    Reader<QueueCounts> *m_counts;
    Reader<QList<DeskAgent>> *m_agents;
    QueueBase m_base;
    QueueStart m_start; ///< of the base, without what was added
    TicketFilter m_filter;
    QueueOrder m_order;
    QList<TicketNumber> m_followers; ///< what came behind the ticket that was opened last
    TicketNumber m_left{0}; ///< the ticket that was opened last
    QString m_ticketsStamp, m_presenceStamp;
    QTimer m_countsLater, m_tick, m_slow;
    QElapsedTimer m_counted;
    bool m_started = false, m_asked = false;
};

} // namespace desk
