// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"

#include <QDateTime>
#include <QString>

namespace desk {

enum class NoticeKind { Incident, Annonce };
BOOST_DESCRIBE_ENUM(NoticeKind, Incident, Annonce)

struct IncidentNotice {
    qint64 id = 0;
    QString text;
    QDateTime from, until;
    NoticeKind kind = NoticeKind::Incident;
    QString link = {}; ///< a web address to read more, or empty
    friend bool operator==(const IncidentNotice &, const IncidentNotice &) = default;
};
BOOST_DESCRIBE_STRUCT(IncidentNotice, (), (id, text, from, until, kind, link))

} // namespace desk
