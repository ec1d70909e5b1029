// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/settings/appsettings.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using desk::AppSettings;
using desk::ConnectionSettings;

class TestAppSettings : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

    void write(const QString &path, const QByteArray &content) const
    {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"asp-console.ini"_s);
        qputenv("XDG_CONFIG_HOME", m_folder->filePath(u"home"_s).toUtf8());
        qputenv("XDG_CONFIG_DIRS", m_folder->filePath(u"xdg"_s).toUtf8());
    }

    void defaults()
    {
        const AppSettings settings(m_file);
        QCOMPARE(settings.theme(), AppSettings::ThemeChoice::System);
        QCOMPARE(settings.language(), u"fr"_s);
        QVERIFY(settings.digitShortcuts());
        QCOMPARE(settings.afterClosing(), AppSettings::AfterClosing::Next);
        QVERIFY(!settings.hasConnection());
        QVERIFY(settings.windowState(u"main"_s).isEmpty());
        QVERIFY(settings.problems().isEmpty());
    }

    void keptAcrossARestart()
    {
        const auto connection
            = *ConnectionSettings::fromUri(u"postgresql://n@db1:5433,db2:5433/asp?sslrootcert=/ca,1.pem"_s);
        {
            AppSettings settings(m_file);
            QSignalSpy themes(&settings, &AppSettings::themeChanged);
            settings.setTheme(AppSettings::ThemeChoice::Dark);
            settings.setLanguage(u"en"_s);
            settings.setDigitShortcuts(false);
            settings.setAfterClosing(AppSettings::AfterClosing::Queue);
            settings.setConnection(connection);
            settings.setWindowState(u"main"_s, QByteArray("\0\1\377", 3));
            QCOMPARE(themes.count(), 1);
        }
        const AppSettings settings(m_file);
        QCOMPARE(settings.theme(), AppSettings::ThemeChoice::Dark);
        QCOMPARE(settings.language(), u"en"_s);
        QVERIFY(!settings.digitShortcuts());
        QCOMPARE(settings.afterClosing(), AppSettings::AfterClosing::Queue);
        QVERIFY(settings.hasConnection());
        QVERIFY(settings.connection() == connection);
        QCOMPARE(settings.windowState(u"main"_s), QByteArray("\0\1\377", 3));
        QVERIFY(settings.problems().isEmpty());
    }

    void thePrivateServerRemembersItsLogIn()
    {
        ConnectionSettings own;
        own.privateFolder = u"/home/n/essai"_s;
        own.login = u"agent"_s;
        AppSettings(m_file).setConnection(own);
        QVERIFY(AppSettings(m_file).connection() == own);
    }

    void badValuesFallBackOneByOne()
    {
        write(m_file,
              "[look]\ntheme=purple\nlanguage=en\n[keys]\ndigits=perhaps\n[queue]\nafter_closing=later\n[connection]\nuri=postgresql://n:secret@db1/"
              "asp\n"
              "[window]\nmain=@@@not base64@@@\n");
        const AppSettings settings(m_file);
        QCOMPARE(settings.theme(), AppSettings::ThemeChoice::System);
        QCOMPARE(settings.language(), u"en"_s);
        QVERIFY(settings.digitShortcuts());
        QCOMPARE(settings.afterClosing(), AppSettings::AfterClosing::Next);
        QVERIFY(!settings.hasConnection());
        QVERIFY(settings.windowState(u"main"_s).isEmpty());
        QCOMPARE(settings.problems(),
                 (QStringList{u"look/theme"_s, u"keys/digits"_s, u"queue/after_closing"_s, u"connection/uri"_s}));
    }

    void aDamagedFileIsSetAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("binary") << QByteArray("\x7f\x45\x4c\x46\0\0\0\1garbage", 15);
        QTest::newRow("endless") << QByteArray(5 * 1024 * 1024, 'x');
    }
    void aDamagedFileIsSetAside()
    {
        QFETCH(QByteArray, content);
        write(m_file, content);
        {
            AppSettings settings(m_file);
            QCOMPARE(settings.problems(), QStringList(u"file"_s));
            QCOMPARE(settings.language(), u"fr"_s);
            settings.setLanguage(u"en"_s);
        }
        const QStringList aside = QDir(m_folder->path()).entryList({u"asp-console.ini.damaged-*"_s});
        QCOMPARE(aside.size(), 1);
        QFile kept(m_folder->filePath(aside.first()));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), content);
        QCOMPARE(AppSettings(m_file).language(), u"en"_s);
    }

    void theRollOutGivesDefaults()
    {
        write(m_folder->filePath(u"xdg/asp-console/defaults.ini"_s),
              "[look]\nlanguage=en\ntheme=dark\n[connection]\nuri=postgresql://db1,db2/asp?sslmode=verify-full\n");
        AppSettings settings(m_file);
        QCOMPARE(settings.language(), u"en"_s);
        QVERIFY(settings.hasConnection());
        QCOMPARE(settings.connection().hosts, u"db1,db2"_s);
        settings.setLanguage(u"fr"_s);
        QCOMPARE(settings.language(), u"fr"_s);
        QCOMPARE(settings.theme(), AppSettings::ThemeChoice::Dark);
    }

    void aPlaceThatCannotBeWrittenIsNoCrash()
    {
        AppSettings settings(u"/proc/nowhere/asp-console.ini"_s);
        settings.setLanguage(u"en"_s);
        QVERIFY(settings.problems().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAppSettings)
#include "tst_appsettings.moc"
