// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"
#include "app/core/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

// What the database answers before an account changes hands: how the caller can be checked, and what an operation would
// do. Values as in db/CONTRACTS.md; no text for people.

/// One fact the caller can be asked for.
struct CheckFact {
    enum class Why { Usable, Shown, Absent };
    BOOST_DESCRIBE_NESTED_ENUM(Why, Usable, Shown, Absent)
    QString code, label; ///< "establishment.phone", "téléphone de l’établissement"
    Why why = Why::Usable;
    [[nodiscard]] bool usable() const { return why == Why::Usable; }
    friend bool operator==(const CheckFact &, const CheckFact &) = default;
};

BOOST_DESCRIBE_STRUCT(CheckFact, (), (code, label, why))
template <> inline constexpr auto documentMarks<CheckFact::Why> = std::array{named("Usable", "")};

/// Where the check of the caller stands, for one call and one establishment or account.
struct CheckStatus {
    QList<CheckFact> facts;
    int triesLeft = 0;
    QDateTime passedUntil; ///< invalid: not passed, or no longer
    friend bool operator==(const CheckStatus &, const CheckStatus &) = default;
};
BOOST_DESCRIBE_STRUCT(CheckStatus, (), (facts, triesLeft, passedUntil))

/// A mail that would leave.
struct PlannedMail {
    QString kind, toMasked;
    friend bool operator==(const PlannedMail &, const PlannedMail &) = default;
};
BOOST_DESCRIBE_STRUCT(PlannedMail, (), (kind, toMasked))

/// What an operation would do if it were sent now. Nothing was kept of it.
struct Rehearsal {
    enum class Would { Done, Waiting, Refused };
    BOOST_DESCRIBE_NESTED_ENUM(Would, Done, Waiting, Refused)
    Would would = Would::Refused;
    Error refusal; ///< of a refused one: its rule and params
    QJsonObject result; ///< of the others: as the operation's own result, without the ids that nobody keeps
    QList<PlannedMail> mails;
};

/// What is rehearsed: an operation before it is one.
struct RehearsalRequest {
    QString kind;
    QJsonObject params;
};

[[nodiscard]] Result<Rehearsal> rehearsalFromDocument(const QJsonObject &document);

} // namespace desk
