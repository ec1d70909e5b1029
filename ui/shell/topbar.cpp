// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/shell/topbar.h"

#include "app/session/sessionservice.h"
#include "ui/shell/callbar.h"
#include "ui/shell/searchbox.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int barHeight = 52, searchWidest = 620;
constexpr int brandNeeds = 900; // narrower: the name gives its place to the search box

} // namespace

TopBar::TopBar(SessionService &session, CaseService &cases, CallService &calls, QWidget *parent)
    : QFrame(parent), m_brand(new QLabel(u"Assistance AP"_s, this)), m_ribbon(new QLabel(this)),
      m_search(new SearchBox(cases, this)), m_call(new CallBar(calls, this))
{
    setObjectName(u"topBar"_s);
    setProperty("role", u"topBar"_s);
    setMinimumHeight(barHeight);
    m_brand->setProperty("role", u"brand"_s);
    m_ribbon->setProperty("role", u"ribbon"_s);
    m_ribbon->setObjectName(u"environmentRibbon"_s);
    m_search->setMaximumWidth(searchWidest);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 16, 0);
    row->setSpacing(16);
    row->addWidget(m_brand);
    row->addWidget(m_ribbon, 0, Qt::AlignVCenter);
    row->addWidget(m_search, 10);
    row->addStretch(1);
    row->addWidget(m_call);
    connect(&session, &SessionService::loggedIn, this,
            [this](const SessionInfo &info) { showEnvironment(info.environment); });
    connect(&session, &SessionService::reconnected, this,
            [this, &session] { showEnvironment(session.info().environment); });
    showEnvironment(session.info().environment);
    m_brand->hide(); // until there is width for it: a window must be able to begin small
    m_call->setCompact(true);
}

void TopBar::showEnvironment(SessionInfo::Environment environment)
{
    const bool recette = environment == SessionInfo::Environment::Recette;
    m_ribbon->setHidden(environment == SessionInfo::Environment::Production);
    m_ribbon->setText(recette ? tr("RECETTE") : tr("DÉMONSTRATION"));
    setStyleProperty(m_ribbon, "environment", recette ? u"recette"_s : u"demonstration"_s);
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_brand->setVisible(width() >= brandNeeds);
    m_call->setCompact(width() < brandNeeds);
}

} // namespace desk
