// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/scripts/scripthitdelegate.h"

#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QPainter>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int side = 12, rim = 8, gap = 12;

} // namespace

void ScriptHitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = tokensFor(option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(row, t.accentSoft);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(row, t.background);
    painter->setPen(t.line);
    painter->drawLine(row.bottomLeft(), row.bottomRight());

    const QFont titleFont = uiFont(option.font, 14, QFont::DemiBold);
    const QFont excerptFont = uiFont(option.font, 12);
    const QFontMetrics titles(titleFont), excerpts(excerptFont);
    const int boxWidth = qMax(34, titles.horizontalAdvance(u"00"_s) + 14);
    const QRect box(row.left() + side, row.top() + rim, boxWidth, titles.height() + 2);
    const int number = index.data(NumberRole).toInt();
    painter->setPen(t.line);
    painter->setBrush(t.panel);
    painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter->setFont(uiFont(option.font, 13, QFont::DemiBold));
    painter->setPen(number > 0 ? t.accent : t.secondary);
    painter->drawText(box, Qt::AlignCenter, number > 0 ? QString::number(number) : u"·"_s);

    const int left = box.right() + 1 + gap;
    const QRect title(left, row.top() + rim, row.right() - side - left, titles.height() + 2);
    painter->setFont(titleFont);
    painter->setPen(t.text);
    painter->drawText(title, Qt::AlignVCenter | Qt::AlignLeft,
                      titles.elidedText(index.data(TitleRole).toString(), Qt::ElideRight, title.width()));
    const QRect excerpt(left, title.bottom() + 2, title.width(), excerpts.height());
    painter->setFont(excerptFont);
    painter->setPen(t.secondary);
    painter->drawText(excerpt, Qt::AlignVCenter | Qt::AlignLeft,
                      excerpts.elidedText(index.data(ExcerptRole).toString(), Qt::ElideRight, excerpt.width()));
    painter->restore();
}

QSize ScriptHitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int title = QFontMetrics(uiFont(option.font, 14, QFont::DemiBold)).height() + 2;
    const int excerpt = QFontMetrics(uiFont(option.font, 12)).height();
    return {240, 2 * rim + title + 1 + excerpt};
}

} // namespace desk
