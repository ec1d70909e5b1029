// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// asp-bench --socket DIR --port N --establishments N [--small N] [--rounds N]: fills two databases of a
// throw-away cluster, measures the console on them beside bare libpq and an empty window, and prints one
// table. tests/bench/run.sh calls it.
#include "db/demo/generator.h"
#include "tests/bench/rawbench.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryFile>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::bench;

namespace {

/// What was measured on one database.
struct Scale {
    QString database;
    qint64 establishments = 0;
    double fillSeconds = 0;
    QStringList sirets, typed;
    Series siret, file, window, ownCpu, suggestRaw, suggestStore;
};

class Report {
public:
    Report(QString socket, int port, int rounds, qint64 tickets)
        : m_socket(std::move(socket)), m_port(port), m_rounds(rounds), m_tickets(tickets)
    {
    }
    [[nodiscard]] bool run(qint64 small, qint64 big);

private:
    [[nodiscard]] QString uri(const QString &login, const QString &database) const
    {
        return u"postgresql://%1@/%2?host=%3&port=%4&sslmode=disable"_s.arg(login, database, m_socket).arg(m_port);
    }
    [[nodiscard]] std::optional<PgConnection> connect(const QString &login, const QString &database);
    [[nodiscard]] bool fill(Scale &scale);
    [[nodiscard]] QStringList column(PgConnection &admin, const QByteArray &sql);
    [[nodiscard]] bool chooseInputs(Scale &scale);
    [[nodiscard]] bool measure(Scale &scale);
    [[nodiscard]] bool measureOperations(const Scale &scale);
    [[nodiscard]] bool addTickets(const Scale &scale);
    [[nodiscard]] bool measureQueue(const Scale &scale);
    [[nodiscard]] bool measureBulk(const Scale &scale);
    [[nodiscard]] bool measureScripts(const Scale &scale);
    [[nodiscard]] bool measureStart(const Scale &scale);
    [[nodiscard]] QJsonObject child(const QString &program, const QStringList &arguments,
                                    const QStringList &lines = {});
    void print(const Scale &small, const Scale &big) const;
    bool complain(const QString &what)
    {
        std::fprintf(stderr, "asp-bench: %s\n", qUtf8Printable(what));
        return false;
    }
    static void say(const QString &what) { std::fprintf(stderr, "%s\n", qUtf8Printable(what)); }

