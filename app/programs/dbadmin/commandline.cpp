// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/programs/dbadmin/commandline.h"

#include <QCommandLineParser>
#include <QHash>

using namespace Qt::StringLiterals;

namespace desk::dbadmin {

namespace {

/// A whole number from `least` up, or nullopt with the complaint set.
template <class Number>
std::optional<Number> numberOf(const QCommandLineParser &parser, const QString &option, double least,
                               QString &complaint)
{
    bool ok = false;
    const QString text = parser.value(option);
    Number value{};
    if constexpr (std::is_floating_point_v<Number>)
        value = text.toDouble(&ok);
    else if constexpr (std::is_unsigned_v<Number>)
        value = text.toULongLong(&ok);
    else
        value = static_cast<Number>(text.toInt(&ok));
    if (ok && static_cast<double>(value) >= least)
        return value;
    complaint = u"--%1 attend un nombre, à partir de %2."_s.arg(option).arg(least);
    return std::nullopt;
}

} // namespace

QString helpText()
{
    return uR"(Utilisation : asp-dbadmin COMMANDE BASE [options]
              asp-dbadmin lint FICHIERS…

Prépare la base centrale d’Assistance AP.

Commandes :
  check BASE      regarde le serveur tel qu’il est, dit ce qui ne va pas, pourquoi et que faire ;
                  ne change rien ; à lancer avant roles, et de temps en temps
  roles BASE      crée les groupes de droits (à lancer par un administrateur du serveur)
  migrate BASE    crée ou met à jour les tables ; sans risque si tout est à jour
  demo BASE       remplit une base vide de données inventées
  simulate BASE   joue l’extranet sur une base de démonstration, jusqu’à Ctrl+C
  verify BASE     vérifie que le journal est tel qu’il a été scellé
  purge BASE      retire du journal les lignes dont la durée de conservation est passée
  lint FICHIERS…  relit des scripts (ou des dossiers de scripts), dit ce qui ne va pas,
                  fichier et ligne, et ce qui pourrait être mieux (« conseil ») ; sans base

BASE s’écrit postgresql://compte@hôte/base, avec toute option de libpq, ou private:DOSSIER
pour un serveur privé (private: seul pour le dossier habituel). Jamais de mot de passe dans
l’adresse : il vient de PGPASSWORD, du fichier pgpass, ou il est demandé.

Options :
  --establishments N   demo : nombre d’établissements (1000)
  --seed S             demo : une même graine donne les mêmes données (1)
  --every SECONDES     simulate : attente entre deux événements (5)
  --events N           simulate : s’arrête après N événements (0 : jamais)
  --anchor FICHIER     verify : compare aussi avec le fichier d’ancre tenu par asp-relay
  --dry-run            purge : dit ce qui serait retiré, ne retire rien
  -h, --help           cette aide
  -v, --version        la version

Code de sortie : 0 si tout est fait, 1 en cas d’échec, 2 si la commande est mal écrite.
Pour check : 1 si quelque chose est à corriger (un conseil seul donne 0).
Pour lint : 1 si un script est à corriger.
Pour verify : 0 si le journal est intact, 1 s’il a été altéré, 2 s’il n’a pas pu être vérifié.
)"_s;
}

std::optional<Request> parseCommandLine(const QStringList &arguments, QString &complaint)
{
    QCommandLineParser parser;
    parser.addOptions({{{u"h"_s, u"help"_s}, {}},
                       {{u"v"_s, u"version"_s}, {}},
                       {u"establishments"_s, {}, u"N"_s, u"1000"_s},
                       {u"seed"_s, {}, u"S"_s, u"1"_s},
                       {u"every"_s, {}, u"S"_s, u"5"_s},
                       {u"events"_s, {}, u"N"_s, u"0"_s},
                       {u"anchor"_s, {}, u"F"_s},
                       {u"dry-run"_s, {}}});
    if (!parser.parse(arguments)) {
        const QStringList unknown = parser.unknownOptionNames();
        complaint = unknown.isEmpty() ? u"Il manque la valeur d’une option."_s
                                      : u"Option inconnue : %1."_s.arg(unknown.join(u", "_s));
        return std::nullopt;
    }
    Request request;
    if (parser.isSet(u"help"_s))
        return request;
    if (parser.isSet(u"version"_s)) {
        request.command = Command::Version;
        return request;
    }
    static const QHash<QString, Command> commands{{u"check"_s, Command::Check},       {u"roles"_s, Command::Roles},
                                                  {u"migrate"_s, Command::Migrate},   {u"demo"_s, Command::Demo},
                                                  {u"simulate"_s, Command::Simulate}, {u"verify"_s, Command::Verify},
                                                  {u"purge"_s, Command::Purge},       {u"lint"_s, Command::Lint}};
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty() || !commands.contains(words.first())) {
        complaint = words.isEmpty() ? u"Il manque la commande."_s : u"Commande inconnue : %1."_s.arg(words.first());
        return std::nullopt;
    }
    request.command = commands.value(words.first());
    if (request.command == Command::Lint) {
        request.files = words.mid(1);
        if (!request.files.isEmpty())
            return request;
        complaint = u"Il manque les fichiers à relire."_s;
        return std::nullopt;
    }
    if (words.size() != 2) {
        complaint = words.size() < 2 ? u"Il manque la base."_s
                                     : u"Un argument de trop : une commande et une base suffisent."_s;
        return std::nullopt;
    }
    request.database = words.last();
    const auto establishments = numberOf<qint64>(parser, u"establishments"_s, 20, complaint);
    const auto seed = numberOf<quint64>(parser, u"seed"_s, 0, complaint);
    const auto every = numberOf<double>(parser, u"every"_s, 0, complaint);
    const auto events = numberOf<int>(parser, u"events"_s, 0, complaint);
    if (!establishments || !seed || !every || !events)
        return std::nullopt;
    request.establishments = *establishments;
    request.seed = *seed;
    request.everySeconds = *every;
    request.events = *events;
    request.anchor = parser.value(u"anchor"_s);
    request.dryRun = parser.isSet(u"dry-run"_s);
    return request;
}

} // namespace desk::dbadmin
