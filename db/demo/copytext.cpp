// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/demo/copytext.h"

#include <charconv>

namespace desk::demo {

namespace {

void append(QByteArray &to, qint64 value, int width)
{
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    for (auto length = end - digits; length < width; ++length)
        to += '0';
    to.append(digits, end - digits);
}

/// Days since 1970 to year, month, day (Gregorian); 400-year eras that begin in March.
void appendDate(QByteArray &to, qint64 days)
{
    const qint64 shifted = days + 719468;
    const qint64 era = shifted / 146097;
    const qint64 ofEra = shifted - era * 146097;
    const qint64 yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146096) / 365;
    const qint64 ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const qint64 march = (5 * ofYear + 2) / 153;
    const qint64 month = march < 10 ? march + 3 : march - 9;
    append(to, yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4);
    to += '-';
    append(to, month, 2);
    to += '-';
    append(to, ofYear - (153 * march + 2) / 5 + 1, 2);
}

void appendMoment(QByteArray &to, Moment moment)
{
    appendDate(to, moment / Day);
    const qint64 ofDay = moment % Day;
    to += ' ';
    append(to, ofDay / Hour, 2);
    to += ':';
    append(to, ofDay % Hour / Minute, 2);
    to += ':';
    append(to, ofDay % Minute, 2);
    to += "+00";
}

} // namespace

QByteArray isoDate(Moment moment)
{
    QByteArray text;
    appendDate(text, moment / Day);
    return text;
}

QByteArray isoMoment(Moment moment)
{
    QByteArray text;
    appendMoment(text, moment);
    return text;
}

void CopyText::separate()
{
    if (m_inRow)
        m_bytes += '\t';
    m_inRow = true;
}

CopyText &CopyText::text(std::string_view value)
{
    separate();
    for (const char c : value) {
        switch (c) {
        case '\\':
            m_bytes += "\\\\";
            break;
        case '\t':
            m_bytes += "\\t";
            break;
        case '\n':
            m_bytes += "\\n";
            break;
        case '\r':
            m_bytes += "\\r";
            break;
        default:
            m_bytes += c;
        }
    }
    return *this;
}

CopyText &CopyText::number(qint64 value)
{
    separate();
    append(m_bytes, value, 0);
    return *this;
}

CopyText &CopyText::flag(bool value)
{
    separate();
    m_bytes += value ? 't' : 'f';
    return *this;
}

CopyText &CopyText::moment(Moment value)
{
    if (value == Never)
        return null();
    separate();
    appendMoment(m_bytes, value);
    return *this;
}

CopyText &CopyText::date(Moment value)
{
    if (value == Never)
        return null();
    separate();
    appendDate(m_bytes, value / Day);
    return *this;
}

CopyText &CopyText::null()
{
    separate();
    m_bytes += "\\N";
    return *this;
}

void CopyText::endRow()
{
    m_bytes += '\n';
    m_inRow = false;
    ++m_rows;
}

} // namespace desk::demo
