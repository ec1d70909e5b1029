// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/ticketchoicesheet.h"

#include "app/core/whenfinished.h"
#include "app/session/sessionservice.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/sheets/listcombo.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

QString agentLine(const DeskAgent &agent)
{
    const QString name = agent.name.isEmpty() ? agent.login : agent.name;
    const QString count = agent.open == 0 ? TicketChoiceSheet::tr("aucune demande")
        : agent.open == 1                 ? TicketChoiceSheet::tr("1 demande")
                                          : TicketChoiceSheet::tr("%1 demandes").arg(agent.open);
    return agent.here ? TicketChoiceSheet::tr("%1 · %2 · présent").arg(name, count) : name + u" · "_s + count;
}

} // namespace

TicketChoiceSheet::TicketChoiceSheet(const UiServices &services, const OperationRequest &prefilled,
                                     const Ticket &ticket, QWidget *parent)
    : TicketForm(services, u"ticketChoiceSheet"_s, prefilled.kind, ticket, parent), m_choice(new QComboBox(this)),
      m_choiceField(new Field(assigns() ? tr("À qui") : tr("Nouveau motif"), m_choice, this))
{
    m_choice->setObjectName(u"ticketChoice"_s);
    m_wanted = prefilled.params.value(assigns() ? "login"_L1 : "motif"_L1).toString();
    form()->addWidget(m_choiceField);
    addText(tr("Commentaire (facultatif)"), false);
    if (assigns())
        askForAgents();
    else
        fillMotifs();
    keepDrafts(u"%1/%2"_s.arg(kind().section(u'.', 1)).arg(ticket.number.value()),
               prefilled.params.value("text"_L1).toString());
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        m_choiceField->setError({});
        showConsequence();
    });
    connect(m_choice, &QComboBox::activated, this, [this] {
        m_wanted = m_choice->currentData().toString();
        edited();
    });
    showConsequence();
}

bool TicketChoiceSheet::assigns() const
{
    return kind() == OperationKind::TicketAssign;
}

void TicketChoiceSheet::showConsequence()
{
    if (!assigns()) {
        setConsequence(tr("La demande change de file, et son échéance est recalculée avec le délai du nouveau motif. "
                          "Le demandeur n’en est pas prévenu."));
        return;
    }
    const QString owner = ticket().ownerName.isEmpty() ? ticket().owner : ticket().ownerName;
    setConsequence(owner.isEmpty()
                       ? tr("La demande n’est chez personne : elle passe chez la personne choisie.")
                       : tr("La demande est chez %1 : elle passe chez la personne choisie, qui la trouve parmi les "
                            "siennes.")
                             .arg(owner));
}

void TicketChoiceSheet::fillMotifs()
{
    QList<ListItem> motifs = services().session.info().motifs;
    motifs.removeIf([this](const ListItem &motif) { return motif.code == ticket().motif; });
    fillList(m_choice, motifs, tr("Choisir un motif"));
    choose(m_wanted);
}

void TicketChoiceSheet::askForAgents()
{
    m_choice->setPlaceholderText(tr("Lecture de la liste des agents…"));
    m_choice->setEnabled(false);
    whenFinished(services().tickets.agents(), this,
                 [this](const Result<QList<DeskAgent>> &answer) { onAgents(answer); });
}

void TicketChoiceSheet::onAgents(const Result<QList<DeskAgent>> &answer)
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

void TicketChoiceSheet::whenOffered()
{
    clearSaid();
    askForAgents();
}

void TicketChoiceSheet::choose(const QString &code)
{
    m_wanted = code;
    chooseCode(m_choice, code);
}

void TicketChoiceSheet::takeFocus()
{
    if (!m_choice->isEnabled())
        setFocus(Qt::OtherFocusReason); // goes on from here once the list is there
    else if (m_choice->currentIndex() < 0)
        m_choice->setFocus(Qt::OtherFocusReason);
    else
        textEdit()->setFocus(Qt::OtherFocusReason);
}

std::optional<OperationRequest> TicketChoiceSheet::request()
{
    const QString chosen = m_choice->currentData().toString();
    const bool textFine = checkText(false);
    if (chosen.isEmpty()) {
        m_choiceField->setError(assigns() ? tr("Choisissez une personne.") : tr("Choisissez un motif."));
        takeFocus();
        return std::nullopt;
    }
    if (!textFine)
        return std::nullopt;
    OperationRequest request = begun();
    request.params.insert(assigns() ? "login"_L1 : "motif"_L1, chosen);
    if (!text().isEmpty())
        request.params.insert("text"_L1, text());
    return request;
}

void TicketChoiceSheet::whenRefused(const Error &error)
{
    if (error.rule == "unknown_login"_L1 || error.rule == "same_owner"_L1)
        m_choiceField->setError(tr("Choisissez une autre personne."));
    else if (error.rule == "unknown_motif"_L1 || error.rule == "same_motif"_L1)
        m_choiceField->setError(tr("Choisissez un autre motif."));
    TicketForm::whenRefused(error);
}

QJsonObject TicketChoiceSheet::typed() const
{
    QJsonObject typed = TicketForm::typed();
    typed.insert("choice"_L1, m_wanted);
    return typed;
}

void TicketChoiceSheet::restore(const QJsonObject &typed)
{
    TicketForm::restore(typed);
    choose(typed.value("choice"_L1).toString());
}

} // namespace desk
