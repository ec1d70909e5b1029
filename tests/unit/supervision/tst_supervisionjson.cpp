// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/supervision/supervisionjson.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

QJsonObject document(const char *json)
{
    QJsonParseError fault;
    const QJsonDocument parsed = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError)
        qFatal("bad test data: %s", qPrintable(fault.errorString()));
    return parsed.object();
}

QDateTime at(int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, 4, day), QTime(hour, minute), Qt::UTC);
}

} // namespace

class TestSupervisionJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRequestIsReadWhole()
    {
        const auto read = approvalsFromJson(document(R"json({"status": "ok", "tomorrow": 1, "requests": [{
            "id": "11111111-1111-4111-8111-111111111111", "kind": "referent.reassign", "state": "waiting",
            "requested_at": "2026-04-03T09:00:00+02:00", "expires_at": "2026-04-06T07:00:00Z",
            "requested_by": "n.martin", "requested_by_name": "Nadia Martin",
            "establishment": {"id": 7, "siret": "73282932000074", "denomination": "Boulangerie", "postcode": "31000",
                              "town": "Toulouse"},
            "person": {"last_name": "Roux", "first_name": "Sonia", "email": "sonia@exemple.fr",
                       "phone": "+33600000000", "profile": "etablissement"},
            "keep_old": true, "why": ["address_outside_domains", "no_ticket_from_requester"],
            "evidence": {"domain": "exemple.fr", "known_domains": ["boulangerie.fr"],
                         "tickets": [{"number": 48213, "received_at": "2026-04-02T08:00:00Z", "requester_name": "S"}, 48377],
                         "recent_changes": [{"id": "22222222-2222-4222-8222-222222222222", "kind": "account.create",
                                             "at": "2026-03-30T08:00:00Z", "actor_name": "Luc Perrin"}],
                         "check": {"at": "2026-04-03T06:58:00Z", "facts": ["account.phone", {"code": "establishment.street"}]}},
            "reason_label": "Départ", "reason_text": "partie en février",
            "call": "33333333-3333-4333-8333-333333333333", "ticket": 48213, "own": false, "can_decide": true}]})json"));
        QVERIFY(read);
        QCOMPARE(read->size(), 1);
        const ApprovalRequest &r = read->first();
        QCOMPARE(r.state, ApprovalState::Waiting);
        QCOMPARE(r.requestedAt, at(3, 7));
        QCOMPARE(r.expiresAt, at(6, 7));
        QCOMPARE(r.establishment.id.value(), 7);
        QCOMPARE(r.target.name(), u"Sonia Roux"_s);
        QVERIFY(!r.target.isKnown());
        QVERIFY(r.keepOld && r.canDecide && !r.own);
        QCOMPARE(r.why, QStringList({u"address_outside_domains"_s, u"no_ticket_from_requester"_s}));
        QCOMPARE(r.evidence.tickets.size(), 2);
        QCOMPARE(r.evidence.tickets.last().number, 48377);
        QCOMPARE(r.evidence.recentChanges.first().actorName, u"Luc Perrin"_s);
        QCOMPARE(r.evidence.checkedFacts, QStringList({u"account.phone"_s, u"establishment.street"_s}));
        QCOMPARE(r.ticket, 48213);
    }

    void anAccountThatExistsIsTheTarget()
    {
        const auto read
            = approvalsFromJson(document(R"json({"requests": [{"account": {"id": 12, "identifiant": "sonia.roux",
            "last_name": "Roux", "first_name": "Sonia", "email_masked": "s•••@exemple.fr"}}]})json"));
        QVERIFY(read);
        QVERIFY(read->first().target.isKnown());
        QCOMPARE(read->first().target.email, u"s•••@exemple.fr"_s);
    }

    void states_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("state");
        QTest::newRow("waiting") << u"waiting"_s << int(ApprovalState::Waiting);
        QTest::newRow("approved") << u"approved"_s << int(ApprovalState::Approved);
        QTest::newRow("refused") << u"refused"_s << int(ApprovalState::Refused);
        QTest::newRow("withdrawn") << u"withdrawn"_s << int(ApprovalState::Withdrawn);
        QTest::newRow("expired") << u"expired"_s << int(ApprovalState::Expired);
        QTest::newRow("of tomorrow: not to be decided") << u"of_tomorrow"_s << int(ApprovalState::Expired);
    }
    void states()
    {
        QFETCH(QString, code);
        QFETCH(int, state);
        QCOMPARE(int(approvalStateFromCode(code)), state);
    }

    void aChangeIsReadWhole()
    {
        const auto read = changesFromJson(document(R"json({"changes": [{"id": "11111111-1111-4111-8111-111111111111",
            "kind": "referent.reassign", "at": "2026-04-03T07:00:00Z", "until": "2026-04-04T07:00:00Z",
            "actor_name": "Nadia Martin", "approved_by_name": "Luc Perrin",
            "establishment": {"siret": "73282932000074"}, "new_account": {"id": 2, "identifiant": "sonia.roux"},
            "old_account": {"id": 1, "identifiant": "claire.fontan"}, "old_kept": false,
            "objected_at": "2026-04-03T08:00:00Z", "objection_text": "Je n’ai rien demandé.",
            "later": [{"id": "22222222-2222-4222-8222-222222222222", "kind": "account.reset_password",
                       "at": "2026-04-03T09:00:00Z", "actor_name": "Nadia Martin"}]}]})json"));
        QVERIFY(read);
        const AccessChange &c = read->first();
        QCOMPARE(c.newHolder.identifiant, u"sonia.roux"_s);
        QCOMPARE(c.oldHolder.account.value(), 1);
        QCOMPARE(c.later.size(), 1);
        QCOMPARE(c.objectedAt, at(3, 8));
        QVERIFY(c.canBeUndone(at(3, 10)));
        QVERIFY(!c.canBeUndone(at(4, 7, 1)));
    }

    void watchNoticesSettings()
    {
        const auto watch
            = watchFromJson(document(R"json({"agents": [{"login": "n.martin", "kind": "reassign", "hour": 8,
            "day": 11, "ceiling": 10, "lifted_until": null, "unusual": true}], "checks": [{"at": "2026-04-03T07:00:00Z",
            "agent_name": "Nadia", "siret": "73282932000074", "denomination": "B", "failures": 3, "blocked": true}],
            "refusals": [{"login": "n.martin", "rule": "check_needed", "count": 4, "last_at": "2026-04-03T07:00:00Z"}]})json"));
        QVERIFY(watch);
        QCOMPARE(watch->agents.first().displayName, u"n.martin"_s); // without a name, the log-in
        QVERIFY(watch->agents.first().unusual);
        QVERIFY(!watch->agents.first().liftedUntil.isValid());
        QVERIFY(watch->checks.first().blocked);
        QCOMPARE(watch->refusals.first().count, 4);

        const auto notices = noticesFromJson(document(R"json({"notices": [{"id": 1, "kind": "annonce", "text": "Fermé",
            "from": "2026-04-03T07:00:00Z"}, {"id": 2, "kind": "incident", "text": "Panne", "link": "https:\/\/exemple.fr"}]})json"));
        QVERIFY(notices);
        QVERIFY(!notices->first().incident && notices->last().incident);

        const auto settings = settingsFromJson(document(R"json({"settings": [{"key": "plafond.reset", "value": "30",
            "label": "Réinitialisations par heure", "group": "Plafonds"}], "providers": ["gmail.com"]})json"));
        QVERIFY(settings);
        QCOMPARE(settings->settings.first().value, u"30"_s);
        QCOMPARE(settings->providers, QStringList{u"gmail.com"_s});
    }

    void mailsAndJournal()
    {
        const auto mails
            = mailsFromJson(document(R"json({"mails": [{"id": 5, "kind": "mot_de_passe", "state": "bounced",
            "to_masked": "c•••@exemple.fr", "attempts": 2, "reason": "550 no such user", "replaced_by": 9}],
            "counts": {"waiting": 3, "failed": 1, "bounced": 2}})json"));
        QVERIFY(mails);
        QCOMPARE(mails->mails.first().state, MailState::Bounced);
        QCOMPARE(mails->mails.first().replacedBy, 9);
        QCOMPARE(mails->counts, (MailCounts{3, 1, 2}));

        const auto page
            = journalFromJson(document(R"json({"rows": [{"id": 90071992547409, "at": "2026-04-03T07:00:00.123Z",
            "actor": "n.martin", "kind": "open_file", "siret": "73282932000074", "ticket": null,
            "operation": "11111111-1111-4111-8111-111111111111", "detail": 12}], "next": 90071992547409})json"));
        QVERIFY(page);
        QCOMPARE(page->rows.first().id, 90071992547409);
        QCOMPARE(page->rows.first().detail, u"12"_s);
        QCOMPARE(page->next, 90071992547409);
        QVERIFY(!page->rows.first().operation.isNull());

        const auto exported = journalExportFromJson(document(R"json({"rows": [], "exported_by": "l.perrin",
            "exported_at": "2026-04-03T07:00:00Z"})json"));
        QVERIFY(exported);
        QCOMPARE(exported->exportedBy, u"l.perrin"_s);

        const auto state = journalStateFromJson(document(R"json({"sealed_rows": 12, "sealed_at": "2026-04-03T07:00:00Z",
            "unsealed": 3, "head": "ab12", "first_bad": null})json"));
        QVERIFY(state);
        QCOMPARE(state->firstBad, 0);
        QCOMPARE(state->unsealed, 3);
    }

    void particularsOfARowAreOneLine_data()
    {
        QTest::addColumn<QByteArray>("detail");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << QByteArray("null") << QString();
        QTest::newRow("number") << QByteArray("12") << u"12"_s;
        QTest::newRow("object") << QByteArray(R"json({"field": "account.email", "n": 2, "none": null})json")
                                << u"field\u00a0: account.email · n\u00a0: 2"_s;
        QTest::newRow("list") << QByteArray(R"json({"mails": ["4", "5"]})json") << u"mails\u00a0: 4, 5"_s;
    }
    void particularsOfARowAreOneLine()
    {
        QFETCH(QByteArray, detail);
        const auto page = journalFromJson(document(("{\"rows\": [{\"detail\": " + detail + "}]}").constData()));
        QVERIFY(page);
        QTEST(page->rows.first().detail, "text");
    }

    void aDocumentWithoutItsListIsADefect_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray("{}");
        QTest::newRow("of another kind") << QByteArray(
            R"json({"requests": {}, "changes": 1, "agents": "", "notices": null, "settings": 0, "mails": 2,
                             "rows": {}})json");
    }
    void aDocumentWithoutItsListIsADefect()
    {
        QFETCH(QByteArray, json);
        const QJsonObject d = document(json.constData());
        QVERIFY(!approvalsFromJson(d) && !changesFromJson(d) && !watchFromJson(d) && !noticesFromJson(d));
        QVERIFY(!settingsFromJson(d) && !mailsFromJson(d) && !journalFromJson(d) && !journalExportFromJson(d));
        QVERIFY(!journalStateFromJson(d));
    }

    void oddPartsDoNoHarm()
    {
        const auto read = approvalsFromJson(document(R"json({"requests": [{}, 3, null, {"why": "x", "evidence": [],
            "establishment": 4, "expires_at": "soon"}]})json"));
        QVERIFY(read);
        QCOMPARE(read->size(), 4);
        QVERIFY(!read->last().expiresAt.isValid());
    }

    void aFilterSaysOnlyWhatIsAsked()
    {
        QCOMPARE(toJson(JournalFilter{}), QJsonObject());
        JournalFilter filter;
        filter.siret = u"73282932000074"_s;
        filter.from = at(3, 7);
        QCOMPARE(toJson(filter),
                 (QJsonObject{{u"siret"_s, u"73282932000074"_s}, {u"from"_s, u"2026-04-03T07:00:00Z"_s}}));
    }
};

QTEST_APPLESS_MAIN(TestSupervisionJson)
#include "tst_supervisionjson.moc"
