// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>
#include <QVariantMap>

#include <tl/expected.hpp>

namespace desk {

/// Why something failed, in a form the program can switch on. Only the interface turns it into a
/// sentence (ui/common/errortext).
struct Error {
    enum class Code {
        Invalid, ///< what was asked is malformed; nothing was sent
        NotFound, ///< the thing asked for does not exist
        Refused, ///< a rule of the database refused it; `rule` names the rule
        Conflict, ///< someone else changed it first; `params` holds what changed
        Forbidden, ///< this log-in has not the right (SQLSTATE 42501)
        TooMany, ///< a ceiling of reads or operations was reached
        Unavailable, ///< no connection, or it was lost; the outcome of a write is unknown
        Timeout, ///< the deadline passed; the outcome of a write is unknown
        ReadOnly, ///< the server accepts no writes at the moment (standby, read-only)
        Locked, ///< someone holds the row for too long
        DiskFull, ///< the server has no room left
        AuthFailed, ///< unknown log-in or wrong password
        TooOld, ///< this program is older than the database accepts
        TooNew, ///< the database schema is newer or older than this program knows; see `params`
        Cancelled, ///< a newer request replaced this one
        Internal ///< anything else: a defect, ours or the server's
    };
    Code code = Code::Internal;
    QString detail; ///< for the log, never shown as is, never personal data or a secret
    QString rule = {}; ///< the rule of the database that refused, e.g. "not_locked"
    QVariantMap params = {}; ///< values the sentence may need
};

template <class T> using Result = tl::expected<T, Error>;
using Failure = tl::unexpected<Error>;

/// For results that carry no value.
struct Done {
    friend bool operator==(const Done &, const Done &) = default;
};

[[nodiscard]] inline Failure fail(Error::Code code, QString detail = {})
{
    return Failure(Error{code, std::move(detail)});
}

} // namespace desk
