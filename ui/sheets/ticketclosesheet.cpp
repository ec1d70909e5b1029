// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/ticketclosesheet.h"

#include "app/calls/callservice.h"
#include "app/core/clock.h"
#include "app/lookup/caseservice.h"
#include "app/session/sessionservice.h"
#include "app/tickets/answerdraft.h"
#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/smallparts.h"
#include "ui/sheets/consequences.h"
#include "ui/sheets/draftkeeper.h"
#include "ui/sheets/listcombo.h"
#include "ui/sheets/ticketconflict.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVariant>

namespace desk {

using namespace Qt::StringLiterals;

namespace {
constexpr int longestAnswer = 4000, longestText = 1000, leftWidth = 264;
}

TicketCloseSheet::TicketCloseSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket,
                                   QWidget *parent)
    : Sheet(services, u"ticketCloseSheet"_s, parent), m_ticket(ticket), m_outcome(new QComboBox(this)),
      m_outcomeText(new QLineEdit(this)), m_answer(new QPlainTextEdit(this)),
      m_outcomeField(new Field(tr("Issue"), m_outcome, this)),
      m_textField(new Field(tr("Précision"), m_outcomeText, this)),
      m_answerField(new Field(tr("Réponse au demandeur"), m_answer, this)), m_done(new QLabel(this)),
      m_conflict(new Banner(this)), m_redraft(new LinkButton(tr("refaire le brouillon"), this)),
      m_draft(new DraftKeeper(services.local, u"answer/"_s + QString::number(ticket.number.value()), this))
{
    const QString motif = ticket.motifLabel.isEmpty() ? QString() : u" · "_s + ticket.motifLabel;
    setTitle(sheetTitle(OperationKind::TicketClose, ticketNumber(ticket.number)) + motif);
    build();
    fillList(m_outcome, services.session.info().ticketOutcomes, tr("Choisir une issue"));
    prefill(prefilled);
    showDone();
    connect(m_outcome, &QComboBox::currentIndexChanged, this, &TicketCloseSheet::outcomeChosen);
    connect(m_outcomeText, &QLineEdit::textEdited, this, [this] {
        redraftIfUntouched();
        keep();
    });
    connect(m_answer, &QPlainTextEdit::textChanged, this, [this] {
        showLength();
        if (m_filling)
            return;
        m_edited = true;
        m_redraft->show();
        keep();
    });
    connect(m_redraft, &LinkButton::clicked, this, &TicketCloseSheet::redraft);
    m_draft->restore([this](const QString &draft) { restore(draft); });
}

void TicketCloseSheet::build()
{
    m_outcome->setObjectName(u"closeOutcome"_s);
    m_outcomeText->setObjectName(u"closeOutcomeText"_s);
    m_answer->setObjectName(u"closeAnswer"_s);
    m_done->setObjectName(u"closeDone"_s);
    m_conflict->setObjectName(u"closeConflict"_s);
    m_redraft->setObjectName(u"closeRedraft"_s);
    m_outcomeText->setMaxLength(longestText);
    m_answer->setTabChangesFocus(true);
    m_answer->setMinimumHeight(150);
    m_done->setTextFormat(Qt::PlainText);
    m_done->setWordWrap(true);
    m_conflict->setInset(true);
    m_conflict->clear();
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_outcomeField);
    left->addWidget(m_textField);
    auto *doneTitle = new QLabel(tr("Fait pour cette demande"), this);
    doneTitle->setProperty("role", u"cardTitle"_s);
    left->addWidget(doneTitle);
    left->addWidget(m_done);
    left->addStretch(1);
    auto *leftBox = new QWidget(this);
    left->setContentsMargins(0, 0, 0, 0);
    leftBox->setLayout(left);
    leftBox->setFixedWidth(leftWidth);
    auto *right = new QVBoxLayout;
    right->setSpacing(2);
    right->addWidget(m_answerField, 1);
    right->addWidget(m_redraft, 0, Qt::AlignRight);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(leftBox);
    columns->addLayout(right, 1);
    form()->addWidget(m_conflict);
    form()->addLayout(columns, 1);
    m_redraft->hide();
    m_done->setProperty("role", u"secondary"_s);
}

