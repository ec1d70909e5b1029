// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/scriptoperations.h"

#include "app/core/documentreading.h"
#include "app/core/siret.h"
#include "app/scripts/frenchtext.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString whyNoAccount(const FactContext &context)
{
    if (!context.account)
        return u"choisir d’abord le compte de l’appelant"_s;
    if (context.account->beingDeletedAt.isValid())
        return u"le compte est en cours de suppression"_s;
    if (context.account->disabledAt.isValid())
        return u"le compte est désactivé"_s;
    return {};
}

QString whyNoConfirmation(const FactContext &context)
{
    if (const QString why = whyNoAccount(context); !why.isEmpty())
        return why;
    const Habilitation &habilitation = context.account->habilitation;
    if (habilitation.state == HabilitationState::None)
        return u"aucune habilitation sur cet établissement"_s;
    if (habilitation.state == HabilitationState::Revoked)
        return u"l’habilitation a été retirée"_s;
    return habilitation.activeFrom.isValid() ? QString() : u"l’habilitation n’a pas encore de date à confirmer"_s;
}

QJsonObject ticketParams(const QHash<QString, QString> &with, const FactContext &context)
{
    const Establishment *e = context.establishment();
    const QString asked = context.file ? Siret::compact(context.file->asked) : QString();
    const Account *a = context.account;
    return {
        {u"siret"_s, e ? e->siret : (Siret::parse(asked) ? asked : QString())},
        {u"denomination"_s, e ? e->denomination : QString()},
        {u"requester_name"_s, a ? u"%1 %2"_s.arg(a->firstName, a->lastName).trimmed() : QString()},
        {u"requester_phone"_s, QString()}, // masked here: the agent asks and types them
        {u"requester_email"_s, QString()},
        {u"motif"_s, with.value(u"motif"_s)},
        {u"description"_s, with.value(u"description"_s)},
    };
}

qint64 establishmentOf(const FactContext &context)
{
    return context.establishment() ? context.establishment()->id.value() : 0;
}

QJsonObject checkParams(const QHash<QString, QString> &with, const FactContext &context)
{
    QJsonObject params;
    if (const qint64 establishment = establishmentOf(context))
        params.insert(u"establishment_id"_s, establishment);
    const bool establishmentAlone = context.establishment() && with.value(u"compte"_s, u"oui"_s) == "non"_L1;
    if (context.account && !establishmentAlone)
        params.insert(u"account_id"_s, context.account->id.value());
    return params;
}

QString whyNoChange(const QString &kind, const FactContext &context)
{
    if (!context.establishment())
        return u"ouvrir d’abord le dossier de l’établissement"_s;
    const FileRequest *waiting = context.file->waiting(kind);
    return waiting && waiting->expiresAt > context.now ? u"une demande attend déjà une approbation"_s : QString();
}

QString accessSentence(const QString &kind, const QJsonObject &result)
{
    const bool create = kind == OperationKind::CreateAccount;
    if (result.value(u"state"_s).toString() == "waiting"_L1)
        return create ? u"création de compte envoyée pour approbation"_s
                      : u"changement de référent envoyé pour approbation"_s;
    const QString who = result.value(u"identifiant"_s).toString();
    return create ? u"compte %1 créé"_s.arg(who) : u"%1 devenu référent"_s.arg(who);
}

/// A request for approval, or a change made: known here before the file is read again.
void applyAccess(CallerFile &file, const OperationOutcome &outcome)
{
    if (outcome.result.value(u"state"_s).toString() != "waiting"_L1)
        return;
    FileRequest request;
    request.id = QUuid(outcome.result.value(u"approval"_s).toString());
    request.kind = outcome.kind;
    request.requestedAt = outcome.at;
    request.expiresAt = timeOf(outcome.result.value("expires_at"_L1));
    request.own = true;
    file.requests.prepend(request);
}

