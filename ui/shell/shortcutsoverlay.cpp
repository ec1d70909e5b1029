// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/shell/shortcutsoverlay.h"

#include "ui/common/buttons.h"
#include "ui/common/card.h"
#include "ui/common/commands.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int widest = 640;

} // namespace

ShortcutsOverlay::ShortcutsOverlay(QWidget *window) : QWidget(window), m_card(nullptr)
{
    setObjectName(u"shortcutsOverlay"_s);
    auto *card = new Card({}, this);
    m_card = card;
    auto *title = new QLabel(tr("Raccourcis clavier"), card);
    title->setProperty("role", u"title"_s);
    card->body()->addWidget(title);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(7);
    int row = 0;
    for (const CommandRow &one : commandTable()) {
        auto *key = new QLabel(commandKeys(one.command), card);
        key->setProperty("role", u"key"_s);
        auto *words = new QLabel(commandMeaning(one.command), card);
        words->setWordWrap(true);
        grid->addWidget(key, row, 0, Qt::AlignLeft | Qt::AlignTop);
        grid->addWidget(words, row, 1);
        ++row;
    }
    grid->setColumnStretch(1, 1);
    card->body()->addSpacing(4);
    card->body()->addLayout(grid);
    auto *close = makeButton(tr("Refermer"), ButtonKind::Plain, card, commandKeys(Command::Close));
    card->body()->addSpacing(4);
    card->body()->addWidget(close, 0, Qt::AlignRight);
    card->layout()->setContentsMargins(24, 20, 24, 20);
    card->setMaximumWidth(widest);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(card, 1000);
    middle->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->addStretch(1);
    column->addLayout(middle);
    column->addStretch(2);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    window->installEventFilter(this);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Raccourcis clavier"));
    hide();
}

void ShortcutsOverlay::toggle()
{
    if (isVisible()) {
        hide();
        return;
    }
    m_before = window()->focusWidget();
    setGeometry(parentWidget()->rect());
    show();
    raise();
    setFocus();
}

void ShortcutsOverlay::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_before && m_before->isVisible())
        m_before->setFocus();
    m_before.clear();
}

void ShortcutsOverlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        hide();
    // Nothing else goes through to what is underneath.
}

void ShortcutsOverlay::mousePressEvent(QMouseEvent *)
{
    hide();
}

void ShortcutsOverlay::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), QColor(0, 0, 0, 110));
}

bool ShortcutsOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace desk
