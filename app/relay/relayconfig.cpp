// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/relay/relayconfig.h"

#include "app/relay/secretfile.h"
#include "db/libpq/conninfo.h"

#include <QFile>
#include <QRegularExpression>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qint64 longestFile = 64 * 1024;

Failure bad(const QString &rule, const QVariantMap &params)
{
    Error error{Error::Code::Invalid, u"bad configuration: "_s + rule};
    error.rule = rule;
    error.params = params;
    return Failure(error);
}

Failure badValue(const QString &key)
{
    return bad(u"config_value"_s, {{u"key"_s, key}});
}

/// A whole number within bounds; `otherwise` when the key is not there.
std::optional<int> numberOf(const RelayKeys &keys, const QString &key, int least, int most, int otherwise)
{
    if (!keys.contains(key))
        return otherwise;
    bool number = false;
    const int value = keys.value(key).toInt(&number);
    return number && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

bool isHostName(const QString &host)
{
    static const QRegularExpression shape(u"^[A-Za-z0-9]([A-Za-z0-9.:-]{0,252}[A-Za-z0-9])?$|^::1$"_s);
    return shape.match(host).hasMatch();
}

bool isThisMachine(const QString &host)
{
    static const QRegularExpression shape(u"^(localhost|127(\\.[0-9]{1,3}){3}|::1)$"_s);
    return shape.match(host).hasMatch();
}

bool isEnvelope(QString address)
{
    static const QRegularExpression shape(u"^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,253}$"_s);
    address.replace(u"{id}"_s, u"mail-1"_s);
    return shape.match(address).hasMatch();
}

Result<Done> readSecurity(const RelayKeys &keys, SmtpSettings &smtp)
{
    using Security = SmtpSettings::Security;
    const QString word = keys.value(u"security"_s, u"starttls"_s);
    if (word != "starttls"_L1 && word != "tls"_L1 && word != "none"_L1)
        return badValue(u"security"_s);
    smtp.security = word == "tls"_L1 ? Security::Tls : word == "none"_L1 ? Security::None : Security::StartTls;
    if (smtp.security != Security::None)
        return Done{};
    if (!isThisMachine(smtp.host))
        return bad(u"plain_remote"_s, {{u"host"_s, smtp.host}});
    return smtp.user.isEmpty() ? Result<Done>(Done{}) : Result<Done>(bad(u"plain_login"_s, {}));
}

/// The secret is looked at once now, to say at once what is wrong with it, and again at each connection.
Result<Done> readSecret(const RelayKeys &keys, SmtpSettings &smtp)
{
    const QString file = keys.value(u"secret-file"_s), variable = keys.value(u"secret-env"_s);
    if (smtp.user.isEmpty())
        return file.isEmpty() && variable.isEmpty() ? Result<Done>(Done{})
                                                    : Result<Done>(bad(u"config_missing"_s, {{u"key"_s, u"user"_s}}));
    if (file.isEmpty() == variable.isEmpty())
        return bad(u"config_missing"_s, {{u"key"_s, u"secret-file"_s}});
    if (!file.isEmpty()) {
        smtp.secret = [file] { return readSecretFile(file); };
    } else {
        smtp.secret = [name = variable.toUtf8(), variable]() -> Result<QByteArray> {
            const QByteArray secret = qgetenv(name.constData());
            return secret.isEmpty() ? Result<QByteArray>(bad(u"secret_unreadable"_s, {{u"file"_s, variable}}))
                                    : Result<QByteArray>(secret);
        };
    }
    const auto readable = smtp.secret();
    return readable ? Result<Done>(Done{}) : Result<Done>(Failure(readable.error()));
}

Result<Done> readSmtp(const RelayKeys &keys, SmtpSettings &smtp)
{
    smtp.host = keys.value(u"host"_s);
    smtp.user = keys.value(u"user"_s);
    smtp.caFile = keys.value(u"ca"_s);
    smtp.hello = keys.value(u"hello"_s);
    if (smtp.host.isEmpty())
        return bad(u"config_missing"_s, {{u"key"_s, u"host"_s}});
    if (!isHostName(smtp.host))
        return badValue(u"host"_s);
    if (!smtp.hello.isEmpty() && !isHostName(smtp.hello))
        return badValue(u"hello"_s);
    if (!smtp.caFile.isEmpty() && !QFile(smtp.caFile).open(QIODevice::ReadOnly))
        return badValue(u"ca"_s);
    const auto port = numberOf(keys, u"port"_s, 1, 65535, 0);
    const auto connectLimit = numberOf(keys, u"connect-seconds"_s, 1, 120, 10);
    const auto totalLimit = numberOf(keys, u"total-seconds"_s, 1, 300, 30);
    if (!port || !connectLimit || !totalLimit)
        return badValue(!port ? u"port"_s : !connectLimit ? u"connect-seconds"_s : u"total-seconds"_s);
    smtp.port = *port;
    smtp.connectLimit = std::chrono::seconds(*connectLimit);
    smtp.totalLimit = std::chrono::seconds(*totalLimit);
    const auto secure = readSecurity(keys, smtp);
    return secure ? readSecret(keys, smtp) : secure;
}

} // namespace

