// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Outcome {
    int code = -1;
    QStringList lines;
    QString err;
};

Outcome lint(const QStringList &paths)
{
    QProcess process;
    process.start(QStringLiteral(DBADMIN_PROGRAM), QStringList{u"lint"_s} + paths);
    if (!process.waitForFinished(30'000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

/// asp-dbadmin lint, as an author of scripts uses it: the program itself.
class LintCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shippedScriptsAreSound();
    void says_data();
    void says();
    void linksAreFollowedWithinTheFolder();
    void whatCannotBeRead();

private:
    QString write(const QString &name, const QByteArray &content);
    QTemporaryDir m_folder;
};

QString LintCommandTest::write(const QString &name, const QByteArray &content)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QFile::WriteOnly))
        return {};
    file.write(content);
    return file.fileName();
}

void LintCommandTest::shippedScriptsAreSound()
{
    const Outcome outcome = lint({QFINDTESTDATA("../resources/scripts")});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.lines.join(u'\n')));
    QCOMPARE(outcome.err, QString());
    QVERIFY2(outcome.lines.isEmpty(), qPrintable(outcome.lines.join(u'\n'))); // not even advice
}

void LintCommandTest::says_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("line"); // the first one, behind the file's name
    const QByteArray head = "id: essai\ntitle: Essai\nwordings: [un]\nstart: debut\nnodes:\n";
    const QByteArray fin = "  fin: { kind: end, title: F, say: b, outcome: explained }\n";
    QTest::newRow("sound") << head + "  debut: { kind: say, title: D, say: a, next: fin }\n" + fin << 0 << QString();
    QTest::newRow("unknown node") << head + "  debut: { kind: say, title: D, say: a, next: perdu }\n"
                                  << 1 << u":6: nœud «\u00A0debut\u00A0»\u00A0: nœud suivant inconnu"_s;
    QTest::newRow("only advice") << head + "  debut: { kind: say, title: D, say: \"" + QByteArray(300, 'a')
            + "\", next: fin }\n"
            + fin << 0 << u":6: conseil : nœud «\u00A0debut\u00A0»\u00A0: 300 caractères"_s;
    QTest::newRow("tab") << head + "\tdebut: { kind: end }\n" << 1 << u":6:"_s;
    QTest::newRow("not UTF-8") << head + "  debut: { kind: end, title: \xE9, outcome: explained }\n" << 1 << u":6:"_s;
    QTest::newRow("empty") << QByteArray() << 1 << u":1:"_s;
}

void LintCommandTest::says()
{
    QFETCH(QByteArray, content);
    QFETCH(int, code);
    QFETCH(QString, line);
    const QString file = write(u"essai.yaml"_s, content);
    const Outcome outcome = lint({file});
    QVERIFY2(outcome.code == code, qPrintable(outcome.lines.join(u'\n') + outcome.err));
    QCOMPARE(outcome.lines.isEmpty(), line.isEmpty());
    if (!line.isEmpty())
        QVERIFY2(outcome.lines.first().startsWith(file + line), qPrintable(outcome.lines.first()));
    QCOMPARE(outcome.err.isEmpty(), code == 0);
}

void LintCommandTest::linksAreFollowedWithinTheFolder()
{
    QVERIFY(QDir(m_folder.path()).mkdir(u"liens"_s));
    const QString from = write(u"liens/de.yaml"_s,
                               "id: de\ntitle: De\nwordings: [un]\nstart: debut\nnodes:\n"
                               "  debut: { kind: goto, title: G, script: vers }\n");
    QCOMPARE(lint({from}).code, 1);
    QVERIFY(lint({from}).lines.first().contains(u"vers"_s));
    write(u"liens/vers.yaml"_s,
          "id: vers\ntitle: Vers\nwordings: [un]\nstart: fin\nnodes:\n"
          "  fin: { kind: end, title: F, say: b, outcome: explained }\n");
    const Outcome outcome = lint({from});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.lines.join(u'\n')));
}

void LintCommandTest::whatCannotBeRead()
{
    const Outcome absent = lint({m_folder.filePath(u"absent.yaml"_s)});
    QCOMPARE(absent.code, 1);
    QCOMPARE(absent.lines.size(), 1);
    QCOMPARE(lint({}).code, 2);
}

QTEST_GUILESS_MAIN(LintCommandTest)
#include "tst_lintcommand.moc"
