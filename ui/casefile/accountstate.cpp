// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/accountstate.h"

#include "app/core/desktime.h"
#include "app/operations/operation.h"
#include "ui/common/format.h"
#include "ui/common/operationwords.h"

#include <QCoreApplication>
#include <QFont>
#include <QGlyphRun>
#include <QRawFont>
#include <QTextLayout>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct AccountState {
    Q_DECLARE_TR_FUNCTIONS(AccountState)
};

constexpr int unlockedWorthSayingSeconds = 30 * 60;

bool hasFont(const QString &sign)
{
    QTextLayout layout(sign, QFont());
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const QList<QGlyphRun> runs = layout.glyphRuns();
    return !runs.isEmpty() && std::all_of(runs.cbegin(), runs.cend(), [](const QGlyphRun &run) {
        return !run.glyphIndexes().contains(0);
    });
}

bool isFailure(MailState state)
{
    return state == MailState::Bounced || state == MailState::Refused;
}

bool everConnected(const Account &account)
{
    return account.firstLoginAt.isValid() || account.lastLoginAt.isValid();
}

void addHabilitation(QList<ChipText> &chips, const Habilitation &habilitation, const QDateTime &now)
{
    switch (habilitation.state) {
    case HabilitationState::Requested:
        chips << ChipText{Tone::Warn, AccountState::tr("◷ Habilitation demandée")};
        break;
    case HabilitationState::AwaitingConfirmation:
        chips << ChipText{Tone::Warn, AccountState::tr("◷ Confirmation à venir")};
        break;
    case HabilitationState::Revoked:
        chips << ChipText{Tone::Error,
                          habilitation.revokedAt.isValid()
                              ? AccountState::tr("✗ Habilitation retirée le %1").arg(shortDate(habilitation.revokedAt))
                              : AccountState::tr("✗ Habilitation retirée")};
        break;
    case HabilitationState::Active:
        if (habilitation.activeFrom > now)
            chips << ChipText{Tone::Warn,
                              AccountState::tr("◷ Connexion dès le %1").arg(dateTime(habilitation.activeFrom))};
        break;
    case HabilitationState::None:
        break;
    }
}

ChipText habilitated(const Habilitation &habilitation)
{
    return {Tone::Ok,
            habilitation.activeFrom.isValid()
                ? AccountState::tr("✓ Habilité depuis le %1").arg(shortDate(habilitation.activeFrom))
                : AccountState::tr("✓ Habilité")};
}

QString extranets(const QStringList &names)
{
    const QString first = AccountState::tr("Utilise aussi %1").arg(names.mid(0, 2).join(u", "_s));
    return names.size() > 2 ? first + u" +%1"_s.arg(names.size() - 2) : first;
}

QString foldedName(const QString &name)
{
    QString folded;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD)) {
        if (c.isLetter())
            folded += c.toLower();
    }
    return folded;
}

} // namespace

QString lockSign()
{
    static const QString sign = hasFont(u"\U0001F512"_s) ? u"\U0001F512"_s : u"✗"_s;
    return sign;
}

