// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/ticketscard.h"

#include "app/operations/operation.h"
#include "ui/casefile/ticketrow.h"
#include "ui/casefile/ticketstate.h"
#include "ui/common/build.h"
#include "ui/common/format.h"
#include "ui/common/smallparts.h"

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int few = 4, fewer = 2;

/// Open ones first, the most pressing on top, each followed by its probable duplicates; closed ones as they come.
QList<Ticket> byUrgency(const QList<Ticket> &tickets)
{
    const auto find = [&tickets](TicketNumber number) {
        return std::find_if(tickets.cbegin(), tickets.cend(),
                            [number](const Ticket &t) { return t.number == number && t.isOpen(); });
    };
    const auto lead = [&](const Ticket &ticket) -> const Ticket & {
        const auto original = ticket.duplicateOf.value() > 0 ? find(ticket.duplicateOf) : tickets.cend();
        return original == tickets.cend() ? ticket : *original;
    };
    QList<Ticket> sorted = tickets;
    std::stable_sort(sorted.begin(), sorted.end(), [&lead](const Ticket &a, const Ticket &b) {
        if (a.isOpen() != b.isOpen())
            return a.isOpen();
        if (!a.isOpen())
            return false;
        const Ticket &first = lead(a), &second = lead(b);
        const bool firstHeld = first.state == TicketState::OnHold, secondHeld = second.state == TicketState::OnHold;
        if (firstHeld != secondHeld)
            return secondHeld; // its clock stands still
        if (first.number == second.number)
            return a.number < b.number;
        return first.dueAt == second.dueAt ? first.number < second.number : first.dueAt < second.dueAt;
    });
    return sorted;
}

} // namespace

TicketsCard::TicketsCard(QWidget *parent)
    : Section(u"ticketsCard"_s, parent), m_rows(makeColumn(0)),
      m_more(named(new LinkButton({}, this), u"ticketsMore"_s)),
      m_new(named(new LinkButton(tr("Nouvelle demande…"), this), u"ticketNew"_s)), m_pool(m_rows)
{
    setTitle(tr("Demandes d’assistance"));
    body()->setSpacing(3);
    addCells(body(), {m_rows, makeRow(usualSpacing, {m_more, spring(), m_new})});
    connect(m_new, &LinkButton::clicked, this, &TicketsCard::openWanted);
    connect(m_more, &LinkButton::clicked, this, [this] {
        m_all = !m_all;
        arrange();
    });
}

void TicketsCard::setFile(const CallerFile &file, const TicketReader &reader, const Revealed &revealed, bool another)
{
    m_file.subject = file.subject;
    m_file.tickets = file.tickets;
    m_tickets = byUrgency(file.tickets);
    m_reader = reader;
    m_revealed = &revealed;
    if (another) {
        m_all = false;
        m_wanted = TicketNumber(0);
        m_results.clear();
    }
    arrange();
}

void TicketsCard::setOthers(const QHash<TicketNumber, QList<Presence>> &others)
{
    m_reader.others = others;
    if (m_revealed)
        arrange();
}

void TicketsCard::tick(const QDateTime &now)
{
    m_reader.now = now;
    if (m_revealed)
        arrange();
}

bool TicketsCard::isUnfolded(TicketNumber number) const
{
    const TicketRow *row = m_pool.row(number);
    return row && row->isUnfolded();
}

QList<TicketNumber> TicketsCard::unfoldedTickets() const
{
    QList<TicketNumber> numbers;
    for (const TicketNumber &number : m_pool.keys()) {
        if (isUnfolded(number))
            numbers << number;
    }
    return numbers;
}

TicketNumber TicketsCard::firstOpen() const
{
    return m_tickets.isEmpty() || !m_tickets.constFirst().isOpen() ? TicketNumber(0) : m_tickets.constFirst().number;
}

void TicketsCard::jumpTo(TicketNumber number)
{
    m_wanted = number;
    setCramped(false);
    arrange();
    if (TicketRow *row = m_pool.row(number)) {
        row->setUnfolded(true);
        row->takeFocus();
    }
}

