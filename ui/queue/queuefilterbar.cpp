// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/queuefilterbar.h"

#include "ui/common/build.h"
#include "ui/common/smallparts.h"

#include <QEvent>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLetters = 34;
constexpr int leastTitle = 160, leastWidth = 420;

QString shortened(const QString &text)
{
    return text.size() <= mostLetters ? text : text.left(mostLetters - 1) + u'…';
}

} // namespace

QueueFilterBar::QueueFilterBar(QWidget *parent)
    : QWidget(parent), m_title(named(new ElidedLabel("title", this), u"queueTitle"_s)), m_row(new QHBoxLayout),
      m_right(nullptr), m_column(new QVBoxLayout(this)), m_rightBox(new QWidget(this)), m_below(new QWidget(this)),
      m_chipBox(new QWidget(m_below)), m_chips(new QHBoxLayout(m_chipBox)),
      m_add(makeButton(tr("+ Filtre"), {.name = u"addFilter"_s}, this, &QueueFilterBar::openMenu)),
      m_save(makeButton(tr("Enregistrer la vue…"), {.kind = ButtonKind::Quiet, .name = u"saveViewOpen"_s}, this,
                        &QueueFilterBar::saveWanted))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    m_row->setSpacing(8);
    m_chips->setContentsMargins(0, 0, 0, 0);
    m_chips->setSpacing(6);
    m_right = makeRow(m_rightBox, 8, {});
    addCells(m_row, {m_title, m_add, spring(), m_rightBox});
    m_column->addLayout(m_row);
    // Below the title: with what is done to the rows beside it there is no room for them at every width.
    makeRow(m_below, 8, {m_chipBox, m_save, spring()});
    m_column->addWidget(m_below);
    m_below->hide();
    m_save->hide();
}

void QueueFilterBar::addAtRight(QWidget *widget)
{
    m_right->addWidget(widget);
}

QSize QueueFilterBar::minimumSizeHint() const
{
    return {std::max(m_rightBox->minimumSizeHint().width(), leastWidth), m_column->minimumSize().height()};
}

/// Beside the title where there is room for both, else in a row of its own.
void QueueFilterBar::placeRight()
{
    int others = leastTitle;
    for (int i = 0; i < m_row->count(); ++i) {
        const QWidget *widget = m_row->itemAt(i)->widget();
        if (widget && widget != m_rightBox && widget != m_title && !widget->isHidden())
            others += widget->minimumSizeHint().width() + m_row->spacing();
    }
    const bool beside = width() >= others + m_rightBox->minimumSizeHint().width() + m_row->spacing();
    if (beside == (m_row->indexOf(m_rightBox) >= 0))
        return;
    if (beside) {
        m_column->removeWidget(m_rightBox);
        m_row->addWidget(m_rightBox);
    } else {
        m_row->removeWidget(m_rightBox);
        m_column->insertWidget(1, m_rightBox, 0, Qt::AlignLeft);
    }
}

void QueueFilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeRight();
}

bool QueueFilterBar::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        placeRight();
    return done;
}

void QueueFilterBar::addAfterFilter(QWidget *widget)
{
    m_row->insertWidget(m_row->indexOf(m_add) + 1, widget);
}

void QueueFilterBar::takeKeyboard()
{
    m_add->setFocus(Qt::OtherFocusReason);
}

QList<FilterPart> QueueFilterBar::addedParts(const TicketFilter &filter, const TicketFilter &base)
{
    QList<FilterPart> parts;
    for (const FilterPart part : filterParts()) {
        if (!isSame(part, filter, base))
            parts << part;
    }
    return parts;
}

void QueueFilterBar::setFilter(const QString &title, const TicketFilter &filter, const TicketFilter &base,
                               const SessionInfo &info)
{
    m_title->setWhole(title);
    m_filter = filter;
    m_base = base;
    m_info = info;
    showChips();
}

void QueueFilterBar::setChanged(bool changed)
{
    if (m_save->hasFocus() && !changed)
        m_add->setFocus(Qt::OtherFocusReason);
    m_save->setVisible(changed);
    m_below->setVisible(m_chips->count() > 0 || changed);
}

void QueueFilterBar::showChips()
{
    bool hadFocus = false;
    const auto old = m_chipBox->findChildren<QPushButton *>(Qt::FindDirectChildrenOnly);
    for (QPushButton *chip : old) {
        hadFocus = hadFocus || chip->hasFocus();
        chip->hide();
        chip->deleteLater();
        m_chips->removeWidget(chip);
    }
    if (hadFocus)
        m_add->setFocus(Qt::OtherFocusReason);
    for (const FilterPart part : addedParts(m_filter, m_base)) {
        const QString words = filterPartText(part, m_filter, m_info);
        QPushButton *chip
            = makeButton(shortened(words.isEmpty() ? tr("%1 : tous").arg(filterPartLabel(part)) : words) + u" ✕"_s,
                         ButtonKind::Plain, m_chipBox);
        chip->setObjectName(u"filterChip%1"_s.arg(int(part)));
        setRole(chip, "filterChip");
        chip->setToolTip(tr("Retirer le filtre « %1 »").arg(words));
        chip->setAccessibleDescription(chip->toolTip());
        connect(chip, &QPushButton::clicked, this, [this, part] { Q_EMIT dropWanted(part); });
        m_chips->addWidget(chip);
    }
    m_below->setVisible(m_chips->count() > 0 || !m_save->isHidden());
}

void QueueFilterBar::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"filterMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const FilterPart part : filterParts()) {
        QAction *action = menu->addAction(filterPartLabel(part));
        action->setCheckable(true);
        action->setChecked(!isSame(part, m_filter, TicketFilter()));
        connect(action, &QAction::triggered, this, [this, part] { Q_EMIT editWanted(part); });
    }
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height())));
}

} // namespace desk
