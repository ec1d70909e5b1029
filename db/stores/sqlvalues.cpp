// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/sqlvalues.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace desk {

namespace {

QString storable(QString text)
{
    return text.remove(QChar(0));
}

// jsonb refuses a whole document for one NUL in one of its texts.
QJsonValue storable(const QJsonValue &value)
{
    if (value.isString())
        return storable(value.toString());
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            array.replace(i, storable(array.at(i)));
        return array;
    }
    if (value.isObject()) {
        QJsonObject object;
        const QJsonObject before = value.toObject();
        for (auto it = before.begin(); it != before.end(); ++it)
            object.insert(storable(it.key()), storable(it.value()));
        return object;
    }
    return value;
}

} // namespace

std::optional<QByteArray> sqlText(const QString &text)
{
    return storable(text).toUtf8();
}

std::optional<QByteArray> sqlTextOrNull(const QString &text)
{
    return text.isEmpty() ? std::nullopt : sqlText(text);
}

std::optional<QByteArray> sqlNumber(qint64 number)
{
    return QByteArray::number(number);
}

std::optional<QByteArray> sqlUuid(const QUuid &uuid)
{
    return uuid.isNull() ? std::nullopt : std::optional(uuid.toByteArray(QUuid::WithoutBraces));
}

QJsonValue jsonUuid(const QUuid &uuid)
{
    return uuid.isNull() ? QJsonValue() : QJsonValue(uuid.toString(QUuid::WithoutBraces));
}

std::optional<QByteArray> sqlJson(const QJsonObject &object)
{
    return QJsonDocument(storable(QJsonValue(object)).toObject()).toJson(QJsonDocument::Compact);
}

std::optional<QByteArray> sqlJson(const QJsonArray &array)
{
    return QJsonDocument(storable(QJsonValue(array)).toArray()).toJson(QJsonDocument::Compact);
}

} // namespace desk
