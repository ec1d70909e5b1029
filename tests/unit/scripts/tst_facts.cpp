// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/facts.h"
#include "app/scripts/frenchtext.h"
#include "app/scripts/placeholders.h"
#include "tests/unit/scripts/situations.h"

#include <QTest>

using namespace desk;
using namespace desk::situations;

class FactsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tableIsInTheOrderOfTheEnum();
    void value_data();
    void value();
    void undecided_data();
    void undecided();
    void onlyTheFactsOfAnUnreadPartAreUndecided();
    void placeholders_data();
    void placeholders();
    void placeholderNamesAreFound();
    void overseasCallersHearTheirOwnTime();
    void typographyIsFrench_data();
    void typographyIsFrench();
};

void FactsTest::tableIsInTheOrderOfTheEnum()
{
    for (qsizetype i = 0; i < allFacts().size(); ++i) {
        const FactInfo &info = allFacts().at(i);
        QCOMPARE(int(info.fact), int(i));
        QCOMPARE(factFromId(info.id), std::optional(info.fact));
        QVERIFY2(!info.meaning.isEmpty() && !info.question.isEmpty() && info.choices.size() >= 2, info.id.data());
    }
    QCOMPARE(allFacts().last().fact, Fact::ApprovalWaiting);
    QVERIFY(!factFromId(u"compte.humeur"_s));
}

