// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/overview/overviewcharts.h"

#include "app/core/desktime.h"
#include "ui/common/format.h"
#include "ui/overview/overviewtexts.h"
#include "ui/theme/theme.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QCoreApplication>
#include <QGraphicsLayout>
#include <QGraphicsObject>
#include <QGraphicsScene>
#include <QHorizontalStackedBarSeries>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostHoursWithUnit = 14;

struct OverviewCharts {
    Q_DECLARE_TR_FUNCTIONS(OverviewCharts)
};

constexpr int latestFirstHour = 8; // a quiet day still shows the morning
constexpr int dayStep = 5; // days between two labels

QColor mixed(const QColor &a, const QColor &b, double part)
{
    const auto one = [part](int x, int y) { return int(x * part + y * (1 - part) + 0.5); };
    return QColor(one(a.red(), b.red()), one(a.green(), b.green()), one(a.blue(), b.blue()));
}

/// The names beside the bars, drawn by us: the axis cuts long ones to "…" though there is room.
class BarNames : public QGraphicsObject {
public:
    enum { Type = UserType + 1 };
    BarNames(QChart *chart, const QStringList &names, const QFont &font, const QColor &ink)
        : QGraphicsObject(chart), m_chart(chart), m_names(names), m_font(font), m_ink(ink)
    {
        QObject::connect(chart, &QChart::plotAreaChanged, this, [this] { update(); });
    }
    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] static int widthOf(const QStringList &names, const QFont &font)
    {
        int width = 0;
        for (const QString &name : names)
            width = std::max(width, QFontMetrics(font).horizontalAdvance(name));
        return width + 8;
    }
    [[nodiscard]] QRectF boundingRect() const override { return m_chart->rect(); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        const QRectF plot = m_chart->plotArea();
        const double height = plot.height() / double(std::max<qsizetype>(1, m_names.size()));
        painter->setFont(m_font);
        painter->setPen(m_ink);
        for (int i = 0; i < int(m_names.size()); ++i)
            painter->drawText(QRectF(0, plot.top() + height * i, plot.left() - 8, height),
                              Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_names.at(i));
    }

private:
    QChart *m_chart;
    QStringList m_names;
    QFont m_font;
    QColor m_ink;
};

void clear(QChart *chart, const ChartLook &look)
{
    chart->removeAllSeries();
    const auto items = chart->childItems();
    for (QGraphicsItem *item : items) {
        if (item->type() == BarNames::Type)
            delete item;
    }
    const auto axes = chart->axes();
    for (QAbstractAxis *axis : axes) {
        chart->removeAxis(axis);
        delete axis;
    }
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setBackgroundVisible(false);
    chart->setPlotAreaBackgroundVisible(false);
    chart->setMargins(QMargins(0, 0, 0, 0));
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->legend()->setAlignment(Qt::AlignBottom);
    chart->legend()->layout()->setContentsMargins(0, 0, 0, 0);
    chart->legend()->setFont(uiFont(look.font, 11));
    chart->legend()->setLabelColor(look.tokens.text);
    chart->legend()->setShowToolTips(false);
}

void dress(QAbstractAxis *axis, const ChartLook &look, bool grid)
{
    axis->setLabelsFont(uiFont(look.font, 11));
    axis->setLabelsColor(grid ? look.tokens.secondary : look.tokens.text);
    axis->setLinePen(QPen(look.tokens.line));
    axis->setGridLinePen(QPen(look.tokens.line));
    axis->setGridLineVisible(grid);
    axis->setLineVisible(!grid);
}

/// From 0 to a round number above `most`, in whole steps.
QValueAxis *countAxis(const ChartLook &look, int most)
{
    auto *axis = new QValueAxis;
    int step = 1;
    for (int next = 1; step * 4 < most; next = next == 1 ? 2 : next == 2 ? 5 : 1)
        step = next == 1 ? step * 2 : next == 2 ? step / 2 * 5 : step * 2;
    const int top = std::max(1, (most + step - 1) / step) * step;
    axis->setRange(0, top);
    axis->setTickCount(top / step + 1);
    axis->setLabelFormat(u"%d"_s);
    dress(axis, look, true);
    return axis;
}

QBarSet *barSet(const QString &label, const QColor &ground, const QColor &edge)
{
    auto *set = new QBarSet(label);
    set->setBrush(ground);
    set->setPen(QPen(edge, 1));
    set->setLabelColor(edge);
    return set;
}

int mostOf(const QList<HourCount> &counts)
{
    int most = 0;
    for (const HourCount &one : counts)
        most = std::max({most, one.received, one.closed});
    return most;
}

QList<HourCount> withoutNight(const QList<HourCount> &hours)
{
    QList<HourCount> shown;
    for (const HourCount &hour : hours) {
        const bool empty = hour.received == 0 && hour.closed == 0;
        if (!shown.isEmpty() || !empty || deskTime(hour.from).time().hour() >= latestFirstHour)
            shown << hour;
    }
    return shown;
}

} // namespace

QList<QColor> ageColours(const Tokens &t)
{
    return {mixed(t.accent, t.panel, 0.35), mixed(t.accent, t.panel, 0.6), mixed(t.accent, t.panel, 0.85), t.warning,
            t.error};
}

