// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/supervisiontexts.h"

#include "app/operations/operation.h"
#include "ui/common/format.h"
#include "ui/common/operationwords.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct Oversight {
    Q_DECLARE_TR_FUNCTIONS(Oversight)
};

struct Word {
    const char *code, *text; ///< to be translated
};

/// The words of `code`; those it has otherwise when they are not in `words`.
template <size_t Count> QString known(const Word (&words)[Count], const QString &code, const QString &otherwise)
{
    for (const Word &word : words) {
        if (code == QLatin1StringView(word.code))
            return Oversight::tr(word.text);
    }
    return otherwise;
}

bool isReassign(const QString &kind)
{
    return kind == "referent.reassign"_L1;
}

QString spanText(qint64 seconds)
{
    const qint64 minutes = qMax<qint64>(0, seconds / 60);
    if (minutes < 60)
        return Oversight::tr("%1 min").arg(minutes);
    if (minutes < 100 * 60) // a request holds 72 hours
        return Oversight::tr("%1 h", "hours").arg(minutes / 60);
    return Oversight::tr("%1 j", "days").arg(minutes / (24 * 60));
}

} // namespace

QString requestLabel(const QString &kind)
{
    return isReassign(kind) ? Oversight::tr("Nouveau référent") : Oversight::tr("Nouvel accès");
}

StateWords requestState(const ApprovalRequest &request, const QDateTime &now)
{
    switch (request.state) {
    case ApprovalState::Waiting:
        if (request.expiresAt.isValid() && request.expiresAt <= now)
            return {Tone::Muted, Oversight::tr("expirée")};
        return {request.expiresAt.isValid() && now.secsTo(request.expiresAt) < 6 * 3600 ? Tone::Warn : Tone::Info,
                u"◷ "_s + expiryText(request.expiresAt, now)};
    case ApprovalState::Approved:
        return {Tone::Ok, Oversight::tr("✓ approuvée")};
    case ApprovalState::Refused:
        return {Tone::Error, Oversight::tr("✗ refusée")};
    case ApprovalState::Withdrawn:
        return {Tone::Muted, Oversight::tr("retirée")};
    case ApprovalState::Expired:
        break;
    }
    return {Tone::Muted, Oversight::tr("expirée")};
}

StateWords changeState(const AccessChange &change, const QDateTime &now)
{
    if (change.undoneAt.isValid())
        return {Tone::Muted, Oversight::tr("↺ annulé")};
    if (change.objectedAt.isValid())
        return {Tone::Error, Oversight::tr("! opposition")};
    if (change.until > now)
        return {Tone::Info, Oversight::tr("◷ encore %1").arg(spanText(now.secsTo(change.until)))};
    return {Tone::Muted, Oversight::tr("définitif")};
}

QString expiryText(const QDateTime &expiresAt, const QDateTime &now)
{
    if (!expiresAt.isValid())
        return {};
    return Oversight::tr("expire dans %1").arg(spanText(now.secsTo(expiresAt)));
}

QString whyText(const QString &code, const Evidence &evidence)
{
    if (code == "address_outside_domains"_L1)
        return evidence.domain.isEmpty()
            ? Oversight::tr("L’adresse n’appartient à aucun domaine connu de l’établissement.")
            : Oversight::tr("L’adresse est en « %1 », qui n’est pas un domaine connu de l’établissement.")
                  .arg(evidence.domain);
    if (code == "no_ticket_from_requester"_L1)
        return Oversight::tr("Aucune demande d’habilitation ouverte n’a été envoyée par la personne elle-même depuis "
                             "l’extranet.");
    if (code == "second_change_in_30_days"_L1)
        return Oversight::tr("L’accès de cet établissement a déjà changé dans les 30 derniers jours.");
    if (code == "referent_changed"_L1)
        return Oversight::tr("Le référent de l’établissement a changé depuis que la demande a été faite.");
    return Oversight::tr("Règle « %1 » de la base.").arg(code);
}

