// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/tickets/ticketstore.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>

namespace desk {

class SessionService;

/// What the file says in words, which are the interface's. `cells` is called in a thread of the pool.
struct QueueExportWords {
    QString title, exportedBy;
    QDateTime exportedAt;
    QString filterLabel, filter; ///< "Filtre", and what it asks for
    QStringList headings;
    std::function<QStringList(const QueueRow &)> cells;
};

/// Writes every row of a filter into a CSV file, page by page: read in the background, written in a thread of the pool.
/// The file appears whole at the end; one that was there before stays until then, and for good when it is cancelled or
/// fails. Logging out cancels it. One export at a time. GUI thread.
class QueueExport : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Running, Done, Failed, Cancelled };
    QueueExport(TicketStore &store, SessionService &session, QObject *parent = nullptr);
    ~QueueExport() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] int rows() const { return m_rows; } ///< written so far
    [[nodiscard]] QString file() const { return m_file; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; } ///< of Failed

    /// Does nothing while another one runs.
    void start(const QString &file, const TicketFilter &filter, const QueueOrder &order, const QueueExportWords &words);
    void cancel();

Q_SIGNALS:
    void changed(); ///< a page was written, or the state is another

private:
    class Writer;
    void readPage();
    void onPage(const Result<QueuePageAnswer> &answer, int generation);
    void write(const QList<QueueRow> &rows, bool last);
    void end(State state, const std::optional<Error> &error = {});

    TicketStore &m_store;
    SessionService &m_session;
    State m_state = State::Idle;
    QString m_file;
    QueueQuestion m_question;
    std::shared_ptr<Writer> m_writer;
    QSet<TicketNumber> m_seen; ///< a row that changed its place meanwhile is written once
    int m_rows = 0;
    int m_run = 0; ///< answers to an older export are not heard any more
    std::optional<Error> m_error;
};

} // namespace desk
