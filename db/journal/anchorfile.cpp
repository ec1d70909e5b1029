// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/journal/anchorfile.h"

#include <QFile>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool flushToDisk(QFile &file)
{
    if (!file.flush())
        return false;
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return ::fsync(file.handle()) == 0;
#endif
}

Failure unusable(const QFile &file)
{
    return Failure(Error{Error::Code::Unavailable,
                         u"anchor file: "_s + file.errorString(),
                         u"anchor_file"_s,
                         {{u"file"_s, file.fileName()}, {u"reason"_s, file.errorString()}}});
}

bool endsWithinLine(QFile &file)
{
    return file.size() > 0 && file.seek(file.size() - 1) && file.read(1) != "\n";
}

} // namespace

Result<Done> AnchorFile::append(const AnchorLine &line) const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::Append, QFile::ReadOwner | QFile::WriteOwner))
        return unusable(file);
    QByteArray text = toAnchorLine(line);
    if (endsWithinLine(file))
        text.prepend('\n');
    if (file.write(text) != text.size() || !flushToDisk(file))
        return unusable(file);
    return Done{};
}

Result<AnchorFile::Content> AnchorFile::read() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return unusable(file);
    Content content;
    for (qsizetype number = 1; !file.atEnd(); ++number) {
        const QByteArray text = file.readLine(4096);
        if (text.trimmed().isEmpty() || text.startsWith('#'))
            continue;
        for (QByteArray rest = text; !rest.endsWith('\n') && !file.atEnd();) // far too long: one line all the same
            rest = file.readLine(4096);
        const bool last = !text.endsWith('\n') && file.atEnd();
        if (const auto line = parseAnchorLine(text); line && !last)
            content.entries.append({number, *line});
        else if ((last && text.size() < 4000) || beginsAnchorLine(QByteArrayView(text).chopped(1)))
            ++content.cutShort;
        else
            content.unreadable.append(number);
    }
    return content;
}

std::optional<AnchorLine> AnchorFile::last() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    constexpr qint64 enough = 1024;
    file.seek(std::max<qint64>(0, file.size() - enough));
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (auto it = lines.crbegin(); it != lines.crend(); ++it) {
        if (const auto line = parseAnchorLine(*it))
            return *line;
    }
    return std::nullopt;
}

} // namespace desk
