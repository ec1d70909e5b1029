// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/filerow.h"

#include "ui/casefile/accountstate.h"
#include "ui/common/build.h"
#include "ui/common/chip.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QVariant>

namespace desk {

FileRow::FileRow(const QString &name, QWidget *parent) : QFrame(parent), m_result(new Chip(this))
{
    setObjectName(name);
    m_result->set(Tone::Ok, {});
}

QPushButton *FileRow::makeOperation()
{
    auto *button = makeButton({}, {.enter = true}, this);
    connect(button, &QPushButton::clicked, this,
            [this, button] { operationChosen(button->property("operation").toString()); });
    return button;
}

bool FileRow::offer(QPushButton *button, const OperationChoice &choice, const QString &subject, QWidget *refuge)
{
    const QVariant state = QStringList{choice.kind, choice.blocked, subject};
    if (button->property("shown") == state)
        return false; // a refresh that changes nothing must not disturb a button being pressed
    button->setProperty("shown", state);
    if (button->hasFocus() && !choice.blocked.isEmpty())
        refuge->setFocus(Qt::OtherFocusReason); // not wherever the next control happens to be
    setBlocked(button, {});
    button->setText(choice.label);
    button->setProperty("operation", choice.kind);
    setBlocked(button, choice.blocked);
    button->setAccessibleDescription(choice.blocked.isEmpty() ? subject
                                                              : tr("%1 – %2 impossible").arg(subject, choice.label));
    return true;
}

void FileRow::setFirst(bool first)
{
    m_top = first;
    update();
}

void FileRow::setResult(const QString &sentence)
{
    m_result->tell(Tone::Ok, sentence);
}

void FileRow::paintEvent(QPaintEvent *)
{
    if (!m_top)
        QPainter(this).fillRect(0, 0, width(), 1, tokensFor(this).line);
}

} // namespace desk
