// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/tickets/urgency.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

class UrgencyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decides_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<int>("minutesLeft");
        QTest::addColumn<Urgency>("urgency");
        QTest::newRow("past its time") << u"4"_s << -1 << Urgency::Late;
        QTest::newRow("due this minute is not late yet") << u"4"_s << 0 << Urgency::Soon;
        QTest::newRow("within four hours") << u"4"_s << 4 * 60 - 1 << Urgency::Soon;
        QTest::newRow("four hours ahead") << u"4"_s << 4 * 60 << Urgency::Today;
        QTest::newRow("eight hours: warned earlier") << u"8"_s << 4 * 60 << Urgency::Soon;
        QTest::newRow("one hour: warned later") << u"1"_s << 4 * 60 << Urgency::Today;
        QTest::newRow("two days of warning reach beyond the day") << u"48"_s << 30 * 60 << Urgency::Soon;
        QTest::newRow("beyond a day") << u"4"_s << 24 * 60 + 1 << Urgency::Later;
        QTest::newRow("no setting: four hours") << QString() << 4 * 60 - 1 << Urgency::Soon;
        QTest::newRow("no setting: not more") << QString() << 4 * 60 << Urgency::Today;
        QTest::newRow("a setting that is no number") << u"bientôt"_s << 4 * 60 << Urgency::Today;
        QTest::newRow("a setting below one") << u"0"_s << 4 * 60 - 1 << Urgency::Soon;
    }
    void decides()
    {
        QFETCH(QString, setting);
        QFETCH(int, minutesLeft);
        const QDateTime now(QDate(2026, 4, 3), QTime(14, 0), Qt::UTC);
        QHash<QString, QString> settings;
        if (!setting.isEmpty())
            settings.insert(u"echeance.alerte_heures"_s, setting);
        QTEST(urgencyOf(now.addSecs(minutesLeft * 60), now, dueWarningHours(settings)), "urgency");
    }

    void nothingIsDueWithoutATime() { QCOMPARE(urgencyOf({}, QDateTime::currentDateTimeUtc(), 4), Urgency::None); }
};

QTEST_APPLESS_MAIN(UrgencyTest)
#include "tst_urgency.moc"