QList<TicketNumber> TicketsCard::wantedRows() const
{
    QList<TicketNumber> numbers;
    const int most = m_compact ? fewer : few;
    for (const Ticket &ticket : m_tickets) {
        // What was closed or unfolded here stays in sight.
        const bool kept = m_results.contains(ticket.number) || ticket.number == m_wanted || isUnfolded(ticket.number);
        if (m_all || kept || (ticket.isOpen() && numbers.size() < most))
            numbers << ticket.number;
    }
    return numbers;
}

TicketRow *TicketsCard::newRow()
{
    auto *row = new TicketRow(this);
    connect(row, &TicketRow::operationWanted, this, &TicketsCard::operationWanted);
    connect(row, &TicketRow::revealWanted, this, &TicketsCard::revealWanted);
    connect(row, &TicketRow::unfolded, this, &TicketsCard::unfoldedChanged);
    return row;
}

void TicketsCard::arrange()
{
    const QList<TicketNumber> numbers = wantedRows();
    m_pool.arrange(
        numbers, [this] { return newRow(); },
        [](TicketRow *row) {
            row->setUnfolded(false);
            row->setResult({});
        });
    bool first = true;
    for (const TicketNumber &number : numbers) {
        const auto ticket
            = std::find_if(m_tickets.cbegin(), m_tickets.cend(), [&](const Ticket &t) { return t.number == number; });
        TicketRow *row = m_pool.row(number);
        row->setTicket(*ticket, m_reader, m_file.twinsOf(*ticket).size(), *m_revealed);
        row->setFirst(first);
        row->setResult(m_results.value(number));
        first = false;
    }
    const qsizetype open
        = std::count_if(m_tickets.cbegin(), m_tickets.cend(), [](const Ticket &t) { return t.isOpen(); });
    showFooter(open, m_tickets.size() - open);
    showPrimary();
}

void TicketsCard::showFooter(qsizetype open, qsizetype closed)
{
    const QString openText = open == 0 ? tr("aucune ouverte")
        : open == 1                    ? tr("1 ouverte")
                                       : tr("%1 ouvertes").arg(open);
    const QString closedText = closed == 0 ? QString() : closed == 1 ? tr(", 1 close") : tr(", %1 closes").arg(closed);
    setNote(m_tickets.isEmpty() ? tr("aucune") : openText + closedText);
    const auto first = std::find_if(m_tickets.cbegin(), m_tickets.cend(), [](const Ticket &t) { return t.isOpen(); });
    setSummary(first == m_tickets.cend()
                   ? openText + closedText
                   : openText + u" · "_s + ticketNumber(first->number) + u' ' + ticketChip(*first, m_reader).text);
    const qsizetype hidden = m_tickets.size() - m_pool.keys().size();
    m_more->setVisible(m_all || hidden > 0);
    if (m_all)
        m_more->setText(tr("masquer les demandes closes"));
    else if (hidden == closed)
        m_more->setText(closed == 1 ? tr("voir la demande close") : tr("voir les %1 demandes closes").arg(closed));
    else
        m_more->setText(hidden == 1 ? tr("voir 1 autre demande") : tr("voir les %1 autres demandes").arg(hidden));
}

void TicketsCard::showPrimary()
{
    bool given = !m_primaryOffered;
    for (TicketRow *row : m_pool.rows()) {
        const Ticket &ticket = row->ticket();
        const bool mine = ticket.owner.isEmpty() || ticket.belongsTo(m_reader.info.login);
        const bool fit = !given && ticket.isOpen() && mine && ticket.duplicateOf.value() == 0;
        row->setPrimary(fit);
        given = given || fit;
    }
}

void TicketsCard::setPrimaryOffered(bool offered)
{
    m_primaryOffered = offered;
    showPrimary();
}

void TicketsCard::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    if (m_revealed)
        arrange();
}

void TicketsCard::setResult(TicketNumber number, const QString &sentence)
{
    m_results.insert(number, sentence);
    if (m_revealed)
        arrange();
}

} // namespace desk
