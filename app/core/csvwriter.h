// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace desk {

/// What the far program wants. The defaults suit a French Excel and LibreOffice.
struct CsvStyle {
    char separator = ';';
    bool byteOrderMark = true; ///< spreadsheets take UTF-8 for an older encoding without it
};

/// Makes the bytes of a CSV file: RFC 4180 (CRLF, quotes doubled), UTF-8, and no cell that a spreadsheet would run as a
/// formula. Pure; any thread.
class CsvWriter {
public:
    explicit CsvWriter(CsvStyle style = {});

    /// Lines at the top: what the file is, who made it, when (time of Paris, with its name).
    void addOrigin(const QString &title, const QString &exportedBy, const QDateTime &exportedAt);
    void addRow(const QStringList &cells);
    void addEmptyRow() { m_bytes += "\r\n"; }

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    CsvStyle m_style;
    QByteArray m_bytes;
};

/// The text with an apostrophe before every = + - @ that a spreadsheet could take for the start of a cell: at its
/// beginning, and behind a separator or line break for readers that cut elsewhere than we do. A leading tab or carriage
/// return gets one too; NULs are taken out.
[[nodiscard]] QString neutralCsvCell(const QString &text);

/// Writes `bytes` as that file, or leaves what was there: never half of them. Errors: Invalid when it cannot be opened,
/// DiskFull when it cannot be written. Blocks; any thread.
[[nodiscard]] Result<Done> saveWhole(const QString &file, const QByteArray &bytes);

} // namespace desk