    QString m_socket;
    int m_port, m_rounds;
    qint64 m_tickets; ///< added to the big database, one in ten of them open
    Series m_taken, m_batches, m_bulk;
    Series m_queueFirst, m_queueLast, m_queueDeep, m_queueStep;
    QJsonObject m_queue;
    Series m_reading, m_diagnosis, m_scriptSearch, m_contains;
    QJsonObject m_scripts;
    Series m_operation, m_shown, m_usable, m_emptyUsable, m_memory, m_emptyMemory;
    double m_operationCpu = 0;
    double m_fileMemory = 0;
    RawBench::Operations m_statements, m_oneStatement;
};

std::optional<PgConnection> Report::connect(const QString &login, const QString &database)
{
    auto connection = PgConnection::open(uri(login, database), u"asp-bench"_s);
    if (connection)
        return std::move(*connection);
    complain(connection.error().detail);
    return std::nullopt;
}

bool Report::fill(Scale &scale)
{
    auto postgres = connect(u"admin"_s, u"postgres"_s);
    if (!postgres || !postgres->execScript("create database " + scale.database.toUtf8() + " template asp"))
        return complain(u"no database"_s);
    auto admin = connect(u"admin"_s, scale.database);
    if (!admin)
        return false;
    const double start = monotonicMs();
    const auto made = generateDemo(*admin, {scale.establishments, 1, {}, {}});
    if (!made)
        return complain(made.error().rule + u' ' + made.error().detail);
    scale.fillSeconds = (monotonicMs() - start) / 1000;
    // Nobody reads as fast as a benchmark: the caps would measure themselves.
    return admin
               ->execScript("update asp.setting set value = '100000000' where key like '%.par_minute' or key "
                            "like '%.par_heure'")
               .has_value()
        && chooseInputs(scale);
}

QStringList Report::column(PgConnection &admin, const QByteArray &sql)
{
    QStringList values;
    if (const auto rows = admin.exec(sql)) {
        for (int i = 0; i < rows->size(); ++i)
            values << rows->text(i, "v");
    }
    return values;
}

bool Report::chooseInputs(Scale &scale)
{
    auto admin = connect(u"admin"_s, scale.database);
    if (!admin || !admin->execScript("select setseed(0.5)"))
        return false;
    const QByteArray some = "where id in (select 1 + floor(random() * " + QByteArray::number(scale.establishments)
        + ")::bigint "
          "from generate_series(1, %1))";
    const auto of = [&some](int count) { return QByteArray(some).replace("%1", QByteArray::number(count)); };
    scale.sirets = column(*admin, "select siret as v from asp.establishment " + of(150));
    // Names being typed, then a name with its town, an e-mail address, a wrong digit, an identifiant.
    scale.typed
        = column(*admin, "select left(lower(denomination), 4 + id::int % 8) as v from asp.establishment " + of(60))
        + column(*admin,
                 "select lower(substr(split_part(denomination, ' ', 1), 1, 6)) || ' ' || lower(left(town, "
                 "5)) as v "
                 "from asp.establishment "
                     + of(40))
        + column(*admin,
                 "select split_part(email, '@', 1) || '@' || left(split_part(email, '@', 2), 2) as v from "
                 "asp.account "
                     + of(40))
        + column(*admin,
                 "select overlay(siret placing ((substr(siret, 8, 1)::int + 1) % 10)::text from 8 for 1) as v "
                 "from asp.establishment "
                     + of(40))
        + column(*admin, "select left(identifiant, 7) as v from asp.account " + of(40));
    return !scale.sirets.isEmpty() && !scale.typed.isEmpty();
}

QJsonObject Report::child(const QString &program, const QStringList &arguments, const QStringList &lines)
{
    QTemporaryFile file;
    QStringList all = arguments;
    if (!lines.isEmpty() && file.open()) {
        file.write(lines.join(u'\n').toUtf8());
        file.flush();
        all << file.fileName();
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ASP_BENCH_EXEC_MS"_s, QString::number(monotonicMs(), 'f', 3));
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationDirPath() + u'/' + program, all);
    constexpr int longest = 600'000;
    if (!process.waitForFinished(longest))
        return {};
    const QJsonObject answer = QJsonDocument::fromJson(process.readAllStandardOutput().trimmed()).object();
    if (answer.isEmpty() || answer.contains("error"_L1))
        complain(program + u' ' + arguments.value(0) + u": "_s + answer["error"_L1].toString());
    return answer;
}

/// Raw and console by turns, so that a busy minute of the machine falls on both.
bool Report::measure(Scale &scale)
{
    say(u"mesure : %1 établissements"_s.arg(scale.establishments));
    auto agent = connect(u"agent1"_s, scale.database);
    auto owner = connect(u"admin"_s, scale.database);
    if (!agent || !owner)
        return false;
    RawBench raw(*agent, *owner);
    if (!raw.prepare())
        return complain(u"statements cannot be prepared"_s);
    static_cast<void>(raw.openFiles(scale.sirets)); // everything has been read once
    const QString window = u"asp-bench-window"_s, where = uri(u"agent1"_s, scale.database);
    for (int round = 0; round < m_rounds; ++round) {
        scale.siret.add(raw.siretLookUps(scale.sirets).toJson());
        scale.file.add(raw.openFiles(scale.sirets).toJson());
        const QJsonObject files = child(window, {u"files"_s, where}, scale.sirets.mid(0, 60));
        scale.window.add(files["enter_to_painted"_L1].toArray());
        scale.ownCpu.add(files["own_cpu"_L1].toArray());
        m_fileMemory = files["pss"_L1].toDouble();
        scale.suggestRaw.add(raw.suggestions(scale.typed).toJson());
        scale.suggestStore.add(child(window, {u"suggest"_s, where}, scale.typed)["suggest"_L1].toArray());
    }
    return !scale.window.isEmpty() && !scale.suggestStore.isEmpty();
}

bool Report::measureOperations(const Scale &scale)
{
    auto agent = connect(u"agent1"_s, scale.database);
    auto owner = connect(u"admin"_s, scale.database);
    if (!agent || !owner)
        return false;
    RawBench raw(*agent, *owner);
    if (!raw.prepare())
        return false;
    const QStringList accounts
        = column(*owner,
                 "select id::text as v from asp.account where being_deleted_at is null and disabled_at "
                 "is null and exists (select from asp.habilitation h where h.account_id = account.id) "
                 "order by id limit 400");
    const auto lockAll = [&] {
        return owner
            ->execScript("update asp.account set locked_at = now(), locked_until = now() + interval '30 minutes', "
                         "failed_logins = 3 where id in ("
                         + accounts.join(u',').toUtf8() + ")")
            .has_value();
    };
    for (int round = 0; round < m_rounds; ++round) {
        if (!lockAll())
            return complain(u"accounts cannot be locked"_s);
        const auto statements = raw.unlockByStatements(accounts);
        static_cast<void>(lockAll());
        const auto one = raw.unlockByOneStatement(accounts);
        static_cast<void>(lockAll());
        const QJsonObject console
            = child(u"asp-bench-window"_s, {u"operations"_s, uri(u"agent1"_s, scale.database)}, accounts);
        m_statements.times.add(statements.times.toJson());
        m_oneStatement.times.add(one.times.toJson());
        m_operation.add(console["operation"_L1].toArray());
        m_statements.serverCpuMs += statements.serverCpuMs / m_rounds;
        m_oneStatement.serverCpuMs += one.serverCpuMs / m_rounds;
        m_operationCpu += console["server_cpu"_L1].toDouble() / m_rounds;
    }
    return !m_operation.isEmpty() && !m_statements.times.isEmpty() && !m_oneStatement.times.isEmpty();
}

bool Report::addTickets(const Scale &scale)
{
    auto owner = connect(u"admin"_s, scale.database);
    if (!owner || m_tickets == 0)
        return owner.has_value();
    say(u"ajout de %1 demandes"_s.arg(m_tickets));
    // Spread over establishments, motifs, agents and a year, the open ones over the last weeks.
    const auto added = owner->exec(
        "insert into asp.ticket (siret, denomination, requester_name, requester_phone, requester_email, motif,"
        " description, channel, state, owner, received_at, due_at, closed_at, closed_by, outcome, department, profile)"
        " select e.siret, e.denomination, 'Camille ' || i, '+33612345678', 'camille' || i || '@essai.example',"
        " (array['habilitation', 'fiche_etablissement', 'decision_autorisation', 'demande_indemnisation',"
        "        'certificat_signature', 'autres'])[1 + i % 6], '', 'extranet',"
        " case when i % 10 > 0 then 'closed' when i % 30 = 0 then 'taken' else 'open' end,"
        " case when i % 10 > 0 or i % 30 = 0 then 'agent' || 1 + i % 7 end,"
        " now() - make_interval(mins => i % 40000), now() + make_interval(mins => 3000 - i % 40000),"
        " case when i % 10 > 0 then now() - make_interval(mins => i % 20000) end,"
        " case when i % 10 > 0 then 'agent1' end, case when i % 10 > 0 then 'explained' end, e.department,"
        " 'etablissement'"
        " from generate_series(1, $1::int) i join (select row_number() over (order by id) as n, x.*"
        " from asp.establishment x) e on e.n = 1 + i % (select count(*) from asp.establishment)",
        {QByteArray::number(m_tickets)});
    return added && owner->execScript("analyze asp.ticket") ? true : complain(u"no tickets were added"_s);
}

bool Report::measureQueue(const Scale &scale)
{
    for (int round = 0; round < m_rounds; ++round) {
        m_queue = child(u"asp-bench-window"_s, {u"queue"_s, uri(u"agent1"_s, scale.database)});
        if (!m_queue.contains("step"_L1))
            return complain(u"the queue could not be read: "_s + m_queue["error"_L1].toString());
        m_queueFirst.add(m_queue["first"_L1].toArray());
        m_queueLast.add(m_queue["last"_L1].toArray());
        m_queueDeep.add(m_queue["deep"_L1].toArray());
        m_queueStep.add(m_queue["step"_L1].toArray());
    }
    return true;
}

bool Report::measureBulk(const Scale &scale)
{
    auto owner = connect(u"admin"_s, scale.database);
    if (!owner)
        return false;
    const QByteArray chosen
        = "(select number from asp.ticket where state in ('open', 'taken') order by number limit 1200)";
    for (int round = 0; round < m_rounds; ++round) {
        if (!owner->execScript("update asp.ticket set state = 'open', owner = null where number in " + chosen))
            return complain(u"tickets cannot be handed back"_s);
        const QStringList tickets = column(*owner,
                                           "select number || ' ' || version as v from asp.ticket where number in "
                                               + chosen + " order by number");
        const QJsonObject console
            = child(u"asp-bench-window"_s, {u"bulk"_s, uri(u"agent1"_s, scale.database)}, tickets);
        if (!console.contains("bulk"_L1))
            return complain(u"the bulk did not go through"_s);
        m_taken.add(console["single"_L1].toArray());
        m_batches.add(console["batches"_L1].toArray());
        m_bulk.add(console["bulk"_L1].toDouble());
    }
    return true;
}

/// The files the other rows read, and those with the most accounts: each is diagnosed by itself.
bool Report::measureScripts(const Scale &scale)
{
    auto owner = connect(u"admin"_s, scale.database);
    if (!owner)
        return false;
    const QStringList crowded
        = column(*owner,
                 "select e.siret as v from asp.habilitation h join asp.establishment e on e.id = h.establishment_id"
                 " group by e.siret order by count(*) desc, e.siret limit 20");
    for (int round = 0; round < m_rounds; ++round) {
        m_scripts
            = child(u"asp-bench-window"_s, {u"scripts"_s, uri(u"agent1"_s, scale.database)}, scale.sirets + crowded);
        if (!m_scripts.contains("search"_L1))
            return complain(u"the scripts could not be measured"_s);
        m_reading.add(m_scripts["reading"_L1].toArray());
        m_diagnosis.add(m_scripts["diagnosis"_L1].toArray());
        m_scriptSearch.add(m_scripts["search"_L1].toArray());
        m_contains.add(m_scripts["contains"_L1].toArray());
    }
    return true;
}

bool Report::measureStart(const Scale &scale)
{
    constexpr int startsARound = 5;
    for (int i = 0; i < m_rounds * startsARound; ++i) {
        const QJsonObject empty = child(u"asp-bench-empty"_s, {});
        const QJsonObject console = child(u"asp-bench-window"_s, {u"start"_s, uri(u"agent1"_s, scale.database)});
        if (empty.isEmpty() || !console.contains("usable"_L1))
            return complain(u"a window did not come up"_s);
        m_emptyUsable.add(empty["usable"_L1].toDouble());
        m_shown.add(console["shown"_L1].toDouble());
        m_usable.add(console["usable"_L1].toDouble());
        m_emptyMemory.add(empty["pss"_L1].toDouble());
        m_memory.add(console["pss"_L1].toDouble());
    }
    return true;
}

QString pair(const Series &series)
{
    const int digits = series.median() < 1 ? 3 : 1;
    return u"%1 | %2"_s.arg(series.median(), 0, 'f', digits).arg(series.p99(), 0, 'f', digits);
}

void row(const QString &what, const Series &measured, const QString &beside, const Series &reference)
{
    std::printf("| %s | %s | %s | %s | ×%.2f |\n", qUtf8Printable(what), qUtf8Printable(pair(measured)),
                qUtf8Printable(beside), qUtf8Printable(pair(reference)), measured.median() / reference.median());
}

void Report::print(const Scale &small, const Scale &big) const
{
    std::puts("| quoi | médiane | p99 | à côté | médiane | p99 | rapport |");
    std::puts("|---|---:|---:|---|---:|---:|---:|");
    const QString scale = u" (%1 établissements)"_s;
    for (const Scale *at : {&small, &big}) {
        const QString of = scale.arg(at->establishments);
        row(u"Entrée → dossier affiché"_s + of, at->window, u"libpq, lecture préparée"_s, at->file);
        row(u"lecture préparée"_s + of, at->file, u"libpq, SIRET préparé"_s, at->siret);
        row(u"suggestions, par la console"_s + of, at->suggestStore, u"libpq, lecture préparée"_s, at->suggestRaw);
    }
    row(u"opération (déverrouiller), console → validée"_s, m_operation,
        u"les mêmes effets, ordres SQL envoyés ensemble"_s, m_statements.times);
    row(u"opération (déverrouiller), console → validée"_s, m_operation, u"les mêmes effets, un ordre préparé"_s,
        m_oneStatement.times);
    row(u"exec → première image de la console"_s, m_shown, u"fenêtre vide"_s, m_emptyUsable);
    row(u"exec → champ de recherche utilisable"_s, m_usable, u"fenêtre vide"_s, m_emptyUsable);
    row(u"croissance : lecture d’un dossier"_s, big.file, u"%1 établissements"_s.arg(small.establishments), small.file);
    row(u"croissance : Entrée → affiché"_s, big.window, u"%1 établissements"_s.arg(small.establishments), small.window);
    row(u"lot de 50 demandes à prendre, console → validé"_s, m_batches, u"une seule, console → validée"_s, m_taken);
    row(u"file : dernière page, chaque tri dans les deux sens"_s, m_queueLast, u"première page"_s, m_queueFirst);
    row(u"file : page après 50 000 demandes, par échéance"_s, m_queueDeep, u"première page"_s, m_queueFirst);
    row(u"diagnostic : tous les faits × %1 scripts"_s.arg(m_scripts["scripts"_L1].toInt()), m_diagnosis,
        u"lecture du dossier, par la console"_s, m_reading);
    row(u"recherche dans les scripts"_s, m_scriptSearch, u"la phrase telle quelle, dans les mêmes textes"_s,
        m_contains);
    std::puts("\n(millisecondes)\n");
    std::printf("- diagnostic d’un dossier de %d comptes, aucun choisi : médiane %.3f ms\n",
                m_scripts["accounts"_L1].toInt(), m_scripts["crowded"_L1].toDouble());
    std::printf(
        "- file : pas de défilement de 20 demandes : médiane %.1f ms, p99 %.1f ms ; mémoire %.1f Mio, puis %.1f Mio "
        "après %d demandes\n",
        m_queueStep.median(), m_queueStep.p99(), m_queue["memory_before"_L1].toDouble(),
        m_queue["memory_after"_L1].toDouble(), m_queue["rows"_L1].toInt());
    std::printf("- 1 000 demandes prises en lot : médiane %.2f s\n", m_bulk.median() / 1000);
    std::printf("- notre processeur, de Entrée à l’affichage : médiane %.1f ms, p99 %.1f ms\n", big.ownCpu.median(),
                big.ownCpu.p99());
    std::printf("- processeur du serveur par opération : console %.3f ms, ordres ensemble %.3f ms (×%.2f), "
                "un ordre préparé %.3f ms (×%.2f)\n",
                m_operationCpu, m_statements.serverCpuMs, m_operationCpu / m_statements.serverCpuMs,
                m_oneStatement.serverCpuMs, m_operationCpu / m_oneStatement.serverCpuMs);
    std::printf("- mémoire au repos (PSS) : console %.1f Mio, fenêtre vide %.1f Mio (×%.2f) ; après soixante "
                "dossiers %.1f Mio\n",
                m_memory.median(), m_emptyMemory.median(), m_memory.median() / m_emptyMemory.median(), m_fileMemory);
    std::printf("- remplissage : %lld établissements en %.0f s, %lld en %.0f s\n",
                static_cast<long long>(small.establishments), small.fillSeconds,
                static_cast<long long>(big.establishments), big.fillSeconds);
}

bool Report::run(qint64 small, qint64 big)
{
    Scale first, second;
    first.database = u"bench_small"_s;
    first.establishments = small;
    second.database = u"bench_big"_s;
    second.establishments = big;
    say(u"remplissage…"_s);
    if (!fill(first) || !fill(second) || !measure(first) || !measure(second))
        return false;
    say(u"mesure : opérations, démarrages"_s);
    if (!addTickets(second) || !measureQueue(second) || !measureOperations(second) || !measureBulk(second)
        || !measureScripts(second) || !measureStart(second))
        return false;
    print(first, second);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"socket"_s, u"folder of the cluster's socket"_s, u"folder"_s},
                       {u"port"_s, u"of the cluster"_s, u"port"_s},
                       {u"establishments"_s, u"in the big database"_s, u"N"_s, u"20000"_s},
                       {u"small"_s, u"in the small one it is compared with"_s, u"N"_s, u"20000"_s},
                       {u"rounds"_s, u"how often everything is measured"_s, u"N"_s, u"3"_s},
                       {u"tickets"_s, u"added to the big database, one in ten open"_s, u"N"_s, u"0"_s}});
    parser.process(app);
    Report report(parser.value(u"socket"_s), parser.value(u"port"_s).toInt(), parser.value(u"rounds"_s).toInt(),
                  parser.value(u"tickets"_s).toLongLong());
    return report.run(parser.value(u"small"_s).toLongLong(), parser.value(u"establishments"_s).toLongLong()) ? 0 : 1;
}
