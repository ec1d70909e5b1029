// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/worker/connecttext.h"

#include "db/libpq/conninfo.h"
#include "db/worker/timelimits.h"

#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString tlsMode(ConnectionSettings::Tls tls)
{
    switch (tls) {
    case ConnectionSettings::Tls::Disable:
        return u"disable"_s;
    case ConnectionSettings::Tls::Prefer:
        return u"prefer"_s;
    case ConnectionSettings::Tls::Require:
        return u"require"_s;
    case ConnectionSettings::Tls::VerifyFull:
        break;
    }
    return u"verify-full"_s;
}

QString number(std::chrono::milliseconds time)
{
    return QString::number(time.count());
}

struct Hint {
    QLatin1StringView english, french; ///< pieces of libpq's own messages
    QLatin1StringView rule;
    Error::Code code = Error::Code::Unavailable;
};

// libpq's own refusals carry no SQLSTATE: only their words tell them apart, in the language of the desk.
constexpr std::array<Hint, 16> hints{
    {{"translate host name"_L1, "traduire le nom"_L1, "unknown_host"_L1},
     {"channel binding"_L1, "lien de canal"_L1, "channel_binding"_L1},
     {"match host name"_L1, "correspond pas au nom d'h"_L1, "tls_name"_L1},
     {"root certificate file"_L1, "certificat racine"_L1, "tls_authority_file"_L1},
     {"verify failed"_L1, "verify failed"_L1, "tls_unverified"_L1},
     {"not support SSL"_L1, "ne supporte pas SSL"_L1, "tls_plain_server"_L1},
     {"private key file"_L1, "clé privée"_L1, "tls_client_certificate"_L1},
     {"load private key"_L1, "clé privée"_L1, "tls_client_certificate"_L1},
     {"read certificate file"_L1, "lire le certificat"_L1, "tls_client_certificate"_L1},
     {"alert"_L1, "alert"_L1, "tls_client_certificate"_L1},
     {"certificate"_L1, "certificat"_L1, "tls"_L1},
     {"SSL"_L1, "TLS"_L1, "tls"_L1},
     {"read-only"_L1, "lecture seule"_L1, "no_primary"_L1, Error::Code::ReadOnly},
     {"hot standby"_L1, "hot standby"_L1, "no_primary"_L1, Error::Code::ReadOnly},
     {"no answer within"_L1, "no answer within"_L1, "no_answer"_L1},
     {"refused"_L1, "refus"_L1, "refused"_L1}}};

/// 28000 covers more than a wrong password: the server's rules of admission (pg_hba.conf).
QString admissionRule(const Error &error)
{
    if (error.params.value(u"sqlstate"_s).toString() != "28000"_L1)
        return {};
    const QString &said = error.detail;
    if (said.contains("valid client certificate"_L1) || said.contains("certificat client valide"_L1))
        return u"tls_client_needed"_s;
    if (said.contains("pg_hba.conf"_L1))
        return said.contains("no encryption"_L1) || said.contains("pas de chiffrement"_L1)
                || said.contains("aucun chiffrement"_L1)
            ? u"tls_wanted"_s
            : u"not_admitted"_s;
    return {};
}

} // namespace

QString connectText(const ConnectionSettings &where, std::chrono::milliseconds statementLimit)
{
    using namespace timelimits;
    ConnInfo info{{u"host"_s, where.hosts},
                  {u"port"_s, QString::number(where.port)},
                  {u"dbname"_s, where.database},
                  {u"user"_s, where.login},
                  {u"sslmode"_s, tlsMode(where.tls)},
                  {u"connect_timeout"_s, QString::number(connectHost.count())},
                  {u"tcp_user_timeout"_s, number(unacknowledged)},
                  {u"keepalives_idle"_s, u"15"_s},
                  {u"keepalives_interval"_s, u"5"_s},
                  {u"keepalives_count"_s, u"3"_s}};
    if (!where.rootCertificate.isEmpty())
        info.insert(u"sslrootcert"_s, where.rootCertificate);
    // An unverified server must at least know the log-in's verifier: SCRAM over TLS proves it, and nothing less is
    // answered, a request for the plain password least of all. A verified one may use LDAP and others.
    if (where.tls == ConnectionSettings::Tls::Require)
        info.insert(u"channel_binding"_s, u"require"_s);
    if (where.hosts.contains(u','))
        info.insert(u"target_session_attrs"_s, u"read-write"_s);
    // Idle transactions never happen here; should one, it must not hold its locks.
    QString options = "-c statement_timeout="_L1 + number(statementLimit) + " -c lock_timeout="_L1 + number(serverLock)
        + " -c idle_in_transaction_session_timeout="_L1 + number(serverStatement) + " -c TimeZone=UTC"_L1;
    for (const QString &option : where.extraOptions) {
        const qsizetype equals = option.indexOf(u'=');
        const QString key = option.left(equals);
        const QString value = option.mid(equals + 1);
        if (key == "options"_L1)
            options += u' ' + value;
        else
            info.insert(key, value);
    }
    info.insert(u"options"_s, options);
    return toConnInfoText(info);
}

Error connectError(Error error)
{
    error.params.insert(u"nothing_done"_s, true);
    if (error.rule == "password_needed"_L1)
        error.rule = u"secret_needed"_s;
    if (error.code == Error::Code::AuthFailed && error.rule.isEmpty())
        error.rule = admissionRule(error);
    if (error.code != Error::Code::Unavailable || !error.rule.isEmpty())
        return error;
    for (const Hint &hint : hints) {
        if (error.detail.contains(hint.english) || error.detail.contains(hint.french)) {
            error.rule = hint.rule;
            error.code = hint.code;
            break;
        }
    }
    return error;
}

} // namespace desk
