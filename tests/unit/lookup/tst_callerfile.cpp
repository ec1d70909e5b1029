// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/lookup/callerfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace desk;
using namespace Qt::StringLiterals;

namespace {

/// A file without anything in it, every part of it read.
QJsonObject whole()
{
    const QJsonObject account{{u"id"_s, 11}, {u"mails"_s, QJsonArray()}, {u"other_extranets"_s, QJsonArray()}};
    QJsonObject document{{u"status"_s, u"ok"_s},
                         {u"subject"_s, u"establishment"_s},
                         {u"establishment"_s, QJsonObject{{u"siret"_s, u"73282932000074"_s}}},
                         {u"accounts"_s, QJsonArray{account}},
                         {u"check"_s, QJsonValue::Null},
                         {u"unread"_s, QJsonArray()}};
    for (const auto &part : {u"daps"_s, u"contracts"_s, u"tickets"_s, u"requests"_s, u"notices"_s})
        document.insert(part, QJsonArray());
    return document;
}

} // namespace

class CallerFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatCouldNotBeReadIsNotEmpty_data()
    {
        QTest::addColumn<QJsonObject>("document");
        QTest::addColumn<QStringList>("unread");
        const auto with = [](const QString &key, const QJsonValue &value) {
            QJsonObject document = whole();
            document.insert(key, value);
            return document;
        };
        QTest::newRow("all was read") << whole() << QStringList();
        QTest::newRow("the server names a part")
            << with(u"unread"_s, QJsonArray{u"check"_s}) << QStringList{u"check"_s};
        QTest::newRow("a part is null") << with(u"daps"_s, QJsonValue::Null) << QStringList{u"daps"_s};
        QTest::newRow("a part is missing") << with(u"tickets"_s, QJsonValue::Undefined) << QStringList{u"tickets"_s};
        const QJsonObject account{{u"id"_s, 11}, {u"mails"_s, QJsonValue::Null}, {u"other_extranets"_s, QJsonArray()}};
        QTest::newRow("the mails of an account are null")
            << with(u"accounts"_s, QJsonArray{account}) << QStringList{u"mails"_s};
        QJsonObject twice = with(u"daps"_s, QJsonValue::Null);
        twice.insert(u"unread"_s, QJsonArray{u"daps"_s});
        QTest::newRow("named once") << twice << QStringList{u"daps"_s};
    }
    void whatCouldNotBeReadIsNotEmpty()
    {
        QFETCH(QJsonObject, document);
        const auto file = callerFileFromJson(document);
        QVERIFY(file);
        QTEST(file->unread, "unread");
    }

    void anAnnouncementIsNoIncident()
    {
        QJsonObject document = whole();
        document.insert(
            u"notices"_s,
            QJsonArray{QJsonObject{{u"id"_s, 1}, {u"kind"_s, u"incident"_s}, {u"text"_s, u"Courriels retardés."_s}},
                       QJsonObject{{u"id"_s, 2},
                                   {u"kind"_s, u"annonce"_s},
                                   {u"text"_s, u"Nouveau guide."_s},
                                   {u"link"_s, u"https://exemple.fr/guide"_s}}});
        const auto file = callerFileFromJson(document);
        QVERIFY(file);
        QVERIFY(!file->notices.at(0).announcement);
        QVERIFY(file->notices.at(1).announcement);
        QCOMPARE(file->notices.at(1).link, u"https://exemple.fr/guide"_s);
    }
};

QTEST_APPLESS_MAIN(CallerFileTest)
#include "tst_callerfile.moc"
