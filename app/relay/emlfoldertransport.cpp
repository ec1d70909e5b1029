// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/relay/emlfoldertransport.h"

#include <QDateTime>
#include <QDir>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace desk {

Result<Done> EmlFolderTransport::send(const OutgoingMail &mail)
{
    if (!QDir().mkpath(m_folder))
        return fail(Error::Code::Unavailable, u"mail folder cannot be made"_s);
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    // QSaveFile renames at the end: a reader never sees half a message.
    QSaveFile file(QDir(m_folder).filePath(u"%1-%2.eml"_s.arg(stamp).arg(mail.id, 6, 10, QLatin1Char('0'))));
    if (!file.open(QIODevice::WriteOnly) || file.write(mail.message) != mail.message.size() || !file.commit())
        return fail(Error::Code::Unavailable, u"message cannot be written"_s);
    return Done{};
}

} // namespace desk
