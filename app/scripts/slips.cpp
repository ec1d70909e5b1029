// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/slips.h"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace desk {

int slips(const QString &a, const QString &b, int most)
{
    const int n = int(a.size()), m = int(b.size());
    if (std::abs(n - m) > most)
        return most + 1;
    std::vector<int> before(size_t(m) + 1), last(size_t(m) + 1), row(size_t(m) + 1);
    for (int j = 0; j <= m; ++j)
        last[size_t(j)] = j;
    for (int i = 1; i <= n; ++i) {
        row[0] = i;
        int least = i;
        for (int j = 1; j <= m; ++j) {
            const size_t k = size_t(j);
            const int same = a.at(i - 1) == b.at(j - 1) ? 0 : 1;
            row[k] = std::min({last[k] + 1, row[k - 1] + 1, last[k - 1] + same});
            if (i > 1 && j > 1 && a.at(i - 1) == b.at(j - 2) && a.at(i - 2) == b.at(j - 1))
                row[k] = std::min(row[k], before[k - 2] + 1);
            least = std::min(least, row[k]);
        }
        if (least > most)
            return most + 1;
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[size_t(m)];
}

QString perhaps(const QString &typed, const QStringList &known)
{
    constexpr qsizetype few = 12, lettersASlip = 3;
    const int most = int(typed.size() / lettersASlip);
    QString nearest;
    int least = most + 1;
    for (const QString &name : known) {
        const bool begins = name.startsWith(typed) || typed.startsWith(name);
        const int count = begins ? std::min(1, most) : slips(typed, name, most);
        if (count < least) {
            least = count;
            nearest = name;
        }
    }
    if (!nearest.isEmpty())
        return u" ; vouliez-vous « %1 » ?"_s.arg(nearest);
    return known.isEmpty() || known.size() > few ? QString() : u" ; possibles : %1"_s.arg(known.join(u", "_s));
}

} // namespace desk
