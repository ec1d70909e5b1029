// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/programs/dbadmin/messages.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace desk::dbadmin {

namespace {

/// By rule; %folder and the like are filled from the error's params.
QString sentenceForRule(const QString &rule)
{
    static const QHash<QString, QString> sentences{
        {u"uri_password"_s,
         u"L’adresse contient un mot de passe : elle est refusée, car d’autres pourraient le lire. "
         u"Retirez-le ; "
         "il vient de PGPASSWORD, du fichier pgpass, ou il est demandé."_s},
        {u"bad_uri"_s,
         u"Cette adresse de base n’est pas comprise. Elle s’écrit postgresql://compte@hôte/base ou private:DOSSIER."_s},
        {u"password_needed"_s,
         u"Le serveur demande un mot de passe. Donnez-le par PGPASSWORD ou le fichier pgpass, ou lancez la "
         "commande dans un terminal : il sera demandé."_s},
        {u"no_database"_s,
         u"Cette base n’existe pas sur le serveur. Créez-la d’abord : createdb -E UTF8 -T template0 NOM."_s},
        {u"not_migrated"_s, u"Cette base n’est pas encore préparée. Lancez d’abord : asp-dbadmin migrate BASE."_s},
        {u"roles_missing"_s,
         u"Les groupes de droits manquent, et ce compte ne peut pas les créer. Un administrateur du serveur "
         u"doit "
         "lancer : asp-dbadmin roles BASE. Rien n’a été modifié."_s},
        {u"roles_not_allowed"_s,
         u"Ce compte ne peut pas créer les groupes de droits : il faut un superutilisateur, ou le "
         u"propriétaire de "
         "la base avec CREATEROLE. Rien n’a été modifié."_s},
        {u"not_owner"_s,
         u"Ce compte n’est pas membre de asp_owner : il ne peut pas migrer la base. Rien n’a été modifié."_s},
        {u"schema_newer"_s,
         u"La base est en version %schema, ce programme ne connaît que la version %known : installez la "
         u"version plus "
         "récente d’Assistance AP. Rien n’a été modifié."_s},
        {u"migration_changed"_s,
         u"La migration %name, déjà appliquée, n’est plus celle de ce programme : la base vient d’une autre "
         "version, ou le fichier a été modifié. Rien n’a été modifié."_s},
        {u"server_too_old"_s,
         u"Ce serveur est un PostgreSQL %version ; il en faut un %oldest ou plus récent. Rien n’a été modifié."_s},
        {u"migration_failed"_s, u"PostgreSQL a refusé un fichier de ce programme. Rien n’a été modifié."_s},
        {u"schema_of_migrations"_s,
         u"Cette base vient d’une version d’essai (migration %version) que ce programme ne sait pas reprendre. Rien "
         u"n’a "
         u"été modifié : ses données sont gardées. Si elles comptent, exportez-les avec pg_dump ; puis créez une base "
         u"neuve et lancez : asp-dbadmin migrate BASE."_s},
        {u"migration_running"_s,
         u"Une autre migration est en cours sur cette base depuis plus d’une minute. Recommencez quand elle "
         u"sera "
         "finie."_s},
        {u"holds_real_data"_s,
         u"Cette base contient des données réelles, ou des établissements déjà : rien n’y a été écrit."_s},
        {u"server_faults"_s, u"À corriger sur ce serveur : %count. Rien n’a été modifié."_s},
        {u"script_problems"_s, u"À corriger : %count. Scripts relus : %files."_s},
        {u"too_few_establishments"_s, u"Il faut au moins 20 établissements."_s},
        {u"no_accounts"_s, u"Il n’y a aucun compte dans cette base. Lancez d’abord : asp-dbadmin demo BASE."_s},
        {u"no_postgresql"_s,
         u"Les programmes de PostgreSQL %major ou plus récent ne sont pas installés. Pour les installer : %install"_s},
        {u"private_in_use"_s, u"Le dossier %folder est déjà utilisé par un autre programme."_s},
        {u"private_damaged"_s,
         u"Le dossier %folder est abîmé (%reason). Il n’a pas été modifié : renommez-le, puis recommencez."_s},
        {u"private_unwritable"_s,
         u"Impossible d’écrire dans le dossier %folder. Vérifiez ses droits, ceux de ses dossiers parents "
         u"et la "
         "place libre."_s},
        {u"private_create_failed"_s, u"Le serveur privé n’a pas pu être créé dans %folder : %reason"_s},
        {u"no_server_user"_s,
         u"PostgreSQL refuse de fonctionner sous root, et il n’y a ni utilisateur « postgres » ni « nobody »."_s},
        {u"journal_altered"_s,
         u"Le journal a été altéré ; anomalies : %count. Gardez la base et l’ancre telles quelles, et prévenez le "
         u"responsable de la sécurité."_s},
        {u"anchor_file"_s, u"Le fichier d’ancre %file ne peut pas être lu (%reason)."_s},
        {u"seal_held"_s,
         u"L’annonce de la purge n’a pas pu être scellée : une transaction est restée ouverte sur le serveur. Rien n’a "
         u"été retiré ; recommencez plus tard."_s},
        {u"server_starting"_s, u"Le serveur démarre ou s’arrête. Recommencez dans un instant."_s},
        {u"too_many_connections"_s,
         u"Le serveur n’accepte plus de connexion : il en a trop. Recommencez dans un instant."_s},
    };
    return sentences.value(rule);
}

QString sentenceForCode(Error::Code code)
{
    switch (code) {
    case Error::Code::AuthFailed:
        return u"Le serveur a refusé le compte ou le mot de passe."_s;
    case Error::Code::Unavailable:
        return u"Le serveur ne répond pas, ou la connexion a été coupée. Ce qui n’était pas achevé est annulé."_s;
    case Error::Code::Timeout:
        return u"Le serveur n’a pas répondu à temps. Ce qui n’était pas achevé est annulé."_s;
    case Error::Code::Forbidden:
        return u"Ce compte n’a pas le droit nécessaire sur le serveur."_s;
    case Error::Code::ReadOnly:
        return u"Ce serveur n’accepte pas d’écriture (serveur de secours ?)."_s;
    case Error::Code::Locked:
        return u"Quelqu’un retient les tables. Recommencez dans un instant."_s;
    case Error::Code::DiskFull:
        return u"Le disque du serveur est plein : rien n’a été gardé. Libérez de la place, puis recommencez."_s;
    case Error::Code::Conflict:
        return u"Un autre programme a gêné celui-ci. Recommencez."_s;
    default:
        return u"La commande a échoué."_s;
    }
}

/// Where PostgreSQL stopped and why, in its own words.
QString refusedFile(const QVariantMap &params)
{
    const QString file = params.value(u"file"_s).toString();
    if (file.isEmpty())
        return {};
    const int line = params.value(u"line"_s).toInt();
    QString text = u" Fichier : "_s + file;
    if (line > 0)
        text += u", ligne %1"_s.arg(line);
    return text
        + u". Sa réponse : « %1 » (%2)."_s.arg(params.value(u"message"_s).toString(),
                                               params.value(u"sqlstate"_s).toString());
}

/// What a rule's sentence needs beside its %names.
QString addition(const Error &error)
{
    if (error.rule == "migration_failed"_L1)
        return refusedFile(error.params);
    const QString folder = error.params.value(u"folder"_s).toString();
    if (error.rule == "schema_of_migrations"_L1 && !folder.isEmpty())
        return u" Pour un serveur privé : renommez le dossier %1, un neuf sera créé."_s.arg(folder);
    return {};
}

} // namespace

