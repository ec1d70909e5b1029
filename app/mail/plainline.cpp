// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/mail/plainline.h"

#include <algorithm>

namespace desk {

namespace {

bool isSilent(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

} // namespace

QString plainLine(QByteArrayView words, qsizetype limit)
{
    // No character takes more than four bytes: what lies beyond cannot be shown anyway.
    QString line = QString::fromUtf8(words.first(std::min(words.size(), limit * 4)));
    std::replace_if(line.begin(), line.end(), isSilent, u' ');
    line = line.simplified();
    if (line.size() > limit)
        line.truncate(line.at(limit - 1).isHighSurrogate() ? limit - 1 : limit);
    return line;
}

} // namespace desk
