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
    parser.addOption({u"theme"_s, u"« light » ou « dark »."_s, u"thème"_s});
    parser.addOption({u"language"_s, u"« fr » ou « en »."_s, u"langue"_s});
}

Failure unusable(const QString &sentence)
{
    return fail(Error::Code::Invalid, sentence);
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
    if (!parser.positionalArguments().isEmpty())
        return unusable(u"La ligne de commande contient un argument de trop. Voir --help."_s);

    ConsoleOptions options;
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
