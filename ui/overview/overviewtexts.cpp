// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/overview/overviewtexts.h"

#include "app/operations/operation.h"
#include "ui/common/format.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QFontMetrics>

#include <algorithm>
#include <numeric>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct OverviewTexts {
    Q_DECLARE_TR_FUNCTIONS(OverviewTexts)
};

constexpr int countedTo = 1000;

} // namespace

QString motifLabel(const QList<ListItem> &motifs, const QString &code)
{
    const auto it = std::find_if(motifs.cbegin(), motifs.cend(), [&code](const ListItem &m) { return m.code == code; });
    return it == motifs.cend() ? code : it->label;
}

QStringList ageLabels()
{
    return {OverviewTexts::tr("moins d’un jour"), OverviewTexts::tr("1 à 2 j"), OverviewTexts::tr("2 à 5 j"),
            OverviewTexts::tr("5 à 10 j"), OverviewTexts::tr("plus de 10 j")};
}

QString watchListLabel(WatchList list)
{
    switch (list) {
    case WatchList::Locked:
        return OverviewTexts::tr("Verrouillés");
    case WatchList::NeverConnected:
        return OverviewTexts::tr("Jamais connectés");
    case WatchList::HabilitationWaiting:
        return OverviewTexts::tr("Habilitation en attente");
    case WatchList::Bounced:
        return OverviewTexts::tr("Courriels revenus");
    case WatchList::RepeatedResets:
        return OverviewTexts::tr("Réinitialisations répétées");
    case WatchList::SeveralAccounts:
        break;
    }
    return OverviewTexts::tr("Plusieurs comptes");
}

QString watchListNothing(WatchList list)
{
    switch (list) {
    case WatchList::Locked:
        return OverviewTexts::tr("Aucun compte n’est verrouillé en ce moment.");
    case WatchList::NeverConnected:
        return OverviewTexts::tr("Tous ceux qui ont un accès depuis plus de deux jours se sont connectés.");
    case WatchList::HabilitationWaiting:
        return OverviewTexts::tr("Aucune habilitation n’attend trop longtemps.");
    case WatchList::Bounced:
        return OverviewTexts::tr("Aucun courriel revenu ou refusé cette semaine sans avoir été renvoyé.");
    case WatchList::RepeatedResets:
        return OverviewTexts::tr("Aucun compte réinitialisé plusieurs fois cette semaine.");
    case WatchList::SeveralAccounts:
        break;
    }
    return OverviewTexts::tr("Aucun SIRET n’a reçu beaucoup de comptes ce mois-ci.");
}

QString cappedNumber(int count)
{
    return count >= countedTo ? groupedNumber(countedTo) + u'+' : groupedNumber(count);
}

QString backlogSentence(const QList<BacklogLine> &backlog, const QList<ListItem> &motifs)
{
    const QStringList ages = ageLabels();
    QStringList parts;
    int all = 0;
    for (const BacklogLine &line : backlog) {
        all += line.total;
        if (line.total == 0)
            continue;
        QStringList figures;
        for (int i = 0; i < int(std::min(line.ages.size(), ages.size())); ++i) {
            if (line.ages.at(i) > 0)
                figures << u"%1 %2"_s.arg(ages.at(i), groupedNumber(line.ages.at(i)));
        }
        parts << OverviewTexts::tr("%1 : %2 (%3)")
                     .arg(motifLabel(motifs, line.motif), groupedNumber(line.total), figures.join(u", "_s));
    }
    return parts.isEmpty()
        ? OverviewTexts::tr("Aucune demande ouverte.")
        : OverviewTexts::tr("%1 demandes ouvertes. %2.").arg(groupedNumber(all), parts.join(u" ; "_s));
}

QString hoursSentence(const QList<HourCount> &hours)
{
    int received = 0, closed = 0;
    const HourCount *busiest = nullptr;
    for (const HourCount &hour : hours) {
        received += hour.received;
        closed += hour.closed;
        if (!busiest || hour.received > busiest->received)
            busiest = &hour;
    }
    QString text
        = OverviewTexts::tr("Aujourd’hui : %1 reçues, %2 closes.").arg(groupedNumber(received), groupedNumber(closed));
    if (busiest && busiest->received > 0)
        text += u' '
            + OverviewTexts::tr("Heure la plus chargée : %1, avec %2 reçues.")
                  .arg(shortTime(busiest->from), groupedNumber(busiest->received));
    return text;
}