void TicketCloseSheet::prefill(const OperationRequest &prefilled)
{
    QString outcome = prefilled.params.value("outcome"_L1).toString();
    if (outcome.isEmpty() && m_ticket.duplicateOf.value() > 0)
        outcome = u"duplicate"_s;
    chooseCode(m_outcome, outcome);
    m_outcomeText->setText(prefilled.params.value("outcome_text"_L1).toString());
    const QString answer = prefilled.params.value("answer"_L1).toString();
    m_filling = true;
    m_answer->setPlainText(answer.isEmpty() ? draft() : answer);
    m_filling = false;
    m_edited = !answer.isEmpty();
    outcomeChosen();
    showLength();
}

QString TicketCloseSheet::draft() const
{
    const CallerFile &file = services().cases.file();
    AnswerContext context;
    context.number = m_ticket.number;
    context.duplicateOf = m_ticket.duplicateOf;
    context.siret = file.establishment.siret;
    context.denomination = file.establishment.denomination;
    context.requesterName = m_ticket.requesterName;
    context.outcome = m_outcome->currentData().toString();
    context.outcomeText = m_outcomeText->text();
    context.operations = operationsFor(file, services().calls.id(), m_ticket.number);
    context.walkTitles = walkTitlesFor(file, services().calls.id());
    context.settings = services().session.info().settings;
    return draftAnswer(context);
}

void TicketCloseSheet::redraft()
{
    m_filling = true;
    m_answer->setPlainText(draft());
    m_filling = false;
    m_edited = false;
    m_redraft->hide();
    keep();
}

void TicketCloseSheet::redraftIfUntouched()
{
    if (m_edited)
        return;
    if (const QString text = draft(); text != typedText(m_answer)) {
        m_filling = true;
        m_answer->setPlainText(text);
        m_filling = false;
    }
}

void TicketCloseSheet::outcomeChosen()
{
    const bool needed = needsText(m_outcome, services().session.info().ticketOutcomes);
    m_textField->setVisible(needed || !m_outcomeText->text().isEmpty());
    m_outcomeText->setPlaceholderText(needed ? tr("Obligatoire avec cette issue") : QString());
    m_outcomeField->setError({});
    m_textField->setError({});
    redraftIfUntouched();
    keep();
}

void TicketCloseSheet::keep()
{
    if (m_filling || (!m_edited && m_outcome->currentIndex() < 0 && m_outcomeText->text().isEmpty()))
        return;
    const QJsonObject draft{{"outcome"_L1, m_outcome->currentData().toString()},
                            {"outcome_text"_L1, m_outcomeText->text()},
                            {"answer"_L1, m_edited ? typedText(m_answer) : QString()}};
    m_draft->keep(QString::fromUtf8(QJsonDocument(draft).toJson(QJsonDocument::Compact)));
}

void TicketCloseSheet::restore(const QString &kept)
{
    const QJsonObject object = QJsonDocument::fromJson(kept.toUtf8()).object();
    m_filling = true;
    if (const QString outcome = object.value("outcome"_L1).toString(); !outcome.isEmpty())
        chooseCode(m_outcome, outcome);
    m_outcomeText->setText(object.value("outcome_text"_L1).toString());
    if (const QString answer = object.value("answer"_L1).toString(); !answer.isEmpty()) {
        m_answer->setPlainText(answer);
        m_edited = true;
        m_redraft->show();
    }
    m_filling = false;
    outcomeChosen();
}

