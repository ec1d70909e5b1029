// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/rulesworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

/// The read functions: what a key finds, what is masked, what is journalled, and where the caps are.
class TestReading : public QObject {
    Q_OBJECT
    RulesWorld m_world;

    QJsonObject read(const QString &login, const QByteArray &what, const QJsonObject &params)
    {
        return m_world.read(login, what, QJsonDocument(params).toJson(QJsonDocument::Compact));
    }
    QJsonObject open(const QString &key, const QString &call = RulesWorld::call, const QString &login = u"agent1"_s)
    {
        return read(login, "open_file",
                    {{u"key"_s, key}, {u"call"_s, call.isEmpty() ? QJsonValue() : QJsonValue(call)}});
    }
    QStringList suggest(const QByteArray &kind, const QString &text)
    {
        QStringList keys;
        const QJsonObject found
            = read(u"agent1"_s, "suggest", {{u"kind"_s, QString::fromLatin1(kind)}, {u"text"_s, text}});
        for (const auto &line : found.value("suggestions"_L1).toArray())
            keys.append(line.toObject().value("kind"_L1).toString() + u' '
                        + line.toObject().value("key"_L1).toString());
        return keys;
    }
    QString reveal(const QString &field, int id, const QString &call = RulesWorld::call,
                   const QString &login = u"agent1"_s)
    {
        const QJsonObject found = read(login, "reveal", {{u"field"_s, field}, {u"id"_s, id}, {u"call"_s, call}});
        return found.value("status"_L1) == "ok"_L1 ? found.value("value"_L1).toString()
                                                   : found.value("rule"_L1).toString();
    }
    QString set(const char *key, const char *value)
    {
        return m_world.stateOf(u"admin"_s,
                               QByteArray("update asp.setting set value = '") + value + "' where key = '" + key + "'");
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
        for (const char *key : {"lecture.par_minute", "devoilement.par_minute"})
            QCOMPARE(set(key, "1000"), QString());
    }

