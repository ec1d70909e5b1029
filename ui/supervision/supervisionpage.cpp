// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/supervisionpage.h"

#include "app/core/clock.h"
#include "ui/common/banner.h"
#include "ui/common/build.h"
#include "ui/common/errortext.h"

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

SupervisionPage::SupervisionPage(const UiServices &services, const QString &title, QWidget *parent)
    : QWidget(parent), m_services(services), m_title(named(makeLabel("title", this, title), u"pageTitle"_s)),
      m_titleRow(new QHBoxLayout), m_state(Banner::inset(this, u"pageState"_s)),
      m_reading(named(makeLabel("secondary", this, tr("Lecture…")), u"pageReading"_s)), m_body(new QVBoxLayout)
{
    m_state->setAction(tr("Réessayer"));
    m_titleRow->setSpacing(10);
    addCells(m_titleRow, {m_title, m_reading});
    m_body->setSpacing(10);
    makeColumn(this, 10, {m_titleRow, m_state, {m_body, 1}}, {14, 12, 14, 12});
    m_reading->hide();
    setFocusPolicy(Qt::ClickFocus);
    m_slow.setSingleShot(true);
    m_slow.setInterval(300ms);
    m_tick.setInterval(20s);
    connect(&m_slow, &QTimer::timeout, this, &SupervisionPage::showState);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (isVisible())
            onTick();
    });
    m_tick.start();
    connect(m_state, &Banner::actionTriggered, this, [this] { read(); });
    connect(&m_services.session, &SessionService::reconnected, this, [this] {
        if (isVisible())
            read();
    });
}

QDateTime SupervisionPage::now() const
{
    return m_services.clock.now();
}

void SupervisionPage::setTitle(const QString &title)
{
    m_title->setText(title);
}

void SupervisionPage::follow(ReaderBase *reader)
{
    m_readers << reader;
    connect(reader, &ReaderBase::changed, this, [this, reader] {
        if (reader->isReading())
            m_slow.start();
        else
            onRead();
        showState();
    });
}

void SupervisionPage::showState()
{
    const auto failed
        = std::find_if(m_readers.cbegin(), m_readers.cend(), [](const ReaderBase *r) { return r->error() != nullptr; });
    if (failed == m_readers.cend()) {
        m_state->clear();
    } else {
        const Error &error = *(*failed)->error();
        const bool lost = error.code == Error::Code::Unavailable;
        const QString kept
            = (*failed)->hasValue() ? u' ' + tr("Ce qui est affiché date de la dernière lecture.") : QString();
        m_state->set(lost ? Tone::Warn : Tone::Error, lost ? tr("Pas de connexion") : tr("Lecture impossible"),
                     (lost ? tr("Cette page sera relue dès que la console sera reconnectée.") : errorText(error))
                         + kept);
    }
    const bool first = std::any_of(m_readers.cbegin(), m_readers.cend(),
                                   [](const ReaderBase *r) { return r->isReading() && !r->hasValue(); });
    m_reading->setVisible(first && !m_slow.isActive());
}

void SupervisionPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    shown();
}

} // namespace desk
