// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/scripts/optionrow.h"

#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QKeyEvent>
#include <QPainter>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 10;
constexpr int nominalWidth = 430;
constexpr int detailPercent = 40; // of one line, at most, when the label is too long for both
constexpr int wrapFlags = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;

int wrappedHeight(const QFont &font, const QString &text, int width)
{
    return text.isEmpty() ? 0 : QFontMetrics(font).boundingRect(0, 0, qMax(width, 40), 10000, wrapFlags, text).height();
}

QString chipText(const OptionRowContent &content)
{
    if (!content.visited)
        return content.chip;
    return content.chip.isEmpty() ? u"✓"_s : u"✓ "_s + content.chip;
}

} // namespace

/// Where things go in a row of a given width.
struct OptionRow::Layout {
    QRect key, label, detail, chip;
    int height = 0;
};

OptionRow::OptionRow(QWidget *parent) : QPushButton(parent)
{
    setAutoDefault(false);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Ignored,
                       QSizePolicy::Preferred); // no height of its own but heightForWidth
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void OptionRow::setContent(const OptionRowContent &content)
{
    if (content == m_content)
        return;
    m_content = content;
    setAccessibleName(content.label);
    QStringList about;
    if (!content.detail.isEmpty())
        about << content.detail;
    if (!content.key.isEmpty())
        about << tr("touche %1").arg(content.key);
    if (!content.chip.isEmpty())
        about << content.chip;
    if (content.visited)
        about << tr("déjà choisi");
    if (!content.help.isEmpty())
        about << content.help;
    setAccessibleDescription(about.join(u", "_s));
    setToolTip(content.oneLine && !content.detail.isEmpty() ? content.label + u" — "_s + content.detail : QString());
    updateGeometry();
    update();
}

