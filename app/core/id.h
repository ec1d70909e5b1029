// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QHash>
#include <QtGlobal>

#include <compare>

namespace desk {

/// A database key that cannot be taken for the key of another kind of thing.
template <class Tag> class Id {
public:
    constexpr Id() = default; ///< 0: none
    constexpr explicit Id(qint64 value) : m_value(value) { }
    [[nodiscard]] constexpr qint64 value() const { return m_value; }
    friend auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0) noexcept { return ::qHash(id.m_value, seed); }

private:
    qint64 m_value = 0;
};

using EstablishmentId = Id<struct EstablishmentTag>;
using AccountId = Id<struct AccountTag>;
using HabilitationId = Id<struct HabilitationTag>;
using TicketNumber = Id<struct TicketTag>;

} // namespace desk
