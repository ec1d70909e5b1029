// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/countlist.h"

#include "ui/common/build.h"
#include "ui/common/format.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QVariant>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineHeight = 26, padding = 8;

class CountDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {80, std::max(lineHeight, QFontMetrics(option.font).height() + 8)};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokensFor(option.widget);
        const bool chosen = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (chosen)
            painter->fillRect(option.rect, t.accentSoft);
        painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, t.line);
        if (chosen)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), t.accent);
        QRect room = option.rect.adjusted(padding, 0, -padding, 0);
        room.setRight(room.right() - paintCount(painter, option, room, index));
        paintLabel(painter, option, room, index, chosen);
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(t.focus, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 4, 4);
        }
        painter->restore();
    }

private:
    static int paintCount(QPainter *painter, const QStyleOptionViewItem &option, const QRect &room,
                          const QModelIndex &index)
    {
        const QVariant count = index.data(CountList::CountRole);
        if (!count.isValid())
            return 0;
        const Tokens &t = tokensFor(option.widget);
        const QString text = groupedNumber(count.toInt());
        const QVariant tone = index.data(CountList::ToneRole);
        const bool chip = tone.isValid() && count.toInt() > 0;
        painter->setFont(chip ? uiFont(option.font, 12, QFont::DemiBold) : option.font);
        const int width = painter->fontMetrics().horizontalAdvance(text) + (chip ? 16 : 0);
        const int height = painter->fontMetrics().height() + 4;
        const QRect place(room.right() - width + 1, room.center().y() - height / 2, width, height);
        if (chip) {
            const TonePair pair = toneColours(t, static_cast<Tone>(tone.toInt()));
            painter->setPen(Qt::NoPen);
            painter->setBrush(pair.ground);
            painter->drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9);
            painter->setPen(pair.ink);
        } else {
            painter->setPen(count.toInt() > 0 ? t.text : t.secondary);
        }
        painter->drawText(place, Qt::AlignCenter, text);
        return width + 8;
    }
    static void paintLabel(QPainter *painter, const QStyleOptionViewItem &option, QRect room, const QModelIndex &index,
                           bool chosen)
    {
        const Tokens &t = tokensFor(option.widget);
        painter->setFont(chosen ? uiFont(option.font, 13, QFont::DemiBold) : option.font);
        painter->setPen(t.text);
        const QString label = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width());
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, label);
        room.setLeft(room.left() + painter->fontMetrics().horizontalAdvance(label) + 6);
        const QString note = index.data(CountList::NoteRole).toString();
        if (note.isEmpty() || room.width() < 30)
            return;
        painter->setFont(uiFont(option.font, 11));
        painter->setPen(t.secondary);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(note, Qt::ElideRight, room.width()));
    }
};

QString spoken(const CountLine &line)
{
    QStringList words{line.label, line.note, line.count ? groupedNumber(*line.count) : QString()};
    words.removeAll(QString());
    return words.join(u", "_s);
}

} // namespace

CountList::CountList(const QString &name, QWidget *parent) : QListWidget(parent)
{
    setObjectName(name);
    setRole(this, "bare");
    setItemDelegate(new CountDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setUniformItemSizes(true);
    setTabKeyNavigation(false);
    connect(this, &QListWidget::itemClicked, this, [this] { Q_EMIT wanted(currentKey()); });
}

void CountList::setLines(const QList<CountLine> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    const QString cursor = currentKey();
    const QSignalBlocker quiet(this);
    while (count() > lines.size())
        delete takeItem(count() - 1);
    for (int i = 0; i < lines.size(); ++i) {
        const CountLine &line = lines.at(i);
        if (i >= count())
            addItem(new QListWidgetItem);
        QListWidgetItem *one = item(i);
        one->setText(line.label);
        one->setData(KeyRole, line.key);
        one->setData(NoteRole, line.note);
        one->setData(CountRole, line.count ? QVariant(*line.count) : QVariant());
        one->setData(ToneRole, line.tone ? QVariant(int(*line.tone)) : QVariant());
        one->setData(Qt::AccessibleTextRole, spoken(line));
        one->setToolTip(line.note.isEmpty() ? QString() : line.label + u" · "_s + line.note);
    }
    choose(m_chosen);
    for (int i = 0; i < count() && hasFocus(); ++i) {
        if (item(i)->data(KeyRole).toString() == cursor)
            setCurrentRow(i, QItemSelectionModel::NoUpdate);
    }
    updateGeometry();
}

void CountList::choose(const QString &key)
{
    m_chosen = key;
    const QSignalBlocker quiet(this);
    for (int i = 0; i < count(); ++i) {
        if (item(i)->data(KeyRole).toString() == key) {
            setCurrentRow(i, QItemSelectionModel::ClearAndSelect);
            viewport()->update();
            return;
        }
    }
    clearSelection();
    viewport()->update();
}

QString CountList::currentKey() const
{
    return currentItem() ? currentItem()->data(KeyRole).toString() : QString();
}

QSize CountList::sizeHint() const
{
    return {180, count() * (count() > 0 ? sizeHintForRow(0) : lineHeight) + 2};
}

QSize CountList::minimumSizeHint() const
{
    return {120, std::min(sizeHint().height(), 4 * lineHeight)};
}

void CountList::keyPressEvent(QKeyEvent *event)
{
    const QString key = currentKey();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        Q_EMIT wanted(key);
    else if (event->key() == Qt::Key_F2)
        Q_EMIT renameWanted(key);
    else if (event->key() == Qt::Key_Delete)
        Q_EMIT removeWanted(key);
    else if (event->modifiers() == Qt::NoModifier && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up))
        // The cursor alone: nothing is read on the way.
        setCurrentRow(std::clamp(currentRow() + (event->key() == Qt::Key_Down ? 1 : -1), 0, std::max(0, count() - 1)),
                      QItemSelectionModel::NoUpdate);
    else
        QListWidget::keyPressEvent(event);
}

void CountList::contextMenuEvent(QContextMenuEvent *event)
{
    if (!currentItem())
        return;
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    if (!keyboard && !itemAt(event->pos()))
        return;
    const QListWidgetItem *one = keyboard ? currentItem() : itemAt(event->pos());
    Q_EMIT menuWanted(one->data(KeyRole).toString(),
                      keyboard ? viewport()->mapToGlobal(visualItemRect(one).bottomLeft()) : event->globalPos());
}

} // namespace desk