void OptionRow::setPossible(bool possible)
{
    if (possible == m_possible)
        return;
    m_possible = possible;
    setCursor(possible ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

QFont OptionRow::labelFont() const
{
    const bool strong = !m_content.framed && m_content.primary;
    return uiFont(font(), m_content.framed ? 14 : 13, strong ? QFont::DemiBold : QFont::Normal);
}

QFont OptionRow::detailFont() const
{
    return uiFont(font(), m_content.framed ? 12 : 13);
}

OptionRow::Layout OptionRow::layoutFor(int width) const
{
    const int side = m_content.framed ? 12 : 8;
    const int rim = m_content.framed && !m_content.tight ? 8 : 5;
    const QFontMetrics keyMetrics(uiFont(font(), m_content.framed ? 13 : 12, QFont::DemiBold));
    const int line = QFontMetrics(labelFont()).height();
    Layout layout;
    const int keyHeight = keyMetrics.height() + 2;
    const int keyWidth = qMax(24, keyMetrics.horizontalAdvance(m_content.key) + 10);
    layout.key = QRect(side, rim, m_content.key.isEmpty() ? 0 : keyWidth, keyHeight);
    const int left = m_content.key.isEmpty() ? side : layout.key.right() + 1 + gap;
    int right = width - side;
    const QFontMetrics chipMetrics(uiFont(font(), 12, QFont::DemiBold));
    const QString chip = chipText(m_content);
    if (!chip.isEmpty()) {
        const int chipWidth = chipMetrics.horizontalAdvance(chip) + 16;
        layout.chip = QRect(right - chipWidth, rim, chipWidth, chipMetrics.height() + 2);
        right -= chipWidth + gap;
    }
    const int words = right - left;
    const int labelHeight = m_content.oneLine ? line : wrappedHeight(labelFont(), m_content.label, words);
    layout.label = QRect(left, rim, words, labelHeight);
    int bottom = rim + labelHeight;
    if (!m_content.detail.isEmpty() && !m_content.oneLine) {
        const int detailHeight = wrappedHeight(detailFont(), m_content.detail, words);
        layout.detail = QRect(left, bottom + 1, words, detailHeight);
        bottom += 1 + detailHeight;
    }
    layout.height = qMax(bottom, layout.key.bottom() + 1) + rim;
    // A single line sits in the middle of its row, level with its key.
    if (layout.detail.isNull() && labelHeight <= line + 2) {
        layout.label.moveTop((layout.height - labelHeight) / 2);
        layout.key.moveTop((layout.height - layout.key.height()) / 2);
    } else {
        layout.key.moveTop(rim + (line - layout.key.height()) / 2);
    }
    layout.chip.moveTop(layout.detail.isNull() && labelHeight <= line + 2 ? (layout.height - layout.chip.height()) / 2
                                                                          : rim + (line - layout.chip.height()) / 2);
    return layout;
}

QSize OptionRow::sizeHint() const
{
    return {nominalWidth, layoutFor(nominalWidth).height};
}

QSize OptionRow::minimumSizeHint() const
{
    return {160, layoutFor(10000).height};
}

int OptionRow::heightForWidth(int width) const
{
    return layoutFor(width).height;
}

void OptionRow::drawGround(QPainter &painter) const
{
    const Tokens &t = tokensFor(this);
    const bool hover = m_possible && (underMouse() || isDown());
    QColor ground = m_content.framed ? t.panel : QColor(Qt::transparent);
    QColor border = m_content.framed ? t.line : QColor(Qt::transparent);
    if (m_content.primary && m_possible) {
        ground = t.accentSoft;
        border = m_content.framed ? t.accent : ground;
    } else if (hover) {
        ground = t.background;
        border = m_content.framed ? t.secondary : ground;
    }
    QPen pen(border, 1);
    if (!m_possible) {
        ground = Qt::transparent;
        pen = QPen(t.secondary, 1, Qt::DashLine);
    }
    const double radius = m_content.framed ? 8 : 6;
    if (hasFocus()) {
        pen = QPen(t.focus, 2);
        painter.setPen(pen);
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius - 0.5, radius - 0.5);
        return;
    }
    painter.setPen(pen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void OptionRow::drawKey(QPainter &painter, const Layout &layout) const
{
    if (m_content.key.isEmpty())
        return;
    const Tokens &t = tokensFor(this);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(m_possible ? t.background : QColor(Qt::transparent));
    painter.drawRoundedRect(QRectF(layout.key).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setFont(uiFont(font(), m_content.framed ? 13 : 12, QFont::DemiBold));
    painter.setPen(m_possible ? t.text : t.secondary);
    painter.drawText(layout.key, Qt::AlignCenter, m_content.key);
}

void OptionRow::drawWords(QPainter &painter, const Layout &layout) const
{
    const Tokens &t = tokensFor(this);
    painter.setFont(labelFont());
    painter.setPen(m_possible ? t.text : t.secondary);
    if (m_content.oneLine) {
        const QFontMetrics metrics(labelFont());
        const int detail = QFontMetrics(detailFont()).horizontalAdvance(m_content.detail) + 8;
        const int kept = m_content.detail.isEmpty() ? 0 : qMin(detail, layout.label.width() * detailPercent / 100);
        const QString label = metrics.elidedText(m_content.label, Qt::ElideRight, layout.label.width() - kept);
        painter.drawText(layout.label, Qt::AlignLeft | Qt::AlignVCenter, label);
        const int used = metrics.horizontalAdvance(label) + 8;
        if (!m_content.detail.isEmpty() && layout.label.width() - used > 60) {
            painter.setFont(detailFont());
            painter.setPen(t.secondary);
            const QRect rest = layout.label.adjusted(used, 0, 0, 0);
            painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                             QFontMetrics(detailFont()).elidedText(m_content.detail, Qt::ElideRight, rest.width()));
        }
        return;
    }
    painter.drawText(layout.label, wrapFlags, m_content.label);
    if (!layout.detail.isNull()) {
        painter.setFont(detailFont());
        painter.setPen(t.secondary);
        painter.drawText(layout.detail, wrapFlags, m_content.detail);
    }
}

void OptionRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Layout layout = layoutFor(width());
    drawGround(painter);
    drawKey(painter, layout);
    drawWords(painter, layout);
    if (layout.chip.isNull())
        return;
    const Tokens &t = tokensFor(this);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_content.visited ? t.successSoft : t.infoSoft);
    painter.drawRoundedRect(layout.chip, 9, 9);
    painter.setPen(m_content.visited ? t.success : t.info);
    painter.setFont(uiFont(font(), 12, QFont::DemiBold));
    painter.drawText(layout.chip, Qt::AlignCenter, chipText(m_content));
}

void OptionRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        focusNextPrevChild(event->key() == Qt::Key_Down);
        return;
    }
    QPushButton::keyPressEvent(event);
}

bool OptionRow::event(QEvent *event)
{
    // The words are measured with the style sheet's font, known only once the widget is polished.
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange || event->type() == QEvent::Polish)
        updateGeometry();
    return QPushButton::event(event);
}

} // namespace desk
