// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QByteArray>

namespace desk::testsupport {

/// SQL for an administrator: a caller check passed five minutes ago in that call, for tests of what comes after one.
/// An establishment or account of 0 is none; the call must exist.
inline QByteArray passedCheckSql(const QByteArray &call, qint64 establishment, qint64 account)
{
    return "with o as (insert into asp.operation (id, kind, params, call_id, actor, at, result, digest)"
           " select gen_random_uuid(), 'call.check', '{}', c.id, c.agent, now() - interval '5 minutes', '{}', ''"
           " from asp.call c where c.id = '"
        + call
        + "' returning id, call_id, actor, at)"
          " insert into asp.caller_check (id, call_id, agent, person, establishment_id, account_id, facts, passed, at,"
          " valid_until, meter, meter_day) select id, call_id, actor, asp.f_person(actor), nullif("
        + QByteArray::number(establishment) + ", 0), nullif(" + QByteArray::number(account)
        + ", 0), '{account.phone,account.email}', true, at, now() + interval '25 minutes', 0, 0 from o";
}

} // namespace desk::testsupport
