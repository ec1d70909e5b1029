// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/tickets/ticketevent.h"
#include "app/core/document.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool readField(const QJsonValue &value, QString &to, DocumentReading &in)
{
    if (value.isUndefined() || value.isNull() || value.isString())
        to = value.toString();
    else if (value.isDouble())
        to = QString::number(value.toInteger());
    else
        return in.wrong(u"neither text nor number"_s);
    return true;
}

} // namespace

bool readValue(const QJsonValue &value, QList<TicketFieldChange> &to, DocumentReading &in)
{
    to.clear();
    if (value.isNull())
        return true;
    if (!value.isObject())
        return in.wrong(u"no object"_s);
    const QJsonObject fields = value.toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const QJsonObject pair = it.value().toObject();
        TicketFieldChange change{it.key(), {}, {}};
        if (!readField(pair.value("was"_L1), change.was, in) || !readField(pair.value("is"_L1), change.is, in))
            return false;
        to << change;
    }
    return true;
}

QJsonValue written(const QList<TicketFieldChange> &changes)
{
    QJsonObject fields;
    for (const TicketFieldChange &change : changes)
        fields.insert(change.field, QJsonObject{{u"was"_s, change.was}, {u"is"_s, change.is}});
    return fields;
}

} // namespace desk
