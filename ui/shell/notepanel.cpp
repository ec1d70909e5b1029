// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/shell/notepanel.h"

#include "app/calls/callservice.h"
#include "ui/common/buttons.h"
#include "ui/common/commands.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

NoteEditor::NoteEditor(CallService &calls, QWidget *parent)
    : QWidget(parent), m_calls(calls), m_edit(new QPlainTextEdit(this)), m_fate(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *label = new QLabel(tr("Note de l’appel"), this);
    label->setProperty("role", u"cardTitle"_s);
    label->setBuddy(m_edit);
    m_edit->setAccessibleName(label->text());
    m_edit->setPlaceholderText(
        tr("Ce que dit l’appelant, ce qui a été convenu… La note est conservée à chaque frappe."));
    m_edit->setTabChangesFocus(true);
    m_fate->setProperty("role", u"small"_s);
    m_fate->setTextFormat(Qt::PlainText);
    auto *head = new QHBoxLayout;
    head->addWidget(label);
    head->addStretch();
    head->addWidget(m_fate);
    column->addLayout(head);
    column->addWidget(m_edit, 1);

    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        const QString text = m_edit->toPlainText();
        if (text == m_calls.note())
            return;
        m_calls.setNote(text);
        showFate(tr("◷ gardée sur ce poste"));
    });
    connect(&calls, &CallService::changed, this, &NoteEditor::showNote);
    connect(&calls, &CallService::noteSaved, this, [this](bool inDatabase) {
        showFate(inDatabase ? tr("✓ enregistrée à %1").arg(shortTime(QDateTime::currentDateTimeUtc()))
                            : tr("◷ gardée sur ce poste, sera envoyée à la base"));
    });
    connect(&calls, &CallService::noteRefused, this, [this](const Error &error) { showFate(errorText(error), true); });
    showNote();
}

// The note has two editors, below the bar and in the wrap-up: each catches up with the other when it comes on screen.
void NoteEditor::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showNote();
}

void NoteEditor::showNote()
{
    if (m_edit->toPlainText() == m_calls.note())
        return;
    const int position = m_edit->textCursor().position();
    m_edit->setPlainText(m_calls.note());
    QTextCursor cursor = m_edit->textCursor();
    cursor.setPosition(qMin(position, int(m_calls.note().size())));
    m_edit->setTextCursor(cursor);
    showFate({});
}

void NoteEditor::showFate(const QString &text, bool isError)
{
    m_fate->setText(text);
    setStyleProperty(m_fate, "role", isError ? u"fieldError"_s : u"small"_s);
}

NotePanel::NotePanel(CallService &calls, QWidget *parent) : QFrame(parent), m_editor(new NoteEditor(calls, this))
{
    setObjectName(u"notePanel"_s);
    setProperty("role", u"sheetBar"_s);
    m_editor->edit()->setObjectName(u"callNote"_s);
    m_editor->edit()->setFixedHeight(m_editor->edit()->fontMetrics().lineSpacing() * 5 + 16);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(96, 10, 16, 12);
    row->setSpacing(12);
    row->addWidget(m_editor, 1);
    auto *close = makeButton(tr("Refermer"), ButtonKind::Plain, this, commandKeys(Command::Close));
    row->addWidget(close, 0, Qt::AlignBottom);
    connect(close, &QPushButton::clicked, this, &NotePanel::closeWanted);
    hide();
}

void NotePanel::open()
{
    show();
    m_editor->edit()->setFocus(Qt::ShortcutFocusReason);
    m_editor->edit()->moveCursor(QTextCursor::End);
}

void NotePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeWanted();
    else
        QFrame::keyPressEvent(event);
}

} // namespace desk