QList<ChipText> accountChips(const Account &account, const QDateTime &now, bool withHabilitation)
{
    QList<ChipText> chips;
    if (account.beingDeletedAt.isValid())
        chips << ChipText{Tone::Error, AccountState::tr("✗ En cours de suppression")};
    if (account.disabledAt.isValid())
        chips << ChipText{Tone::Error, AccountState::tr("✗ Désactivé le %1").arg(shortDate(account.disabledAt))};
    if (account.isLocked(now))
        chips << ChipText{Tone::Error,
                          lockSign() + u' '
                              + AccountState::tr("Verrouillé jusqu’à %1").arg(shortTime(account.lockedUntil))};
    if (withHabilitation && account.habilitation.state == HabilitationState::Revoked)
        addHabilitation(chips, account.habilitation, now);
    if (account.password == PasswordState::Voided)
        chips << ChipText{Tone::Warn, AccountState::tr("◷ Mot de passe annulé")};
    for (const MailKind kind : {MailKind::Habilitation, MailKind::MotDePasse, MailKind::Identifiant}) {
        const MailEvent *mail = account.mail(kind);
        if (mail && isFailure(mail->state)) {
            chips << ChipText{Tone::Error, AccountState::tr("✗ Courriel rejeté")};
            break;
        }
    }
    if (withHabilitation && account.habilitation.state != HabilitationState::Revoked)
        addHabilitation(chips, account.habilitation, now);
    if (!account.isLocked(now) && account.lockedUntil.isValid()
        && account.lockedUntil.secsTo(now) <= unlockedWorthSayingSeconds)
        chips << ChipText{Tone::Info, AccountState::tr("✓ Déverrouillé depuis %1").arg(shortTime(account.lockedUntil))};
    if (!everConnected(account))
        chips << ChipText{Tone::Warn, AccountState::tr("◷ Jamais connecté")};
    if (!account.isLocked(now) && account.failedLogins > 0)
        chips << ChipText{Tone::Warn,
                          account.failedLogins == 1
                              ? AccountState::tr("◷ 1 mot de passe erroné")
                              : AccountState::tr("◷ %1 mots de passe erronés").arg(account.failedLogins)};
    if (account.mustChangePassword && account.password == PasswordState::Active)
        chips << ChipText{Tone::Info, AccountState::tr("◷ Mot de passe temporaire")};
    if (!account.otherExtranets.isEmpty())
        chips << ChipText{Tone::Muted, extranets(account.otherExtranets)};
    if (withHabilitation && account.habilitation.state == HabilitationState::Active
        && account.habilitation.activeFrom <= now)
        chips << habilitated(account.habilitation);
    if (chips.isEmpty())
        chips << ChipText{Tone::Ok, AccountState::tr("✓ En ordre")};
    return chips;
}

QString whyNot(const QString &kind, const Account &account, const QDateTime &now)
{
    if (account.beingDeletedAt.isValid())
        return AccountState::tr("En suppression");
    if (account.disabledAt.isValid())
        return AccountState::tr("Désactivé");
    if (kind == OperationKind::Unlock && !account.isLocked(now))
        return AccountState::tr("Pas verrouillé");
    const Habilitation &habilitation = account.habilitation;
    if (kind == OperationKind::ResetPassword) {
        // The database wants one active habilitation, wherever; from here only the sole one can be judged.
        const bool sole = account.establishmentCount <= 1;
        if (habilitation.state == HabilitationState::None)
            return account.establishmentCount == 0 ? AccountState::tr("Pas habilité") : QString();
        if (sole && habilitation.state != HabilitationState::Active)
            return habilitation.state == HabilitationState::Revoked ? AccountState::tr("Droit retiré")
                                                                    : AccountState::tr("Pas habilité");
    }
    if (kind == OperationKind::ResendConfirmation) {
        if (habilitation.state == HabilitationState::None)
            return AccountState::tr("Pas habilité");
        if (habilitation.state == HabilitationState::Revoked)
            return AccountState::tr("Droit retiré");
        if (!habilitation.activeFrom.isValid())
            return AccountState::tr("Sans date");
    }
    return {};
}

QList<OperationChoice> accountOperations(const Account &account, const QDateTime &now, bool withHabilitation)
{
    const auto choice = [&](QLatin1StringView kind) {
        return OperationChoice{kind, operationAction(kind), whyNot(kind, account, now)};
    };
    const OperationChoice unlock = choice(OperationKind::Unlock), reset = choice(OperationKind::ResetPassword);
    const OperationChoice resend = choice(OperationKind::ResendConfirmation);
    const MailEvent *confirmation = account.mail(MailKind::Habilitation);
    const bool confirmationFailed = confirmation && isFailure(confirmation->state);
    const bool resendMatters = withHabilitation && resend.blocked.isEmpty()
        && (account.habilitation.state == HabilitationState::AwaitingConfirmation || confirmationFailed);
    // The confirmation is what stands between the caller and the log-in: it takes the place of an unlock that has no
    // object.
    if (resendMatters && !account.isLocked(now))
        return {resend, reset};
    return {unlock, reset};
}

