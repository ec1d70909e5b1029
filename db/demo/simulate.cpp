// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/demo/simulate.h"

#include "db/demo/rng.h"
#include "db/demo/texts.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QThread>

#include <chrono>

using namespace Qt::StringLiterals;
using Kind = desk::SimulatedEvent::Kind;

namespace desk {

namespace {

constexpr char accountSql[]
    = "select a.id, a.identifiant, a.first_name || ' ' || a.last_name as name, a.email, a.phone, e.siret, "
      "e.denomination "
      "from asp.account a join asp.habilitation h on h.account_id = a.id and h.state = 'active' "
      "join asp.establishment e on e.id = h.establishment_id "
      "where a.id >= $1 and a.being_deleted_at is null and a.disabled_at is null and a.password_state = "
      "'active' "
      "and coalesce(a.locked_until, '-infinity') < now() order by a.id, h.id limit 1";

constexpr char lockSql[]
    = "update asp.account set failed_logins = 3, locked_at = now(), locked_until = now() + "
      "make_interval(mins => "
      "coalesce((select value::int from asp.setting where key = 'verrou.minutes'), 30)) where id = $1";

constexpr char wrongSql[] = "update asp.account set failed_logins = least(failed_logins + 1, 2), locked_at = "
                            "null, locked_until = null where id = $1";

constexpr char logInSql[] = "update asp.account set failed_logins = 0, locked_at = null, locked_until = null, "
                            "first_login_at = coalesce(first_login_at, now()), last_login_at = now() where id = $1";

constexpr char mailSql[]
    = "with m as (select id from asp.mail where state = 'sent' and account_id is not null order by id desc "
      "limit 1 offset $1), "
      "n as (update asp.mail set state = $2, delivered_at = case when $2 = 'delivered' then now() end, "
      "bounced_at = case when $2 = 'bounced' then now() end, reason = $3 where id in (select id from m) "
      "returning account_id) select a.identifiant from n join asp.account a on a.id = n.account_id";

constexpr char dapSql[]
    = "with d as (select id, state from asp.dap where state in ('en_attente_ud', 'en_instruction') order by "
      "id offset $1 limit 1), "
      "n as (update asp.dap p set state = case d.state when 'en_attente_ud' then 'en_instruction' else $2 "
      "end, "
      "decided_at = case d.state when 'en_instruction' then now() end from d where p.id = d.id "
      "returning p.establishment_id, p.state) "
      "select e.denomination, n.state from n join asp.establishment e on e.id = n.establishment_id";

/// The rights of the extranet for as long as this lives.
class AsExtranet {
public:
    explicit AsExtranet(PgConnection &connection)
        : m_connection(connection), m_begun(connection.execScript("set role asp_extranet"))
    {
    }
    AsExtranet(const AsExtranet &) = delete;
    AsExtranet &operator=(const AsExtranet &) = delete;
    ~AsExtranet() { static_cast<void>(m_connection.execScript("reset role")); }
    [[nodiscard]] const Result<Done> &begun() const { return m_begun; }

private:
    PgConnection &m_connection;
    Result<Done> m_begun;
};

class Simulation {
public:
    Simulation(PgConnection &connection, quint64 seed) : m_connection(connection), m_rng(seed, 7) { }

    [[nodiscard]] Result<Done> check();
    [[nodiscard]] Result<SimulatedEvent> playOne();

private:
    [[nodiscard]] Kind choose();
    [[nodiscard]] Result<PgRows> someone();
    [[nodiscard]] Result<SimulatedEvent> onAccount(Kind kind, const char *sql);
    [[nodiscard]] Result<SimulatedEvent> onMail(Kind kind);
    [[nodiscard]] Result<SimulatedEvent> onTicket(Kind kind);
    [[nodiscard]] Result<SimulatedEvent> onDap();
    [[nodiscard]] QByteArray newRequest(const PgRows &sender);

