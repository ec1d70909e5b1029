// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"
#include "app/supervision/incidentnotice.h"

#include <QHash>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QUuid>

namespace desk {

/// One line of a list the desk chooses from (outcomes, reasons, motifs).
struct ListItem {
    QString code, label;
    bool needsText = false; ///< a free text is required with it
    friend bool operator==(const ListItem &, const ListItem &) = default;
};
BOOST_DESCRIBE_STRUCT(ListItem, (), (code, label, needsText))

/// A script as published in the central database.
struct PublishedScript {
    QString id;
    int version = 0;
    QString yaml;
    friend bool operator==(const PublishedScript &, const PublishedScript &) = default;
};
BOOST_DESCRIBE_STRUCT(PublishedScript, (), (id, version, yaml))

/// What `desk.session_info` answers once, right after log-in.
struct SessionInfo {
    enum class Environment { Production, Recette, Demonstration };
    BOOST_DESCRIBE_NESTED_ENUM(Environment, Production, Recette, Demonstration)
    QString login, displayName;
    bool supervisor = false;
    bool passwordUsed
        = false; ///< the server asked for the password and took it; false: Kerberos, a certificate, a socket
    QDateTime passwordExpiresAt; ///< invalid: it does not
    Environment environment = Environment::Demonstration;
    int schemaVersion = 0, minClientVersion = 0;
    QDateTime serverTime;
    QHash<QString, QString> settings; ///< e.g. "telephone.assistance" → "0800 705 800"
    QList<ListItem> motifs, ticketOutcomes, operationReasons, callOutcomes, holdReasons;
    QList<IncidentNotice> notices;
};
/// What the server's greeting adds is no part of the document: passwordUsed, passwordExpiresAt.
BOOST_DESCRIBE_STRUCT(SessionInfo, (),
                      (login, displayName, supervisor, environment, schemaVersion, minClientVersion, serverTime,
                       settings, motifs, ticketOutcomes, operationReasons, callOutcomes, holdReasons, notices))

/// One's own request for another person's approval, as the pulse tells it: waiting, or decided within the day.
struct OwnRequest {
    QUuid id;
    QString kind, state, denomination;
    QDateTime decidedAt, expiresAt;
    friend bool operator==(const OwnRequest &, const OwnRequest &) = default;
};
BOOST_DESCRIBE_STRUCT(OwnRequest, (), (id, kind, state, denomination, decidedAt, expiresAt))

/// What `desk.pulse` answers every two seconds: hints to refresh, never data of a file.
struct Pulse {
    QDateTime serverTime;
    QString fileStamp; ///< of the open file; empty when none is open
    int mailsWaiting = 0; ///< credential mails queued or being sent, all agents
    QList<IncidentNotice> notices;
    int roundTripMs = 0; ///< measured here
    int mailsFailed = 0; ///< refused or bounced and not sent again
    int approvalsWaiting = 0, objections = 0; ///< for supervisors; 0 for agents
    QList<OwnRequest> myRequests;
    QString ticketsStamp, presenceStamp; ///< change with any ticket, and with who has one open
};
BOOST_DESCRIBE_STRUCT(Pulse, (),
                      (serverTime, fileStamp, mailsWaiting, notices, mailsFailed, approvalsWaiting, objections,
                       myRequests, ticketsStamp, presenceStamp))

/// The version of the operations and read functions this program was built for; compared with min_client_version.
inline constexpr int clientVersion = 2;
/// Any schema from here up will do: changes are additive. 41 is the baseline (db/schema/baseline).
inline constexpr int oldestSchema = 41;

} // namespace desk

Q_DECLARE_METATYPE(desk::SessionInfo)
