// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/libpq/conninfo.h"

#include <QStringList>
#include <QUrl>

#include <libpq-fe.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace desk {

Result<ConnInfo> parseConnInfo(const QString &text)
{
    char *message = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(text.toUtf8().constData(), &message), &PQconninfoFree);
    const std::unique_ptr<char, decltype(&PQfreemem)> messageOwner(message, &PQfreemem);
    if (!options) // libpq's message repeats pieces of the text, a mistyped secret perhaps: it is not kept
        return Failure(Error{Error::Code::Invalid, u"connection string not understood"_s, u"bad_uri"_s});

    ConnInfo info;
    for (const PQconninfoOption *option = options.get(); option->keyword != nullptr; ++option) {
        if (option->val == nullptr)
            continue;
        const QString keyword = QString::fromUtf8(option->keyword);
        if (keyword == "password"_L1 || keyword == "sslpassword"_L1)
            return Failure(Error{Error::Code::Invalid, u"connection string with a password"_s, u"uri_password"_s});
        info.insert(keyword, QString::fromUtf8(option->val));
    }
    return info;
}

QString toConnInfoText(const ConnInfo &info)
{
    QStringList parts;
    for (auto it = info.cbegin(); it != info.cend(); ++it) {
        QString value = it.value();
        value.replace(u'\\', "\\\\"_L1).replace(u'\'', "\\'"_L1);
        parts << it.key() + "='"_L1 + value + u'\'';
    }
    return parts.join(u' ');
}

QString toConnInfoUri(const ConnInfo &info)
{
    QStringList parts;
    for (auto it = info.cbegin(); it != info.cend(); ++it)
        parts << it.key() + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(it.value()));
    return "postgresql://?"_L1 + parts.join(u'&');
}

} // namespace desk