void FactsTest::value_data()
{
    QTest::addColumn<QString>("fact");
    QTest::addColumn<CallerFile>("file");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("evidence");
    const auto row
        = [](const char *name, const QString &fact, const CallerFile &f, const QString &expected,
             const QString &evidence) { QTest::newRow(name) << fact << f << expected << typography(evidence); };
    const auto one = [](const Account &a) { return file({a}); };
    Account a = account();

    row("known SIRET", u"etablissement.connu"_s, file(), u"oui"_s,
        u"SIRET 732\u00A0829\u00A0320\u00A000074 connu : Boulangerie du Capitole"_s);
    row("unknown SIRET", u"etablissement.connu"_s, unknownSiret(), u"non"_s,
        u"SIRET 732\u00A0829\u00A0320\u00A000074 absent de la base"_s);
    row("registered", u"etablissement.inscription"_s, file(), u"enregistree"_s,
        u"inscription enregistrée le 28/03 à 02:10"_s);
    CallerFile asked = file();
    asked.establishment.registeredAt = QDateTime();
    row("registration asked for", u"etablissement.inscription"_s, asked, u"demandee"_s,
        u"inscription demandée le 28/03 à 01:10, pas encore enregistrée"_s);
    row("never registered", u"etablissement.inscription"_s, unknownSiret(), u"aucune"_s,
        u"aucune inscription pour ce SIRET"_s);
    row("account exists", u"compte.existe"_s, file(), u"oui"_s, u"compte claire.fontan"_s);
    row("no account", u"compte.existe"_s, file({}), u"non"_s, u"aucun compte trouvé"_s);
    a.profile = Profile::Tiers;
    row("profile", u"compte.profil"_s, one(a), u"tiers"_s, u"compte claire.fontan, profil Tiers déclarant"_s);
    row("logged in", u"compte.deja_connecte"_s, file(), u"oui"_s, u"dernière connexion hier à 08:10"_s);
    row("never logged in", u"compte.deja_connecte"_s, one(neverConnected()), u"non"_s,
        u"aucune connexion enregistrée"_s);
    row("locked", u"compte.verrouille"_s, one(locked()), u"oui"_s, u"verrou posé à 14:02, levée automatique à 14:32"_s);
    row("not locked", u"compte.verrouille"_s, file(), u"non"_s, u"pas de verrou"_s);
    a = locked();
    a.lockedAt = now().addSecs(-50 * 60);
    a.lockedUntil = now().addSecs(-20 * 60);
    row("lock is over", u"compte.verrouille"_s, one(a), u"non"_s, u"dernier verrou levé à 13:50"_s);
    a = account();
    a.failedLogins = 2;
    row("two wrong passwords", u"compte.verrouille"_s, one(a), u"non"_s,
        u"pas de verrou, 2 mot(s) de passe erroné(s)"_s);
    row("secrets", u"compte.secrets"_s, file(), u"oui"_s, u"question secrète et réponse renseignées"_s);
    row("no secrets", u"compte.secrets"_s, one(neverConnected()), u"non"_s, u"question secrète et réponse absentes"_s);
    row("password of the start", u"compte.mot_de_passe"_s, file(), u"initial"_s,
        u"mot de passe créé le 02/04 à 02:10"_s);
    a = account();
    a.passwordChangedBy = u"desk"_s;
    row("password reset by the desk", u"compte.mot_de_passe"_s, one(a), u"assistance"_s,
        u"réinitialisé par l’assistance le 02/04 à 02:10"_s);
    a.passwordChangedBy = u"self_service"_s;
    row("password by self-service", u"compte.mot_de_passe"_s, one(a), u"libre_service"_s,
        u"refait par l’appelant sur l’extranet le 02/04 à 02:10"_s);
    a.passwordChangedBy = u"caller"_s;
    row("password chosen", u"compte.mot_de_passe"_s, one(a), u"appelant"_s,
        u"choisi par l’appelant le 02/04 à 02:10"_s);
    a.password = PasswordState::Voided;
    row("password on its way", u"compte.mot_de_passe"_s, one(a), u"en_attente"_s,
        u"ancien mot de passe annulé le 02/04 à 02:10, le nouveau est en route"_s);
    a.password = PasswordState::None;
    row("no password", u"compte.mot_de_passe"_s, one(a), u"aucun"_s, u"aucun mot de passe créé"_s);
    a = account();
    a.selfServiceStartedAt = now().addSecs(-20 * 60);
    row("self-service running", u"compte.libre_service"_s, one(a), u"en_cours"_s,
        u"procédure commencée à 13:50, encore 40 min"_s);
    a.selfServiceStartedAt = now().addSecs(-70 * 60);
    row("self-service over", u"compte.libre_service"_s, one(a), u"expiree"_s,
        u"procédure commencée à 13:00, expirée"_s);
    a.selfServiceStartedAt = hoursAgo(400);
    row("self-service of long ago", u"compte.libre_service"_s, one(a), u"aucune"_s,
        u"procédure commencée le 28/03 à 21:10, expirée"_s);
    row("no self-service", u"compte.libre_service"_s, file(), u"aucune"_s, u"aucune procédure commencée"_s);
    row("active", u"habilitation.etat"_s, file(), u"active"_s, u"habilitation active depuis le 04/04"_s);
    row("requested", u"habilitation.etat"_s, one(withHabilitation(HabilitationState::Requested)), u"demandee"_s,
        u"habilitation demandée le 28/03 à 21:10"_s);
    row("awaiting", u"habilitation.etat"_s, one(withHabilitation(HabilitationState::AwaitingConfirmation)),
        u"attente_confirmation"_s, u"habilitation demandée le 28/03 à 21:10, confirmation pas encore envoyée"_s);
    a = account();
    a.habilitation.activeFrom = now().addDays(2);
    row("from a later day", u"habilitation.etat"_s, one(a), u"a_venir"_s, u"connexion possible à partir du 16/04"_s);
    a.habilitation.state = HabilitationState::Revoked;
    a.habilitation.revokedAt = hoursAgo(48);
    row("revoked", u"habilitation.etat"_s, one(a), u"revoquee"_s, u"habilitation retirée le 12/04 à 14:10"_s);
    row("none", u"habilitation.etat"_s, one(withHabilitation(HabilitationState::None)), u"aucune"_s,
        u"aucune habilitation sur cet établissement"_s);
    a = account();
    a.habilitation.activeFrom = hoursAgo(6);
    row("recent", u"habilitation.recente"_s, one(a), u"oui"_s, u"habilitation active depuis 08:10"_s);
    row("not recent", u"habilitation.recente"_s, file(), u"non"_s, u"habilitation active depuis le 04/04"_s);
    Account other = account(12, u"marc.delmas"_s);
    other.emailMasked = u"m••••@cabinet-delmas.fr"_s;
    row("another account", u"habilitation.autre_compte"_s, file({withHabilitation(HabilitationState::None), other}),
        u"oui"_s, u"SIRET rattaché au compte marc.delmas, adresse m••••@cabinet-delmas.fr"_s);
    row("no other account", u"habilitation.autre_compte"_s, file(), u"non"_s,
        u"aucun autre compte habilité sur ce SIRET"_s);
    a = account();
    a.beingDeletedAt = hoursAgo(10);
    row("being deleted", u"compte.suppression"_s, one(a), u"oui"_s, u"suppression engagée à 04:10"_s);
    row("kept", u"compte.suppression"_s, file(), u"non"_s, u"aucune suppression engagée"_s);
    a = account();
    a.disabledAt = hoursAgo(26);
    row("disabled", u"compte.desactive"_s, one(a), u"oui"_s, u"compte désactivé hier à 12:10"_s);
    row("in service", u"compte.desactive"_s, file(), u"non"_s, u"compte en service"_s);
    a = account();
    a.habilitation.referent = false;
    row("no referent", u"referent.adresse"_s, one(a), u"sans_referent"_s, u"aucun référent connu sur ce SIRET"_s);
    row("mail delivered", u"courriel.habilitation"_s, file(), u"remis"_s,
        u"courriel de confirmation envoyé le 03/04 à 23:10, remis"_s);
    row("mail sent", u"courriel.identifiant"_s, one(withMail(MailKind::Identifiant, MailState::Sent)), u"envoye"_s,
        u"courriel d’identifiant envoyé à 09:10, remise non confirmée"_s);
    row("mail bounced", u"courriel.mot_de_passe"_s, one(withMail(MailKind::MotDePasse, MailState::Bounced)),
        u"rejete"_s, u"courriel de mot de passe rejeté à 09:11"_s);
    row("mail refused", u"courriel.mot_de_passe"_s, one(withMail(MailKind::MotDePasse, MailState::Refused)),
        u"rejete"_s, u"courriel de mot de passe rejeté"_s);
    row("mail queued", u"courriel.mot_de_passe"_s, one(withMail(MailKind::MotDePasse, MailState::Queued)),
        u"en_attente"_s, u"courriel de mot de passe en attente d’envoi à 09:10"_s);
    row("mail cancelled", u"courriel.mot_de_passe"_s, one(withMail(MailKind::MotDePasse, MailState::Cancelled)),
        u"annule"_s, u"courriel de mot de passe annulé avant l’envoi"_s);
    row("no mail", u"courriel.habilitation"_s, one(withoutMail(MailKind::Habilitation)), u"aucun"_s,
        u"aucun courriel de confirmation enregistré"_s);
    a = account();
    a.otherExtranets = {u"SYLAé"_s, u"EA"_s};
    row("other extranets", u"compte.autre_extranet"_s, one(a), u"oui"_s, u"utilise aussi SYLAé, EA"_s);
    row("no other extranet", u"compte.autre_extranet"_s, file(), u"non"_s, u"aucun autre extranet connu"_s);
    CallerFile c = file();
    c.contracts = {{AccountId(11), u"claire.fontan"_s, QDate(2020, 3, 25), true}};
    row("contract", u"contrat.prestation"_s, c, u"signe"_s, u"contrat signé le 25/03/2020, à conserver"_s);
    row("no contract", u"contrat.prestation"_s, file(), u"absent"_s, u"aucun contrat de prestation connu"_s);
    Dap dap;
    dap.number = u"031-2020-0417"_s;
    dap.state = DapState::EnInstruction;
    dap.from = QDate(2020, 3, 16);
    dap.to = QDate(2020, 6, 30);
    dap.submittedAt = hoursAgo(100);
    Dap older = dap;
    older.state = DapState::Validee;
    older.submittedAt = hoursAgo(2000);
    c.daps = {older, dap};
    row("the latest DAP", u"dap.etat"_s, c, u"en_instruction"_s,
        u"demande 031-2020-0417 du 16/03/2020 au 30/06/2020"_s);
    row("no DAP", u"dap.etat"_s, file(), u"aucune"_s, u"aucune demande d’autorisation préalable"_s);
    const QList<std::pair<QString, QString>> motifs{{u"demande.habilitation"_s, u"habilitation"_s},
                                                    {u"demande.fiche"_s, u"fiche_etablissement"_s},
                                                    {u"demande.autorisation"_s, u"decision_autorisation"_s},
                                                    {u"demande.indemnisation"_s, u"demande_indemnisation"_s},
                                                    {u"demande.certificat"_s, u"certificat_signature"_s},
                                                    {u"demande.autres"_s, u"autres"_s}};
    for (const auto &[fact, motif] : motifs) {
        CallerFile withTicket = file();
        withTicket.tickets = {openTicket(motif)};
        row(qPrintable(u"open ticket "_s + motif), fact, withTicket, u"oui"_s,
            u"demande n° 48213 reçue hier à 11:10"_s);
        withTicket.tickets.first().state = TicketState::Closed;
        row(qPrintable(u"closed ticket "_s + motif), fact, withTicket, u"non"_s,
            u"aucune demande ouverte pour ce motif"_s);
    }
    c.notices = {{1, u"Rejets par erreur, régularisés dans la journée."_s, hoursAgo(3), {}}};
    row("incident", u"incident.en_cours"_s, c, u"oui"_s, u"Rejets par erreur, régularisés dans la journée."_s);
    c.notices.first().kind = NoticeKind::Annonce;
    row("an announcement is no incident", u"incident.en_cours"_s, c, u"non"_s, u"aucun avis d’incident en cours"_s);
    row("no incident", u"incident.en_cours"_s, file(), u"non"_s, u"aucun avis d’incident en cours"_s);
}