void applyCheck(CallerFile &file, const OperationOutcome &outcome, AccountId account)
{
    if (!outcome.result.value(u"passed"_s).toBool())
        return;
    file.check.account = account;
    file.check.passedUntil = timeOf(outcome.result.value("valid_until"_L1));
}

} // namespace

const QList<ScriptOperationInfo> &scriptOperations()
{
    static const QList<ScriptOperationInfo> operations{
        {ScriptOperation::Unlock, OperationKind::Unlock, u"Déverrouiller le compte", {}, {}},
        {ScriptOperation::ResetPassword,
         OperationKind::ResetPassword,
         u"Réinitialiser le mot de passe",
         {"unlock"_L1},
         {"unlock"_L1}},
        {ScriptOperation::ResendConfirmation, OperationKind::ResendConfirmation, u"Renvoyer la confirmation", {}, {}},
        {ScriptOperation::TicketOpen,
         OperationKind::TicketOpen,
         u"Ouvrir une demande d’assistance",
         {"motif"_L1, "description"_L1},
         {},
         {"motif"_L1}},
        {ScriptOperation::CallCheck, OperationKind::CallCheck, u"Vérifier l’appelant", {"compte"_L1}, {"compte"_L1}},
        {ScriptOperation::CreateAccount, OperationKind::CreateAccount, u"Créer un compte", {}, {}},
        {ScriptOperation::ReassignReferent,
         OperationKind::ReassignReferent,
         u"Changer le référent",
         {"keep_old"_L1},
         {"keep_old"_L1}},
    };
    return operations;
}

const QStringList &operationReasons()
{
    static const QStringList codes{u"secret_forgotten"_s, u"never_received"_s,     u"locked"_s, u"referent_left"_s,
                                   u"address_wrong"_s,    u"wrong_identifiants"_s, u"other"_s};
    return codes;
}

const QStringList &ticketMotifs()
{
    static const QStringList codes{u"habilitation"_s,          u"fiche_etablissement"_s,  u"decision_autorisation"_s,
                                   u"demande_indemnisation"_s, u"certificat_signature"_s, u"autres"_s};
    return codes;
}

const ScriptOperationInfo &scriptOperationInfo(ScriptOperation operation)
{
    const ScriptOperationInfo &info = scriptOperations().at(qsizetype(operation));
    Q_ASSERT(info.operation == operation);
    return info;
}

std::optional<ScriptOperation> scriptOperationFromKind(const QString &kind)
{
    const auto &all = scriptOperations();
    const auto it
        = std::find_if(all.cbegin(), all.cend(), [&](const ScriptOperationInfo &o) { return o.kind == kind; });
    return it == all.cend() ? std::nullopt : std::optional(it->operation);
}

bool isForProfile(ScriptOperation operation, Profile profile)
{
    const bool forEmployers
        = operation == ScriptOperation::CreateAccount || operation == ScriptOperation::ReassignReferent;
    return !forEmployers || profile == Profile::Etablissement || profile == Profile::Tiers;
}

QString whyNotPossible(ScriptOperation operation, const FactContext &context)
{
    switch (operation) {
    case ScriptOperation::Unlock:
        if (const QString why = whyNoAccount(context); !why.isEmpty())
            return why;
        return context.account->isLocked(context.now) ? QString() : u"le compte n’est pas verrouillé"_s;
    case ScriptOperation::ResetPassword:
        return whyNoAccount(context);
    case ScriptOperation::ResendConfirmation:
        return whyNoConfirmation(context);
    case ScriptOperation::TicketOpen:
        return context.file ? QString() : u"ouvrir d’abord le dossier de l’appelant"_s;
    case ScriptOperation::CallCheck:
        return context.account || context.establishment() ? QString() : u"ouvrir d’abord le dossier de l’appelant"_s;
    case ScriptOperation::CreateAccount:
    case ScriptOperation::ReassignReferent:
        return whyNoChange(scriptOperationInfo(operation).kind, context);
    }
    return {};
}

