// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/lookup/callerfile.h"

#include "app/core/document.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace desk;
using namespace Qt::StringLiterals;

namespace {

/// The file of an establishment with one account and nothing else, every part of it read.
CallerFile bakery()
{
    CallerFile file;
    file.subject = CallerFile::Subject::Establishment;
    file.establishment.siret = u"73282932000074"_s;
    Account account;
    account.id = AccountId(11);
    account.habilitation.state = HabilitationState::Active;
    file.accounts = {account};
    return file;
}

QJsonObject whole()
{
    return toDocument(bakery());
}

QJsonObject with(const QString &key, const QJsonValue &value)
{
    QJsonObject document = whole();
    document.insert(key, value);
    return document;
}

QJsonObject ofTheAccount(const QString &key, const QJsonValue &value)
{
    QJsonObject account = whole().value("accounts"_L1).toArray().first().toObject();
    account.insert(key, value);
    return with(u"accounts"_s, QJsonArray{account});
}

} // namespace

class CallerFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatCouldNotBeReadIsNotEmpty_data()
    {
        QTest::addColumn<QJsonObject>("document");
        QTest::addColumn<QStringList>("unread");
        QTest::newRow("all was read") << whole() << QStringList();
        QTest::newRow("the server names a part")
            << with(u"unread"_s, QJsonArray{u"check"_s}) << QStringList{u"check"_s};
        QTest::newRow("a part is null") << with(u"daps"_s, QJsonValue::Null) << QStringList{u"daps"_s};
        QTest::newRow("a part is missing") << with(u"tickets"_s, QJsonValue::Undefined) << QStringList{u"tickets"_s};
        QTest::newRow("the mails of an account are null")
            << ofTheAccount(u"mails"_s, QJsonValue::Null) << QStringList{u"mails"_s};
        QTest::newRow("the extranets of an account are null")
            << ofTheAccount(u"other_extranets"_s, QJsonValue::Null) << QStringList{u"extranets"_s};
        QJsonObject twice = with(u"daps"_s, QJsonValue::Null);
        twice.insert(u"unread"_s, QJsonArray{u"daps"_s});
        QTest::newRow("named once") << twice << QStringList{u"daps"_s};
    }
    void whatCouldNotBeReadIsNotEmpty()
    {
        QFETCH(QJsonObject, document);
        const auto file = callerFileFromDocument(document);
        QVERIFY(file);
        QTEST(file->unread, "unread");
    }

    void anAnnouncementIsNoIncident()
    {
        const QJsonObject document
            = with(u"notices"_s,
                   written(QList<IncidentNotice>{
                       {1, u"Courriels retardés."_s, {}, {}, NoticeKind::Incident, {}},
                       {2, u"Nouveau guide."_s, {}, {}, NoticeKind::Annonce, u"https://exemple.fr/guide"_s}}));
        const auto file = callerFileFromDocument(document);
        QVERIFY(file);
        QVERIFY(file->notices.at(0).kind == NoticeKind::Incident);
        QVERIFY(file->notices.at(1).kind == NoticeKind::Annonce);
        QCOMPARE(file->notices.at(1).link, u"https://exemple.fr/guide"_s);
    }

    void whatIsWrittenIsReadAgain()
    {
        CallerFile file = bakery();
        file.call = CallState{QUuid(u"00000000-0000-4000-8000-0000000000e1"_s), at(), u"note"_s};
        file.serverTime = at();
        file.selectedAccount = AccountId(11);
        Ticket ticket;
        ticket.number = TicketNumber(48213);
        ticket.state = TicketState::OnHold;
        ticket.events = {{at(), u"a"_s, u"A"_s, u"held"_s, {}, {{u"motif"_s, u"autres"_s, u"habilitation"_s}}}};
        file.tickets = {ticket};
        file.accounts.first().mails = {{3, MailKind::MotDePasse, MailState::Bounced, at(), at(), {}, at(), u"550"_s}};
        const auto again = callerFileFromDocument(toDocument(file));
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        QCOMPARE(*again, file);
    }

    void whatIsWrongHasItsPath_data()
    {
        QTest::addColumn<QJsonObject>("document");
        QTest::addColumn<QString>("fault");
        QTest::newRow("no subject") << with(u"subject"_s, QJsonValue::Undefined) << u"subject: missing"_s;
        QTest::newRow("another subject") << with(u"subject"_s, u"person"_s) << u"subject: unknown code 'person'"_s;
        QTest::newRow("a password of tomorrow")
            << ofTheAccount(u"password"_s, u"passkey"_s) << u"accounts[0].password: unknown code 'passkey'"_s;
        QTest::newRow("the habilitation is no object")
            << ofTheAccount(u"habilitation"_s, u"active"_s) << u"accounts[0].habilitation: no object"_s;
        QTest::newRow("no accounts") << with(u"accounts"_s, QJsonValue::Null) << u"accounts: no list"_s;
        QTest::newRow("no establishment")
            << with(u"establishment"_s, QJsonValue::Null) << u"establishment's file without its SIRET"_s;
    }
    void whatIsWrongHasItsPath()
    {
        QFETCH(QJsonObject, document);
        const auto file = callerFileFromDocument(document);
        QVERIFY(!file);
        QTEST(file.error().detail, "fault");
    }

    void aFieldAsANumber()
    {
        QJsonObject event = toDocument(TicketEvent());
        event.insert(u"changes"_s,
                     QJsonObject{{u"duplicate_of"_s, QJsonObject{{u"was"_s, QJsonValue::Null}, {u"is"_s, 7}}}});
        const auto read = fromDocument<TicketEvent>(event);
        QVERIFY(read);
        QCOMPARE(read->changes, (QList<TicketFieldChange>{{u"duplicate_of"_s, {}, u"7"_s}}));
    }

    void aMaskedStreetIsNoStreet()
    {
        CallerFile file = bakery();
        file.establishment.addressLine = u"••••"_s;
        file.establishment.streetMasked = true;
        QCOMPARE(callerFileFromDocument(toDocument(file))->establishment.addressLine, QString());
    }

private:
    static QDateTime at() { return QDateTime({2026, 3, 2}, {8, 0}, Qt::UTC); }
};

QTEST_APPLESS_MAIN(CallerFileTest)
#include "tst_callerfile.moc"
