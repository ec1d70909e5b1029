// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/ticketclosesheet.h"

#include "app/calls/callservice.h"
#include "app/core/clock.h"
#include "app/core/whenfinished.h"
#include "app/lookup/caseservice.h"
#include "app/session/sessionservice.h"
#include "app/tickets/answerdraft.h"
#include "app/tickets/plaintext.h"
#include "app/tickets/ticketstore.h"
#include "ui/common/banner.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/smallparts.h"
#include "ui/sheets/consequences.h"
#include "ui/sheets/draftkeeper.h"
#include "ui/sheets/duplicatespanel.h"
#include "ui/sheets/listcombo.h"
#include "ui/sheets/ticketconflict.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVariant>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {
constexpr int longestAnswer = 4000, longestText = 1000, leftWidth = 264, answerHeight = 132;
}

TicketCloseSheet::TicketCloseSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket,
                                   QWidget *parent)
    : TicketForm(services, u"ticketCloseSheet"_s, prefilled.kind, ticket, parent), m_outcome(new QComboBox(this)),
      m_outcomeText(new QLineEdit(this)), m_answer(new QPlainTextEdit(this)),
      m_outcomeField(new Field(tr("Issue"), m_outcome, this)),
      m_textField(new Field(transfers() ? tr("À qui") : tr("Précision"), m_outcomeText, this)),
      m_answerField(new Field(tr("Réponse au demandeur"), m_answer, this)), m_done(new QLabel(this)),
      m_conflict(new Banner(this)), m_twins(new DuplicatesPanel(true, this)),
      m_redraft(new LinkButton(tr("refaire le brouillon"), this))
{
    const QString motif = ticket.motifLabel.isEmpty() ? QString() : u" · "_s + ticket.motifLabel;
    setTitle(sheetTitle(kind(), ticketNumber(ticket.number)) + motif);
    build();
    fillList(m_outcome, services.session.info().ticketOutcomes, tr("Choisir une issue"));
    showTwins();
    proposeForTwins();
    prefill(prefilled);
    showDone();
    connectParts();
    keepDrafts((transfers() ? u"transfer/"_s : u"answer/"_s) + QString::number(ticket.number.value()));
}

bool TicketCloseSheet::transfers() const
{
    return kind() == OperationKind::TicketTransfer;
}

QString TicketCloseSheet::outcome() const
{
    return transfers() ? u"transferred"_s : m_outcome->currentData().toString();
}