QJsonObject operationParams(ScriptOperation operation, const QHash<QString, QString> &with, const FactContext &context)
{
    const qint64 account = context.account ? context.account->id.value() : 0;
    switch (operation) {
    case ScriptOperation::Unlock:
        return {{u"account_id"_s, account}};
    case ScriptOperation::ResetPassword:
        return {{u"account_id"_s, account}, {u"unlock"_s, with.value(u"unlock"_s, u"oui"_s) == "oui"_L1}};
    case ScriptOperation::ResendConfirmation:
        return {{u"habilitation_id"_s, context.account ? context.account->habilitation.id.value() : 0}};
    case ScriptOperation::TicketOpen:
        return ticketParams(with, context);
    case ScriptOperation::CallCheck:
        return checkParams(with, context);
    case ScriptOperation::CreateAccount:
        return {{u"establishment_id"_s, establishmentOf(context)}};
    case ScriptOperation::ReassignReferent:
        return {{u"establishment_id"_s, establishmentOf(context)},
                {u"keep_old"_s, with.value(u"keep_old"_s, u"non"_s) == "oui"_L1}};
    }
    return {};
}

/// What became of a request, after "demande n° 48213".
static QString ticketDeed(const QString &kind)
{
    static const QHash<QString, QString> deeds{{OperationKind::TicketHandBack, u"remise dans la file"_s},
                                               {OperationKind::TicketTakeOver, u"reprise"_s},
                                               {OperationKind::TicketAssign, u"attribuée"_s},
                                               {OperationKind::TicketHold, u"mise en attente"_s},
                                               {OperationKind::TicketResume, u"sortie de l’attente"_s},
                                               {OperationKind::TicketMotif, u"changée de motif"_s},
                                               {OperationKind::TicketTransfer, u"transférée"_s},
                                               {OperationKind::TicketMerge, u"fusionnée"_s}};
    return deeds.value(kind);
}

QString operationSentence(const QString &kind, const QString &identifiant, const QJsonObject &result)
{
    const QString account = identifiant.isEmpty() ? u"du compte"_s : u"de %1"_s.arg(identifiant);
    const auto number = [&] {
        const qint64 direct = result.value(u"number"_s).toInteger();
        const qint64 n = direct ? direct : result.value(u"ticket"_s).toObject().value(u"number"_s).toInteger();
        return n ? u" n° %1"_s.arg(n) : QString();
    };
    if (kind == OperationKind::Unlock)
        return identifiant.isEmpty() ? u"compte déverrouillé"_s : u"compte %1 déverrouillé"_s.arg(identifiant);
    if (kind == OperationKind::ResetPassword) {
        const QString unlocked = result.value(u"unlocked"_s).toBool() ? u", verrou levé"_s : QString();
        return u"mot de passe %1 réinitialisé%2"_s.arg(account, unlocked);
    }
    if (kind == OperationKind::ResendConfirmation)
        return u"confirmation d’habilitation %1 renvoyée"_s.arg(account);
    if (kind == OperationKind::CallCheck)
        return u"appelant vérifié"_s;
    if (kind == OperationKind::CreateAccount || kind == OperationKind::ReassignReferent)
        return accessSentence(kind, result);
    if (kind == OperationKind::ApprovalWithdraw)
        return u"demande d’approbation retirée"_s;
    if (kind == OperationKind::ChangeObject)
        return u"opposition enregistrée"_s;
    if (kind == OperationKind::TicketOpen)
        return u"demande%1 ouverte"_s.arg(number());
    if (kind == OperationKind::TicketTake)
        return u"demande%1 prise en charge"_s.arg(number());
    if (kind == OperationKind::TicketComment)
        return u"demande%1 commentée"_s.arg(number());
    if (const QString deed = ticketDeed(kind); !deed.isEmpty())
        return u"demande%1 %2"_s.arg(number(), deed);
    if (kind == OperationKind::TicketClose)
        return u"demande%1 close"_s.arg(number());
    if (kind == OperationKind::TicketReopen)
        return u"demande%1 rouverte"_s.arg(number());
    return {};
}

