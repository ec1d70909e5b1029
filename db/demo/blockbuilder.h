// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/demo/world.h"

#include <vector>

namespace desk::demo {

/// Makes one block of companies with their establishments, the people who have accounts, and who may do what
/// where. What happened to them since is BlockHistory's.
class BlockBuilder {
public:
    /// Rows are appended to `out`; both must outlive the builder.
    BlockBuilder(World &world, Batch &out, qint64 block, qint64 establishments);
    void build();

    /// Accounts (as positions in Batch::accounts) that have a habilitation on each establishment of the
    /// block.
    [[nodiscard]] const std::vector<std::vector<size_t>> &users() const { return m_users; }
    [[nodiscard]] size_t firstEstablishment() const { return m_firstEstablishment; }
    [[nodiscard]] size_t firstAccount() const { return m_firstAccount; }
    [[nodiscard]] size_t firstHabilitation() const { return m_firstHabilitation; }

private:
    [[nodiscard]] size_t companySize(size_t room);
    size_t addCompany(size_t room); ///< how many establishments it has; `room` at most
    size_t addPostOffice();
    [[nodiscard]] EstablishmentRow establishmentAt(const Town &town);
    void staff(size_t first, size_t count);
    void addAccountants();
    void addAccountant(int clients);
    void topUp();
    size_t addAccount(std::string_view profile, const EstablishmentRow &at, std::string_view domain);
    bool grant(size_t account, size_t at, bool referent);
    void giveState(HabilitationRow &row);
    [[nodiscard]] EstablishmentRow &place(size_t index) { return m_out.establishments[m_firstEstablishment + index]; }
    [[nodiscard]] size_t anyPlace() { return m_rng.below(static_cast<quint32>(m_users.size())); }

    World &m_world;
    Batch &m_out;
    Rng m_rng;
    size_t m_firstEstablishment, m_firstAccount, m_firstHabilitation;
    std::vector<std::vector<size_t>> m_users;
    std::vector<bool> m_hasReferent;
    std::vector<size_t> m_accountants;
};

} // namespace desk::demo
