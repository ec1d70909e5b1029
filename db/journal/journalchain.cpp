// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/journal/journalchain.h"

#include <QCryptographicHash>

namespace desk::journalchain {

QByteArray netstring(const Column &column)
{
    return column ? QByteArray::number(column->size()) + ':' + *column : QByteArray("-");
}

QByteArray digest(const QList<Column> &columns)
{
    QByteArray text = "asp-journal-1,";
    for (const Column &column : columns)
        text += netstring(column);
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256);
}

QByteArray linkHash(const QByteArray &before, const QByteArray &seq, const QByteArray &journalId, const QByteArray &at,
                    const QByteArray &kind, const QByteArray &digest)
{
    return QCryptographicHash::hash(before + digest + netstring(seq) + netstring(journalId) + netstring(at)
                                        + netstring(kind),
                                    QCryptographicHash::Sha256);
}

QByteArray firstHash()
{
    return QByteArray(32, '\0');
}

} // namespace desk::journalchain
