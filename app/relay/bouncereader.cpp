// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/relay/bouncereader.h"

#include "app/core/logcategories.h"
#include "app/mail/deliverystatus.h"
#include "db/libpq/pgconnection.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int mostInOnePass = 100;
constexpr qint64 longestRead = 1024 * 1024; // readDeliveryStatus looks no further

#ifdef Q_OS_WIN
constexpr auto seenMark = ";2,S"_L1; // no colon in file names there
#else
constexpr auto seenMark = ":2,S"_L1;
#endif

QByteArray statusWord(DeliveryStatus::Outcome outcome)
{
    switch (outcome) {
    case DeliveryStatus::Outcome::Failed:
        return "failed";
    case DeliveryStatus::Outcome::Delayed:
        return "delayed";
    case DeliveryStatus::Outcome::Delivered:
        return "delivered";
    case DeliveryStatus::Outcome::Other:
        break;
    }
    return {};
}

/// The files of new/, links and devices left alone. Order does not matter.
QStringList waitingFiles(const QString &folder)
{
    QStringList names;
    QDirIterator it(folder, QDir::Files | QDir::NoSymLinks | QDir::Hidden);
    while (it.hasNext() && names.size() < mostInOnePass) {
        it.next();
        names.append(it.fileName());
    }
    return names;
}

} // namespace

BounceReader::BounceReader(QString maildir, QString envelope)
    : m_maildir(std::move(maildir)), m_envelope(std::move(envelope))
{
}

Result<Done> BounceReader::run(PgConnection &database)
{
    const auto done = pass(database);
    if (!done)
        return Failure(done.error());
    m_total.recorded += done->recorded;
    m_total.unknown += done->unknown;
    m_total.waiting = done->waiting;
    if (done->recorded + done->unknown > 0)
        qCWarning(logRelay) << "delivery reports:" << m_total.recorded << "recorded," << m_total.unknown
                            << "unknown so far";
    return Done{};
}

Result<BounceReader::Tally> BounceReader::pass(PgConnection &database)
{
    const QDir maildir(m_maildir);
    if (!maildir.exists(u"new"_s) || !maildir.mkpath(u"cur"_s) || !maildir.mkpath(u".Inconnus/new"_s)
        || !maildir.mkpath(u".Inconnus/cur"_s) || !maildir.mkpath(u".Inconnus/tmp"_s))
        return fail(Error::Code::NotFound, u"no maildir that can be written: "_s + m_maildir);
    Tally tally;
    for (const QString &name : waitingFiles(maildir.filePath(u"new"_s))) {
        QFile file(maildir.filePath(u"new/"_s + name));
        if (!file.open(QIODevice::ReadOnly))
            continue; // someone else took it, or may not be read: it stays
        const auto fate = fateOf(file.read(longestRead), database);
        file.close();
        if (!fate)
            return Failure(fate.error());
        if (*fate != Fate::Later && !move(name, *fate))
            return fail(Error::Code::Internal, u"a report cannot be put away in "_s + m_maildir);
        ++(*fate == Fate::Recorded ? tally.recorded : *fate == Fate::Unknown ? tally.unknown : tally.waiting);
    }
    return tally;
}

QStringList BounceReader::messageIds(const DeliveryStatus &status) const
{
    QStringList ids;
    if (!status.messageId.isEmpty())
        ids.append(status.messageId);
    if (!m_envelope.contains("{id}"_L1))
        return ids;
    const QString shape
        = QRegularExpression::escape(m_envelope).replace(QRegularExpression::escape(u"{id}"_s), u"([A-Za-z0-9.-]+)"_s);
    const QRegularExpression ours(u"^(?:%1)$"_s.arg(shape), QRegularExpression::CaseInsensitiveOption);
    for (const QString &address : status.sentTo) {
        const auto match = ours.match(address);
        if (match.hasMatch())
            ids.append(match.captured(1).toLower() + u"@envelope"_s);
    }
    if (!status.envelopeId.isEmpty())
        ids.append(status.envelopeId + u"@envelope"_s);
    return ids;
}

Result<BounceReader::Fate> BounceReader::fateOf(const QByteArray &mail, PgConnection &database) const
{
    const auto status = readDeliveryStatus(mail);
    if (!status)
        return Fate::Unknown;
    const QByteArray word = statusWord(status->outcome);
    const QStringList ids = messageIds(*status);
    if (word.isEmpty())
        return ids.isEmpty() ? Fate::Unknown : Fate::Recorded; // passed on: nothing to note
    for (const QString &id : ids) {
        const auto rows = database.exec("SELECT desk.relay_bounced($1, $2, $3) AS document",
                                        {id.toUtf8(), word, status->text.toUtf8()});
        if (!rows)
            return Failure(rows.error());
        const QString answer
            = QJsonDocument::fromJson(rows->bytes(0, "document")).object().value("status"_L1).toString();
        if (answer != "refused"_L1)
            return answer == "later"_L1 ? Fate::Later : Fate::Recorded;
    }
    return Fate::Unknown;
}

bool BounceReader::move(const QString &file, Fate fate) const
{
    const QDir maildir(m_maildir);
    const QString target
        = fate == Fate::Recorded ? u"cur/"_s + file.section(u':', 0, 0) + seenMark : u".Inconnus/new/"_s + file;
    // Recorded twice, put away twice: a file that is there already is the same report.
    QString free = target;
    for (int i = 1; maildir.exists(free) && i < 1000; ++i)
        free = fate == Fate::Recorded ? u"cur/%1.%2"_s.arg(file.section(u':', 0, 0)).arg(i) + seenMark
                                      : u"%1.%2"_s.arg(target).arg(i);
    return QFile::rename(maildir.filePath(u"new/"_s + file), maildir.filePath(free));
}

} // namespace desk
