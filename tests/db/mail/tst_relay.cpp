// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/relay/emlfoldertransport.h"
#include "app/relay/mailrelay.h"
#include "resources/resources.h"
#include "tests/support/accesspass.h"
#include "tests/support/tempcluster.h"

#include <QDir>
#include <QTemporaryDir>
#include <QUuid>
#include <QtTest>

#include <functional>
#include <utility>

using namespace desk;
using namespace Qt::StringLiterals;

namespace {

/// Fails as told, then passes on to a folder.
class FlakyTransport : public MailTransport {
public:
    explicit FlakyTransport(const QString &folder) : m_folder(folder) { }
    Result<Done> send(const OutgoingMail &mail) override
    {
        if (meanwhile)
            std::exchange(meanwhile, nullptr)();
        if (failures-- > 0) {
            Error error{Error::Code::Unavailable, u"421 try later"_s};
            error.rule = permanent ? u"permanent"_s : QString();
            return Failure(error);
        }
        return m_folder.send(mail);
    }
    std::function<void()> meanwhile; ///< what others do while the first mail is on its way
    int failures = 0;
    bool permanent = false;

private:
    EmlFolderTransport m_folder;
};

QString decodedText(const QByteArray &message)
{
    const qsizetype start = message.indexOf("\r\n\r\n", message.indexOf("Content-Type: text/plain")) + 4;
    return QString::fromUtf8(QByteArray::fromBase64(message.mid(start, message.indexOf("\r\n--", start) - start)));
}

} // namespace

