// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/demo/generator.h"

#include "db/demo/accesschanges.h"
#include "db/demo/blockhistory.h"
#include "db/demo/callers.h"
#include "db/demo/tableindexes.h"
#include "db/demo/tables.h"
#include "db/demo/texts.h"
#include "db/libpq/pgtransaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qint64 fewest = 20, rebuildAbove = 10'000;
constexpr char callersSetting[] = "demo.appelants";

Failure refused(Error::Code code, const QString &rule)
{
    return Failure(Error{code, {}, rule});
}

Result<Done> checkEmpty(PgConnection &admin)
{
    const auto rows = admin.exec("select (select holds_real_data from asp.environment) "
                                 "or exists (select from asp.establishment) as taken");
    if (!rows)
        return Failure(rows.error());
    if (rows->isEmpty() || rows->flag(0, "taken"))
        return refused(Error::Code::Refused, u"holds_real_data"_s);
    return Done{};
}

/// One run of generateDemo(), inside its transaction.
class Run {
public:
    Run(PgConnection &admin, const DemoOptions &options, const DemoProgress &progress)
        : m_admin(admin), m_count(options.establishments), m_progress(progress),
          m_world(options.seed,
                  (options.now.isValid() ? options.now : QDateTime::currentDateTimeUtc()).toSecsSinceEpoch()
                      / demo::Minute * demo::Minute,
                  options.establishments),
          m_writer(options.seed), m_rebuild(options.rebuildIndexes.value_or(options.establishments > rebuildAbove))
    {
    }

    [[nodiscard]] Result<Done> load();
    [[nodiscard]] Result<DemoSummary> summary();
    [[nodiscard]] static QByteArrayList tables();

private:
    [[nodiscard]] Result<Done> prepare();
    [[nodiscard]] Result<Done> loadBlocks();
    [[nodiscard]] Result<Done> finish();
    [[nodiscard]] Result<Done> keepCallers();
    void report(const QString &step, qint64 percent) const
    {
        if (m_progress)
            m_progress(step, static_cast<int>(percent));
    }

    PgConnection &m_admin;
    qint64 m_count;
    const DemoProgress &m_progress;
    demo::World m_world;
    demo::TableWriter m_writer;
    bool m_rebuild;
    demo::TableIndexes m_indexes;
    QList<DemoCaller> m_callers;
    qint64 m_openTickets = 0;
};

QByteArrayList Run::tables()
{
    QByteArrayList all;
    for (int i = 0; i < static_cast<int>(demo::Table::Count); ++i)
        all << demo::TableWriter::name(static_cast<demo::Table>(i));
    return all;
}

Result<Done> Run::load()
{
    return prepare()
        .and_then([this](Done) { return loadBlocks(); })
        .and_then([this](Done) { return finish(); })
        .and_then([this](Done) { return keepCallers(); });
}

Result<Done> Run::prepare()
{
    report(u"check"_s, 0);
    // Before the first establishment: in a database called production, that one would make the data real.
    QByteArray sql = "update asp.environment set kind = 'demonstration', holds_real_data = false where kind "
                     "= 'production';"
                     "insert into asp.company (siren) values ('356000000');"
                     "set local maintenance_work_mem = '256MB';"
                     // Rows come with what it looks up, and without indexes each look-up would read the whole table.
                     "alter table asp.ticket disable trigger ticket_requester;";
    for (const demo::Agent &agent : demo::agents()) {
        const QByteArray login
            = m_admin.quotedLiteral(QByteArray(agent.login.data(), static_cast<qsizetype>(agent.login.size())));
        const QByteArray name
            = m_admin.quotedLiteral(QByteArray(agent.name.data(), static_cast<qsizetype>(agent.name.size())));
        sql += "insert into asp.staff (login, display_name, person) values (" + login + "," + name + "," + login
            + ") on conflict do nothing;";
    }
    for (const char *domain :
         {"courriel-libre.example", "messagerie-orme.example", "boite-postale.example", "facteur.example"})
        sql += "insert into asp.shared_mail_provider (domain) values ('" + QByteArray(domain)
            + "') on conflict do nothing;";
    if (auto done = m_admin.execScript(sql); !done)
        return done;
    auto hours = demo::WorkingHours::read(m_admin, m_world.now());
    if (!hours)
        return Failure(hours.error());
    m_world.setHours(std::move(*hours));
    return m_rebuild ? m_indexes.drop(m_admin, tables()) : Result<Done>(Done{});
}

Result<Done> Run::loadBlocks()
{
    constexpr qint64 blocksAtOnce = 10; // about 10 MB
    demo::Batch batch;
    demo::Callers callers(m_world, batch);
    callers.add();
    const qint64 known = m_world.lastEstablishment;
    qint64 done = known;
    for (qint64 block = 0; done < m_count || block == 0; ++block) {
        const qint64 size = std::min(demo::blockSize, m_count - done);
        demo::BlockBuilder people(m_world, batch, block, size);
        people.build();
        demo::BlockHistory(m_world, batch, people, block).add();
        done += size;
        if (block == 0)
            callers.giveClients(known + 1, done);
        m_openTickets += std::count_if(batch.tickets.begin(), batch.tickets.end(),
                                       [](const demo::TicketRow &row) { return row.closedAt == demo::Never; });
        m_writer.add(batch);
        batch.clear();
        if (block % blocksAtOnce == blocksAtOnce - 1 || done >= m_count) {
            if (auto sent = m_writer.flush(m_admin); !sent)
                return sent;
            report(u"load"_s, done * (m_rebuild ? 55 : 90) / m_count);
        }
    }
    m_callers = callers.list();
    return Done{};
}

