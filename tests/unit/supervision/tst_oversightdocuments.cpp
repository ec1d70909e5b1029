// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/document.h"
#include "app/supervision/accesschange.h"
#include "app/supervision/approvalrequest.h"
#include "app/supervision/journalpage.h"
#include "app/supervision/mailspage.h"
#include "app/supervision/overview.h"
#include "app/supervision/postednotice.h"
#include "app/supervision/settingssheet.h"
#include "app/supervision/watchreport.h"

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

/// What the database would send of `value`, with some keys as in `changes`; undefined: left out.
template <class T> QJsonObject sent(const T &value, const QJsonObject &changes = {})
{
    QJsonObject object = toDocument(value);
    for (auto it = changes.begin(); it != changes.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

} // namespace

class TestOversightDocuments : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRequestIsReadWhole()
    {
        const auto read
            = listFromDocument<ApprovalRequest>(document(R"json({"status": "ok", "tomorrow": 1, "requests": [{
            "id": "11111111-1111-4111-8111-111111111111", "kind": "referent.reassign", "state": "waiting",
            "requested_at": "2026-04-03T09:00:00+02:00", "expires_at": "2026-04-06T07:00:00Z",
            "requested_by": "n.martin", "requested_by_name": "Nadia Martin",
            "establishment": {"id": 7, "siret": "73282932000074", "denomination": "Boulangerie", "postcode": "31000",
                              "town": "Toulouse"},
            "person": {"last_name": "Roux", "first_name": "Sonia", "email": "sonia@exemple.fr",
                       "phone": "+33600000000", "profile": "etablissement"},
            "keep_old": true, "why": ["address_outside_domains", "no_ticket_from_requester"],
            "evidence": {"domain": "exemple.fr", "known_domains": ["boulangerie.fr"],
                         "tickets": [48213, 48377],
                         "recent_changes": [{"id": "22222222-2222-4222-8222-222222222222", "kind": "account.create",
                                             "at": "2026-03-30T08:00:00Z", "actor_name": "Luc Perrin"}],
                         "check": {"at": "2026-04-03T06:58:00Z", "facts": ["account.phone", "establishment.street"]}},
            "reason_label": "Départ", "reason_text": "partie en février",
            "account": null, "old_account": null, "decided_by_name": null, "decided_at": null, "decided_text": null,
            "call": "33333333-3333-4333-8333-333333333333", "ticket": 48213, "own": false, "can_decide": true}]})json"),
                                                "requests"_L1);
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
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
        QCOMPARE(r.evidence.tickets.last(), 48377);
        QCOMPARE(r.evidence.recentChanges.first().actorName, u"Luc Perrin"_s);
        QCOMPARE(r.evidence.check.facts, QStringList({u"account.phone"_s, u"establishment.street"_s}));
        QCOMPARE(r.ticket, 48213);
    }

    void anAccountThatExistsIsTheTarget()
    {
        QJsonObject request = sent(ApprovalRequest());
        request.insert(u"person"_s, QJsonValue::Null);
        request.insert(u"account"_s, document(R"json({"id": 12, "identifiant": "sonia.roux",
            "last_name": "Roux", "first_name": "Sonia", "email_masked": "s•••@exemple.fr"})json"));
        const auto read = listFromDocument<ApprovalRequest>({{u"requests"_s, QJsonArray{request}}}, "requests"_L1);
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
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
    }
    void states()
    {
        QFETCH(QString, code);
        QFETCH(int, state);
        QCOMPARE(int(fromCode<ApprovalState>(code).value()), state);
    }

    void aStateOfTomorrowIsADefect()
    {
        const QJsonObject request = sent(ApprovalRequest(), {{u"state"_s, u"of_tomorrow"_s}});
        const auto read = listFromDocument<ApprovalRequest>({{u"requests"_s, QJsonArray{request}}}, "requests"_L1);
        QVERIFY(!read);
        QCOMPARE(read.error().detail, u"requests[0].state: unknown code 'of_tomorrow'"_s);
    }

    void aChangeIsReadWhole()
    {
        const auto read
            = listFromDocument<AccessChange>(document(R"json({"changes": [{"id": "11111111-1111-4111-8111-111111111111",
            "kind": "referent.reassign", "at": "2026-04-03T07:00:00Z", "until": "2026-04-04T07:00:00Z",
            "actor_name": "Nadia Martin", "approved_by_name": "Luc Perrin",
            "undone_at": null, "undone_by_name": null,
            "establishment": {"id": 7, "siret": "73282932000074", "denomination": "B", "postcode": "31000", "town": "T"},
            "new_account": {"id": 2, "identifiant": "sonia.roux", "last_name": "Roux", "first_name": "Sonia",
                            "email_masked": "s•••@exemple.fr"},
            "old_account": {"id": 1, "identifiant": "claire.fontan", "last_name": "Fontan", "first_name": "Claire",
                            "email_masked": null}, "old_kept": false,
            "objected_at": "2026-04-03T08:00:00Z", "objection_text": "Je n’ai rien demandé.",
            "later": [{"id": "22222222-2222-4222-8222-222222222222", "kind": "account.reset_password",
                       "at": "2026-04-03T09:00:00Z", "actor_name": "Nadia Martin"}]}]})json"),
                                             "changes"_L1);
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
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
        const auto watch = fromDocument<WatchReport>(document(
            R"json({"agents": [{"login": "n.martin", "display_name": "Nadia Martin", "kind": "reassign", "hour": 8,
            "day": 11, "ceiling": 10, "lifted_until": null, "unusual": true}], "checks": [{"at": "2026-04-03T07:00:00Z", "call": null,
            "agent_name": "Nadia", "siret": "73282932000074", "denomination": "B", "failures": 3, "blocked": true}],
            "refusals": [{"login": "n.martin", "display_name": "Nadia Martin", "rule": "check_needed", "count": 4, "last_at": "2026-04-03T07:00:00Z"}]})json"));
        QVERIFY2(watch, watch ? "" : qPrintable(watch.error().detail));
        QCOMPARE(watch->agents.first().displayName, u"Nadia Martin"_s);
        QVERIFY(watch->agents.first().unusual);
        QVERIFY(!watch->agents.first().liftedUntil.isValid());
        QVERIFY(watch->checks.first().blocked);
        QCOMPARE(watch->refusals.first().count, 4);

        const auto notices = listFromDocument<PostedNotice>(document(R"json({"notices": [{"id": 1, "kind": "annonce",
            "text": "Fermé", "link": null, "from": "2026-04-03T07:00:00Z", "until": null, "ended_at": null,
            "posted_by_name": "p"}, {"id": 2, "kind": "incident", "text": "Panne", "link": "https:\/\/exemple.fr",
            "from": null, "until": null, "ended_at": null, "posted_by_name": "p"}]})json"),
                                                            "notices"_L1);
        QVERIFY2(notices, notices ? "" : qPrintable(notices.error().detail));
        QVERIFY(notices->first().kind == NoticeKind::Annonce && notices->last().kind == NoticeKind::Incident);

        const auto settings
            = fromDocument<SettingsSheet>(document(R"json({"settings": [{"key": "plafond.reset", "value": "30",
            "label": "Réinitialisations par heure", "group": "Plafonds", "least": 1, "most": null}], "providers": ["gmail.com"]})json"));
        QVERIFY(settings);
        QCOMPARE(settings->settings.first().value, u"30"_s);
        QCOMPARE(settings->providers, QStringList{u"gmail.com"_s});
    }

    void mailsAndJournal()
    {
        const auto mails = fromDocument<MailsPage>(document(R"json({"mails": [{"id": 5, "kind": "mot_de_passe",
            "state": "bounced", "to_masked": "c•••@exemple.fr", "identifiant": "c", "siret": null, "denomination": null,
            "ticket": null, "queued_at": "2026-04-03T07:00:00Z", "next_attempt_at": null, "sent_at": null,
            "bounced_at": null, "attempts": 2, "reason": "550 no such user", "replaced_by": 9}],
            "counts": {"waiting": 3, "failed": 1, "bounced": 2}})json"));
        QVERIFY2(mails, mails ? "" : qPrintable(mails.error().detail));
        QCOMPARE(mails->mails.first().state, MailState::Bounced);
        QCOMPARE(mails->mails.first().replacedBy, 9);
        QCOMPARE(mails->counts, (MailCounts{3, 1, 2}));

        const auto page = fromDocument<JournalPage>(document(R"json({"rows": [{"id": 90071992547409,
            "at": "2026-04-03T07:00:00.123Z", "actor": "n.martin", "actor_name": "N", "kind": "open_file", "rule": null,
            "siret": "73282932000074", "denomination": null, "identifiant": null, "ticket": null, "call": null,
            "operation": "11111111-1111-4111-8111-111111111111", "operation_kind": null, "detail": 12}],
            "next": 90071992547409})json"));
        QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
        QCOMPARE(page->rows.first().id, 90071992547409);
        QCOMPARE(detailLine(page->rows.first().detail), u"12"_s);
        QCOMPARE(page->next, 90071992547409);
        QVERIFY(!page->rows.first().operation.isNull());

        const auto exported = fromDocument<JournalExport>(document(R"json({"rows": [], "exported_by": "l.perrin",
            "exported_at": "2026-04-03T07:00:00Z"})json"));
        QVERIFY(exported);
        QCOMPARE(exported->exportedBy, u"l.perrin"_s);

        const auto state
            = fromDocument<JournalState>(document(R"json({"sealed_rows": 12, "sealed_at": "2026-04-03T07:00:00Z",
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
        const QJsonValue value = document(("{\"detail\": " + detail + "}").constData()).value("detail"_L1);
        QCOMPARE(fromDocument<JournalRow>(sent(JournalRow(), {{u"detail"_s, value}}))->detail, value);
        const QString line = detailLine(value);
        QTEST(line, "text");
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
        QVERIFY(!listFromDocument<ApprovalRequest>(d, "requests"_L1)
                && !listFromDocument<AccessChange>(d, "changes"_L1));
        QVERIFY(!fromDocument<WatchReport>(d) && !listFromDocument<PostedNotice>(d, "notices"_L1));
        QVERIFY(!fromDocument<SettingsSheet>(d) && !fromDocument<MailsPage>(d) && !fromDocument<JournalPage>(d));
        QVERIFY(!fromDocument<JournalExport>(d) && !fromDocument<JournalState>(d));
        QVERIFY(!fromDocument<Overview>(d) && !fromDocument<WatchedPage>(d));
    }

    void oddPartsAreDefects_data()
    {
        QTest::addColumn<QJsonValue>("request");
        QTest::addColumn<QString>("fault");
        QTest::newRow("empty") << QJsonValue(QJsonObject()) << u"requests[0].id: missing"_s;
        QTest::newRow("a number") << QJsonValue(3) << u"requests[0]: no object"_s;
        QTest::newRow("null") << QJsonValue() << u"requests[0]: no object"_s;
        const auto row = [](const char *name, const QString &key, const QJsonValue &value, const QString &fault) {
            QTest::newRow(name) << QJsonValue(sent(ApprovalRequest(), {{key, value}})) << u"requests[0]."_s + fault;
        };
        row("why is one word", u"why"_s, u"x"_s, u"why: no list"_s);
        row("evidence is a list", u"evidence"_s, QJsonArray(), u"evidence: no object"_s);
        row("establishment is a number", u"establishment"_s, 4, u"establishment: no object"_s);
        row("no time", u"expires_at"_s, u"soon"_s, u"expires_at: no time"_s);
    }
    void oddPartsAreDefects()
    {
        QFETCH(QJsonValue, request);
        const auto read = listFromDocument<ApprovalRequest>({{u"requests"_s, QJsonArray{request}}}, "requests"_L1);
        QVERIFY(!read);
        QTEST(read.error().detail, "fault");
    }

    void listsHaveTheirCodes()
    {
        QStringList codes;
        for (const WatchList list : watchLists)
            codes << codeOf(list);
        QCOMPARE(codes, QStringList({u"locked"_s, u"never"_s, u"waiting"_s, u"bounced"_s, u"resets"_s, u"several"_s}));
    }

    void aFilterSaysOnlyWhatIsAsked()
    {
        QCOMPARE(toDocument(JournalFilter{}), QJsonObject());
        JournalFilter filter;
        filter.siret = u"73282932000074"_s;
        filter.from = at(3, 7);
        QCOMPARE(toDocument(filter),
                 (QJsonObject{{u"siret"_s, u"73282932000074"_s}, {u"from"_s, u"2026-04-03T07:00:00.000Z"_s}}));
    }
};

QTEST_APPLESS_MAIN(TestOversightDocuments)
#include "tst_oversightdocuments.moc"
