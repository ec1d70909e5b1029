// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/documentreading.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool isNothing(const QJsonValue &value)
{
    return value.isNull() || (value.isString() && value.toString().isEmpty());
}

} // namespace

QString DocumentReading::path(bool indexes) const
{
    QString path;
    for (const Place &place : m_steps) {
        if (place.index < 0)
            path += path.isEmpty() ? QString(place.key) : u'.' + QString(place.key);
        else if (indexes)
            path += u'[' + QString::number(place.index) + u']';
    }
    return path;
}

bool DocumentReading::wrong(const QString &what)
{
    if (m_fault.isEmpty())
        m_fault = m_steps.empty() ? what : path(true) + u": "_s + what;
    return false;
}

void DocumentReading::noteUnread(QLatin1StringView part)
{
    if (!m_unread.contains(part))
        m_unread << part;
}

void DocumentReading::noteKeys(const QJsonObject &object, const QList<QLatin1StringView> &known)
{
    const QString here = path(false);
    const auto full = [&here](const QString &key) { return here.isEmpty() ? key : here + u'.' + key; };
    for (auto it = object.begin(); it != object.end(); ++it) {
        const bool described
            = std::any_of(known.begin(), known.end(), [&](QLatin1StringView key) { return it.key() == key; });
        (described ? m_keys->read : m_keys->undescribed).insert(full(it.key()));
    }
}

QDateTime timeOf(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? time.toUTC() : QDateTime();
}

bool readValue(const QJsonValue &value, bool &to, DocumentReading &in)
{
    if (!value.isBool())
        return in.wrong(u"neither true nor false"_s);
    to = value.toBool();
    return true;
}

bool readValue(const QJsonValue &value, int &to, DocumentReading &in)
{
    qint64 wide = 0;
    if (!readValue(value, wide, in))
        return false;
    if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
        return in.wrong(u"too big a number"_s);
    to = static_cast<int>(wide);
    return true;
}

bool readValue(const QJsonValue &value, qint64 &to, DocumentReading &in)
{
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    const qint64 number = value.toInteger(none);
    if (number == none)
        return in.wrong(u"no whole number"_s);
    to = number;
    return true;
}

bool readValue(const QJsonValue &value, QString &to, DocumentReading &in)
{
    if (!value.isString() && !value.isNull())
        return in.wrong(u"no text"_s);
    to = value.toString();
    return true;
}

bool readValue(const QJsonValue &value, QDateTime &to, DocumentReading &in)
{
    to = timeOf(value);
    return to.isValid() || isNothing(value) || in.wrong(u"no time"_s);
}

bool readValue(const QJsonValue &value, QDate &to, DocumentReading &in)
{
    to = isNothing(value) ? QDate() : QDate::fromString(value.toString(), Qt::ISODate);
    return to.isValid() || isNothing(value) || in.wrong(u"no date"_s);
}

bool readValue(const QJsonValue &value, QUuid &to, DocumentReading &in)
{
    to = isNothing(value) ? QUuid() : QUuid::fromString(value.toString());
    return !to.isNull() || isNothing(value) || in.wrong(u"no id"_s);
}

bool readValue(const QJsonValue &value, QJsonObject &to, DocumentReading &in)
{
    if (!value.isObject())
        return in.wrong(u"no object"_s);
    to = value.toObject();
    return true;
}

bool readValue(const QJsonValue &value, QJsonValue &to, DocumentReading &)
{
    to = value;
    return true;
}

QJsonValue written(const QDateTime &value)
{
    if (!value.isValid())
        return QJsonValue::Null;
    return value.toUTC().toString(Qt::ISODateWithMs);
}

QJsonValue written(const QDate &value)
{
    return value.isValid() ? QJsonValue(value.toString(Qt::ISODate)) : QJsonValue::Null;
}

QJsonValue written(const QUuid &value)
{
    return value.isNull() ? QJsonValue::Null : QJsonValue(value.toString(QUuid::WithoutBraces));
}

} // namespace desk
