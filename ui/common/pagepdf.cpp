// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/pagepdf.h"

#include "app/core/desktime.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFont>
#include <QFontMetricsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

#include <algorithm>
#include <functional>
#include <memory>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct PagePdfText {
    Q_DECLARE_TR_FUNCTIONS(PagePdf)
};

constexpr int dotsPerInch = 300;
constexpr double mostLines = 3; // of one cell
const QColor ink(0x161616), quiet(0x5a5f6b), hair(0xc9ccd6), band(0xf4f5f8); // paper is light, whatever the screen

double mm(double millimetres)
{
    return millimetres * dotsPerInch / 25.4;
}

QFont printFont(double points, bool strong = false)
{
    QFont font;
    font.setPointSizeF(points);
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

/// Puts parts below each other on as many pages as it takes. Pages are lists of things to draw, so that their number is
/// known before the first is drawn.
class PageLayout {
public:
    using Draw = std::function<void(QPainter &)>;
    PageLayout(QPaintDevice *device, const QSizeF &room) : m_device(device), m_room(room) { m_pages << QList<Draw>(); }

    [[nodiscard]] const QList<QList<Draw>> &pages() const { return m_pages; }

    void addWords(const QString &text, double points, bool strong, const QColor &colour, double after)
    {
        const QFont font = printFont(points, strong);
        const QRectF needed = metrics(font).boundingRect(QRectF(0, 0, m_room.width(), 1e6), Qt::TextWordWrap, text);
        reserve(needed.height());
        const QRectF box(0, m_y, m_room.width(), needed.height() + 1);
        draw([=](QPainter &painter) { drawText(painter, box, Qt::TextWordWrap, font, colour, text); });
        m_y += needed.height() + after;
    }

    void addFigures(const QList<std::pair<QString, QString>> &figures)
    {
        const QFont small = printFont(8.5), large = printFont(17, true);
        const double labelHeight = metrics(small).height(), figureHeight = metrics(large).height();
        reserve(labelHeight + figureHeight);
        const double width = m_room.width() / double(std::max<qsizetype>(1, figures.size()));
        for (int i = 0; i < int(figures.size()); ++i) {
            const QRectF label(width * i, m_y, width - mm(2), labelHeight);
            const QRectF figure(width * i, m_y + labelHeight, width - mm(2), figureHeight);
            draw([=, one = figures.at(i)](QPainter &painter) {
                drawText(painter, label, Qt::TextSingleLine, small, quiet, one.first);
                drawText(painter, figure, Qt::TextSingleLine, large, ink, one.second);
            });
        }
        m_y += labelHeight + figureHeight + mm(3);
    }

    void addPictures(const QList<PagePdf::Picture> &pictures)
    {
        const QFont heading = printFont(10, true), small = printFont(8);
        const double gap = mm(6);
        const double width
            = (m_room.width() - gap * double(pictures.size() - 1)) / double(std::max<qsizetype>(1, pictures.size()));
        double height = 0, words = 0;
        for (const PagePdf::Picture &one : pictures) {
            height = std::max(height, one.size.height() * width / one.size.width());
            words = std::max(
                words, metrics(small).boundingRect(QRectF(0, 0, width, 1e6), Qt::TextWordWrap, one.words).height());
        }
        height = std::min(height, mm(75)); // half a page: what comes after it has room too
        const double title = metrics(heading).height() + mm(1);
        reserve(title + height + words);
        for (int i = 0; i < int(pictures.size()); ++i) {
            const double x = (width + gap) * i;
            const QRectF top(x, m_y, width, title), room(x, m_y + title, width, height);
            const QRectF under(x, m_y + title + height, width, words + 1);
            draw([=, one = pictures.at(i)](QPainter &painter) {
                drawText(painter, top, Qt::TextSingleLine, heading, ink, one.title);
                drawPicture(painter, room, one);
                drawText(painter, under, Qt::TextWordWrap, small, quiet, one.words);
            });
        }
        m_y += title + height + words + mm(5);
    }

    void addTable(const PagePdf::Table &table)
    {
        const QList<double> widths = columnWidths(table);
        const QFont plain = printFont(9), heading = printFont(10, true);
        const double headHeight = metrics(printFont(8, true)).height() + mm(2);
        const double titleHeight = table.title.isEmpty() ? 0 : metrics(heading).height() + mm(1.5);
        reserve(titleHeight + headHeight + mm(12)); // a heading alone at the end of a page helps nobody
        if (!table.title.isEmpty())
            addWords(table.title, 10, true, ink, mm(1.5));
        if (table.rows.isEmpty()) {
            addWords(table.nothing, 9, false, quiet, mm(5));
            return;
        }
        addHeads(table, widths, headHeight);
        for (int row = 0; row < int(table.rows.size()); ++row) {
            const double height = rowHeight(table.rows.at(row), widths, plain);
            if (m_y + height > m_room.height()) {
                newPage();
                addHeads(table, widths, headHeight);
            }
            addRow(table, table.rows.at(row), widths, plain, height);
        }
        m_y += mm(5);
    }

private:
    [[nodiscard]] QFontMetricsF metrics(const QFont &font) const { return QFontMetricsF(font, m_device); }
    void draw(Draw what) { m_pages.last() << std::move(what); }
    void newPage()
    {
        m_pages << QList<Draw>();
        m_y = 0;
    }
    void reserve(double height)
    {
        if (m_y > 0 && m_y + height > m_room.height())
            newPage();
    }
    static void drawText(QPainter &painter, const QRectF &box, int flags, const QFont &font, const QColor &colour,
                         const QString &text)
    {
        painter.setFont(font);
        painter.setPen(colour);
        const bool one = flags & Qt::TextSingleLine;
        painter.drawText(box, flags,
                         one ? painter.fontMetrics().elidedText(text, Qt::ElideRight, int(box.width())) : text);
    }
    static void drawPicture(QPainter &painter, const QRectF &room, const PagePdf::Picture &picture)
    {
        const double scale = std::min(room.width() / picture.size.width(), room.height() / picture.size.height());
        // A recording is played back at the resolution of where it goes: taken back here.
        const QPicture &drawing = picture.drawing;
        painter.save();
        painter.setClipRect(room);
        painter.translate(room.topLeft());
        painter.scale(scale * drawing.logicalDpiX() / dotsPerInch, scale * drawing.logicalDpiY() / dotsPerInch);
        painter.drawPicture(0, 0, drawing);
        painter.restore();
    }
    [[nodiscard]] QList<double> columnWidths(const PagePdf::Table &table) const
    {
        double all = 0;
        for (const PagePdf::Column &column : table.columns)
            all += column.weight;
        QList<double> widths;
        for (const PagePdf::Column &column : table.columns)
            widths << m_room.width() * column.weight / std::max(all, 0.001);
        return widths;
    }
    [[nodiscard]] double rowHeight(const QStringList &cells, const QList<double> &widths, const QFont &font) const
    {
        const QFontMetricsF measure = metrics(font);
        double height = measure.height();
        for (int i = 0; i < int(std::min(cells.size(), widths.size())); ++i)
            height = std::max(
                height,
                measure
                    .boundingRect(QRectF(0, 0, widths.at(i) - mm(2), 1e6), Qt::TextWordWrap, cells.at(i).simplified())
                    .height());
        return std::min(height, mostLines * measure.lineSpacing()) + mm(1.6);
    }
    void addHeads(const PagePdf::Table &table, const QList<double> &widths, double height)
    {
        const QFont font = printFont(8, true);
        const double y = m_y, width = m_room.width();
        draw([=](QPainter &painter) {
            painter.fillRect(QRectF(0, y, width, height), band);
            double x = 0;
            for (int i = 0; i < int(table.columns.size()); ++i) {
                const PagePdf::Column &column = table.columns.at(i);
                drawText(painter, QRectF(x + mm(1), y, widths.at(i) - mm(2), height),
                         int(Qt::TextSingleLine | Qt::AlignVCenter)
                             | int(column.number ? Qt::AlignRight : Qt::AlignLeft),
                         font, quiet, column.title);
                x += widths.at(i);
            }
        });
        m_y += height;
    }
    void addRow(const PagePdf::Table &table, const QStringList &cells, const QList<double> &widths, const QFont &font,
                double height)
    {
        const double y = m_y, width = m_room.width();
        const QList<PagePdf::Column> columns = table.columns;
        draw([=](QPainter &painter) {
            double x = 0;
            for (int i = 0; i < int(std::min(cells.size(), columns.size())); ++i) {
                const QRectF box(x + mm(1), y + mm(0.8), widths.at(i) - mm(2), height - mm(1.4));
                painter.save();
                painter.setClipRect(box);
                drawText(painter, box,
                         int(Qt::TextWordWrap | Qt::AlignTop)
                             | int(columns.at(i).number ? Qt::AlignRight : Qt::AlignLeft),
                         font, ink, cells.at(i).simplified());
                painter.restore();
                x += widths.at(i);
            }
            painter.setPen(QPen(hair, mm(0.15)));
            painter.drawLine(QPointF(0, y + height), QPointF(width, y + height));
        });
        m_y += height;
    }

    QPaintDevice *m_device;
    QSizeF m_room;
    double m_y = 0;
    QList<QList<Draw>> m_pages;
};

void drawFoot(QPainter &painter, const QSizeF &room, double height, const QString &text, int page, int pages)
{
    painter.setFont(printFont(8));
    painter.setPen(quiet);
    const QRectF box(0, room.height() + mm(2), room.width(), height);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, text);
    painter.drawText(box, Qt::AlignRight | Qt::AlignTop | Qt::TextSingleLine,
                     PagePdfText::tr("page %1 sur %2").arg(page).arg(pages));
}

} // namespace

