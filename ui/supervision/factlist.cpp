// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/factlist.h"

#include "ui/common/build.h"

#include <QGridLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int nameWidth = 148, mostRows = 40;

} // namespace

FactList::FactList(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(5);
    m_grid->setColumnMinimumWidth(0, nameWidth);
    m_grid->setColumnStretch(1, 1);
    m_grid->setRowStretch(mostRows, 1); // what is left over goes below the last row
}

void FactList::setFacts(const QList<std::pair<QString, QString>> &facts)
{
    int row = 0;
    for (const auto &[name, value] : facts) {
        if (value.isEmpty())
            continue;
        if (row == m_rows.size()) {
            auto *nameLabel = makeLabel("secondary", this);
            auto *valueLabel = makeLabel(nullptr, this, {}, LabelFlag::WrapsSelectable);
            valueLabel->setAlignment(Qt::AlignTop | Qt::AlignLeft);
            m_grid->addWidget(nameLabel, row, 0, Qt::AlignTop | Qt::AlignLeft);
            m_grid->addWidget(valueLabel, row, 1);
            m_rows.append(std::pair(nameLabel, valueLabel));
        }
        m_rows.at(row).first->setText(name);
        m_rows.at(row).second->setText(value);
        m_rows.at(row).first->show();
        m_rows.at(row).second->show();
        ++row;
    }
    for (; row < int(m_rows.size()); ++row) {
        m_rows.at(row).first->hide();
        m_rows.at(row).second->hide();
    }
    setVisible(!m_rows.isEmpty() && !facts.isEmpty());
}

} // namespace desk
