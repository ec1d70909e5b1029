// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/programs/relay/messages.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString expected(const QString &key)
{
    static const QHash<QString, QString> shapes{
        {u"transport"_s, u"« eml » ou « smtp »"_s},
        {u"security"_s, u"« starttls », « tls » ou « none »"_s},
        {u"host"_s, u"un nom de machine ou une adresse IP"_s},
        {u"hello"_s, u"un nom de machine"_s},
        {u"ca"_s, u"un fichier de certificats lisible"_s},
        {u"port"_s, u"un nombre de 1 à 65535"_s},
        {u"connect-seconds"_s, u"un nombre de secondes de 1 à 120"_s},
        {u"total-seconds"_s, u"un nombre de secondes de 1 à 300"_s},
        {u"interval"_s, u"un nombre de millisecondes de 50 à 3600000"_s},
        {u"envelope"_s, u"une adresse, où {id} peut tenir la place du numéro"_s}};
    return shapes.value(key, u"une autre valeur"_s);
}

QString causeText(const QString &cause)
{
    static const QHash<QString, QString> texts{{u"tls"_s, u"la connexion chiffrée n’a pas pu s’établir"_s},
                                               {u"auth"_s, u"l’authentification est refusée"_s},
                                               {u"secret"_s, u"le secret ne peut pas être lu"_s},
                                               {u"sender"_s, u"l’adresse d’expédition est refusée"_s},
                                               {u"connection"_s, u"le serveur ne répond pas"_s}};
    return texts.value(cause, u"le serveur ne répond pas comme prévu"_s);
}

} // namespace

QString configSentence(const Error &error)
{
    const QString file = error.params.value(u"file"_s).toString(), key = error.params.value(u"key"_s).toString();
    const QString line = error.params.value(u"line"_s).toString();
    const auto sentence = [&]() -> QString {
        if (error.rule == "config_unreadable"_L1)
            return u"le fichier de configuration %1 ne peut pas être lu."_s.arg(file);
        if (error.rule == "config_line"_L1)
            return u"%1, ligne %2 : il faut « nom = valeur »."_s.arg(file, line);
        if (error.rule == "config_key"_L1)
            return u"%1, ligne %2 : « %3 » n’est pas un réglage connu."_s.arg(file, line, key);
        if (error.rule == "config_twice"_L1)
            return u"%1, ligne %2 : « %3 » est donné deux fois."_s.arg(file, line, key);
        if (error.rule == "config_missing"_L1)
            return u"il manque le réglage « %1 » (fichier de configuration ou --%1)."_s.arg(key);
        if (error.rule == "config_value"_L1)
            return u"« %1 » attend %2."_s.arg(key, expected(key));
        if (error.rule == "plain_remote"_L1)
            return u"« security = none » n’est admis que vers cette machine même, pas vers %1."_s.arg(
                error.params.value(u"host"_s).toString());
        if (error.rule == "plain_login"_L1)
            return u"pas d’utilisateur sans chiffrement : le secret passerait en clair."_s;
        if (error.rule == "uri_password"_L1)
            return u"l’adresse de la base contient un mot de passe ; utilisez PGPASSFILE, un certificat ou le compte "
                   "système."_s;
        if (error.rule == "bad_uri"_L1)
            return u"l’adresse de la base n’est pas comprise."_s;
        if (error.rule == "secret_unreadable"_L1)
            return u"le secret %1 ne peut pas être lu."_s.arg(file);
        if (error.rule == "secret_open"_L1)
            return u"le fichier du secret %1 est lisible par d’autres : faites « chmod 600 »."_s.arg(file);
        if (error.rule == "secret_empty"_L1)
            return u"le fichier du secret %1 doit tenir en une ligne, non vide."_s.arg(file);
        return error.detail;
    };
    return u"asp-relay : "_s + sentence();
}

QString troubleSentence(RelayRunner::Trouble what, const Error &error)
{
    switch (what) {
    case RelayRunner::Trouble::Database:
        return u"asp-relay : la base ne répond pas comme prévu (%1). Nouvel essai automatique."_s.arg(error.detail);
    case RelayRunner::Trouble::MailServer:
        return u"asp-relay : aucun courriel ne peut partir : %1 (%2). Les courriels attendent, nouvel essai automatique."_s
            .arg(causeText(error.params.value(u"cause"_s).toString()), error.detail);
    case RelayRunner::Trouble::Task:
        break;
    }
    return u"asp-relay : %1"_s.arg(error.detail);
}

QString journalSentence(const Error &error)
{
    return u"asp-relay : le journal n’est pas scellé comme prévu (%1). Nouvel essai automatique."_s.arg(error.detail);
}

QString recoveredSentence(RelayRunner::Trouble what)
{
    switch (what) {
    case RelayRunner::Trouble::Database:
        return u"asp-relay : la base répond de nouveau."_s;
    case RelayRunner::Trouble::MailServer:
        return u"asp-relay : les courriels partent de nouveau."_s;
    case RelayRunner::Trouble::Task:
        break;
    }
    return u"asp-relay : tout est rentré dans l’ordre."_s;
}

} // namespace desk
