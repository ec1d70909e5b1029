// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/relay/mailrelay.h"

#include "app/core/desktime.h"
#include "app/core/logcategories.h"
#include "app/relay/mailcomposer.h"
#include "db/libpq/pgconnection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto passwordKind = "mot_de_passe"_L1;
constexpr auto claimLost = "55000"_L1;
/// What a mail takes besides its sending: making and hashing a password, and a slow database.
constexpr int secondsAround = 30;

QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

/// In French, in the time of Paris.
QString shownTime(const QString &text)
{
    const QDateTime at = QDateTime::fromString(text, Qt::ISODateWithMs);
    return at.isValid() ? QLocale(QLocale::French).toString(deskTime(at), u"d MMMM yyyy 'à' HH 'h' mm"_s) : text;
}

/// 732 829 320 00074, unbreakable
QString shownSiret(QString siret)
{
    if (siret.size() != 14)
        return siret;
    for (const int at : {9, 6, 3})
        siret.insert(at, QChar::Nbsp);
    return siret;
}

QString shownValue(const QString &key, const QJsonValue &value)
{
    static const QStringList times{u"actif_depuis"_s, u"when"_s, u"until"_s};
    const QString text = textOf(value);
    return times.contains(key) ? shownTime(text) : key == "siret"_L1 ? shownSiret(text) : text;
}

QHash<QString, QString> valuesOf(const QJsonObject &mail, QHash<QString, QString> values)
{
    const QJsonObject account = mail.value("account"_L1).toObject();
    values.insert(u"identifiant"_s, textOf(account.value("identifiant"_L1)));
    values.insert(u"prenom"_s, textOf(account.value("first_name"_L1)));
    values.insert(u"nom"_s, textOf(account.value("last_name"_L1)));
    const QJsonObject params = mail.value("params"_L1).toObject();
    for (auto it = params.begin(); it != params.end(); ++it)
        values.insert(it.key(), shownValue(it.key(), it.value()));
    return values;
}

/// A notice says what changed: another referent, or one more person.
QString templateOf(const QJsonObject &mail)
{
    const QString kind = mail.value("kind"_L1).toString();
    const QString change = mail.value("params"_L1).toObject().value("kind"_L1).toString();
    return kind == "avis_changement"_L1 && change == "account.create"_L1 ? u"avis_changement_acces"_s : kind;
}

QByteArray parameter(qint64 value)
{
    return QByteArray::number(value);
}

bool isPermanent(const Error &error)
{
    return error.code == Error::Code::Invalid || error.rule == "permanent"_L1;
}

bool isClaimLost(const Error &error)
{
    return error.params.value(u"sqlstate"_s).toString() == claimLost;
}

} // namespace

MailRelay::MailRelay(PgConnection &database, MailTransport &transport, Options options)
    : m_database(database), m_transport(transport), m_options(std::move(options))
{
}

Result<Done> MailRelay::prepare()
{
    const auto rows = m_database.exec("SELECT desk.relay_settings() AS document");
    if (!rows)
        return Failure(rows.error());
    const QJsonObject settings = QJsonDocument::fromJson(rows->bytes(0, "document")).object();
    m_settings.clear();
    for (auto it = settings.begin(); it != settings.end(); ++it)
        m_settings.insert(it.key(), textOf(it.value()));
    return Done{};
}

Result<QJsonArray> MailRelay::claimed(int limit)
{
    m_claimedAt.start(); // before the server's own clock starts, so that we are the first to let go
    const auto rows = m_database.exec("SELECT desk.relay_claim($1, $2) AS document",
                                      {parameter(limit), parameter(m_transport.longestSend().count() + secondsAround)});
    if (!rows)
        return Failure(rows.error());
    return QJsonDocument::fromJson(rows->bytes(0, "document")).array();
}

bool MailRelay::timeIsUp(const QJsonObject &mail) const
{
    const qint64 leftMs = mail.value("seconds"_L1).toInteger() * 1000 - m_claimedAt.elapsed();
    return leftMs < m_transport.longestSend().count() * 1000 || (m_options.stopping && m_options.stopping());
}

Result<MailRelay::Tally> MailRelay::round(int limit)
{
    if (const auto settled = settle(); !settled)
        return Failure(settled.error());
    const auto claims = claimed(limit);
    if (!claims)
        return Failure(claims.error());
    Tally tally;
    if (claims->isEmpty())
        return tally;
    if (const auto ready = prepare(); !ready)
        return Failure(ready.error());
    QList<QJsonObject> mails;
    for (const auto &mail : *claims)
        mails.append(mail.toObject());
    // Plain mails take a millisecond, a password a hundred times that: they do not wait behind it.
    std::stable_partition(mails.begin(), mails.end(),
                          [](const QJsonObject &mail) { return mail.value("kind"_L1).toString() != passwordKind; });
    for (const QJsonObject &mail : std::as_const(mails)) {
        const Claim claim{mail.value("id"_L1).toInteger(), mail.value("claim"_L1).toInteger()};
        const auto dealt = tally.down || timeIsUp(mail) ? release(claim, tally) : deal(mail, tally);
        if (!dealt)
            return Failure(dealt.error()); // the claim lapses by itself; another round takes it up
    }
    return tally;
}

