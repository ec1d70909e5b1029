// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/bulksheetclose.h"

#include "app/session/sessionservice.h"
#include "app/tickets/answerdraft.h"
#include "ui/common/build.h"
#include "ui/sheets/answerform.h"
#include "ui/sheets/draftkeeper.h"

#include <QCheckBox>
#include <QJsonDocument>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

BulkCloseSheet::BulkCloseSheet(const UiServices &services, QWidget *parent)
    : BulkSheet(services, BulkAction::Kind::Close, parent),
      m_form(new AnswerForm({u"bulk"_s, tr("Réponse à tous les demandeurs")}, services.session.info().ticketOutcomes,
                            this)),
      m_leave(named(new QCheckBox(tr("Laisser ouverts leurs autres doublons"), this), u"bulkLeaveDuplicates"_s)),
      m_draft(new DraftKeeper(services.local, draftKey, this))
{
    m_leave->setAccessibleName(m_leave->text());
    m_form->aside()->addWidget(m_leave);
    m_form->setDraft([this] { return draft(); });
    form()->addWidget(m_form, 1);
    const QList<QWidget *> stops = m_form->stops();
    setTabOrder(stops[0], stops[1]);
    setTabOrder(stops[1], m_leave);
    setTabOrder(m_leave, stops[2]);
    setTabOrder(stops[2], stops[3]);
    connect(m_leave, &QCheckBox::toggled, this, &BulkCloseSheet::plan);
    connect(m_form, &AnswerForm::edited, this, [this] {
        m_draft->keep(QString::fromUtf8(QJsonDocument(m_form->typed()).toJson(QJsonDocument::Compact)));
    });
    m_form->fill({}, {}, {});
    m_draft->restore([this](const QString &kept) { m_form->restore(QJsonDocument::fromJson(kept.toUtf8()).object()); });
}

QString BulkCloseSheet::draft() const
{
    AnswerContext context; // what is true of all of them: no name, no number, no establishment
    context.outcome = m_form->outcome();
    context.outcomeText = m_form->text();
    context.settings = services().session.info().settings;
    return draftAnswer(context);
}

BulkAction BulkCloseSheet::action() const
{
    BulkAction action = BulkSheet::action();
    action.outcome = m_form->outcome();
    action.outcomeText = m_form->text();
    action.answer = m_form->answer();
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

bool BulkCloseSheet::complete()
{
    QWidget *missing = m_form->firstMissing();
    if (missing)
        missing->setFocus(Qt::OtherFocusReason);
    return !missing;
}

void BulkCloseSheet::takeFocus()
{
    m_form->stops().first()->setFocus(Qt::OtherFocusReason);
}

} // namespace desk
