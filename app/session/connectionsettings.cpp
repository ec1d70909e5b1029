// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/session/connectionsettings.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Tls = ConnectionSettings::Tls;

constexpr std::array<std::pair<QLatin1StringView, Tls>, 5> tlsNames{{{"disable"_L1, Tls::Disable},
                                                                     {"prefer"_L1, Tls::Prefer},
                                                                     {"require"_L1, Tls::Require},
                                                                     {"verify-full"_L1, Tls::VerifyFull},
                                                                     {"allow"_L1, Tls::Prefer}}};

// The text itself never goes into an error: a mistyped URI may hold a secret.
Failure invalid(const QString &rule, const QString &value = {})
{
    Error error{Error::Code::Invalid, u"connection URI"_s, rule};
    if (!value.isEmpty())
        error.params.insert(u"value"_s, value);
    return Failure(error);
}

/// nullopt for a broken %xx, a NUL or text that is not UTF-8.
std::optional<QString> decoded(QStringView text)
{
    static const QRegularExpression brokenEscape(u"%(?![0-9A-Fa-f]{2})"_s);
    if (brokenEscape.match(text).hasMatch())
        return std::nullopt;
    const QString plain = QUrl::fromPercentEncoding(text.toUtf8());
    if (plain.contains(QChar(0)) || plain.contains(QChar::ReplacementCharacter))
        return std::nullopt;
    return plain;
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

struct HostPort {
    QString host, port;
};

/// "db1", "db1:5433", "[::1]:5433", "%2Frun%2Fpostgresql:5433"
Result<HostPort> hostPort(QStringView part)
{
    QStringView host = part;
    QStringView port;
    if (part.startsWith(u'[')) {
        const qsizetype end = part.indexOf(u']');
        const QStringView rest = end < 0 ? QStringView() : part.mid(end + 1);
        if (end < 2 || (!rest.isEmpty() && !rest.startsWith(u':')))
            return invalid(u"uri_host"_s);
        host = part.mid(1, end - 1);
        port = rest.mid(1);
    } else if (const qsizetype colon = part.indexOf(u':'); colon >= 0) {
        host = part.left(colon);
        port = part.mid(colon + 1);
    }
    const auto plain = decoded(host);
    if (!plain)
        return invalid(u"uri_encoding"_s);
    return HostPort{*plain, port.toString()};
}

bool isLoopback(const QString &hosts)
{
    const QStringList all = hosts.split(u',');
    return std::all_of(all.cbegin(), all.cend(), [](const QString &host) {
        return host.startsWith(u'/') || host == "localhost"_L1 || host == "127.0.0.1"_L1 || host == "::1"_L1;
    });
}

/// Everything read so far; `finish` checks it as a whole.
class Reader {
public:
    Result<ConnectionSettings> read(QStringView afterScheme);

private:
    std::optional<Failure> authority(QStringView text);
    std::optional<Failure> parameter(QStringView pair);
    std::optional<Failure> ports();

    ConnectionSettings m_settings;
    QStringList m_hosts, m_ports;
    bool m_tlsGiven = false;
};

std::optional<Failure> Reader::authority(QStringView text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    if (at >= 0) {
        const QStringView user = text.left(at);
        if (user.contains(u':'))
            return invalid(u"uri_password"_s);
        const auto login = decoded(user);
        if (!login)
            return invalid(u"uri_encoding"_s);
        m_settings.login = *login;
    }
    const QStringView hosts = text.mid(at + 1);
    if (hosts.isEmpty())
        return std::nullopt;
    for (const QStringView part : hosts.split(u',')) {
        const auto one = hostPort(part);
        if (!one)
            return Failure(one.error());
        m_hosts << one->host;
        m_ports << one->port;
    }
    return std::nullopt;
}

std::optional<Failure> Reader::parameter(QStringView pair)
{
    static const QRegularExpression keywordShape(u"^[a-z_]+$"_s);
    const qsizetype equals = pair.indexOf(u'=');
    const auto key = decoded(pair.left(equals < 0 ? pair.size() : equals));
    const auto value = decoded(equals < 0 ? QStringView() : pair.mid(equals + 1));
    if (!key || !value)
        return invalid(u"uri_encoding"_s);
    if (key->contains("password"_L1) || *key == "passfile"_L1)
        return invalid(u"uri_password"_s);
    // Qt's driver turns a ; into a blank, so that a value holding one would arrive as something else.
    if (equals < 0 || !keywordShape.match(*key).hasMatch() || value->contains(u';'))
        return invalid(u"uri_option"_s, *key);
    if (*key == "host"_L1) {
        m_hosts = value->split(u',');
    } else if (*key == "port"_L1) {
        m_ports = value->split(u',');
    } else if (*key == "dbname"_L1) {
        m_settings.database = *value;
    } else if (*key == "user"_L1) {
        m_settings.login = *value;
    } else if (*key == "sslrootcert"_L1) {
        m_settings.rootCertificate = *value;
    } else if (*key == "sslmode"_L1) {
        const auto name
            = std::find_if(tlsNames.begin(), tlsNames.end(), [&](const auto &row) { return row.first == *value; });
        if (name == tlsNames.end())
            return invalid(u"uri_sslmode"_s, *value);
        m_settings.tls = name->second;
        m_tlsGiven = true;
    } else {
        m_settings.extraOptions << *key + u'=' + *value;
    }
    return std::nullopt;
}

std::optional<Failure> Reader::ports()
{
    m_ports.replaceInStrings(QRegularExpression(u"^$"_s), u"5432"_s);
    static const QRegularExpression plainDigits(u"^[0-9]{1,5}\\z"_s); // toUShort lets blanks, signs and NULs pass
    for (const QString &port : std::as_const(m_ports)) {
        if (!plainDigits.match(port).hasMatch() || port.toUShort() == 0)
            return invalid(u"uri_port"_s);
    }
    if (m_ports.isEmpty())
        return std::nullopt;
    m_settings.port = m_ports.constFirst().toUShort();
    const bool oneForAll = m_ports.count(m_ports.constFirst()) == m_ports.size();
    if (oneForAll)
        return std::nullopt;
    if (m_ports.size() != m_hosts.size())
        return invalid(u"uri_port"_s);
    m_settings.extraOptions << "port="_L1 + m_ports.join(u',');
    return std::nullopt;
}

Result<ConnectionSettings> Reader::read(QStringView afterScheme)
{
    m_settings.kind = ConnectionSettings::Kind::Central;
    const qsizetype question = afterScheme.indexOf(u'?');
    const QStringView place = question < 0 ? afterScheme : afterScheme.left(question);
    const QStringView query = question < 0 ? QStringView() : afterScheme.mid(question + 1);
    const qsizetype slash = place.indexOf(u'/');
    if (const auto failure = authority(slash < 0 ? place : place.left(slash)))
        return *failure;
    const auto database = decoded(slash < 0 ? QStringView() : place.mid(slash + 1));
    if (!database)
        return invalid(u"uri_encoding"_s);
    m_settings.database = *database;
    for (const QStringView pair : query.split(u'&', Qt::SkipEmptyParts)) {
        if (const auto failure = parameter(pair))
            return *failure;
    }
    if (const auto failure = ports())
        return *failure;
    m_settings.hosts = m_hosts.join(u',');
    if (m_settings.hosts.isEmpty() || m_hosts.contains(QString()))
        return invalid(u"uri_host"_s);
    if (m_settings.database.isEmpty())
        return invalid(u"uri_database"_s);
    if (!m_tlsGiven && isLoopback(m_settings.hosts))
        m_settings.tls = Tls::Prefer;
    return m_settings;
}

QString hostInUri(const QString &host)
{
    return host.contains(u':') ? u'[' + QString::fromLatin1(QUrl::toPercentEncoding(host, ":")) + u']' : encoded(host);
}

} // namespace

