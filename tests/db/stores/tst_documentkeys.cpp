// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/access/accessvalues.h"
#include "app/core/document.h"
#include "app/lookup/callerfile.h"
#include "app/lookup/searchterm.h"
#include "app/session/sessioninfo.h"
#include "app/supervision/accesschange.h"
#include "app/supervision/approvalrequest.h"
#include "app/supervision/journalpage.h"
#include "app/supervision/mailspage.h"
#include "app/supervision/overview.h"
#include "app/supervision/postednotice.h"
#include "app/supervision/settingssheet.h"
#include "app/supervision/watchreport.h"
#include "app/tickets/ticketstore.h"
#include "db/demo/generator.h"
#include "db/libpq/pgconnection.h"
#include "tests/support/tempcluster.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

/// Every key that T's description names, those of its members' structs among them: "accounts.mails.state".
template <class T> void addPaths(const QString &before, QSet<QString> &paths);

template <class M> struct Inner {
    using Type = M;
};
template <class M> struct Inner<QList<M>> : Inner<M> {
};
template <class M> struct Inner<std::optional<M>> : Inner<M> {
};

template <class T> void addPaths(const QString &before, QSet<QString> &paths)
{
    using Kind = DocumentMark::Kind;
    boost::mp11::mp_for_each<documents::Members<T>>([&](auto d) {
        using E = documents::Entry<T, decltype(d)>;
        using Member = typename Inner<std::decay_t<decltype(T().*d.pointer)>>::Type;
        const QString path = before + (E::has(Kind::Inlined) ? QString() : QString(E::key) + u'.');
        if constexpr (!E::has(Kind::Inlined))
            paths.insert(path.chopped(1));
        if constexpr (documents::Struct<Member>)
            addPaths<Member>(path, paths);
    });
}

} // namespace

/// The database and the program name the same fields: every document of a demonstration is read, no key of it is left
/// without a description, and no key that is described is never there.
class TestDocumentKeys : public QObject {
    Q_OBJECT

    QJsonObject answer(const QByteArray &sql, const QList<std::optional<QByteArray>> &params = {},
                       const QString &login = u"superviseur1"_s)
    {
        auto connection = m_cluster.connect(login);
        const auto rows = connection ? connection->exec(sql, params) : Failure(connection.error());
        if (!rows)
            qWarning() << sql << rows.error().detail;
        return rows ? QJsonDocument::fromJson(rows->bytes(0, "d")).object() : QJsonObject();
    }
    QJsonObject reading(const QByteArray &what, const QByteArray &params = "{}",
                        const QString &login = u"superviseur1"_s)
    {
        auto connection = m_cluster.connect(login);
        if (!connection)
            return {};
        const QByteArray id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
        const auto announced
            = connection->exec("select desk.announce($1::uuid, $2, $3::jsonb) as d", {id, what, params});
        const auto rows
            = announced ? connection->exec("select desk.answer($1::uuid) as d", {id}) : Failure(announced.error());
        if (!rows)
            qWarning() << what << rows.error().detail;
        return rows ? QJsonDocument::fromJson(rows->bytes(0, "d")).object() : QJsonObject();
    }
    QJsonObject operate(const QByteArray &kind, const QByteArray &params, const QString &login)
    {
        return answer("select desk.operate($1::uuid, $2, $3::jsonb, null, null, null, null) as d",
                      {QUuid::createUuid().toByteArray(QUuid::WithoutBraces), kind, params}, login);
    }
    QStringList column(const QByteArray &sql)
    {
        auto connection = m_cluster.connect(u"admin"_s);
        const auto rows = connection ? connection->exec(sql) : Failure(connection.error());
        QStringList values;
        for (int row = 0; rows && row < rows->size(); ++row)
            values << rows->text(row, "x");
        return values;
    }

