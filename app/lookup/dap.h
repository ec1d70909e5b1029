// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"

#include <QDate>
#include <QDateTime>
#include <QString>

namespace desk {

enum class DapState { Provisoire, EnAttenteUd, EnInstruction, Validee, Invalidee };
BOOST_DESCRIBE_ENUM(DapState, Provisoire, EnAttenteUd, EnInstruction, Validee, Invalidee)

struct Dap {
    QString number;
    DapState state = DapState::Provisoire;
    QString motif;
    QDate from, to;
    QDateTime submittedAt, decidedAt;
    bool avenant = false;
    friend bool operator==(const Dap &, const Dap &) = default;
};
BOOST_DESCRIBE_STRUCT(Dap, (), (number, state, motif, from, to, submittedAt, decidedAt, avenant))

} // namespace desk