QString explain(const Error &error)
{
    QString text = sentenceForRule(error.rule);
    const bool known = !text.isEmpty();
    if (!known)
        text = sentenceForCode(error.code);
    for (auto it = error.params.cbegin(); it != error.params.cend(); ++it)
        text.replace(u'%' + it.key(), it.value().toString());
    text += addition(error);
    if (!known && !error.detail.isEmpty())
        text += u" (%1)"_s.arg(error.detail);
    return text;
}

QString stepName(const QString &step)
{
    static const QHash<QString, QString> names{
        {u"locate"_s, u"Recherche de PostgreSQL"_s},
        {u"create"_s, u"Création du serveur privé"_s},
        {u"start"_s, u"Démarrage du serveur privé"_s},
        {u"migrate"_s, u"Préparation des tables"_s},
        {u"scripts"_s, u"Scripts"_s},
        {u"check"_s, u"Vérification"_s},
        {u"load"_s, u"Chargement des données"_s},
        {u"index"_s, u"Index"_s},
        {u"analyze"_s, u"Statistiques"_s},
        {u"demo"_s, u"Données de démonstration"_s},
        {u"verify"_s, u"Vérification du journal"_s},
        {u"purge"_s, u"Purge du journal"_s},
    };
    return names.value(step, u"Migration %1"_s.arg(step));
}

} // namespace desk::dbadmin