void TicketCloseSheet::showDone()
{
    const CallerFile &file = services().cases.file();
    QStringList lines;
    for (const PastOperation &operation : operationsFor(file, services().calls.id(), m_ticket.number)) {
        if (!operation.kind.startsWith("account."_L1) && !operation.kind.startsWith("mail."_L1))
            continue;
        const QString who = operation.identifiant.isEmpty() ? QString() : u", "_s + operation.identifiant;
        lines << u"✓ "_s + shortTime(operation.at) + u' ' + operationLabel(operation.kind) + who;
    }
    for (const QString &title : walkTitlesFor(file, services().calls.id()))
        lines << u"✓ "_s + tr("Script : %1").arg(title);
    m_done->setText(lines.isEmpty() ? tr("Rien encore, ni dans cet appel ni avant.") : lines.join(u'\n'));
}

void TicketCloseSheet::showLength()
{
    const qsizetype length = typedText(m_answer).size();
    m_answerField->setHint(tr("%1 sur %2 caractères").arg(length).arg(longestAnswer));
    m_answerField->setError({});
}

void TicketCloseSheet::takeFocus()
{
    if (m_outcome->currentIndex() < 0)
        m_outcome->setFocus(Qt::OtherFocusReason);
    else
        m_answer->setFocus(Qt::OtherFocusReason);
}

void TicketCloseSheet::fileRefreshed()
{
    showDone();
    redraftIfUntouched(); // what was done since goes into an answer nobody has touched
}

QString TicketCloseSheet::missingInAnswer() const
{
    const QString answer = typedText(m_answer).trimmed();
    if (answer.isEmpty())
        return tr("La réponse est vide : rédigez-la, ou refaites le brouillon.");
    if (answer.size() > longestAnswer)
        return tooLongText(answer.size() - longestAnswer);
    const QStringList places = unfilledPlaceholders(answer);
    return places.isEmpty() ? QString() : tr("Il reste à compléter : %1").arg(places.join(u", "_s));
}

std::optional<OperationRequest> TicketCloseSheet::request()
{
    const bool outcomeMissing = m_outcome->currentIndex() < 0;
    const bool textMissing
        = m_outcomeText->text().trimmed().isEmpty() && needsText(m_outcome, services().session.info().ticketOutcomes);
    const QString answerError = missingInAnswer();
    m_outcomeField->setError(outcomeMissing ? tr("Choisissez une issue.") : QString());
    m_textField->setError(textMissing ? tr("Cette issue demande une précision.") : QString());
    m_answerField->setError(answerError);
    if (outcomeMissing || textMissing || !answerError.isEmpty()) {
        QWidget *first = outcomeMissing ? static_cast<QWidget *>(m_outcome)
            : textMissing               ? static_cast<QWidget *>(m_outcomeText)
                                        : m_answer;
        first->setFocus(Qt::OtherFocusReason);
        return std::nullopt;
    }
    OperationRequest request;
    request.kind = OperationKind::TicketClose;
    request.ticket = m_ticket.number;
    request.params = {{"number"_L1, m_ticket.number.value()},
                      {"version"_L1, m_ticket.version},
                      {"outcome"_L1, m_outcome->currentData().toString()},
                      {"outcome_text"_L1, m_outcomeText->text().trimmed()},
                      {"answer"_L1, typedText(m_answer).trimmed()}};
    return request;
}

void TicketCloseSheet::whenRefused(const Error &error)
{
    if (error.code != Error::Code::Conflict) {
        Sheet::whenRefused(error);
        return;
    }
    const TicketConflict conflict(error, services().session.info(), services().clock.now());
    m_ticket.version = conflict.version();
    const QString what = conflict.sentences().join(u'\n');
    if (conflict.isClosed()) {
        setBlocked(confirmButton(), tr("Déjà close"));
        m_conflict->set(Tone::Warn, tr("Déjà close"),
                        what + u'\n'
                            + tr("Votre texte est conservé : rouvrez la demande si votre réponse doit la compléter."));
    } else {
        m_conflict->set(Tone::Warn, tr("Changée entre-temps"),
                        what + u'\n'
                            + tr("Votre texte est conservé. Confirmez de nouveau pour clore malgré ce changement."));
    }
    services().cases.refresh();
}

void TicketCloseSheet::whenDone()
{
    m_draft->forget();
}

} // namespace desk
