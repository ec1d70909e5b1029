// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/handover/handoverserver.h"

#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace desk;

class TestHandoverServer : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    QString m_name = m_folder.filePath(u"s"_s);

    /// send() blocks: the other side of a test in one thread needs its own.
    bool sent(const Handover &handover) const
    {
        bool took = false;
        std::unique_ptr<QThread> thread(QThread::create([&] { took = HandoverServer::send(handover, m_name); }));
        thread->start();
        while (!thread->wait(5))
            QCoreApplication::processEvents();
        return took;
    }

private Q_SLOTS:
    void isTakenByTheConsoleThatListens()
    {
        HandoverServer server(m_name);
        QVERIFY(server.listen());
        Handover heard;
        connect(&server, &HandoverServer::received, this, [&heard](const Handover &handover) { heard = handover; });
        const Handover siret = *Handover::fromSiret(u"73282932000074"_s);
        QVERIFY(sent(siret));
        QVERIFY(heard == siret);
    }
    void nobodyListens() { QVERIFY(!sent(Handover{})); }
    void theSocketIsTheUsersOwn()
    {
        HandoverServer server(m_name);
        QVERIFY(server.listen());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(m_name) & others));
    }
    void aSecondConsoleDoesNotTakeTheSocketAway()
    {
        HandoverServer first(m_name), second(m_name);
        QVERIFY(first.listen());
        QVERIFY(!second.listen());
    }
    void aSocketLeftByAKilledConsoleIsReplaced()
    {
        QFile left(m_name);
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.close();
        HandoverServer server(m_name);
        QVERIFY(server.listen());
    }
    void hostilePeers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("noise") << QByteArray(64, '\xff');
        QTest::newRow("endless") << QByteArray(5'000'000, 'a');
        QTest::newRow("another verb") << QByteArray("asp-console 1 open /etc/passwd\n");
        QTest::newRow("nothing") << QByteArray();
    }
    void hostilePeers()
    {
        QFETCH(QByteArray, bytes);
        HandoverServer server(m_name);
        QVERIFY(server.listen());
        int heard = 0;
        connect(&server, &HandoverServer::received, this, [&heard] { ++heard; });
        QLocalSocket peer;
        peer.connectToServer(m_name);
        QVERIFY(peer.waitForConnected());
        peer.write(bytes);
        QTRY_COMPARE_WITH_TIMEOUT(peer.state(), QLocalSocket::UnconnectedState, 5000);
        QCOMPARE(heard, 0);
        QVERIFY(sent(Handover{})); // and it still listens
        QCOMPARE(heard, 1);
    }
    void manyPeersAtOnce()
    {
        HandoverServer server(m_name);
        QVERIFY(server.listen());
        std::vector<std::unique_ptr<QLocalSocket>> peers;
        for (int i = 0; i < 40; ++i) {
            peers.push_back(std::make_unique<QLocalSocket>());
            peers.back()->connectToServer(m_name);
        }
        QTest::qWait(2500);
        peers.clear();
        QVERIFY(sent(Handover{}));
    }
};

QTEST_GUILESS_MAIN(TestHandoverServer)
#include "tst_handoverserver.moc"
