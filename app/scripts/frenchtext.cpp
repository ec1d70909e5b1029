// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/frenchtext.h"

#include "app/core/desktime.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr QChar noBreakSpace(u'\u00A0');
constexpr qsizetype longestMessage = 400;

QDateTime inParis(const QDateTime &moment)
{
    return deskTime(moment);
}

bool isBreak(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\r';
}

} // namespace

QString clockText(const QDateTime &moment)
{
    return inParis(moment).toString(u"HH:mm"_s);
}

QString dayText(const QDateTime &moment, const QDateTime &now)
{
    const QDate day = inParis(moment).date();
    return day.toString(day.year() == inParis(now).date().year() ? u"dd/MM"_s : u"dd/MM/yyyy"_s);
}

QString momentText(const QDateTime &moment, const QDateTime &now)
{
    const qint64 daysAgo = inParis(moment).date().daysTo(inParis(now).date());
    if (daysAgo == 0)
        return u"à %1"_s.arg(clockText(moment));
    if (daysAgo == 1)
        return u"hier à %1"_s.arg(clockText(moment));
    return u"le %1 à %2"_s.arg(dayText(moment, now), clockText(moment));
}

QString sinceText(const QDateTime &moment, const QDateTime &now)
{
    if (inParis(moment).date() == inParis(now).date())
        return u"depuis %1"_s.arg(clockText(moment));
    return u"depuis le %1"_s.arg(dayText(moment, now));
}

QString typography(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = isBreak(text.at(i)) ? u' ' : text.at(i);
        const QChar next = i + 1 < text.size() ? text.at(i + 1) : QChar();
        if (c == u' ' && (out.isEmpty() || next.isNull() || isBreak(next)))
            continue;
        if (c == u'\'' && i > 0 && text.at(i - 1).isLetter() && next.isLetter())
            out += u'’';
        else if (c == u' ' && (next == u':' || next == u';' || next == u'!' || next == u'?' || next == u'»'))
            out += noBreakSpace;
        else if (c == u' ' && i > 0 && text.at(i - 1) == u'«')
            out += noBreakSpace;
        else
            out += c;
    }
    return out;
}

QString messageText(const QString &text)
{
    const QString put = typography(text);
    if (put.size() <= longestMessage)
        return put;
    return put.left(longestMessage / 2) + u"…"_s + put.right(longestMessage / 2);
}

QString foldedText(QStringView text)
{
    QString out;
    out.reserve(text.size());
    const QString decomposed = text.toString().normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : decomposed) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        if (c == u'œ')
            out += "oe"_L1;
        else if (c == u'æ')
            out += "ae"_L1;
        else if (c.isLetterOrNumber())
            out += c;
        else if (!out.isEmpty() && out.back() != u' ')
            out += u' ';
    }
    return out.trimmed();
}

} // namespace desk