QString factLabel(const QString &code)
{
    static constexpr Word labels[]
        = {{"account.phone", QT_TRANSLATE_NOOP("Oversight", "téléphone du compte")},
           {"account.email", QT_TRANSLATE_NOOP("Oversight", "adresse électronique du compte")},
           {"account.identifiant", QT_TRANSLATE_NOOP("Oversight", "identifiant")},
           {"account.last_login", QT_TRANSLATE_NOOP("Oversight", "jour de la dernière connexion")},
           {"establishment.phone", QT_TRANSLATE_NOOP("Oversight", "téléphone de l’établissement")},
           {"establishment.email", QT_TRANSLATE_NOOP("Oversight", "adresse électronique de l’établissement")},
           {"establishment.street", QT_TRANSLATE_NOOP("Oversight", "rue de l’établissement")},
           {"establishment.headcount", QT_TRANSLATE_NOOP("Oversight", "effectif de l’établissement")},
           {"establishment.company_headcount", QT_TRANSLATE_NOOP("Oversight", "effectif de l’entreprise")}};
    return known(labels, code, code);
}

QString stepLabel(const QString &kind)
{
    static constexpr Word labels[]
        = {{"call.check", QT_TRANSLATE_NOOP("Oversight", "Vérification de l’appelant")},
           {"account.create", QT_TRANSLATE_NOOP("Oversight", "Nouvel accès")},
           {"referent.reassign", QT_TRANSLATE_NOOP("Oversight", "Changement de référent")},
           {"approval.approve", QT_TRANSLATE_NOOP("Oversight", "Approbation")},
           {"approval.refuse", QT_TRANSLATE_NOOP("Oversight", "Refus d’une demande")},
           {"approval.withdraw", QT_TRANSLATE_NOOP("Oversight", "Retrait d’une demande")},
           {"change.object", QT_TRANSLATE_NOOP("Oversight", "Opposition")},
           {"change.undo", QT_TRANSLATE_NOOP("Oversight", "Annulation d’un changement")},
           {"ceiling.lift", QT_TRANSLATE_NOOP("Oversight", "Plafond relevé")},
           {"notice.post", QT_TRANSLATE_NOOP("Oversight", "Avis publié")},
           {"notice.end", QT_TRANSLATE_NOOP("Oversight", "Avis retiré")},
           {"setting.set", QT_TRANSLATE_NOOP("Oversight", "Règle modifiée")},
           {"provider.set", QT_TRANSLATE_NOOP("Oversight", "Fournisseur d’adresses modifié")},
           {"mail.send_again", QT_TRANSLATE_NOOP("Oversight", "Courriel renvoyé")}};
    return known(labels, kind, operationLabel(kind));
}

QString holderText(const Holder &holder)
{
    const QString name = holder.name();
    if (holder.identifiant.isEmpty())
        return name;
    return name.isEmpty() ? holder.identifiant : u"%1 (%2)"_s.arg(name, holder.identifiant);
}

QString approveConsequence(const ApprovalRequest &request)
{
    const QString who = holderText(request.target);
    const QString address = request.target.email;
    QString text = request.target.isKnown()
        ? Oversight::tr("Approuver habilite %1 sur l’établissement ; la confirmation part vers %2.").arg(who, address)
        : Oversight::tr("Approuver crée le compte de %1 et l’habilite sur l’établissement ; l’identifiant, le mot de "
                        "passe et la confirmation partent vers %2.")
              .arg(who, address);
    if (isReassign(request.kind))
        text += u' '
            + (request.keepOld ? Oversight::tr("L’ancien référent garde son accès, sans être référent.")
                               : Oversight::tr("L’accès de l’ancien référent est retiré tout de suite."));
    return text + u' '
        + Oversight::tr("L’ancienne adresse et celle de l’établissement sont prévenues. Toutes les règles sont "
                        "vérifiées de nouveau.");
}

QString undoConsequence(const AccessChange &change)
{
    QStringList parts{Oversight::tr("l’accès de %1 est retiré").arg(holderText(change.newHolder))};
    if (!change.oldHolder.isEmpty())
        parts << Oversight::tr("%1 redevient référent").arg(holderText(change.oldHolder));
    parts << Oversight::tr("les courriels qui attendent sont annulés")
          << Oversight::tr("un compte créé pour l’occasion est désactivé");
    QString text = parts.join(Oversight::tr(" ; "));
    text[0] = text.at(0).toUpper();
    return text + u'.';
}

