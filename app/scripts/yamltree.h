// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace desk {

/// A YAML document reduced to what scripts use: scalars, lists and maps, each with its line. No anchor, alias, tag or
/// duplicate key can be in one.
struct YamlEntry;
struct YamlNode {
    enum class Kind { Null, Scalar, List, Map };
    Kind kind = Kind::Null;
    int line = 0; ///< from 1
    QString text; ///< of a scalar
    std::vector<YamlNode> items; ///< of a list
    std::vector<YamlEntry> entries; ///< of a map, keys are scalars, in the order of the file

    [[nodiscard]] bool isText() const { return kind == Kind::Scalar && !text.trimmed().isEmpty(); }
};

struct YamlEntry {
    YamlNode first, second; ///< key, value
};

struct YamlFault {
    int line = 1;
    QString reason; ///< French
};

inline constexpr qsizetype scriptMaxBytes = qsizetype(256) * 1024;
inline constexpr int scriptMaxDepth = 32;

/// Reads one document from the parser's events: the library's own tree accepts duplicate keys and anchors silently.
/// Refuses what is listed in resources/scripts/README.md under "The form of the file"; never throws. Any thread.
[[nodiscard]] tl::expected<YamlNode, YamlFault> readYaml(const QByteArray &bytes);

} // namespace desk
