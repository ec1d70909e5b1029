// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/queuebench.h"

#include "app/core/whenfinished.h"
#include "app/tickets/ticketstore.h"
#include "ui/queue/queuepage.h"

#include <QEventLoop>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace desk::bench {

namespace {

constexpr int pageRows = 200, pagesToTheDeep = 50, bigPage = 1000;
constexpr int rowsAStep = 20, rowsToScroll = 100'000;
constexpr double longestScrollMs = 120'000;

void settle(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

bool QueueBench::page(const QueueQuestion &question, QueuePageAnswer &answer, Series *times)
{
    QEventLoop loop;
    Result<QueuePageAnswer> got = fail(Error::Code::Internal);
    const double start = monotonicMs();
    whenFinished(m_services.tickets.page(question), &loop, [&](const Result<QueuePageAnswer> &result) {
        got = result;
        loop.quit();
    });
    loop.exec();
    if (!got) {
        m_result.insert("error"_L1, got.error().rule + u' ' + got.error().detail);
        return false;
    }
    if (times)
        times->add(monotonicMs() - start);
    answer = *got;
    return true;
}

bool QueueBench::pagesByColumn()
{
    QueuePageAnswer answer;
    QueueQuestion question;
    question.limit = pageRows;
    for (int column = int(QueueColumn::Number); column <= int(QueueColumn::Outcome); ++column) {
        for (const bool descending : {false, true}) {
            question.order = {static_cast<QueueColumn>(column), descending};
            question.backward = false;
            if (!page(question, answer, nullptr) || !page(question, answer, &m_first))
                return false;
            question.backward = true;
            if (!page(question, answer, &m_last))
                return false;
        }
    }
    return true;
}

bool QueueBench::pagesInTheDeep()
{
    QueuePageAnswer answer;
    QueueQuestion question;
    question.limit = bigPage;
    for (int i = 0; i < pagesToTheDeep + 20; ++i) {
        const bool deep = i >= pagesToTheDeep;
        question.limit = deep ? pageRows : bigPage;
        if (!page(question, answer, deep ? &m_deep : nullptr))
            return false;
        if (answer.rows.isEmpty())
            break;
        question.from = QueueCursor{answer.rows.last().key, answer.rows.last().number};
    }
    return true;
}

bool QueueBench::scroll()
{
    QueuePage page(m_services);
    page.resize(1260, 650);
    page.show();
    auto *table = page.findChild<QTableView *>(u"queueTable"_s);
    for (int i = 0; table && i < 200 && table->model()->rowCount() == 0; ++i)
        settle(50);
    if (!table || table->model()->rowCount() == 0) {
        m_result.insert("error"_L1, u"no rows"_s);
        return false;
    }
    settle(1000);
    const double before = memoryMiB()["pss"_L1].toDouble();
    QScrollBar *bar = table->verticalScrollBar();
    const int rowHeight = table->rowHeight(0); // the bar counts pixels
    int pixels = 0;
    int rows = 0, waits = 0;
    const double begin = monotonicMs();
    while (rows < rowsToScroll && waits < 100 && monotonicMs() - begin < longestScrollMs) {
        if (bar->value() >= bar->maximum()) { // the next page is on its way, or this was the last
            ++waits;
            settle(10);
            continue;
        }
        waits = 0;
        const int from = bar->value();
        const double start = monotonicMs();
        bar->setValue(from + rowsAStep * rowHeight);
        table->viewport()->repaint();
        m_step.add(monotonicMs() - start);
        pixels += bar->value() - from; // fewer at the end of what is loaded
        rows = pixels / rowHeight;
        settle(0);
    }
    settle(500);
    m_result.insert("rows"_L1, rows);
    m_result.insert("top"_L1, table->indexAt(QPoint(2, 2)).siblingAtColumn(1).data().toString());
    m_result.insert("memory_before"_L1, before);
    m_result.insert("memory_after"_L1, memoryMiB()["pss"_L1].toDouble());
    return true;
}

QJsonObject QueueBench::measure()
{
    if (!pagesByColumn() || !pagesInTheDeep() || !scroll())
        return m_result;
    m_result.insert("first"_L1, m_first.toJson());
    m_result.insert("last"_L1, m_last.toJson());
    m_result.insert("deep"_L1, m_deep.toJson());
    m_result.insert("step"_L1, m_step.toJson());
    return m_result;
}

} // namespace desk::bench