Result<ConnectionSettings> ConnectionSettings::fromUri(const QString &uri)
{
    const QString text = uri.trimmed();
    if (text.size() > 4096)
        return invalid(u"uri_too_long"_s);
    if (text.startsWith("private:"_L1)) {
        ConnectionSettings settings;
        settings.privateFolder = text.mid(8);
        if (settings.privateFolder.contains(QChar(0)))
            return invalid(u"uri_encoding"_s);
        return settings;
    }
    for (const QLatin1StringView scheme : {"postgresql://"_L1, "postgres://"_L1}) {
        if (text.startsWith(scheme))
            return Reader().read(QStringView(text).mid(scheme.size()));
    }
    return invalid(u"uri_scheme"_s);
}

QString ConnectionSettings::toUri() const
{
    if (kind == Kind::Private)
        return "private:"_L1 + privateFolder;
    const auto tlsName
        = std::find_if(tlsNames.begin(), tlsNames.end(), [this](const auto &row) { return row.second == tls; });
    QStringList places;
    for (const QString &host : hosts.split(u',')) // every host carries the port: libpq wants one for each
        places << hostInUri(host) + u':' + QString::number(port);
    QString uri = "postgresql://"_L1 + (login.isEmpty() ? QString() : encoded(login) + u'@') + places.join(u',') + u'/'
        + encoded(database) + "?sslmode="_L1 + tlsName->first;
    if (!rootCertificate.isEmpty())
        uri += "&sslrootcert="_L1 + encoded(rootCertificate);
    for (const QString &option : extraOptions) {
        const qsizetype equals = option.indexOf(u'=');
        uri += u'&' + option.left(equals) + u'=' + encoded(option.mid(equals + 1));
    }
    return uri;
}

QString ConnectionSettings::keychainKey() const
{
    const QString where = kind == Kind::Private ? "private:"_L1 + privateFolder
                                                : hosts + u':' + QString::number(port) + u'/' + database;
    return "asp-console "_L1 + login + u'@' + where;
}

} // namespace desk