void FactsTest::value()
{
    QFETCH(QString, fact);
    QFETCH(CallerFile, file);
    QFETCH(QString, expected);
    QFETCH(QString, evidence);
    const auto id = factFromId(fact);
    QVERIFY(id);
    const FactContext c = context(file);
    const int value = factValue(*id, c);
    QVERIFY(value >= 0 && value < factInfo(*id).choices.size());
    QCOMPARE(QString(factInfo(*id).choices.at(value).code), expected);
    QCOMPARE(factEvidence(*id, c), evidence);
}

void FactsTest::undecided_data()
{
    QTest::addColumn<QString>("fact");
    QTest::addColumn<CallerFile>("file");
    QTest::addColumn<int>("account");
    QTest::addColumn<QString>("evidence");
    const CallerFile two = file({account(), account(12, u"marc.delmas"_s)});
    QTest::newRow("no account picked") << u"compte.verrouille"_s << two << -1
                                       << u"choisir d’abord le compte de l’appelant"_s;
    QTest::newRow("no account at all") << u"compte.secrets"_s << file({}) << -1 << u"aucun compte choisi"_s;
    CallerFile own = file();
    own.subject = CallerFile::Subject::Account;
    QTest::newRow("an account's own file")
        << u"habilitation.etat"_s << own << 0 << u"aucun établissement précis dans ce dossier"_s;
    QTest::newRow("an account's own file, SIRET")
        << u"etablissement.connu"_s << own << 0 << u"aucun établissement précis dans ce dossier"_s;
    QTest::newRow("masked address")
        << u"referent.adresse"_s << file() << 0
        << typography(u"adresse du référent : c••••@boulangerie-capitole.fr, à faire dire par l’appelant"_s);
    CallerFile email;
    email.asked = u"quelquun@exemple.fr"_s;
    QTest::newRow("unknown e-mail says nothing of the SIRET")
        << u"etablissement.connu"_s << email << -1 << u"aucun établissement précis dans ce dossier"_s;
    QTest::newRow("age of what is not active")
        << u"habilitation.recente"_s << file({withHabilitation(HabilitationState::Requested)}) << 0
        << u"habilitation demandée le 28/03 à 21:10"_s;
    const auto unread = [](const char *part, const QString &fact, const QString &what) {
        CallerFile f = file();
        f.unread = {QString::fromLatin1(part)};
        const QString sentence = typography(u"la base n’a pas pu lire %1, posez la question"_s.arg(what));
        QTest::addRow("%s not read: %s", part, qPrintable(fact)) << fact << f << 0 << sentence;
    };
    for (const QString &fact : {u"courriel.identifiant"_s, u"courriel.mot_de_passe"_s, u"courriel.habilitation"_s})
        unread("mails", fact, u"les courriels des comptes"_s);
    unread("extranets", u"compte.autre_extranet"_s, u"les autres extranets des comptes"_s);
    unread("contracts", u"contrat.prestation"_s, u"les contrats de prestation"_s);
    unread("daps", u"dap.etat"_s, u"les demandes d’autorisation préalable"_s);
    for (const QString &motif :
         {u"habilitation"_s, u"fiche"_s, u"autorisation"_s, u"indemnisation"_s, u"certificat"_s, u"autres"_s})
        unread("tickets", u"demande."_s + motif, u"les demandes d’assistance"_s);
    unread("notices", u"incident.en_cours"_s, u"les avis d’incident"_s);
    unread("check", u"appelant.verifie"_s, u"la vérification de l’appelant"_s);
    unread("check", u"appelant.verifie_etablissement"_s, u"la vérification de l’appelant"_s);
    unread("requests", u"demande.approbation"_s, u"les demandes d’approbation"_s);
}

