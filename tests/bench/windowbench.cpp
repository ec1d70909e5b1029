// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// asp-bench-window MODE URI [FILE]: the real window on a real database, measured from inside. MODE:
//   start       from exec to the search box being painted and open to typing, then what the process holds at
//   rest files       each line of FILE typed into the search box: from Enter to the caller's file painted
//   suggest     each line of FILE asked for as a suggestion, through the console's store
//   operations  the account of each line of FILE unlocked, through the console's store
//   queue       pages of the queue by every column, first, last and deep; its table scrolled through 100,000 rows
//   bulk        the ticket of each line of FILE taken: the first ones one by one, then a thousand in batches
//   scripts     each file of FILE read through the console's store and diagnosed, then the scripts searched
// Answers with one line of JSON.
#include "tests/bench/consoleunderbench.h"
#include "tests/bench/queuebench.h"
#include "tests/bench/scriptbench.h"
#include "tests/bench/series.h"

#include "app/core/whenfinished.h"
#include "app/tickets/bulkplan.h"
#include "db/worker/databaseworker.h"
#include "resources/resources.h"
#include "ui/shell/searchbox.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QEventLoop>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTimer>

#include <functional>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::bench;

namespace {

/// Knows when a window was last painted.
class BenchApplication : public QApplication {
public:
    using QApplication::QApplication;
    std::function<void()> painted;

