// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/bulksheetclose.h"

#include "app/session/sessionservice.h"
#include "app/tickets/answerdraft.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/smallparts.h"
#include "ui/sheets/consequences.h"
#include "ui/sheets/draftkeeper.h"
#include "ui/sheets/listcombo.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {
constexpr int longestAnswer = 4000, longestText = 1000, leftWidth = 300;
}

BulkCloseSheet::BulkCloseSheet(const UiServices &services, QWidget *parent)
    : BulkSheet(services, BulkAction::Kind::Close, parent), m_outcome(new QComboBox(this)),
      m_outcomeText(new QLineEdit(this)), m_leave(new QCheckBox(tr("Laisser ouverts leurs autres doublons"), this)),
      m_answer(new QPlainTextEdit(this)), m_outcomeField(new Field(tr("Issue"), m_outcome, this)),
      m_textField(new Field(tr("Précision"), m_outcomeText, this)),
      m_answerField(new Field(tr("Réponse à tous les demandeurs"), m_answer, this)),
      m_redraft(new LinkButton(tr("refaire le brouillon"), this)),
      m_draft(new DraftKeeper(services.local, draftKey, this))
{
    build();
    fillList(m_outcome, services.session.info().ticketOutcomes, tr("Choisir une issue"));
    connect(m_outcome, &QComboBox::currentIndexChanged, this, &BulkCloseSheet::outcomeChosen);
    connect(m_outcomeText, &QLineEdit::textEdited, this, [this] {
        m_textField->setError({});
        if (!m_edited)
            redraft();
        keep();
    });
    connect(m_leave, &QCheckBox::toggled, this, &BulkCloseSheet::plan);
    connect(m_answer, &QPlainTextEdit::textChanged, this, [this] {
        showLength();
        if (m_filling)
            return;
        m_edited = true;
        m_redraft->show();
        keep();
    });
    connect(m_redraft, &LinkButton::clicked, this, [this] {
        redraft();
        keep();
    });
    outcomeChosen();
    m_draft->restore([this](const QString &kept) { restore(kept); });
}

void BulkCloseSheet::build()
{
    m_outcome->setObjectName(u"bulkOutcome"_s);
    m_outcomeText->setObjectName(u"bulkOutcomeText"_s);
    m_leave->setObjectName(u"bulkLeaveDuplicates"_s);
    m_answer->setObjectName(u"bulkAnswer"_s);
    m_redraft->setObjectName(u"bulkRedraft"_s);
    m_outcomeText->setMaxLength(longestText);
    m_leave->setAccessibleName(m_leave->text());
    m_answer->setTabChangesFocus(true);
    m_answer->setMinimumHeight(150);
    m_redraft->hide();
    auto *leftBox = new QWidget(this);
    leftBox->setFixedWidth(leftWidth);
    auto *left = new QVBoxLayout(leftBox);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(8);
    left->addWidget(m_outcomeField);
    left->addWidget(m_textField);
    left->addWidget(m_leave);
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(2);
    right->addWidget(m_answerField, 1);
    right->addWidget(m_redraft, 0, Qt::AlignRight);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(leftBox);
    columns->addLayout(right, 1);
    form()->addLayout(columns, 1);
    for (auto [before, after] : {std::pair<QWidget *, QWidget *>{m_outcome, m_outcomeText},
                                 {m_outcomeText, m_leave},
                                 {m_leave, m_answer},
                                 {m_answer, m_redraft}})
        setTabOrder(before, after);
}

QString BulkCloseSheet::draft() const
{
    AnswerContext context; // what is true of all of them: no name, no number, no establishment
    context.outcome = m_outcome->currentData().toString();
    context.outcomeText = m_outcomeText->text();
    context.settings = services().session.info().settings;
    return draftAnswer(context);
}

void BulkCloseSheet::redraft()
{
    m_edited = false;
    m_redraft->hide();
    const QString text = draft();
    if (text == typedText(m_answer))
        return;
    m_filling = true;
    m_answer->setPlainText(text);
    m_filling = false;
}

