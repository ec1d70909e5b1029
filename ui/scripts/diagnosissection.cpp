// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/scripts/diagnosissection.h"

#include "ui/common/build.h"
#include "ui/common/smallparts.h"
#include "ui/scripts/optionrow.h"
#include "ui/scripts/textlink.h"
#include "ui/theme/theme.h"

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 9; // one per digit
constexpr int mostLines = 3; // during a walk: the words to say need the height

} // namespace

DiagnosisSection::DiagnosisSection(QWidget *parent)
    : QFrame(parent), m_title(new ElidedLabel("cardTitle", this)), m_empty(makeWords("secondary", this)),
      m_account(new TextLink(this)), m_others(new TextLink(this)), m_list(makeColumn(2))
{
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    makeColumn(this, 6, {makeRow(12, {{m_title, 1}, m_others, m_account}), m_empty, m_list}, {16, 10, 16, 10});
    connect(m_account, &QPushButton::clicked, this, &DiagnosisSection::nextAccountRequested);
    connect(m_others, &QPushButton::clicked, this, &DiagnosisSection::toggleOthers);
    setAccessibleName(tr("Diagnostic"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

QString DiagnosisSection::emptyText() const
{
    if (!m_state.fileOpen)
        return tr("Ouvrez le dossier de l’appelant : les scripts utiles s’affichent ici.");
    if (m_state.fileUnknown)
        return tr("La base ne connaît pas ce qui a été demandé. Les scripts se trouvent aussi par la "
                  "recherche de la page "
                  "Scripts.");
    return tr("Rien d’anormal dans ce dossier. Cherchez le script par mots ou par numéro dans la page Scripts.");
}

void DiagnosisSection::setState(const PanelState &state)
{
    if (!state.walking)
        m_othersOpen = false;
    m_state = state;
    m_title->setWhole(state.subject.isEmpty() ? tr("Diagnostic") : tr("Diagnostic pour %1").arg(state.subject));
    m_account->setWords(state.walking             ? tr("D autre compte")
                            : state.accountChosen ? tr("D pour changer de compte")
                                                  : tr("D pour choisir le compte"));
    m_account->setVisible(state.severalAccounts);
    layOut();
}

void DiagnosisSection::setDensity(Density density)
{
    if (density == m_density)
        return;
    m_density = density;
    layOut();
}

bool DiagnosisSection::canToggle() const
{
    const qsizetype others = m_state.proposals.size() - (m_state.currentProposal >= 0 ? 1 : 0);
    return m_state.walking && others > 0;
}

void DiagnosisSection::toggleOthers()
{
    if (!canToggle())
        return;
    m_othersOpen = !m_othersOpen;
    layOut();
    if (m_othersOpen)
        focusFirst();
    Q_EMIT densityChanged();
}

void DiagnosisSection::focusFirst()
{
    if (!m_rows.isEmpty() && m_rows.first()->isVisibleTo(this))
        m_rows.first()->setFocus(Qt::TabFocusReason);
}

void DiagnosisSection::fillRow(OptionRow *row, int index) const
{
    const Proposal &proposal = m_state.proposals.at(index);
    const bool lines = m_state.walking && !m_othersOpen;
    OptionRowContent content;
    // While the others are open, plain digits choose among them.
    content.key = lines ? tr("Ctrl+%1").arg(index + 1) : QString::number(index + 1);
    content.label = proposal.number > 0 ? u"%1 · %2"_s.arg(proposal.number).arg(proposal.title) : proposal.title;
    content.detail = proposal.reason;
    content.framed = false;
    content.primary = m_state.walking ? index == m_state.currentProposal : index == 0;
    content.help = m_state.walking && content.primary ? tr("script en cours") : QString();
    content.oneLine = lines;
    row->setContent(content);
}

void DiagnosisSection::layOut()
{
    const bool folded = m_state.walking && !m_othersOpen && m_density == Density::Folded;
    const int available = static_cast<int>(qMin<qsizetype>(m_state.proposals.size(), mostRows));
    const int lines = m_density == Density::Full ? mostRows : mostLines;
    const int shown = folded ? 0 : m_state.walking && !m_othersOpen ? qMin(available, lines) : available;
    while (m_rows.size() < available) {
        auto *row = new OptionRow(this);
        const int index = static_cast<int>(m_rows.size());
        connect(row, &QPushButton::clicked, this, [this, index] { Q_EMIT proposalChosen(index); });
        m_list->addWidget(row);
        if (index > 0)
            setTabOrder(m_rows.last(), row);
        m_rows << row;
    }
    for (int i = 0; i < m_rows.size(); ++i) {
        if (i < available)
            fillRow(m_rows.at(i), i);
        m_rows.at(i)->setVisible(i < shown);
    }
    layout()->setContentsMargins(16, folded ? 5 : 10, 16, folded ? 5 : 10);
    m_empty->setText(emptyText());
    m_empty->setVisible(available == 0 && !m_state.walking);
    m_others->setWords(m_othersOpen ? tr("A réduire") : tr("A autres scripts"));
    m_others->setVisible(canToggle());
}

} // namespace desk