const QStringList &relayKeyNames()
{
    static const QStringList names{u"database"_s,
                                   u"transport"_s,
                                   u"eml"_s,
                                   u"host"_s,
                                   u"port"_s,
                                   u"security"_s,
                                   u"ca"_s,
                                   u"user"_s,
                                   u"secret-file"_s,
                                   u"secret-env"_s,
                                   u"hello"_s,
                                   u"envelope"_s,
                                   u"bounces"_s,
                                   u"connect-seconds"_s,
                                   u"total-seconds"_s,
                                   u"anchor"_s,
                                   u"interval"_s};
    return names;
}

Result<RelayKeys> readRelayKeys(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly) || file.size() > longestFile)
        return bad(u"config_unreadable"_s, {{u"file"_s, name}});
    RelayKeys keys;
    int number = 0;
    for (const QByteArray &bytes : file.read(longestFile).split('\n')) {
        ++number;
        const QString line = QString::fromUtf8(bytes).trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';'))
            continue;
        const qsizetype equals = line.indexOf(u'=');
        const QString key = line.left(equals).trimmed();
        QVariantMap where{{u"file"_s, name}, {u"line"_s, number}, {u"key"_s, key.left(60)}};
        if (equals <= 0 || line.contains(QChar::ReplacementCharacter) || line.contains(QChar::Null))
            return bad(u"config_line"_s, where);
        if (!relayKeyNames().contains(key))
            return bad(u"config_key"_s, where);
        if (keys.contains(key))
            return bad(u"config_twice"_s, where);
        keys.insert(key, line.mid(equals + 1).trimmed());
    }
    return keys;
}

Result<RelayConfig> relayConfigFrom(const RelayKeys &keys)
{
    RelayConfig config;
    config.database = keys.value(u"database"_s);
    config.emlFolder = keys.value(u"eml"_s);
    config.bounces = keys.value(u"bounces"_s);
    config.anchor = keys.value(u"anchor"_s);
    config.envelope = keys.value(u"envelope"_s);
    if (config.database.isEmpty())
        return bad(u"config_missing"_s, {{u"key"_s, u"database"_s}});
    if (const auto uri = parseConnInfo(config.database); !uri)
        return Failure(uri.error());
    if (!config.envelope.isEmpty() && !isEnvelope(config.envelope))
        return badValue(u"envelope"_s);
    const auto interval = numberOf(keys, u"interval"_s, 50, 3600000, 1000);
    if (!interval)
        return badValue(u"interval"_s);
    config.intervalMs = *interval;
    const QString transport = keys.value(u"transport"_s, config.emlFolder.isEmpty() ? u"smtp"_s : u"eml"_s);
    if (transport == "eml"_L1)
        return config.emlFolder.isEmpty() ? Result<RelayConfig>(bad(u"config_missing"_s, {{u"key"_s, u"eml"_s}}))
                                          : Result<RelayConfig>(config);
    if (transport != "smtp"_L1)
        return badValue(u"transport"_s);
    config.transport = RelayConfig::Transport::Smtp;
    if (const auto smtp = readSmtp(keys, config.smtp); !smtp)
        return Failure(smtp.error());
    return config;
}

} // namespace desk
