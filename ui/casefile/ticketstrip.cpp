// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/ticketstrip.h"

#include "ui/common/build.h"
#include "ui/common/commands.h"
#include "ui/common/format.h"

namespace desk {

using namespace Qt::StringLiterals;

TicketStrip::TicketStrip(QWidget *parent)
    : QFrame(parent), m_words(named(makeLabel("secondary", this), u"ticketStripWords"_s))
{
    setObjectName(u"ticketStrip"_s);
    m_words->setMinimumWidth(1); // gives way
    auto *row = makeRow(this, 6, {{m_words, 1}}, {12, 8, 12, 0});
    const auto add = [this, row](const QString &text, const QString &key, const QString &name, auto signal) {
        auto *button = makeButton(text, {.name = name, .key = key, .small = true, .enter = true}, this);
        connect(button, &QPushButton::clicked, this, signal);
        row->addWidget(button);
    };
    add(tr("Demande"), commandKeys(Command::GoToTicket), u"stripTicket"_s, &TicketStrip::ticketWanted);
    add(tr("Script"), commandKeys(Command::GoToScript), u"stripScript"_s, &TicketStrip::scriptWanted);
    add(tr("Retour à la file"), commandKeys(Command::BackToQueue), u"stripQueue"_s, &TicketStrip::queueWanted);
    hide();
}

void TicketStrip::setTicket(TicketNumber number, bool inCall)
{
    setHidden(number.value() == 0);
    m_words->setText(inCall ? tr("Demande %1, dans l’appel en cours").arg(ticketNumber(number))
                            : tr("Demande %1, personne au téléphone. F7 ouvre un appel.").arg(ticketNumber(number)));
}

} // namespace desk
