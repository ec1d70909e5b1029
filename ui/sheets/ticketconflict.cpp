// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/ticketconflict.h"

#include "ui/sheets/consequences.h"

#include <QCoreApplication>
#include <QVariantMap>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct Conflicts {
    Q_DECLARE_TR_FUNCTIONS(Conflicts)
};

} // namespace

TicketConflict::TicketConflict(const Error &error, const SessionInfo &info, const QDateTime &now)
    : m_number(error.params.value(u"number"_s).toLongLong()), m_version(error.params.value(u"version"_s).toInt())
{
    const QString state = error.params.value(u"state"_s).toString();
    m_closed = state == "closed"_L1 || state == "merged"_L1;
    for (const QVariant &value : error.params.value(u"changes"_s).toList()) {
        const QVariantMap change = value.toMap();
        m_sentences << changeSentence(change, info, now) + u'.';
        m_who = change.value(u"by"_s).toString();
    }
    if (m_sentences.isEmpty())
        m_sentences << Conflicts::tr("Un commentaire a été ajouté, rien d’autre n’a changé.");
}

} // namespace desk
