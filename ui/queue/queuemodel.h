// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/tickets/queuewindow.h"
#include "ui/uiservices.h"

#include <QAbstractTableModel>

#include <optional>

namespace desk {

struct ChipText;

/// The rows of a queue, as many as are kept (QueueWindow). Asks for the next page well before the end is seen, reads
/// again what is on screen when it may have changed, one question at a time; whoever shows it says what is seen. What
/// was read stays when nothing can be read any more.
class QueueModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { NumberRole = Qt::UserRole, ToneRole, ChipsRole };
    explicit QueueModel(const UiServices &services, QObject *parent = nullptr);

    /// Another question: what was read is forgotten once its first rows are there.
    void show(const TicketFilter &filter, QueueOrder order);
    [[nodiscard]] const TicketFilter &filter() const { return m_filter; }
    [[nodiscard]] QueueOrder order() const { return m_order; }
    void setSeen(int first, int last);
    void goFirst(); ///< jumped() follows, at once when those rows are there
    void goLast();
    void touch(); ///< something changed in the database: what is seen is read again
    void setActive(bool active); ///< nobody looks at it: nothing is asked
    void reset(); ///< the rows are not this person's any more

    [[nodiscard]] bool isReading() const { return m_asking.has_value(); }
    [[nodiscard]] bool isLoaded() const { return m_loaded; } ///< the first rows of what is asked are there
    [[nodiscard]] const Error *error() const { return m_error ? &*m_error : nullptr; }
    [[nodiscard]] const QueueWindow &window() const { return m_window; }
    [[nodiscard]] const QueueRow *row(TicketNumber number) const;
    [[nodiscard]] QueueColumn columnAt(int section) const; ///< of a section other than the first, which is the mark
    [[nodiscard]] static int sectionOf(QueueColumn column);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void stateChanged(); ///< reading, loaded, empty, failed
    void aboutToFold(); ///< rows are about to come, go or move, while what is seen must not
    void folded();
    void jumped(bool toEnd); ///< to the first or last rows of the queue
    void rowsGone(const QList<desk::TicketNumber> &numbers); ///< they are not in this queue any more

private:
    enum class Ask { First, Last, After, Before, Again };
    void proceed();
    [[nodiscard]] std::optional<Ask> wanted() const;
    [[nodiscard]] QueueQuestion question(Ask ask);
    void send(Ask ask);
    void onAnswer(Ask ask, const QueuePageAnswer &answer);
    void onFailure(const Error &error, int generation);
    void begin(Ask ask, const QueuePageAnswer &answer);
    void fold(const QList<RowStep> &steps);
    void carryOut(const RowStep &step);
    void forget();
    [[nodiscard]] int firstToReadAgain() const;
    [[nodiscard]] QList<ChipText> chips(const QueueRow &row, QueueColumn column) const;

    UiServices m_services;
    QueueWindow m_window;
    TicketFilter m_filter;
    QueueOrder m_order;
    std::optional<Ask> m_asking, m_jump;
    std::optional<Error> m_error;
    TicketNumber m_againFrom{0}; ///< 0: from the beginning
    int m_request = 0, m_firstSeen = 0, m_lastSeen = 0;
    bool m_loaded = false, m_asked = false, m_active = false, m_touchedWhileAsking = false;
};

} // namespace desk
