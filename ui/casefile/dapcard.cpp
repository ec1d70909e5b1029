// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/dapcard.h"

#include "ui/common/build.h"
#include "ui/common/chip.h"
#include "ui/common/format.h"
#include "ui/common/smallparts.h"

namespace desk {

using namespace Qt::StringLiterals;

namespace {

Tone dapTone(DapState state)
{
    switch (state) {
    case DapState::Validee:
        return Tone::Ok;
    case DapState::Invalidee:
        return Tone::Error;
    case DapState::Provisoire:
        return Tone::Warn;
    case DapState::EnAttenteUd:
    case DapState::EnInstruction:
        break;
    }
    return Tone::Info;
}

QString dapChip(DapState state)
{
    const QString sign = state == DapState::Validee ? u"✓ "_s : state == DapState::Invalidee ? u"✗ "_s : u"◷ "_s;
    return sign + dapStateLabel(state);
}

QString dapDetail(const Dap &dap)
{
    QStringList parts;
    if (dap.avenant)
        parts << DapCard::tr("avenant");
    if (dap.from.isValid() && dap.to.isValid())
        parts << DapCard::tr("du %1 au %2").arg(shortDate(dap.from), longDate(dap.to));
    if (!dap.motif.isEmpty())
        parts << dap.motif;
    if (dap.decidedAt.isValid())
        parts << DapCard::tr("décision du %1").arg(shortDate(dap.decidedAt));
    else if (dap.submittedAt.isValid())
        parts << DapCard::tr("envoyée le %1").arg(shortDate(dap.submittedAt));
    return parts.join(u" · "_s);
}

} // namespace

DapCard::DapCard(QWidget *parent)
    : Section(u"dapCard"_s, parent), m_list(makeColumn(4)), m_none(new ElidedLabel("secondary", this)),
      m_contract(new ElidedLabel("small", this)), m_more(new LinkButton({}, this))
{
    setTitle(tr("Demandes d’activité partielle"));
    m_none->setWhole(tr("Aucune demande d’autorisation préalable"));
    body()->setSpacing(3);
    addCells(body(), {m_list, m_none, m_contract, spring()});
    connect(m_more, &LinkButton::clicked, this, [this] {
        m_all = !m_all;
        showLines();
    });
}

DapCard::Line DapCard::makeLine()
{
    auto *box = new QWidget(this);
    Line line{box, makeLabel("mono", box, {}, LabelFlag::Selectable), new Chip(box), new ElidedLabel("small", box)};
    auto *row = makeRow(8, {line.number, spring()});
    if (m_lines.isEmpty())
        row->addWidget(m_more);
    makeColumn(line.box, 1, {row, line.state, line.detail});
    m_list->addWidget(line.box);
    return line;
}

void DapCard::setFile(const CallerFile &file, bool another)
{
    m_daps = file.daps;
    if (another)
        m_all = false;
    QString contract;
    if (!file.contracts.isEmpty()) {
        const Contract &first = file.contracts.first();
        contract
            = first.signedOn.isValid() ? tr("Contrat signé le %1").arg(longDate(first.signedOn)) : tr("Contrat signé");
        contract += first.keptByTiers ? tr(", à conserver") : QString();
        if (file.contracts.size() > 1)
            contract += tr(" (et %1 autres)").arg(file.contracts.size() - 1);
    }
    m_contract->setWhole(contract);
    m_contract->setHidden(contract.isEmpty());
    m_contract->setAccessibleDescription(tr("Contrat de prestation « Tiers déclarant »"));
    m_none->setVisible(m_daps.isEmpty());
    const QString first
        = m_daps.isEmpty() ? tr("aucune") : dapChip(m_daps.first().state) + u" ("_s + m_daps.first().number + u')';
    setSummary(m_daps.size() > 1 ? tr("%1 et %2 de plus").arg(first).arg(m_daps.size() - 1) : first);
    showLines();
}

void DapCard::showLines()
{
    const qsizetype shown = m_all ? m_daps.size() : qMin<qsizetype>(m_daps.size(), 1);
    while (m_lines.size() < shown)
        m_lines << makeLine();
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines.at(i);
        line.box->setVisible(i < shown);
        if (i >= shown)
            continue;
        const Dap &dap = m_daps.at(i);
        line.number->setText(u"DAP\u00A0"_s + dap.number);
        line.state->set(dapTone(dap.state), dapChip(dap.state));
        line.detail->setWhole(dapDetail(dap));
    }
    const qsizetype others = m_daps.size() - 1;
    m_more->setVisible(others > 0);
    m_more->setText(m_all ? tr("la dernière seule") : others == 1 ? tr("et 1 autre") : tr("et %1 autres").arg(others));
}

} // namespace desk
