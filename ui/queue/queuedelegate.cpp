// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/queuedelegate.h"

#include "ui/queue/queuemodel.h"
#include "ui/queue/queuetexts.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace desk {

namespace {

constexpr int padding = 8, chipPadding = 8, markSize = 13, between = 6;

void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Tokens &t = tokensFor(option.widget);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, t.accentSoft);
    if (option.state & QStyle::State_Selected && index.column() == 0)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), t.accent);
    painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, t.line);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view && view->hasFocus() && view->currentIndex().row() == index.row()) {
        painter->fillRect(option.rect.left(), option.rect.top(), option.rect.width(), 2, t.focus);
        painter->fillRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2, t.focus);
    }
}

void paintMark(QPainter *painter, const QStyleOptionViewItem &option)
{
    const Tokens &t = tokensFor(option.widget);
    const bool chosen = option.state & QStyle::State_Selected;
    const QRectF box(option.rect.left() + padding + 2.5, option.rect.center().y() - markSize / 2 + 0.5, markSize - 1,
                     markSize - 1);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(chosen ? t.accent : t.secondary, 1.2));
    painter->setBrush(chosen ? QBrush(t.accent) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(box, 3, 3);
    if (!chosen)
        return;
    painter->setPen(QPen(t.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF{{box.left() + 2.8, box.center().y() + 0.2},
                                    {box.left() + 5.2, box.bottom() - 3.2},
                                    {box.right() - 2.6, box.top() + 3.4}});
}

QFont chipFont(const QStyleOptionViewItem &option)
{
    return uiFont(option.font, 12, QFont::DemiBold);
}

int chipWidth(const QStyleOptionViewItem &option, const QString &text)
{
    return QFontMetrics(chipFont(option)).horizontalAdvance(text) + 2 * chipPadding;
}

void paintChip(QPainter *painter, const QStyleOptionViewItem &option, const QRect &room, const ToneText &chip)
{
    const Tokens &t = tokensFor(option.widget);
    const TonePair pair = toneColours(t, chip.tone);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(chipFont(option));
    const QFontMetrics metrics = painter->fontMetrics();
    const QString shown = metrics.elidedText(chip.text, Qt::ElideRight, room.width() - 2 * chipPadding);
    const QRect ground(room.left(), room.center().y() - metrics.height() / 2 - 2,
                       metrics.horizontalAdvance(shown) + 2 * chipPadding, metrics.height() + 4);
    painter->setPen(chip.tone == Tone::Muted ? QPen(t.line) : QPen(Qt::NoPen));
    painter->setBrush(pair.ground);
    painter->drawRoundedRect(QRectF(ground).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9);
    painter->setPen(pair.ink);
    painter->drawText(ground, Qt::AlignCenter, shown);
    painter->restore();
}

void paintWords(QPainter *painter, const QStyleOptionViewItem &option, QRect room, const QModelIndex &index)
{
    const Tokens &t = tokensFor(option.widget);
    const auto chips = index.data(QueueModel::ChipsRole).value<QList<ToneText>>();
    int wanted = 0;
    for (const ToneText &chip : chips)
        wanted += chipWidth(option, chip.text) + between;
    const QString text = index.data().toString().simplified();
    painter->setFont(option.font);
    // A chip is news, the words are known: they give way first, but not wholly.
    const int least = std::min(painter->fontMetrics().horizontalAdvance(text), room.width() * 2 / 5);
    const int words = std::max(least, room.width() - wanted);
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, words);
    painter->setPen(t.text);
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, shown);
    room.setLeft(room.left() + painter->fontMetrics().horizontalAdvance(shown) + between);
    for (const ToneText &chip : chips) {
        if (room.width() < 4 * chipPadding)
            return;
        paintChip(painter, option, room, chip);
        room.setLeft(room.left() + chipWidth(option, chip.text) + between);
    }
}

} // namespace

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintGround(painter, option, index);
    const QRect room = option.rect.adjusted(padding, 0, -padding, 0);
    const QVariant tone = index.data(QueueModel::ToneRole);
    if (index.column() == 0)
        paintMark(painter, option);
    else if (tone.isValid())
        paintChip(painter, option, room.adjusted(-2, 0, 6, 0),
                  {static_cast<Tone>(tone.toInt()), index.data().toString()});
    else
        paintWords(painter, option, room, index);
    painter->restore();
}

} // namespace desk
