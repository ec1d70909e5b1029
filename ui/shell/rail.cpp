// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/shell/rail.h"

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QButtonGroup>
#include <QEvent>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

Rail::Rail(QWidget *parent) : QFrame(parent), m_column(new QVBoxLayout(this)), m_group(new QButtonGroup(this))
{
    setObjectName(u"rail"_s);
    setProperty("role", u"rail"_s);
    setFixedWidth(84);
    m_column->setContentsMargins(6, 8, 6, 8);
    m_column->setSpacing(4);
    m_column->addStretch();
    m_group->setExclusive(true);
    // Toggled rather than clicked: that is what a screen reader's action does.
    connect(m_group, &QButtonGroup::idToggled, this, [this](int page, bool on) {
        if (on)
            Q_EMIT pageWanted(page);
    });
}

int Rail::addPage(const QString &icon, const QString &name)
{
    const int page = count();
    auto *button = new QToolButton(this);
    button->setProperty("role", u"rail"_s);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setText(name);
    button->setAccessibleName(name);
    button->setCheckable(true);
    button->setChecked(page == 0);
    button->setIconSize(QSize(20, 20));
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard where it was
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_group->addButton(button, page);
    m_column->insertWidget(page, button);
    m_entries.append({button, icon});
    paintIcons();
    return page;
}

void Rail::setCurrent(int page)
{
    const QSignalBlocker quiet(m_group);
    if (page >= 0 && page < count())
        m_entries.at(page).button->setChecked(true);
}

int Rail::current() const
{
    return m_group->checkedId();
}

void Rail::paintIcons()
{
    const Tokens &t = tokensFor(this);
    for (const Entry &entry : std::as_const(m_entries))
        entry.button->setIcon(lineIcon(entry.icon, t.secondary, t.accent));
}

void Rail::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcons();
}

} // namespace desk
