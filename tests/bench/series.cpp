// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/series.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace desk::bench {

void Series::add(const QJsonArray &values)
{
    for (const QJsonValue &value : values)
        add(value.toDouble());
}

QJsonArray Series::toJson() const
{
    QJsonArray array;
    for (const double value : m_values)
        array.append(value);
    return array;
}

double Series::quantile(double part) const
{
    if (m_values.empty())
        return 0;
    std::vector<double> sorted = m_values;
    const auto rank = static_cast<size_t>(std::ceil(part * static_cast<double>(sorted.size())));
    const auto at = sorted.begin() + static_cast<std::ptrdiff_t>(std::max<size_t>(rank, 1) - 1);
    std::nth_element(sorted.begin(), at, sorted.end());
    return *at;
}

double monotonicMs()
{
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

double ownCpuMs()
{
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

double cpuMsOf(qint64 pid)
{
    QFile file(u"/proc/%1/schedstat"_s.arg(pid));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(0).toDouble() / 1e6 : 0;
}

QJsonObject memoryMiB()
{
    QJsonObject memory;
    QFile file(u"/proc/self/smaps_rollup"_s);
    if (!file.open(QIODevice::ReadOnly))
        return memory;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.value(0) == "Pss:" || words.value(0) == "Rss:")
            memory.insert(words[0] == "Pss:" ? "pss"_L1 : "rss"_L1, words.value(1).toDouble() / 1024);
    }
    return memory;
}

void tell(const QJsonObject &result)
{
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

double execMs()
{
    return qgetenv("ASP_BENCH_EXEC_MS").toDouble();
}

} // namespace desk::bench
