// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/tempcluster.h"

#include <QHash>
#include <QJsonObject>
#include <QString>

#include <map>

namespace desk {

/// What a test asks of the one door. The id is made anew unless one is given.
struct Ask {
    QString kind;
    QByteArray params = "{}";
    QString reason = {}, reasonText = {};
    QString call = {};
    qint64 ticket = 0;
    QString id = {};
};

/// A small world on a real server: an establishment with the callers one meets, known by the ids below. Log-ins are
/// those of TempCluster; superviseur2 is a second log-in of agent1's person. Every call blocks. A failing statement
/// answers an empty document and keeps its error in `error`.
class RulesWorld {
public:
    static inline const QString siret = QStringLiteral("73282932000074"); ///< establishment 1, Toulouse
    static inline const QString unknownSiret = QStringLiteral("39481722500011"); ///< valid, and nobody's
    static inline const QString call = QStringLiteral("00000000-0000-4000-8000-000000000001"); ///< agent1's
    static inline const QString otherCall = QStringLiteral("00000000-0000-4000-8000-000000000002"); ///< agent2's
    static inline const QString closedCall = QStringLiteral("00000000-0000-4000-8000-000000000003"); ///< agent1's

    [[nodiscard]] bool start(QString *why);
    /// A database of its own with the world in it; connections to the one before are closed.
    [[nodiscard]] bool fresh(QString *why);

    /// The one JSON document that `sql` answers in its first column, named d.
    QJsonObject document(const QString &login, const QByteArray &sql,
                         const QList<std::optional<QByteArray>> &params = {});
    /// A reading as a console does it, announced and then answered; the refusal of whichever refused.
    QJsonObject read(const QString &login, const QByteArray &what, const QByteArray &params = "{}");
    QJsonObject operate(const QString &login, const Ask &ask);
    /// A caller check passed in that call by its agent; 0 is none.
    void givePass(const QString &inCall, qint64 establishment, qint64 account);
    /// Runs `sql` under that log-in: the SQLSTATE it failed with, empty when it passed.
    QString stateOf(const QString &login, const QByteArray &sql);
    /// The first column of the first row, as superuser.
    QString one(const QByteArray &sql);
    [[nodiscard]] Result<PgConnection> connect(const QString &login) const
    {
        return m_cluster.connect(login, m_database);
    }

    std::optional<Error> error; ///< of the last call

    static QString newId();

private:
    PgConnection &as(const QString &login);

    TempCluster m_cluster;
    std::map<QString, PgConnection> m_connections;
    QString m_database;
    int m_count = 0;
};

} // namespace desk
