// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/overview/deskchart.h"

#include "ui/theme/tokens.h"

#include <QAccessible>
#include <QChart>
#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

namespace desk {

DeskChart::DeskChart(QWidget *parent) : QChartView(parent)
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setMinimumSize(220, 120);
    chart()->setMinimumSize(10, 10); // or the view would never become smaller again
}

void DeskChart::setBars(const QStringList &names)
{
    m_bars = names;
    m_current = std::min(m_current, int(names.size()) - 1);
    setFocusPolicy(names.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    viewport()->update();
}

void DeskChart::choose(int bar)
{
    m_current = std::clamp(bar, 0, int(m_bars.size()) - 1);
    setAccessibleDescription(m_bars.value(m_current));
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
    viewport()->update();
}

void DeskChart::keyPressEvent(QKeyEvent *event)
{
    switch (m_bars.isEmpty() ? 0 : event->key()) {
    case Qt::Key_Down:
        return choose(m_current + 1);
    case Qt::Key_Up:
        return choose(m_current - 1);
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(int(m_bars.size()) - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT barWanted(m_current);
        return;
    default:
        QGraphicsView::keyPressEvent(event);
    }
}

void DeskChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason)
        choose(0);
    viewport()->update();
}

void DeskChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void DeskChart::drawForeground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawForeground(painter, rect);
    if (!hasFocus() || m_current < 0 || m_bars.isEmpty())
        return;
    const QRectF plot = chart()->plotArea();
    const double height = plot.height() / double(m_bars.size());
    const QRectF bar(1, plot.top() + height * m_current, sceneRect().width() - 2, height);
    painter->setPen(QPen(tokensFor(this).focus, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(bar.adjusted(0, 1, 0, -1), 5, 5);
}

void DeskChart::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls
}

} // namespace desk
