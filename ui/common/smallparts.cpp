// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/smallparts.h"

#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QStyle>
#include <QVariant>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int chevronWidth = 16;

void paintFocus(QPainter &painter, const QWidget *widget, const QRect &around)
{
    if (!widget->hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokensFor(widget).focus, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(around).adjusted(1, 1, -1, -1), 4, 4);
}

} // namespace

ElidedLabel::ElidedLabel(const char *role, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    if (role)
        setProperty("role", QString::fromLatin1(role));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setWhole(const QString &text)
{
    if (text == QLabel::text())
        return;
    setText(text);
    updateGeometry();
    tellWhole();
}

QSize ElidedLabel::sizeHint() const
{
    ensurePolished();
    return {fontMetrics().horizontalAdvance(text()) + 2, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    ensurePolished();
    return {qMin(fontMetrics().horizontalAdvance(u"mmm…"_s), sizeHint().width()), fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    style()->drawItemText(&painter, rect(), int(alignment()), palette(), isEnabled(), shown, foregroundRole());
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    tellWhole();
}

void ElidedLabel::tellWhole()
{
    const bool cut = fontMetrics().horizontalAdvance(text()) > width();
    setToolTip(cut ? text() : QString());
}

LinkButton::LinkButton(const QString &text, QWidget *parent) : QToolButton(parent)
{
    setText(text);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize LinkButton::sizeHint() const
{
    ensurePolished();
    const QFontMetrics metrics(uiFont(font(), 12));
    return {metrics.horizontalAdvance(text()) + 8, metrics.height() + 2};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensFor(this);
    QFont font = uiFont(this->font(), 12);
    font.setUnderline(isEnabled());
    painter.setFont(font);
    painter.setPen(isEnabled() ? t.accent : t.secondary);
    painter.drawText(rect(), Qt::AlignCenter, text());
    paintFocus(painter, this, rect());
}

FoldButton::FoldButton(QWidget *parent) : QToolButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FoldButton::setWords(const QString &lead, const QString &rest)
{
    if (lead == m_lead && rest == m_rest)
        return;
    m_lead = lead;
    m_rest = rest;
    setText(rest.isEmpty() ? lead : lead + u"\u00A0: "_s + rest);
    setToolTip(QString());
    updateGeometry();
    update();
}

void FoldButton::setStrongLead(bool strong)
{
    m_strong = strong;
    updateGeometry();
}

QFont FoldButton::leadFont() const
{
    return uiFont(font(), m_strong ? 13 : 12, QFont::DemiBold);
}

QSize FoldButton::sizeHint() const
{
    ensurePolished();
    const int lead = QFontMetrics(leadFont()).horizontalAdvance(m_lead);
    const int rest = m_rest.isEmpty() ? 0 : QFontMetrics(uiFont(font(), 12)).horizontalAdvance(u"\u00A0: "_s + m_rest);
    return {chevronWidth + lead + rest + 8, QFontMetrics(uiFont(font(), 13)).height() + 4};
}

QSize FoldButton::minimumSizeHint() const
{
    ensurePolished();
    return {chevronWidth + QFontMetrics(leadFont()).horizontalAdvance(m_lead) + 8, sizeHint().height()};
}

void FoldButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokensFor(this);
    const double middle = height() / 2.0;
    painter.setPen(QPen(t.secondary, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (isChecked())
        painter.drawPolyline(QPolygonF{{3, middle - 2}, {7, middle + 2}, {11, middle - 2}});
    else
        painter.drawPolyline(QPolygonF{{5, middle - 4}, {9, middle}, {5, middle + 4}});
    painter.setFont(leadFont());
    painter.setPen(m_strong ? t.text : t.secondary);
    QRect room = rect().adjusted(chevronWidth, 0, -4, 0);
    const QString lead = painter.fontMetrics().elidedText(m_lead, Qt::ElideRight, room.width());
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, lead);
    room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(lead));
    if (!m_rest.isEmpty()) {
        painter.setFont(uiFont(font(), 12));
        painter.setPen(t.secondary);
        const QString rest = painter.fontMetrics().elidedText(u"\u00A0: "_s + m_rest, Qt::ElideRight, room.width());
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, rest);
    }
    paintFocus(painter, this, rect());
}

} // namespace desk