int trouble(const Account &account, const QDateTime &now)
{
    int weight = 0;
    for (const ChipText &chip : accountChips(account, now, true))
        weight += chip.tone == Tone::Error ? 100 : chip.tone == Tone::Warn ? 10 : chip.tone == Tone::Info ? 1 : 0;
    return weight;
}

QString accountRole(const Account &account, bool withHabilitation)
{
    QStringList parts;
    if (!withHabilitation)
        return {};
    if (account.isReferent())
        parts << AccountState::tr("référent");
    if (account.profile != Profile::Etablissement)
        parts << profileLabel(account.profile);
    if (account.establishmentCount > 1)
        parts << AccountState::tr("%1 établissements").arg(account.establishmentCount);
    return parts.join(u" · "_s);
}

QString lastLoginMonth(const Account &account)
{
    const QDate day = deskTime(account.lastLoginAt).date();
    return AccountState::tr("connecté en %1").arg(day.toString(u"MM/yyyy"));
}

QString lastLoginDay(const QString &revealed)
{
    const QDateTime at = QDateTime::fromString(revealed, Qt::ISODate);
    const QDate day = at.isValid() && revealed.size() > 10 ? deskTime(at).date()
                                                           : QDate::fromString(revealed.left(10), Qt::ISODate);
    return AccountState::tr("connecté le %1").arg(day.isValid() ? longDate(day) : revealed);
}

QString whyNoChange(const QString &kind, const CallerFile &file, const QDateTime &now, bool connected)
{
    if (file.subject != CallerFile::Subject::Establishment)
        return AccountState::tr("Ouvrez d’abord l’établissement");
    if (!connected)
        return AccountState::tr("Hors connexion");
    const FileRequest *waiting = file.waiting(kind);
    return waiting && waiting->expiresAt > now ? AccountState::tr("En attente d’approbation") : QString();
}

QString accountPerson(const Account &account)
{
    const QString name = (account.firstName + u' ' + account.lastName).simplified();
    return foldedName(name) == foldedName(account.identifiant) ? QString() : name;
}

QDateTime nextAccountChange(const Account &account, const QDateTime &now)
{
    return nextOf({account.lockedUntil, account.habilitation.activeFrom}, now);
}

MailStateText mailState(const Account &account, MailKind kind, const QDateTime &now)
{
    const MailEvent *mail = account.mail(kind);
    if (!mail) {
        if (kind != MailKind::Habilitation && !account.otherExtranets.isEmpty())
            return {{Tone::Muted, AccountState::tr("non prévu")},
                    AccountState::tr("celui de %1 sert ici").arg(account.otherExtranets.first())};
        return {{Tone::Muted, AccountState::tr("pas encore envoyé")}, {}};
    }
    const auto at = [&now](const QDateTime &first, const QDateTime &otherwise) {
        return whenText(first.isValid() ? first : otherwise, now);
    };
    switch (mail->state) {
    case MailState::Queued:
        return {{Tone::Warn, AccountState::tr("◷ en attente %1").arg(at(mail->queuedAt, {}))}, {}};
    case MailState::Sending:
        return {{Tone::Warn, AccountState::tr("◷ envoi en cours")}, {}};
    case MailState::Sent:
        return {{Tone::Info, AccountState::tr("◷ envoyé %1").arg(at(mail->sentAt, mail->queuedAt))}, {}};
    case MailState::Delivered:
        return {{Tone::Ok, AccountState::tr("✓ remis %1").arg(at(mail->deliveredAt, mail->sentAt))}, {}};
    case MailState::Bounced:
        return {{Tone::Error, AccountState::tr("✗ rejeté %1").arg(at(mail->bouncedAt, mail->sentAt))}, mail->reason};
    case MailState::Refused:
        return {{Tone::Error, AccountState::tr("✗ refusé %1").arg(at(mail->bouncedAt, mail->queuedAt))}, mail->reason};
    case MailState::Cancelled:
        return {{Tone::Muted, AccountState::tr("✗ annulé %1").arg(at(mail->queuedAt, {}))}, {}};
    }
    return {};
}

} // namespace desk
