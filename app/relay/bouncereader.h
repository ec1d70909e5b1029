// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/relay/periodictask.h"

#include <QStringList>

namespace desk {

struct DeliveryStatus;

/// Takes what mail servers report about our mails out of a maildir: new/ is read, what was recorded goes to cur/, and
/// what is no report, or about no mail of ours, goes to the sub-folder .Inconnus for people to read. Nothing is
/// deleted.
class BounceReader : public PeriodicTask {
public:
    struct Tally {
        int recorded = 0, unknown = 0, waiting = 0;
    };
    /// `envelope`: as in RelayConfig; with "{id}" a report that sends no headers back is matched by its recipient.
    BounceReader(QString maildir, QString envelope);

    [[nodiscard]] QString name() const override { return QStringLiteral("retours"); }
    [[nodiscard]] std::chrono::milliseconds every() const override { return std::chrono::seconds(5); }
    [[nodiscard]] Result<Done> run(PgConnection &database) override;
    /// One pass over at most a hundred reports. Fails when the database or the folder does.
    [[nodiscard]] Result<Tally> pass(PgConnection &database);
    [[nodiscard]] const Tally &total() const { return m_total; }

private:
    enum class Fate { Recorded, Unknown, Later };
    [[nodiscard]] Result<Fate> fateOf(const QByteArray &mail, PgConnection &database) const;
    [[nodiscard]] QStringList messageIds(const DeliveryStatus &status) const;
    [[nodiscard]] bool move(const QString &file, Fate fate) const;

    QString m_maildir, m_envelope;
    Tally m_total;
};

} // namespace desk
