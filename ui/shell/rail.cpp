// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/shell/rail.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QButtonGroup>
#include <QEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int fullWidth = 94, iconsWidth = 44;
constexpr int gap = 8, sides = 5; // two pixels at each side, one for the line
constexpr int leastButton = 24, mostButton = 40, leastGap = 1; // with icons alone
constexpr int namedExtra = 22; // around icon and name

} // namespace

/// One entry: a tool button with a count in a pill beside its icon.
class RailButton : public QToolButton {
public:
    using QToolButton::QToolButton;
    void setCount(int count, const QString &what, bool urgent)
    {
        m_count = count > 0 ? (count > 99 ? u"99+"_s : QString::number(count)) : QString();
        m_urgent = urgent;
        setAccessibleDescription(count > 0 ? what : QString());
        m_what = count > 0 ? what : QString();
        tellName();
        update();
    }
    /// What is not written is told when pointed at.
    void tellName()
    {
        const bool named = toolButtonStyle() == Qt::ToolButtonIconOnly;
        setToolTip(!named ? m_what : m_what.isEmpty() ? text() : text() + u" : "_s + m_what);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QToolButton::paintEvent(event);
        if (m_count.isEmpty())
            return;
        const Tokens &t = tokensFor(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(uiFont(font(), 11, QFont::Bold));
        const int height = painter.fontMetrics().height() + 1;
        const int width = qMax(height, painter.fontMetrics().horizontalAdvance(m_count) + 9);
        const QRectF pill(this->width() / 2.0 + 6, 3, width, height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_urgent ? t.errorSoft : t.accent);
        painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
        painter.setPen(m_urgent ? t.error : t.onAccent);
        painter.drawText(pill, Qt::AlignCenter, m_count);
    }

private:
    QString m_count, m_what;
    bool m_urgent = false;
};

Rail::Rail(QWidget *parent) : QFrame(parent), m_column(new QVBoxLayout(this)), m_group(new QButtonGroup(this))
{
    setObjectName(u"rail"_s);
    setProperty("role", u"rail"_s);
    setFixedWidth(fullWidth);
    m_column->setContentsMargins(2, gap, 2, 0);
    m_column->setSpacing(leastGap);
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
    auto *button = new RailButton(this);
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
    m_entries.append(Entry{button, icon});
    paintIcons();
    return page;
}

void Rail::setName(int page, const QString &name)
{
    m_entries.at(page).button->setText(name);
    m_entries.at(page).button->setAccessibleName(name);
    m_entries.at(page).button->tellName();
}

void Rail::setShown(int page, bool shown)
{
    m_entries[page].shown = shown;
    m_entries.at(page).button->setVisible(shown);
    fit();
}

void Rail::setCount(int page, int count, const QString &what, bool urgent)
{
    m_entries.at(page).button->setCount(count, what, urgent);
}

int Rail::beside(int page, int step) const
{
    int at = page;
    do
        at = (at + step + count()) % count();
    while (at != page && !m_entries.at(at).shown);
    return at;
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

int Rail::shownCount() const
{
    return int(std::count_if(m_entries.cbegin(), m_entries.cend(), [](const Entry &entry) { return entry.shown; }));
}

int Rail::namedHeight() const
{
    const QToolButton *first = m_entries.first().button;
    return first->iconSize().height() + QFontMetrics(first->font()).height() + namedExtra;
}

QSize Rail::minimumSizeHint() const
{
    return {width(), leastGap + shownCount() * (leastButton + leastGap)};
}

void Rail::fit()
{
    const int count = shownCount();
    if (count == 0)
        return;
    const int named = namedHeight();
    m_iconsAlone = height() < leastGap + count * (named + leastGap);
    setFixedWidth(m_iconsAlone ? iconsWidth : fullWidth);
    const int each = m_iconsAlone ? qBound(leastButton, height() / count - leastGap, mostButton) : named;
    const int space = qBound(leastGap, (height() - count * each) / (count + 1), gap);
    m_column->setSpacing(space);
    m_column->setContentsMargins(2, m_iconsAlone ? 0 : space, 2, 0);
    for (const Entry &entry : std::as_const(m_entries)) {
        setStyleProperty(entry.button, "icons", m_iconsAlone);
        entry.button->setToolButtonStyle(m_iconsAlone ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextUnderIcon);
        entry.button->setFixedSize((m_iconsAlone ? iconsWidth : fullWidth) - sides, each);
        entry.button->tellName();
    }
}

void Rail::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (event->oldSize().height() != event->size().height())
        fit();
}

void Rail::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcons();
}

} // namespace desk
