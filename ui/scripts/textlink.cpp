// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/scripts/textlink.h"

#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QKeyEvent>
#include <QPainter>

namespace desk {

using namespace Qt::StringLiterals;

TextLink::TextLink(QWidget *parent) : QPushButton(parent)
{
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    // The style sheet gives buttons a least height; these are words.
    setStyleSheet(u"QPushButton { min-height: 0px; padding: 0px; border: none; }"_s);
}

void TextLink::setWords(const QString &words, const QString &mark)
{
    m_wordsWidth = -1;
    m_shown = mark.isEmpty() ? words : mark + u' ' + words;
    setAccessibleName(words);
    updateGeometry();
    update();
}

void TextLink::setUnderlined(bool on)
{
    m_underlined = on;
    update();
}

QFont TextLink::linkFont() const
{
    QFont f = uiFont(font(), 12);
    f.setUnderline(m_underlined || underMouse());
    return f;
}

QSize TextLink::sizeHint() const
{
    ensurePolished();
    const QFontMetrics metrics(linkFont());
    if (m_wordsWidth < 0)
        m_wordsWidth = metrics.horizontalAdvance(m_shown);
    return {m_wordsWidth + 1, metrics.height() + 4};
}

bool TextLink::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange || event->type() == QEvent::Polish)
        m_wordsWidth = -1;
    return QPushButton::event(event);
}

void TextLink::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokensFor(this);
    if (hasFocus()) // a line, not a ring: the words keep their place in the column
        painter.fillRect(QRect(0, height() - 2, width(), 2), t.focus);
    painter.setFont(linkFont());
    painter.setPen(underMouse() || hasFocus() ? t.accent : t.secondary);
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(linkFont()).elidedText(m_shown, Qt::ElideMiddle, width()));
}

void TextLink::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QPushButton::keyPressEvent(event);
}

} // namespace desk
