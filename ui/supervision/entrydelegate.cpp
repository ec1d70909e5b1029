// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/entrydelegate.h"

#include "ui/supervision/linesmodel.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace desk {

namespace {

constexpr int side = 13, rim = 7;

} // namespace

void EntryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = tokensFor(option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect;
    const QRect room = row.adjusted(side, rim, -side, -rim);
    if (index.data(LinesModel::HeadingRole).toBool()) {
        painter->setFont(uiFont(option.font, 12, QFont::DemiBold));
        painter->setPen(t.secondary);
        painter->drawText(room, Qt::AlignBottom | Qt::AlignLeft, index.data().toString());
        painter->restore();
        return;
    }
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(row, t.accentSoft);
        painter->fillRect(QRect(row.topLeft(), QSize(3, row.height())), t.accent);
    }
    painter->fillRect(row.left() + side, row.bottom(), row.width() - 2 * side, 1, t.line);
    int right = room.right();
    const QModelIndex state = index.siblingAtColumn(2);
    const QString chipText = state.data().toString();
    const QFont titleFont = uiFont(option.font, 13, QFont::DemiBold);
    const int titleHeight = QFontMetrics(titleFont).height();
    if (!chipText.isEmpty()) {
        const Tone tone = static_cast<Tone>(state.data(LinesModel::ToneRole).toInt());
        const TonePair pair = toneColours(t, tone);
        painter->setFont(uiFont(option.font, 12, QFont::DemiBold));
        const QFontMetrics metrics = painter->fontMetrics();
        const QRect chip(right - metrics.horizontalAdvance(chipText) - 16, room.top() - 1,
                         metrics.horizontalAdvance(chipText) + 16, metrics.height() + 4);
        painter->setPen(tone == Tone::Muted ? QPen(t.line) : QPen(Qt::NoPen));
        painter->setBrush(pair.ground);
        painter->drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9);
        painter->setPen(pair.ink);
        painter->drawText(chip, Qt::AlignCenter, chipText);
        right = chip.left() - 8;
    }
    painter->setFont(titleFont);
    painter->setPen(t.text);
    const QRect title(room.left(), room.top(), right - room.left(), titleHeight);
    painter->drawText(
        title, Qt::AlignVCenter | Qt::AlignLeft,
        painter->fontMetrics().elidedText(index.data().toString().simplified(), Qt::ElideRight, title.width()));
    painter->setFont(uiFont(option.font, 12));
    painter->setPen(t.secondary);
    const QRect under(room.left(), title.bottom() + 4, room.width(), painter->fontMetrics().height());
    painter->drawText(under, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.siblingAtColumn(1).data().toString().simplified(),
                                                        Qt::ElideRight, under.width()));
    painter->restore();
}

QSize EntryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int small = QFontMetrics(uiFont(option.font, 12)).height();
    if (index.data(LinesModel::HeadingRole).toBool())
        return {200, small + 2 * rim + 4};
    return {200, 2 * rim + QFontMetrics(uiFont(option.font, 13, QFont::DemiBold)).height() + 4 + small};
}

} // namespace desk