    /// What was found of all documents of one kind.
    struct Found {
        DocumentKeys keys;
        QStringList faults;
        int read = 0;
    };
    template <class T> void look(Found &found, const QJsonObject &document)
    {
        DocumentReading in(&found.keys);
        T value{};
        ++found.read;
        if (!readValue(document, value, in))
            found.faults << in.failure().value().detail;
    }
    /// A list alone in its document: its elements' keys, without the list's.
    template <class T> void lookIn(Found &found, const QJsonObject &document, QLatin1StringView key)
    {
        if (!document.value(key).isArray())
            found.faults << key + u": no list"_s;
        const QJsonArray array = document.value(key).toArray();
        for (const QJsonValue &element : array)
            look<T>(found, element.toObject());
    }
    /// `undescribed` and `absent`: the deliberate exceptions.
    template <class T> void agree(const Found &found, QSet<QString> undescribed = {}, const QSet<QString> &absent = {})
    {
        QVERIFY(found.read > 0);
        QCOMPARE(found.faults.join(u"\n"_s), QString());
        undescribed.insert(u"status"_s); // every document has it; jsonanswer reads it
        const auto sorted = [](const QSet<QString> &set) {
            QStringList list(set.cbegin(), set.cend());
            list.sort();
            return list;
        };
        QCOMPARE(sorted(found.keys.undescribed - undescribed).join(u" "_s), QString());
        QSet<QString> described;
        addPaths<T>({}, described);
        QCOMPARE(sorted(described - found.keys.read - absent).join(u" "_s), QString());
    }

    /// What a small demonstration has not: a request for an account that exists, in an establishment with a referent
    /// and a change of these days; a change that took somebody's access away, with an operation since.
    static constexpr auto rareSituations = R"sql(
set session_replication_role = replica;
update asp.approval_request q set account_id = h.account_id, establishment_id = h.establishment_id
from (select account_id, establishment_id from asp.habilitation where referent order by id limit 1) h
where q.id = (select id from asp.approval_request where state = 'waiting' order by id limit 1);
update asp.access_change c set at = now() - interval '1 hour', until = now() + interval '1 day', undone_at = null,
       undone_by = null, undo_operation = null, establishment_id = h.establishment_id, old_account_id = h.account_id
from (select account_id, establishment_id from asp.habilitation where referent order by id limit 1) h
where c.id = (select id from asp.access_change order by id limit 1);
insert into asp.approval_request
select (jsonb_populate_record(q, jsonb_build_object('id', gen_random_uuid(), 'account_id', null,
    'establishment_id', (select max(id) from asp.establishment), 'params', q.params
    || '{"person": {"last_name": "Roux", "first_name": "Sonia", "email": "s@exemple.fr", "phone": "+33600000000",
                    "profile": "etablissement"}}'))).*
from asp.approval_request q where q.state = 'waiting' order by q.id limit 1;
insert into asp.operation
select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'kind', 'account.unlock', 'at', now(),
                                                    'account_id', c.new_account_id,
                                                    'establishment_id', c.establishment_id))).*
from asp.operation o, asp.access_change c
where o.id = (select id from asp.operation order by at limit 1)
  and c.id = (select id from asp.access_change order by id limit 1);
