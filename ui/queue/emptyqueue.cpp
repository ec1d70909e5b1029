// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/emptyqueue.h"

#include "ui/common/build.h"

namespace desk {

using namespace Qt::StringLiterals;

EmptyQueue::EmptyQueue(QWidget *parent)
    : QWidget(parent), m_words(named(makeWords("secondary", this), u"emptyWords"_s)), m_buttons(new QVBoxLayout)
{
    setObjectName(u"emptyQueue"_s);
    m_buttons->setSpacing(6);
    makeColumn(this, 10, {m_words, m_buttons, spring()}, {8, 12, 8, 12});
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
