// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/placeholders.h"

#include <QRegularExpression>

namespace desk {

using namespace Qt::StringLiterals;

Result<QString> fillPlaceholders(const QString &text, const QHash<QString, QString> &values)
{
    static const QRegularExpression placeholder(u"\\{([a-z_.]+)\\}"_s);
    QString out;
    qsizetype done = 0;
    for (auto it = placeholder.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const auto value = values.constFind(match.captured(1));
        if (value == values.constEnd()) {
            Error error{Error::Code::Invalid, u"missing value"_s};
            error.rule = u"missing_value"_s;
            error.params.insert(u"name"_s, match.captured(1));
            return Failure(error);
        }
        out += QStringView(text).mid(done, match.capturedStart() - done);
        out += *value;
        done = match.capturedEnd();
    }
    out += QStringView(text).mid(done);
    return out;
}

} // namespace desk
