// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

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
    process.start(QStringLiteral(ASP_DBADMIN), QStringList{u"lint"_s} + paths);
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
    void severalAtOnce();
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
    const Outcome outcome = lint({QStringLiteral(DESK_SCRIPT_FOLDER)});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.lines.join(u'\n')));
    QCOMPARE(outcome.err, QString());
    QVERIFY2(outcome.lines.isEmpty(), qPrintable(outcome.lines.join(u'\n'))); // not even advice
}

void LintCommandTest::says_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("line"); // the first one, behind the file's name
    const QByteArray head
        = "id: essai\ntitle: Essai\nwordings: [un, deux, trois, quatre, cinq]\nstart: debut\nnodes:\n";
    const QByteArray fin = "  fin: { kind: end, title: F, say: b, outcome: explained }\n";
    QTest::newRow("sound") << head + "  debut: { kind: say, title: D, say: a, next: fin }\n" + fin << 0 << QString();
    QTest::newRow("unknown node") << head + "  debut: { kind: say, title: D, say: a, next: perdu }\n"
                                  << 1 << u":6: nœud «\u00A0debut\u00A0»\u00A0: nœud suivant inconnu"_s;
    QTest::newRow("only advice") << head + "  debut: { kind: say, title: D, say: \"" + QByteArray(300, 'a')
            + "\", next: fin }\n"
            + fin << 0 << u":6: conseil : nœud «\u00A0debut\u00A0»\u00A0: 300 caractères"_s;
    QTest::newRow("another name than the file's")
        << "id: autre\ntitle: Essai\nwordings: [un, deux, trois, quatre, cinq]\nstart: fin\nnodes:\n" + fin << 1
        << u":1: le fichier d’un script porte son nom\u00A0: autre.yaml"_s;
    QTest::newRow("tab") << head + "\tdebut: { kind: end }\n" << 1 << u":6:"_s;
    QTest::newRow("not UTF-8") << head + "  debut: { kind: end, title: \xE9, outcome: explained }\n" << 1 << u":6:"_s;
    QTest::newRow("empty") << QByteArray() << 1 << u":1:"_s;
    QTest::newRow("comments only") << QByteArray("# a\n# b\n") << 1 << u":1: fichier vide"_s;
    QTest::newRow("broken") << head + "  debut: { kind: say\n" << 1 << u":6: une accolade"_s;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF") + head << 1 << u":1: marque"_s;
    QTest::newRow("zero byte") << head + QByteArray("  debut: \0\n", 11) << 1 << u":6: un caractère"_s;
    QTest::newRow("two documents") << head + fin + "---\nid: b\n" << 1 << u":7: un second document"_s;
    QTest::newRow("anchor") << head + "  debut: &a { kind: end }\n" << 1 << u":6: les ancres"_s;
    QTest::newRow("duplicate key") << head + fin + fin << 1 << u":7: clé «\u00A0fin\u00A0» en double"_s;
    QTest::newRow("too big") << head + fin + "#" + QByteArray(256 * 1024, 'a') << 1 << u":1: fichier de plus de"_s;
    QTest::newRow("too deep") << QByteArray("id: " + QByteArray(100, '[')) << 1 << u":1:"_s;
    QTest::newRow("unreachable") << head + "  debut: { kind: end, title: D, say: a, outcome: explained }\n" + fin << 1
                                 << u":7: nœud «\u00A0fin\u00A0»\u00A0: aucun chemin"_s;
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
                               "id: de\ntitle: De\nwordings: [un, deux, trois, quatre, cinq]\nstart: debut\nnodes:\n"
                               "  debut: { kind: goto, title: G, script: vers }\n");
    QCOMPARE(lint({from}).code, 1);
    QVERIFY(lint({from}).lines.first().contains(u"vers"_s));
    write(u"liens/vers.yaml"_s, "id: vers\n");
    QVERIFY(lint({from}).lines.first().contains(u"est lui-même à corriger"_s));
    write(u"liens/vers.yaml"_s,
          "id: vers\ntitle: Vers\nwordings: [un, deux, trois, quatre, cinq]\nstart: fin\nnodes:\n"
          "  fin: { kind: end, title: F, say: b, outcome: explained }\n");
    const Outcome outcome = lint({from});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.lines.join(u'\n')));
}

/// Each file is named as it was given, wherever it lies; one bad file is enough to fail.
void LintCommandTest::severalAtOnce()
{
    const QByteArray tail = "\ntitle: Un\nwordings: [un, deux, trois, quatre, cinq]\nstart: fin\nnodes:\n"
                            "  fin: { kind: end, title: F, say: b, outcome: explained }\n";
    for (const QString &name : {u"un"_s, u"deux"_s})
        QVERIFY(QDir(m_folder.path()).mkdir(name));
    const QString sound = write(u"un/sain.yaml"_s, "id: sain" + tail);
    const QString broken = write(u"deux/casse.yaml"_s, "id: Casse" + tail);
    const QString namesake = write(u"deux/sain.yaml"_s, "id: sain" + tail);
    QVERIFY(!write(u"deux/notes.txt"_s, "id: [").isEmpty());
    QCOMPARE(lint({sound}).code, 0);
    Outcome outcome = lint({sound, broken});
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.lines.size(), 1);
    QVERIFY2(outcome.lines.first().startsWith(broken + u":1: "_s), qPrintable(outcome.lines.first()));
    QVERIFY2(!outcome.err.isEmpty(), "how many, for who reads no list");
    outcome = lint({m_folder.filePath(u"deux"_s)}); // a folder: its scripts and nothing else
    QCOMPARE(outcome.lines.size(), 1);
    QVERIFY2(outcome.lines.first().startsWith(broken), qPrintable(outcome.lines.first()));
    outcome = lint({sound, namesake});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.lines.first().startsWith(namesake + u":1: "_s) && outcome.lines.first().contains(sound),
             qPrintable(outcome.lines.first()));
    outcome = lint({sound, sound, m_folder.filePath(u"un"_s)}); // given three times, read once
    QVERIFY2(outcome.code == 0 && outcome.lines.isEmpty(), qPrintable(outcome.lines.join(u'\n')));
}

void LintCommandTest::whatCannotBeRead()
{
    const Outcome absent = lint({m_folder.filePath(u"absent.yaml"_s)});
    QCOMPARE(absent.code, 1);
    QCOMPARE(absent.lines.size(), 1);
    QVERIFY2(absent.lines.first().contains(u"absent.yaml:0: fichier illisible"_s), qPrintable(absent.lines.first()));
    QVERIFY(QDir(m_folder.path()).mkdir(u"dossier.yaml"_s)); // a folder that looks like a file
    QVERIFY(QDir(m_folder.path()).mkdir(u"vide"_s));
    QCOMPARE(lint({m_folder.filePath(u"vide"_s)}).code, 1); // nothing read is nothing proved
    const Outcome both = lint({m_folder.filePath(u"absent.yaml"_s), m_folder.filePath(u"encore.yaml"_s)});
    QCOMPARE(both.lines.size(), 2);
    if (geteuid() != 0) {
        const QString closed = write(u"ferme.yaml"_s, "id: a\n");
        QVERIFY(QFile::setPermissions(closed, {}));
        const Outcome outcome = lint({closed});
        QCOMPARE(outcome.code, 1);
        QVERIFY(outcome.lines.value(0).contains(u"illisible"_s));
    }
    QCOMPARE(lint({}).code, 2);
}

QTEST_GUILESS_MAIN(LintCommandTest)
#include "tst_lintcommand.moc"
