// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/journal/journalverify.h"

#include "db/journal/verifyrun.h"
#include "db/libpq/pgtransaction.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// The columns in the order of the digest. Nothing here calls a function of the database under examination.
#define JOURNAL_COLUMNS                                                                                                \
    "j.id::text AS c0, extract(epoch FROM j.at)::text AS c1, j.actor::text AS c2, j.kind AS c3, j.call_id::text AS "   \
    "c4,"                                                                                                              \
    " j.operation_id::text AS c5, j.establishment_id::text AS c6, j.account_id::text AS c7, j.ticket::text AS c8,"     \
    " j.rule AS c9, j.detail::text AS c10, j.xid::text AS c11"
#define LINK_COLUMNS                                                                                                   \
    "l.seq, l.journal_id, extract(epoch FROM l.at)::text AS at, l.kind, encode(l.digest, 'hex') AS digest,"            \
    " encode(l.hash, 'hex') AS hash, j.id IS NOT NULL AS there"

constexpr auto walkCursor = "DECLARE walk NO SCROLL CURSOR FOR SELECT " LINK_COLUMNS ", " JOURNAL_COLUMNS
                            " FROM asp.journal_link l LEFT JOIN asp.journal j ON j.id = l.journal_id ORDER BY l.seq";
constexpr auto evidence
    = "SELECT " LINK_COLUMNS ", " JOURNAL_COLUMNS " FROM asp.journal j JOIN asp.journal_link l ON l.journal_id = j.id"
      " WHERE j.kind IN ('journal_purge', 'retention_set') ORDER BY l.seq";
// Transaction numbers of another server say nothing here: after a restore all such rows simply wait.
constexpr auto looseCursor
    = "DECLARE loose NO SCROLL CURSOR FOR SELECT j.id, j.kind, extract(epoch FROM j.at)::text AS at,"
      " h.cluster = c.system_identifier::text AND (j.xid, j.id) <= (h.xid, h.id) AS below"
      " FROM asp.journal j CROSS JOIN asp.journal_head h CROSS JOIN pg_control_system() c"
      " WHERE NOT EXISTS (SELECT FROM asp.journal_link l WHERE l.journal_id = j.id) ORDER BY j.id";
constexpr auto begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL search_path = pg_catalog;"
                       " SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;"
                       " SET LOCAL jit = off";

SealedRow sealedRow(const PgRows &rows, int row)
{
    static constexpr const char *names[] = {"c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c11"};
    SealedRow sealed{rows.number(row, "seq"),
                     rows.number(row, "journal_id"),
                     rows.bytes(row, "at"),
                     rows.bytes(row, "kind"),
                     QByteArray::fromHex(rows.bytes(row, "digest")),
                     QByteArray::fromHex(rows.bytes(row, "hash")),
                     {}};
    if (rows.flag(row, "there")) {
        sealed.columns.reserve(std::size(names));
        for (const char *name : names)
            sealed.columns.append(rows.value(row, name));
    }
    return sealed;
}

/// Purges and changed durations, which the rest is judged by. One that was itself altered counts for nothing; the walk
/// comes upon it.
struct Evidence {
    QList<PurgeRecord> allowed;
    QList<JournalFinding> findings;
    RetentionHistory retention;
    int purges = 0, changes = 0;
};

void weigh(const SealedRow &row, JournalTime now, Evidence &found)
{
    const auto at = journalTime(row.at);
    if (!at || journalchain::digest(row.columns) != row.digest)
        return;
    const QByteArray detail = row.columns[10].value_or(QByteArray());
    if (row.columns[3] == "retention_set") {
        ++found.changes;
        static_cast<void>(found.retention.apply(detail));
        return;
    }
    ++found.purges;
    const auto purge = PurgeRecord::parse(row.seq, row.journalId, *at, detail);
    const auto offence = purge ? purge->offends(found.retention, now) : std::optional(QString());
    if (!offence) {
        found.allowed.append(*purge);
        return;
    }
    found.findings.append({JournalFinding::Kind::PurgeNotAllowed, row.seq, row.journalId, *offence,
                           QDateTime::fromMSecsSinceEpoch(*at / 1000, Qt::UTC)});
}

class Verification {
public:
    Verification(PgConnection &database, const std::optional<AnchorFile::Content> &anchor,
                 const std::function<void(qint64, qint64)> &progress)
        : m_database(database), m_anchor(anchor), m_progress(progress)
    {
    }

    Result<JournalReport> run()
    {
        for (const auto step : {&Verification::readHead, &Verification::readEvidence, &Verification::walk,
                                &Verification::readLoose, &Verification::compareRetention}) {
            if (const auto done = (this->*step)(); !done)
                return Failure(done.error());
        }
        weighAnchorFile();
        return std::move(m_run->report());
    }

private:
    Result<Done> readHead()
    {
        const auto rows
            = m_database.exec("SELECT h.seq, encode(h.hash, 'hex') AS hash,"
                              " extract(epoch FROM clock_timestamp())::text AS now FROM asp.journal_head h");
        if (!rows)
            return Failure(rows.error());
        m_head = {rows->number(0, "seq"), QByteArray::fromHex(rows->bytes(0, "hash"))};
        m_now = journalTime(rows->bytes(0, "now")).value_or(0);
        return Done{};
    }

