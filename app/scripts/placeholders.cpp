// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/placeholders.h"

#include "app/core/desktime.h"
#include "app/core/siret.h"
#include "app/scripts/factsubjects.h"
#include "app/scripts/frenchtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString unlockTime(const FactContext &context)
{
    const Account *account = context.account;
    if (!account || !account->isLocked(context.now))
        return {};
    const QDateTime until = account->lockedUntil;
    const QString paris = clockText(until);
    const Establishment *e = context.establishment();
    const QTimeZone local(e ? e->timeZone.toLatin1() : QByteArray());
    if (!local.isValid() || local.offsetFromUtc(until) == deskTimeZone().offsetFromUtc(until))
        return paris;
    // Overseas callers do not live by the clock of Paris.
    return u"%1, heure de Paris, soit %2 chez vous"_s.arg(paris, until.toTimeZone(local).toString(u"HH:mm"_s));
}

QString establishmentValue(const QString &name, const FactContext &context)
{
    const Establishment *e = context.establishment();
    if (name == "etablissement.siret"_L1) {
        const QString asked = context.file ? Siret::compact(context.file->asked) : QString();
        return e ? groupedDigits(e->siret) : Siret::parse(asked) ? groupedDigits(asked) : QString();
    }
    if (!e)
        return {};
    if (name == "etablissement.denomination"_L1)
        return e->denomination;
    if (name == "etablissement.ville"_L1)
        return e->town;
    return name == "etablissement.courriel_masque"_L1 ? e->emailMasked : QString();
}

QString accountValue(const QString &name, const FactContext &context)
{
    const Account *a = context.account;
    if (!a)
        return {};
    if (name == "compte.identifiant"_L1)
        return a->identifiant;
    if (name == "compte.courriel_masque"_L1)
        return a->emailMasked;
    if (name == "compte.nom"_L1)
        return u"%1 %2"_s.arg(a->firstName, a->lastName).trimmed();
    if (name == "compte.deverrouillage"_L1)
        return unlockTime(context);
    if (name == "compte.verrou"_L1)
        return a->lockedAt.isValid() ? clockText(a->lockedAt) : QString();
    if (name == "compte.autres_extranets"_L1)
        return a->otherExtranets.join(u", "_s);
    if (name == "compte.mot_de_passe_le"_L1)
        return a->passwordChangedAt.isValid() ? momentText(a->passwordChangedAt, context.now) : QString();
    if (name == "compte.libre_service_reste"_L1) {
        const int left = selfServiceMinutesLeft(context);
        return left > 0 ? QString::number(left) : QString();
    }
    return {};
}

QString linkedValue(const QString &name, const FactContext &context)
{
    if (name == "habilitation.active_le"_L1) {
        const QDateTime from = context.account ? context.account->habilitation.activeFrom : QDateTime();
        return from.isValid() ? dayText(from, context.now) : QString();
    }
    if (name == "courriel.habilitation_le"_L1) {
        const MailEvent *mail = context.account ? context.account->mail(MailKind::Habilitation) : nullptr;
        return mail && mail->sentAt.isValid() ? momentText(mail->sentAt, context.now) : QString();
    }
    if (name == "demande.numero"_L1) {
        const Ticket *ticket = openTicketOf(u"habilitation"_s, context);
        return ticket ? QString::number(ticket->number.value()) : QString();
    }
    const Account *other = name.startsWith("referent."_L1) ? referentOf(context) : otherHabilitatedAccount(context);
    if (!other)
        return {};
    return name.endsWith("identifiant"_L1) ? other->identifiant : other->emailMasked;
}

QString valueOf(const PlaceholderInfo &info, const FactContext &context)
{
    const QString name = info.name;
    const QString value = info.setting         ? context.settings.value(name)
        : name.startsWith("etablissement."_L1) ? establishmentValue(name, context)
        : name.startsWith("compte."_L1)        ? accountValue(name, context)
                                               : linkedValue(name, context);
    return value.trimmed(); // blanks alone are no value
}

const PlaceholderInfo *find(const QString &name)
{
    const auto &all = allPlaceholders();
    const auto it = std::find_if(all.cbegin(), all.cend(), [&](const PlaceholderInfo &p) { return p.name == name; });
    return it == all.cend() ? nullptr : &*it;
}

} // namespace

