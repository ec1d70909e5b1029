// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string_view>

namespace desk::demo {

/// One motif of assistance requests: what people write under it, and how the desk ends it.
struct MotifTexts {
    std::string_view code; ///< asp.motif
    int share; ///< per thousand requests
    std::span<const std::string_view> descriptions;
    std::span<const std::string_view> outcomes; ///< asp.ticket_outcome codes that need no text
    std::span<const std::string_view> answers;
};

[[nodiscard]] std::span<const MotifTexts> motifTexts();
[[nodiscard]] std::span<const std::string_view> bounceReasons();
[[nodiscard]] std::span<const std::string_view> dapMotifs();
[[nodiscard]] std::span<const std::string_view> callNotes();
[[nodiscard]] std::span<const std::string_view> ticketComments();
[[nodiscard]] std::span<const std::string_view> callOutcomes(); ///< asp.call_outcome codes that need no text
[[nodiscard]] std::span<const std::string_view> holdReasons(); ///< asp.hold_reason codes

struct WalkedScript {
    std::string_view id, title, outcome;
};
[[nodiscard]] std::span<const WalkedScript> walkedScripts();

/// People of the desk who appear in the history.
struct Agent {
    std::string_view login, name;
};
[[nodiscard]] std::span<const Agent> agents();

} // namespace desk::demo