void FactsTest::undecided()
{
    QFETCH(QString, fact);
    QFETCH(CallerFile, file);
    QFETCH(int, account);
    const FactContext c = context(file, account);
    QCOMPARE(factValue(*factFromId(fact), c), -1);
    QTEST(factEvidence(*factFromId(fact), c), "evidence");
    FactContext nothing;
    nothing.now = now();
    QCOMPARE(factValue(*factFromId(fact), nothing), -1);
    QVERIFY(!factEvidence(*factFromId(fact), nothing).isEmpty());
}

void FactsTest::onlyTheFactsOfAnUnreadPartAreUndecided()
{
    CallerFile f = file();
    f.unread = {u"mails"_s};
    for (const FactInfo &info : allFacts()) {
        const bool mails = info.id.startsWith("courriel."_L1);
        if (info.fact != Fact::ReferentAddress) // masked: always asked
            QVERIFY2((factValue(info.fact, context(f)) < 0) == mails, info.id.data());
    }
}

void FactsTest::placeholders_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("missing");
    QTest::newRow("names") << u"{compte.identifiant}, {etablissement.denomination}, {etablissement.ville}"_s
                           << u"claire.fontan, Boulangerie du Capitole, Toulouse"_s << false;
    QTest::newRow("grouped SIRET") << u"{etablissement.siret}"_s << u"732\u00A0829\u00A0320\u00A000074"_s << false;
    QTest::newRow("unlock time") << u"à {compte.deverrouillage}"_s << u"à 14:32"_s << false;
    QTest::newRow("setting") << u"appelez le {telephone.assistance}"_s << u"appelez le 0800 705 800"_s << false;
    QTest::newRow("missing value") << u"depuis {compte.libre_service_reste} min"_s
                                   << u"depuis [valeur manquante\u00A0: minutes restantes] min"_s << true;
    QTest::newRow("no other account") << u"{autre_compte.courriel_masque}"_s
                                      << u"[valeur manquante\u00A0: courriel de l’autre compte]"_s << true;
    QTest::newRow("the request, not what repeats it") << u"{demande.numero}"_s << u"48213"_s << false;
    QTest::newRow("a name from outside with braces stays as it is")
        << u"{compte.nom}"_s << u"Claire {compte.nom}"_s << false;
}

