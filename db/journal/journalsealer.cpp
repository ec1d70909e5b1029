// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/journal/journalsealer.h"

#include "db/journal/anchorfile.h"
#include "db/libpq/pgconnection.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto rowsPerBatch = "1000";
constexpr int batchesPerTick = 5; // then others may have a turn

Result<QJsonObject> documentOf(const Result<PgRows> &rows)
{
    if (!rows)
        return Failure(rows.error());
    return QJsonDocument::fromJson(rows->bytes(0, "d")).object();
}

} // namespace

JournalSealer::JournalSealer(QString anchorFile, std::chrono::milliseconds anchorEvery, Complain complain)
    : m_anchorFile(std::move(anchorFile)), m_anchorEvery(anchorEvery), m_complain(std::move(complain))
{
    if (m_anchorFile.isEmpty())
        return;
    if (const auto last = AnchorFile(m_anchorFile).last())
        m_anchored = last->head;
}

Result<bool> JournalSealer::seal(PgConnection &database)
{
    for (int batch = 0; batch < batchesPerTick; ++batch) {
        const auto answer = documentOf(database.exec("SELECT desk.relay_seal($1) AS d", {QByteArray(rowsPerBatch)}));
        if (!answer)
            return Failure(answer.error());
        if (!answer->value("more"_L1).toBool())
            return false;
    }
    return true;
}

Result<Done> JournalSealer::anchor(PgConnection &database)
{
    const auto answer = documentOf(database.exec("SELECT desk.relay_head() AS d"));
    if (!answer)
        return Failure(answer.error());
    m_anchoredAt = Clock::now();
    const JournalHead head{answer->value("seq"_L1).toInteger(),
                           QByteArray::fromHex(answer->value("hash"_L1).toString().toLatin1())};
    if (head.seq == 0 || head == m_anchored)
        return Done{};
    if (m_anchored && head.seq <= m_anchored->seq)
        heed(Error{Error::Code::Conflict,
                   u"the chain is behind its anchor"_s,
                   u"anchor_ahead"_s,
                   {{u"was"_s, m_anchored->seq}, {u"is"_s, head.seq}}});
    if (const auto written = AnchorFile(m_anchorFile).append({QDateTime::currentDateTimeUtc(), head}); !written) {
        heed(written.error());
        return Done{};
    }
    m_anchored = head;
    return Done{};
}

void JournalSealer::heed(const Error &error)
{
    if (m_complain && error.detail != m_lastComplaint)
        m_complain(error);
    m_lastComplaint = error.detail;
}

Result<bool> JournalSealer::tick(PgConnection &database)
{
    const auto more = seal(database);
    if (!more || m_anchorFile.isEmpty() || (m_anchoredAt && Clock::now() - *m_anchoredAt < m_anchorEvery))
        return more;
    const auto anchored = anchor(database);
    return anchored ? more : Result<bool>(Failure(anchored.error()));
}

Result<Done> JournalSealer::finish(PgConnection &database)
{
    const auto more = seal(database);
    if (!more)
        return Failure(more.error());
    return m_anchorFile.isEmpty() ? Result<Done>(Done{}) : anchor(database);
}

} // namespace desk