    void keys_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<int>("establishment");
        QTest::addColumn<int>("account");
        QTest::newRow("SIRET") << u"73282932000074"_s << u"establishment"_s << 1 << 0;
        QTest::newRow("SIRET with spaces") << u"732 829 320\u00A000074"_s << u"establishment"_s << 1 << 0;
        QTest::newRow("e-mail") << u"Claire.Fontan@boulangerie-capitole.fr"_s << u"establishment"_s << 1 << 1;
        QTest::newRow("identifiant") << u"claire.fontan"_s << u"establishment"_s << 1 << 1;
        QTest::newRow("phone") << u"06 12 34 56 78"_s << u"establishment"_s << 1 << 1;
        QTest::newRow("phone, international") << u"+33612345678"_s << u"establishment"_s << 1 << 1;
        QTest::newRow("the establishment's phone") << u"0596112233"_s << u"establishment"_s << 3 << 0;
        QTest::newRow("the establishment's e-mail")
            << u"contact@boulangerie-capitole.fr"_s << u"establishment"_s << 1 << 0;
        QTest::newRow("account with two establishments") << u"marc.delmas"_s << u"account"_s << 0 << 2;
        QTest::newRow("account by number") << u"account:1"_s << u"establishment"_s << 1 << 1;
        QTest::newRow("account with none left") << u"account:7"_s << u"account"_s << 0 << 7;
        QTest::newRow("e-mail of two: the latest") << u"marc@cabinet-delmas.fr"_s << u"account"_s << 0 << 2;
        QTest::newRow("ticket") << u"ticket:48213"_s << u"establishment"_s << 1 << 0;
        QTest::newRow("ticket of an unknown SIRET") << u"ticket:48600"_s << u"unknown"_s << 0 << 0;
        QTest::newRow("company with one establishment") << u"418166096"_s << u"establishment"_s << 3 << 0;
        QTest::newRow("company with two") << u"732829320"_s << u"unknown"_s << 0 << 0;
        QTest::newRow("nothing known") << u"personne@nulle.part.fr"_s << u"unknown"_s << 0 << 0;
        QTest::newRow("no such account") << u"account:999"_s << u"unknown"_s << 0 << 0;
        QTest::newRow("too big a number") << u"ticket:99999999999999999999"_s << u"unknown"_s << 0 << 0;
        QTest::newRow("a pasted page") << QString(100000, u'x') << u"unknown"_s << 0 << 0;
        QTest::newRow("quotes") << u"'; drop table asp.account; --"_s << u"unknown"_s << 0 << 0;
    }
    void keys()
    {
        QFETCH(QString, key);
        const int before = m_world.one("select count(*) from asp.journal").toInt();
        const QJsonObject file = open(key);
        QCOMPARE(file.value("status"_L1).toString(), u"ok"_s);
        QTEST(file.value("subject"_L1).toString(), "subject");
        QTEST(file.value("establishment"_L1).toObject().value("id"_L1).toInt(), "establishment");
        QTEST(file.value("selected_account"_L1).toInt(), "account");
        QCOMPARE(m_world.one("select count(*) from asp.journal").toInt(), before + 1);
        QVERIFY(m_world.one("select to_jsonb(j)::text from asp.journal j order by id desc limit 1")
                    .contains(uR"("kind": "open_file")"_s));
    }

    void theWholeFile()
    {
        const QJsonObject file = open(RulesWorld::siret);
        const QJsonObject place = file.value("establishment"_L1).toObject();
        for (const auto field :
             {"address_line"_L1, "headcount"_L1, "company_headcount"_L1}) // a caller is asked for them
            QVERIFY(place.value(field).isNull());
        QCOMPARE(place.value("street_masked"_L1).toBool(), true);
        QCOMPARE(place.value("headcount_masked"_L1).toBool(), true);
        QCOMPARE(place.value("email_masked"_L1).toString(), u"c••••@boulangerie-capitole.fr"_s);
        QCOMPARE(place.value("phone_masked"_L1).toString(), u"05 •• •• •• 67"_s);
        QCOMPARE(place.value("other_establishments"_L1).toInt(), 1);
        QCOMPARE(place.value("time_zone"_L1).toString(), u"Europe/Paris"_s);
        QCOMPARE(open(u"41816609600010"_s).value("establishment"_L1).toObject().value("time_zone"_L1).toString(),
                 u"America/Martinique"_s);

        QStringList accounts;
        for (const auto &account : file.value("accounts"_L1).toArray())
            accounts.append(account.toObject().value("identifiant"_L1).toString());
        // Referent, then locked now, then the one waiting, then in order; revoked last.
        QCOMPARE(accounts,
                 (QStringList{u"claire.fontan"_s, u"luc.petit"_s, u"jean.morel"_s, u"sonia.roux"_s, u"marc.delmas"_s,
                              u"lea.blanc"_s}));
        const QJsonObject claire = file.value("accounts"_L1).toArray().at(0).toObject();
        QCOMPARE(claire.value("email_masked"_L1).toString(), u"c••••@boulangerie-capitole.fr"_s);
        QCOMPARE(claire.value("habilitation"_L1).toObject().value("referent"_L1).toBool(), true);
        QCOMPARE(claire.value("mails"_L1).toArray().size(), 2);
        QCOMPARE(
            file.value("accounts"_L1).toArray().at(4).toObject().value("other_extranets"_L1).toArray().at(0).toString(),
            u"SYLAé"_s);

        QStringList tickets;
        for (const auto &ticket : file.value("tickets"_L1).toArray())
            tickets.append(u"%1 %2 %3"_s.arg(ticket.toObject().value("number"_L1).toInt())
                               .arg(ticket.toObject().value("state"_L1).toString())
                               .arg(ticket.toObject().value("duplicate_of"_L1).toInt()));
        QCOMPARE(tickets,
                 (QStringList{u"48400 taken 0"_s, u"48377 open 48213"_s, u"48213 open 0"_s, u"48500 closed 0"_s}));
        QCOMPARE(file.value("calls"_L1).toArray().size(), 1); // agent2's; not the one under way
        QCOMPARE(file.value("call"_L1).toObject().value("id"_L1).toString(), RulesWorld::call);
    }

    void nothingWholeIsSent()
    {
        const QByteArray text
            = QJsonDocument(open(RulesWorld::siret)).toJson() + QJsonDocument(open(u"marc.delmas"_s)).toJson();
        for (const char *secret : {"claire.fontan@", "sonia.roux@", "marc@", "contact@", "612345678", "12 34 56 78",
                                   "561234567", "argon2id", "Votre ville"})
            QVERIFY2(!text.contains(secret), secret);
    }

    void unknownSiretHasCandidates()
    {
        for (const char *slip : {"73282932000084", "73282923000074", "73282932000047"}) {
            const QJsonArray found = open(QString::fromLatin1(slip)).value("candidates"_L1).toArray();
            QCOMPARE(found.size(), 1);
            QCOMPARE(found.at(0).toObject().value("siret"_L1).toString(), RulesWorld::siret);
        }
        QCOMPARE(open(RulesWorld::unknownSiret).value("candidates"_L1).toArray().size(), 0);
        QCOMPARE(open(u"ticket:48600"_s).value("tickets"_L1).toArray().size(), 1);
    }

    void callsAreOnesOwn()
    {
        QCOMPARE(open(RulesWorld::siret, RulesWorld::otherCall).value("rule"_L1).toString(), u"not_your_call"_s);
        QCOMPARE(open(RulesWorld::siret, RulesWorld::closedCall).value("rule"_L1).toString(), u"call_closed"_s);
        const QString made = RulesWorld::newId();
        QCOMPARE(open(RulesWorld::siret, made, u"agent2"_s).value("status"_L1).toString(), u"ok"_s);
        QCOMPARE(m_world.one("select agent from asp.call where id = '" + made.toLatin1() + "'"), u"agent2"_s);
        QCOMPARE(open(RulesWorld::siret, QString()).value("call"_L1).isNull(), true);
    }

    void theStampFollowsWhatIsShown()
    {
        const auto stamp = [this] {
            return m_world.document(u"agent1"_s, "select desk.pulse(1, null) as d").value("file_stamp"_L1).toString();
        };
        QString last = open(RulesWorld::siret).value("stamp"_L1).toString();
        QCOMPARE(stamp(), last);
        for (const char *change : {"update asp.account set failed_logins = 1 where id = 3",
                                   "update asp.mail set state = 'sent', sent_at = now() where id = 2",
                                   "update asp.ticket set version = version + 1 where number = 48400",
                                   "update asp.establishment set headcount = 15 where id = 1",
                                   "insert into asp.dap (number, establishment_id, state, period_from, period_to) "
                                   "values ('D1', 1, 'provisoire', now(), now())"}) {
            QCOMPARE(m_world.stateOf(u"admin"_s, change), QString());
            QVERIFY2(stamp() != last, change);
            last = stamp();
        }
        QCOMPARE(m_world.stateOf(u"admin"_s, "update asp.account set failed_logins = 1 where id = 6"), QString());
        QCOMPARE(stamp(), last);
    }

    void suggestions_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        const QString one = u"establishment 73282932000074"_s, two = u"establishment 73282932000025"_s,
                      hotel = u"establishment 41816609600010"_s, claire = u"account account:1"_s;
        QTest::newRow("beginning of a name") << QByteArray("words") << u"boulang"_s << QStringList{one, two};
        QTest::newRow("name and town, accents, case")
            << QByteArray("words") << u"ÉTOILE fort de"_s << QStringList{hotel};
        QTest::newRow("middle of a word") << QByteArray("words") << u"angerie toul"_s << QStringList{one, two};
        QTest::newRow("every word must match") << QByteArray("words") << u"boulang lille"_s << QStringList{};
        QTest::newRow("a person") << QByteArray("words") << u"fontan"_s << QStringList{claire};
        QTest::newRow("one letter") << QByteArray("words") << u"b"_s << QStringList{};
        QTest::newRow("wildcards are letters") << QByteArray("words") << u"%_%"_s << QStringList{};
        QTest::newRow("quotes") << QByteArray("words") << u"l'étoile\\'"_s << QStringList{};
        QTest::newRow("SIRET") << QByteArray("siret") << RulesWorld::siret << QStringList{one};
        QTest::newRow("slip") << QByteArray("siret") << u"73282932000084"_s
                              << QStringList{u"candidate 73282932000074"_s};
        QTest::newRow("digit missing") << QByteArray("bad_siret") << u"7328293200074"_s
                                       << QStringList{u"candidate 73282932000074"_s};
        QTest::newRow("digit too many") << QByteArray("bad_siret") << u"732829320000745"_s
                                        << QStringList{u"candidate 73282932000074"_s};
        QTest::newRow("SIREN") << QByteArray("siren") << u"732829320"_s << QStringList{two, one};
        QTest::newRow("ticket") << QByteArray("ticket") << u"#48 213"_s << QStringList{u"ticket ticket:48213"_s};
        QTest::newRow("identifiant") << QByteArray("identifiant") << u"claire.f"_s << QStringList{claire};
        QTest::newRow("e-mail") << QByteArray("email") << u"claire.fontan@b"_s << QStringList{claire};
        QTest::newRow("e-mail, letters of the mask") << QByteArray("email") << u"claire.fonta"_s << QStringList{};
        QTest::newRow("e-mail, letters and @") << QByteArray("email") << u"claire.fonta@b"_s << QStringList{};
        QTest::newRow("e-mail, nothing after @") << QByteArray("email") << u"claire.fontan@"_s << QStringList{};
        QTest::newRow("phone") << QByteArray("phone") << u"06.12.34.56.78"_s << QStringList{claire};
        QTest::newRow("phone, a digit short") << QByteArray("phone") << u"061234567"_s << QStringList{};
        QTest::newRow("kind that is none") << QByteArray("password") << u"claire"_s << QStringList{};
        QTest::newRow("a pasted page") << QByteArray("words") << QString(200000, u'z') << QStringList{};
    }
    void suggestions()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QString, text);
        QFETCH(QStringList, found);
        QStringList keys = suggest(kind, text);
        keys.sort();
        found.sort();
        QCOMPARE(keys, found);
        QVERIFY(!m_world.error);
    }

    void reveals()
    {
        open(RulesWorld::siret);
        QCOMPARE(reveal(u"account.email"_s, 1), u"claire.fontan@boulangerie-capitole.fr"_s);
        QCOMPARE(m_world.one("select concat_ws('|', actor, kind, account_id, detail ->> 'field') from asp.journal "
                             "order by id desc limit 1"),
                 u"agent1|reveal|1|account.email"_s);
        QCOMPARE(reveal(u"establishment.phone"_s, 1), u"+33561234567"_s);
        QCOMPARE(reveal(u"ticket.requester_phone"_s, 48213), u"06 12 34 56 78"_s);
        QCOMPARE(reveal(u"ticket.requester_email"_s, 48600), u"ana@exemple.fr"_s);
        QCOMPARE(reveal(u"account.phone"_s, 3), u"not_found"_s); // has none
        QCOMPARE(reveal(u"account.email"_s, 999), u"not_found"_s);
        QCOMPARE(reveal(u"account.password_hash"_s, 1), u"bad_params"_s);
        QCOMPARE(reveal(u"account.email"_s, 1, RulesWorld::closedCall), u"no_call"_s);
        QCOMPARE(reveal(u"account.email"_s, 1, RulesWorld::otherCall), u"no_call"_s);
        // What was not opened in this call is not uncovered.
        const QString fresh = RulesWorld::newId();
        open(u"41816609600010"_s, fresh);
        QCOMPARE(reveal(u"account.email"_s, 1, fresh), u"not_found"_s);
        QCOMPARE(reveal(u"account.email"_s, 6, fresh), u"ud19@correze.gouv.fr"_s);
    }

    void sessionAndScripts()
    {
        const QJsonObject info = m_world.document(u"agent1"_s, "select desk.session_info() as d");
        QCOMPARE(info.value("display_name"_L1).toString(), u"Nadia Martin"_s);
        QCOMPARE(info.value("supervisor"_L1).toBool(), false);
        QCOMPARE(info.value("environment"_L1).toString(), u"demonstration"_s);
        QCOMPARE(info.value("settings"_L1).toObject().value("telephone.assistance"_L1).toString(), u"0800 705 800"_s);
        QStringList motifs;
        for (const auto &motif : info.value("motifs"_L1).toArray())
            motifs.append(motif.toObject().value("code"_L1).toString());
        QCOMPARE(
            motifs.join(u' '),
            u"habilitation fiche_etablissement decision_autorisation demande_indemnisation certificat_signature autres"_s);
        QCOMPARE(m_world.document(u"superviseur1"_s, "select desk.session_info() as d").value("supervisor"_L1).toBool(),
                 true);
        QCOMPARE(m_world.document(u"relay1"_s, "select desk.session_info() as d").value("rule"_L1).toString(),
                 u"no_role"_s);
        QCOMPARE(m_world.document(u"agent1"_s, "select desk.published_scripts() as d").value("status"_L1).toString(),
                 u"ok"_s);
    }

    void ratesAreCapped()
    {
        QCOMPARE(set("lecture.par_minute", "3"), QString());
        QCOMPARE(set("suggestion.par_heure", "2"), QString());
        QCOMPARE(set("devoilement.par_minute", "1"), QString());
        QCOMPARE(m_world.stateOf(u"admin"_s, "delete from asp.read_meter"), QString());
        const int before = m_world.one("select count(*) from asp.journal where rule = 'rate_limited'").toInt();
        const QString call = RulesWorld::newId();
        QStringList opened, suggested;
        for (int i = 0; i < 6; ++i) {
            opened.append(open(RulesWorld::siret, call, u"superviseur1"_s).value("rule"_L1).toString(u"ok"_s));
            suggested.append(read(u"superviseur1"_s, "suggest", {{u"kind"_s, u"words"_s}, {u"text"_s, u"bo"_s}})
                                 .value("rule"_L1)
                                 .toString(u"ok"_s));
        }
        // A minute may turn in the middle: at most one more passes.
        QVERIFY(opened.count(u"ok"_s) >= 3 && opened.last() == u"rate_limited"_s);
        QVERIFY(suggested.count(u"ok"_s) >= 2 && suggested.last() == u"rate_limited"_s);
        QCOMPARE(reveal(u"account.email"_s, 1, call, u"superviseur1"_s), u"claire.fontan@boulangerie-capitole.fr"_s);
        QCOMPARE(reveal(u"account.email"_s, 1, call, u"superviseur1"_s), u"rate_limited"_s);
        // Three caps passed, three rows: the refusals themselves do not fill the journal.
        QCOMPARE(m_world.one("select count(*) from asp.journal where rule = 'rate_limited'").toInt(), before + 3);
        QCOMPARE(open(RulesWorld::siret, RulesWorld::newId(), u"agent2"_s).value("status"_L1).toString(), u"ok"_s);
    }

    /// Read first and take the trace back: whatever the client does with its transactions, there is no answer in the
    /// one that announces.
    void noAnswerWithoutACommittedTrace_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("between");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("one transaction") << QByteArray("begin") << QByteArray() << QByteArray("rollback");
        QTest::newRow("a savepoint kept")
            << QByteArray("begin; savepoint s") << QByteArray("release s") << QByteArray("rollback");
        QTest::newRow("a savepoint undone")
            << QByteArray("begin; savepoint s") << QByteArray("rollback to s") << QByteArray("rollback");
        QTest::newRow("another's snapshot")
            << QByteArray("begin isolation level serializable") << QByteArray() << QByteArray("rollback");
        QTest::newRow("announced, undone, asked") << QByteArray("begin") << QByteArray("rollback") << QByteArray();
    }
    void noAnswerWithoutACommittedTrace()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, between);
        QFETCH(QByteArray, after);
        QVERIFY(set("lecture.par_minute", "1000").isEmpty() && set("lecture.par_heure", "1000").isEmpty());
        auto client = m_world.connect(u"agent1"_s);
        QVERIFY(client);
        const auto journalled
            = [this] { return m_world.one("select count(*) from asp.journal where kind = 'open_file'"); };
        const QString rows = journalled();
        const QByteArray id = RulesWorld::newId().toUtf8();
        const auto answer = [&client, &id] {
            const auto found = client->exec("select desk.answer($1::uuid) as d", {id});
            return found ? QJsonDocument::fromJson(found->bytes(0, "d")).object() : QJsonObject();
        };
        QVERIFY(client->execScript(before));
        QVERIFY(client->exec("select desk.announce($1::uuid, 'open_file', '{\"key\": \"73282932000074\"}')", {id}));
        if (!between.isEmpty())
            QVERIFY(client->execScript(between));
        QCOMPARE(answer().value("rule"_L1).toString(), u"not_announced"_s);
        if (!after.isEmpty())
            QVERIFY(client->execScript(after));
        QCOMPARE(answer().value("rule"_L1).toString(), u"not_announced"_s);
        QCOMPARE(journalled(), rows);
        // The allowed way, on the same connection.
        QVERIFY(client->exec("select desk.announce($1::uuid, 'open_file', '{\"key\": \"73282932000074\"}')", {id}));
        QCOMPARE(answer().value("subject"_L1).toString(), u"establishment"_s);
        QCOMPARE(journalled().toInt(), rows.toInt() + 1);
    }

    void anAnnouncementIsOnesOwn()
    {
        auto mine = m_world.connect(u"agent1"_s), other = m_world.connect(u"agent1"_s);
        const QByteArray id = RulesWorld::newId().toUtf8();
        QVERIFY(mine->exec("select desk.announce($1::uuid, 'open_file', '{\"key\": \"73282932000074\"}')", {id}));
        const auto answerOn = [&id](PgConnection &client) {
            const auto rows = client.exec("select desk.answer($1::uuid) as d", {id});
            return QJsonDocument::fromJson(rows->bytes(0, "d")).object().value("status"_L1).toString();
        };
        QCOMPARE(answerOn(*other), u"refused"_s); // of another server process
        QCOMPARE(m_world.document(u"agent2"_s, "select desk.answer($1::uuid) as d", {id}).value("rule"_L1).toString(),
                 u"not_announced"_s);
        QCOMPARE(answerOn(*mine), u"ok"_s);
        QCOMPARE(m_world.stateOf(u"admin"_s, "update asp.reading set at = at - interval '2 minutes'"), QString());
        QCOMPARE(answerOn(*mine), u"refused"_s); // not for later
    }
};

QTEST_GUILESS_MAIN(TestReading)
#include "tst_reading.moc"
