// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/shell/callbar.h"

#include "app/calls/callservice.h"
#include "ui/common/buttons.h"
#include "ui/common/format.h"
#include "ui/theme/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>

#include <chrono>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

CallBar::CallBar(CallService &calls, QWidget *parent)
    : QWidget(parent), m_calls(calls), m_dot(new QFrame(this)), m_time(new QLabel(this)),
      m_open(makeButton(tr("Ouvrir un appel"), ButtonKind::Plain, this, u"F7"_s)),
      m_note(makeButton(tr("Note"), ButtonKind::Plain, this, u"F8"_s)),
      m_end(makeButton(tr("Terminer l’appel"), ButtonKind::Primary, this, u"F9"_s))
{
    m_time->setObjectName(u"callTimer"_s);
    m_open->setObjectName(u"openCallButton"_s);
    m_note->setObjectName(u"noteButton"_s);
    m_end->setObjectName(u"endCallButton"_s);
    m_dot->setProperty("role", u"callDot"_s);
    m_dot->setFixedSize(9, 9);
    m_time->setProperty("role", u"mono"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_dot);
    row->addWidget(m_time);
    row->addWidget(m_open);
    row->addWidget(m_note);
    row->addWidget(m_end);
    connect(m_open, &QPushButton::clicked, this, &CallBar::openWanted);
    connect(m_note, &QPushButton::clicked, this, &CallBar::noteWanted);
    connect(m_end, &QPushButton::clicked, this, &CallBar::endWanted);
    connect(&calls, &CallService::changed, this, &CallBar::update);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &CallBar::tick);
    update();
}

void CallBar::update()
{
    const bool active = m_calls.active();
    setStyleProperty(m_dot, "active", active);
    // One of the two at a time, so that the bar stays short and says what can be done.
    m_open->setVisible(!active);
    m_open->setEnabled(!m_calls.opening());
    m_open->setToolTip(tr("Le premier dossier recherché ouvre aussi un appel."));
    m_end->setVisible(active);
    m_end->setEnabled(!m_calls.closing());
    if (active)
        m_second.start();
    else
        m_second.stop();
    tick();
}

void CallBar::setCompact(bool on)
{
    for (QPushButton *button : {m_open, m_note, m_end}) {
        button->setProperty("compact", on);
        button->updateGeometry();
    }
}

void CallBar::tick()
{
    m_time->setText(m_calls.active() ? tr("Appel %1").arg(duration(m_calls.seconds())) : tr("Aucun appel"));
}

} // namespace desk
