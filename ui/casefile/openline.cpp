// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/openline.h"

#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QKeyEvent>
#include <QPainter>

namespace desk {

using namespace Qt::StringLiterals;

namespace {
constexpr int leadWidth = 168, margin = 10, arrowRoom = 22;
}

OpenLine::OpenLine(const QString &lead, const QString &title, const QString &detail, QWidget *parent)
    : QPushButton(parent), m_lead(lead), m_title(title), m_detail(detail)
{
    QStringList words;
    for (const QString &part : {lead, title, detail}) {
        if (!part.isEmpty())
            words << part;
    }
    setText(words.join(u", "_s)); // what is painted, for screen readers
    setToolTip(detail);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize OpenLine::sizeHint() const
{
    return {420, QFontMetrics(uiFont(font(), 13)).height() + 14};
}

void OpenLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokensFor(this);
    if (underMouse() || hasFocus()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.accentSoft);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    QRect room = rect().adjusted(margin, 0, -arrowRoom, 0);
    const auto write = [&](const QString &text, const QFont &font, const QColor &ink, int most) {
        painter.setFont(font);
        painter.setPen(ink);
        const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, qMin(most, room.width()));
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, shown);
        return painter.fontMetrics().horizontalAdvance(shown);
    };
    if (!m_lead.isEmpty()) {
        write(m_lead, uiFont(font(), 13), t.secondary, leadWidth - 8);
        room.setLeft(margin + leadWidth);
    }
    const int used = write(m_title, uiFont(font(), 13, QFont::DemiBold), t.text, room.width());
    room.setLeft(room.left() + used + 10);
    if (room.width() > 30)
        write(m_detail, uiFont(font(), 13), t.secondary, room.width());
    const double middle = height() / 2.0;
    painter.setPen(QPen(t.secondary, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(
        QPolygonF{{width() - 14.0, middle - 4}, {width() - 10.0, middle}, {width() - 14.0, middle + 4}});
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.focus, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
}

void OpenLine::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        focusNextChild();
        break;
    case Qt::Key_Up:
        focusPreviousChild();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        break;
    default:
        QPushButton::keyPressEvent(event);
        return;
    }
    event->accept();
}

bool OpenLine::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QPushButton::event(event);
}

} // namespace desk
