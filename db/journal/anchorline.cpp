// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/journal/anchorline.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longest = 20 + 1 + 19 + 1 + 64 + 2;

QRegularExpressionMatch matched(QByteArrayView text, QRegularExpression::MatchType type)
{
    static const QRegularExpression pattern(
        uR"(\A(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) (0|[1-9]\d{0,17}) ([0-9a-f]{64})\r?\n?\z)"_s);
    return pattern.match(QString::fromLatin1(text.data(), text.size()), 0, type);
}

} // namespace

QByteArray toAnchorLine(const AnchorLine &line)
{
    return line.at.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss"_s).toLatin1() + "Z " + QByteArray::number(line.head.seq)
        + ' ' + line.head.hash.toHex() + '\n';
}

Result<AnchorLine> parseAnchorLine(QByteArrayView text)
{
    if (text.size() > longest)
        return fail(Error::Code::Invalid, u"line too long"_s);
    const auto match = matched(text, QRegularExpression::NormalMatch);
    if (!match.hasMatch())
        return fail(Error::Code::Invalid, u"not an anchor line"_s);
    AnchorLine line;
    line.at = QDateTime::fromString(match.captured(1), Qt::ISODate);
    line.head.seq = match.captured(2).toLongLong();
    line.head.hash = QByteArray::fromHex(match.captured(3).toLatin1());
    if (!line.at.isValid())
        return fail(Error::Code::Invalid, u"no such time"_s);
    return line;
}

bool beginsAnchorLine(QByteArrayView text)
{
    return text.size() < longest && matched(text, QRegularExpression::PartialPreferCompleteMatch).hasPartialMatch();
}

} // namespace desk
