// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/journal/journalverify.h"
#include "tests/support/tempcluster.h"

namespace desk {

/// A journal of sixty sealed rows in twenty transactions, ids 1 to 60, on a real server; anew for each test. Errors are
/// test failures: they end up in `error`, which a test compares with an empty text.
class JournalWorld {
public:
    [[nodiscard]] bool start(QString *why);
    [[nodiscard]] bool fresh(QString *why);

    /// As superuser, with every trigger off: what nobody can be kept from who has the server.
    void tamper(const QByteArray &sql);
    /// As the owner of the tables, triggers on; the first column of the first row.
    QString own(const QByteArray &sql);
    /// Seals everything that can be.
    void seal();
    /// Rows of one transaction, by the superuser, not sealed: "(kind, at)" and the like, then the values.
    [[nodiscard]] AnchorFile::Content anchorOfNow(const QDateTime &at = QDateTime::currentDateTimeUtc());
    [[nodiscard]] JournalReport verify(const std::optional<AnchorFile::Content> &anchor = {});

    [[nodiscard]] Result<PgConnection> connect(const QString &login) const
    {
        return m_cluster.connect(login, m_database);
    }
    [[nodiscard]] QString uri(const QString &login = QStringLiteral("admin")) const
    {
        return m_cluster.uri(login, m_database);
    }
    [[nodiscard]] const TempCluster &cluster() const { return m_cluster; }
    [[nodiscard]] QString database() const { return m_database; }

    struct Outcome {
        int code = -1;
        QString out, err;
    };
    /// Runs asp-dbadmin.
    [[nodiscard]] static Outcome dbadmin(const QStringList &arguments);

    QString error;

private:
    void failed(const Error &why) { error = why.detail; }

    TempCluster m_cluster;
    PgConnection m_owner, m_tamperer;
    QString m_database;
    int m_count = 0;
};

} // namespace desk
