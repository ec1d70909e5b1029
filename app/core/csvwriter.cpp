// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/csvwriter.h"

#include "app/core/desktime.h"

#include <QSaveFile>
#include <QStringView>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

/// The wide forms too: some spreadsheets read them as the plain ones.
bool startsFormula(QChar c)
{
    return QStringView(u"=+-@＝＋－＠").contains(c);
}

bool endsCell(QChar c)
{
    return QStringView(u",;\t\r\n").contains(c);
}

QByteArray quoted(const QString &text, char separator)
{
    const QByteArray bytes = text.toUtf8();
    const bool plain = !bytes.contains(separator) && !bytes.contains('"') && !bytes.contains('\r')
        && !bytes.contains('\n') && !bytes.contains('\t') && !bytes.startsWith(' ') && !bytes.endsWith(' ');
    return plain ? bytes : '"' + QByteArray(bytes).replace('"', "\"\"") + '"';
}

} // namespace

QString neutralCsvCell(const QString &text)
{
    QString safe;
    safe.reserve(text.size() + 2);
    bool mayStart = true;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isNull())
            continue;
        if (mayStart && (startsFormula(c) || (safe.isEmpty() && (c == u'\t' || c == u'\r'))))
            safe += u'\'';
        safe += c;
        mayStart = endsCell(c) || (mayStart && (c.isSpace() || c == u'"'));
    }
    return safe;
}

CsvWriter::CsvWriter(CsvStyle style) : m_style(style)
{
    if (m_style.byteOrderMark)
        m_bytes = "\xEF\xBB\xBF";
}

void CsvWriter::addOrigin(const QString &title, const QString &exportedBy, const QDateTime &exportedAt)
{
    addRow({title});
    addRow({u"Exporté par"_s, exportedBy});
    addRow({u"Exporté le"_s, deskTime(exportedAt).toString(u"dd/MM/yyyy HH:mm:ss"_s) + u" (heure de Paris)"_s});
    addEmptyRow();
}

void CsvWriter::addRow(const QStringList &cells)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            m_bytes += m_style.separator;
        m_bytes += quoted(neutralCsvCell(cells[i]), m_style.separator);
    }
    m_bytes += "\r\n";
}

Result<Done> saveWhole(const QString &file, const QByteArray &bytes)
{
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return fail(Error::Code::Invalid, u"cannot be opened"_s);
    if (target.write(bytes) != bytes.size() || !target.commit())
        return fail(Error::Code::DiskFull, u"cannot be written"_s);
    return Done();
}

} // namespace desk
