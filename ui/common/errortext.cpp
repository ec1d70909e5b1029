// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/errortext.h"

#include <QCoreApplication>

namespace desk {

namespace {

struct Errors {
    Q_DECLARE_TR_FUNCTIONS(Errors)
};

QString versionText(const Error &error)
{
    if (error.code == Error::Code::TooOld)
        return Errors::tr(
            "Cette version de la console est trop ancienne pour la base : elle ne peut pas s’y connecter. Rien n’a été "
            "modifié. Installez la version fournie par votre service informatique, puis reconnectez-vous.");
    return Errors::
        tr("Le schéma de cette base (version %1) n’est pas de ceux que cette console connaît. Rien n’a été modifié. "
           "L’administrateur de la base doit passer les migrations, ou vous fournir la console qui lui correspond.")
            .arg(error.params.value(QStringLiteral("schema"), QStringLiteral("?")).toString());
}

} // namespace

QString errorText(const Error &error)
{
    if (const QString sentence = ruleText(error); !sentence.isEmpty())
        return sentence;
    switch (error.code) {
    case Error::Code::Invalid:
        return Errors::tr(
            "Cette saisie n’est pas utilisable : rien n’a été envoyé, votre texte est conservé. Corrigez-la, puis "
            "recommencez.");
    case Error::Code::NotFound:
        return Errors::tr(
            "Ce que vous demandez n’existe pas ou n’existe plus dans la base. Rien n’a été modifié. Rouvrez le dossier "
            "avec F5.");
    case Error::Code::Refused:
        return Errors::tr("La base a refusé cette demande : rien n’a été modifié, votre texte est conservé. Rouvrez le "
                          "dossier avec F5 ; "
                          "si le refus revient, prévenez un superviseur.");
    case Error::Code::Conflict:
        return Errors::tr("Quelqu’un d’autre vient de modifier cette fiche : rien n’a été écrasé et votre texte est "
                          "conservé. Relisez ce "
                          "qui a changé, puis confirmez de nouveau.");
    case Error::Code::Forbidden:
        return Errors::tr(
            "Votre compte n’a pas le droit de faire cela : rien n’a été modifié. Si ce droit vous est nécessaire, "
            "demandez-le à un superviseur.");
    case Error::Code::TooMany:
        return Errors::tr("Le plafond horaire de consultations ou d’opérations est atteint : rien n’a été modifié. "
                          "Patientez quelques "
                          "minutes ou demandez à un superviseur de le lever.");
    case Error::Code::Unavailable:
        return Errors::tr("La base centrale ne répond plus. Le dossier ouvert, vos notes et les scripts restent "
                          "utilisables ; votre texte "
                          "est conservé. La console se reconnecte seule et vérifiera si l’opération a abouti.");
    case Error::Code::Timeout:
        return Errors::tr("La base n’a pas répondu dans le délai prévu. Votre texte est conservé. La console vérifie "
                          "si la demande a abouti : "
                          "elle n’est jamais envoyée deux fois.");
    case Error::Code::ReadOnly:
        return Errors::tr("La base n’accepte aucune écriture pour le moment (maintenance ou serveur de secours). Rien "
                          "n’a été modifié, votre "
                          "texte est conservé. Poursuivez avec le script et réessayez dans quelques minutes.");
    case Error::Code::Locked:
        return Errors::tr("Cette fiche est occupée par une autre opération depuis trop longtemps. Rien n’a été "
                          "modifié, votre texte est "
                          "conservé. Réessayez dans un instant.");
    case Error::Code::DiskFull:
        return Errors::tr("Le serveur n’a plus d’espace disque : rien n’a été modifié, votre texte est conservé. "
                          "Prévenez l’administrateur "
                          "de la base.");
    case Error::Code::AuthFailed:
        return Errors::tr(
            "Identifiant ou mot de passe refusé par la base : ils sont erronés, ou le mot de passe a expiré "
            "(le serveur ne dit pas lequel). Vérifiez le verrouillage des majuscules et recommencez ; si le "
            "refus revient, demandez à l’administrateur de la base s’il faut le prolonger.");
    case Error::Code::TooOld:
    case Error::Code::TooNew:
        return versionText(error);
    case Error::Code::Cancelled:
        return Errors::tr("Demande remplacée par une plus récente.");
    case Error::Code::Internal:
        break;
    }
    return Errors::tr("Une erreur inattendue s’est produite : rien n’a été confirmé, votre texte est conservé. "
                      "Réessayez ; si elle revient, "
                      "transmettez le journal de la console à votre service informatique.");
}

} // namespace desk
