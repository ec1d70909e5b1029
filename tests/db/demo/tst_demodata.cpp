// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/siret.h"
#include "db/demo/companies.h"
#include "db/demo/copytext.h"
#include "db/demo/identity.h"
#include "db/demo/names.h"
#include "db/demo/simulate.h"
#include "db/demo/towns.h"
#include "db/demo/world.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace desk;
using namespace desk::demo;

/// What the invented data is made of, without a database.
class TestDemoData : public QObject {
    Q_OBJECT
private:
    static QString text(std::string_view utf8) { return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())); }

private Q_SLOTS:
    void townsOfEveryDepartment()
    {
        QSet<QString> departments;
        for (const Town &town : towns()) {
            QCOMPARE(town.postcode.size(), 5U);
            QVERIFY(town.weight > 0);
            departments << text(town.postcode.substr(0, town.postcode.starts_with("97") ? 3 : 2));
        }
        QVERIFY(towns().size() >= 150);
        for (int i = 1; i <= 95; ++i)
            QVERIFY2(departments.contains(QStringLiteral("%1").arg(i, 2, 10, QChar(u'0'))),
                     qPrintable(QString::number(i)));
        for (int i = 971; i <= 976; ++i)
            QVERIFY2(departments.contains(QString::number(i)), qPrintable(QString::number(i)));
        QVERIFY(departmentOffices().size() >= 101);
    }

    void streetsFitTheForm()
    {
        for (const std::string_view street : streetLabels())
            QVERIFY(text(street).size() <= 28);
        for (const std::string_view complement : addressComplements())
            QVERIFY(text(complement).size() <= 38);
        for (const std::string_view domain : sharedMailDomains())
            QVERIFY(domain.ends_with(".example"));
    }

    void sirensAndSirets()
    {
        Identities identities(5, 100);
        QSet<QString> seen;
        for (int i = 0; i < 5000; ++i) {
            const std::string siren = identities.nextSiren();
            const QString siret = text(siretOf(siren, 1 + i % 300));
            QVERIFY2(Siret::parse(siret), qPrintable(siret));
            seen << siret.left(9);
        }
        QCOMPARE(seen.size(), 5000);
        int luhnFails = 0;
        for (int i = 0; i < 200; ++i) {
            const QString siret = text(identities.nextLaPosteSiret());
            QVERIFY2(Siret::parse(siret), qPrintable(siret));
            luhnFails += passesLuhn(siret) ? 0 : 1;
        }
        QVERIFY(luhnFails > 100);
    }

    void identifiantsAreNeverGivenTwice()
    {
        Identities identities(5, 1000);
        QSet<QString> seen{text(identities.person("Claire", "Fontan").identifiant)};
        QVERIFY(seen.contains(QStringLiteral("claire.fontan")));
        int homonyms = 0;
        const QRegularExpression form(QStringLiteral("^[a-z-]+\\.[a-z-]+[0-9]*$"));
        const int asked = 3 * int(firstNames().size()) * 100;
        for (int i = 0; i < asked; ++i) {
            const QString identifiant = text(identities.nextPerson().identifiant);
            QVERIFY2(form.match(identifiant).hasMatch(), qPrintable(identifiant));
            homonyms += identifiant.back().isDigit() ? 1 : 0;
            seen << identifiant;
        }
        QCOMPARE(seen.size(), asked + 1);
        QVERIFY(homonyms > 0);
    }

    void phonesAreOfTheRangesForFiction_data()
    {
        QTest::addColumn<QString>("postcode");
        QTest::addColumn<QString>("range");
        QTest::newRow("Paris") << "75011"
                               << "+3319900";
        QTest::newRow("Brest") << "29200"
                               << "+3326191";
        QTest::newRow("Lille") << "59000"
                               << "+3335301";
        QTest::newRow("Lyon") << "69003"
                              << "+3346571";
        QTest::newRow("Toulouse") << "31000"
                                  << "+3353649";
        QTest::newRow("overseas") << "97400"
                                  << "+3363998";
    }
    void phonesAreOfTheRangesForFiction()
    {
        QFETCH(QString, postcode);
        QFETCH(QString, range);
        Rng rng(1, 1);
        const QString phone = text(fictionalPhone(rng, postcode.toStdString(), false));
        QVERIFY2(phone.startsWith(range) && phone.size() == 12, qPrintable(phone));
        QCOMPARE(text(spokenPhone("+33536491234")), QStringLiteral("05 36 49 12 34"));
    }

    void slugs()
    {
        QCOMPARE(text(slug("L’Isle-d’Abeau")), QStringLiteral("l-isle-d-abeau"));
        QCOMPARE(text(slug("Cœur de Noël ")), QStringLiteral("coeur-de-noel"));
    }

    void shuffleIsOneToOne()
    {
        const Shuffle shuffle(1000, 42);
        QSet<quint32> seen;
        for (quint32 i = 0; i < 1000; ++i) {
            QVERIFY(shuffle.at(i) < 1000);
            seen << shuffle.at(i);
        }
        QCOMPARE(seen.size(), 1000);
    }

    void copyTextEscapesAndTells()
    {
        CopyText rows;
        rows.text("a\tb\\c\nd").number(-5).flag(true).null().endRow();
        QCOMPARE(rows.bytes(), QByteArray("a\\tb\\\\c\\nd\t-5\tt\t\\N\n"));
        for (const qint64 at : {951782400LL, 1709164800LL, 1735689599LL, 4102444800LL}) {
            const QDateTime expected = QDateTime::fromSecsSinceEpoch(at, Qt::UTC);
            QCOMPARE(QString::fromLatin1(isoMoment(at)),
                     expected.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + QStringLiteral("+00"));
            QCOMPARE(QString::fromLatin1(isoDate(at)), expected.date().toString(Qt::ISODate));
        }
    }

    void ticketNumbersRiseWithTime()
    {
        const World world(1, 1'700'000'000, 4000);
        QSet<qint64> numbers;
        qint64 lastNumber = 0;
        Moment lastAt = 0;
        for (qint64 rank = 0; rank < World::ticketsOf(blockSize); ++rank) {
            for (qint64 block = 0; block < 10; ++block) {
                const World::TicketSlot slot = world.ticketSlot(block, rank);
                QVERIFY(slot.number > lastNumber && slot.receivedAt >= lastAt && slot.receivedAt < world.now());
                QVERIFY(slot.number < callerTickets || slot.number >= callerTicketsEnd);
                lastNumber = slot.number;
                lastAt = slot.receivedAt;
            }
        }
        QVERIFY(world.lastTicket() >= lastNumber);
        QVERIFY(World(1, 1'700'000'000, 2'000'000).ticketSlot(0, 0).number >= callerTicketsEnd);
    }

    void everyEventHasASentence()
    {
        using Kind = SimulatedEvent::Kind;
        for (const Kind kind : {Kind::LockOut, Kind::WrongPassword, Kind::LogIn, Kind::NewTicket, Kind::SameTicketAgain,
                                Kind::MailDelivered, Kind::MailBounced, Kind::DapDecided}) {
            const QString sentence = describe({kind, QStringLiteral("claire.fontan"), QStringLiteral("validee")});
            QVERIFY(sentence.contains(QStringLiteral("claire.fontan")));
            QVERIFY(!sentence.contains(u'%'));
        }
    }
};

QTEST_GUILESS_MAIN(TestDemoData)
#include "tst_demodata.moc"
