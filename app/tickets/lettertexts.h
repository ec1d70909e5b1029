// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace desk {

/// The pieces of a letter that ships with the program, by name (resources/letters/README.md).
class LetterTexts {
public:
    explicit LetterTexts(const QString &source);
    /// The answer to a request, read once.
    [[nodiscard]] static const LetterTexts &answer();

    [[nodiscard]] bool contains(const QString &name) const { return m_pieces.contains(name); }
    [[nodiscard]] QStringList names() const { return m_pieces.keys(); }
    [[nodiscard]] QString piece(const QString &name) const { return m_pieces.value(name); }
    /// `name` with those of `traits`, in their order, that a piece has behind its point.
    [[nodiscard]] QString closest(const QString &name, const QStringList &traits) const;
    /// That piece with its braces filled. A word that has no value is a fault of the file: a test looks for it.
    [[nodiscard]] QString filled(const QString &name, const QStringList &traits,
                                 const QHash<QString, QString> &values) const;

private:
    QHash<QString, QString> m_pieces;
};

} // namespace desk
