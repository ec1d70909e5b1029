// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/tickets/queueexport.h"

#include "app/core/csvwriter.h"
#include "app/core/whenfinished.h"
#include "app/session/sessionservice.h"

#include <QMutex>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int pageSize = 5000;

bool isLost(const Error &error)
{
    return error.code == Error::Code::Unavailable || error.code == Error::Code::Timeout;
}

} // namespace

/// The file being written; used by one thread at a time. What was not committed leaves nothing behind.
class QueueExport::Writer {
public:
    Writer(const QString &path, QueueExportWords words) : m_file(path), m_words(std::move(words)) { }

    Result<Done> add(const QList<QueueRow> &rows, bool last)
    {
        const QMutexLocker lock(&m_mutex);
        if (m_cancelled)
            return fail(Error::Code::Cancelled);
        CsvWriter csv(CsvStyle{';', !m_begun});
        if (!m_begun) {
            if (!m_file.open(QIODevice::WriteOnly))
                return failed(Error::Code::Invalid, u"cannot be opened"_s, u"file_unwritable"_s);
            m_begun = true;
            csv.addOrigin(m_words.title, m_words.exportedBy, m_words.exportedAt);
            csv.addRow({m_words.filterLabel, m_words.filter});
            csv.addEmptyRow();
            csv.addRow(m_words.headings);
        }
        for (const QueueRow &row : rows)
            csv.addRow(m_words.cells(row));
        if (m_file.write(csv.bytes()) != csv.bytes().size() || (last && !m_file.commit()))
            return failed(Error::Code::DiskFull, u"cannot be written"_s, u"file_full"_s);
        return Done();
    }
    /// Waits for a page being written: the half file is gone when this returns.
    void cancel()
    {
        const QMutexLocker lock(&m_mutex);
        m_cancelled = true;
        m_file.cancelWriting();
        if (m_begun && m_file.isOpen())
            m_file.commit(); // of a cancelled one: removes what was written
    }

private:
    static Failure failed(Error::Code code, const QString &detail, const QString &rule)
    {
        return Failure(Error{code, detail, rule});
    }

    QMutex m_mutex;
    QSaveFile m_file;
    QueueExportWords m_words;
    bool m_begun = false, m_cancelled = false;
};

QueueExport::QueueExport(TicketStore &store, SessionService &session, QObject *parent)
    : QObject(parent), m_store(store), m_session(session)
{
    connect(&session, &SessionService::stateChanged, this, [this](SessionService::State state) {
        if (state == SessionService::State::LoggedOut)
            cancel();
    });
}

QueueExport::~QueueExport() = default;

void QueueExport::start(const QString &file, const TicketFilter &filter, const QueueOrder &order,
                        const QueueExportWords &words)
{
    if (m_state == State::Running)
        return;
    ++m_run;
    m_file = file;
    m_question = {};
    m_question.filter = filter;
    m_question.order = order;
    m_question.limit = pageSize;
    m_writer = std::make_shared<Writer>(file, words);
    m_seen.clear();
    m_rows = 0;
    m_error.reset();
    m_state = State::Running;
    Q_EMIT changed();
    readPage();
}

void QueueExport::readPage()
{
    whenFinished(m_session.activity().watch(u"page"_s, m_store.exportPage(m_question)), this,
                 [this, run = m_run, generation = m_session.generation()](const Result<QueuePageAnswer> &answer) {
                     if (run == m_run)
                         onPage(answer, generation);
                 });
}

void QueueExport::onPage(const Result<QueuePageAnswer> &answer, int generation)
{
    if (!answer) {
        end(State::Failed, answer.error());
        if (isLost(answer.error()))
            m_session.reportLost(generation);
        return;
    }
    QList<QueueRow> rows;
    rows.reserve(answer->rows.size());
    for (const QueueRow &row : answer->rows) {
        if (!m_seen.contains(row.number)) {
            m_seen.insert(row.number);
            rows << row;
        }
    }
    const bool last = !answer->more || answer->rows.isEmpty();
    if (!last)
        m_question.from = QueueCursor{answer->rows.last().key, answer->rows.last().number};
    write(rows, last);
}

void QueueExport::write(const QList<QueueRow> &rows, bool last)
{
    auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, writer = m_writer, rows, last] {
        promise->addResult(writer->add(rows, last));
        promise->finish();
    });
    whenFinished(promise->future(), this,
                 [this, run = m_run, last, count = int(rows.size())](const Result<Done> &done) {
                     if (run != m_run)
                         return;
                     if (!done) {
                         end(State::Failed, done.error());
                         return;
                     }
                     m_rows += count;
                     if (last) {
                         end(State::Done);
                     } else {
                         Q_EMIT changed();
                         readPage();
                     }
                 });
}

void QueueExport::cancel()
{
    if (m_state == State::Running)
        end(State::Cancelled);
}

void QueueExport::end(State state, const std::optional<Error> &error)
{
    ++m_run;
    if (state != State::Done) {
        // In the pool, behind a page that is being written: a slow disk does not hold the window up.
        QThreadPool::globalInstance()->start([writer = m_writer] { writer->cancel(); });
    }
    m_writer.reset();
    m_seen = {};
    m_error = error;
    m_state = state;
    Q_EMIT changed();
}

} // namespace desk
