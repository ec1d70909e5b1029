// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/consequences.h"

#include "ui/common/format.h"
#include "ui/common/operationwords.h"
#include "ui/common/ticketwords.h"
#include "ui/sheets/accesstext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QVariantMap>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct Consequences {
    Q_DECLARE_TR_FUNCTIONS(Consequences)
};

QString addressOf(const Account &account)
{
    return account.emailMasked.isEmpty() ? Consequences::tr("son adresse") : account.emailMasked;
}

/// What a reset does besides.
QString alsoReset(const Account &account, bool alsoUnlock, const QDateTime &now)
{
    QString text;
    if (!account.otherExtranets.isEmpty())
        text += u' ' + Consequences::tr("Il change aussi pour %1.").arg(account.otherExtranets.join(u", "_s));
    if (account.isLocked(now))
        text += u' '
            + (alsoUnlock ? Consequences::tr("Le verrou est levé en même temps.")
                          : Consequences::tr("Le compte reste verrouillé jusqu’à %1.")
                                .arg(whenText(account.lockedUntil, now)));
    return text;
}

/// What the answer to the requester became.
QString answeredSentence(const OperationOutcome &outcome, const QString &at)
{
    const qsizetype merged = outcome.result.value("merged"_L1).toArray().size();
    const QJsonValue sent = outcome.result.value("mails"_L1);
    const qsizetype mails = sent.isArray() ? sent.toArray().size() : outcome.result.value("mail"_L1).isDouble() ? 1 : 0;
    QString text = operationDone(outcome.kind).arg(at);
    if (merged > 0)
        text += merged == 1 ? Consequences::tr(" avec un doublon") : Consequences::tr(" avec %1 doublons").arg(merged);
    if (mails == 0)
        return text + Consequences::tr(", sans courriel : l’adresse du demandeur n’est pas valable");
    return text
        + (mails == 1 ? Consequences::tr(", réponse en route")
                      : Consequences::tr(", une réponse en route vers chacune des %1 adresses").arg(mails));
}

} // namespace

QString consequence(const QString &kind, const Account &account, bool alsoUnlock, const QDateTime &now)
{
    const QString text = operationConsequence(kind);
    if (kind == OperationKind::Unlock)
        return text.arg(whenText(account.lockedUntil, now), account.identifiant);
    if (kind == OperationKind::ResetPassword)
        return text.arg(account.identifiant, addressOf(account)) + alsoReset(account, alsoUnlock, now);
    return text.arg(addressOf(account), account.identifiant);
}

QString tooLongText(qsizetype over)
{
    if (over <= 0)
        return {};
    return over == 1 ? Consequences::tr("1 caractère de trop.") : Consequences::tr("%1 caractères de trop.").arg(over);
}

QString doneSentence(const OperationOutcome &outcome, bool forCall, const QDateTime &now)
{
    const QString at = shortTime(outcome.at);
    QString text = operationDone(outcome.kind).arg(at);
    if (outcome.kind == OperationKind::ResetPassword && outcome.result.value("unlocked"_L1).toBool())
        text = Consequences::tr("Mot de passe réinitialisé et compte déverrouillé à %1, deux courriels en route")
                   .arg(at);
    else if (outcome.kind == OperationKind::CreateAccount || outcome.kind == OperationKind::ReassignReferent)
        text = accessDone(outcome, now);
    else if (outcome.kind == OperationKind::TicketClose || outcome.kind == OperationKind::TicketTransfer)
        text = answeredSentence(outcome, at);
    if (outcome.repeated)
        text += Consequences::tr(" (déjà enregistré, rien n’a été fait deux fois)");
    return (isWaiting(outcome) ? u"◷ "_s : u"✓ "_s) + text
        + (forCall ? Consequences::tr(" · fait pour l’appel en cours") : QString());
}

QString usualReason(const QString &kind, const QList<ListItem> &reasons)
{
    const QString code = operationUsualReason(kind);
    const bool listed
        = std::any_of(reasons.cbegin(), reasons.cend(), [&code](const ListItem &item) { return item.code == code; });
    return listed ? code : QString();
}

QString changeSentence(const QVariantMap &change, const SessionInfo &info, const QDateTime &now)
{
    const QString field = change.value(u"field"_s).toString();
    const QDateTime at = QDateTime::fromString(change.value(u"at"_s).toString(), Qt::ISODate);
    QStringList by;
    for (const QString &part : {change.value(u"by"_s).toString(), whenText(at, now)}) {
        if (!part.isEmpty())
            by << part;
    }
    const QString sentence
        = ticketFieldChange(field, change.value(u"was"_s).toString(), change.value(u"is"_s).toString(), info, now);
    return by.isEmpty() ? sentence : sentence + u" ("_s + by.join(u", "_s) + u')';
}

} // namespace desk