    Result<Done> readEvidence()
    {
        const auto rows = m_database.exec(evidence);
        if (!rows)
            return Failure(rows.error());
        for (int row = 0; row < rows->size(); ++row)
            weigh(sealedRow(*rows, row), m_now, m_evidence);
        m_run.emplace(m_evidence.allowed, m_anchor ? m_anchor->entries : QList<AnchorFile::Entry>());
        m_run->report().purges = m_evidence.purges;
        m_run->report().retentionChanges = m_evidence.changes;
        return Done{};
    }

    template <class Take> Result<Done> each(const QByteArray &declare, const QByteArray &name, Take take)
    {
        if (const auto declared = m_database.execScript(declare); !declared)
            return declared;
        while (true) {
            const auto rows = m_database.exec("FETCH 2000 FROM " + name);
            if (!rows)
                return Failure(rows.error());
            for (int row = 0; row < rows->size(); ++row)
                take(*rows, row);
            if (rows->isEmpty())
                return m_database.execScript("CLOSE " + name);
        }
    }

    Result<Done> walk()
    {
        const auto walked = each(walkCursor, "walk", [this](const PgRows &rows, int row) {
            m_run->take(sealedRow(rows, row));
            if (m_progress && m_run->report().links % 10'000 == 0)
                m_progress(m_run->report().links, m_head.seq);
        });
        m_run->end(m_head.seq, m_head.hash);
        for (const JournalFinding &finding : std::as_const(m_evidence.findings))
            m_run->note(finding);
        return walked;
    }

    Result<Done> readLoose()
    {
        return each(looseCursor, "loose", [this](const PgRows &rows, int row) {
            const auto micros = journalTime(rows.bytes(row, "at"));
            const QDateTime at = micros ? QDateTime::fromMSecsSinceEpoch(*micros / 1000, Qt::UTC) : QDateTime();
            if (rows.flag(row, "below")) {
                m_run->note({JournalFinding::Kind::RowAdded, 0, rows.number(row, "id"), rows.text(row, "kind"), at});
                return;
            }
            JournalReport &report = m_run->report();
            if (report.unsealed++ == 0 || at < report.unsealedSince)
                report.unsealedSince = at;
        });
    }

    Result<Done> compareRetention()
    {
        const auto rows = m_database.exec("SELECT pattern, days FROM asp.retention");
        if (!rows)
            return Failure(rows.error());
        QMap<QString, RetentionHistory::Days> current;
        for (int row = 0; row < rows->size(); ++row)
            current.insert(rows->text(row, "pattern"),
                           rows->value(row, "days") ? RetentionHistory::Days(int(rows->number(row, "days")))
                                                    : std::nullopt);
        // A change that waits for its seal is one the sealed history does not know yet.
        const auto waiting
            = m_database.exec("SELECT count(*) AS n FROM asp.journal j WHERE j.kind = 'retention_set' AND"
                              " NOT EXISTS (SELECT FROM asp.journal_link l WHERE l.journal_id = j.id)");
        if (!waiting)
            return Failure(waiting.error());
        if (waiting->number(0, "n") > 0 || current == m_evidence.retention.patterns())
            return Done{};
        for (const QString &pattern : (current.keys() + m_evidence.retention.patterns().keys())) {
            if (current.contains(pattern) != m_evidence.retention.patterns().contains(pattern)
                || current.value(pattern) != m_evidence.retention.patterns().value(pattern)) {
                m_run->note({JournalFinding::Kind::RetentionChanged, 0, 0, pattern, {}});
                break;
            }
        }
        return Done{};
    }

    void weighAnchorFile()
    {
        if (!m_anchor)
            return;
        m_run->report().anchorCutShort = m_anchor->cutShort;
        qint64 before = 0;
        for (const AnchorFile::Entry &entry : m_anchor->entries) {
            if (entry.line.head.seq < before) {
                JournalFinding finding{
                    JournalFinding::Kind::AnchorStepsBack, entry.line.head.seq, 0, {}, entry.line.at, entry.number};
                finding.expected = before;
                m_run->note(finding);
            }
            before = entry.line.head.seq;
        }
        for (const qsizetype line : m_anchor->unreadable)
            m_run->note({JournalFinding::Kind::AnchorUnreadable, 0, 0, {}, {}, line});
    }

    PgConnection &m_database;
    const std::optional<AnchorFile::Content> &m_anchor;
    const std::function<void(qint64, qint64)> &m_progress;
    JournalHead m_head;
    JournalTime m_now = 0;
    Evidence m_evidence;
    std::optional<VerifyRun> m_run;
};

} // namespace

Result<JournalReport> verifyJournal(PgConnection &database, const std::optional<AnchorFile::Content> &anchor,
                                    const std::function<void(qint64, qint64)> &progress)
{
    const auto there = database.exec("SELECT to_regclass('asp.journal_link') IS NOT NULL AS there");
    if (!there)
        return Failure(there.error());
    if (!there->flag(0, "there"))
        return Failure(Error{Error::Code::NotFound, u"no chain"_s, u"not_migrated"_s});
    if (const auto begun = database.execScript(begin); !begun)
        return Failure(begun.error());
    auto report = Verification(database, anchor, progress).run();
    const auto ended = database.execScript("ROLLBACK");
    if (report && !ended)
        return Failure(ended.error());
    return report;
}

} // namespace desk
