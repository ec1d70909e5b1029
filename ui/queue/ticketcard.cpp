// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/ticketcard.h"

#include "ui/casefile/ticketstate.h"
#include "ui/common/build.h"
#include "ui/common/chip.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/smallparts.h"
#include "ui/queue/queuetexts.h"

#include <QScrollArea>
#include <QVariant>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int unfoldedHeight = 168;

QString quoted(const QString &text)
{
    return text.isEmpty() ? QString() : u"«\u00A0"_s + text.simplified() + u"\u00A0»"_s;
}

QString twinLine(const TicketTwin &twin, const QDateTime &now)
{
    QStringList parts{ticketNumber(twin.number), TicketCard::tr("reçue %1").arg(whenText(twin.receivedAt, now)),
                      twin.sameRequester ? TicketCard::tr("même demandeur") : twin.requesterName,
                      twin.owner.isEmpty() ? QString() : TicketCard::tr("chez %1").arg(twin.owner),
                      quoted(twin.description)};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace

TicketCard::TicketCard(QWidget *parent)
    : QFrame(parent), m_head(named(makeLabel("strong", this), u"ticketHead"_s)),
      m_requester(named(new ElidedLabel(nullptr, this), u"ticketRequester"_s)),
      m_line(named(new ElidedLabel("secondary", this), u"ticketLine"_s)), m_presence(new Chip(this)),
      m_goneChip(new Chip(this)), m_fold(named(new FoldButton(this), u"ticketFold"_s)),
      m_open(makeButton(tr("Ouvrir le dossier"), {.name = u"ticketOpen"_s, .key = tr("Entrée")}, this,
                        [this] { Q_EMIT openWanted(m_number); })),
      m_area(new QScrollArea(this))
{
    setObjectName(u"ticketCard"_s);
    setRole(this, "card");
    m_fold->setWords(tr("Détail"), {});
    m_fold->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *inner = new QWidget;
    setRole(inner, "page");
    m_description = named(makeLabel(nullptr, inner, {}, LabelFlag::WrapsSelectable), u"ticketDescription"_s);
    m_twins = named(makeLabel("small", inner, {}, LabelFlag::WrapsSelectable), u"ticketTwins"_s);
    m_history = named(makeLabel("small", inner, {}, LabelFlag::WrapsSelectable), u"ticketHistory"_s);
    makeColumn(inner, 6, {m_description, m_twins, m_history, spring()}, {0, 0, 8, 0});
    m_area->setWidget(inner);
    m_area->setWidgetResizable(true);
    m_area->setFixedHeight(unfoldedHeight);
    m_area->setFrameShape(NoFrame);
    makeColumn(this, 6,
               {makeRow(12,
                        {{makeColumn(4, {makeRow(8, {m_head, {m_requester, 1}, m_goneChip, m_presence}), m_line}), 1},
                         m_fold,
                         m_open}),
                m_area},
               {14, 8, 14, 8});
    m_goneChip->set(Tone::Muted, {});
    connect(m_fold, &FoldButton::toggled, this, &TicketCard::setUnfolded);
    setUnfolded(false);
    showNothing();
}

bool TicketCard::isUnfolded() const
{
    return m_fold->isChecked();
}

void TicketCard::setUnfolded(bool unfolded)
{
    m_area->setVisible(unfolded && m_number.value() > 0);
    m_line->setVisible(!unfolded);
}

void TicketCard::showHead(const QStringList &parts)
{
    QStringList shown = parts;
    shown.removeAll(QString());
    m_requester->setWhole(shown.join(u" · "_s));
}

void TicketCard::showNothing()
{
    m_number = TicketNumber(0);
    m_head->hide();
    m_requester->setWhole(tr("Aucune demande choisie."));
    m_line->setWhole(tr("Les flèches ou un clic en choisissent une, Entrée ouvre son dossier."));
    m_presence->set(Tone::Muted, {});
    setGone(false);
    m_fold->hide();
    m_open->hide();
    setUnfolded(isUnfolded());
}

void TicketCard::showRow(const QueueRow &row)
{
    if (m_number != row.number) {
        for (QLabel *label : {m_description, m_history, m_twins})
            label->clear();
        m_line->setWhole(tr("Lecture…"));
    }
    m_number = row.number;
    m_head->show();
    m_head->setText(ticketNumber(row.number));
    showHead({row.requesterName, row.requesterEmailMasked});
    const ToneText chip = presenceChip(row.presence);
    m_presence->set(chip.tone, chip.text);
    m_presence->setToolTip(presenceSentence(row.presence));
    setGone(false);
    m_fold->show();
    m_open->show();
    setUnfolded(isUnfolded());
}

void TicketCard::showTicket(const TicketDetail &detail, const TicketReader &reader)
{
    const Ticket &ticket = detail.ticket;
    m_number = ticket.number;
    m_head->setText(ticketNumber(ticket.number));
    QStringList twins;
    if (!detail.twins.isEmpty())
        twins << (detail.twins.size() == 1 ? tr("1 doublon probable")
                                           : tr("%1 doublons probables").arg(detail.twins.size()));
    if (!detail.merged.isEmpty())
        twins << tr("%1 fusionnées avec elle").arg(detail.merged.size());
    showHead({ticket.requesterName, ticket.requesterPhoneMasked, ticket.requesterEmailMasked, twins.join(u", "_s)});
    m_line->setWhole(ticket.description.isEmpty() ? tr("Sans description.") : quoted(ticket.description));
    const ToneText chip = presenceChip(detail.presence);
    m_presence->set(chip.tone, chip.text);
    m_presence->setToolTip(presenceSentence(detail.presence));
    showMore(detail, reader);
}

void TicketCard::showMore(const TicketDetail &detail, const TicketReader &reader)
{
    m_description->setText(detail.ticket.description.isEmpty() ? tr("Sans description.") : detail.ticket.description);
    QStringList lines;
    for (const TicketTwin &twin : detail.twins)
        lines << tr("Doublon probable : %1").arg(twinLine(twin, reader.now));
    for (const TicketTwin &twin : detail.merged)
        lines << tr("Fusionnée avec elle : %1").arg(twinLine(twin, reader.now));
    m_twins->setText(lines.join(u'\n'));
    m_twins->setHidden(lines.isEmpty());
    QStringList history{ticketHistory(detail.ticket, reader), presenceSentence(detail.presence)};
    history.removeAll(QString());
    m_history->setText(history.join(u'\n'));
}

void TicketCard::showError(const Error &error)
{
    m_line->setWhole(errorText(error));
    m_description->setText(errorText(error));
}

void TicketCard::setGone(bool gone)
{
    m_goneChip->set(Tone::Muted, gone ? tr("n’est plus dans cette file") : QString());
}

} // namespace desk
