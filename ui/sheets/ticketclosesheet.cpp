// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/calls/callservice.h"
#include "app/core/clock.h"
#include "app/core/whenfinished.h"
#include "app/lookup/caseservice.h"
#include "app/session/sessionservice.h"
#include "app/tickets/answerdraft.h"
#include "app/tickets/ticketstore.h"
#include "ui/common/banner.h"
#include "ui/common/build.h"
#include "ui/common/format.h"
#include "ui/common/operationwords.h"
#include "ui/sheets/answerform.h"
#include "ui/sheets/duplicatespanel.h"
#include "ui/sheets/sheets.h"
#include "ui/sheets/ticketconflict.h"
#include "ui/sheets/ticketform.h"

#include <QCoreApplication>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

/// Closes a ticket, or transfers it, which closes it too: the outcome (or to whom), the answer to the requester,
/// drafted from what was done until the agent writes in it, and what becomes of the other open requests about the same.
class TicketCloseSheet : public TicketForm {
    Q_DECLARE_TR_FUNCTIONS(TicketCloseSheet)
public:
    /// `prefilled` may hold outcome, outcome_text (or to) and answer.
    TicketCloseSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket,
                     QWidget *parent)
        : TicketForm(services, u"ticketCloseSheet"_s, prefilled.kind, ticket, parent),
          m_form(
              new AnswerForm({u"close"_s, tr("Réponse au demandeur")}, services.session.info().ticketOutcomes, this)),
          m_done(named(makeWords("secondary", this), u"closeDone"_s)),
          m_conflict(named(new Banner(this), u"closeConflict"_s)), m_twins(new DuplicatesPanel(true, this))
    {
        const QString motif = ticket.motifLabel.isEmpty() ? QString() : u" · "_s + ticket.motifLabel;
        setTitle(operationTitle(kind(), ticketNumber(ticket.number)) + motif);
        build();
        showTwins();
        proposeForTwins();
        prefill(prefilled);
        showDone();
        connect(m_form, &AnswerForm::edited, this, &TicketCloseSheet::edited);
        connect(m_twins, &DuplicatesPanel::edited, this, &TicketCloseSheet::duplicatesChosen);
        keepDrafts(transfers() ? u"transfer"_s : u"answer"_s, {});
    }

    void takeFocus() override
    {
        if (m_twins->isVisible() && m_twins->choice() == DuplicatesPanel::Choice::Undecided)
            m_twins->takeFocus();
        else
            m_form->firstEmpty()->setFocus(Qt::OtherFocusReason);
    }

    void fileRefreshed() override
    {
        showDone();
        showTwins();
        m_form->redraftIfUntouched(); // what was done since goes into an answer nobody has touched
    }

protected:
    std::optional<OperationRequest> request() override
    {
        if (QWidget *missing = firstMissing()) {
            if (missing == m_twins)
                m_twins->takeFocus();
            else
                missing->setFocus(Qt::OtherFocusReason);
            return std::nullopt;
        }
        OperationRequest request = begun();
        addParams(request.params);
        return request;
    }

    void whenRefused(const Error &error) override
    {
        if (error.rule == "open_duplicates"_L1) {
            m_twins->choose(DuplicatesPanel::Choice::Undecided);
            askForTwins();
        }
        TicketForm::whenRefused(error);
    }

    void showConflict(const TicketConflict &conflict) override
    {
        const QString what = conflict.sentences().join(u'\n');
        if (conflict.isClosed())
            m_conflict->set(
                Tone::Warn, tr("Déjà close"),
                what + u'\n' + tr("Votre texte est conservé : rouvrez la demande si votre réponse doit la compléter."));
        else
            m_conflict->set(
                Tone::Warn, tr("Changée entre-temps"),
                what + u'\n' + tr("Votre texte est conservé. Confirmez de nouveau pour clore malgré ce changement."));
    }

    [[nodiscard]] QJsonObject typed() const override
    {
        QJsonArray left;
        for (const qint64 number : m_twins->unticked())
            left << number;
        QJsonObject typed = m_form->typed();
        typed.insert("duplicates"_L1, int(m_twins->choice()));
        typed.insert("unticked"_L1, left);
        return typed;
    }

    void restore(const QJsonObject &typed) override
    {
        using Choice = DuplicatesPanel::Choice;
        const Choice choice = static_cast<Choice>(typed.value("duplicates"_L1).toInt());
        if (choice == Choice::Merge || choice == Choice::Leave)
            m_twins->choose(choice);
        QList<qint64> left;
        const QJsonArray numbers = typed.value("unticked"_L1).toArray();
        for (const QJsonValue &number : numbers)
            left << number.toInteger();
        m_twins->untick(left);
        m_form->restore(typed);
    }

