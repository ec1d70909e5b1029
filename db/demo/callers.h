// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/demo/generator.h"
#include "db/demo/world.h"

namespace desk::demo {

/// The people worth trying, always the same ones, and the offices of the administration. Their ids are the
/// first ones.
class Callers {
public:
    Callers(World &world, Batch &out);
    /// Makes everybody. Must come before the first block.
    void add();
    /// Makes the accountant of many the user of up to 200 of the establishments `first` … `last`, of the same
    /// batch.
    void giveClients(qint64 first, qint64 last);
    [[nodiscard]] const QList<DemoCaller> &list() const { return m_list; }

    /// Who is locked out.
    static constexpr std::string_view lockedIdentifiant = "claire.fontan";

private:
    struct Place {
        std::string_view denomination, number, streetType, street, postcode, town, domain;
        int headcount = 0;
    };
    EstablishmentRow &addPlace(const Place &place, const std::string &siret, Moment since);
    EstablishmentRow &addPlace(const Place &place, Moment since); ///< with a company of its own
    AccountRow &addAccount(std::string_view firstName, std::string_view lastName, std::string_view profile,
                           std::string_view domain, Moment created);
    HabilitationRow &grant(const AccountRow &account, const EstablishmentRow &at, std::string_view state,
                           Moment requested);
    MailRow &addMail(std::string_view kind, const AccountRow &account, Moment at);
    void addCredentials(AccountRow &account, Moment at); ///< its password is made then
    MailRow &addConfirmation(const AccountRow &account, const HabilitationRow &habilitation, Moment at);
    void login(AccountRow &account, Moment first, Moment last);
    TicketRow &addTicket(qint64 number, const EstablishmentRow &at, const AccountRow &by, std::string_view motif,
                         std::string_view description, Moment received);
    void tell(std::string_view key, std::string_view title, std::string_view situation);

    void addBakery();
    void addBakeryRequests(const EstablishmentRow &shop, const AccountRow &claire);
    void addNeverConnected();
    void addBounced();
    void addMistyped();
    void addAccountant();
    void addBeingDeleted();
    void addOtherExtranet();
    void addInvalidated();
    void addOverseas();
    void addManyUsers();
    void addOffices();
    void addOffice(const Office &office, std::string_view profile);
    void addNotices();

    World &m_world;
    Batch &m_out;
    Rng m_rng;
    Moment m_now;
    QList<DemoCaller> m_list;
    qint64 m_accountant = 0;
};

} // namespace desk::demo