class TestRelay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        initResources();
        QString why;
        QVERIFY2(m_cluster.start(&why), qPrintable(why));
    }
    void init()
    {
        m_name = u"relay%1"_s.arg(++m_count);
        QString why;
        QVERIFY2(m_cluster.createDatabase(m_name, true, &why), qPrintable(why));
        m_admin = std::move(*m_cluster.connect(u"admin"_s, m_name));
        m_agent = std::move(*m_cluster.connect(u"agent1"_s, m_name));
        m_relay = std::move(*m_cluster.connect(u"relay1"_s, m_name));
        QVERIFY(m_admin.execScript(R"(
            insert into asp.company(siren, headcount) values ('732829320', 31);
            insert into asp.establishment(id, siret, denomination, postcode, town)
                overriding system value values (1, '73282932000074', 'Boulangerie du Capitole', '31000', 'Toulouse');
            insert into asp.account(id, identifiant, last_name, first_name, email, profile, password_state, secrets_set)
                overriding system value
                values (1, 'claire.fontan', 'Fontan', 'Claire', 'claire.fontan@capitole.example', 'etablissement', 'active', true);
            insert into asp.account_secret(account_id, password_hash) values (1, '$argon2id$old');
            insert into asp.habilitation(account_id, establishment_id, state, active_from, referent)
                values (1, 1, 'active', now() - interval '9 days', true);)"));
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup()
    {
        m_admin.close();
        m_agent.close();
        m_relay.close();
    }

    void aResetSendsTwoMailsAndOnlyTheMailHoldsThePassword()
    {
        reset();
        QCOMPARE(one("select password_state from asp.account"), "voided");
        QCOMPARE(one("select count(*) from asp.account_secret where password_hash is not null"), "0");
        FlakyTransport transport(m_folder->path());
        MailRelay relay(m_relay, transport);
        QVERIFY(relay.prepare());
        const auto tally = relay.round(20);
        QVERIFY(tally.has_value());
        QCOMPARE(tally->sent, 2);
        QCOMPARE(one("select string_agg(state, ',' order by id) from asp.mail"), "sent,sent");
        QCOMPARE(one("select password_state from asp.account"), "active");
        const QByteArray password = passwordInMails();
        QVERIFY2(!password.isEmpty(), "no mail holds a password between brackets");
        QVERIFY(PasswordGenerator::matches(one("select password_hash from asp.account_secret"), password));
        QCOMPARE(tablesHolding(password), QStringList());
    }
    void aFailureInBetweenMakesAnotherPasswordAndTheLatestCounts()
    {
        reset();
        FlakyTransport transport(m_folder->path());
        transport.failures = 2;
        MailRelay relay(m_relay, transport);
        QVERIFY(relay.prepare());
        const auto first = relay.round(20);
        QVERIFY(first.has_value());
        QCOMPARE(first->postponed, 2);
        const QByteArray firstHash = one("select password_hash from asp.account_secret");
        QCOMPARE(
            one("select count(*) from asp.mail where state = 'queued' and attempts = 1 and next_attempt_at > now()"),
            "2");
        QVERIFY(m_admin.execScript("update asp.mail set next_attempt_at = now()"));
        const auto second = relay.round(20);
        QVERIFY(second.has_value());
        QCOMPARE(second->sent, 2);
        const QByteArray hash = one("select password_hash from asp.account_secret");
        QVERIFY(hash != firstHash);
        QVERIFY(PasswordGenerator::matches(hash, passwordInMails()));
    }
    void aPermanentRefusalIsKeptWithItsReason()
    {
        reset();
        FlakyTransport transport(m_folder->path());
        transport.failures = 2;
        transport.permanent = true;
        MailRelay relay(m_relay, transport);
        QVERIFY(relay.prepare());
        const auto tally = relay.round(20);
        QVERIFY(tally.has_value());
        QCOMPARE(tally->refused, 2);
        QCOMPARE(one("select string_agg(state, ',') from asp.mail"), "refused,refused");
        QVERIFY(!one("select reason from asp.mail limit 1").isEmpty());
    }
    void aSecondResetOvertakesTheFirstPasswordMail()
    {
        reset();
        reset();
        FlakyTransport transport(m_folder->path());
        MailRelay relay(m_relay, transport);
        QVERIFY(relay.prepare());
        QVERIFY(relay.round(20).has_value());
        QCOMPARE(one("select string_agg(state, ',' order by id) from asp.mail where kind = 'mot_de_passe'"),
                 "cancelled,sent");
        QVERIFY(PasswordGenerator::matches(one("select password_hash from asp.account_secret"), passwordInMails()));
    }
    void noPasswordLeavesWhenItsHashCannotBeStored()
    {
        reset();
        FlakyTransport transport(m_folder->path());
        transport.meanwhile = [this] { QVERIFY(m_admin.execScript("update asp.account set disabled_at = now()")); };
        MailRelay relay(m_relay, transport);
        QVERIFY(relay.prepare());
        const auto tally = relay.round(20);
        QVERIFY(tally.has_value());
        QCOMPARE(tally->sent, 1); // the identifiant, on its way before
        QCOMPARE(tally->postponed, 1);
        QCOMPARE(passwordInMails(), QByteArray());
        QCOMPARE(one("select count(*) from asp.account_secret where password_hash is not null"), "0");
    }
    void twoRelaysNeverTakeTheSameMail()
    {
        reset();
        auto other = m_cluster.connect(u"relay1"_s, m_name);
        QVERIFY(other.has_value());
        QVERIFY(m_relay.execScript("begin"));
        QVERIFY(!m_relay.exec("select desk.relay_claim(1) as d")->bytes(0, "d").isEmpty());
        const auto rest = other->exec("select jsonb_array_length(desk.relay_claim(20)) as n");
        QVERIFY(rest.has_value());
        QCOMPARE(rest->number(0, "n"), qint64(1));
        QVERIFY(m_relay.execScript("commit"));
    }
    void aLostDatabaseIsSaidNotSwallowed()
    {
        FlakyTransport transport(m_folder->path());
        MailRelay relay(m_relay, transport);
        QVERIFY(relay.prepare());
        QVERIFY(m_admin.execScript("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'relay1'"));
        const auto tally = relay.round(20);
        QVERIFY(!tally);
        QVERIFY(tally.error().code == Error::Code::Unavailable);
    }

private:
    void reset()
    {
        const QByteArray call = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
        const auto opened = m_agent.exec("select desk.announce(gen_random_uuid(), 'open_file', "
                                         "jsonb_build_object('key', '73282932000074', 'call', $1::text)) as d",
                                         {call});
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        QVERIFY(m_admin.execScript(testsupport::passedCheckSql(call, 1, 1)));
        const auto done
            = m_agent.exec("select desk.operate($1::uuid, 'account.reset_password', "
                           "'{\"account_id\": 1, \"unlock\": false}', 'secret_forgotten', null, $2::uuid, null) as d",
                           {QUuid::createUuid().toByteArray(QUuid::WithoutBraces), call});
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        QVERIFY2(done->bytes(0, "d").contains("\"done\""), done->bytes(0, "d").constData());
    }
    QByteArray one(const QByteArray &sql)
    {
        const auto rows = m_admin.exec("select (" + sql + ")::text as v");
        return rows ? rows->bytes(0, "v") : rows.error().detail.toUtf8();
    }
    QByteArray passwordInMails() const
    {
        static const QRegularExpression bracketed(u"\\[(\\S{8,})\\]"_s);
        const QDir folder(m_folder->path());
        QByteArray found;
        for (const QString &name : folder.entryList({u"*.eml"_s}, QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const auto match = bracketed.match(decodedText(file.readAll()));
            if (match.hasMatch())
                found = match.captured(1).toLatin1();
        }
        return found;
    }
    /// Every table of the product whose rows, as text, contain the secret.
    QStringList tablesHolding(const QByteArray &secret)
    {
        QStringList found;
        const auto tables = m_admin.exec(
            "select format('%I.%I', schemaname, tablename) as t from pg_tables where schemaname in ('asp', 'desk')");
        for (int i = 0; i < tables->size(); ++i) {
            const QByteArray table = tables->bytes(i, "t");
            const auto hits
                = m_admin.exec("select count(*) as n from " + table + " r where strpos(r::text, $1) > 0", {secret});
            if (!hits || hits->number(0, "n") != 0)
                found.append(QString::fromUtf8(table));
        }
        return found;
    }

    TempCluster m_cluster;
    QString m_name;
    int m_count = 0;
    PgConnection m_admin, m_agent, m_relay;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestRelay)
#include "tst_relay.moc"
