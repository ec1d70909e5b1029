// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/tickets/plaintext.h"

using namespace Qt::StringLiterals;

namespace desk {

QString plainText(const QString &typed)
{
    QString text = typed;
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    text.removeIf([](QChar c) {
        const bool control = c.category() == QChar::Other_Control && c != u'\n' && c != u'\t';
        return control || c.category() == QChar::Other_Format;
    });
    return text.trimmed();
}

} // namespace desk
