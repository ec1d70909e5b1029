// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scripts/script.h"
#include "app/scripts/yamlfields.h"

namespace desk {

/// Reads one entry of `nodes`. What is wrong goes to `problems`; the node returned is then of no use.
[[nodiscard]] Node readNode(const YamlNode &key, const YamlNode &value, ProblemList &problems);

/// Reads one entry of `diagnosis`.
[[nodiscard]] Symptom readSymptom(const YamlNode &value, ProblemList &problems);

} // namespace desk
