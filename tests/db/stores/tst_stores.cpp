// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/facts.h"
#include "db/stores/pgdatabase.h"
#include "db/stores/pglookupstore.h"
#include "db/stores/pgoperationstore.h"
#include "db/stores/pgsessionstore.h"
#include "tests/db/stores/storesworld.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace desk;

class TestStores : public QObject {
    Q_OBJECT
private:
    StoresWorld m_world;
    std::unique_ptr<PgDatabase> m_database;
    std::unique_ptr<PgSessionStore> m_session;
    std::unique_ptr<PgLookupStore> m_lookup;
    std::unique_ptr<PgOperationStore> m_operations;
    QUuid m_call;

    OperationRequest request(const QString &kind, const QJsonObject &params) const
    {
        OperationRequest r;
        r.id = QUuid::createUuid();
        r.kind = kind;
        r.params = params;
        r.reason = u"locked"_s;
        r.call = m_call;
        return r;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
        QVERIFY(m_world.admin("update asp.setting set value = '1000' where key like 'lecture.%'"));
    }
    void init()
    {
        m_database = std::make_unique<PgDatabase>();
        m_session = std::make_unique<PgSessionStore>(*m_database);
        m_lookup = std::make_unique<PgLookupStore>(*m_database);
        m_operations = std::make_unique<PgOperationStore>(*m_database);
        QVERIFY(await(m_session->logIn(m_world.cluster.settings(u"agent1"_s), {})));
        m_call = QUuid::createUuid();
        QVERIFY(await(m_lookup->openFile(StoresWorld::siret, m_call)));
    }

    void theFileOfASiret()
    {
        const auto file = await(m_lookup->openFile(StoresWorld::siret, m_call));
        QVERIFY2(file, qPrintable(file ? QString() : file.error().detail));
        QCOMPARE(file->subject, CallerFile::Subject::Establishment);
        QCOMPARE(file->establishment.town, u"Toulouse"_s);
        QCOMPARE(file->accounts.size(), 1);
        QCOMPARE(file->accounts.first().identifiant, u"claire.fontan"_s);
        QVERIFY(!file->accounts.first().emailMasked.contains(u"claire.fontan"_s));
        QVERIFY(file->call && file->call->id == m_call);
        QVERIFY(!file->stamp.isEmpty());
    }

