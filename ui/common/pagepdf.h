// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QPicture>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <variant>

namespace desk {

/// What a page shows, as a PDF for printing and sending: A4 landscape, text and lines, never a screenshot. A heading
/// with who made it and when, then parts in the order they were added; tables go on over pages with their headings,
/// each page has its number. A value: made in the GUI thread, written in any.
class PagePdf {
public:
    struct Column {
        QString title;
        double weight = 1; ///< of the width
        bool number = false; ///< at the right
    };
    struct Table {
        QString title;
        QList<Column> columns;
        QList<QStringList> rows;
        QString nothing; ///< said instead of an empty table
    };
    /// Something drawn, recorded on a ground of `size`; scaled to the room it gets.
    struct Picture {
        QString title;
        QPicture drawing;
        QSizeF size;
        QString words; ///< the same in a sentence, under it
    };

    PagePdf(QString title, QString madeBy, const QDateTime &madeAt);

    void addWords(const QString &words); ///< a paragraph
    /// Label and figure, side by side.
    void addFigures(const QList<std::pair<QString, QString>> &figures);
    void addPictures(const QList<Picture> &pictures); ///< side by side
    void addTable(const Table &table);

    [[nodiscard]] QByteArray bytes() const;
    /// Written in one step: the file is whole or the old one is still there.
    [[nodiscard]] Result<Done> write(const QString &file) const;

private:
    using Figures = QList<std::pair<QString, QString>>;
    using Part = std::variant<QString, Figures, QList<Picture>, Table>;

    QString m_title, m_madeBy;
    QDateTime m_madeAt;
    QList<Part> m_parts;
};

/// Writes it in a thread of the pool.
[[nodiscard]] QFuture<Result<Done>> writePdf(const QString &file, const PagePdf &page);

} // namespace desk
