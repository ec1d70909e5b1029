// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/banner.h"

#include "ui/common/build.h"
#include "ui/theme/theme.h"

#include <QAccessible>

namespace desk {

using namespace Qt::StringLiterals;

Banner::Banner(QWidget *parent)
    : QFrame(parent), m_all(new QBoxLayout(QBoxLayout::LeftToRight, this)), m_lead(makeLabel("strong", this)),
      m_text(makeLabel(nullptr, this, {}, LabelFlag::WrapsSelectable)), m_aside(new QLabel(this)),
      m_action(makeButton({}, {.kind = ButtonKind::Quiet}, this, &Banner::actionTriggered)),
      m_dismiss(makeButton(tr("Masquer"), ButtonKind::Quiet, this))
{
    setRole(this, "banner");
    m_all->setContentsMargins(16, 4, 8, 4);
    m_all->setSpacing(4);
    auto *row = makeRow(10);
    m_all->addLayout(row, 1);
    for (QLabel *label : {m_lead, m_text, m_aside}) {
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(0, 2, 0, 2); // its first line level with the buttons
    }
    addCells(row, {{m_lead, 0, Qt::AlignTop}, {m_text, 1, Qt::AlignTop}, {m_aside, 0, Qt::AlignTop}});
    auto *buttons = makeRow(4, {spring(0), {m_action, 0, Qt::AlignTop}, {m_dismiss, 0, Qt::AlignTop}});
    m_all->addLayout(buttons);
    connect(m_dismiss, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_action->setAutoDefault(true); // Enter presses it
    m_action->hide();
    m_dismiss->hide();
    hide();
}

Banner *Banner::inset(QWidget *parent, const QString &name)
{
    auto *banner = new Banner(parent);
    banner->setObjectName(name);
    banner->setInset(true);
    return banner;
}

void Banner::set(Tone tone, const QString &lead, const QString &text, const QString &aside)
{
    const bool news = m_text->text() != text;
    m_lead->setText(lead);
    m_lead->setHidden(lead.isEmpty());
    m_text->setText(text);
    m_aside->setText(aside);
    m_aside->setHidden(aside.isEmpty());
    setStyleProperty(this, "tone", QByteArray(toneName(tone)));
    for (QLabel *label : {m_lead, m_text, m_aside}) // their colour is selected through the banner's tone
        setStyleProperty(label, "tone", QByteArray(toneName(tone)));
    setHidden(text.isEmpty());
    if (news && !text.isEmpty()) {
        setAccessibleName(lead.isEmpty() ? text : lead + u" : "_s + text);
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void Banner::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setHidden(text.isEmpty());
}

void Banner::focusAction()
{
    m_action->setFocus(Qt::OtherFocusReason);
}

void Banner::setDismissible(bool on)
{
    m_dismiss->setVisible(on);
}

void Banner::setInset(bool on)
{
    setStyleProperty(this, "inset", on);
    m_all->setStretch(0, on ? 0 : 1); // the words take the width, never the height
    m_all->setDirection(on ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_all->setContentsMargins(on ? QMargins(12, 6, 8, 6) : QMargins(16, 4, 8, 4));
}

QString Banner::text() const
{
    return m_text->text();
}

} // namespace desk