void applyOperation(CallerFile &file, const OperationOutcome &outcome, AccountId account)
{
    if (outcome.kind == OperationKind::CallCheck)
        applyCheck(file, outcome, account);
    if (outcome.kind == OperationKind::CreateAccount || outcome.kind == OperationKind::ReassignReferent)
        applyAccess(file, outcome);
    if (outcome.kind == OperationKind::ApprovalWithdraw) {
        const QUuid request(outcome.result.value(u"request"_s).toString());
        file.requests.removeIf([&](const FileRequest &one) { return one.id == request; });
    }
    const bool reset = outcome.kind == OperationKind::ResetPassword;
    if (!reset && outcome.kind != OperationKind::Unlock)
        return;
    const bool unlocked = outcome.result.value(u"unlocked"_s).toBool();
    const QDateTime &at = outcome.at;
    for (Account &one : file.accounts) {
        if (one.id != account)
            continue;
        if (!reset || unlocked) {
            one.failedLogins = 0;
            one.lockedUntil = one.lockedUntil.isValid() ? std::min(one.lockedUntil, at) : QDateTime();
        }
        if (reset) {
            one.password = PasswordState::Voided;
            one.passwordChangedAt = at;
            one.passwordChangedBy = u"desk"_s;
        }
    }
}

QString whyRefused(const QString &rule)
{
    static const QHash<QString, QString> reasons{
        {u"not_locked"_s, u"le compte n’était plus verrouillé"_s},
        {u"account_being_deleted"_s, u"le compte est en cours de suppression"_s},
        {u"account_disabled"_s, u"le compte est désactivé"_s},
        {u"unknown_account"_s, u"le compte n’existe plus"_s},
        {u"no_active_habilitation"_s, u"le compte n’a aucune habilitation active"_s},
        {u"profile_has_no_mail"_s, u"ce profil ne reçoit pas ce courriel"_s},
        {u"habilitation_not_active"_s, u"l’habilitation n’est pas active"_s},
        {u"nothing_to_confirm"_s, u"l’habilitation n’a pas encore de date à confirmer"_s},
        {u"over_ceiling"_s, u"le plafond d’opérations est atteint"_s},
        {u"too_many_tries"_s, u"l’appelant n’a pas pu être vérifié"_s},
        {u"unknown_establishment"_s, u"l’établissement n’est pas connu"_s},
        {u"already_waiting"_s, u"une demande attend déjà une approbation"_s},
        {u"already_habilitated"_s, u"ce compte est déjà habilité ici"_s},
        {u"already_referent"_s, u"ce compte est déjà le référent"_s},
        {u"unknown_motif"_s, u"ce motif n’existe plus"_s},
    };
    return reasons.value(rule);
}

InverseOperation inverseOperation(const OperationOutcome &outcome)
{
    const QJsonObject &result = outcome.result;
    const bool access = outcome.kind == OperationKind::CreateAccount || outcome.kind == OperationKind::ReassignReferent;
    if (access && result.value(u"state"_s).toString() == "waiting"_L1)
        return {OperationKind::ApprovalWithdraw,
                u"Retirer la demande d’approbation"_s,
                {{u"request"_s, result.value(u"approval"_s)}}};
    const qint64 number = result.value(u"number"_s).toInteger();
    if (outcome.kind == OperationKind::TicketOpen && number > 0)
        return {
            OperationKind::TicketClose, typography(u"Clore la demande n° %1"_s.arg(number)), {{u"number"_s, number}}};
    return {};
}

bool isInverse(const OperationOutcome &outcome, const InverseOperation &inverse)
{
    if (inverse.kind.isEmpty() || outcome.kind != inverse.kind)
        return false;
    for (auto it = inverse.params.begin(); it != inverse.params.end(); ++it) {
        if (outcome.result.value(it.key()) != it.value())
            return false;
    }
    return true;
}

} // namespace desk
