// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/scripts/saytext.h"

#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QClipboard>
#include <QFocusEvent>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QRegularExpression>
#include <QTextBlock>

#include <memory>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr double sayPixels = 18;
constexpr double lineHeight = 1.45;
constexpr int nominalWidth = 430;
constexpr int barWidth = 4;

QString quoted(const QString &words)
{
    return words.startsWith(u'«') ? words : u"«\u00a0"_s + words + u"\u00a0»"_s;
}

} // namespace

SayText::SayText(QWidget *parent) : QTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLineWrapMode(QTextEdit::WidgetWidth);
    // The box is painted here; the style sheet's frame and padding are those of a field one types in.
    setStyleSheet(u"QTextEdit, QTextEdit:focus { border: none; background: transparent; padding: 0px; }"_s);
    setTight(false);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QSizePolicy policy(QSizePolicy::Ignored,
                       QSizePolicy::Preferred); // no height of its own but heightForWidth
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("À dire"));
    setAccessibleDescription(tr("Texte à lire à l’appelant"));
}

void SayText::setWords(const QString &words)
{
    if (words == m_words)
        return;
    m_words = words;
    setHidden(words.isEmpty());
    render();
}

void SayText::render()
{
    m_heights.clear();
    const Tokens &t = tokensFor(window()); // the local style sheet changes this widget's own palette
    const QFont font = uiFont(this->font(), sayPixels);
    const QFontMetricsF metrics(font);
    QTextDocument *doc = document();
    doc->setDefaultFont(font);
    doc->setPlainText(m_words.isEmpty() ? QString() : quoted(m_words));
    QTextCursor cursor(doc);
    cursor.select(QTextCursor::Document);
    QTextCharFormat format;
    format.setFont(font);
    format.setForeground(t.text);
    cursor.setCharFormat(format);
    QTextBlockFormat block;
    // Points to the pixels of this screen.
    block.setLineHeight(font.pointSizeF() * logicalDpiY() / 72.0 * lineHeight, QTextBlockFormat::MinimumHeight);
    block.setBottomMargin(metrics.height() * 0.3);
    cursor.setBlockFormat(block);
    static const QRegularExpression missing(u"\\[valeur manquante[^\\]]*\\]"_s);
    for (auto it = missing.globalMatch(doc->toPlainText()); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        cursor.setPosition(static_cast<int>(match.capturedStart()));
        cursor.setPosition(static_cast<int>(match.capturedEnd()), QTextCursor::KeepAnchor);
        QTextCharFormat mark;
        mark.setForeground(t.warning);
        mark.setBackground(t.warningSoft);
        mark.setFontWeight(QFont::DemiBold);
        cursor.mergeCharFormat(mark);
    }
    QTextBlockFormat last = doc->lastBlock().blockFormat();
    last.setBottomMargin(0);
    QTextCursor(doc->lastBlock()).setBlockFormat(last);
    updateGeometry();
}

int SayText::heightForWidth(int width) const
{
    if (const auto known = m_heights.constFind(width); known != m_heights.cend())
        return *known;
    const QMargins margins = viewportMargins();
    const std::unique_ptr<QTextDocument> copy(document()->clone());
    copy->setTextWidth(width - margins.left() - margins.right());
    const int height = qCeil(copy->size().height()) + margins.top() + margins.bottom();
    m_heights.insert(width, height);
    return height;
}

QSize SayText::sizeHint() const
{
    return {nominalWidth, heightForWidth(nominalWidth)};
}

QSize SayText::minimumSizeHint() const
{
    return {160,
            viewportMargins().top() + viewportMargins().bottom() + QFontMetrics(document()->defaultFont()).height()};
}

void SayText::setTight(bool tight)
{
    const int rim = tight ? 6 : 12;
    setViewportMargins(barWidth + 14, rim, 14, rim);
    m_heights.clear();
    updateGeometry();
}

void SayText::copyAll()
{
    QGuiApplication::clipboard()->setText(m_words);
    Q_EMIT copied();
}

bool SayText::event(QEvent *event)
{
    if (event->type() != QEvent::Paint)
        return QTextEdit::event(event);
    // The frame's own paint event, margins included; the words are painted by the viewport on top of it.
    const Tokens &t = tokensFor(window());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath ground;
    ground.setFillRule(Qt::WindingFill);
    ground.addRoundedRect(rect(), 8, 8);
    ground.addRect(0, 0, width() / 2.0, height()); // square where the bar is
    painter.fillPath(ground, t.say);
    painter.fillRect(0, 0, barWidth, height(), t.accent);
    if (m_ring) {
        painter.setPen(QPen(t.focus, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    return true;
}

void SayText::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && !hasSelection()) {
        copyAll();
        return;
    }
    const int key = event->key();
    const bool scrolls = key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
    if (scrolls && event->modifiers() == Qt::NoModifier) {
        event->ignore(); // for the area around it
        return;
    }
    QTextEdit::keyPressEvent(event);
}

void SayText::focusInEvent(QFocusEvent *event)
{
    m_ring = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QTextEdit::focusInEvent(event);
    update();
}

void SayText::focusOutEvent(QFocusEvent *event)
{
    m_ring = false;
    QTextEdit::focusOutEvent(event);
    update();
}

void SayText::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        render();
}

} // namespace desk