set session_replication_role = origin;
)sql";

    TempCluster m_cluster;

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_cluster.start(&why), qPrintable(why));
        auto admin = m_cluster.connect(u"admin"_s);
        QVERIFY(admin);
        const auto made = generateDemo(*admin, {1000, 1, {}, {}});
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        const auto rich = admin->execScript(rareSituations);
        QVERIFY2(rich, rich ? "" : qPrintable(rich.error().detail));
    }

    void files()
    {
        Found found;
        auto admin = m_cluster.connect(u"admin"_s);
        const auto callers = demoCallers(*admin);
        QVERIFY(callers);
        QStringList keys;
        for (const DemoCaller &caller : *callers)
            keys << caller.key;
        keys
            << column("select siret as x from asp.establishment order by id limit 30")
            << column("select identifiant as x from asp.account order by id limit 6")
            << column("select e.siret as x from asp.establishment e join asp.approval_request q on q.establishment_id "
                      "= e.id")
            << column(
                   "select e.siret as x from asp.establishment e join asp.access_change c on c.establishment_id = e.id")
            << u"39481722500011"_s
            << column("select substr(siret, 1, 12) || substr(siret, 14, 1) || substr(siret, 13, 1) as x "
                      "from asp.establishment limit 3");
        // Everybody has a ceiling of files.
        const QStringList people{u"agent1"_s, u"agent2"_s, u"superviseur1"_s, u"superviseur2"_s};
        for (qsizetype i = 0; i < keys.size(); ++i) {
            const QString &key = keys.at(i);
            const QJsonObject params{{u"key"_s, key}, {u"call"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)}};
            look<CallerFile>(found, reading("open_file", QJsonDocument(params).toJson(), people.at(i % people.size())));
        }
        agree<CallerFile>(found, {u"requests.state"_s}); // those of a file all wait
    }

    void suggestions()
    {
        Found found;
        const QString start = column("select left(denomination, 4) as x from asp.establishment limit 1").value(0);
        const QJsonObject params{{u"kind"_s, u"words"_s}, {u"text"_s, start}};
        lookIn<Suggestion>(found, reading("suggest", QJsonDocument(params).toJson()), "suggestions"_L1);
        agree<Suggestion>(found);
    }

    void queues()
    {
        Found page, counts, ticket, views, agents, others;
        const QString number = column("select number as x from asp.ticket where state in ('open', 'taken') "
                                      "order by number desc limit 1")
                                   .value(0);
        const QByteArray here = "[{\"ticket\": " + number.toUtf8() + ", \"level\": \"writing\"}]";
        const QJsonObject saved
            = operate("view.save",
                      R"({"view": "00000000-0000-4000-8000-0000000000e1", "name": "Retards", "shared": true,
                  "filter": {"scope": "open", "due": "late", "motifs": ["autres"]}, "sort": "due", "descending": false})",
                      u"superviseur1"_s);
        QVERIFY2(saved.value("status"_L1) == "done"_L1, qPrintable(saved.value("rule"_L1).toString()));
        const QByteArray sayHere = "select desk.here($1::uuid, $2::jsonb) as d";
        const QByteArray one = "00000000-0000-4000-8000-0000000000c1", two = "00000000-0000-4000-8000-0000000000c2";
        (void)answer(sayHere, {one, here}, u"agent1"_s);
        lookIn<OtherPresence>(others, answer(sayHere, {two, here}, u"superviseur1"_s), "others"_L1);
        agree<OtherPresence>(others);
        const QByteArray question
            = R"({"filter": {"scope": "all"}, "sort": "number", "descending": true, "limit": 1000})";
        look<QueuePageAnswer>(page, reading("queue_page", question));
        look<QueuePageAnswer>(page, reading("queue_export", question));
        agree<QueuePageAnswer>(page);
        look<QueueCounts>(counts, reading("queue_counts", R"({"views": ["00000000-0000-4000-8000-0000000000e1"]})"));
        agree<QueueCounts>(counts);
        for (const QString &some : column("select number as x from asp.ticket where state = 'merged' limit 3")
                 + column("select distinct duplicate_of as x from asp.ticket where duplicate_of is not null limit 5")
                 + column("select a.number as x from asp.ticket a join asp.ticket b on b.siret = a.siret and b.motif = "
                          "a.motif "
                          "and b.number <> a.number where a.state = 'open' and b.state = 'open' limit 5")
                 + QStringList{number})
            look<TicketDetail>(ticket, reading("ticket", "{\"ticket\": " + some.toUtf8() + "}"));
        agree<TicketDetail>(ticket, {u"server_time"_s});
        lookIn<TicketView>(views, answer("select desk.views() as d"), "views"_L1);
        // A filter says only what it asks for.
        QSet<QString> filter;
        addPaths<TicketFilter>(u"filter."_s, filter);
        agree<TicketView>(views, {}, filter);
        lookIn<DeskAgent>(agents, answer("select desk.agents() as d"), "agents"_L1);
        agree<DeskAgent>(agents);
    }

    void overview()
    {
        Found overview, watched;
        look<Overview>(overview, reading("overview"));
        agree<Overview>(overview);
        for (const WatchList list : watchLists)
            look<WatchedPage>(watched,
                              reading("watched_accounts",
                                      "{\"list\": \"" + codeOf(list).toUtf8() + "\", \"from\": \"\", \"limit\": 50}"));
        agree<WatchedPage>(watched);
    }

    void oversight()
    {
        Found approvals, changes, watch, notices, settings, mails;
        for (const char *filter : {"waiting", "mine", "decided"})
            lookIn<ApprovalRequest>(approvals, reading("approvals", QByteArray("{\"filter\": \"") + filter + "\"}"),
                                    "requests"_L1);
        // What is undone is seen on the page of changes. Of an account nobody needs more than who it is, masked; the
        // one asked for is read under `account` too.
        agree<ApprovalRequest>(approvals, {u"evidence.recent_changes.undone_at"_s},
                               {u"evidence.recent_changes.actor_name"_s, u"old_account.email"_s, u"old_account.phone"_s,
                                u"old_account.profile"_s});
        lookIn<AccessChange>(changes, reading("changes", R"({"filter": "all"})"), "changes"_L1);
        agree<AccessChange>(changes, {},
                            {u"new_account.email"_s, u"old_account.email"_s, u"new_account.phone"_s,
                             u"new_account.profile"_s, u"old_account.phone"_s, u"old_account.profile"_s});
        (void)operate("notice.end", R"({"notice": 1})", u"agent2"_s); // refused, and counted
        look<WatchReport>(watch, reading("watch"));
        agree<WatchReport>(watch);
        (void)operate("notice.post", R"({"text": "Panne", "kind": "incident"})", u"superviseur1"_s);
        lookIn<PostedNotice>(notices, answer("select desk.notices('all') as d"), "notices"_L1);
        agree<PostedNotice>(notices);
        look<SettingsSheet>(settings, answer("select desk.settings_page() as d"));
        agree<SettingsSheet>(settings);
        for (const char *state : {"waiting", "failed", "sent"})
            look<MailsPage>(mails, reading("mails_page", QByteArray("{\"state\": \"") + state + "\", \"limit\": 50}"));
        agree<MailsPage>(mails);
    }

    void journal()
    {
        Found page, exported, state;
        look<JournalPage>(page, reading("journal_page", R"({"filter": {}, "limit": 100})"));
        agree<JournalPage>(page);
        look<JournalExport>(exported, reading("journal_export", R"({"filter": {}})"));
        agree<JournalExport>(exported, {u"truncated"_s}); // the file's last row says where it ends
        look<JournalState>(state, answer("select desk.journal_state() as d"));
        agree<JournalState>(state);
    }

    void session()
    {
        Found info, pulse, scripts, check;
        look<SessionInfo>(info, answer("select desk.session_info() as d"));
        // Told by the greeting's other columns, or nobody's business here.
        agree<SessionInfo>(info, {u"password_expires_at"_s, u"person"_s, u"check_facts"_s});
        look<Pulse>(pulse, answer("select desk.pulse(1, 0) as d"));
        for (const char *login : {"agent1", "agent2", "superviseur2"})
            look<Pulse>(pulse, answer("select desk.pulse(1, 0) as d", {}, QString::fromLatin1(login)));
        // The demonstration's requests are other people's.
        QSet<QString> requests;
        addPaths<OwnRequest>(u"my_requests."_s, requests);
        agree<Pulse>(pulse, {}, requests);
        const QJsonObject open{{u"key"_s, column("select siret as x from asp.establishment where id = 1").value(0)},
                               {u"call"_s, u"00000000-0000-4000-8000-0000000000ca"_s}};
        (void)reading("open_file", QJsonDocument(open).toJson(), u"agent1"_s);
        look<CheckStatus>(check,
                          reading("check_status",
                                  R"({"call": "00000000-0000-4000-8000-0000000000ca", "establishment": 1})",
                                  u"agent1"_s));
        agree<CheckStatus>(check, {u"facts.usable"_s}); // nothing stands against it: `why` is empty
    }
};

QTEST_GUILESS_MAIN(TestDocumentKeys)
#include "tst_documentkeys.moc"
