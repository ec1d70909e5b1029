// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/journal/anchorline.h"

#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace desk {

class PgConnection;

/// Seals the journal and writes its head down outside the database. Blocking, one thread; needs a connection of the
/// role asp_relay.
class JournalSealer {
public:
    using Complain = std::function<void(const Error &)>;

    /// No anchor file: an empty name. `complain` hears each new trouble with it once.
    explicit JournalSealer(QString anchorFile = {}, std::chrono::milliseconds anchorEvery = std::chrono::minutes(1),
                           Complain complain = {});

    /// Seals what is there, a few batches at most, and anchors the head when that is due. Fails when the database did;
    /// the anchor file's troubles are complained of, no more. True: more is waiting.
    [[nodiscard]] Result<bool> tick(PgConnection &database);
    /// The same once more, and the anchor whether due or not: before stopping.
    [[nodiscard]] Result<Done> finish(PgConnection &database);

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] Result<bool> seal(PgConnection &database);
    [[nodiscard]] Result<Done> anchor(PgConnection &database);
    void heed(const Error &error);

    QString m_anchorFile;
    std::chrono::milliseconds m_anchorEvery;
    Complain m_complain;
    std::optional<Clock::time_point> m_anchoredAt;
    std::optional<JournalHead> m_anchored; ///< the file's last line
    QString m_lastComplaint;
};

} // namespace desk
