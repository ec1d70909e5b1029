// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/whenfinished.h"
#include "app/session/sessionservice.h"
#include "app/tickets/ticketstore.h"
#include "ui/common/build.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/operationwords.h"
#include "ui/sheets/listcombo.h"
#include "ui/sheets/sheets.h"
#include "ui/sheets/ticketform.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QPlainTextEdit>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

/// One thing to choose, and a text if one likes.
class TicketChoiceSheet : public TicketForm {
    Q_DECLARE_TR_FUNCTIONS(TicketChoiceSheet)
public:
    TicketChoiceSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket,
                      QWidget *parent)
        : TicketForm(services, u"ticketChoiceSheet"_s, prefilled.kind, ticket, parent),
          m_choice(named(new QComboBox(this), u"ticketChoice"_s)),
          m_choiceField(new Field(assigns() ? tr("À qui") : tr("Nouveau motif"), m_choice, this)),
          m_wanted(prefilled.params.value(param()).toString())
    {
        form()->addWidget(m_choiceField);
        addText(tr("Commentaire (facultatif)"), false);
        if (assigns())
            askForAgents();
        else
            fillMotifs();
        keepDrafts(kind().section(u'.', 1), prefilled);
        sayAt(m_choiceField, {u"unknown_login"_s, u"same_owner"_s}, tr("Choisissez une autre personne."));
        sayAt(m_choiceField, {u"unknown_motif"_s, u"same_motif"_s}, tr("Choisissez un autre motif."));
        connect(m_choice, &QComboBox::currentIndexChanged, this, [this] { m_choiceField->setError({}); });
        connect(m_choice, &QComboBox::activated, this, [this] {
            m_wanted = m_choice->currentData().toString();
            edited();
        });
        setConsequence(assigns() && ownerName().isEmpty()
                           ? tr("La demande n’est chez personne : elle passe chez la personne choisie.")
                           : operationConsequence(kind()).replace("%1"_L1, ownerName()));
    }

    void takeFocus() override
    {
        if (!m_choice->isEnabled())
            setFocus(Qt::OtherFocusReason); // goes on from here once the list is there
        else if (m_choice->currentIndex() < 0)
            m_choice->setFocus(Qt::OtherFocusReason);
        else
            textEdit()->setFocus(Qt::OtherFocusReason);
    }

protected:
    std::optional<OperationRequest> request() override
    {
        const QString chosen = m_choice->currentData().toString();
        const bool textFine = checkText();
        if (chosen.isEmpty()) {
            m_choiceField->setError(assigns() ? tr("Choisissez une personne.") : tr("Choisissez un motif."));
            takeFocus();
            return std::nullopt;
        }
        if (!textFine)
            return std::nullopt;
        OperationRequest request = begun();
        request.params.insert(param(), chosen);
        return request;
    }

    void whenOffered() override
    {
        clearSaid();
        askForAgents();
    }

    [[nodiscard]] QJsonObject typed() const override
    {
        QJsonObject typed = TicketForm::typed();
        typed.insert("choice"_L1, m_wanted);
        return typed;
    }

    void restore(const QJsonObject &typed) override
    {
        TicketForm::restore(typed);
        choose(typed.value("choice"_L1).toString());
    }

private:
    [[nodiscard]] bool assigns() const { return kind() == OperationKind::TicketAssign; }
    [[nodiscard]] QLatin1StringView param() const { return assigns() ? "login"_L1 : "motif"_L1; }

    void choose(const QString &code)
    {
        m_wanted = code;
        chooseCode(m_choice, code);
    }

    void fillMotifs()
    {
        QList<ListItem> motifs = services().session.info().motifs;
        motifs.removeIf([this](const ListItem &motif) { return motif.code == ticket().motif; });
        fillList(m_choice, motifs, tr("Choisir un motif"));
        choose(m_wanted);
    }

    void askForAgents()
    {
        m_choice->setPlaceholderText(tr("Lecture de la liste des agents…"));
        m_choice->setEnabled(false);
        whenFinished(services().tickets.agents(), this,
                     [this](const Result<QList<DeskAgent>> &answer) { onAgents(answer); });
    }

    [[nodiscard]] static QString agentLine(const DeskAgent &agent)
    {
        const QString name = agent.name.isEmpty() ? agent.login : agent.name;
        const QString count = agent.open == 0 ? tr("aucune demande")
            : agent.open == 1                 ? tr("1 demande")
                                              : tr("%1 demandes").arg(agent.open);
        return agent.here ? tr("%1 · %2 · présent").arg(name, count) : name + u" · "_s + count;
    }

    void onAgents(const Result<QList<DeskAgent>> &answer)
    {
        if (!answer) {
            m_choice->setPlaceholderText(tr("La liste n’a pas pu être lue"));
            say(tr("Liste des agents non lue"), errorText(answer.error()));
            offer(tr("Réessayer"));
            return;
        }
        QList<DeskAgent> agents = *answer;
        agents.removeIf([this](const DeskAgent &agent) { return agent.login == ticket().owner; });
        std::stable_sort(agents.begin(), agents.end(), [](const DeskAgent &a, const DeskAgent &b) {
            return a.here != b.here ? a.here : QString::localeAwareCompare(a.name, b.name) < 0;
        });
        QList<ListItem> lines;
        for (const DeskAgent &agent : std::as_const(agents))
            lines << ListItem{agent.login, agentLine(agent), false};
        m_choice->setEnabled(true);
        fillList(m_choice, lines, lines.isEmpty() ? tr("Aucun autre agent") : tr("Choisir une personne"));
        choose(m_wanted);
        if (hasFocus())
            takeFocus();
    }

    QComboBox *m_choice;
    Field *m_choiceField;
    QString m_wanted; ///< chosen before the list was here
};

} // namespace

Sheet *makeTicketChoiceSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket,
                             QWidget *parent)
{
    return new TicketChoiceSheet(services, prefilled, ticket, parent);
}

} // namespace desk