const QList<PlaceholderInfo> &allPlaceholders()
{
    static const QList<PlaceholderInfo> all{
        {"etablissement.denomination"_L1, u"dénomination de l’établissement"},
        {"etablissement.siret"_L1, u"SIRET"},
        {"etablissement.ville"_L1, u"ville de l’établissement"},
        {"etablissement.courriel_masque"_L1, u"courriel de l’établissement"},
        {"compte.identifiant"_L1, u"identifiant du compte"},
        {"compte.nom"_L1, u"nom du titulaire du compte"},
        {"compte.courriel_masque"_L1, u"courriel du compte"},
        {"compte.deverrouillage"_L1, u"heure de déverrouillage"},
        {"compte.verrou"_L1, u"heure du verrouillage"},
        {"compte.autres_extranets"_L1, u"autres extranets"},
        {"compte.mot_de_passe_le"_L1, u"date du mot de passe"},
        {"compte.libre_service_reste"_L1, u"minutes restantes"},
        {"habilitation.active_le"_L1, u"date de l’habilitation"},
        {"courriel.habilitation_le"_L1, u"date du courriel de confirmation"},
        {"referent.identifiant"_L1, u"identifiant du référent"},
        {"referent.courriel_masque"_L1, u"courriel du référent"},
        {"autre_compte.identifiant"_L1, u"identifiant de l’autre compte"},
        {"autre_compte.courriel_masque"_L1, u"courriel de l’autre compte"},
        {"demande.numero"_L1, u"numéro de la demande ouverte"},
        {"telephone.assistance"_L1, u"téléphone de l’assistance", true},
        {"courriel.assistance"_L1, u"courriel de l’assistance", true},
        {"extranet.url"_L1, u"adresse de l’extranet", true},
        {"extranet.inscription_libelle"_L1, u"libellé du bouton d’inscription", true},
        {"verrou.minutes"_L1, u"durée du verrouillage", true},
        {"verrou.essais"_L1, u"nombre d’essais", true},
        {"libre_service.minutes"_L1, u"durée de la procédure", true},
        {"courriels.delai_heures"_L1, u"délai des courriels", true},
        {"connexion.attente_heures"_L1, u"attente conseillée", true},
        {"session.inactivite_minutes"_L1, u"durée d’inactivité", true},
        {"extranet.aide_libelle"_L1, u"libellé de la rubrique d’aide", true},
        {"extranet.demande_libelle"_L1, u"libellé du choix « demande d’assistance »", true},
        {"extranet.envoyer_libelle"_L1, u"libellé du bouton d’envoi", true},
        {"extranet.identifiant_oublie_libelle"_L1, u"libellé du lien « identifiant oublié »", true},
        {"extranet.mot_de_passe_oublie_libelle"_L1, u"libellé du lien « mot de passe oublié »", true},
        {"extranet.dap_menu_libelle"_L1, u"libellé du menu des DAP", true},
        {"extranet.dap_saisir_libelle"_L1, u"libellé « saisir une DAP »", true},
        {"extranet.dap_rechercher_libelle"_L1, u"libellé « rechercher une DAP »", true},
        {"extranet.dap_modifier_libelle"_L1, u"libellé « modifier une DAP »", true},
        {"extranet.banque_ajouter_libelle"_L1, u"libellé « ajouter une coordonnée bancaire »", true},
        {"extranet.banque_actif_libelle"_L1, u"libellé des coordonnées actives", true},
        {"extranet.autres"_L1, u"autres extranets de l’ASP", true},
        {"banque.bic_caracteres"_L1, u"caractères du BIC à laisser", true},
        {"contrat.dispense_depuis"_L1, u"début de la dispense d’envoi", true},
        {"contrat.dispense_fin"_L1, u"fin de la dispense d’envoi", true},
        {"dap.decision_jours"_L1, u"délai de décision", true},
        {"dap.avenant_heures"_L1, u"délai de réponse à un avenant", true},
        {"habilitation.formulaire"_L1, u"nom du formulaire d’habilitation", true},
        {"habilitation.correction_le"_L1, u"date de la correction", true},
        {"inscription.voie_caracteres"_L1, u"longueur de la voie", true},
        {"inscription.complement_caracteres"_L1, u"longueur du complément d’adresse", true},
        {"mot_de_passe.caracteres"_L1, u"longueur du mot de passe", true},
        {"mot_de_passe.signe_conseille"_L1, u"signe conseillé", true},
        {"mot_de_passe.signes_deconseilles"_L1, u"signes déconseillés", true},
        {"secret.caracteres"_L1, u"longueur de la réponse secrète", true},
        {"navigateur.conseille"_L1, u"navigateur conseillé", true},
        {"navigateur.windows"_L1, u"navigateurs sous Windows", true},
        {"navigateur.windows_versions"_L1, u"versions de Windows", true},
        {"navigateur.mac"_L1, u"navigateurs sur Mac", true},
        {"navigateur.sans_signature"_L1, u"navigateur sans signature", true},
        {"approbation.heures"_L1, u"délai d’approbation", true},
        {"objection.heures"_L1, u"délai d’opposition", true},
    };
    return all;
}

QStringList placeholdersIn(const QString &text)
{
    QStringList names;
    qsizetype open = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c != u'{' && c != u'}')
            continue;
        const bool pair = c == u'}' && open >= 0;
        if (pair)
            names.append(text.mid(open + 1, i - open - 1));
        else if (c == u'}' || open >= 0)
            names.append(QString());
        open = c == u'{' ? i : -1;
    }
    if (open >= 0)
        names.append(QString());
    return names;
}

bool isPlaceholder(const QString &name)
{
    return find(name) != nullptr;
}

FilledText fillPlaceholders(const QString &text, const FactContext &context)
{
    FilledText filled;
    qsizetype from = 0;
    while (true) {
        const qsizetype open = text.indexOf(u'{', from);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u'}', open);
        if (close < 0)
            break;
        filled.text += text.mid(from, open - from);
        const QString name = text.mid(open + 1, close - open - 1);
        const PlaceholderInfo *info = find(name);
        const QString value = info ? valueOf(*info, context) : QString();
        if (value.isEmpty()) {
            filled.missing = true;
            filled.text += u"[valeur manquante\u00A0: %1]"_s.arg(info ? info->label.toString() : name);
        } else {
            filled.text += value;
        }
        from = close + 1;
    }
    filled.text += text.mid(from);
    return filled;
}

} // namespace desk
