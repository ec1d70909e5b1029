// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/journal/anchorfile.h"
#include "db/journal/purgerecord.h"

#include <functional>

namespace desk {

class PgConnection;

/// Something that is not as it was sealed.
struct JournalFinding {
    enum class Kind {
        ContentChanged, ///< a row is no longer what was sealed
        RowMissing, ///< sealed, gone, and no purge accounts for it
        RowAdded, ///< came in below what was sealed already
        LinkChanged, ///< the chain itself was rewritten here
        LinkMissing, ///< a gap in the chain's numbers
        PurgeNotAllowed, ///< a purge removed what had to be kept
        RetentionChanged, ///< a duration was changed behind the journal's back
        HeadDiffers, ///< the sealer's own mark does not fit the chain's end
        AnchorDiffers, ///< the file outside remembers another chain
        TailCut, ///< the file outside remembers a longer chain
        AnchorStepsBack, ///< the chain was once shorter than before
        AnchorUnreadable
    };
    Kind kind{};
    qint64 seq = 0; ///< of the link
    qint64 journalId = 0;
    QString rowKind; ///< or the pattern of a duration
    QDateTime at; ///< of the row, or of the anchor's line
    qsizetype line = 0; ///< of the anchor file
    qint64 expected = 0; ///< the number that was expected, where one was
};

struct JournalReport {
    static constexpr qsizetype mostKept = 20;

    qint64 links = 0; ///< in the chain
    qint64 purged = 0; ///< of these, rows that a purge rightly removed
    qint64 unsealed = 0; ///< rows that wait for the sealer
    QDateTime unsealedSince; ///< of the oldest of them
    qint64 backdated = 0; ///< rows dated more than an hour before ones sealed earlier
    qint64 firstBackdated = 0; ///< its id
    int purges = 0, retentionChanges = 0;
    qint64 anchors = 0; ///< lines of the file that agree
    std::optional<AnchorLine> lastAnchor;
    int anchorCutShort = 0;
    QList<JournalFinding> findings; ///< the first in the chain first, the first mostKept and the first of each kind
    qint64 findingsTotal = 0;
    [[nodiscard]] bool whole() const { return findingsTotal == 0; }
};

/// Checks the whole chain against the rows, and against the anchor file when there is one. Reads in one snapshot, a few
/// thousand rows at a time. Blocking; the connection needs SELECT on the journal's tables (asp_owner, or a superuser).
/// NotFound with rule "not_migrated" when the database has no chain.
[[nodiscard]] Result<JournalReport> verifyJournal(PgConnection &database,
                                                  const std::optional<AnchorFile::Content> &anchor,
                                                  const std::function<void(qint64 done, qint64 all)> &progress = {});

} // namespace desk