QString approvedText(const QJsonObject &result, const QDateTime &at)
{
    const qsizetype mails = result.value("mails"_L1).toArray().size();
    const QString identifiant = result.value("identifiant"_L1).toString();
    QString text = Oversight::tr("Approuvée à %1").arg(shortTime(at));
    if (!identifiant.isEmpty())
        text += Oversight::tr(" : accès ouvert pour %1").arg(identifiant);
    if (mails > 0)
        text += u", "_s + Oversight::tr("%n courriel(s) en route", nullptr, int(mails));
    return text + u'.';
}

QString decisionNews(const ApprovalRequest &request)
{
    const QString place = request.establishment.denomination;
    if (request.state == ApprovalState::Approved)
        return Oversight::tr("Votre demande pour %1 a été approuvée par %2.").arg(place, request.decidedByName);
    if (request.state == ApprovalState::Refused)
        return request.decidedText.isEmpty()
            ? Oversight::tr("Votre demande pour %1 a été refusée par %2.").arg(place, request.decidedByName)
            : Oversight::tr("Votre demande pour %1 a été refusée par %2 : « %3 »")
                  .arg(place, request.decidedByName, request.decidedText.simplified());
    return Oversight::tr("Votre demande pour %1 a expiré sans décision : refaites-la si elle est toujours utile.")
        .arg(place);
}

QString ceilingLabel(const QString &kind)
{
    if (kind == "account.reset_password"_L1 || kind == "reset"_L1)
        return Oversight::tr("Mots de passe réinitialisés");
    if (kind == "referent.reassign"_L1 || kind == "reassign"_L1)
        return Oversight::tr("Changements de référent");
    if (kind == "account.create"_L1 || kind == "create"_L1)
        return Oversight::tr("Accès créés");
    return stepLabel(kind);
}

QString journalKindLabel(const QString &kind)
{
    static constexpr Word labels[]
        = {{"open_file", QT_TRANSLATE_NOOP("Oversight", "Dossier ouvert")},
           {"reveal", QT_TRANSLATE_NOOP("Oversight", "Valeur affichée")},
           {"search", QT_TRANSLATE_NOOP("Oversight", "Recherche")},
           {"suggest", QT_TRANSLATE_NOOP("Oversight", "Recherche")},
           {"operation", QT_TRANSLATE_NOOP("Oversight", "Opération")},
           {"refused", QT_TRANSLATE_NOOP("Oversight", "Refus")},
           {"read_approvals", QT_TRANSLATE_NOOP("Oversight", "Lecture des approbations")},
           {"read_changes", QT_TRANSLATE_NOOP("Oversight", "Lecture des changements")},
           {"read_watch", QT_TRANSLATE_NOOP("Oversight", "Lecture de la surveillance")},
           {"read_overview", QT_TRANSLATE_NOOP("Oversight", "Lecture de la vue d’ensemble")},
           {"overview_export", QT_TRANSLATE_NOOP("Oversight", "Export de la vue d’ensemble")},
           {"read_watched_accounts", QT_TRANSLATE_NOOP("Oversight", "Lecture des comptes à surveiller")},
           {"watched_accounts_export", QT_TRANSLATE_NOOP("Oversight", "Export des comptes à surveiller")},
           {"mails_page", QT_TRANSLATE_NOOP("Oversight", "Lecture des courriels")},
           {"relay_password", QT_TRANSLATE_NOOP("Oversight", "Mot de passe remplacé par le relais")},
           {"journal_export", QT_TRANSLATE_NOOP("Oversight", "Export du journal")},
           {"journal_search", QT_TRANSLATE_NOOP("Oversight", "Lecture du journal")},
           {"rehearse", QT_TRANSLATE_NOOP("Oversight", "Aperçu d’une opération")},
           {"open_call", QT_TRANSLATE_NOOP("Oversight", "Appel ouvert")},
           {"conflict", QT_TRANSLATE_NOOP("Oversight", "Conflit")},
           {"own_password_changed", QT_TRANSLATE_NOOP("Oversight", "Changement de son mot de passe")},
           {"retention_set", QT_TRANSLATE_NOOP("Oversight", "Durée de conservation changée")},
           {"demo", QT_TRANSLATE_NOOP("Oversight", "Données de démonstration créées")},
           {"queue_page", QT_TRANSLATE_NOOP("Oversight", "Lecture d’une file")},
           {"queue_counts", QT_TRANSLATE_NOOP("Oversight", "Lecture des files")},
           {"queue_export", QT_TRANSLATE_NOOP("Oversight", "Export d’une file")},
           {"ticket", QT_TRANSLATE_NOOP("Oversight", "Demande lue")},
           {"overview", QT_TRANSLATE_NOOP("Oversight", "Lecture de la vue d’ensemble")},
           {"watched_accounts", QT_TRANSLATE_NOOP("Oversight", "Lecture des comptes à surveiller")},
           {"journal_purge", QT_TRANSLATE_NOOP("Oversight", "Purge du journal")}};
    return known(labels, kind, stepLabel(kind));
}

