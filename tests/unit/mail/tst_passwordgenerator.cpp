// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/relay/passwordgenerator.h"

#include <QSet>
#include <QtTest>

#include <algorithm>

using namespace desk;
using namespace Qt::StringLiterals;

class TestPasswordGenerator : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void meetsThePolicy_data()
    {
        QTest::addColumn<int>("length");
        QTest::addColumn<QByteArray>("specials");
        QTest::addColumn<int>("expected");
        QTest::newRow("usual") << 12 << QByteArray("!") << 12;
        QTest::newRow("shorter than eight is made eight") << 3 << QByteArray("!") << 8;
        QTest::newRow("several specials") << 16 << QByteArray(".,?!") << 16;
        QTest::newRow("no special given: one is used all the same") << 10 << QByteArray() << 10;
    }
    void meetsThePolicy()
    {
        QFETCH(int, length);
        QFETCH(QByteArray, specials);
        QFETCH(int, expected);
        const QByteArray allowed = specials.isEmpty() ? QByteArray("!") : specials;
        PasswordGenerator generator;
        QVERIFY(generator.ready());
        QSet<QByteArray> seen;
        for (int i = 0; i < 500; ++i) {
            const QByteArray password = generator.make({length, specials}, u"claire.fontan"_s);
            QCOMPARE(password.size(), expected);
            const auto has = [&](auto test) { return std::any_of(password.cbegin(), password.cend(), test); };
            QVERIFY(has([](char c) { return c >= '0' && c <= '9'; }));
            QVERIFY(has([](char c) { return c >= 'a' && c <= 'z'; }));
            QVERIFY(has([](char c) { return c >= 'A' && c <= 'Z'; }));
            QVERIFY(has([&](char c) { return allowed.contains(c); }));
            QVERIFY(!has([](char c) { return c == 'O' || c == '0' || c == 'I' || c == 'l' || c == '1'; }));
            QVERIFY(!has([](char c) { return QByteArray("%$*#@").contains(c); }));
            seen.insert(password);
        }
        QVERIFY(seen.size() > 495);
    }
    void hashIsArgon2idAndVerifies()
    {
        PasswordGenerator generator;
        const auto hash = generator.hash("Brioche7!tarte");
        QVERIFY(hash.has_value());
        QVERIFY(hash->startsWith("$argon2id$"));
        QVERIFY(PasswordGenerator::matches(*hash, "Brioche7!tarte"));
        QVERIFY(!PasswordGenerator::matches(*hash, "brioche7!tarte"));
        QVERIFY(!hash->contains("Brioche"));
    }
    void wipingEmpties()
    {
        QByteArray secret("Brioche7!tarte");
        PasswordGenerator::wipe(secret);
        QVERIFY(secret.isEmpty());
        PasswordGenerator::wipe(secret); // an empty one is fine
    }
};

QTEST_GUILESS_MAIN(TestPasswordGenerator)
#include "tst_passwordgenerator.moc"
