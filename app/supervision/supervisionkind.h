// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QLatin1StringView>

namespace desk {

/// Kinds of operations that only these pages send.
namespace SupervisionKind {
inline constexpr QLatin1StringView Approve{"approval.approve"}; ///< {request, text, seen: codes of the reasons}
inline constexpr QLatin1StringView Refuse{"approval.refuse"}; ///< {request, text}
inline constexpr QLatin1StringView Withdraw{"approval.withdraw"}; ///< {request, text}
inline constexpr QLatin1StringView Undo{"change.undo"}; ///< {change, text, later}
inline constexpr QLatin1StringView LiftCeiling{"ceiling.lift"}; ///< {login, kind, extra, minutes, text}
inline constexpr QLatin1StringView PostNotice{"notice.post"}; ///< {text, kind, from, until, link}
inline constexpr QLatin1StringView EndNotice{"notice.end"}; ///< {notice}
inline constexpr QLatin1StringView SetSetting{"setting.set"}; ///< {key, value}
inline constexpr QLatin1StringView SetProvider{"provider.set"}; ///< {domain, shared}
inline constexpr QLatin1StringView SendAgain{"mail.send_again"}; ///< {mail_id}
}

} // namespace desk