namespace {

QString detailName(const QString &key)
{
    static constexpr Word names[] = {{"filter", QT_TRANSLATE_NOOP("Oversight", "liste")},
                                     {"list", QT_TRANSLATE_NOOP("Oversight", "liste")},
                                     {"state", QT_TRANSLATE_NOOP("Oversight", "liste")},
                                     {"requests", QT_TRANSLATE_NOOP("Oversight", "demandes")},
                                     {"from", QT_TRANSLATE_NOOP("Oversight", "depuis")},
                                     {"to", QT_TRANSLATE_NOOP("Oversight", "jusqu’au")},
                                     {"agent", QT_TRANSLATE_NOOP("Oversight", "agent")},
                                     {"searched", QT_TRANSLATE_NOOP("Oversight", "nature")},
                                     {"read", QT_TRANSLATE_NOOP("Oversight", "lecture")},
                                     {"field", QT_TRANSLATE_NOOP("Oversight", "valeur")},
                                     {"mail", QT_TRANSLATE_NOOP("Oversight", "courriel n°")},
                                     {"kind", QT_TRANSLATE_NOOP("Oversight", "nature")},
                                     {"rows", QT_TRANSLATE_NOOP("Oversight", "lignes")},
                                     {"establishments", QT_TRANSLATE_NOOP("Oversight", "établissements")}};
    return known(names, key, key);
}

QString detailValue(const QString &value, const QDateTime &now)
{
    static constexpr Word values[] = {{"waiting", QT_TRANSLATE_NOOP("Oversight", "en attente")},
                                      {"mine", QT_TRANSLATE_NOOP("Oversight", "les siennes")},
                                      {"decided", QT_TRANSLATE_NOOP("Oversight", "décidées")},
                                      {"open", QT_TRANSLATE_NOOP("Oversight", "en cours")},
                                      {"all", QT_TRANSLATE_NOOP("Oversight", "tous")},
                                      {"failed", QT_TRANSLATE_NOOP("Oversight", "refusés ou revenus")},
                                      {"sent", QT_TRANSLATE_NOOP("Oversight", "envoyés")},
                                      {"locked", QT_TRANSLATE_NOOP("Oversight", "verrouillés")},
                                      {"never", QT_TRANSLATE_NOOP("Oversight", "jamais connectés")},
                                      {"bounced", QT_TRANSLATE_NOOP("Oversight", "courriels revenus")},
                                      {"resets", QT_TRANSLATE_NOOP("Oversight", "réinitialisations répétées")},
                                      {"several", QT_TRANSLATE_NOOP("Oversight", "plusieurs comptes")},
                                      {"account.email", QT_TRANSLATE_NOOP("Oversight", "courriel du compte")},
                                      {"account.phone", QT_TRANSLATE_NOOP("Oversight", "téléphone du compte")}};
    static const QRegularExpression time(u"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:"_s);
    if (time.match(value).hasMatch())
        return whenText(QDateTime::fromString(value, Qt::ISODate).toUTC(), now);
    const QString word = known(values, value, value);
    return word == value ? journalKindLabel(value) : word;
}

} // namespace

