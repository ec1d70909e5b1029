// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/supervision/journalpage.h"

#include <QJsonObject>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace desk {

QString detailLine(const QJsonValue &detail)
{
    if (!detail.isObject())
        return detail.isNull() ? QString() : detail.toVariant().toString();
    QStringList parts;
    const QJsonObject object = detail.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QVariant part = it.value().toVariant();
        const QString text = it.value().isArray() ? part.toStringList().join(u", "_s) : part.toString();
        if (!text.isEmpty())
            parts << it.key() + u"\u00A0: "_s + text;
    }
    return parts.join(u" · "_s);
}

} // namespace desk