    bool notify(QObject *receiver, QEvent *event) override
    {
        const bool paints = event->type() == QEvent::UpdateRequest;
        const bool result = QApplication::notify(receiver, event);
        if (paints && painted)
            painted();
        return result;
    }
};

QStringList linesOf(const QString &fileName)
{
    QFile file(fileName);
    if (fileName.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

class WindowBench {
public:
    WindowBench(BenchApplication &app, QString mode, QStringList lines)
        : m_app(app), m_mode(std::move(mode)), m_lines(std::move(lines))
    {
    }
    [[nodiscard]] int run(const QString &uri);

private:
    [[nodiscard]] bool logIn(const QString &uri);
    [[nodiscard]] bool openOne(const QString &key);
    void settle(int ms);
    void measureStart();
    void measureFiles();
    void measureSuggestions();
    void measureOperations();
    void measureBulk();
    void measureScripts();
    template <class T> [[nodiscard]] Result<T> waitFor(const QFuture<Result<T>> &future);

    BenchApplication &m_app;
    QString m_mode;
    QStringList m_lines;
    ConsoleUnderBench m_console;
    SearchBox *m_box = nullptr;
    double m_shownAt = 0, m_usableAt = 0;
    Series m_painted, m_ownCpu;
    bool m_warm = true; ///< the first files are not counted
    QJsonObject m_result;
};

int WindowBench::run(const QString &uri)
{
    if (!logIn(uri)) {
        tell({{u"error"_s, u"no log-in"_s}});
        return 1;
    }
    if (m_mode == "start"_L1)
        measureStart();
    else if (m_mode == "files"_L1)
        measureFiles();
    else if (m_mode == "suggest"_L1)
        measureSuggestions();
    else if (m_mode == "bulk"_L1)
        measureBulk();
    else if (m_mode == "scripts"_L1)
        measureScripts();
    else if (m_mode == "queue"_L1)
        m_result = QueueBench(m_console.services).measure();
    else
        measureOperations();
    tell(m_result);
    return m_result.contains("error"_L1) ? 1 : 0;
}

/// Shows the window and comes back when the search box can be typed into and has been painted.
bool WindowBench::logIn(const QString &uri)
{
    const auto where = ConnectionSettings::fromUri(uri);
    if (!where)
        return false;
    QEventLoop loop;
    m_app.painted = [this, &loop] {
        if (m_shownAt == 0)
            m_shownAt = monotonicMs();
        if (m_box == nullptr)
            m_box = m_console.window.findChild<SearchBox *>();
        if (m_box != nullptr && m_box->isVisible() && m_box->line()->isEnabled()) {
            m_usableAt = monotonicMs();
            loop.quit();
        }
    };
    m_console.window.resize(1366, 768);
    m_console.window.show();
    m_console.window.begin(*where);
    constexpr int longest = 30'000;
    QTimer::singleShot(longest, &loop, &QEventLoop::quit);
    loop.exec();
    m_app.painted = {};
    return m_usableAt > 0;
}

void WindowBench::settle(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

template <class T> Result<T> WindowBench::waitFor(const QFuture<Result<T>> &future)
{
    QEventLoop loop;
    std::optional<Result<T>> answer;
    whenFinished(future, &loop, [&](const Result<T> &result) {
        answer = result;
        loop.quit();
    });
    loop.exec();
    return *answer;
}

void WindowBench::measureStart()
{
    settle(1000);
    m_result = memoryMiB();
    m_result.insert("shown"_L1, m_shownAt - execMs());
    m_result.insert("usable"_L1, m_usableAt - execMs());
}

/// From Enter to the last paint of the file: the one nothing follows for a while.
bool WindowBench::openOne(const QString &key)
{
    constexpr int quietMs = 25, longestMs = 10'000;
    QEventLoop loop;
    QTimer quiet;
    quiet.setSingleShot(true);
    quiet.setTimerType(Qt::PreciseTimer);
    QObject::connect(&quiet, &QTimer::timeout, &loop, &QEventLoop::quit);
    QTimer::singleShot(longestMs, &loop, &QEventLoop::quit);
    bool arrived = false;
    double paintedAt = 0, paintedCpu = 0;
    QObject::connect(&m_console.cases, &CaseService::fileChanged, &loop, [&] { arrived = true; });
    m_box->line()->setFocus();
    m_box->line()->setText(key);
    settle(2 * quietMs); // what typing set in motion is over
    arrived = false;
    m_app.painted = [&] {
        if (!arrived)
            return;
        paintedAt = monotonicMs();
        paintedCpu = ownCpuMs();
        quiet.start(quietMs);
    };
    const double cpu = ownCpuMs(), start = monotonicMs();
    QKeyEvent press(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s);
    QCoreApplication::sendEvent(m_box->line(), &press);
    loop.exec();
    m_app.painted = {};
    if (paintedAt <= start)
        return false;
    m_painted.add(paintedAt - start);
    m_ownCpu.add(paintedCpu - cpu);
    return true;
}

void WindowBench::measureFiles()
{
    settle(300);
    constexpr size_t warmUps = 3;
    for (const QString &key : std::as_const(m_lines)) {
        if (!openOne(key)) {
            m_result.insert("error"_L1, u"a file did not open"_s);
            return;
        }
        if (m_painted.size() == warmUps && m_warm) {
            m_painted = m_ownCpu = Series();
            m_warm = false;
        }
    }
    settle(500);
    m_result = memoryMiB();
    m_result.insert("enter_to_painted"_L1, m_painted.toJson());
    m_result.insert("own_cpu"_L1, m_ownCpu.toJson());
}

void WindowBench::measureSuggestions()
{
    Series times;
    for (const QString &line : std::as_const(m_lines)) {
        const double start = monotonicMs();
        if (!waitFor(m_console.lookupStore.suggest(SearchTerm::recognise(line)))) {
            m_result.insert("error"_L1, u"no suggestions"_s);
            return;
        }
        times.add(monotonicMs() - start);
    }
    m_result.insert("suggest"_L1, times.toJson());
}

void WindowBench::measureOperations()
{
    const QUuid call = QUuid::createUuid();
    const auto opened = waitFor(m_console.lookupStore.openFile(u"account:"_s + m_lines.value(0), call));
    const auto pid = waitFor(
        m_console.database.main().run({}, [](DatabaseSession &db) -> Result<int> { return db.backendPid(); }));
    if (!opened || !pid) {
        m_result.insert("error"_L1, u"no file"_s);
        return;
    }
    Series times;
    const double cpu = cpuMsOf(*pid);
    for (const QString &line : std::as_const(m_lines)) {
        OperationRequest request;
        request.id = QUuid::createUuid();
        request.kind = OperationKind::Unlock;
        request.params = {{u"account_id"_s, line.toLongLong()}};
        request.reason = u"locked"_s;
        request.call = call;
        const double start = monotonicMs();
        const auto done = waitFor(m_console.operationStore.submit(request));
        times.add(monotonicMs() - start);
        if (!done) {
            m_result.insert("error"_L1, done.error().rule + u' ' + done.error().detail);
            return;
        }
    }
    m_result.insert("server_cpu"_L1, (cpuMsOf(*pid) - cpu) / static_cast<double>(times.size()));
    m_result.insert("operation"_L1, times.toJson());
}

void WindowBench::measureBulk()
{
    constexpr qsizetype atOnce = 1000;
    QList<QueueRow> rows;
    for (const QString &line : std::as_const(m_lines)) {
        QueueRow row;
        row.number = TicketNumber(line.section(u' ', 0, 0).toLongLong());
        row.version = line.section(u' ', 1, 1).toInt();
        row.state = u"open"_s;
        rows << row;
    }
    const auto steps = [](const QList<QueueRow> &some) { return planBulk(BulkAction(), some, u"agent1"_s).steps; };
    Series single;
    for (BulkStep &step : steps(rows.first(qMax<qsizetype>(0, rows.size() - atOnce)))) {
        step.request.id = QUuid::createUuid();
        const double start = monotonicMs();
        if (!waitFor(m_console.operationStore.submit(step.request))) {
            m_result.insert("error"_L1, u"a ticket was not taken"_s);
            return;
        }
        single.add(monotonicMs() - start);
    }
    QEventLoop loop;
    Series batches;
    const double start = monotonicMs();
    double last = start;
    int settled = 0;
    BulkService &bulk = m_console.bulk;
    QObject::connect(&bulk, &BulkService::finished, &loop, &QEventLoop::quit);
    QObject::connect(&bulk, &BulkService::changed, &loop, [&] {
        if (bulk.done() + bulk.refused() == settled)
            return;
        settled = bulk.done() + bulk.refused();
        batches.add(monotonicMs() - last);
        last = monotonicMs();
    });
    QTimer::singleShot(120'000, &loop, &QEventLoop::quit);
    bulk.begin(u"bench"_s, steps(rows.last(qMin(atOnce, rows.size()))));
    loop.exec();
    if (bulk.done() != qMin(atOnce, rows.size())) {
        m_result.insert("error"_L1,
                        u"%1 taken, %2 refused, %3"_s.arg(bulk.done())
                            .arg(bulk.refused())
                            .arg(bulk.hindrance() ? bulk.hindrance()->rule + u' ' + bulk.hindrance()->detail
                                                  : QString::number(int(bulk.state()))));
        return;
    }
    m_result.insert("single"_L1, single.toJson());
    m_result.insert("batches"_L1, batches.toJson());
    m_result.insert("bulk"_L1, last - start);
}

void WindowBench::measureScripts()
{
    const auto published = waitFor(m_console.sessionStore.publishedScripts());
    if (!published) {
        m_result.insert("error"_L1, u"no scripts"_s);
        return;
    }
    ScriptBench scripts(*published, m_console.session.info().settings);
    Series reading;
    for (const QString &line : std::as_const(m_lines)) {
        const double start = monotonicMs();
        const auto file = waitFor(m_console.lookupStore.openFile(line, QUuid::createUuid()));
        if (!file) {
            m_result.insert("error"_L1, u"no file"_s);
            return;
        }
        reading.add(monotonicMs() - start);
        scripts.diagnose(*file);
    }
    scripts.search();
    m_result = scripts.result();
    m_result.insert("reading"_L1, reading.toJson());
}

} // namespace

int main(int argc, char **argv)
{
    BenchApplication app(argc, argv);
    QApplication::setApplicationName(u"asp-console-bench"_s);
    initResources();
    applyTheme(app, AppSettings::ThemeChoice::Light);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3)
        return 2;
    WindowBench bench(app, arguments[1], linesOf(arguments.value(3)));
    return bench.run(arguments[2]);
}
