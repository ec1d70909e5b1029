// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/journal/verifyrun.h"

#include <algorithm>

namespace desk {

namespace {

constexpr JournalTime anHour = 3'600'000'000;

QDateTime timeOf(const QByteArray &epoch)
{
    const auto at = journalTime(epoch);
    return at ? QDateTime::fromMSecsSinceEpoch(*at / 1000, Qt::UTC) : QDateTime();
}

JournalFinding findingAt(const SealedRow &row, JournalFinding::Kind kind)
{
    return {kind, row.seq, row.journalId, QString::fromUtf8(row.kind), timeOf(row.at)};
}

} // namespace

VerifyRun::VerifyRun(QList<PurgeRecord> purges, const QList<AnchorFile::Entry> &anchors)
    : m_purges(std::move(purges)), m_anchors(anchors)
{
    std::stable_sort(m_anchors.begin(), m_anchors.end(),
                     [](const auto &a, const auto &b) { return a.line.head.seq < b.line.head.seq; });
}

void VerifyRun::note(JournalFinding finding)
{
    ++m_report.findingsTotal;
    const bool firstOfItsKind = std::none_of(m_report.findings.cbegin(), m_report.findings.cend(),
                                             [&](const JournalFinding &kept) { return kept.kind == finding.kind; });
    if (firstOfItsKind || m_report.findings.size() < JournalReport::mostKept)
        m_report.findings.append(std::move(finding));
}

void VerifyRun::take(const SealedRow &row)
{
    if (row.seq != m_seq + 1) {
        JournalFinding gap = findingAt(row, JournalFinding::Kind::LinkMissing);
        gap.expected = m_seq + 1;
        note(gap);
    }
    const QByteArray made = journalchain::linkHash(m_hash, QByteArray::number(row.seq),
                                                   QByteArray::number(row.journalId), row.at, row.kind, row.digest);
    // Behind a gap no hash can fit: the gap is the finding.
    if (made != row.hash && row.seq == m_seq + 1)
        note(findingAt(row, JournalFinding::Kind::LinkChanged));
    compareWithRow(row);
    compareWithAnchors(row);
    m_seq = row.seq;
    m_hash = row.hash; // go on from what is written: one alteration is one finding
    ++m_report.links;
}

void VerifyRun::compareWithRow(const SealedRow &row)
{
    const JournalTime at = journalTime(row.at).value_or(0);
    watchTime(row, at);
    if (!row.columns.isEmpty()) {
        const bool same
            = journalchain::digest(row.columns) == row.digest && row.columns[1] == row.at && row.columns[3] == row.kind;
        if (!same)
            note(findingAt(row, JournalFinding::Kind::ContentChanged));
        return;
    }
    const QString kind = QString::fromUtf8(row.kind);
    const bool purged = std::any_of(m_purges.cbegin(), m_purges.cend(),
                                    [&](const PurgeRecord &purge) { return purge.covers(row.seq, kind, at); });
    if (purged)
        ++m_report.purged;
    else
        note(findingAt(row, JournalFinding::Kind::RowMissing));
}

void VerifyRun::watchTime(const SealedRow &row, JournalTime at)
{
    if (at < m_latest - anHour && m_report.backdated++ == 0)
        m_report.firstBackdated = row.journalId;
    m_latest = std::max(m_latest, at);
}

void VerifyRun::compareWithAnchors(const SealedRow &row)
{
    for (; m_nextAnchor < m_anchors.size() && m_anchors[m_nextAnchor].line.head.seq <= row.seq; ++m_nextAnchor) {
        const AnchorFile::Entry &entry = m_anchors[m_nextAnchor];
        if (entry.line.head.seq == row.seq && entry.line.head.hash == row.hash) {
            ++m_report.anchors;
            m_report.lastAnchor = entry.line;
        } else if (!m_anchorDiffered) { // all later ones differ with it
            m_anchorDiffered = true;
            JournalFinding finding = findingAt(row, JournalFinding::Kind::AnchorDiffers);
            finding.at = entry.line.at;
            finding.line = entry.number;
            note(finding);
        }
    }
}

void VerifyRun::end(qint64 headSeq, const QByteArray &headHash)
{
    if (headSeq != m_seq || (headSeq > 0 && headHash != m_hash)) {
        JournalFinding finding{JournalFinding::Kind::HeadDiffers, m_seq, 0, {}, {}};
        finding.expected = headSeq;
        note(finding);
    }
    if (m_nextAnchor < m_anchors.size()) {
        const AnchorFile::Entry &furthest = m_anchors.constLast();
        JournalFinding finding{JournalFinding::Kind::TailCut, m_seq, 0, {}, furthest.line.at, furthest.number};
        finding.expected = furthest.line.head.seq;
        note(finding);
    }
}

} // namespace desk