QString journalDetail(const QString &raw, const QDateTime &now)
{
    QStringList parts = raw.split(u" · "_s, Qt::SkipEmptyParts);
    for (QString &part : parts) {
        const qsizetype colon = part.indexOf(u"\u00A0: "_s);
        if (colon > 0)
            part = detailName(part.left(colon)) + u"\u00A0: "_s + detailValue(part.mid(colon + 3), now);
    }
    return parts.join(u" · "_s);
}

QString refusalLabel(const QString &rule)
{
    static constexpr Word labels[]
        = {{"check_needed", QT_TRANSLATE_NOOP("Oversight", "appelant pas encore vérifié")},
           {"too_many_tries", QT_TRANSLATE_NOOP("Oversight", "trop d’essais de vérification")},
           {"over_ceiling", QT_TRANSLATE_NOOP("Oversight", "plafond horaire atteint")},
           {"rate_limited", QT_TRANSLATE_NOOP("Oversight", "trop de consultations")},
           {"own_request", QT_TRANSLATE_NOOP("Oversight", "sa propre demande")},
           {"own_ceiling", QT_TRANSLATE_NOOP("Oversight", "son propre plafond")},
           {"supervisor_only", QT_TRANSLATE_NOOP("Oversight", "réservé aux superviseurs")},
           {"not_your_call", QT_TRANSLATE_NOOP("Oversight", "appel d’un autre agent")},
           {"file_not_opened", QT_TRANSLATE_NOOP("Oversight", "dossier pas ouvert dans l’appel")},
           {"not_locked", QT_TRANSLATE_NOOP("Oversight", "compte pas verrouillé")},
           {"needs_call_or_ticket", QT_TRANSLATE_NOOP("Oversight", "ni appel ni demande")},
           {"owned_by_other", QT_TRANSLATE_NOOP("Oversight", "demande d’un autre agent")},
           {"version", QT_TRANSLATE_NOOP("Oversight", "modifié par quelqu’un d’autre")}};
    return known(labels, rule, rule);
}

QString mailKindText(const QString &code)
{
    if (code == "identifiant"_L1)
        return mailKindLabel(MailKind::Identifiant);
    if (code == "mot_de_passe"_L1)
        return mailKindLabel(MailKind::MotDePasse);
    if (code == "habilitation"_L1)
        return mailKindLabel(MailKind::Habilitation);
    if (code == "avis_changement"_L1)
        return Oversight::tr("Avis de changement");
    if (code == "ticket_reponse"_L1)
        return Oversight::tr("Réponse à une demande");
    return mailKindLabel(MailKind::Other);
}

StateWords mailStateWords(const MailLine &mail)
{
    if (mail.replacedBy != 0)
        return {Tone::Ok, Oversight::tr("✓ renvoyé")};
    switch (mail.state) {
    case MailState::Queued:
        return {mail.attempts > 0 ? Tone::Warn : Tone::Info,
                mail.attempts > 0 ? Oversight::tr("◷ nouvel essai prévu") : Oversight::tr("◷ en attente")};
    case MailState::Sending:
        return {Tone::Info, Oversight::tr("◷ envoi en cours")};
    case MailState::Sent:
        return {Tone::Ok, Oversight::tr("✓ envoyé")};
    case MailState::Delivered:
        return {Tone::Ok, Oversight::tr("✓ remis")};
    case MailState::Bounced:
        return {Tone::Error, Oversight::tr("✗ revenu")};
    case MailState::Refused:
        return {Tone::Error, Oversight::tr("✗ refusé")};
    case MailState::Cancelled:
        break;
    }
    return {Tone::Muted, Oversight::tr("annulé")};
}

QString sendAgainConsequence(const MailLine &mail)
{
    if (mail.kind == "mot_de_passe"_L1)
        return Oversight::tr("Renvoyer crée un nouveau mot de passe et l’envoie à %1 : le précédent ne vaut plus.")
            .arg(mail.toMasked);
    return Oversight::tr("Renvoyer envoie le même courriel à %1.").arg(mail.toMasked);
}

} // namespace desk
