// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/field.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QLabel>
#include <QVBoxLayout>
#include <QVariant>

namespace desk {

using namespace Qt::StringLiterals;

Field::Field(const QString &label, QWidget *editor, QWidget *parent)
    : QWidget(parent), m_editor(editor), m_label(new QLabel(this)), m_hint(new QLabel(this)), m_error(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    m_label->setBuddy(editor);
    setLabel(label);
    m_hint->setProperty("role", u"small"_s);
    m_error->setProperty("role", u"fieldError"_s);
    for (QLabel *line : {m_hint, m_error}) {
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
        line->hide();
    }
    column->addWidget(m_label);
    column->addWidget(editor);
    column->addWidget(m_error);
    column->addWidget(m_hint);
}

void Field::setLabel(const QString &text)
{
    m_label->setText(text);
    m_editor->setAccessibleName(text);
}

void Field::setHint(const QString &text)
{
    m_hint->setText(text);
    m_hint->setHidden(text.isEmpty());
}

void Field::setError(const QString &text)
{
    if (text == m_error->text())
        return;
    m_error->setText(text);
    m_error->setHidden(text.isEmpty());
    setStyleProperty(m_editor, "invalid", !text.isEmpty());
    m_editor->setAccessibleDescription(text);
    QAccessibleEvent changed(m_editor, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

QString Field::error() const
{
    return m_error->text();
}

} // namespace desk