    PgConnection &m_connection;
    demo::Rng m_rng;
    qint64 m_lastAccount = 0;
    int m_played = 0;
    QByteArray m_lastRequest; ///< JSON, for those who send it again
    QString m_lastSender;
};

Result<Done> Simulation::check()
{
    const auto rows
        = m_connection.exec("select (select holds_real_data or kind = 'production' from asp.environment) as taken, "
                            "(select coalesce(max(id), 0) from asp.account) as last");
    if (!rows)
        return Failure(rows.error());
    if (!rows->value(0, "taken") || rows->flag(0, "taken"))
        return Failure(Error{Error::Code::Refused, {}, u"holds_real_data"_s});
    m_lastAccount = rows->number(0, "last");
    if (m_lastAccount == 0)
        return Failure(Error{Error::Code::NotFound, {}, u"no_accounts"_s});
    return Done{};
}

Kind Simulation::choose()
{
    static constexpr Kind first[] = {Kind::LockOut, Kind::NewTicket, Kind::SameTicketAgain, Kind::LogIn};
    static constexpr Kind often[]
        = {Kind::LogIn,         Kind::LogIn,       Kind::LogIn,       Kind::WrongPassword, Kind::WrongPassword,
           Kind::LockOut,       Kind::LockOut,     Kind::NewTicket,   Kind::NewTicket,     Kind::SameTicketAgain,
           Kind::MailDelivered, Kind::MailBounced, Kind::MailBounced, Kind::DapDecided};
    const auto played = static_cast<size_t>(m_played++);
    return played < std::size(first) ? first[played] : m_rng.pick(often);
}

Result<PgRows> Simulation::someone()
{
    const qint64 from = 1 + static_cast<qint64>(m_rng.next() % static_cast<quint64>(m_lastAccount));
    auto rows = m_connection.exec(accountSql, {QByteArray::number(from)});
    if (rows && rows->isEmpty()) // nobody fit from there to the end
        rows = m_connection.exec(accountSql, {QByteArray("1")});
    return rows;
}

Result<SimulatedEvent> Simulation::onAccount(Kind kind, const char *sql)
{
    const auto chosen = someone();
    if (!chosen || chosen->isEmpty())
        return chosen ? fail(Error::Code::NotFound) : Failure(chosen.error());
    const auto done = m_connection.exec(sql, {chosen->bytes(0, "id")});
    if (!done)
        return Failure(done.error());
    return SimulatedEvent{kind, chosen->text(0, "identifiant"), chosen->text(0, "denomination")};
}

Result<SimulatedEvent> Simulation::onMail(Kind kind)
{
    const bool bounced = kind == Kind::MailBounced;
    const std::string_view why = bounced ? m_rng.pick(demo::bounceReasons()) : std::string_view();
    const QByteArray reason(why.data(), static_cast<qsizetype>(why.size()));
    const auto rows = m_connection.exec(
        mailSql, {QByteArray::number(m_rng.below(3)), QByteArray(bounced ? "bounced" : "delivered"), reason});
    if (!rows || rows->isEmpty())
        return rows ? fail(Error::Code::NotFound) : Failure(rows.error());
    return SimulatedEvent{kind, rows->text(0, "identifiant"), QString::fromUtf8(reason)};
}

QByteArray Simulation::newRequest(const PgRows &sender)
{
    const demo::MotifTexts &motif = m_rng.pick(demo::motifTexts());
    const std::string_view description = m_rng.pick(motif.descriptions);
    const auto text
        = [](std::string_view utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); };
    const QJsonObject request{{u"siret"_s, sender.text(0, "siret")},
                              {u"denomination"_s, sender.text(0, "denomination")},
                              {u"requester_name"_s, sender.text(0, "name")},
                              {u"requester_phone"_s, sender.text(0, "phone")},
                              {u"requester_email"_s, sender.text(0, "email")},
                              {u"motif"_s, text(motif.code)},
                              {u"description"_s, text(description)}};
    return QJsonDocument(request).toJson(QJsonDocument::Compact);
}

Result<SimulatedEvent> Simulation::onTicket(Kind kind)
{
    if (kind == Kind::NewTicket || m_lastRequest.isEmpty()) {
        kind = Kind::NewTicket;
        const auto sender = someone();
        if (!sender || sender->isEmpty())
            return sender ? fail(Error::Code::NotFound) : Failure(sender.error());
        m_lastRequest = newRequest(*sender);
        m_lastSender = sender->text(0, "identifiant");
    }
    const auto answer = m_connection.exec("select a ->> 'number' as number, a ->> 'rule' as rule "
                                          "from desk.extranet_ticket($1::jsonb) as a",
                                          {m_lastRequest});
    if (!answer)
        return Failure(answer.error());
    if (!answer->value(0, "number"))
        return Failure(Error{Error::Code::Refused, {}, answer->text(0, "rule")});
    return SimulatedEvent{kind, m_lastSender, answer->text(0, "number")};
}

Result<SimulatedEvent> Simulation::onDap()
{
    const auto rows = m_connection.exec(
        dapSql, {QByteArray::number(m_rng.below(20)), QByteArray(m_rng.chance(850) ? "validee" : "invalidee")});
    if (!rows || rows->isEmpty())
        return rows ? fail(Error::Code::NotFound) : Failure(rows.error());
    return SimulatedEvent{Kind::DapDecided, rows->text(0, "denomination"), rows->text(0, "state")};
}

/// NotFound: nothing in the database this event could happen to.
Result<SimulatedEvent> Simulation::playOne()
{
    switch (const Kind kind = choose()) {
    case Kind::LockOut:
        return onAccount(kind, lockSql);
    case Kind::WrongPassword:
        return onAccount(kind, wrongSql);
    case Kind::LogIn:
        return onAccount(kind, logInSql);
    case Kind::NewTicket:
    case Kind::SameTicketAgain:
        return onTicket(kind);
    case Kind::MailDelivered:
    case Kind::MailBounced:
        return onMail(kind);
    case Kind::DapDecided:
        return onDap();
    }
    return fail(Error::Code::Internal, u"no such event"_s);
}

/// False when asked to stop meanwhile.
bool pauseFor(double seconds, const std::function<bool()> &stop)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
    while (std::chrono::steady_clock::now() < end) {
        if (stop && stop())
            return false;
        QThread::msleep(static_cast<unsigned long>(std::min(100.0, seconds * 1000)));
    }
    return !(stop && stop());
}

} // namespace

