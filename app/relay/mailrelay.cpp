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

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto passwordKind = "mot_de_passe"_L1;

QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

/// Dates reach the template in French, in the time of Paris.
QString shownValue(const QString &key, const QJsonValue &value)
{
    const QString text = textOf(value);
    if (key != "actif_depuis"_L1)
        return text;
    const QDateTime at = QDateTime::fromString(text, Qt::ISODateWithMs);
    const QDateTime local = deskTime(at);
    return at.isValid() ? QLocale(QLocale::French).toString(local, u"d MMMM yyyy 'à' HH 'h' mm"_s) : text;
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

QByteArray parameter(qint64 value)
{
    return QByteArray::number(value);
}

bool isPermanent(const Error &error)
{
    return error.code == Error::Code::Invalid || error.rule == "permanent"_L1;
}

} // namespace

MailRelay::MailRelay(PgConnection &database, MailTransport &transport) : m_database(database), m_transport(transport)
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

Result<MailRelay::Tally> MailRelay::round(int limit)
{
    const auto rows = m_database.exec("SELECT desk.relay_claim($1) AS document", {parameter(limit)});
    if (!rows)
        return Failure(rows.error());
    Tally tally;
    const QJsonArray mails = QJsonDocument::fromJson(rows->bytes(0, "document")).array();
    for (const auto &mail : mails) {
        if (const auto dealt = deal(mail.toObject(), tally); !dealt)
            return Failure(dealt.error()); // the claim lapses by itself; another round takes it up
    }
    return tally;
}

Result<Done> MailRelay::deal(const QJsonObject &mail, Tally &tally)
{
    const qint64 id = mail.value("id"_L1).toInteger();
    MailContent content;
    content.kind = mail.value("kind"_L1).toString();
    content.from = m_settings.value(u"mail.expediteur"_s);
    content.fromName = m_settings.value(u"mail.expediteur_nom"_s, u"Assistance Activité partielle"_s);
    content.to = mail.value("to"_L1).toString();
    content.messageId = mail.value("message_id"_L1).toString().remove(u'<').remove(u'>');
    content.date = QDateTime::currentDateTimeUtc();
    content.values = valuesOf(mail, m_settings);

    QByteArray password;
    if (content.kind == passwordKind) {
        auto made = newPassword(id, mail);
        if (!made && made.error().code == Error::Code::Unavailable)
            return Failure(made.error());
        if (!made) // overtaken by a later reset, or the account is closed: the next claim looks again
            return recordFailure(id, made.error(), tally);
        password = std::move(*made);
        content.values.insert(u"mot_de_passe"_s, QString::fromLatin1(password));
    }
    auto message = composeMail(content);
    PasswordGenerator::wipe(password);
    if (!message)
        return recordFailure(id, message.error(), tally);
    const auto sent = m_transport.send({id, content.from, content.to, *message});
    PasswordGenerator::wipe(*message);
    if (!sent)
        return recordFailure(id, sent.error(), tally);
    ++tally.sent;
    const auto recorded = m_database.exec("SELECT desk.relay_sent($1)", {parameter(id)});
    return recorded ? Result<Done>(Done{}) : Result<Done>(Failure(recorded.error()));
}

Result<QByteArray> MailRelay::newPassword(qint64 mailId, const QJsonObject &mail)
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
    const auto stored = m_database.exec("SELECT desk.relay_set_password($1, $2)", {parameter(mailId), *hash});
    if (!stored) {
        PasswordGenerator::wipe(password);
        return Failure(stored.error());
    }
    return password;
}

Result<Done> MailRelay::recordFailure(qint64 mailId, const Error &error, Tally &tally)
{
    const bool permanent = isPermanent(error);
    ++(permanent ? tally.refused : tally.postponed);
    // What we found wrong ourselves has a rule; otherwise the far server's own words are kept.
    const QString reason = error.code == Error::Code::Invalid
        ? error.rule + u' ' + error.params.value(u"name"_s).toString()
        : error.detail;
    qCWarning(logRelay) << "mail" << mailId << (permanent ? "refused:" : "postponed:") << reason.trimmed();
    const auto recorded
        = m_database.exec("SELECT desk.relay_failed($1, $2, $3)",
                          {parameter(mailId), QByteArray(permanent ? "true" : "false"), reason.trimmed().toUtf8()});
    return recorded ? Result<Done>(Done{}) : Result<Done>(Failure(recorded.error()));
}

} // namespace desk