QString daysSentence(const QList<HourCount> &days)
{
    int received = 0, closed = 0;
    for (const HourCount &day : days) {
        received += day.received;
        closed += day.closed;
    }
    return OverviewTexts::tr("Trente jours : %1 reçues, %2 closes, soit %3 par jour en moyenne contre %4.")
        .arg(groupedNumber(received), groupedNumber(closed),
             groupedNumber(qRound(received / double(std::max<qsizetype>(1, days.size())))),
             groupedNumber(qRound(closed / double(std::max<qsizetype>(1, days.size())))));
}

QString workingText(const QList<WorkingTicket> &working)
{
    QStringList parts;
    for (const WorkingTicket &ticket : working) {
        const QString number = groupedNumber(ticket.number.value());
        parts << (ticket.level == PresenceLevel::Writing ? number + u'\u00a0' + u'✎' : number);
    }
    return parts.join(u", "_s);
}

StateWords watchedState(WatchList list, const WatchedAccount &row, const QDateTime &now)
{
    switch (list) {
    case WatchList::Locked:
        return row.until > now ? StateWords{Tone::Error, OverviewTexts::tr("✗ %1").arg(untilText(row.until, now))}
                               : StateWords{Tone::Ok, OverviewTexts::tr("✓ débloqué depuis")};
    case WatchList::NeverConnected:
        return {Tone::Warn, OverviewTexts::tr("! jamais connecté")};
    case WatchList::HabilitationWaiting:
        return row.activeFrom.isValid() ? StateWords{Tone::Info, OverviewTexts::tr("◷ confirmation à venir")}
                                        : StateWords{Tone::Warn, OverviewTexts::tr("◷ demandée")};
    case WatchList::Bounced:
        return {Tone::Error, OverviewTexts::tr("✗ non remis")};
    case WatchList::RepeatedResets:
        return {Tone::Warn, OverviewTexts::tr("! %1 fois en 7 jours").arg(row.count)};
    case WatchList::SeveralAccounts:
        break;
    }
    return {Tone::Info, OverviewTexts::tr("%1 comptes").arg(row.count)};
}

QString watchedDetail(WatchList list, const WatchedAccount &row)
{
    if (list == WatchList::Locked)
        return OverviewTexts::tr("%1 échecs").arg(row.count);
    if (list == WatchList::Bounced)
        return mailKindText(row.mailKind) + (row.detail.isEmpty() ? QString() : u" · "_s + row.detail.simplified());
    if (list == WatchList::RepeatedResets && !row.detail.isEmpty())
        return OverviewTexts::tr("par %1").arg(row.detail);
    return row.detail.simplified();
}

void keepRoomForBold(QAbstractButton *button)
{
    const QFontMetrics bold(uiFont(button->font(), 12, QFont::DemiBold));
    button->setMinimumWidth(bold.horizontalAdvance(button->text()) + 24);
}

WatchedBlocks watchedBlocks(const WatchedAccount &row, const QDateTime &now)
{
    WatchedBlocks blocks;
    if (row.siret.isEmpty() && row.identifiant.isEmpty())
        blocks.open = OverviewTexts::tr("sans établissement");
    if (row.account.value() == 0)
        blocks.unlock = OverviewTexts::tr("pas de compte seul");
    else if (row.until <= now || !row.until.isValid())
        blocks.unlock = OverviewTexts::tr("pas verrouillé");
    if (row.habilitation.value() == 0)
        blocks.resend = OverviewTexts::tr("pas d’habilitation");
    else if (!row.activeFrom.isValid())
        blocks.resend = OverviewTexts::tr("rien à confirmer encore");
    if (row.mail == 0)
        blocks.again = OverviewTexts::tr("aucun courriel revenu");
    return blocks;
}

QString watchedConsequence(const QString &kind, const WatchedAccount &row)
{
    if (kind == WatchKind::Unlock)
        return OverviewTexts::tr("Débloquer %1 : la personne peut se reconnecter tout de suite.").arg(row.identifiant);
    if (kind == WatchKind::Resend)
        return OverviewTexts::tr("Renvoyer la confirmation d’habilitation à %1, à l’adresse de son compte.")
            .arg(row.identifiant);
    return row.mailKind == "mot_de_passe"_L1
        ? OverviewTexts::tr("Renvoyer crée un nouveau mot de passe et l’envoie : le précédent ne vaut plus.")
        : OverviewTexts::tr("Renvoyer envoie le même courriel.");
}

} // namespace desk