Result<Done> Run::finish()
{
    // What waits for the end of the transaction is checked now: an index cannot be made on a table with open
    // checks.
    if (auto checked = m_admin.execScript("set constraints all immediate"); !checked)
        return checked;
    qint64 made = 0;
    for (const QByteArray &sql : m_indexes.statements()) {
        report(u"index"_s, 55 + 40 * made++ / m_indexes.statements().size());
        if (auto done = m_admin.execScript(sql); !done)
            return done;
    }
    const auto numbered = m_admin.execScript(
        "alter table asp.ticket enable trigger ticket_requester;"
        "select setval(pg_get_serial_sequence('asp.establishment', 'id'), max(id)) from asp.establishment;"
        "select setval(pg_get_serial_sequence('asp.account', 'id'), max(id)) from asp.account;"
        "select setval(pg_get_serial_sequence('asp.habilitation', 'id'), max(id)) from asp.habilitation;"
        "select setval(pg_get_serial_sequence('asp.mail', 'id'), max(id)) from asp.mail;"
        "select setval(pg_get_serial_sequence('asp.ticket', 'number'), "
        + QByteArray::number(m_world.lastTicket()) + ");");
    return numbered.and_then([this](Done) { return demo::addAccessChanges(m_admin, m_world.now()); });
}

Result<Done> Run::keepCallers()
{
    QJsonArray all;
    for (const DemoCaller &caller : m_callers)
        all.append(QJsonObject{{u"key"_s, caller.key}, {u"title"_s, caller.title}, {u"situation"_s, caller.situation}});
    const auto kept = m_admin.exec("insert into asp.setting (key, value, label) values ($1, $2, 'Appelants à essayer') "
                                   "on conflict (key) do update set value = excluded.value",
                                   {QByteArray(callersSetting), QJsonDocument(all).toJson(QJsonDocument::Compact)});
    if (!kept)
        return Failure(kept.error());
    const auto noted = m_admin.exec("select asp.f_journal('demo', p_detail => $1)",
                                    {"{\"establishments\": " + QByteArray::number(m_count) + "}"});
    return noted ? Result<Done>(Done{}) : Failure(noted.error());
}

Result<DemoSummary> Run::summary()
{
    report(u"analyze"_s, 95);
    for (const QByteArray &table : tables()) {
        if (auto done = m_admin.execScript("vacuum (analyze) " + table); !done)
            return Failure(done.error());
    }
    report(u"analyze"_s, 100);
    using demo::Table;
    return DemoSummary{m_writer.rows(Table::Establishment),
                       m_writer.rows(Table::Account),
                       m_writer.rows(Table::Habilitation),
                       m_writer.rows(Table::Mail),
                       m_writer.rows(Table::Ticket),
                       m_openTickets,
                       m_callers};
}

/// SET ROLE for as long as this lives.
class AsOwner {
public:
    explicit AsOwner(PgConnection &connection)
        : m_connection(connection), m_begun(connection.execScript("set role asp_owner"))
    {
    }
    AsOwner(const AsOwner &) = delete;
    AsOwner &operator=(const AsOwner &) = delete;
    ~AsOwner() { static_cast<void>(m_connection.execScript("reset role")); }
    [[nodiscard]] const Result<Done> &begun() const { return m_begun; }

private:
    PgConnection &m_connection;
    Result<Done> m_begun;
};

} // namespace

Result<DemoSummary> generateDemo(PgConnection &admin, const DemoOptions &options, const DemoProgress &progress)
{
    if (options.establishments < fewest)
        return refused(Error::Code::Invalid, u"too_few_establishments"_s);
    const AsOwner owner(admin);
    if (!owner.begun())
        return Failure(owner.begun().error());
    Run run(admin, options, progress);
    PgTransaction transaction(admin);
    const auto loaded = transaction.started()
                            .and_then([&](Done) { return checkEmpty(admin); })
                            .and_then([&](Done) { return run.load(); })
                            .and_then([&](Done) { return transaction.commit(); });
    if (!loaded)
        return Failure(loaded.error());
    return run.summary();
}

Result<Done> refreshDemo(PgConnection &admin)
{
    const AsOwner owner(admin);
    if (!owner.begun())
        return owner.begun();
    const auto locked
        = admin.exec("update asp.account set locked_at = now() - interval '4 minutes', locked_until = now() + interval "
                     "'26 minutes', "
                     "failed_logins = 3 where identifiant = $1 and coalesce(locked_until, '-infinity') < now() + "
                     "interval '20 minutes' "
                     "and exists (select from asp.setting where key = $2) "
                     "and exists (select from asp.environment where not holds_real_data and kind <> 'production')",
                     {QByteArray(demo::Callers::lockedIdentifiant.data()), QByteArray(callersSetting)});
    return locked ? Result<Done>(Done{}) : Failure(locked.error());
}

Result<QList<DemoCaller>> demoCallers(PgConnection &admin)
{
    const AsOwner owner(admin);
    if (!owner.begun())
        return Failure(owner.begun().error());
    const auto rows = admin.exec("select value from asp.setting where key = $1", {QByteArray(callersSetting)});
    if (!rows)
        return Failure(rows.error());
    QList<DemoCaller> callers;
    const QJsonArray all = QJsonDocument::fromJson(rows->bytes(0, "value")).array();
    for (const QJsonValue &value : all)
        callers.append({value[u"key"].toString(), value[u"title"].toString(), value[u"situation"].toString()});
    return callers;
}

} // namespace desk
