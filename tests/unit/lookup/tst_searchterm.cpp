// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/lookup/searchterm.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using desk::SearchTerm;
using Kind = desk::SearchTerm::Kind;

Q_DECLARE_METATYPE(desk::SearchTerm::Kind)

class TestSearchTerm : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recognised_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QString &typed, Kind kind, const QString &text) {
            QTest::newRow(name) << typed << kind << text;
        };
        const QString siret = u"73282932000074"_s;
        row("nothing", {}, Kind::Empty, {});
        row("blanks and invisible characters", u" \t\u200B\u00A0 "_s, Kind::Empty, {});
        row("SIRET", siret, Kind::Siret, siret);
        row("SIRET with spaces", u" 732 829 320 00074"_s, Kind::Siret, siret);
        row("SIRET with no-break spaces", u"732\u00A0829\u00A0320\u00A000074"_s, Kind::Siret, siret);
        row("SIRET with dots", u"732.829.320.00074"_s, Kind::Siret, siret);
        row("SIRET in full-width digits", u"７３２８２９３２００００７４"_s, Kind::Siret, siret);
        row("SIRET with zero-width characters", u"7328\u200B29320\u200D00074\uFEFF"_s, Kind::Siret, siret);
        row("SIRET with its label", u"N° SIRET : 732 829 320 00074"_s, Kind::Siret, siret);
        row("SIRET in a sentence", u"bonjour le 732829320 00074 merci"_s, Kind::Siret, siret);
        row("SIRET followed by a postal code", u"732 829 320 00074 75008 PARIS"_s, Kind::Siret, siret);
        row("wrong check digit", u"732 829 320 00075"_s, Kind::BadSiret, u"73282932000075"_s);
        row("wrong check digit, with its label", u"SIRET 732 829 320 00075"_s, Kind::BadSiret, u"73282932000075"_s);
        row("thirteen digits", u"7328293200007"_s, Kind::BadSiret, u"7328293200007"_s);
        row("fifteen digits", u"732 829 320 000745"_s, Kind::BadSiret, u"732829320000745"_s);
        row("SIREN", u"732 829 320"_s, Kind::Siren, u"732829320"_s);
        row("SIRET being typed", u"732 829 320 00"_s, Kind::Siren, u"732829320"_s);
        row("e-mail", u"Jean.Dupont@Exemple.FR"_s, Kind::Email, u"jean.dupont@exemple.fr"_s);
        row("e-mail from a mail client", u"\"Dupont, Jean\" <jean@exemple.fr>,"_s, Kind::Email, u"jean@exemple.fr"_s);
        row("e-mail link", u"mailto:jean@exemple.fr"_s, Kind::Email, u"jean@exemple.fr"_s);
        row("e-mail being typed", u"jean.dupont@e"_s, Kind::Email, u"jean.dupont@e"_s);
        row("phone", u"01 42 68 53 00"_s, Kind::Phone, u"0142685300"_s);
        row("phone with dots", u"01.42.68.53.00"_s, Kind::Phone, u"0142685300"_s);
        row("phone from abroad", u"+33 1 42 68 53 00"_s, Kind::Phone, u"+33142685300"_s);
        row("phone, both ways at once", u"+33 (0)1 42 68 53 00"_s, Kind::Phone, u"+33142685300"_s);
        row("phone with 00", u"0033142685300"_s, Kind::Phone, u"+33142685300"_s);
        row("phone without its plus", u"33142685300"_s, Kind::Phone, u"+33142685300"_s);
        row("overseas phone", u"+596 596 12 34 56"_s, Kind::Phone, u"+596596123456"_s);
        row("ticket", u"#48213"_s, Kind::Ticket, u"48213"_s);
        row("ticket as displayed", u"#48\u00A0213"_s, Kind::Ticket, u"48213"_s);
        row("ticket, digits only", u"48213"_s, Kind::Ticket, u"48213"_s);
        row("ticket, in words", u"Ticket n° 48 213"_s, Kind::Ticket, u"48213"_s);
        row("identifiant", u"jean.dupont2"_s, Kind::Identifiant, u"jean.dupont2"_s);
        row("identifiant of an office", u"ud.correze"_s, Kind::Identifiant, u"ud.correze"_s);
        row("double first name", u"Marie-Claude.O'Brien"_s, Kind::Identifiant, u"marie-claude.o'brien"_s);
        row("name and town", u"boulang toulouse"_s, Kind::Words, u"boulang toulouse"_s);
        row("accents are kept, spaces folded", u"  Crèche   de l’Étoile "_s, Kind::Words, u"Crèche de l’Étoile"_s);
        row("a word that only begins like a ticket", u"demande"_s, Kind::Words, u"demande"_s);
        row("an at sign alone", u"@"_s, Kind::Words, u"@"_s);
        row("letters among the digits", u"7328293200O074"_s, Kind::Words, u"7328293200O074"_s);
        row("digits of another script", QString(14, QChar(0x0660)), Kind::Words, QString(14, QChar(0x0660)));
        row("SQL", u"'; drop table asp.account; --"_s, Kind::Words, u"'; drop table asp.account; --"_s);
        row("control characters", u"boulan\u0001\u0000gerie"_s, Kind::Words, u"boulan gerie"_s);
    }
    void recognised()
    {
        QFETCH(QString, typed);
        QFETCH(Kind, kind);
        QFETCH(QString, text);
        const SearchTerm term = SearchTerm::recognise(typed);
        QCOMPARE(term.text, text);
        QCOMPARE(term.kind, kind);
        QCOMPARE(term.raw, typed);
    }

    void aPageIsSearchedForItsSiret()
    {
        const QString filler = u"Mentions légales de la société, capital 100 000 euros.\n"_s;
        QString page = filler.repeated(200);
        page += u"RCS 999 999 999 — SIRET 732 829 320 00074, TVA FR 12 345\n"_s + filler.repeated(20'000);
        QVERIFY(page.size() > 1'000'000);
        QElapsedTimer timer;
        timer.start();
        const SearchTerm term = SearchTerm::recognise(page);
        QVERIFY2(timer.elapsed() < 200, "a pasted page held the keyboard up");
        QCOMPARE(term.kind, Kind::Siret);
        QCOMPARE(term.text, u"73282932000074"_s);
        QVERIFY(term.raw.size() <= 1000);
    }

    void aHostilePageIsHarmless_data()
    {
        QTest::addColumn<QString>("page");
        QTest::newRow("digits") << QString(1'000'000, u'1');
        QTest::newRow("digits and spaces") << u"1 "_s.repeated(500'000);
        QTest::newRow("at signs") << QString(1'000'000, u'@');
        QTest::newRow("letters and dots") << u"a."_s.repeated(500'000);
        QTest::newRow("half surrogates") << QString(1'000'000, QChar(0xD800));
        QTest::newRow("emoji") << u"😀"_s.repeated(500'000);
        QTest::newRow("combining accents") << QString(1'000'000, QChar(0x0301));
        QTest::newRow("ligatures that expand") << QString(1'000'000, QChar(0xFDFA));
    }
    void aHostilePageIsHarmless()
    {
        QFETCH(QString, page);
        QElapsedTimer timer;
        timer.start();
        const SearchTerm term = SearchTerm::recognise(page);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
        QVERIFY(term.text.size() <= 200);
        QVERIFY(!term.text.endsWith(QChar(0xD83D)));
    }

    void noiseNeverFails()
    {
        QRandomGenerator random(20260111);
        const QString alphabet = u"0123456789 .-+#@()aé'\"\n\u00A0\u200B７°"_s;
        for (int i = 0; i < 20'000; ++i) {
            QString noise;
            for (int length = random.bounded(40); length > 0; --length)
                noise += alphabet.at(random.bounded(int(alphabet.size())));
            const SearchTerm term = SearchTerm::recognise(noise);
            QCOMPARE(term.kind == Kind::Empty, term.text.isEmpty());
            if (term.kind == Kind::Siret)
                QCOMPARE(term.text.size(), 14);
        }
    }
};

QTEST_APPLESS_MAIN(TestSearchTerm)
#include "tst_searchterm.moc"
