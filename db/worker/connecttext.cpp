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
constexpr std::array<Hint, 7> hints{{{"translate host name"_L1, "nom d'h"_L1, "unknown_host"_L1},
                                     {"certificate"_L1, "certificat"_L1, "tls"_L1},
                                     {"SSL"_L1, "TLS"_L1, "tls"_L1},
                                     {"read-only"_L1, "lecture seule"_L1, "no_primary"_L1, Error::Code::ReadOnly},
                                     {"hot standby"_L1, "hot standby"_L1, "no_primary"_L1, Error::Code::ReadOnly},
                                     {"no answer within"_L1, "no answer within"_L1, "no_answer"_L1},
                                     {"refused"_L1, "refus"_L1, "refused"_L1}}};

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
