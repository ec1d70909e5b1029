// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/shell/callpage.h"

#include "ui/casefile/casefileview.h"
#include "ui/scripts/scriptpanel.h"

#include <QHBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 462, narrowPanelWidth = 380,
              leastPanelWidth = 340; // the least the extranet’s address needs in one line
constexpr int wideEnough = 1180, narrowest = 780; // below, the case needs the room more than the script does

} // namespace

CallPage::CallPage(const UiServices &services, QWidget *parent)
    : QWidget(parent), m_file(new CaseFileView(services, this)), m_script(new ScriptPanel(services, this))
{
    setObjectName(u"callPage"_s);
    m_file->setObjectName(u"caseFile"_s);
    m_script->setObjectName(u"scriptPanel"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_file, 1);
    row->addWidget(m_script);
    m_script->setFixedWidth(panelWidth);
    connect(m_script, &ScriptPanel::operationRequested, m_file, &CaseFileView::openSheet);
    connect(m_file, &CaseFileView::endCallWanted, this, &CallPage::endCallWanted);
    connect(m_file, &CaseFileView::ticketClosed, this, &CallPage::ticketClosed);
    connect(m_file, &CaseFileView::backToQueueWanted, this, &CallPage::backToQueueWanted);
    connect(m_file, &CaseFileView::scriptWanted, this, &CallPage::takeKeyboard); // digits then answer
    setFocusPolicy(Qt::ClickFocus); // a click on nothing in particular takes the keyboard out of the fields
}

void CallPage::handleDigit(int digit)
{
    m_script->handleDigit(digit);
}

void CallPage::takeKeyboard()
{
    setFocus(Qt::OtherFocusReason);
}

void CallPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_script->setFixedWidth(width() >= wideEnough      ? panelWidth
                                : width() >= narrowest ? narrowPanelWidth
                                                       : leastPanelWidth);
}

} // namespace desk
