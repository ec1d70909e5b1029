// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/overview.h"
#include "ui/overview/overviewsheet.h"
#include "ui/supervision/supervisionpage.h"

class QBoxLayout;
class QButtonGroup;
class QGridLayout;
class QPushButton;

namespace desk {

class AgentsCard;
class Banner;
class Card;
class DeskChart;
class FigureTile;
class OverviewExport;
class WatchedCard;

/// The desk at a glance, for supervisors: what waits, what is late, what came and went, who has what, which accounts
/// somebody should look at. Read again when tickets change, at most every half a minute: each reading is journalled.
class OverviewPage : public SupervisionPage {
    Q_OBJECT
public:
    explicit OverviewPage(const UiServices &services, QWidget *parent = nullptr);
    void takeKeyboard() override;
    void read() override;

Q_SIGNALS:
    /// The queue of what was clicked, and what to call it.
    void queueWanted(const desk::TicketFilter &filter, const QString &title);

protected:
    void onRead() override;
    void onTick() override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Arrivals { Today, ThirtyDays };
    enum class Format { Csv, Pdf };
    void buildTitle();
    void buildFigures();
    void buildCharts();
    void lookAtPulse(const QString &ticketsStamp);
    void arrange();
    void showOverview();
    void showCharts();
    void showArrivals();
    void wantQueue(const TicketFilter &filter, const QString &title);
    void wantMotif(int place);
    void askForFile(Format format);
    void write(const OverviewSheet &sheet);
    void onWritten(const Result<Done> &written);

    Reader<Overview> *m_overview;
    QString m_stamp; ///< of the tickets, as the pulse last told it
    bool m_news = false; ///< tickets changed since the last reading
    QDateTime m_readAt;
    Arrivals m_arrivals = Arrivals::Today;
    QGridLayout *m_figures;
    QBoxLayout *m_chartRow, *m_listRow;
    FigureTile *m_open, *m_late, *m_soon, *m_received, *m_closed;
    Card *m_backlogCard, *m_arrivalsCard;
    DeskChart *m_backlog, *m_arrivalsChart;
    QButtonGroup *m_span;
    AgentsCard *m_agents;
    WatchedCard *m_accounts;
    QPushButton *m_toCsv, *m_toPdf;
    Banner *m_banner;
    OverviewExport *m_export;
    Format m_format = Format::Csv;
    QString m_file;
};

} // namespace desk
