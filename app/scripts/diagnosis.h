// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scripts/scriptcatalogue.h"
#include "app/scripts/stepview.h"

namespace desk {

/// A script weighing less than this is not proposed.
inline constexpr int leastWeight = 20;
inline constexpr int mostProposals = 6;

/// The scripts the open file points to, likeliest first. Each `diagnosis` line of a script whose fact has one of its
/// values adds its weight (or takes it away); the reasons of the heaviest are shown. With an account picked, its facts
/// count; without, every account of the file is tried and named in the reason. Lines about the establishment alone make
/// one proposal for the establishment (account 0). Pure; well under 1 ms.
[[nodiscard]] QList<Proposal> diagnose(const ScriptCatalogue &catalogue, const FactContext &context);

} // namespace desk
