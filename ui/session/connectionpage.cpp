// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/session/connectionpage.h"

#include "app/session/sessionservice.h"
#include "app/settings/appsettings.h"
#include "ui/session/centralcard.h"
#include "ui/session/democard.h"
#include "ui/session/passwordcard.h"

#include <QBoxLayout>
#include <QLabel>
#include <QScrollArea>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int contentWidth = 960, promptWidth = 480;
constexpr int sideBySide = 820; // narrower pages put one card below the other

} // namespace

ConnectionPage::ConnectionPage(const UiServices &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_demo(new DemoCard(services.privateServer, this)),
      m_central(new CentralCard(services.session, this)), m_password(new PasswordCard(this)), m_words(new QLabel(this))
{
    setObjectName(u"connectionPage"_s);
    build();
    SessionService &session = services.session;
    connect(m_demo, &DemoCard::ready, this, [this](const ConnectionSettings &where, const QString &mailFolder) {
        Q_EMIT mailFolderKnown(mailFolder);
        logIn(Origin::Demo, where, {}, false);
    });
    connect(m_demo, &DemoCard::busyChanged, this, &ConnectionPage::updateUsable);
    connect(m_central, &CentralCard::logInWanted, this,
            [this](const ConnectionSettings &where, const QString &secret, bool remember) {
                m_keep = true;
                logIn(Origin::Central, where, secret, remember);
            });
    connect(m_password, &PasswordCard::logInWanted, this,
            [this](const ConnectionSettings &where, const QString &secret, bool remember) {
                logIn(Origin::Password, where, secret, remember);
            });
    connect(m_central, &CentralCard::cancelWanted, this, &ConnectionPage::cancel);
    connect(m_password, &PasswordCard::cancelWanted, this, &ConnectionPage::cancel);
    connect(m_password, &PasswordCard::otherWanted, this, &ConnectionPage::showChoice);
    connect(&session, &SessionService::loggedIn, this, &ConnectionPage::onLoggedIn);
    connect(&session, &SessionService::logInFailed, this, &ConnectionPage::onFailed);
    connect(&session, &SessionService::stateChanged, this, &ConnectionPage::onSessionState);
    showChoice();
}

void ConnectionPage::build()
{
    auto *content = new QWidget(this);
    content->setProperty("role", u"page"_s);
    auto *title = new QLabel(u"Assistance AP"_s, content);
    title->setProperty("role", u"display"_s);
    m_words->setProperty("role", u"secondary"_s);
    m_words->setText(tr("La console du support téléphonique de l’extranet « activité partielle »"));
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignHCenter);
    m_cards = new QBoxLayout(QBoxLayout::LeftToRight);
    m_cards->setSpacing(16);
    m_cards->addWidget(m_demo, 2);
    m_cards->addWidget(m_central, 3);
    m_password->setMaximumWidth(promptWidth);
    auto *inner = new QVBoxLayout;
    inner->setSpacing(6);
    inner->addStretch(1);
    inner->addWidget(title, 0, Qt::AlignHCenter);
    inner->addWidget(m_words);
    inner->addSpacing(20);
    inner->addLayout(m_cards);
    auto *prompt = new QHBoxLayout;
    prompt->addStretch(1);
    prompt->addWidget(m_password, 1000);
    prompt->addStretch(1);
    inner->addLayout(prompt);
    inner->addStretch(2);
    auto *middle = new QHBoxLayout(content);
    middle->setContentsMargins(16, 24, 16, 24);
    auto *column = new QWidget(content);
    column->setMaximumWidth(contentWidth);
    column->setLayout(inner);
    inner->setContentsMargins(0, 0, 0, 0);
    middle->addStretch(1);
    middle->addWidget(column, 1000);
    middle->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
}

void ConnectionPage::showChoice()
{
    m_demo->show();
    m_central->show();
    m_password->hide();
    if (m_services.settings.hasConnection()
        && m_services.settings.connection().kind == ConnectionSettings::Kind::Central)
        m_central->fill(m_services.settings.connection());
    updateUsable();
}

void ConnectionPage::connectTo(const ConnectionSettings &where)
{
    m_keep = false;
    if (where.kind == ConnectionSettings::Kind::Private) {
        showChoice();
        m_demo->startAgain(where.login, where.privateFolder);
        return;
    }
    m_central->fill(where);
    logIn(Origin::Known, where, {}, false);
}

void ConnectionPage::logIn(Origin origin, const ConnectionSettings &where, const QString &secret, bool remember)
{
    m_origin = origin;
    if (origin == Origin::Demo)
        m_keep = true;
    m_central->setConnecting(origin == Origin::Central || origin == Origin::Known);
    m_password->setConnecting(origin == Origin::Password);
    m_services.session.logIn(where, secret, remember);
    updateUsable();
}

void ConnectionPage::onLoggedIn()
{
    if (m_keep)
        m_services.settings.setConnection(m_services.session.settings());
    m_keep = false;
    m_origin = Origin::None;
    m_wasConnected = true;
    m_demo->reset();
    m_central->forgetSecret(); // the next person at this desk must not find it there
    m_password->forgetSecret();
    m_central->setConnecting(false);
    m_password->setConnecting(false);
}

void ConnectionPage::onFailed(const Error &error)
{
    const Origin origin = std::exchange(m_origin, Origin::None);
    const bool secretNeeded = error.rule == "secret_needed"_L1;
    if (origin == Origin::Demo) {
        m_demo->showLogInFailed(error);
    } else if (origin == Origin::Password && !secretNeeded) {
        m_password->showLogInFailed(error);
    } else if (secretNeeded || error.code == Error::Code::AuthFailed) {
        // The place is known and only the password is missing or out of date: nothing else is asked.
        if (origin == Origin::Central && !secretNeeded)
            m_central->showLogInFailed(error);
        else
            showPassword(error);
    } else {
        showChoice();
        m_central->fill(m_services.session.settings());
        m_central->showLogInFailed(error);
    }
    m_central->setConnecting(false);
    updateUsable();
}

void ConnectionPage::showPassword(const Error &why)
{
    m_demo->hide();
    m_central->hide();
    m_password->show();
    m_password->ask(m_services.session.settings(), why);
}

void ConnectionPage::onSessionState()
{
    if (m_services.session.state() != SessionService::State::LoggedOut || !std::exchange(m_wasConnected, false))
        return;
    showChoice(); // logged out by hand; a refused reconnection says why right after
}

void ConnectionPage::cancel()
{
    m_origin = Origin::None;
    m_keep = false;
    m_services.session.logOut();
    m_central->setConnecting(false);
    m_password->setConnecting(false);
    updateUsable();
}

void ConnectionPage::updateUsable()
{
    const bool connecting = m_origin != Origin::None;
    m_demo->setUsable(!connecting);
    m_central->setUsable(!m_demo->busy());
}

void ConnectionPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_cards->setDirection(width() >= sideBySide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace desk
