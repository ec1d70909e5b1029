// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/rulesworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

/// Saved views: whose they are, who sees them, and what becomes of them when their owner leaves.
class TestViews : public QObject {
    Q_OBJECT
    RulesWorld m_world;

    static QString id(int n) { return u"00000000-0000-4000-8000-0000000000e%1"_s.arg(n); }
    static QJsonObject view(int n, const QString &name, const QJsonObject &change = {})
    {
        QJsonObject params{{u"view"_s, id(n)},    {u"name"_s, name},
                           {u"shared"_s, false},  {u"filter"_s, QJsonObject{{u"states"_s, QJsonArray{u"open"_s}}}},
                           {u"sort"_s, u"due"_s}, {u"descending"_s, false}};
        for (auto it = change.begin(); it != change.end(); ++it)
            params.insert(it.key(), it.value());
        return params;
    }
    /// "done", or the rule that refused.
    QString tried(const QString &login, const QString &kind, const QJsonObject &params)
    {
        const QJsonObject answer = m_world.operate(login, {kind, QJsonDocument(params).toJson(QJsonDocument::Compact)});
        return answer.value("status"_L1) == "done"_L1 ? u"done"_s : answer.value("rule"_L1).toString();
    }
    QString save(const QString &login, const QJsonObject &params) { return tried(login, u"view.save"_s, params); }
    QJsonArray views(const QString &login)
    {
        return m_world.document(login, "select desk.views() as d").value("views"_L1).toArray();
    }
    QString names(const QString &login)
    {
        QStringList list;
        const QJsonArray all = views(login);
        for (const QJsonValue &value : all) {
            const QJsonObject v = value.toObject();
            list << v.value("name"_L1).toString() + (v.value("mine"_L1).toBool() ? u" mine"_s : QString())
                    + (v.value("shared"_L1).toBool() ? u" shared"_s : QString())
                    + (v.value("chosen"_L1).toBool() ? u" chosen"_s : QString())
                    + (v.value("owner_gone"_L1).toBool() ? u" gone"_s : QString());
        }
        return list.join(u", "_s);
    }
    void admin(const QByteArray &sql) { QCOMPARE(m_world.stateOf(u"admin"_s, sql), QString()); }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
    }
    void init() { admin("delete from asp.ticket_view; delete from asp.read_meter"); }

    void onesOwn()
    {
        const QJsonObject mine = view(1, u"Étoile du jour"_s, {{u"descending"_s, true}, {u"sort"_s, u"received"_s}});
        QCOMPARE(save(u"agent1"_s, mine), u"done"_s);
        QCOMPARE(names(u"agent1"_s), u"Étoile du jour mine"_s);
        QCOMPARE(names(u"agent2"_s), QString());
        const QJsonObject read = views(u"agent1"_s).first().toObject();
        for (const char *key : {"filter", "sort", "descending", "name", "shared"})
            QCOMPARE(read.value(QLatin1StringView(key)), mine.value(QLatin1StringView(key)));
        QCOMPARE(read.value("id"_L1).toString(), id(1));
        QCOMPARE(read.value("owner_name"_L1).toString(), u"Nadia Martin"_s);
        QCOMPARE(save(u"agent1"_s, view(1, u"Autre nom"_s)), u"done"_s);
        QCOMPARE(names(u"agent1"_s), u"Autre nom mine"_s);
        QCOMPARE(tried(u"agent1"_s, u"view.delete"_s, {{u"view"_s, id(1)}}), u"done"_s);
        QCOMPARE(names(u"agent1"_s), QString());
    }

    void sharedOnes()
    {
        QCOMPARE(save(u"agent1"_s, view(1, u"Pour tous"_s, {{u"shared"_s, true}})), u"supervisor_only"_s);
        QCOMPARE(save(u"superviseur1"_s, view(1, u"Pour tous"_s, {{u"shared"_s, true}})), u"done"_s);
        QCOMPARE(names(u"agent2"_s), u"Pour tous shared"_s);
        QCOMPARE(save(u"agent2"_s, view(1, u"À moi"_s)), u"not_your_view"_s);
        QCOMPARE(save(u"superviseur2"_s, view(1, u"À moi"_s)), u"not_your_view"_s);
        QCOMPARE(tried(u"superviseur2"_s, u"view.delete"_s, {{u"view"_s, id(1)}}), u"not_your_view"_s);
        QCOMPARE(names(u"superviseur1"_s), u"Pour tous mine shared"_s);
    }

    void anothersPrivateViewIsNotThere()
    {
        QCOMPARE(save(u"agent1"_s, view(1, u"Privée"_s)), u"done"_s);
        QCOMPARE(save(u"agent2"_s, view(1, u"Volée"_s)), u"unknown_view"_s);
        QCOMPARE(tried(u"agent2"_s, u"view.delete"_s, {{u"view"_s, id(1)}}), u"unknown_view"_s);
        QCOMPARE(tried(u"agent2"_s, u"view.choose"_s, {{u"view"_s, id(1)}}), u"unknown_view"_s);
        const QByteArray asked = "{\"views\": [\"" + id(1).toLatin1() + "\"]}";
        QVERIFY(!m_world.read(u"agent2"_s, "queue_counts", asked).value("views"_L1).toObject().contains(id(1)));
        QVERIFY(m_world.read(u"agent1"_s, "queue_counts", asked).value("views"_L1).toObject().contains(id(1)));
    }

    void names_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<QJsonObject>("params");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char *name, const QString &login, const QJsonObject &params, const QString &outcome) {
            QTest::newRow(name) << login << params << outcome;
        };
        row("no name", u"agent1"_s, view(3, u"  "_s), u"view_name_needed"_s);
        row("sixty letters", u"agent1"_s, view(3, QString(60, u'x')), u"done"_s);
        row("sixty-one", u"agent1"_s, view(3, QString(61, u'x')), u"text_too_long"_s);
        row("a name of one's own", u"agent1"_s, view(3, u"PRIVÉE"_s), u"view_name_taken"_s);
        row("another's private name", u"agent2"_s, view(3, u"Privée"_s), u"done"_s);
        row("a shared name, shared again", u"superviseur2"_s, view(3, u"pour tous"_s, {{u"shared"_s, true}}),
            u"view_name_taken"_s);
        row("a shared name, for oneself", u"agent1"_s, view(3, u"Pour tous"_s), u"done"_s);
        row("its own name again", u"agent1"_s, view(1, u"privée"_s), u"done"_s);
        row("the name of another of one's own", u"superviseur1"_s, view(3, u"Pour tous"_s), u"view_name_taken"_s);
        row("no filter", u"agent1"_s, view(3, u"n"_s, {{u"filter"_s, QJsonValue()}}), u"bad_params"_s);
        row("a filter nobody knows", u"agent1"_s, view(3, u"n"_s, {{u"filter"_s, QJsonObject{{u"mood"_s, 1}}}}),
            u"bad_params"_s);
        row("a filter too long", u"agent1"_s,
            view(3, u"n"_s, {{u"filter"_s, QJsonObject{{u"requester"_s, QString(201, u'x')}}}}), u"bad_params"_s);
        row("an order nobody knows", u"agent1"_s, view(3, u"n"_s, {{u"sort"_s, u"mood"_s}}), u"bad_params"_s);
        row("no order", u"agent1"_s, view(3, u"n"_s, {{u"sort"_s, QJsonValue()}}), u"bad_params"_s);
        row("a way that is none", u"agent1"_s, view(3, u"n"_s, {{u"descending"_s, 1}}), u"bad_params"_s);
        row("an id that is none", u"agent1"_s, view(3, u"n"_s, {{u"view"_s, u"x"_s}}), u"bad_params"_s);
    }
    void names()
    {
        QFETCH(QString, login);
        QFETCH(QJsonObject, params);
        QFETCH(QString, outcome);
        QCOMPARE(save(u"agent1"_s, view(1, u"Privée"_s)), u"done"_s);
        QCOMPARE(save(u"superviseur1"_s, view(2, u"Pour tous"_s, {{u"shared"_s, true}})), u"done"_s);
        QCOMPARE(save(login, params), outcome);
    }

    void fiftyAPerson()
    {
        admin("insert into asp.ticket_view select gen_random_uuid(), 'agent1', 'vue ' || i, false, '{}', 'due', false, "
              "now() "
              "from generate_series(1, 49) i");
        QCOMPARE(save(u"agent1"_s, view(1, u"la cinquantième"_s)), u"done"_s);
        QCOMPARE(save(u"agent1"_s, view(2, u"une de trop"_s)), u"too_many_views"_s);
        QCOMPARE(save(u"agent1"_s, view(1, u"changée"_s)), u"done"_s);
        QCOMPARE(save(u"agent2"_s, view(2, u"une d’un autre"_s)), u"done"_s);
    }

    void theOneThatOpensFirst()
    {
        save(u"agent1"_s, view(1, u"Privée"_s));
        save(u"superviseur1"_s, view(2, u"Pour tous"_s, {{u"shared"_s, true}}));
        const auto choose = [this](const QString &login, const QJsonValue &which) {
            return tried(login, u"view.choose"_s, {{u"view"_s, which}});
        };
        QCOMPARE(choose(u"agent1"_s, id(1)), u"done"_s);
        QCOMPARE(names(u"agent1"_s), u"Privée mine chosen, Pour tous shared"_s);
        QCOMPARE(choose(u"agent1"_s, id(2)), u"done"_s);
        QCOMPARE(names(u"agent1"_s), u"Privée mine, Pour tous shared chosen"_s);
        QCOMPARE(names(u"agent2"_s), u"Pour tous shared"_s);
        QCOMPARE(choose(u"agent1"_s, QJsonValue()), u"done"_s);
        QCOMPARE(names(u"agent1"_s), u"Privée mine, Pour tous shared"_s);
        QCOMPARE(choose(u"agent1"_s, id(7)), u"unknown_view"_s);
        choose(u"agent1"_s, id(2));
        QCOMPARE(tried(u"superviseur1"_s, u"view.delete"_s, {{u"view"_s, id(2)}}), u"done"_s);
        QCOMPARE(names(u"agent1"_s), u"Privée mine"_s);
    }

    void whenTheOwnerLeaves()
    {
        admin("create role parti login in role asp_supervisor");
        QCOMPARE(save(u"parti"_s, view(1, u"Héritage"_s, {{u"shared"_s, true}})), u"done"_s);
        QCOMPARE(names(u"agent2"_s), u"Héritage shared"_s);
        admin("alter role parti nologin");
        QCOMPARE(names(u"agent2"_s), u"Héritage shared gone"_s);
        QCOMPARE(save(u"agent2"_s, view(1, u"Reprise"_s)), u"not_your_view"_s);
        QCOMPARE(tried(u"agent2"_s, u"view.delete"_s, {{u"view"_s, id(1)}}), u"not_your_view"_s);
        QCOMPARE(tried(u"agent2"_s, u"view.choose"_s, {{u"view"_s, id(1)}}), u"done"_s); // it still opens
        QCOMPARE(save(u"superviseur1"_s, view(1, u"Reprise"_s, {{u"shared"_s, true}})), u"done"_s);
        QCOMPARE(names(u"superviseur1"_s), u"Reprise mine shared"_s);
        QCOMPARE(names(u"agent2"_s), u"Reprise shared chosen"_s);
        admin("drop role parti");
    }

    void howManyItFinds()
    {
        save(u"agent1"_s,
             view(1, u"Habilitation"_s, {{u"filter"_s, QJsonObject{{u"motifs"_s, QJsonArray{u"habilitation"_s}}}}}));
        save(u"superviseur1"_s,
             view(2, u"Les miens"_s,
                  {{u"shared"_s, true}, {u"filter"_s, QJsonObject{{u"owners"_s, QJsonArray{u"@me"_s}}}}}));
        const QByteArray asked
            = "{\"views\": [\"" + id(1).toLatin1() + "\", \"" + id(2).toLatin1() + "\", \"" + id(9).toLatin1() + "\"]}";
        const auto count = [&](const QString &login, int n) {
            return m_world.read(login, "queue_counts", asked).value("views"_L1).toObject().value(id(n)).toInt(-1);
        };
        QCOMPARE(count(u"agent1"_s, 1), 2);
        QCOMPARE(count(u"agent1"_s, 9), -1);
        QCOMPARE(count(u"agent1"_s, 2), 0);
        QCOMPARE(count(u"agent2"_s, 2), 1); // another's figure is not mine
        QCOMPARE(count(u"agent1"_s, 2), 0);
        // Another filter, other figures, at once.
        save(u"agent1"_s, view(1, u"Habilitation"_s, {{u"filter"_s, QJsonObject{{u"scope"_s, u"closed"_s}}}}));
        QCOMPARE(count(u"agent1"_s, 1), 1);
        QCOMPARE(m_world.read(u"agent1"_s, "queue_counts", R"({"views": "x"})").value("rule"_L1).toString(),
                 u"bad_params"_s);
    }
};

QTEST_GUILESS_MAIN(TestViews)
#include "tst_views.moc"
