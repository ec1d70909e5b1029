// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/db/rules/rulesworld.h"

#include <QTest>

namespace desk {

/// Quotes of JSON are awkward in C++: single ones here.
inline QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

inline const QString agent = QStringLiteral("agent1"), colleague = QStringLiteral("agent2"),
                     chief = QStringLiteral("superviseur1");

/// Two more of 48213's kind: from another address of the same spelling, and from another requester, on hold.
inline constexpr auto twins = R"sql(
insert into asp.ticket (number, siret, denomination, requester_name, requester_phone, requester_email, motif, channel, state, owner, due_at)
values (48214, '73282932000074', 'B', 'Claire Fontan', '1', 'Claire.Fontan@Boulangerie-Capitole.fr', 'habilitation', 'extranet', 'open', null, now()),
       (48215, '73282932000074', 'B', 'Marc Delmas', '1', 'marc@cabinet-delmas.fr', 'habilitation', 'extranet', 'open', null, now()),
       (48216, '73282932000074', 'B', 'Claire Fontan', '1', 'claire.fontan@boulangerie-capitole.fr', 'habilitation', 'extranet', 'taken', 'agent2', now()),
       (48601, '11111111111111', 'Inconnue', 'Ana Faux', '1', 'ana@exemple.fr', 'autres', 'extranet', 'open', null, now()),
       (48602, '732/829', 'Malvenue', 'Ana Faux', '1', 'ana@exemple.fr', 'autres', 'extranet', 'open', null, now());
)sql";

inline constexpr auto inAWeek = "to_char(now() + interval '7 days', 'YYYY-MM-DD\"T\"HH24:MI:SSOF')";

/// What the tests of tickets share: one operation asked for, and what it left in the row, the history and the mails.
class TicketTest : public QObject {
protected:
    RulesWorld m_world;

    void sql(const QByteArray &statement)
    {
        const QString state = m_world.stateOf(QStringLiteral("admin"), "set role asp_owner; " + statement);
        QVERIFY2(state.isEmpty(), qPrintable(state + (m_world.error ? m_world.error->detail : QString())));
    }
    QJsonObject operate(const QString &login, const char *kind, const QByteArray &params)
    {
        QByteArray filled = json(params);
        filled.replace("@week", m_world.one(inAWeek).toLatin1());
        return m_world.operate(login, {QString::fromLatin1(kind), filled});
    }
    QString ruleOf(const QString &login, const char *kind, const QByteArray &params)
    {
        const QJsonObject answer = operate(login, kind, params);
        return answer.value(QStringLiteral("rule")).toString(answer.value(QStringLiteral("status")).toString());
    }
    QString ticket(qint64 number)
    {
        return m_world.one(
            "select concat_ws('|', state, coalesce(owner, '-'), motif, hold_reason, duplicate_of, outcome,"
            " outcome_text, 'v' || version) from asp.ticket where number = "
            + QByteArray::number(number));
    }
    /// The last event of a ticket: kind, actor, text, and each field with its old and new value; times as "…".
    QString lastEvent(qint64 number)
    {
        return m_world.one(
            "select concat_ws('|', v.kind, v.actor, v.text, (select string_agg(c.key || ' ' || case when c.key in"
            " ('due_at', 'hold_until') then '…' else concat(coalesce(c.value ->> 'was', '-'), '>', coalesce(c.value "
            "->> 'is', '-'))"
            " end, ', ' order by c.key) from jsonb_each(v.changes) c)) from asp.ticket_event v where v.ticket = "
            + QByteArray::number(number) + " order by v.id desc limit 1");
    }
    QString newMails()
    {
        return m_world.one("select string_agg(concat_ws('|', ticket, to_address, params ->> 'ticket'), ' ' order by id)"
                           " from asp.mail where id > 100");
    }
    QString everything()
    {
        return m_world.one("select md5(concat((select string_agg(t::text, ',' order by number) from asp.ticket t),"
                           " (select string_agg(t::text, ',' order by id) from asp.ticket_event t),"
                           " (select count(*) from asp.operation), (select count(*) from asp.mail)))");
    }

    /// The world anew, with motifs that are given different times.
    [[nodiscard]] bool fresh(QString *why)
    {
        return m_world.fresh(why)
            && m_world
                   .stateOf(QStringLiteral("admin"),
                            "update asp.setting set value = case key when 'echeance.autres' then '38' else '28' end"
                            " where key in ('echeance.autres', 'echeance.fiche_etablissement',"
                            " 'echeance.decision_autorisation', 'echeance.demande_indemnisation')")
                   .isEmpty();
    }
};

} // namespace desk
