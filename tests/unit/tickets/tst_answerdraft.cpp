// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/operations/operation.h"
#include "app/tickets/answerdraft.h"
#include "app/tickets/lettertexts.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

PastOperation operation(QLatin1StringView kind, const QString &identifiant, const QString &at)
{
    PastOperation done;
    done.id = QUuid::createUuid();
    done.kind = kind;
    done.identifiant = identifiant;
    done.at = QDateTime::fromString(at, Qt::ISODate);
    return done;
}

AnswerContext context()
{
    AnswerContext c;
    c.number = TicketNumber(48213);
    c.siret = u"73282932000074"_s;
    c.denomination = u"Boulangerie du Capitole"_s;
    c.requesterName = u"Claire Fontan"_s;
    c.outcome = u"access_restored"_s;
    c.settings = {{u"telephone.assistance"_s, u"0800 705 800"_s},
                  {u"extranet.url"_s, u"https://activitepartielle.emploi.gouv.fr/aparts/"_s}};
    c.zone = QTimeZone("Europe/Paris");
    return c;
}

/// The codes of asp.ticket_outcome, from the statement that fills it.
QStringList outcomesOfTheDatabase()
{
    QStringList codes;
    static const QRegularExpression filling(u"insert into asp\\.ticket_outcome\\b([^;]*);"_s),
        code(u"\\(\\s*'([a-z_]+)'"_s);
    for (QDirIterator files(QStringLiteral(DESK_SOURCE_DIR "/db"), {u"*.sql"_s}, QDir::Files,
                            QDirIterator::Subdirectories);
         files.hasNext();) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString text = QString::fromUtf8(file.readAll());
        for (auto it = filling.globalMatch(text); it.hasNext();) {
            for (auto one = code.globalMatch(it.next().captured(1)); one.hasNext();)
                codes << one.next().captured(1);
        }
    }
    codes.removeDuplicates();
    return codes;
}

} // namespace

class AnswerDraftTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void says_data()
    {
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kinds");
        QTest::addColumn<QStringList>("said");
        QTest::addColumn<QStringList>("unsaid");
        QTest::newRow("an unlock is told with its time in Paris")
            << u"access_restored"_s << QString() << u"unlock"_s
            << QStringList{u"Le compte utilisateur a été déverrouillé le 3 avril à 14:21."_s, u"Pour vous connecter"_s}
            << QStringList{u"réinitialisé"_s, u"claire.fontan"_s};
        QTest::newRow("a reset announces two mails and the end of the old password")
            << u"access_restored"_s << QString() << u"reset"_s
            << QStringList{u"l’ancien ne fonctionne plus"_s, u"deux courriels"_s, u"indésirables"_s}
            << QStringList{u"déverrouillé"_s};
        QTest::newRow("several deeds become a list")
            << u"access_restored"_s << QString() << u"unlock reset"_s
            << QStringList{u"Voici ce qui a été fait\u00A0:\n– le compte"_s} << QStringList{};
        QTest::newRow("nothing done, access restored")
            << u"access_restored"_s << QString() << QString() << QStringList{u"est rétabli"_s} << QStringList{};
        QTest::newRow("a transfer names to whom")
            << u"transferred"_s << u"l’unité départementale de Haute-Garonne"_s << QString()
            << QStringList{u"l’unité départementale de Haute-Garonne."_s} << QStringList{u"Pour vous connecter"_s};
        QTest::newRow("a refusal gives its reason, with one full stop")
            << u"refused"_s << u"l’adresse ne peut pas être vérifiée."_s << QString()
            << QStringList{u"pour la raison suivante\u00A0: l’adresse ne peut pas être vérifiée."_s}
            << QStringList{u".."_s};
        QTest::newRow("a refusal without reason stays a sentence")
            << u"refused"_s << QString() << QString() << QStringList{u"une suite favorable."_s} << QStringList{};
        QTest::newRow("an explanation names the points gone through")
            << u"explained"_s << QString() << QString()
            << QStringList{u"Points examinés avec vous\u00A0: «\u00A0Compte verrouillé\u00A0», «\u00A0Identifiants reçus"_s}
            << QStringList{u"38"_s};
        QTest::newRow("a duplicate points to the other one")
            << u"duplicate"_s << QString() << QString() << QStringList{u"n°\u00A048\u00A0100"_s} << QStringList{};
        QTest::newRow("an outcome nobody knows yet uses the agent's words")
            << u"something_new"_s << u"Le dossier est complet"_s << QString()
            << QStringList{u"Le dossier est complet."_s} << QStringList{};
        QTest::newRow("no outcome yet, still a letter")
            << QString() << QString() << QString() << QStringList{u"Cordialement"_s} << QStringList{};
    }
    void says()
    {
        QFETCH(QString, outcome);
        QFETCH(QString, text);
        QFETCH(QString, kinds);
        QFETCH(QStringList, said);
        QFETCH(QStringList, unsaid);
        AnswerContext c = context();
        c.outcome = outcome;
        c.outcomeText = text;
        c.duplicateOf = TicketNumber(48100);
        c.walkTitles = {u"Compte verrouillé"_s, u"38 · Identifiants reçus, connexion impossible"_s};
        if (kinds.contains(u"unlock"_s))
            c.operations << operation(OperationKind::Unlock, u"claire.fontan"_s, u"2020-04-03T12:21:00Z"_s);
        if (kinds.contains(u"reset"_s))
            c.operations << operation(OperationKind::ResetPassword, u"claire.fontan"_s, u"2020-04-03T12:22:00Z"_s);
        const QString letter = draftAnswer(c);
        for (const QString &words : said)
            QVERIFY2(QString(letter).replace(u"3\u00A0avril"_s, u"3 avril"_s).contains(words), qPrintable(letter));
        for (const QString &words : unsaid)
            QVERIFY2(!letter.contains(words), qPrintable(letter));
        QVERIFY2(letter.startsWith(u"Bonjour Claire Fontan,\n\n"_s), qPrintable(letter));
        QVERIFY(letter.contains(u"n°\u00A048\u00A0213"_s));
        QVERIFY(letter.contains(u"SIRET\u00A0732\u00A0829\u00A0320\u00A000074"_s));
        QVERIFY(letter.contains(u"0800 705 800"_s));
        QCOMPARE(unfilledPlaceholders(letter), QStringList());
    }

    void neverLeavesAPlaceToFillIn_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("denomination");
        QTest::addColumn<QString>("greeting");
        QTest::newRow("no name") << QString() << u"Boulangerie"_s << u"Bonjour,"_s;
        QTest::newRow("an address for a name") << u"claire@exemple.fr"_s << u"Boulangerie"_s << u"Bonjour,"_s;
        QTest::newRow("a script for a name") << u"<b>{nom}</b>"_s << u"Boulangerie"_s << u"Bonjour,"_s;
        QTest::newRow("line breaks and controls")
            << u"Claire\r\n\u0007Fontan"_s << u"Boulangerie"_s << u"Bonjour Claire Fontan,"_s;
        QTest::newRow("marks of direction")
            << u"Claire \u202Enatnof\u200F"_s << u"Boulangerie"_s << u"Bonjour Claire natnof,"_s;
        QTest::newRow("brackets in the denomination")
            << u"Claire"_s << u"SARL [Le Four] {Toulouse}"_s << u"Bonjour Claire,"_s;
        QTest::newRow("a denomination of crosses") << u"Claire"_s << u"XXX"_s << u"Bonjour Claire,"_s;
        QTest::newRow("nothing at all") << QString() << QString() << u"Bonjour,"_s;
    }
    void neverLeavesAPlaceToFillIn()
    {
        QFETCH(QString, name);
        QFETCH(QString, denomination);
        AnswerContext c = context();
        c.requesterName = name;
        c.denomination = denomination;
        if (denomination.isEmpty()) {
            c.siret.clear();
            c.settings.clear();
            c.number = TicketNumber(0);
        }
        const QString letter = draftAnswer(c);
        QTEST(letter.section(u'\n', 0, 0), "greeting");
        QCOMPARE(unfilledPlaceholders(letter), QStringList());
        QVERIFY(!letter.contains(u"  "_s) && !letter.contains(u"()"_s));
    }

    void severalAccountsArePlural()
    {
        AnswerContext c = context();
        c.operations << operation(OperationKind::Unlock, u"claire.fontan"_s, u"2020-04-03T12:21:00Z"_s)
                     << operation(OperationKind::Unlock, u"sonia.roux"_s, u"2020-04-01T12:40:00Z"_s);
        const QString letter = draftAnswer(c);
        QVERIFY2(
            letter.contains(
                u"Les comptes utilisateurs concernés ont été déverrouillés, le dernier le 3\u00A0avril à 14:21."_s),
            qPrintable(letter));
    }

    void everyOutcomeHasItsWords_data()
    {
        QTest::addColumn<QString>("outcome");
        const QStringList codes = outcomesOfTheDatabase();
        QVERIFY2(codes.size() >= 10, qPrintable(codes.join(u' ')));
        for (const QString &code : codes)
            QTest::newRow(qPrintable(code)) << code;
    }
    void everyOutcomeHasItsWords()
    {
        QFETCH(QString, outcome);
        QVERIFY(LetterTexts::answer().contains(u"issue."_s + outcome));
        AnswerContext c = context();
        c.outcome = outcome;
        const QString letter = draftAnswer(c);
        QVERIFY2(letter.count(u"\n\n"_s) >= 4, qPrintable(letter)); // a paragraph between the opening and the end
        QCOMPARE(unfilledPlaceholders(letter), QStringList());
    }

    /// Whatever is known or not, no piece wants a word that the draft does not give it.
    void everyPlaceIsFilled()
    {
        QTest::failOnWarning(QRegularExpression(u"letter piece"_s));
        for (const QString &outcome : outcomesOfTheDatabase() + QStringList{QString(), u"new"_s}) {
            for (int bits = 0; bits < 64; ++bits) {
                AnswerContext c = context();
                c.outcome = outcome;
                c.outcomeText = bits & 1 ? u"la DGEFP"_s : QString();
                c.mergedCount = bits & 2 ? 20 : 0;
                c.merged = bits & 2 ? QList{TicketNumber(48377), TicketNumber(48400)} : QList<TicketNumber>();
                c.othersRead = bits & 4;
                c.duplicateOf = TicketNumber(bits & 8 ? 48100 : 0);
                c.walkTitles = bits & 16 ? QStringList{u"Compte verrouillé"_s, u"Navigateurs"_s} : QStringList();
                if (bits & 32) {
                    c.settings.clear();
                    c.siret.clear();
                    for (const QLatin1StringView kind :
                         {OperationKind::Unlock, OperationKind::ResetPassword, OperationKind::ResendConfirmation})
                        c.operations << operation(kind, u"claire.fontan"_s, u"2020-04-03T12:21:00Z"_s);
                }
                const QString letter = draftAnswer(c);
                QCOMPARE(unfilledPlaceholders(letter), QStringList());
                QVERIFY2(!letter.contains(u"\n\n\n"_s) && !letter.contains(u"  "_s), qPrintable(letter));
            }
        }
    }

    void fitsWhatTheDatabaseAccepts()
    {
        AnswerContext c = context();
        c.outcome = u"refused"_s;
        c.outcomeText = QString(9000, u'a');
        for (int i = 0; i < 60; ++i)
            c.walkTitles << u"Un titre de script assez long pour compter %1"_s.arg(i);
        c.outcome = u"explained"_s;
        QVERIFY(draftAnswer(c).size() <= 4000);
        QVERIFY(draftAnswer(c).endsWith(u"Agence de services et de paiement"_s));
    }

    void unfilled_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("places");
        QTest::newRow("a finished text") << u"Bonjour, tout est fait (voir le point [1])…"_s << QStringList{};
        QTest::newRow("braces") << u"Bonjour {nom}, appelez le {telephone}"_s
                                << QStringList{u"{nom}"_s, u"{telephone}"_s};
        QTest::newRow("each once") << u"{nom} {nom}"_s << QStringList{u"{nom}"_s};
        QTest::newRow("a missing value of a script")
            << u"au [valeur manquante : telephone]"_s << QStringList{u"[valeur manquante : telephone]"_s};
        QTest::newRow("angle brackets") << u"<à compléter>"_s << QStringList{u"<à compléter>"_s};
        QTest::newRow("an address in angle brackets is none") << u"<contact@exemple.fr>"_s << QStringList{};
        QTest::newRow("crosses") << u"le XX avril, XXXX"_s << QStringList{u"XXXX"_s};
        QTest::newRow("blanks") << u"Monsieur ____"_s << QStringList{u"____"_s};
    }
    void unfilled()
    {
        QFETCH(QString, text);
        QTEST(unfilledPlaceholders(text), "places");
    }

    void answersSeveralTogether_data()
    {
        QTest::addColumn<QList<qint64>>("merged");
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("others");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QStringList>("said");
        QTest::addColumn<QStringList>("unsaid");
        const QString greeting = u"Bonjour Claire Fontan,"_s;
        QTest::newRow("one duplicate is named")
            << QList<qint64>{48377} << 1 << false << u"explained"_s
            << QStringList{greeting, u"vos demandes n°\u00A048\u00A0213 et 48\u00A0377"_s, u"vaut pour toutes"_s}
            << QStringList{u"votre demande"_s};
        QTest::newRow("two duplicates are named")
            << QList<qint64>{48377, 48400} << 2 << false << u"explained"_s
            << QStringList{u"n°\u00A048\u00A0213, 48\u00A0377 et 48\u00A0400"_s} << QStringList{};
        QTest::newRow("those merged long ago are counted")
            << QList<qint64>{48377} << 3 << false << u"explained"_s
            << QStringList{u"48\u00A0213, 48\u00A0377 et 2 autres"_s} << QStringList{};
        QTest::newRow("somebody else reads it: nobody is named, nothing is theirs")
            << QList<qint64>{48377} << 1 << true << u"explained"_s
            << QStringList{u"Bonjour,"_s, u"les demandes n°\u00A048\u00A0213 et 48\u00A0377"_s}
            << QStringList{u"Claire"_s, u"vos demandes"_s};
        QTest::newRow("a transfer of several")
            << QList<qint64>{48377} << 1 << false << u"transferred"_s << QStringList{u"Elles relèvent"_s, u"la DGEFP"_s}
            << QStringList{u"Elle relève"_s};
        QTest::newRow("alone") << QList<qint64>{} << 0 << false << u"transferred"_s
                               << QStringList{u"votre demande n°"_s, u"Elle relève"_s} << QStringList{u"ensemble"_s};
    }
    void answersSeveralTogether()
    {
        QFETCH(QList<qint64>, merged);
        QFETCH(int, count);
        QFETCH(bool, others);
        QFETCH(QString, outcome);
        QFETCH(QStringList, said);
        QFETCH(QStringList, unsaid);
        AnswerContext c = context();
        for (const qint64 number : merged)
            c.merged << TicketNumber(number);
        c.mergedCount = count;
        c.othersRead = others;
        c.outcome = outcome;
        c.outcomeText = u"la DGEFP"_s;
        const QString letter = draftAnswer(c);
        for (const QString &words : said)
            QVERIFY2(letter.contains(words), qPrintable(letter));
        for (const QString &words : unsaid)
            QVERIFY2(!letter.contains(words), qPrintable(letter));
        QCOMPARE(unfilledPlaceholders(letter), QStringList());
    }

    void theFileSaysWhoReadsIt_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("email");
        QTest::addColumn<bool>("others");
        QTest::newRow("the same person") << u"Claire Fontan"_s << u"c•••@ex.fr"_s << false;
        QTest::newRow("written otherwise") << u"claire  FONTAN"_s << u"C•••@ex.fr"_s << false;
        QTest::newRow("another address") << u"Claire Fontan"_s << u"m•••@ex.fr"_s << true;
        QTest::newRow("another name behind the same dots") << u"Chloé Martin"_s << u"c•••@ex.fr"_s << true;
        QTest::newRow("no address") << u"Claire Fontan"_s << QString() << true;
    }
    void theFileSaysWhoReadsIt()
    {
        QFETCH(QString, name);
        QFETCH(QString, email);
        CallerFile file;
        file.establishment.siret = u"73282932000074"_s;
        file.establishment.denomination = u"Boulangerie"_s;
        Ticket kept;
        kept.number = TicketNumber(48213);
        kept.siret = file.establishment.siret;
        kept.requesterName = u"Claire Fontan"_s;
        kept.requesterEmailMasked = u"c•••@ex.fr"_s;
        kept.merged = 1;
        Ticket before = kept, other = kept;
        before.number = TicketNumber(48100);
        before.state = TicketState::Merged;
        before.duplicateOf = kept.number;
        other.number = TicketNumber(48377);
        other.requesterName = name;
        other.requesterEmailMasked = email;
        file.tickets = {kept, before, other};
        const AnswerContext c = answerContext(file, kept, {}, {other});
        QTEST(c.othersRead, "others");
        QCOMPARE(c.merged, (QList<TicketNumber>{before.number, other.number}));
        QCOMPARE(c.mergedCount, 2);
        QCOMPARE(c.denomination, u"Boulangerie"_s);
        kept.mergedOthers = true;
        QVERIFY(answerContext(file, kept, {}).othersRead);
        // A SIRET nobody can read is not put into a letter.
        kept.siret = u"73282932"_s;
        QVERIFY(answerContext(file, kept, {}).siret.isEmpty());
        QVERIFY(answerContext(file, kept, {}).denomination.isEmpty());
    }

    void scriptsOfTheTicketCount()
    {
        CallerFile file;
        PastWalk walk;
        walk.title = u"Compte verrouillé"_s;
        walk.ticket = 48213;
        file.walks = {walk};
        QCOMPARE(walkTitlesFor(file, {}, TicketNumber(48213)), QStringList{u"Compte verrouillé"_s});
        QVERIFY(walkTitlesFor(file, {}, TicketNumber(48214)).isEmpty());
    }

    void operationsOfThisCallOrTicketOnly()
    {
        const QUuid call = QUuid::createUuid();
        CallerFile file;
        PastOperation late = operation(OperationKind::ResetPassword, u"a"_s, u"2020-04-03T12:30:00Z"_s);
        late.call = call;
        PastOperation early = operation(OperationKind::Unlock, u"a"_s, u"2020-04-03T12:20:00Z"_s);
        early.ticket = 48213;
        PastOperation other = operation(OperationKind::Unlock, u"a"_s, u"2020-04-03T12:10:00Z"_s);
        other.call = QUuid::createUuid();
        file.operations = {late, early, other};
        const auto found = operationsFor(file, call, TicketNumber(48213));
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.first().kind, QString(OperationKind::Unlock));
        QVERIFY(operationsFor(file, QUuid(), TicketNumber(0)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(AnswerDraftTest)
#include "tst_answerdraft.moc"
