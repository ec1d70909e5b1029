// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>

namespace desk {

/// What another program (the telephone system, a link in a page) asks the console to open. An offer: nothing is read
/// and nothing changes before the agent accepts it.
struct Handover {
    enum class Kind { Show, Siret, Phone };
    Kind kind = Kind::Show; ///< Show: just the window
    QString
        value; ///< 14 digits that pass their check, or a phone as the search writes it: "+33612345678", "0612345678"

    static constexpr qsizetype longestMessage = 128; ///< bytes, whatever the sender says

    /// `--siret` and `--phone` as given. Blanks, dots and hyphens are left out. Invalid, rule "bad_siret", "bad_phone".
    [[nodiscard]] static Result<Handover> fromSiret(const QString &text);
    [[nodiscard]] static Result<Handover> fromPhone(const QString &text);
    /// "asp-ap:siret/73282932000074", "asp-ap:phone/+33612345678". Invalid, rule "bad_link".
    [[nodiscard]] static Result<Handover> fromLink(const QString &link);
    /// One line from the local socket, its end included: hostile until read. Invalid, rule "bad_message".
    [[nodiscard]] static Result<Handover> fromMessage(const QByteArray &message);
    [[nodiscard]] QByteArray toMessage() const;
    friend bool operator==(const Handover &, const Handover &) = default;
};

} // namespace desk