void BulkCloseSheet::outcomeChosen()
{
    const bool needed = needsText(m_outcome, services().session.info().ticketOutcomes);
    m_textField->setVisible(needed || !m_outcomeText->text().isEmpty());
    m_outcomeText->setPlaceholderText(needed ? tr("Obligatoire avec cette issue") : QString());
    m_outcomeField->setError({});
    m_textField->setError({});
    if (!m_edited)
        redraft();
    keep();
}

void BulkCloseSheet::keep()
{
    if (m_filling || (!m_edited && m_outcome->currentIndex() < 0 && m_outcomeText->text().isEmpty()))
        return;
    const QJsonObject kept{{"outcome"_L1, m_outcome->currentData().toString()},
                           {"outcome_text"_L1, m_outcomeText->text()},
                           {"answer"_L1, m_edited ? typedText(m_answer) : QString()}};
    m_draft->keep(QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact)));
}

void BulkCloseSheet::restore(const QString &kept)
{
    const QJsonObject object = QJsonDocument::fromJson(kept.toUtf8()).object();
    m_filling = true;
    chooseCode(m_outcome, object.value("outcome"_L1).toString());
    m_outcomeText->setText(object.value("outcome_text"_L1).toString());
    if (const QString answer = object.value("answer"_L1).toString(); !answer.isEmpty()) {
        m_answer->setPlainText(answer);
        m_edited = true;
        m_redraft->show();
    }
    m_filling = false;
    outcomeChosen();
}

void BulkCloseSheet::showLength()
{
    m_answerField->setHint(
        tr("%1 sur %2 caractères").arg(groupedNumber(typedText(m_answer).size()), groupedNumber(longestAnswer)));
    m_answerField->setError({});
}

BulkAction BulkCloseSheet::action() const
{
    BulkAction action = BulkSheet::action();
    action.outcome = m_outcome->currentData().toString();
    action.outcomeText = m_outcomeText->text().trimmed();
    action.answer = typedText(m_answer).trimmed();
    action.leaveDuplicates = m_leave->isChecked();
    return action;
}

void BulkCloseSheet::planned(const BulkPlan &plan)
{
    const bool any = std::any_of(plan.leftOut.cbegin(), plan.leftOut.cend(), [](const LeftOut &left) {
        return left.why == LeftOutWhy::TwinsElsewhere || left.why == LeftOutWhy::TooMany;
    });
    m_leave->setVisible(any || m_leave->isChecked());
}

QString BulkCloseSheet::missingInAnswer() const
{
    const QString answer = typedText(m_answer).trimmed();
    if (answer.isEmpty())
        return tr("La réponse est vide : rédigez-la, ou refaites le brouillon.");
    if (answer.size() > longestAnswer)
        return tooLongText(answer.size() - longestAnswer);
    const QStringList places = unfilledPlaceholders(answer);
    return places.isEmpty() ? QString() : tr("Il reste à compléter : %1").arg(places.join(u", "_s));
}

bool BulkCloseSheet::complete()
{
    const bool outcomeMissing = m_outcome->currentIndex() < 0;
    const bool textMissing
        = m_outcomeText->text().trimmed().isEmpty() && needsText(m_outcome, services().session.info().ticketOutcomes);
    const QString answerError = missingInAnswer();
    m_outcomeField->setError(outcomeMissing ? tr("Choisissez une issue.") : QString());
    m_textField->setError(textMissing ? tr("Cette issue demande une précision.") : QString());
    m_answerField->setError(answerError);
    if (!outcomeMissing && !textMissing && answerError.isEmpty())
        return true;
    QWidget *first = outcomeMissing ? static_cast<QWidget *>(m_outcome)
        : textMissing               ? static_cast<QWidget *>(m_outcomeText)
                                    : m_answer;
    first->setFocus(Qt::OtherFocusReason);
    return false;
}

void BulkCloseSheet::takeFocus()
{
    m_outcome->setFocus(Qt::OtherFocusReason);
}

} // namespace desk