    void aPartThatCannotBeReadIsAskedAndTheFileStays_data()
    {
        QTest::addColumn<QByteArray>("lost");
        QTest::addColumn<QStringList>("unread");
        QTest::addColumn<QString>("fact");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *lost, const QStringList &unread, const QString &fact, const QString &value) {
            QTest::newRow(lost) << QByteArray(lost) << unread << fact << value;
        };
        row("dap", {u"daps"_s}, u"dap.etat"_s, u"aucune"_s);
        row("contract.kept_by_tiers", {u"contracts"_s}, u"contrat.prestation"_s, u"absent"_s);
        row("mail", {u"mails"_s}, u"courriel.mot_de_passe"_s, u"aucun"_s);
        row("account_extranet", {u"extranets"_s}, u"compte.autre_extranet"_s, u"non"_s);
        row("ticket_event", {u"tickets"_s}, u"demande.habilitation"_s, u"oui"_s);
        row("incident_notice", {u"notices"_s}, u"incident.en_cours"_s, u"non"_s);
        row("approval_request", {u"requests"_s}, u"demande.approbation"_s, u"non"_s);
        row("caller_check", {u"check"_s}, u"appelant.verifie"_s, u"non"_s);
    }
    void aPartThatCannotBeReadIsAskedAndTheFileStays()
    {
        QFETCH(QByteArray, lost);
        QFETCH(QString, fact);
        QFETCH(QString, value);
        const QList<QByteArray> names = lost.split('.'); // a table, or a column of one
        const auto rename = [&](const QByteArray &from, const QByteArray &to) {
            return m_world.admin(names.size() == 1
                                     ? "alter table asp." + from + " rename to " + to
                                     : "alter table asp." + names.first() + " rename column " + from + " to " + to);
        };
        const auto read = [this] { return await(m_lookup->openFile(StoresWorld::siret, m_call)); };
        const auto contextOf = [](const CallerFile &file) {
            return FactContext{&file, &file.accounts.first(), file.serverTime, {}};
        };
        const FactInfo &info = factInfo(*factFromId(fact));
        const auto sound = read();
        QVERIFY(sound && sound->unread.isEmpty());
        QCOMPARE(factValue(info.fact, contextOf(*sound)), info.indexOf(value));

        QVERIFY(rename(names.last(), "out_of_reach"));
        const auto broken = read();
        const auto mended = rename("out_of_reach", names.last());
        QVERIFY2(mended, qPrintable(mended ? QString() : mended.error().detail));
        QVERIFY2(broken, qPrintable(broken ? QString() : broken.error().detail));
        QTEST(broken->unread, "unread");
        QCOMPARE(broken->accounts.first().identifiant, u"claire.fontan"_s); // the file is there
        QCOMPARE(factValue(info.fact, contextOf(*broken)), -1);
        QVERIFY(factEvidence(info.fact, contextOf(*broken)).startsWith(u"la base n’a pas pu lire"_s));

        const auto again = read();
        QVERIFY(again && again->unread.isEmpty());
        QCOMPARE(again->stamp, sound->stamp);
    }

    void aTableUnderRepairHoldsNobodyUp()
    {
        const auto before = await(m_session->pulse(1, 1));
        auto repair = m_world.cluster.connect(u"admin"_s, u"asp"_s);
        QVERIFY(repair && repair->execScript("begin; lock table asp.dap in access exclusive mode"));
        QElapsedTimer timer;
        timer.start();
        const auto file = await(m_lookup->openFile(StoresWorld::siret, m_call));
        QVERIFY2(file, qPrintable(file ? QString() : file.error().detail));
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(file->unread, QStringList{u"daps"_s});
        const auto during = await(m_session->pulse(1, 1));
        QVERIFY(during);
        QCOMPARE(during->fileStamp, file->stamp); // not read again every two seconds
        QVERIFY(repair->execScript("commit"));
        const auto after = await(m_session->pulse(1, 1));
        QVERIFY(after);
        QVERIFY(after->fileStamp != file->stamp); // now it is
        QCOMPARE(after->fileStamp, before->fileStamp);
    }

    void anUnknownKeyAndHostileOnes()
    {
        for (const QString &key : {u"39481722500011"_s, u"'; drop table asp.account; --"_s, QString(u"a\0b"_s),
                                   QString(1'000'000, u'x'), QString(QChar(0xD800)), QString()}) {
            const auto file = await(m_lookup->openFile(key, m_call));
            QVERIFY2(!file || file->subject == CallerFile::Subject::Unknown, qPrintable(key.left(40)));
            QVERIFY(file || file.error().code != Error::Code::Unavailable);
        }
        QCOMPARE(m_world.one("select count(*) as x from asp.account"), u"1"_s);
    }

    void someoneElsesCallIsRefused()
    {
        PgDatabase other;
        PgSessionStore session(other);
        PgLookupStore lookup(other);
        QVERIFY(await(session.logIn(m_world.cluster.settings(u"agent2"_s), {})));
        const auto file = await(lookup.openFile(StoresWorld::siret, m_call));
        QVERIFY(!file);
        QCOMPARE(file.error().rule, u"not_your_call"_s);
    }

    void suggestions_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("kind");
        QTest::newRow("name and town") << u"boulang toulouse"_s << int(Suggestion::Kind::Establishment);
        QTest::newRow("SIRET with spaces") << u"732 829 320 00074"_s << int(Suggestion::Kind::Establishment);
        QTest::newRow("mistyped SIRET") << u"732 829 320 00047"_s << int(Suggestion::Kind::Candidate);
        QTest::newRow("ticket") << u"#48 213"_s << int(Suggestion::Kind::Ticket);
        QTest::newRow("identifiant") << u"claire.fontan"_s << int(Suggestion::Kind::Account);
        QTest::newRow("whole e-mail") << u"claire.fontan@boulangerie-capitole.fr"_s << int(Suggestion::Kind::Account);
        QTest::newRow("nothing") << u"zzzz qqqq"_s << -1;
    }
    void suggestions()
    {
        QFETCH(QString, typed);
        QFETCH(int, kind);
        const auto found = await(m_lookup->suggest(SearchTerm::recognise(typed)));
        QVERIFY2(found, qPrintable(found ? QString() : found.error().detail));
        QCOMPARE(found->isEmpty(), kind < 0);
        if (kind >= 0)
            QCOMPARE(int(found->first().kind), kind);
    }

    void revealing()
    {
        const auto email = await(m_lookup->reveal(u"account.email"_s, 1, m_call));
        QVERIFY2(email, qPrintable(email ? QString() : email.error().rule));
        QCOMPARE(*email, u"claire.fontan@boulangerie-capitole.fr"_s);
        QVERIFY(!await(m_lookup->reveal(u"account.password_hash"_s, 1, m_call)));
        QVERIFY(!await(m_lookup->reveal(u"account.email"_s, 1, QUuid())));
    }

    void anOperationOnceAndAgain()
    {
        const auto unlock = request(OperationKind::Unlock, {{u"account_id"_s, 1}});
        const auto none = await(m_operations->find(unlock.id));
        QVERIFY(none && !*none);
        const auto done = await(m_operations->submit(unlock));
        QVERIFY2(done, qPrintable(done ? QString() : done.error().rule + done.error().detail));
        QCOMPARE(done->id, unlock.id);
        QVERIFY(!done->repeated);
        QVERIFY(done->at.isValid());
        const auto again = await(m_operations->submit(unlock));
        QVERIFY(again && again->repeated);
        const auto found = await(m_operations->find(unlock.id));
        QVERIFY(found && *found);
        QCOMPARE((*found)->kind, u"account.unlock"_s);
        QCOMPARE(m_world.one("select count(*) as x from asp.operation where kind = 'account.unlock'"), u"1"_s);
        const auto refused = await(m_operations->submit(request(OperationKind::Unlock, {{u"account_id"_s, 1}})));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Error::Code::Refused);
        QCOMPARE(refused.error().rule, u"not_locked"_s);
    }

    void aStaleVersionIsAConflictWithWhatChanged()
    {
        auto take = request(OperationKind::TicketTake, {{u"number"_s, 48213}, {u"version"_s, 999}});
        take.ticket = TicketNumber(48213);
        take.reason.clear();
        const auto answer = await(m_operations->submit(take));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::Conflict);
        QVERIFY(answer.error().params.contains(u"version"_s));
    }

    void aNote()
    {
        const QString note = u"« Rappelle à 14 h »\n\t'quotes' \\ 😀"_s;
        QVERIFY(await(m_operations->saveNote(m_call, note)));
        QVERIFY(await(m_operations->saveNote(m_call, note + QChar(0) + u"end"_s)));
        const auto file = await(m_lookup->openFile(StoresWorld::siret, m_call));
        QVERIFY(file && file->call);
        QCOMPARE(file->call->note, note + u"end"_s);
        const auto endless = await(m_operations->saveNote(m_call, QString(10'001, u'x')));
        QVERIFY(!endless);
        QCOMPARE(endless.error().rule, u"too_long"_s);
        QVERIFY(!await(m_operations->saveNote(QUuid::createUuid(), note)));
    }

    void aCallOpenedByHand()
    {
        const QUuid id = QUuid::createUuid();
        const auto opened = await(m_operations->openCall(id));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        QCOMPARE(opened->id, id);
        QVERIFY(qAbs(opened->openedAt.secsTo(QDateTime::currentDateTimeUtc())) < 60);
        QVERIFY(await(m_operations->saveNote(id, u"Cherche son SIRET"_s)));
        const auto again = await(m_operations->openCall(id)); // after a lost answer
        QVERIFY(again);
        QCOMPARE(again->openedAt, opened->openedAt);
        QCOMPARE(again->note, u"Cherche son SIRET"_s);
        const auto none = await(m_operations->openCall({}));
        QVERIFY(!none);
        QCOMPARE(none.error().rule, u"bad_params"_s);
    }

    void aNulInAParameterIsLeftOut()
    {
        auto comment = request(OperationKind::TicketOpen,
                               {{u"siret"_s, StoresWorld::siret},
                                {u"denomination"_s, u"Boul\0angerie"_s},
                                {u"requester_name"_s, u"Ana"_s},
                                {u"requester_phone"_s, u"0612345678"_s},
                                {u"requester_email"_s, u"ana@exemple.fr"_s},
                                {u"motif"_s, u"autres"_s},
                                {u"description"_s, QString(u"a"_s) + QChar(0) + u"b"_s}});
        comment.reason.clear();
        const auto done = await(m_operations->submit(comment));
        QVERIFY2(done, qPrintable(done ? QString() : done.error().rule + done.error().detail));
        QVERIFY(done->result.value("number"_L1).toInteger() > 0);
    }

    void thePulseChangesWithTheFile()
    {
        const auto file = await(m_lookup->openFile(StoresWorld::siret, m_call));
        const auto before = await(m_session->pulse(1, 0));
        QVERIFY(before);
        QCOMPARE(before->fileStamp, file->stamp);
        QVERIFY(m_world.admin("update asp.account set failed_logins = failed_logins + 1"));
        const auto after = await(m_session->pulse(1, 0));
        QVERIFY(after && after->fileStamp != before->fileStamp);
        const auto none = await(m_session->pulse(0, 0));
        QVERIFY(none && none->fileStamp.isEmpty());
    }

    void publishedScripts()
    {
        const auto scripts = await(m_session->publishedScripts());
        QVERIFY2(scripts, qPrintable(scripts ? QString() : scripts.error().detail));
    }

    void earlierScripts()
    {
        const auto publish = [](const char *id, int version, const char *state) {
            return QByteArray(
                       "insert into asp.script_version (script_id, version, yaml, checksum, state, published_at) "
                       "values ('")
                + id + "', " + QByteArray::number(version) + ", 'texte " + QByteArray::number(version) + "', 'x', '"
                + state + "', now());";
        };
        QVERIFY(m_world.admin("set role asp_owner;" + publish("essai", 1, "retired") + publish("essai", 2, "retired")
                              + publish("essai", 3, "retired") + publish("essai", 4, "retired")
                              + publish("essai", 5, "published") + publish("autre", 1, "retired")));
        const auto scripts = await(m_session->earlierScripts({u"essai"_s, u"inconnu"_s}));
        QVERIFY2(scripts, qPrintable(scripts ? QString() : scripts.error().detail));
        QList<int> versions;
        for (const PublishedScript &script : *scripts) {
            QCOMPARE(script.id, u"essai"_s);
            versions << script.version;
        }
        QCOMPARE(versions, (QList<int>{4, 3, 2})); // the latest three that were in force
        QCOMPARE(scripts->first().yaml, u"texte 4"_s);
    }

    void aRowHeldBySomeoneElseIsSaid()
    {
        QVERIFY(m_world.admin("update asp.account set locked_at = now(), locked_until = now() + interval '1 hour'"));
        auto holder = m_world.cluster.connect(u"admin"_s);
        QVERIFY(holder->execScript("begin; select from asp.account where id = 1 for update"));
        const auto answer = await(m_operations->submit(request(OperationKind::Unlock, {{u"account_id"_s, 1}})));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::Locked);
        QVERIFY(await(m_session->pulse(0, 0)));
    }
};

QTEST_GUILESS_MAIN(TestStores)
#include "tst_stores.moc"
