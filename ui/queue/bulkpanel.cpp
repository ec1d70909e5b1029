// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/bulkpanel.h"

#include "app/local/localstore.h"
#include "app/session/sessionservice.h"
#include "ui/common/build.h"
#include "ui/common/format.h"
#include "ui/queue/bulkprogress.h"
#include "ui/queue/bulksheet.h"
#include "ui/queue/bulksheetassign.h"
#include "ui/queue/bulksheetclose.h"
#include "ui/queue/bulksheetmotif.h"
#include "ui/queue/bulktexts.h"

#include <QApplication>
#include <QPushButton>

namespace desk {

using namespace Qt::StringLiterals;
using State = BulkService::State;

namespace {

/// With another text, whether it is blocked or not.
void setWords(QPushButton *button, const QString &text, const QString &reason)
{
    setBlocked(button, {});
    button->setText(text);
    setBlocked(button, reason);
}

} // namespace

BulkPanel::BulkPanel(const UiServices &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_bar(new QWidget(this)),
      m_count(named(makeLabel("secondary", m_bar), u"bulkCount"_s)),
      m_take(makeButton(tr("Prendre"), {.name = u"bulkTake"_s}, m_bar)),
      m_assign(makeButton(tr("Attribuer…"), {.name = u"bulkAssign"_s}, m_bar)),
      m_motif(makeButton(tr("Motif…"), {.name = u"bulkChangeMotif"_s}, m_bar)),
      m_merge(makeButton(tr("Fusionner"), {.name = u"bulkMerge"_s}, m_bar)),
      m_close(makeButton(tr("Clore…"), {.kind = ButtonKind::Primary, .name = u"bulkClose"_s}, m_bar)),
      m_all(new QVBoxLayout(this)), m_progress(new BulkProgress(services.bulk, this))
{
    setObjectName(u"bulkPanel"_s);
    buildBar();
    m_all->setContentsMargins(0, 0, 0, 0);
    m_all->setSpacing(8);
    addCells(m_all, {m_bar, m_progress});
    connect(m_take, &QPushButton::clicked, this, [this] { open(Kind::Take); });
    connect(m_assign, &QPushButton::clicked, this, [this] { open(Kind::Assign); });
    connect(m_motif, &QPushButton::clicked, this, [this] { open(Kind::Motif); });
    connect(m_merge, &QPushButton::clicked, this, [this] { open(Kind::Merge); });
    connect(m_close, &QPushButton::clicked, this, [this] { open(Kind::Close); });
    connect(m_progress, &BulkProgress::selectWanted, this, &BulkPanel::selectWanted);
    connect(&m_services.bulk, &BulkService::changed, this, &BulkPanel::onBulkChanged);
    connect(&m_services.session, &SessionService::stateChanged, this, &BulkPanel::showButtons);
    m_settled = m_services.bulk.done() + m_services.bulk.refused();
    showButtons();
}

void BulkPanel::buildBar()
{
    makeRow(m_bar, 8, {spring(), m_count, m_take, m_assign, m_motif, m_merge, m_close});
}

void BulkPanel::setSelection(const QList<QueueRow> &rows)
{
    m_rows = rows;
    showButtons();
    if (m_sheet)
        m_sheet->setRows(rows);
}

QString BulkPanel::obstacle() const
{
    const State state = m_services.bulk.state();
    if (state == State::Running || state == State::Waiting)
        return tr("Une opération groupée est en cours : attendez sa fin ou arrêtez-la.");
    if (state == State::Stopped)
        return tr("Une opération groupée est arrêtée : reprenez-la ou fermez-la d’abord.");
    return m_rows.isEmpty() ? tr("Sélectionnez d’abord une ou plusieurs demandes.") : QString();
}

void BulkPanel::showButtons()
{
    const QString reason = obstacle();
    setButtonKind(m_close, m_sheet ? ButtonKind::Plain : ButtonKind::Primary); // the sheet has the one to press
    const SessionInfo &info = m_services.session.info();
    const bool onlySupervisors = info.settings.value(u"droit.prendre"_s) == "superviseurs"_L1 && !info.supervisor;
    m_count->setText(selectedText(int(m_rows.size())));
    setBlocked(m_take, onlySupervisors ? tr("Prendre une demande est réservé aux superviseurs.") : reason);
    m_assign->setVisible(info.supervisor);
    setBlocked(m_assign, reason);
    setBlocked(m_motif, reason);
    setBlocked(m_merge,
               reason.isEmpty() && m_rows.size() < 2 ? tr("Il faut au moins deux demandes pour fusionner.") : reason);
    setWords(m_close, m_rows.isEmpty() ? tr("Clore…") : tr("Clore %1…").arg(groupedNumber(m_rows.size())), reason);
}

void BulkPanel::open(Kind kind)
{
    if (!m_sheet)
        m_before = QApplication::focusWidget();
    delete m_sheet;
    switch (kind) {
    case Kind::Assign:
        m_sheet = new BulkAssignSheet(m_services, this);
        break;
    case Kind::Motif:
        m_sheet = new BulkMotifSheet(m_services, this);
        break;
    case Kind::Close:
        m_sheet = new BulkCloseSheet(m_services, this);
        break;
    case Kind::Take:
    case Kind::Merge:
        m_sheet = new BulkSheet(m_services, kind, this);
        break;
    }
    m_sheet->setRows(m_rows);
    m_all->addWidget(m_sheet);
    m_sheet->show();
    showButtons();
    connect(m_sheet, &BulkSheet::cancelled, this, &BulkPanel::closeSheet);
    connect(m_sheet, &BulkSheet::confirmed, this, &BulkPanel::begin);
    m_sheet->takeFocus();
}

void BulkPanel::closeSheet()
{
    if (!m_sheet)
        return;
    const bool hadFocus = m_sheet->isAncestorOf(QApplication::focusWidget());
    m_sheet->hide();
    m_sheet->deleteLater();
    m_sheet = nullptr;
    showButtons();
    if (hadFocus && m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void BulkPanel::begin(const BulkAction &action, const BulkPlan &plan)
{
    if (!obstacle().isEmpty())
        return; // another one began meanwhile: nothing typed is thrown away
    m_settled = 0;
    m_closing = action.kind == Kind::Close;
    closeSheet();
    m_services.bulk.begin(bulkTitle(action, plan.tickets), plan.steps);
}

void BulkPanel::onBulkChanged()
{
    const BulkService &bulk = m_services.bulk;
    showButtons();
    // Gone through: another closing begins with a draft of its own.
    if (m_closing && bulk.state() == State::Finished) {
        m_closing = false;
        if (bulk.refused() == 0 && bulk.notDone() == 0) [[maybe_unused]]
            const auto forgotten = m_services.local.saveDraft(BulkCloseSheet::draftKey, {});
    }
    const int settled = bulk.done() + bulk.refused();
    if (settled == m_settled)
        return;
    m_settled = settled;
    Q_EMIT changed();
}

} // namespace desk
