// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/shell/statusline.h"

#include "app/session/sessionservice.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>

#include <chrono>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto slow = 300ms;
constexpr auto newsLasts = 8s;

} // namespace

StatusLine::StatusLine(SessionService &session, QWidget *parent)
    : QFrame(parent), m_session(session), m_sign(new QLabel(this)), m_connection(new QLabel(this)),
      m_waiting(new QLabel(this)), m_agent(new QLabel(this)), m_mails(new QLabel(this)), m_news(new QLabel(this)),
      m_hint(new QLabel(tr("F5 relire · Ctrl+? raccourcis"), this))
{
    setObjectName(u"statusLine"_s);
    setProperty("role", u"statusBar"_s);
    setMinimumHeight(26);
    m_connection->setObjectName(u"connectionState"_s);
    m_waiting->setObjectName(u"waitingFor"_s);
    m_agent->setObjectName(u"agentName"_s);
    m_mails->setObjectName(u"mailsWaiting"_s);
    m_news->setObjectName(u"statusNews"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 14, 0);
    row->setSpacing(20);
    // The sign has a label of its own: its letter comes from another font, whose height would move the words.
    auto *state = new QHBoxLayout;
    state->setSpacing(6);
    state->addWidget(m_sign);
    state->addWidget(m_connection);
    row->addLayout(state);
    for (QLabel *label : {m_waiting, m_agent, m_mails, m_news})
        row->addWidget(label);
    for (QLabel *label : {m_sign, m_connection, m_waiting, m_agent, m_mails, m_news}) {
        label->setTextFormat(Qt::PlainText);
        label->setFixedHeight(label->fontMetrics().height() + 4);
    }
    m_hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // gives way in a narrow window
    row->addWidget(m_hint, 1);

    m_slow.setInterval(slow);
    connect(&m_slow, &QTimer::timeout, this, &StatusLine::onActivity);
    m_forget.setSingleShot(true);
    m_forget.setInterval(newsLasts);
    connect(&m_forget, &QTimer::timeout, this, [this] { say(m_news, {}); });
    connect(&session, &SessionService::stateChanged, this, &StatusLine::update);
    connect(&session, &SessionService::loggedIn, this, &StatusLine::update);
    connect(&session, &SessionService::pulsed, this, &StatusLine::update);
    connect(&session, &SessionService::retryScheduled, this, &StatusLine::onRetryScheduled);
    connect(&session.activity(), &Activity::changed, this, [this] {
        if (m_session.activity().idle()) {
            m_slow.stop();
            say(m_waiting, {});
        } else if (!m_slow.isActive()) {
            m_slow.start();
        }
    });
    say(m_waiting, {});
    say(m_news, {});
    update();
}

void StatusLine::say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setHidden(text.isEmpty()); // an empty one would leave a gap
}

QString StatusLine::connectionText() const
{
    const bool central = m_session.settings().kind == ConnectionSettings::Kind::Central;
    const QString place = central ? tr("Base centrale") : tr("Démonstration");
    switch (m_session.state()) {
    case SessionService::State::LoggedOut:
        return tr("Déconnecté");
    case SessionService::State::Connecting:
        return tr("Connexion…");
    case SessionService::State::Lost:
        return tr("Connexion perdue, reconnexion…");
    case SessionService::State::Connected:
        break;
    }
    const int ms = m_session.lastPulse().roundTripMs;
    return ms > 0 ? tr("%1 · %2 ms").arg(place).arg(ms) : place;
}

void StatusLine::update()
{
    const bool lost = m_session.state() == SessionService::State::Lost;
    m_connection->setText(connectionText());
    m_sign->setText(lost ? u"✕"_s : m_session.state() == SessionService::State::Connected ? u"●"_s : u"○"_s);
    for (QLabel *label : {m_sign, m_connection})
        setStyleProperty(label, "tone", lost ? u"error"_s : u"ok"_s);
    const SessionInfo &info = m_session.info();
    say(m_agent,
        info.login.isEmpty()  ? QString()
            : info.supervisor ? tr("superviseur : %1").arg(info.login)
                              : tr("agent : %1").arg(info.login));
    say(m_mails, info.login.isEmpty() ? QString() : mailsText());
    setStyleProperty(m_mails, "tone", m_session.lastPulse().mailsFailed > 0 ? u"warn"_s : u"ok"_s);
}

QString StatusLine::mailsText() const
{
    const Pulse &pulse = m_session.lastPulse();
    const QString waiting = pulse.mailsWaiting == 0 ? tr("aucun courriel en attente")
                                                    : tr("%n courriel(s) en attente", nullptr, pulse.mailsWaiting);
    if (pulse.mailsFailed == 0)
        return waiting;
    return waiting + u", "_s + tr("%n refusé(s) ou revenu(s)", nullptr, pulse.mailsFailed);
}

void StatusLine::onRetryScheduled(int inMs)
{
    m_connection->setText(tr("Connexion perdue, nouvel essai dans %1 s").arg((inMs + 500) / 1000));
}

QString StatusLine::waitingText() const
{
    const QString what = m_session.activity().longest().what;
    if (what == "connect"_L1)
        return tr("connexion à la base…");
    if (what == "open_file"_L1)
        return tr("lecture du dossier…");
    if (what == "refresh"_L1)
        return tr("relecture du dossier…");
    if (what == "operation"_L1)
        return tr("opération en cours…");
    if (what == "operation_lookup"_L1)
        return tr("vérification du sort d’une opération…");
    if (what == "note"_L1)
        return tr("enregistrement de la note…");
    if (what == "reveal"_L1)
        return tr("lecture de la valeur…");
    if (what == "page"_L1)
        return tr("lecture de la page…");
    if (what == "scripts"_L1)
        return tr("lecture des scripts…");
    return tr("attente de la base…");
}

void StatusLine::onActivity()
{
    if (m_session.activity().idle() || m_session.activity().longest().sinceMs < slow.count())
        return;
    say(m_waiting, waitingText());
}

void StatusLine::tell(const QString &text)
{
    say(m_news, text);
    m_forget.start();
    QAccessibleEvent alert(m_news, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace desk
