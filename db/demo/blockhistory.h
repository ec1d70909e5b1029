// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/demo/blockbuilder.h"

namespace desk::demo {

/// What happened to the people and establishments of one block: log-ins, mails, contracts, DAP, tickets,
/// calls and what the desk did in them.
class BlockHistory {
public:
    /// Rows are appended to `out`, where the builder's block is the last one. All must outlive the history.
    BlockHistory(World &world, Batch &out, const BlockBuilder &people, qint64 block);
    void add();

private:
    void live(AccountRow &account, Moment opened);
    void trouble(AccountRow &account);
    void addCredentialMails(const AccountRow &account);
    void addConfirmation(const HabilitationRow &habilitation, const AccountRow &account);
    void addContract(const HabilitationRow &habilitation, const AccountRow &account);
    void addDaps(const EstablishmentRow &establishment);
    void addTickets();
    void addTicket(qint64 rank, qint64 slot);
    void nameRequester(TicketRow &ticket, size_t at);
    void settle(TicketRow &ticket, double progress);
    void close(TicketRow &ticket);
    void hold(TicketRow &ticket, Moment at);
    void addEvents(TicketRow &ticket);
    void addCalls();
    void addCall(size_t at, size_t user);
    void walk(const CallRow &call);
    void operate(const CallRow &call, AccountRow &account, const HabilitationRow *habilitation);
    MailRow &addMail(std::string_view kind, const AccountRow &account, Moment at);
    void land(MailRow &mail);
    [[nodiscard]] AccountRow &holder(const HabilitationRow &row);
    [[nodiscard]] Moment within(Moment from, Moment to);

    World &m_world;
    Batch &m_out;
    const BlockBuilder &m_people;
    qint64 m_block;
    Rng m_rng;
    TicketRow m_previous; ///< the last ticket written, for those who send the same one again
};

} // namespace desk::demo
