// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/shell/noticearea.h"

#include "app/lookup/caseservice.h"
#include "app/scripts/scriptservice.h"
#include "app/session/sessionservice.h"
#include "ui/common/banner.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"

#include <QDesktopServices>
#include <QUrl>
#include <QVBoxLayout>

#include <chrono>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype scriptProblemsShown = 3;
const QString lostId = u"lost"_s;

/// Only web addresses are opened, and only when one asks for it.
bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

QString incidentId(qint64 id)
{
    return u"incident/"_s + QString::number(id);
}

} // namespace

NoticeArea::NoticeArea(SessionService &session, CaseService &cases, ScriptService &scripts, QWidget *parent)
    : QWidget(parent), m_session(session), m_cases(cases), m_scripts(scripts), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_lostSoon.setSingleShot(true);
    m_lostSoon.setInterval(300ms);
    connect(&m_lostSoon, &QTimer::timeout, this, &NoticeArea::showLost);
    connect(&session, &SessionService::stateChanged, this, &NoticeArea::onSessionState);
    connect(&session, &SessionService::loggedIn, this,
            [this](const SessionInfo &info) { showIncidents(info.notices); });
    connect(&session, &SessionService::pulsed, this, [this](const Pulse &pulse) { showIncidents(pulse.notices); });
    connect(&session, &SessionService::secretNotKept, this, [this](const Error &) {
        Error error;
        error.rule = u"keychain"_s;
        set(u"keychain"_s, Tone::Warn, tr("Trousseau"), ruleText(error));
    });
    connect(this, &NoticeArea::actionWanted, this, [this](const QString &id) {
        if (const QString link = m_links.value(id); isWebAddress(link))
            QDesktopServices::openUrl(QUrl(link));
    });
    connect(&scripts, &ScriptService::walkLost, this, [this](const QString &title) {
        set(u"walk"_s, Tone::Warn, tr("Script interrompu"),
            tr("« %1 » était en cours quand la console s’est arrêtée, et cette version n’existe plus. Ce qui avait été "
               "suivi et fait est gardé avec l’appel. Si l’appelant est encore en ligne, reprenez le script au début.")
                .arg(title));
    });
    connect(&scripts, &ScriptService::catalogueChanged, this, &NoticeArea::showScriptProblems);
    showScriptProblems();
    onSessionState();
    showIncidents(session.info().notices);
}

void NoticeArea::set(const QString &id, Tone tone, const QString &lead, const QString &text, const QString &aside)
{
    Banner *banner = m_banners.value(id);
    const QString mark = id + u'\n' + text;
    if (text.isEmpty() || m_putAway.contains(mark)) {
        delete m_banners.take(id);
        return;
    }
    if (!banner) {
        banner = new Banner(this);
        banner->setObjectName(u"banner/"_s + id);
        banner->setDismissible(id != lostId);
        m_banners.insert(id, banner);
        m_column->insertWidget(id == lostId ? 0 : m_column->count(), banner);
        connect(banner, &Banner::dismissed, this, [this, id, banner] {
            m_putAway.insert(id + u'\n' + banner->property("said").toString());
            Q_EMIT putAway(id);
        });
        connect(banner, &Banner::actionTriggered, this, [this, id] { Q_EMIT actionWanted(id); });
        if (id == lostId) {
            banner->setAction(tr("Réessayer maintenant"));
            connect(banner, &Banner::actionTriggered, this, [this] { m_session.retryNow(); });
        }
    }
    banner->setProperty("said", text);
    banner->set(tone, lead, text, aside);
}

void NoticeArea::setAction(const QString &id, const QString &text)
{
    if (Banner *shown = banner(id))
        shown->setAction(text);
}

void NoticeArea::offer(const QString &id, const QString &lead, const QString &text, const QString &action,
                       std::function<void()> accept)
{
    delete m_banners.take(id);
    m_putAway.remove(id + u'\n' + text); // the same caller rings again
    set(id, Tone::Info, lead, text);
    Banner *banner = m_banners.value(id);
    m_column->insertWidget(0, banner); // somebody is on the line
    banner->setAction(action);
    connect(banner, &Banner::actionTriggered, this, std::move(accept),
            Qt::QueuedConnection); // it may delete the banner
}

void NoticeArea::onSessionState()
{
    if (m_session.state() == SessionService::State::Lost) {
        m_lostSoon.start();
        return;
    }
    m_lostSoon.stop();
    set(lostId, Tone::Warn, {}, {});
}

void NoticeArea::showLost()
{
    const QString file = m_cases.state() == CaseService::State::Open
        ? tr("le dossier ouvert (tel qu’il était à %1), les scripts").arg(shortTime(m_cases.file().serverTime))
        : tr("les scripts");
    set(lostId, Tone::Warn, tr("Connexion perdue"),
        tr("La console se reconnecte seule et vérifiera les opérations en cours : aucune n’est perdue ni faite deux "
           "fois. Restent utilisables : "
           "%1 et vos notes, conservées sur ce poste. Les opérations attendront la reconnexion.")
            .arg(file));
}

void NoticeArea::showIncidents(const QList<IncidentNotice> &notices)
{
    QSet<qint64> present;
    const QDateTime pulse = m_session.lastPulse().serverTime;
    const QDateTime now = pulse.isValid() ? pulse : QDateTime::currentDateTimeUtc();
    for (const IncidentNotice &notice : notices) {
        present.insert(notice.id);
        const QString id = incidentId(notice.id);
        set(id, notice.kind == NoticeKind::Annonce ? Tone::Info : Tone::Warn,
            notice.kind == NoticeKind::Annonce ? tr("Annonce") : tr("Incident"), notice.text,
            notice.from.isValid() ? tr("depuis %1").arg(whenText(notice.from, now)) : QString());
        m_links.insert(id, notice.link);
        setAction(id, isWebAddress(notice.link) ? tr("En savoir plus") : QString());
    }
    const QSet<qint64> gone = m_incidents - present;
    for (const qint64 id : gone)
        set(incidentId(id), Tone::Info, {}, {});
    m_incidents = present;
}

void NoticeArea::showScriptProblems()
{
    const QList<ScriptProblem> &problems = m_scripts.problems();
    QStringList lines;
    for (const ScriptProblem &problem : problems.mid(0, scriptProblemsShown))
        lines << tr("%1, ligne %2 : %3").arg(problem.file).arg(problem.line).arg(problem.reason);
    if (problems.size() > scriptProblemsShown)
        lines << tr("et %n autre(s)", nullptr, int(problems.size() - scriptProblemsShown));
    set(u"scripts"_s, Tone::Warn, problems.size() > 1 ? tr("Scripts écartés") : tr("Script écarté"), lines.join(u'\n'));
}

} // namespace desk
