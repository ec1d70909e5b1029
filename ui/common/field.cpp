// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/field.h"

#include "ui/common/build.h"
#include "ui/theme/theme.h"

#include <QAccessible>

namespace desk {

using namespace Qt::StringLiterals;

Field::Field(const QString &label, QWidget *editor, QWidget *parent)
    : QWidget(parent), m_editor(editor), m_label(new QLabel(this)), m_hint(makeLabel("small", this)),
      m_error(makeLabel("fieldError", this))
{
    m_label->setBuddy(editor);
    setLabel(label);
    for (QLabel *line : {m_hint, m_error}) {
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
        line->hide();
    }
    makeColumn(this, 3, {m_label, editor, m_error, m_hint});
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
