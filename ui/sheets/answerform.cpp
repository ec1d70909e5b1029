// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/answerform.h"

#include "app/tickets/answerdraft.h"
#include "app/tickets/plaintext.h"
#include "ui/common/build.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/smallparts.h"
#include "ui/sheets/consequences.h"
#include "ui/sheets/draftkeeper.h"
#include "ui/sheets/listcombo.h"

#include <QComboBox>
#include <QPlainTextEdit>

namespace desk {

using namespace Qt::StringLiterals;

namespace {
constexpr int longestAnswer = 4000, longestText = 1000, asideWidth = 284, answerHeight = 132;
}

AnswerForm::AnswerForm(const Words &words, const QList<ListItem> &outcomes, QWidget *parent)
    : QWidget(parent), m_outcomes(outcomes), m_outcome(new QComboBox(this)), m_text(new QLineEdit(this)),
      m_answer(new QPlainTextEdit(this)), m_outcomeField(new Field(tr("Issue"), m_outcome, this)),
      m_textField(new Field(tr("Précision"), m_text, this)), m_answerField(new Field(words.answer, m_answer, this)),
      m_redraft(new LinkButton(tr("refaire le brouillon"), this)), m_aside(makeColumn(8))
{
    build(words.prefix);
    fillList(m_outcome, m_outcomes, tr("Choisir une issue"));
    connectParts();
}

void AnswerForm::build(const QString &prefix)
{
    m_outcome->setObjectName(prefix + u"Outcome"_s);
    m_text->setObjectName(prefix + u"OutcomeText"_s);
    m_answer->setObjectName(prefix + u"Answer"_s);
    m_redraft->setObjectName(prefix + u"Redraft"_s);
    m_text->setMaxLength(longestText);
    m_answer->setTabChangesFocus(true);
    m_answer->setMinimumHeight(answerHeight);
    m_redraft->hide();
    auto *leftBox = new QWidget(this);
    leftBox->setFixedWidth(asideWidth);
    makeColumn(leftBox, 8, {m_outcomeField, m_textField, m_aside, spring()});
    makeRow(this, 16, {leftBox, {makeColumn(2, {{m_answerField, 1}, {m_redraft, 0, Qt::AlignRight}}), 1}});
}

void AnswerForm::connectParts()
{
    connect(m_outcome, &QComboBox::currentIndexChanged, this, &AnswerForm::outcomeChosen);
    connect(m_text, &QLineEdit::textEdited, this, [this] {
        m_textField->setError({});
        redraftIfUntouched();
        tell();
    });
    connect(m_answer, &QPlainTextEdit::textChanged, this, [this] {
        showLength();
        if (m_filling)
            return;
        m_edited = true;
        m_redraft->show();
        tell();
    });
    connect(m_redraft, &LinkButton::clicked, this, &AnswerForm::redraft);
}

void AnswerForm::askWhom()
{
    m_whom = true;
    m_outcomeField->hide();
    m_textField->setLabel(tr("À qui"));
    m_text->setPlaceholderText(tr("Service ou personne"));
}

QString AnswerForm::outcome() const
{
    return m_whom ? QString() : m_outcome->currentData().toString();
}

QString AnswerForm::text() const
{
    return plainText(m_text->text());
}

QString AnswerForm::answer() const
{
    return plainText(typedText(m_answer));
}

bool AnswerForm::textNeeded() const
{
    return m_whom || needsText(m_outcome, m_outcomes);
}

void AnswerForm::fill(const QString &outcome, const QString &text, const QString &answer)
{
    m_filling = true;
    chooseCode(m_outcome, outcome);
    m_text->setText(text);
    m_filling = false;
    write(answer.isEmpty() ? m_draft() : answer);
    m_edited = !answer.isEmpty();
    outcomeChosen();
    showLength();
}

void AnswerForm::outcomeChosen()
{
    const bool needed = textNeeded();
    m_textField->setVisible(needed || !m_text->text().isEmpty());
    if (!m_whom)
        m_text->setPlaceholderText(needed ? tr("Obligatoire avec cette issue") : QString());
    m_outcomeField->setError({});
    m_textField->setError({});
    redraftIfUntouched();
    tell();
}

void AnswerForm::write(const QString &answer)
{
    m_filling = true;
    m_answer->setPlainText(answer);
    m_filling = false;
}

void AnswerForm::redraft()
{
    write(m_draft());
    m_edited = false;
    m_redraft->hide();
    tell();
}

void AnswerForm::redraftIfUntouched()
{
    if (m_edited || m_filling)
        return;
    if (const QString text = m_draft(); text != typedText(m_answer))
        write(text);
}

void AnswerForm::tell()
{
    if (!m_filling && !isEmpty())
        Q_EMIT edited();
}

void AnswerForm::showLength()
{
    m_answerField->setHint(
        tr("%1 sur %2 caractères").arg(groupedNumber(typedText(m_answer).size()), groupedNumber(longestAnswer)));
    m_answerField->setError({});
}

bool AnswerForm::isEmpty() const
{
    return !m_edited && m_outcome->currentIndex() < 0 && m_text->text().isEmpty();
}

QJsonObject AnswerForm::typed() const
{
    return {{"outcome"_L1, m_outcome->currentData().toString()},
            {"outcome_text"_L1, m_text->text()},
            {"answer"_L1, m_edited ? typedText(m_answer) : QString()}};
}

void AnswerForm::restore(const QJsonObject &typed)
{
    m_filling = true;
    if (const QString outcome = typed.value("outcome"_L1).toString(); !outcome.isEmpty())
        chooseCode(m_outcome, outcome);
    m_text->setText(typed.value("outcome_text"_L1).toString());
    m_filling = false;
    if (const QString answer = typed.value("answer"_L1).toString(); !answer.isEmpty()) {
        write(answer);
        m_edited = true;
        m_redraft->show();
    }
    outcomeChosen();
}

QString AnswerForm::missingInAnswer() const
{
    const QString text = answer();
    if (text.isEmpty())
        return tr("La réponse est vide : rédigez-la, ou refaites le brouillon.");
    if (text.size() > longestAnswer)
        return tooLongText(text.size() - longestAnswer);
    const QStringList places = unfilledPlaceholders(text);
    return places.isEmpty() ? QString() : tr("Il reste à compléter : %1").arg(places.join(u", "_s));
}

QWidget *AnswerForm::firstMissing()
{
    const bool outcomeMissing = !m_whom && m_outcome->currentIndex() < 0;
    const bool textMissing = textNeeded() && text().isEmpty();
    const QString answerError = missingInAnswer();
    m_outcomeField->setError(outcomeMissing ? tr("Choisissez une issue.") : QString());
    m_textField->setError(!textMissing ? QString()
                              : m_whom ? tr("Écrivez à qui la demande est transférée.")
                                       : tr("Cette issue demande une précision."));
    m_answerField->setError(answerError);
    if (outcomeMissing)
        return m_outcome;
    if (textMissing)
        return m_text;
    return answerError.isEmpty() ? nullptr : m_answer;
}

QWidget *AnswerForm::firstEmpty() const
{
    if (m_whom)
        return m_text->text().isEmpty() ? static_cast<QWidget *>(m_text) : m_answer;
    return m_outcome->currentIndex() < 0 ? static_cast<QWidget *>(m_outcome) : m_answer;
}

QList<QWidget *> AnswerForm::stops() const
{
    return {m_outcome, m_text, m_answer, m_redraft};
}

} // namespace desk
