// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/shell/wrapuppanel.h"

#include "app/calls/callservice.h"
#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/common/commands.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/shell/digitkeys.h"
#include "ui/shell/notepanel.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsShown = 8;
constexpr int noteLines = 4;

/// An outcome with its digit in a small frame.
class OutcomeDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, option.fontMetrics.height() + 10};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokensFor(option.widget);
        const bool current = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setFont(option.font);
        if (current) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(t.accentSoft);
            painter->drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 5, 5);
        }
        const QRectF key = QRectF(option.rect.left() + 8, option.rect.center().y() - 9, 20, 19).translated(0.5, 0.5);
        if (index.row() < 9) {
            painter->setPen(current ? t.accent : t.line);
            painter->setBrush(current ? t.panel : t.background);
            painter->drawRoundedRect(key, 4, 4);
            painter->setPen(t.text);
            painter->drawText(key, Qt::AlignCenter, QString::number(index.row() + 1));
        }
        painter->setPen(t.text);
        if (current)
            painter->setFont(uiFont(option.font, 13, QFont::DemiBold));
        painter->drawText(option.rect.adjusted(40, 0, -8, 0), Qt::AlignVCenter, index.data().toString());
        painter->restore();
    }
};

} // namespace

WrapUpPanel::WrapUpPanel(CallService &calls, QWidget *parent)
    : QFrame(parent), m_calls(calls), m_list(new QListWidget(this)), m_text(new QLineEdit(this)),
      m_textField(new Field(tr("Précision"), m_text, this)), m_note(new NoteEditor(calls, this)),
      m_error(new Banner(this)),
      m_confirm(makeButton(tr("Terminer l’appel"), ButtonKind::Primary, this, tr("Entrée", "the Enter key"))),
      m_back(makeButton(tr("Continuer l’appel"), ButtonKind::Plain, this, commandKeys(Command::Close)))
{
    setObjectName(u"wrapUpPanel"_s);
    setProperty("role", u"sheetBar"_s);
    m_list->setObjectName(u"callOutcomes"_s);
    m_list->setProperty("takesDigits", true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new OutcomeDelegate(m_list));
    m_list->installEventFilter(this);
    m_text->setObjectName(u"callOutcomeText"_s);
    m_text->setMaxLength(1000);
    m_note->edit()->setObjectName(u"wrapUpNote"_s);
    m_note->edit()->setFixedHeight(m_note->edit()->fontMetrics().lineSpacing() * noteLines + 16);
    m_confirm->setObjectName(u"confirmEndCall"_s);
    m_back->setObjectName(u"continueCall"_s);
    m_error->setInset(true);

    auto *title = new QLabel(tr("Issue de l’appel"), this);
    title->setProperty("role", u"cardTitle"_s);
    title->setBuddy(m_list);
    m_list->setAccessibleName(title->text());
    auto *left = new QVBoxLayout;
    left->setSpacing(4);
    left->addWidget(title);
    left->addWidget(m_list);
    left->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_back);
    buttons->addWidget(m_confirm);
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(m_textField);
    right->addWidget(m_note);
    right->addWidget(m_error);
    right->addLayout(buttons);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(96, 10, 16, 12);
    row->setSpacing(16);
    row->addLayout(left, 2);
    row->addLayout(right, 3);

    connect(m_list, &QListWidget::currentRowChanged, this, &WrapUpPanel::showChoice);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &WrapUpPanel::confirm);
    connect(m_text, &QLineEdit::textEdited, this, [this] { m_textField->setError({}); });
    connect(m_confirm, &QPushButton::clicked, this, &WrapUpPanel::confirm);
    connect(m_back, &QPushButton::clicked, this, &WrapUpPanel::closeWanted);
    connect(&calls, &CallService::changed, this, &WrapUpPanel::showState);
    connect(&calls, &CallService::closeFailed, this, &WrapUpPanel::onFailed);
    connect(&calls, &CallService::closed, this, &WrapUpPanel::reset);
    hide();
}

void WrapUpPanel::propose(const QString &outcome)
{
    for (int row = 0; row < m_outcomes.size(); ++row) {
        if (m_outcomes.at(row).code == outcome)
            m_list->setCurrentRow(row);
    }
}

void WrapUpPanel::setOutcomes(const QList<ListItem> &outcomes)
{
    if (outcomes == m_outcomes)
        return;
    const QString before = chosen() ? chosen()->code : QString();
    m_outcomes = outcomes;
    m_list->clear();
    int row = 0;
    for (int i = 0; i < m_outcomes.size(); ++i) {
        const ListItem &outcome = m_outcomes.at(i);
        new QListWidgetItem(outcome.label, m_list);
        if (outcome.code == before)
            row = i;
    }
    m_list->setCurrentRow(m_outcomes.isEmpty() ? -1 : row);
    m_list->setFixedHeight(m_list->sizeHintForRow(0) * qBound(1, int(m_outcomes.size()), rowsShown) + 8);
}

void WrapUpPanel::open()
{
    m_error->clear();
    showState();
    show();
    m_list->setFocus(Qt::ShortcutFocusReason);
}

const ListItem *WrapUpPanel::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_outcomes.size() ? &m_outcomes.at(row) : nullptr;
}

void WrapUpPanel::showChoice()
{
    const bool needed = chosen() && chosen()->needsText;
    m_textField->setLabel(needed ? tr("Précision (obligatoire)") : tr("Précision"));
    m_textField->setError({});
}

void WrapUpPanel::showState()
{
    const bool closing = m_calls.closing();
    m_confirm->setEnabled(!closing);
    m_confirm->setText(closing ? tr("Enregistrement…") : tr("Terminer l’appel"));
}

void WrapUpPanel::confirm()
{
    const ListItem *outcome = chosen();
    if (m_calls.closing())
        return;
    if (!outcome) {
        m_error->set(Tone::Error, {}, tr("Choisissez l’issue de l’appel."));
        m_list->setFocus();
        return;
    }
    const QString text = m_text->text().trimmed();
    if (outcome->needsText && text.isEmpty()) {
        m_textField->setError(tr("Cette issue demande une précision : quelques mots suffisent."));
        m_text->setFocus();
        return;
    }
    m_error->clear();
    m_calls.close(outcome->code, text);
}

void WrapUpPanel::onFailed(const Error &error)
{
    m_error->set(Tone::Error, {}, errorText(error));
    showState();
}

void WrapUpPanel::reset()
{
    m_text->clear();
    m_textField->setError({});
    m_error->clear();
    m_list->setCurrentRow(m_outcomes.isEmpty() ? -1 : 0);
    Q_EMIT closeWanted();
}

void WrapUpPanel::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        Q_EMIT closeWanted();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter: // from the list or the line; the note keeps its own line breaks, Ctrl+Enter comes from
                        // everywhere
        confirm();
        break;
    default:
        QFrame::keyPressEvent(event);
    }
}

bool WrapUpPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int digit = digitOf(*key);
        if (digit > 0 && digit <= m_outcomes.size()) {
            m_list->setCurrentRow(digit - 1);
            if (m_outcomes.at(digit - 1).needsText)
                m_text->setFocus(Qt::ShortcutFocusReason);
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            confirm();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace desk
