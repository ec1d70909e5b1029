// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/tickets/ticketqueue.h"

#include <QJsonArray>

#include <array>
#include <utility>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<QueueColumn, QLatin1StringView>, 13> columns{{
    {QueueColumn::Number, "number"_L1},
    {QueueColumn::Due, "due"_L1},
    {QueueColumn::Received, "received"_L1},
    {QueueColumn::Establishment, "establishment"_L1},
    {QueueColumn::Siret, "siret"_L1},
    {QueueColumn::Requester, "requester"_L1},
    {QueueColumn::Motif, "motif"_L1},
    {QueueColumn::State, "state"_L1},
    {QueueColumn::Owner, "owner"_L1},
    {QueueColumn::Department, "department"_L1},
    {QueueColumn::Profile, "profile"_L1},
    {QueueColumn::Closed, "closed"_L1},
    {QueueColumn::Outcome, "outcome"_L1},
}};

struct ListKey {
    QLatin1StringView key;
    QStringList TicketFilter::*list;
};
constexpr std::array<ListKey, 7> lists{{{"motifs"_L1, &TicketFilter::motifs},
                                        {"states"_L1, &TicketFilter::states},
                                        {"owners"_L1, &TicketFilter::owners},
                                        {"departments"_L1, &TicketFilter::departments},
                                        {"profiles"_L1, &TicketFilter::profiles},
                                        {"channels"_L1, &TicketFilter::channels},
                                        {"outcomes"_L1, &TicketFilter::outcomes}}};

struct TextKey {
    QLatin1StringView key;
    QString TicketFilter::*text;
};
constexpr std::array<TextKey, 3> texts{{{"siret"_L1, &TicketFilter::siret},
                                        {"establishment"_L1, &TicketFilter::establishment},
                                        {"requester"_L1, &TicketFilter::requester}}};

struct NumberKey {
    QLatin1StringView key;
    int TicketFilter::*number;
};
constexpr std::array<NumberKey, 3> numbers{{{"age_from"_L1, &TicketFilter::ageFrom},
                                            {"age_to"_L1, &TicketFilter::ageTo},
                                            {"closed_within"_L1, &TicketFilter::closedWithin}}};

} // namespace

QString queueColumnCode(QueueColumn column)
{
    for (const auto &[known, code] : columns) {
        if (known == column)
            return code;
    }
    return u"due"_s;
}

std::optional<QueueColumn> queueColumnFromCode(const QString &code)
{
    for (const auto &[column, known] : columns) {
        if (known == code)
            return column;
    }
    return std::nullopt;
}

QJsonObject toJson(const TicketFilter &filter)
{
    QJsonObject object{{u"scope"_s,
                        filter.scope == TicketFilter::Scope::Open         ? u"open"_s
                            : filter.scope == TicketFilter::Scope::Closed ? u"closed"_s
                                                                          : u"all"_s}};
    for (const auto &[key, list] : lists) {
        if (!(filter.*list).isEmpty())
            object.insert(key, QJsonArray::fromStringList(filter.*list));
    }
    for (const auto &[key, text] : texts) {
        if (!(filter.*text).isEmpty())
            object.insert(key, filter.*text);
    }
    for (const auto &[key, number] : numbers) {
        if (filter.*number > 0)
            object.insert(key, filter.*number);
    }
    if (filter.due != TicketFilter::Due::Any)
        object.insert(u"due"_s, filter.due == TicketFilter::Due::Late ? u"late"_s : u"soon"_s);
    if (filter.twins)
        object.insert(u"twins"_s, true);
    return object;
}

TicketFilter ticketFilterFromJson(const QJsonObject &object)
{
    TicketFilter filter;
    const QString scope = object.value("scope"_L1).toString();
    filter.scope = scope == "closed"_L1 ? TicketFilter::Scope::Closed
        : scope == "all"_L1             ? TicketFilter::Scope::All
                                        : TicketFilter::Scope::Open;
    for (const auto &[key, list] : lists) {
        for (const QJsonValue &value : object.value(key).toArray()) {
            if (value.isString())
                (filter.*list) << value.toString();
        }
    }
    for (const auto &[key, text] : texts)
        filter.*text = object.value(key).toString();
    for (const auto &[key, number] : numbers)
        filter.*number = qMax(0, object.value(key).toInt());
    const QString due = object.value("due"_L1).toString();
    filter.due = due == "late"_L1 ? TicketFilter::Due::Late
        : due == "soon"_L1        ? TicketFilter::Due::Soon
                                  : TicketFilter::Due::Any;
    filter.twins = object.value("twins"_L1).toBool();
    return filter;
}

} // namespace desk
