// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace desk {

// Reading the documents the central database answers with. What is not there reads as empty.

/// UTC; invalid when it is no time.
[[nodiscard]] inline QDateTime timeOf(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? time.toUTC() : QDateTime();
}

[[nodiscard]] inline QDateTime timeOf(const QJsonObject &object, QLatin1StringView key)
{
    return timeOf(object.value(key));
}

[[nodiscard]] inline QString textOf(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toString();
}

/// Every object of a list, read by `read`.
template <class Read> [[nodiscard]] auto listOf(const QJsonValue &value, Read read)
{
    QList<decltype(read(QJsonObject()))> list;
    const QJsonArray array = value.toArray();
    list.reserve(array.size());
    for (const QJsonValue &one : array)
        list << read(one.toObject());
    return list;
}

template <class Read> [[nodiscard]] auto listOf(const QJsonObject &document, QLatin1StringView key, Read read)
{
    return listOf(document.value(key), read);
}

/// What a document that lacks `part` is: not the database's.
[[nodiscard]] inline Failure documentWithout(QLatin1StringView part)
{
    return fail(Error::Code::Internal, QStringLiteral("a document without ") + part);
}

} // namespace desk
