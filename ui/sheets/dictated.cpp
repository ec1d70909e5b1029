// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/dictated.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct Dictated {
    Q_DECLARE_TR_FUNCTIONS(Dictated)
};

} // namespace

bool looksLikeEmail(const QString &text)
{
    static const QRegularExpression address(u"^[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>]{2,}$"_s);
    return address.match(text).hasMatch();
}

bool looksLikePhone(const QString &text)
{
    const auto digits = std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
    return digits >= 9 && digits <= 15;
}

QString dayAsTyped(const QString &text, QDate today)
{
    const QString typed = text.simplified().toLower();
    if (typed == Dictated::tr("aujourd’hui") || typed == "aujourd'hui"_L1)
        return today.toString(Qt::ISODate);
    if (typed == Dictated::tr("hier"))
        return today.addDays(-1).toString(Qt::ISODate);
    if (typed == Dictated::tr("avant-hier"))
        return today.addDays(-2).toString(Qt::ISODate);
    QDate day;
    static const QRegularExpression numbers(u"^(\\d{1,2})[/. -](\\d{1,2})(?:[/. -](\\d{2}|\\d{4}))?$"_s);
    if (const auto match = numbers.match(typed); match.hasMatch()) {
        const int year = match.captured(3).isEmpty() ? today.year() : match.captured(3).toInt();
        day = QDate(year < 100 ? 2000 + year : year, match.captured(2).toInt(), match.captured(1).toInt());
        if (match.captured(3).isEmpty() && day > today)
            day = day.addYears(-1); // a log-in is never ahead
    } else {
        const QLocale french(QLocale::French);
        for (const QString &form : {u"d MMMM yyyy"_s, u"dddd d MMMM yyyy"_s})
            day = day.isValid() ? day : french.toDate(typed, form);
        for (const QString &form : {u"d MMMM"_s, u"dddd d MMMM"_s}) {
            if (day.isValid())
                break;
            day = french.toDate(typed + u' ' + QString::number(today.year()), form + u" yyyy"_s);
            if (day > today)
                day = french.toDate(typed + u' ' + QString::number(today.year() - 1), form + u" yyyy"_s);
        }
    }
    return day.isValid() ? day.toString(Qt::ISODate) : text.trimmed();
}

} // namespace desk
