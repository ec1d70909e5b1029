// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/emptyqueue.h"

#include "ui/common/buttons.h"

#include <QLabel>
#include <QVBoxLayout>
#include <QVariant>

namespace desk {

using namespace Qt::StringLiterals;

EmptyQueue::EmptyQueue(QWidget *parent) : QWidget(parent), m_words(new QLabel(this)), m_buttons(new QVBoxLayout)
{
    setObjectName(u"emptyQueue"_s);
    m_words->setProperty("role", u"secondary"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setObjectName(u"emptyWords"_s);
    m_buttons->setSpacing(6);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 12, 8, 12);
    column->setSpacing(10);
    column->addWidget(m_words);
    column->addLayout(m_buttons);
    column->addStretch();
}

void EmptyQueue::setFilter(const QList<FilterPart> &parts, const TicketFilter &filter, const SessionInfo &info)
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_words->setText(parts.isEmpty() ? tr("Rien ici : aucune demande n’attend.")
                                     : tr("Aucune demande ne répond à tous ces filtres."));
    const auto add = [this](const QString &text, const QString &name) {
        QPushButton *button = makeButton(text, ButtonKind::Plain, this);
        button->setObjectName(name);
        button->setAutoDefault(true);
        m_buttons->addWidget(button, 0, Qt::AlignLeft);
        return button;
    };
    for (const FilterPart part : parts)
        connect(add(tr("Retirer « %1 »").arg(filterPartText(part, filter, info)), u"dropOne%1"_s.arg(int(part))),
                &QPushButton::clicked, this, [this, part] { Q_EMIT dropWanted(part); });
    if (parts.size() > 1)
        connect(add(tr("Retirer tous les filtres"), u"dropAll"_s), &QPushButton::clicked, this,
                &EmptyQueue::dropAllWanted);
}

} // namespace desk
