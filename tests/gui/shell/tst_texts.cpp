// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/buttons.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/translators.h"

#include <QFile>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace desk;

class TestTexts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasASentence()
    {
        for (int code = 0; code <= int(Error::Code::Internal); ++code) {
            const QString text = errorText({static_cast<Error::Code>(code), u"internal detail"_s});
            QVERIFY(text.endsWith(u'.'));
            QVERIFY(!text.contains(u"detail"_s));
            QVERIFY(!text.contains(u'\''));
        }
    }

    void everyRuleHasASentence_data()
    {
        QTest::addColumn<QString>("rule");
        for (const char *rule : {"needs_call_or_ticket",
                                 "not_your_call",
                                 "call_closed",
                                 "unknown_account",
                                 "not_locked",
                                 "account_being_deleted",
                                 "account_disabled",
                                 "reason_needed",
                                 "reason_text_needed",
                                 "unknown_reason",
                                 "no_active_habilitation",
                                 "profile_has_no_mail",
                                 "unknown_ticket",
                                 "not_open",
                                 "not_closed",
                                 "owned_by_other",
                                 "outcome_needed",
                                 "outcome_text_needed",
                                 "answer_needed",
                                 "answer_too_long",
                                 "unfilled_placeholder",
                                 "text_needed",
                                 "text_too_long",
                                 "id_reused",
                                 "unknown_kind",
                                 "bad_params",
                                 "over_ceiling",
                                 "unknown_call_outcome",
                                 "call_outcome_needed",
                                 "unknown_motif",
                                 "bad_siret",
                                 "bad_email",
                                 "bad_phone",
                                 "description_too_long",
                                 "habilitation_not_active",
                                 "nothing_to_confirm",
                                 "rate_limited",
                                 "no_call",
                                 "not_found",
                                 "too_long",
                                 "version",
                                 "no_role",
                                 "secret_needed",
                                 "uri_password",
                                 "uri_scheme",
                                 "uri_host",
                                 "uri_port",
                                 "uri_database",
                                 "uri_option",
                                 "uri_sslmode",
                                 "uri_encoding",
                                 "uri_too_long",
                                 "no_postgresql",
                                 "private_in_use",
                                 "private_damaged",
                                 "private_unwritable",
                                 "private_create_failed",
                                 "private_start_failed",
                                 "no_server_user",
                                 "not_carried_out",
                                 "outcome_unknown",
                                 "not_migrated",
                                 "roles_missing",
                                 "schema_newer",
                                 "server_too_old",
                                 "migration_running",
                                 "migration_failed",
                                 "schema_of_migrations"})
            QTest::newRow(rule) << QString::fromLatin1(rule);
    }
    void everyRuleHasASentence()
    {
        QFETCH(QString, rule);
        const QString text = ruleText({Error::Code::Refused, {}, rule});
        QVERIFY2(text.size() > 20, "no sentence");
        QVERIFY(text.endsWith(u'.'));
        QVERIFY(!text.contains(u" :"_s) && !text.contains(u" ?"_s) && !text.contains(u" ;"_s)); // no-break spaces only
    }

    void anUnknownRuleFallsBackOnItsCode()
    {
        QCOMPARE(errorText({Error::Code::Refused, {}, u"of_tomorrow"_s}), errorText({Error::Code::Refused, {}}));
    }

    void aRefusedFileIsToldWithoutItsLineWhenThereIsNone()
    {
        const Error error{
            Error::Code::Internal,
            {},
            u"migration_failed"_s,
            {{u"file"_s, u"after.sql"_s}, {u"message"_s, u"no such role"_s}, {u"sqlstate"_s, u"42704"_s}}};
        QVERIFY(ruleText(error).contains(u"le fichier after.sql (no such role, 42704)."_s));
        QVERIFY(!ruleText(error).contains(u"ligne"_s));
    }

    void timesAreShort()
    {
        const QDateTime now(QDate(2026, 4, 3), QTime(12, 0), QTimeZone("Europe/Paris"));
        QCOMPARE(whenText(now.addSecs(-3600), now), u"11:00"_s);
        QCOMPARE(whenText(now.addDays(-1), now), u"hier 12:00"_s);
        QCOMPARE(whenText(now.addDays(1), now), u"demain 12:00"_s);
        QCOMPARE(whenText(now.addDays(-10), now), u"24/03 12:00"_s);
        QCOMPARE(whenText(now.addYears(-2), now), u"03/04/2024"_s);
        QCOMPARE(whenText({}, now), QString());
        QCOMPARE(dueText(now.addSecs(3 * 3600), now), u"il reste 3 h"_s);
        QCOMPARE(dueText(now.addSecs(-25 * 60), now), u"en retard de 25 min"_s);
        QCOMPARE(dueText(now.addDays(3), now), u"il reste 3 j"_s);
    }

    void numbersAreGrouped()
    {
        QCOMPARE(ticketNumber(TicketNumber(48213)), u"#48\u00a0213"_s);
        QCOMPARE(groupedNumber(1234567), u"1\u00a0234\u00a0567"_s);
        QCOMPARE(groupedNumber(12), u"12"_s);
        QCOMPARE(duration(134), u"02:14"_s);
        QCOMPARE(duration(3734), u"1:02:14"_s);
    }

    void overseasTimeIsTold()
    {
        const QDateTime now(QDate(2026, 4, 3), QTime(12, 0), Qt::UTC);
        QCOMPARE(callerLocalTime(u"America/Martinique"_s, now), u"Il est 08:00 chez l’appelant"_s);
        QCOMPARE(callerLocalTime(u"nowhere"_s, now), QString());
        QCOMPARE(callerLocalTime({}, now), QString());
    }

    void bothLanguagesAreComplete()
    {
        for (const QString &language : {u"en"_s, u"fr"_s}) {
            QFile file(QStringLiteral(TESTS_FOLDER "/../translations/asp-console_%1.ts").arg(language));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            QVERIFY(!file.readAll().contains("type=\"unfinished\""));
            QVERIFY(QFile::exists(u":/i18n/asp-console_%1.qm"_s.arg(language)));
        }
    }

    void theLanguageCanBeChosen()
    {
        const Error error{Error::Code::Refused, {}, u"not_locked"_s};
        QVERIFY(ruleText(error).startsWith(u"Ce compte"_s));
        installTranslators(*qApp, u"en"_s);
        QVERIFY(ruleText(error).startsWith(u"This account is not locked"_s));
        QCOMPARE(QCoreApplication::translate("desk::StatusLine", "%n courriel(s) en attente", nullptr, 2),
                 u"2 mails waiting"_s);
        installTranslators(*qApp, u"fr"_s);
        QVERIFY(ruleText(error).startsWith(u"Ce compte"_s));
        QCOMPARE(QCoreApplication::translate("desk::StatusLine", "%n courriel(s) en attente", nullptr, 1),
                 u"1 courriel en attente"_s);
    }

    void aBlockedButtonSaysWhy()
    {
        const std::unique_ptr<QPushButton> button(makeButton(u"Déverrouiller"_s, ButtonKind::Plain));
        setBlocked(button.get(), u"Pas verrouillé"_s);
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->text(), u"Pas verrouillé"_s);
        QVERIFY(button->accessibleDescription().contains(u"Pas verrouillé"_s));
        setBlocked(button.get(), u"Ce compte attend l’accord d’un autre superviseur"_s);
        QCOMPARE(button->text(), u"Déverrouiller"_s);
        QVERIFY(button->toolTip().contains(u"superviseur"_s));
        setBlocked(button.get(), {});
        QVERIFY(button->isEnabled());
        QCOMPARE(button->text(), u"Déverrouiller"_s);
        QVERIFY(button->toolTip().isEmpty());
    }
};

QTEST_MAIN(TestTexts)
#include "tst_texts.moc"
