// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/shell/ownnews.h"

#include "app/core/desktime.h"
#include "app/local/localstore.h"
#include "app/session/sessionservice.h"
#include "ui/shell/noticearea.h"

#include <QCoreApplication>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualDays = 14;

struct OwnNews {
    Q_DECLARE_TR_FUNCTIONS(OwnNews)
};

QString expiryText(const SessionInfo &info, const QDateTime &now)
{
    if (!info.passwordUsed || !info.passwordExpiresAt.isValid() || !now.isValid())
        return {};
    bool ok = false;
    const int asked = info.settings.value(u"motdepasse.alerte_jours"_s).toInt(&ok);
    const qint64 seconds = now.secsTo(info.passwordExpiresAt);
    if (seconds > (ok ? asked : usualDays) * 86'400LL)
        return {};
    const QString day = deskTime(info.passwordExpiresAt).toString(u"dd/MM/yyyy"_s);
    const QString hour = deskTime(info.passwordExpiresAt).toString(u"HH:mm"_s);
    if (seconds <= 0)
        return OwnNews::tr("Il a expiré le %1 à %2 : cette session continue, mais la prochaine connexion sera refusée. "
                           "Demandez dès maintenant sa prolongation à l’administrateur de la base.")
            .arg(day, hour);
    return OwnNews::tr("Il expire le %1 à %2 : ensuite, la connexion sera refusée. Demandez sa prolongation à "
                       "l’administrateur de la base ; en changer dans les Réglages ne repousse pas cette date.")
        .arg(day, hour);
}

QString keepingText(const LocalState &state)
{
    const bool database = state.keeping == LocalState::Keeping::Database;
    if ((!database && state.keeping != LocalState::Keeping::Memory) || state.why == "private_server"_L1)
        return {};
    const QString why = state.why == "keychain_locked"_L1
        ? OwnNews::tr("Le trousseau du système est verrouillé : les brouillons scellés sur ce poste restent fermés, et "
                      "intacts, pour cette session.")
        : state.why == "keychain_absent"_L1
        ? OwnNews::tr("Le trousseau du système n’est pas utilisable : rien ne peut être scellé sur ce poste.")
        : state.why == "seal_key"_L1
        ? OwnNews::tr(
            "La clé des brouillons gardée dans le trousseau n’est pas utilisable ; elle n’a pas été remplacée. "
            "Prévenez votre service informatique.")
        : OwnNews::tr(
            "Le fichier des brouillons de ce poste n’est pas utilisable. Prévenez votre service informatique.");
    return why + u' '
        + (database
               ? OwnNews::tr("Vos brouillons sont gardés dans la base ; une opération dont la réponse se perd n’est "
                             "suivie que tant que la console reste ouverte.")
               : OwnNews::tr("Vos brouillons ne sont gardés que tant que la console reste ouverte."));
}

} // namespace

void showOwnNews(NoticeArea &notices, const UiServices &services)
{
    const SessionService &session = services.session;
    const QDateTime now
        = session.lastPulse().serverTime.isValid() ? session.lastPulse().serverTime : session.info().serverTime;
    notices.set(u"passwordExpiry"_s, Tone::Warn, OwnNews::tr("Votre mot de passe"), expiryText(session.info(), now));
    const LocalState state = services.local.state();
    notices.set(u"keeping"_s, Tone::Info, OwnNews::tr("Brouillons"), keepingText(state));
    notices.set(
        u"sealedAside"_s, Tone::Warn, OwnNews::tr("Brouillons de ce poste"),
        state.setAside == 0
            ? QString()
            : OwnNews::tr(
                  "Des textes scellés sur ce poste ne s’ouvrent plus (autre clé, ou fichier modifié) : ils sont mis "
                  "de côté pour 7 jours, au nombre de %1. Le reste est intact ; prévenez votre service "
                  "informatique.")
                  .arg(state.setAside));
}

} // namespace desk