private:
    void build()
    {
        m_conflict->setInset(true);
        m_conflict->clear();
        addCells(m_form->aside(), {makeLabel("cardTitle", this, tr("Fait pour cette demande")), m_done});
        if (transfers())
            m_form->askWhom();
        m_form->setDraft([this] { return draft(); });
        addCells(form(), {m_conflict, m_twins, {m_form, 1}});
    }

    void prefill(const OperationRequest &prefilled)
    {
        QString outcome = prefilled.params.value("outcome"_L1).toString();
        if (outcome.isEmpty() && ticket().duplicateOf.value() > 0)
            outcome = u"duplicate"_s;
        m_form->fill(transfers() ? QString() : outcome,
                     prefilled.params.value(transfers() ? "to"_L1 : "outcome_text"_L1).toString(),
                     prefilled.params.value("answer"_L1).toString());
    }

    void duplicatesChosen()
    {
        m_form->redraftIfUntouched();
        if (!m_form->isEmpty())
            edited();
    }

    void showDone()
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

    // Those of the file, and those the database told of that are not in it.
    void showTwins()
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
    void proposeForTwins()
    {
        const QList<Ticket> &twins = m_twins->twins();
        const bool onePerson = std::all_of(twins.cbegin(), twins.cend(),
                                           [this](const Ticket &twin) { return sameRequester(ticket(), twin); });
        if (ticket().duplicateOf.value() > 0)
            m_twins->choose(DuplicatesPanel::Choice::Leave); // the first one stays the one that is answered
        else if (onePerson)
            m_twins->choose(DuplicatesPanel::Choice::Merge);
    }

    // The database knows of requests the file does not show: newer ones, or more than it holds.
    void askForTwins()
    {
        whenFinished(services().tickets.ticket(ticket().number), this,
                     [this](const Result<TicketDetail> &answer) { onTwins(answer); });
        services().cases.refresh();
    }

    void onTwins(const Result<TicketDetail> &answer)
    {
        if (!answer)
            return; // what was refused is said already; the file is read again too
        m_read.clear();
        for (const TicketTwin &twin : answer->twins)
            m_read << ticketFromTwin(twin, ticket());
        showTwins();
        m_form->redraftIfUntouched();
        m_twins->takeFocus();
    }

    [[nodiscard]] bool transfers() const { return kind() == OperationKind::TicketTransfer; }

    [[nodiscard]] QString draft() const
    {
        AnswerContext context
            = answerContext(services().cases.file(), ticket(), services().calls.id(), m_twins->ticked());
        context.outcome = transfers() ? u"transferred"_s : m_form->outcome();
        context.outcomeText = m_form->text();
        context.settings = services().session.info().settings;
        return draftAnswer(context);
    }

    // Marks what is missing; nullptr: nothing is.
    [[nodiscard]] QWidget *firstMissing()
    {
        const bool undecided = !m_twins->twins().isEmpty() && m_twins->choice() == DuplicatesPanel::Choice::Undecided;
        m_twins->setError(undecided ? tr("Dites ce que deviennent ces demandes.") : QString());
        QWidget *inForm = m_form->firstMissing(); // marks it, whatever is missing before
        return undecided ? m_twins : inForm;
    }

    void addParams(QJsonObject &params) const
    {
        params.insert("answer"_L1, m_form->answer());
        params.insert(transfers() ? "to"_L1 : "outcome_text"_L1, m_form->text());
        if (!transfers())
            params.insert("outcome"_L1, m_form->outcome());
        const QJsonArray merged = m_twins->params();
        if (!merged.isEmpty())
            params.insert("duplicates"_L1, merged);
        if (merged.size() < m_twins->twins().size())
            params.insert("leave_duplicates"_L1, true); // those that are not merged were seen and left
    }

    AnswerForm *m_form;
    QLabel *m_done;
    Banner *m_conflict;
    DuplicatesPanel *m_twins;
    QList<Ticket> m_read; ///< twins the database told of beyond those of the file
};

} // namespace

Sheet *makeTicketCloseSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket,
                            QWidget *parent)
{
    return new TicketCloseSheet(services, prefilled, ticket, parent);
}

} // namespace desk