void FactsTest::placeholders()
{
    QFETCH(QString, text);
    Account a = locked();
    a.lastName = u"{compte.nom}"_s;
    CallerFile f = file({a});
    Ticket again = openTicket();
    again.number = TicketNumber(48377);
    again.receivedAt = hoursAgo(1);
    again.duplicateOf = TicketNumber(48213);
    f.tickets = {again, openTicket()};
    const FilledText filled = fillPlaceholders(text, context(f));
    QTEST(filled.text, "expected");
    QTEST(filled.missing, "missing");
}

void FactsTest::placeholderNamesAreFound()
{
    QCOMPARE(placeholdersIn(u"a {b} {c.d}"_s), (QStringList{u"b"_s, u"c.d"_s}));
    QCOMPARE(placeholdersIn(u"a {b"_s), QStringList{QString()});
    QCOMPARE(placeholdersIn(u"a } b"_s), QStringList{QString()});
    FactContext nothing;
    nothing.now = now();
    for (const PlaceholderInfo &info : allPlaceholders()) {
        const FilledText filled = fillPlaceholders(u'{' + QString(info.name) + u'}', nothing);
        QVERIFY2(filled.missing && filled.text.contains(info.label), info.name.data());
    }
}

void FactsTest::overseasCallersHearTheirOwnTime()
{
    CallerFile f = file({locked()});
    f.establishment.timeZone = u"America/Martinique"_s;
    QCOMPARE(fillPlaceholders(u"{compte.deverrouillage}"_s, context(f)).text,
             u"14:32, heure de Paris, soit 08:32 chez vous"_s);
}

void FactsTest::typographyIsFrench_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("signs") << u"Ah ? Oui ! Soit : « non » ; fin"_s
                           << u"Ah\u00A0? Oui\u00A0! Soit\u00A0: «\u00A0non\u00A0»\u00A0; fin"_s;
    QTest::newRow("apostrophe") << u"l'appelant d'hier"_s << u"l’appelant d’hier"_s;
    QTest::newRow("address") << u"https://exemple.fr/a?b=1"_s << u"https://exemple.fr/a?b=1"_s;
    QTest::newRow("spaces and lines") << u"  deux  \n lignes "_s << u"deux lignes"_s;
    QTest::newRow("kept no-break space") << u"0800\u00A0705 800"_s << u"0800\u00A0705 800"_s;
}

void FactsTest::typographyIsFrench()
{
    QFETCH(QString, text);
    QTEST(typography(text), "expected");
    QCOMPARE(typography(typography(text)), typography(text));
}

QTEST_APPLESS_MAIN(FactsTest)
#include "tst_facts.moc"
