// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace desk::bench {

/// Times of one thing done many times, in milliseconds.
class Series {
public:
    void add(double ms) { m_values.push_back(ms); }
    void add(const QJsonArray &values);
    [[nodiscard]] bool isEmpty() const { return m_values.empty(); }
    [[nodiscard]] size_t size() const { return m_values.size(); }
    [[nodiscard]] double median() const { return quantile(0.5); }
    [[nodiscard]] double p99() const { return quantile(0.99); }
    [[nodiscard]] QJsonArray toJson() const;

private:
    [[nodiscard]] double quantile(double part) const; ///< 0 for an empty series

    std::vector<double> m_values;
};

/// Milliseconds on a clock that is the same in all processes of the machine.
[[nodiscard]] double monotonicMs();
/// Processor time this process has used so far, in milliseconds.
[[nodiscard]] double ownCpuMs();
/// Processor time process `pid` has used so far, in milliseconds; 0 when it cannot be read.
[[nodiscard]] double cpuMsOf(qint64 pid);
/// What this process holds: its own pages and its share of the common ones, and all resident ones, in MiB.
[[nodiscard]] QJsonObject memoryMiB();
/// One line of JSON on standard output, for the report.
void tell(const QJsonObject &result);
/// When whoever measures started this process (environment ASP_BENCH_EXEC_MS, on monotonicMs()'s clock).
[[nodiscard]] double execMs();

} // namespace desk::bench