PagePdf::PagePdf(QString title, QString madeBy, const QDateTime &madeAt)
    : m_title(std::move(title)), m_madeBy(std::move(madeBy)), m_madeAt(madeAt)
{
}

void PagePdf::addWords(const QString &words)
{
    m_parts << words;
}

void PagePdf::addFigures(const QList<std::pair<QString, QString>> &figures)
{
    m_parts << figures;
}

void PagePdf::addPictures(const QList<Picture> &pictures)
{
    if (!pictures.isEmpty())
        m_parts << pictures;
}

void PagePdf::addTable(const Table &table)
{
    m_parts << table;
}

QByteArray PagePdf::bytes() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(m_title);
    writer.setCreator(u"Assistance AP"_s);
    writer.setResolution(dotsPerInch);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(12, 11, 12, 10),
                                     QPageLayout::Millimeter));
    const QString origin = PagePdfText::tr("Établi par %1 le %2 (heure de Paris)")
                               .arg(m_madeBy, deskTime(m_madeAt).toString(u"dd/MM/yyyy HH:mm"_s));
    const double foot = mm(7);
    const QSizeF room(writer.width(), writer.height() - foot);
    PageLayout layout(&writer, room);
    layout.addWords(m_title, 16, true, ink, mm(0.5));
    layout.addWords(origin, 9, false, quiet, mm(4));
    for (const Part &part : m_parts) {
        if (const auto *words = std::get_if<QString>(&part))
            layout.addWords(*words, 9.5, false, ink, mm(3));
        else if (const auto *figures = std::get_if<Figures>(&part))
            layout.addFigures(*figures);
        else if (const auto *pictures = std::get_if<QList<Picture>>(&part))
            layout.addPictures(*pictures);
        else if (const auto *table = std::get_if<Table>(&part))
            layout.addTable(*table);
    }
    QPainter painter(&writer);
    const int pages = int(layout.pages().size());
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        for (const auto &draw : layout.pages().at(page))
            draw(painter);
        drawFoot(painter, room, foot, m_title + u" · "_s + origin, page + 1, pages);
    }
    painter.end();
    return bytes;
}

Result<Done> PagePdf::write(const QString &file) const
{
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return fail(Error::Code::Invalid, u"cannot be opened"_s);
    const QByteArray made = bytes();
    if (target.write(made) != made.size() || !target.commit())
        return fail(Error::Code::DiskFull, u"cannot be written"_s);
    return Done();
}

QFuture<Result<Done>> writePdf(const QString &file, const PagePdf &page)
{
    auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, file, page] {
        promise->addResult(page.write(file));
        promise->finish();
    });
    return promise->future();
}

} // namespace desk
