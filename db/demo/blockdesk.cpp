// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/demo/blockhistory.h"

#include "db/demo/names.h"
#include "db/demo/texts.h"

#include <algorithm>

// The part of a block's history the desk wrote: tickets, and the operations of its calls.

namespace desk::demo {

namespace {

std::string json(std::string_view name, qint64 value)
{
    return "\"" + std::string(name) + "\":" + std::to_string(value);
}

/// Chance, per thousand, that a ticket has not been answered yet: one in ten of all, nearly all of the latest
/// and a few of any age.
int openChance(double progress)
{
    return progress > 0.95 ? 950 : progress > 0.85 ? 400 : progress > 0.65 ? 60 : 0;
}

} // namespace

void BlockHistory::operate(const CallRow &call, AccountRow &account, const HabilitationRow *habilitation)
{
    OperationRow row;
    row.id = uuid(m_rng);
    row.call = call.id;
    row.actor = call.agent;
    row.at = call.openedAt + m_rng.between(40, 90);
    row.establishment = call.establishment;
    row.account = account.id;
    const int roll = m_rng.between(1, 10);
    if (roll <= 4) {
        row.kind = "account.unlock";
        row.reason = "locked";
        row.params = row.result = "{" + json("account_id", account.id) + "}";
    } else if (roll <= 8 && account.passwordState == "active" && account.beingDeletedAt == Never) {
        row.kind = "account.reset_password";
        row.reason = m_rng.chance(600) ? "secret_forgotten" : "never_received";
        row.params = "{" + json("account_id", account.id) + ",\"unlock\":true}";
        const qint64 first = addMail("identifiant", account, row.at).id;
        const qint64 second = addMail("mot_de_passe", account, row.at).id;
        for (size_t i = m_out.mails.size() - 2; i < m_out.mails.size(); ++i) {
            m_out.mails[i].origin = "desk";
            m_out.mails[i].operation = row.id;
        }
        row.result = "{\"mails\":[" + std::to_string(first) + "," + std::to_string(second)
            + "],\"unlocked\":false,\"must_change\":false}";
        if (row.at > account.passwordChangedAt) {
            account.passwordChangedAt = row.at;
            account.passwordChangedBy = "desk";
        }
    } else if (habilitation != nullptr && habilitation->activeFrom != Never && habilitation->state == "active"
               && habilitation->activeFrom < row.at) {
        row.kind = "mail.resend_confirmation";
        row.reason = "never_received";
        row.params = "{" + json("habilitation_id", habilitation->id) + "}";
        MailRow &mail = addMail("habilitation", account, row.at);
        mail.habilitation = habilitation->id;
        mail.origin = "desk";
        mail.operation = row.id;
        row.result = "{" + json("mail", mail.id) + "}";
    } else {
        return;
    }
    m_out.operations.push_back(std::move(row));
}

void BlockHistory::addTickets()
{
    const qint64 count = World::ticketsOf(static_cast<qint64>(m_people.users().size()));
    for (qint64 i = 0; i < count; ++i)
        addTicket(i, i * World::ticketsOf(blockSize) / count);
}

void BlockHistory::addTicket(qint64 rank, qint64 slotRank)
{
    const World::TicketSlot slot = m_world.ticketSlot(m_block, slotRank);
    TicketRow row;
    // Who gets no answer sends the same request again.
    const bool again = rank > 0 && m_previous.duplicateOf == 0 && m_previous.channel == "extranet"
        && slot.receivedAt - m_previous.receivedAt < 12 * Day && m_rng.chance(110);
    if (again) {
        row = m_previous;
        row.state = "open";
        row.version = 1;
        row.closedAt = row.holdUntil = Never;
        row.dueLeft.reset();
        row.owner = row.closedBy = row.holdReason = row.outcome = row.answer = {};
    } else {
        const auto places = static_cast<quint32>(m_people.users().size());
        nameRequester(row, m_rng.below(places));
    }
    row.number = slot.number;
    row.receivedAt = slot.receivedAt;
    row.dueAt = m_world.hours().due(row.motif, row.receivedAt, row.department);
    settle(row, slot.progress);
    const bool closed = row.state == "closed";
    if (closed && again && m_previous.state == "closed") {
        row.state = "merged";
        row.outcome = row.answer = {};
        row.duplicateOf = m_previous.number;
    }
    addEvents(row);
    if (closed && row.state != "merged" && row.requesterEmail.find('@') != std::string::npos) {
        AccountRow requester;
        requester.email = row.requesterEmail;
        MailRow &mail = addMail("ticket_reponse", requester, row.closedAt);
        mail.account = 0;
        mail.ticket = row.number;
        mail.origin = "desk";
    }
    m_previous = row;
    m_out.tickets.push_back(std::move(row));
}

void BlockHistory::nameRequester(TicketRow &ticket, size_t at)
{
    int share = m_rng.between(1, 1000);
    const auto motif = std::find_if(motifTexts().begin(), motifTexts().end() - 1,
                                    [&share](const MotifTexts &texts) { return (share -= texts.share) <= 0; });
    ticket.motif = motif->code;
    ticket.description = m_rng.pick(motif->descriptions);
    ticket.channel = m_rng.chance(880) ? "extranet" : "agent";
    const EstablishmentRow &establishment = m_out.establishments[m_people.firstEstablishment() + at];
    ticket.siret = establishment.siret;
    ticket.denomination = establishment.denomination;
    if (m_rng.chance(30)) // mistyped on the form, which checks nothing
        std::swap(ticket.siret[5], ticket.siret[m_rng.chance(500) ? 6U : 9U]);
    if (ticket.siret == establishment.siret)
        ticket.department = departmentOf(establishment.postcode);
    const std::vector<size_t> &users = m_people.users()[at];
    if (users.empty() || m_rng.chance(250)) {
        ticket.requesterName = std::string(m_rng.pick(firstNames())) + " " + std::string(m_rng.pick(lastNames()));
        ticket.requesterEmail = "contact@" + establishment.domain;
        ticket.requesterPhone = spokenPhone(establishment.phone);
    } else {
        const AccountRow &user = m_out.accounts[users[m_rng.below(static_cast<quint32>(users.size()))]];
        ticket.requesterName = user.firstName + " " + user.lastName;
        ticket.requesterEmail = user.email;
        ticket.requesterPhone = spokenPhone(user.phone);
        ticket.profile = user.profile;
    }
}

/// How far the desk got with it.
void BlockHistory::settle(TicketRow &ticket, double progress)
{
    const bool agents = ticket.channel == "agent";
    if (agents)
        ticket.owner = m_rng.pick(desk::demo::agents()).login;
    if (!m_rng.chance(openChance(progress))) {
        close(ticket);
        return;
    }
    const int roll = m_rng.between(1, 100);
    if (roll <= 60 && !agents) {
        ticket.state = "open";
        return;
    }
    ticket.owner = m_rng.pick(desk::demo::agents()).login;
    ticket.version = 2;
    ticket.state = "taken";
    if (roll > 85) {
        ticket.state = "on_hold";
        ticket.holdReason = m_rng.pick(holdReasons());
        // One in four is awake: its day has come, and nobody has taken it up again yet.
        const Moment past = m_world.now() - m_rng.between(1, 40) * Hour;
        const bool awake = m_rng.chance(250) && past > ticket.receivedAt + Hour;
        ticket.holdUntil = awake ? past : m_world.now() + m_rng.between(2, 90) * Hour;
        ticket.version = 3;
    }
}

void BlockHistory::close(TicketRow &ticket)
{
    const auto motif = std::find_if(motifTexts().begin(), motifTexts().end() - 1,
                                    [&ticket](const MotifTexts &texts) { return texts.code == ticket.motif; });
    const Moment after = m_rng.chance(850) ? m_rng.between(20, 2800) * Minute : m_rng.between(2, 12) * Day;
    ticket.state = "closed";
    ticket.owner = ticket.closedBy = m_rng.pick(agents()).login;
    ticket.closedAt = std::min(ticket.receivedAt + after, m_world.now() - 5 * Minute);
    ticket.outcome = m_rng.pick(motif->outcomes);
    ticket.answer = m_rng.pick(motif->answers);
    ticket.version = 3;
}

/// Its clock stands still from then until its day comes.
void BlockHistory::hold(TicketRow &ticket, Moment at)
{
    const WorkingHours &hours = m_world.hours();
    ticket.dueLeft = hours.between(at, ticket.dueAt, ticket.department);
    ticket.dueAt = hours.add(ticket.holdUntil, *ticket.dueLeft, ticket.department);
    m_out.events.push_back({ticket.number, at, ticket.owner, "held", {}, ticket.version});
}

void BlockHistory::addEvents(TicketRow &ticket)
{
    const bool agents = ticket.channel == "agent";
    Moment end = ticket.closedAt == Never ? m_world.now() - Minute : ticket.closedAt;
    if (ticket.holdUntil != Never)
        end = std::min(end, ticket.holdUntil - Minute);
    int version = 1;
    m_out.events.push_back({ticket.number,
                            ticket.receivedAt,
                            agents ? ticket.owner : std::string_view("extranet"),
                            agents ? "opened" : "received",
                            {},
                            version});
    if (ticket.state == "open")
        return;
    if (ticket.state == "merged") {
        m_out.events.push_back({ticket.number, end, ticket.closedBy, "merged", {}, ticket.version});
        return;
    }
    const Moment taken = within(ticket.receivedAt, end);
    m_out.events.push_back({ticket.number, taken, ticket.owner, "taken", {}, ++version});
    if (ticket.state == "closed")
        m_out.events.push_back({ticket.number, end, ticket.closedBy, "closed", ticket.answer, ticket.version});
    else if (ticket.state == "on_hold")
        hold(ticket, within(taken, end));
    else if (m_rng.chance(300))
        m_out.events.push_back(
            {ticket.number, within(taken, end), ticket.owner, "commented", m_rng.pick(ticketComments()), version});
}

} // namespace desk::demo
