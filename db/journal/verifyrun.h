// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/journal/journalchain.h"
#include "db/journal/journalverify.h"

namespace desk {

/// One link and the row it stands for, in the database's own text.
struct SealedRow {
    qint64 seq = 0, journalId = 0;
    QByteArray at, kind, digest, hash; ///< of the link; digest and hash in bytes
    QList<journalchain::Column> columns; ///< of the row, empty when it has gone
};

/// Walks along the chain and notes what does not fit. Pure: fed with rows in the order of their links.
class VerifyRun {
public:
    /// `purges`: those that were allowed. `anchors`: the lines of the file, in its order.
    VerifyRun(QList<PurgeRecord> purges, const QList<AnchorFile::Entry> &anchors);

    void take(const SealedRow &row);
    /// After the last row: the sealer's mark, and what the file says beyond the end.
    void end(qint64 headSeq, const QByteArray &headHash);
    void note(JournalFinding finding);

    [[nodiscard]] JournalReport &report() { return m_report; }

private:
    void compareWithRow(const SealedRow &row);
    void compareWithAnchors(const SealedRow &row);
    void watchTime(const SealedRow &row, JournalTime at);

    QList<PurgeRecord> m_purges;
    QList<AnchorFile::Entry> m_anchors; ///< by seq
    qsizetype m_nextAnchor = 0;
    bool m_anchorDiffered = false;
    qint64 m_seq = 0;
    QByteArray m_hash = journalchain::firstHash();
    JournalTime m_latest = 0;
    JournalReport m_report;
};

} // namespace desk
