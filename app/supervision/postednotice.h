// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/incidentnotice.h"

#include <QDateTime>
#include <QString>

namespace desk {

struct PostedNotice {
    qint64 id = 0;
    NoticeKind kind = NoticeKind::Incident;
    QString text, link;
    QDateTime from, until, endedAt;
    QString postedByName;
    friend bool operator==(const PostedNotice &, const PostedNotice &) = default;
};
BOOST_DESCRIBE_STRUCT(PostedNotice, (), (id, kind, text, link, from, until, endedAt, postedByName))

} // namespace desk