void TicketCloseSheet::connectParts()
{
    connect(m_outcome, &QComboBox::currentIndexChanged, this, &TicketCloseSheet::outcomeChosen);
    connect(m_outcomeText, &QLineEdit::textEdited, this, [this] {
        m_textField->setError({});
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
    connect(m_twins, &DuplicatesPanel::edited, this, &TicketCloseSheet::duplicatesChosen);
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
    m_answer->setMinimumHeight(answerHeight);
    m_done->setTextFormat(Qt::PlainText);
    m_done->setWordWrap(true);
    m_done->setProperty("role", u"secondary"_s);
    m_conflict->setInset(true);
    m_conflict->clear();
    m_outcomeField->setHidden(transfers());
    form()->addWidget(m_conflict);
    form()->addWidget(m_twins);
    buildColumns();
    m_redraft->hide();
}

void TicketCloseSheet::buildColumns()
{
    auto *leftBox = new QWidget(this);
    auto *left = new QVBoxLayout(leftBox);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(8);
    left->addWidget(m_outcomeField);
    left->addWidget(m_textField);
    auto *doneTitle = new QLabel(tr("Fait pour cette demande"), this);
    doneTitle->setProperty("role", u"cardTitle"_s);
    left->addWidget(doneTitle);
    left->addWidget(m_done);
    left->addStretch(1);
    leftBox->setFixedWidth(leftWidth);
    auto *right = new QVBoxLayout;
    right->setSpacing(2);
    right->addWidget(m_answerField, 1);
    right->addWidget(m_redraft, 0, Qt::AlignRight);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(leftBox);
    columns->addLayout(right, 1);
    form()->addLayout(columns, 1);
}

void TicketCloseSheet::prefill(const OperationRequest &prefilled)
{
    QString outcome = prefilled.params.value("outcome"_L1).toString();
    if (outcome.isEmpty() && ticket().duplicateOf.value() > 0)
        outcome = u"duplicate"_s;
    chooseCode(m_outcome, outcome);
    m_outcomeText->setText(prefilled.params.value(transfers() ? "to"_L1 : "outcome_text"_L1).toString());
    const QString answer = prefilled.params.value("answer"_L1).toString();
    m_filling = true;
    m_answer->setPlainText(answer.isEmpty() ? draft() : answer);
    m_filling = false;
    m_edited = !answer.isEmpty();
    outcomeChosen();
    showLength();
}

// Those of the file, and those the database told of that are not in it.
void TicketCloseSheet::showTwins()
{
    const CallerFile &file = services().cases.file();
    QList<Ticket> twins = file.twinsOf(ticket());
    for (const Ticket &read : std::as_const(m_read)) {
        if (!file.ticket(read.number))
            twins << read;
    }
    m_twins->setTwins(twins, ticket(), services().session.info().login, services().clock.now());
}

// One person's requests are answered at once; whether those of several people are is for the agent to say.
void TicketCloseSheet::proposeForTwins()
{
    const QList<Ticket> &twins = m_twins->twins();
    const bool onePerson = std::all_of(twins.cbegin(), twins.cend(),
                                       [this](const Ticket &twin) { return sameRequester(ticket(), twin); });
    if (ticket().duplicateOf.value() > 0)
        m_twins->choose(DuplicatesPanel::Choice::Leave); // the first one stays the one that is answered
    else if (onePerson)
        m_twins->choose(DuplicatesPanel::Choice::Merge);
}

QString TicketCloseSheet::draft() const
{
    AnswerContext context = answerContext(services().cases.file(), ticket(), services().calls.id(), m_twins->ticked());
    context.outcome = outcome();
    context.outcomeText = m_outcomeText->text();
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
    const bool needed = transfers() || needsText(m_outcome, services().session.info().ticketOutcomes);
    m_textField->setVisible(needed || !m_outcomeText->text().isEmpty());
    m_outcomeText->setPlaceholderText(transfers()  ? tr("Service ou personne")
                                          : needed ? tr("Obligatoire avec cette issue")
                                                   : QString());
    m_outcomeField->setError({});
    m_textField->setError({});
    redraftIfUntouched();
    keep();
}

void TicketCloseSheet::duplicatesChosen()
{
    redraftIfUntouched();
    keep();
}

void TicketCloseSheet::keep()
{
    const bool nothing = !m_edited && m_outcome->currentIndex() < 0 && m_outcomeText->text().isEmpty();
    if (!m_filling && !nothing)
        edited();
}

QJsonObject TicketCloseSheet::typed() const
{
    QJsonArray left;
    for (const qint64 number : m_twins->unticked())
        left << number;
    return {{"outcome"_L1, m_outcome->currentData().toString()},
            {"outcome_text"_L1, m_outcomeText->text()},
            {"answer"_L1, m_edited ? typedText(m_answer) : QString()},
            {"duplicates"_L1, int(m_twins->choice())},
            {"unticked"_L1, left}};
}

void TicketCloseSheet::restore(const QJsonObject &typed)
{
    m_filling = true;
    if (const QString outcome = typed.value("outcome"_L1).toString(); !outcome.isEmpty())
        chooseCode(m_outcome, outcome);
    m_outcomeText->setText(typed.value("outcome_text"_L1).toString());
    if (const QString answer = typed.value("answer"_L1).toString(); !answer.isEmpty()) {
        m_answer->setPlainText(answer);
        m_edited = true;
        m_redraft->show();
    }
    using Choice = DuplicatesPanel::Choice;
    const Choice choice = static_cast<Choice>(typed.value("duplicates"_L1).toInt());
    if (choice == Choice::Merge || choice == Choice::Leave)
        m_twins->choose(choice);
    QList<qint64> left;
    const QJsonArray numbers = typed.value("unticked"_L1).toArray();
    for (const QJsonValue &number : numbers)
        left << number.toInteger();
    m_twins->untick(left);
    m_filling = false;
    outcomeChosen();
}

void TicketCloseSheet::showDone()
{
    const CallerFile &file = services().cases.file();
    QStringList lines;
    for (const PastOperation &operation : operationsFor(file, services().calls.id(), ticket().number)) {
        if (!operation.kind.startsWith("account."_L1) && !operation.kind.startsWith("mail."_L1))
            continue;
        const QString who = operation.identifiant.isEmpty() ? QString() : u", "_s + operation.identifiant;
        lines << u"✓ "_s + shortTime(operation.at) + u' ' + operationLabel(operation.kind) + who;
    }
    for (const QString &title : walkTitlesFor(file, services().calls.id(), ticket().number))
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
    if (m_twins->isVisible() && m_twins->choice() == DuplicatesPanel::Choice::Undecided)
        m_twins->takeFocus();
    else if (transfers() && m_outcomeText->text().isEmpty())
        m_outcomeText->setFocus(Qt::OtherFocusReason);
    else if (!transfers() && m_outcome->currentIndex() < 0)
        m_outcome->setFocus(Qt::OtherFocusReason);
    else
        m_answer->setFocus(Qt::OtherFocusReason);
}

void TicketCloseSheet::fileRefreshed()
{
    showDone();
    showTwins();
    redraftIfUntouched(); // what was done since goes into an answer nobody has touched
}

QString TicketCloseSheet::missingInAnswer() const
{
    const QString answer = plainText(typedText(m_answer));
    if (answer.isEmpty())
        return tr("La réponse est vide : rédigez-la, ou refaites le brouillon.");
    if (answer.size() > longestAnswer)
        return tooLongText(answer.size() - longestAnswer);
    const QStringList places = unfilledPlaceholders(answer);
    return places.isEmpty() ? QString() : tr("Il reste à compléter : %1").arg(places.join(u", "_s));
}

QWidget *TicketCloseSheet::firstMissing()
{
    const bool twinsOpen = !m_twins->twins().isEmpty();
    const bool undecided = twinsOpen && m_twins->choice() == DuplicatesPanel::Choice::Undecided;
    const bool outcomeMissing = !transfers() && m_outcome->currentIndex() < 0;
    const bool needed = transfers() || needsText(m_outcome, services().session.info().ticketOutcomes);
    const bool textMissing = needed && plainText(m_outcomeText->text()).isEmpty();
    const QString answerError = missingInAnswer();
    m_twins->setError(undecided ? tr("Dites ce que deviennent ces demandes.") : QString());
    m_outcomeField->setError(outcomeMissing ? tr("Choisissez une issue.") : QString());
    m_textField->setError(!textMissing      ? QString()
                              : transfers() ? tr("Écrivez à qui la demande est transférée.")
                                            : tr("Cette issue demande une précision."));
    m_answerField->setError(answerError);
    if (undecided)
        return m_twins;
    if (outcomeMissing)
        return m_outcome;
    if (textMissing)
        return m_outcomeText;
    return answerError.isEmpty() ? nullptr : m_answer;
}

QJsonObject TicketCloseSheet::ownParams() const
{
    QJsonObject params{{"answer"_L1, plainText(typedText(m_answer))}};
    if (transfers()) {
        params.insert("to"_L1, plainText(m_outcomeText->text()));
    } else {
        params.insert("outcome"_L1, outcome());
        params.insert("outcome_text"_L1, plainText(m_outcomeText->text()));
    }
    const QJsonArray merged = m_twins->params();
    if (!merged.isEmpty())
        params.insert("duplicates"_L1, merged);
    if (merged.size() < m_twins->twins().size())
        params.insert("leave_duplicates"_L1, true); // those that are not merged were seen and left
    return params;
}

std::optional<OperationRequest> TicketCloseSheet::request()
{
    if (QWidget *missing = firstMissing()) {
        if (missing == m_twins)
            m_twins->takeFocus();
        else
            missing->setFocus(Qt::OtherFocusReason);
        return std::nullopt;
    }
    OperationRequest request = begun();
    const QJsonObject own = ownParams();
    for (auto it = own.begin(); it != own.end(); ++it)
        request.params.insert(it.key(), it.value());
    return request;
}

void TicketCloseSheet::whenRefused(const Error &error)
{
    if (error.rule == "open_duplicates"_L1) {
        m_twins->choose(DuplicatesPanel::Choice::Undecided);
        askForTwins();
    }
    TicketForm::whenRefused(error);
}

// The database knows of requests the file does not show: newer ones, or more than it holds.
void TicketCloseSheet::askForTwins()
{
    whenFinished(services().tickets.ticket(ticket().number), this,
                 [this](const Result<TicketDetail> &answer) { onTwins(answer); });
    services().cases.refresh();
}

void TicketCloseSheet::onTwins(const Result<TicketDetail> &answer)
{
    if (!answer)
        return; // what was refused is said already; the file is read again too
    m_read.clear();
    for (const TicketTwin &twin : answer->twins)
        m_read << ticketFromTwin(twin, ticket());
    showTwins();
    redraftIfUntouched();
    m_twins->takeFocus();
}

void TicketCloseSheet::showConflict(const TicketConflict &conflict)
{
    const QString what = conflict.sentences().join(u'\n');
    if (conflict.isClosed())
        m_conflict->set(Tone::Warn, tr("Déjà close"),
                        what + u'\n'
                            + tr("Votre texte est conservé : rouvrez la demande si votre réponse doit la compléter."));
    else
        m_conflict->set(Tone::Warn, tr("Changée entre-temps"),
                        what + u'\n'
                            + tr("Votre texte est conservé. Confirmez de nouveau pour clore malgré ce changement."));
}

} // namespace desk
