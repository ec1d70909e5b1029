// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/scripts/scriptstage.h"
#include "tests/unit/scripts/situations.h"
#include "ui/common/commands.h"
#include "ui/theme/theme.h"

#include <QDirIterator>
#include <QLabel>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

/// The table of commands against the window: what stands in it is bound, listed and shown, and nothing else is.
class TestCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, AppSettings::ThemeChoice::Light); }

    void everyCommandHasItsRow()
    {
        for (int i = 0; i <= static_cast<int>(Command::ShowShortcuts); ++i) {
            const auto command = static_cast<Command>(i);
            QCOMPARE(commandRow(command).command, command);
            QVERIFY(!commandKeys(command).isEmpty());
            QVERIFY(!commandMeaning(command).isEmpty());
        }
    }

    void noKeyStandsForTwoThingsInOnePlace()
    {
        QHash<QString, QString> seen;
        for (const CommandRow &row : commandTable()) {
            for (const QKeySequence &keys : row.keys) {
                const QString here = QString::number(static_cast<int>(row.place)) + keys.toString();
                QVERIFY2(!seen.contains(here), qPrintable(keys.toString() + u": "_s + seen.value(here)));
                seen.insert(here, QString::fromUtf8(row.meaning));
            }
        }
    }

    void whatTheWindowBindsIsInTheTable()
    {
        ScriptStage stage;
        stage.open(situations::file({situations::locked()}));
        QHash<int, QList<QKeySequence>> bound;
        for (const QShortcut *shortcut : stage.window.findChildren<QShortcut *>()) {
            QVERIFY2(shortcut->property("command").isValid(), qPrintable(shortcut->key().toString()));
            bound[shortcut->property("command").toInt()] << shortcut->key();
        }
        for (const CommandRow &row : commandTable()) {
            if (row.place != CommandPlace::Window && row.place != CommandPlace::Script)
                continue;
            for (const QKeySequence &keys : row.keys)
                QVERIFY2(bound.value(static_cast<int>(row.command)).contains(keys), qPrintable(keys.toString()));
        }
    }

    void theListShowsAllOfThem()
    {
        ScriptStage stage;
        auto *list = stage.window.findChild<QWidget *>(u"shortcutsOverlay"_s);
        QStringList shown;
        for (const QLabel *label : list->findChildren<QLabel *>())
            shown << label->text();
        for (const CommandRow &row : commandTable()) {
            QVERIFY2(shown.contains(commandKeys(row.command)), row.keysText);
            QVERIFY2(shown.contains(commandMeaning(row.command)), row.meaning);
        }
    }

    /// Sentences name keys in words ("F7 ouvre un appel"): each must be one of the table.
    void keysNamedInSentencesExist()
    {
        static const QRegularExpression named(u"\\b(F[1-9]|(?:Ctrl|Alt)\\+[A-Z])\\b"_s);
        QStringList known{u"F2"_s}; // renames a view where it stands, as everywhere
        for (const CommandRow &row : commandTable())
            known << QString::fromUtf8(row.keysText)
                  << (row.keys.isEmpty() ? QString() : row.keys.constLast().toString());
        QDirIterator files(QStringLiteral(DESK_UI_FOLDER), {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (auto it = named.globalMatch(text); it.hasNext();) {
                const QString key = it.next().captured(1);
                QVERIFY2(known.contains(key), qPrintable(file.fileName() + u": "_s + key));
            }
        }
    }
};

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"