Result<Done> MailRelay::deal(const QJsonObject &mail, Tally &tally)
{
    const Claim claim{mail.value("id"_L1).toInteger(), mail.value("claim"_L1).toInteger()};
    MailContent content;
    content.kind = templateOf(mail);
    content.from = m_settings.value(u"mail.expediteur"_s);
    content.fromName = m_settings.value(u"mail.expediteur_nom"_s, u"Assistance Activité partielle"_s);
    content.to = mail.value("to"_L1).toString();
    content.messageId = mail.value("message_id"_L1).toString().remove(u'<').remove(u'>');
    content.date = QDateTime::currentDateTimeUtc();
    content.values = valuesOf(mail, m_settings);

    QByteArray password;
    if (content.kind == passwordKind) {
        auto made = newPassword(claim, mail);
        if (!made && made.error().code == Error::Code::Unavailable)
            return Failure(made.error());
        if (!made) // overtaken by a later reset, or the account is closed: the next claim looks again
            return recordFailure(claim, made.error(), tally);
        password = std::move(*made);
        content.values.insert(u"mot_de_passe"_s, QString::fromLatin1(password));
    }
    auto message = composeMail(content);
    PasswordGenerator::wipe(password);
    if (!message)
        return recordFailure(claim, message.error(), tally);
    QString envelope = m_options.envelope.isEmpty() ? content.from : m_options.envelope;
    envelope.replace(u"{id}"_s, content.messageId.section(u'@', 0, 0));
    const auto sent = m_transport.send({claim.mail, envelope, content.to, *message});
    PasswordGenerator::wipe(*message);
    if (!sent && isTransportDown(sent.error())) {
        tally.down = sent.error();
        return release(claim, tally);
    }
    if (!sent)
        return recordFailure(claim, sent.error(), tally);
    ++tally.sent;
    return recordSent(claim);
}

Result<QByteArray> MailRelay::newPassword(const Claim &claim, const QJsonObject &mail)
{
    const QJsonObject policy = mail.value("policy"_L1).toObject();
    PasswordRules rules;
    rules.length = std::max(policy.value("min_length"_L1).toInt(), PasswordRules().length);
    rules.specials = policy.value("specials"_L1).toString(u"!"_s).toLatin1();
    QByteArray password
        = m_passwords.make(rules, mail.value("account"_L1).toObject().value("identifiant"_L1).toString());
    const auto hash = m_passwords.hash(password);
    if (!hash)
        return Failure(hash.error());
    // Committed before the mail leaves: what the caller reads is always what opens the account.
    const auto stored = m_database.exec("SELECT desk.relay_set_password($1, $2, $3)",
                                        {parameter(claim.mail), *hash, parameter(claim.number)});
    if (!stored) {
        PasswordGenerator::wipe(password);
        return Failure(stored.error());
    }
    return password;
}

Result<Done> MailRelay::record(const QByteArray &sql, const QList<std::optional<QByteArray>> &params)
{
    const auto recorded = m_database.exec(sql, params);
    if (!recorded && isClaimLost(recorded.error())) {
        qCWarning(logRelay) << "mail" << params.first().value_or(QByteArray()) << "is no longer ours";
        return Done{};
    }
    return recorded ? Result<Done>(Done{}) : Result<Done>(Failure(recorded.error()));
}

Result<Done> MailRelay::recordSent(const Claim &claim)
{
    auto recorded = record("SELECT desk.relay_sent($1, $2)", {parameter(claim.mail), parameter(claim.number)});
    if (!recorded)
        m_unrecorded.append(claim);
    return recorded;
}

Result<Done> MailRelay::settle()
{
    const QList<Claim> claims = std::exchange(m_unrecorded, {});
    Result<Done> settled = Done{};
    for (const Claim &claim : claims) {
        if (const auto recorded = recordSent(claim); !recorded)
            settled = recorded;
    }
    return settled;
}

Result<Done> MailRelay::release(const Claim &claim, Tally &tally)
{
    ++tally.released;
    return record("SELECT desk.relay_release($1, $2)", {parameter(claim.mail), parameter(claim.number)});
}

Result<Done> MailRelay::recordFailure(const Claim &claim, const Error &error, Tally &tally)
{
    const bool permanent = isPermanent(error);
    ++(permanent ? tally.refused : tally.postponed);
    // What we found wrong ourselves has a rule; otherwise the far server's own words are kept.
    const QString reason = error.code == Error::Code::Invalid
        ? error.rule + u' ' + error.params.value(u"name"_s).toString()
        : error.detail;
    // The words may hold the address they are about: they go into the row, not into the log.
    qCWarning(logRelay) << "mail" << claim.mail << (permanent ? "refused" : "postponed");
    return record("SELECT desk.relay_failed($1, $2, $3, $4)",
                  {parameter(claim.mail), QByteArray(permanent ? "true" : "false"), reason.trimmed().toUtf8(),
                   parameter(claim.number)});
}

} // namespace desk