Result<int> simulateExtranet(PgConnection &connection, const SimulateOptions &options,
                             const std::function<void(const SimulatedEvent &)> &report,
                             const std::function<bool()> &stop)
{
    const AsExtranet role(connection);
    if (!role.begun())
        return Failure(role.begun().error());
    Simulation simulation(connection, options.seed != 0 ? options.seed : QRandomGenerator::system()->generate64());
    if (const auto checked = simulation.check(); !checked)
        return Failure(checked.error());
    int played = 0, inVain = 0;
    constexpr int givingUp = 50;
    while (options.count == 0 || played < options.count) {
        const auto event = simulation.playOne();
        if (!event && (event.error().code != Error::Code::NotFound || ++inVain == givingUp))
            return Failure(event.error());
        if (!event)
            continue;
        inVain = 0;
        ++played;
        if (report)
            report(*event);
        if (played != options.count && !pauseFor(options.everySeconds, stop))
            break;
    }
    return played;
}

QString describe(const SimulatedEvent &event)
{
    const auto sentence = [&event](const QString &pattern) { return pattern.arg(event.identifiant, event.detail); };
    switch (event.kind) {
    case Kind::LockOut:
        return sentence(u"Trois mots de passe erronés pour %1 (%2)\u00A0: compte verrouillé."_s);
    case Kind::WrongPassword:
        return sentence(u"Mot de passe erroné pour %1 (%2)."_s);
    case Kind::LogIn:
        return sentence(u"%1 (%2) se connecte."_s);
    case Kind::NewTicket:
        return sentence(u"%1 envoie la demande d’assistance n°\u00A0%2."_s);
    case Kind::SameTicketAgain:
        return sentence(u"%1 renvoie la même demande, sous le n°\u00A0%2."_s);
    case Kind::MailDelivered:
        return u"Un courriel est remis à %1."_s.arg(event.identifiant);
    case Kind::MailBounced:
        return sentence(u"Le courriel envoyé à %1 est revenu\u00A0: %2."_s);
    case Kind::DapDecided:
        return u"%1\u00A0: sa demande d’autorisation est %2."_s.arg(event.identifiant,
                                                                    event.detail == "validee"_L1 ? u"validée"_s
                                                                        : event.detail == "invalidee"_L1
                                                                        ? u"invalidée"_s
                                                                        : u"en cours d’instruction"_s);
    }
    return {};
}

} // namespace desk