void showBacklog(QChart *chart, const ChartLook &look, const QList<BacklogLine> &backlog, const QList<ListItem> &motifs,
                 const std::function<void(int)> &clicked)
{
    clear(chart, look);
    auto *series = new QHorizontalStackedBarSeries;
    series->setBarWidth(0.62);
    auto *names = new QBarCategoryAxis;
    const QStringList ages = ageLabels();
    const QList<QColor> colours = ageColours(look.tokens);
    int most = 0;
    for (int age = 0; age < int(ages.size()); ++age) {
        QBarSet *set = barSet(ages.at(age), colours.at(age), look.tokens.panel);
        for (auto line = backlog.crbegin(); line != backlog.crend(); ++line) // a chart counts from below
            *set << line->ages.value(age);
        series->append(set);
    }
    QStringList shown;
    for (const BacklogLine &line : backlog) {
        shown << u"%1 · %2"_s.arg(motifLabel(motifs, line.motif), groupedNumber(line.total));
        most = std::max(most, line.total);
    }
    names->append(QStringList(shown.crbegin(), shown.crend()));
    chart->addSeries(series);
    dress(names, look, false);
    names->setLabelsVisible(false);
    const QFont small = uiFont(look.font, 11);
    chart->setMargins(QMargins(BarNames::widthOf(shown, small), 0, 12, 0));
    new BarNames(chart, shown, small, look.tokens.text);
    chart->addAxis(names, Qt::AlignLeft);
    QValueAxis *counts = countAxis(look, most);
    chart->addAxis(counts, Qt::AlignBottom);
    series->attachAxis(names);
    series->attachAxis(counts);
    if (clicked)
        QObject::connect(series, &QAbstractBarSeries::clicked, chart,
                         [clicked, last = int(backlog.size()) - 1](int index) { clicked(last - index); });
}

void showHours(QChart *chart, const ChartLook &look, const QList<HourCount> &hours)
{
    clear(chart, look);
    auto *series = new QBarSeries;
    series->setBarWidth(0.74);
    QBarSet *received = barSet(OverviewCharts::tr("reçues"), look.tokens.accent, look.tokens.panel);
    QBarSet *closed = barSet(OverviewCharts::tr("closes"), look.tokens.success, look.tokens.panel);
    auto *names = new QBarCategoryAxis;
    const QList<HourCount> shown = withoutNight(hours);
    // A whole day of them has no room for the unit: the button above says "par heure".
    const QString words = shown.size() > mostHoursWithUnit ? u"%1"_s : OverviewCharts::tr("%1 h");
    for (const HourCount &hour : shown) {
        *received << hour.received;
        *closed << hour.closed;
        // The hour that comes twice when summer ends is told by a mark: categories are told apart by their text.
        QString name = words.arg(deskTime(hour.from).time().hour());
        while (names->categories().contains(name))
            name += u'’';
        names->append(name);
    }
    series->append(received);
    series->append(closed);
    chart->addSeries(series);
    dress(names, look, false);
    chart->addAxis(names, Qt::AlignBottom);
    QValueAxis *counts = countAxis(look, mostOf(shown));
    chart->addAxis(counts, Qt::AlignLeft);
    series->attachAxis(names);
    series->attachAxis(counts);
}

void showDays(QChart *chart, const ChartLook &look, const QList<HourCount> &days)
{
    clear(chart, look);
    chart->setMargins(QMargins(0, 0, 20, 0)); // half of the last day's label
    auto *received = new QLineSeries;
    auto *closed = new QLineSeries;
    received->setName(OverviewCharts::tr("reçues"));
    closed->setName(OverviewCharts::tr("closes (tirets)"));
    received->setPen(QPen(look.tokens.accent, 2));
    closed->setPen(QPen(look.tokens.success, 2, Qt::DashLine));
    auto *names = new QCategoryAxis;
    names->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    const int last = int(days.size()) - 1;
    for (int day = 0; day <= last; ++day) {
        received->append(day, days.at(day).received);
        closed->append(day, days.at(day).closed);
        if ((last - day) % dayStep == 0)
            names->append(shortDate(days.at(day).from), day);
    }
    chart->addSeries(received);
    chart->addSeries(closed);
    dress(names, look, false);
    names->setRange(0, std::max(1, last));
    chart->addAxis(names, Qt::AlignBottom);
    QValueAxis *counts = countAxis(look, mostOf(days));
    chart->addAxis(counts, Qt::AlignLeft);
    for (QLineSeries *series : {received, closed}) {
        series->attachAxis(names);
        series->attachAxis(counts);
    }
}

PagePdf::Picture chartPicture(const QString &title, const QString &words, const QSizeF &size,
                              const std::function<void(QChart *)> &show)
{
    QGraphicsScene scene;
    auto *chart = new QChart;
    scene.addItem(chart);
    chart->resize(size);
    show(chart);
    chart->layout()->activate();
    PagePdf::Picture picture{title, QPicture(), size, words};
    QPainter painter(&picture.drawing);
    const QRectF all(QPointF(0, 0), size);
    scene.render(&painter, all, all);
    painter.end();
    return picture;
}

} // namespace desk
