// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/programs/console/options.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"Console de l’assistance Activité partielle."_s);
    parser.addOption({{u"h"_s, u"help"_s}, u"Affiche cette aide."_s});
    parser.addOption({{u"v"_s, u"version"_s}, u"Affiche les versions du programme et du schéma."_s});
    parser.addOption({u"demo"_s, u"Ouvre la démonstration comme « agent » ou « supervisor »."_s, u"rôle"_s});
    parser.addOption({u"private-folder"_s, u"Dossier du serveur privé de la démonstration."_s, u"dossier"_s});
    parser.addOption(
        {u"database"_s, u"Base centrale : postgresql://… sans mot de passe, ou private:DOSSIER."_s, u"adresse"_s});
    parser.addOption({u"settings"_s, u"Fichier de réglages à utiliser."_s, u"fichier"_s});
    parser.addOption({u"scripts"_s, u"Lit les scripts de ce dossier au lieu de ceux de la base."_s, u"dossier"_s});
    parser.addOption({u"keep"_s, u"Dossier où garder les brouillons sur ce poste."_s, u"dossier"_s});
    parser.addOption(
        {u"siret"_s, u"Propose ce dossier à la console déjà ouverte, sinon à celle qui s’ouvre."_s, u"siret"_s});
    parser.addOption({u"phone"_s, u"Propose l’appelant qui a ce numéro, de même."_s, u"numéro"_s});
    parser.addPositionalArgument(u"lien"_s, u"asp-ap:siret/… ou asp-ap:phone/…, de même."_s, u"[asp-ap:…]"_s);
    parser.addOption({u"theme"_s, u"« light » ou « dark »."_s, u"thème"_s});
    parser.addOption({u"language"_s, u"« fr » ou « en »."_s, u"langue"_s});
}

Failure unusable(const QString &sentence)
{
    return fail(Error::Code::Invalid, sentence);
}

/// What another program asks to open; an error's detail is the sentence to print.
Result<std::optional<Handover>> handoverOf(const QCommandLineParser &parser)
{
    const QStringList links = parser.positionalArguments();
    const int asked = int(parser.isSet(u"siret"_s)) + int(parser.isSet(u"phone"_s)) + int(links.size());
    if (asked > 1)
        return unusable(u"La ligne de commande contient un argument de trop. Voir --help."_s);
    if (asked == 0)
        return std::optional<Handover>();
    Result<Handover> read = fail(Error::Code::Invalid);
    QString sentence = u"--siret attend un SIRET de 14 chiffres, juste."_s;
    if (parser.isSet(u"siret"_s)) {
        read = Handover::fromSiret(parser.value(u"siret"_s));
    } else if (parser.isSet(u"phone"_s)) {
        read = Handover::fromPhone(parser.value(u"phone"_s));
        sentence = u"--phone attend un numéro de téléphone complet."_s;
    } else {
        read = Handover::fromLink(links.constFirst());
        sentence = u"La ligne de commande contient un argument inconnu : seul un lien asp-ap:siret/… ou asp-ap:phone/… "
                   "est attendu. Voir --help."_s;
    }
    return read ? Result<std::optional<Handover>>(*read) : unusable(sentence);
}

} // namespace

QString consoleHelp()
{
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

Result<ConsoleOptions> ConsoleOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return unusable(u"Une option de la ligne de commande n’est pas connue ou attend une valeur. Voir --help."_s);
    const auto handover = handoverOf(parser);
    if (!handover)
        return Failure(handover.error());

    ConsoleOptions options;
    options.handover = *handover;
    options.privateFolder = parser.value(u"private-folder"_s);
    options.settingsFile = parser.value(u"settings"_s);
    options.scriptFolder = parser.value(u"scripts"_s);
    options.keepFolder = parser.value(u"keep"_s);
    options.theme = parser.value(u"theme"_s);
    options.language = parser.value(u"language"_s);
    if (!options.theme.isEmpty() && options.theme != "light"_L1 && options.theme != "dark"_L1)
        return unusable(u"--theme attend « light » ou « dark »."_s);
    if (!options.language.isEmpty() && options.language != "fr"_L1 && options.language != "en"_L1)
        return unusable(u"--language attend « fr » ou « en »."_s);
    if (parser.isSet(u"demo"_s)) {
        const QString role = parser.value(u"demo"_s);
        if (role != "agent"_L1 && role != "supervisor"_L1)
            return unusable(u"--demo attend « agent » ou « supervisor »."_s);
        options.demo = role == "agent"_L1 ? Demo::Agent : Demo::Supervisor;
    }
    if (parser.isSet(u"database"_s)) {
        const auto database = ConnectionSettings::fromUri(parser.value(u"database"_s));
        if (!database)
            return unusable(
                database.error().rule == "uri_password"_L1
                    ? u"L’adresse de la base contient un mot de passe : retirez-le, il sera demandé à la connexion."_s
                    : u"L’adresse de la base n’est pas comprise. Forme attendue : postgresql://identifiant@hôte/base."_s);
        options.database = *database;
    }
    return options;
}

} // namespace desk
