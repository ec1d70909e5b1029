// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/overview/overviewpage.h"

#include "app/core/clock.h"
#include "app/core/desktime.h"
#include "ui/common/banner.h"
#include "ui/common/build.h"
#include "ui/common/card.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/overview/agentscard.h"
#include "ui/overview/deskchart.h"
#include "ui/overview/figuretile.h"
#include "ui/overview/overviewcharts.h"
#include "ui/overview/overviewexport.h"
#include "ui/overview/overviewtexts.h"
#include "ui/overview/watchedcard.h"

#include <QButtonGroup>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QScrollArea>
#include <QVariant>

#include <utility>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto betweenReadings = 30s;
constexpr int roomForTwo = 1000; // pixels; narrower, cards stand below each other
}

OverviewPage::OverviewPage(const UiServices &services, QWidget *parent)
    : SupervisionPage(services, tr("Vue d’ensemble"), parent),
      m_overview(new Reader<Overview>(
          services.session, u"page"_s, [&store = services.overview] { return store.overview(); }, this)),
      m_figures(new QGridLayout), m_chartRow(new QHBoxLayout), m_listRow(new QHBoxLayout),
      m_open(new FigureTile(tr("Encours"), this)), m_late(new FigureTile(tr("En retard"), this)),
      m_soon(new FigureTile(tr("Bientôt en retard"), this)), m_received(new FigureTile(tr("Reçues aujourd’hui"), this)),
      m_closed(new FigureTile(tr("Closes aujourd’hui"), this)),
      m_backlogCard(new Card(tr("Encours par motif et ancienneté"), this)),
      m_arrivalsCard(new Card(tr("Arrivées et clôtures"), this)),
      m_backlog(named(new DeskChart(this), u"overviewBacklog"_s)),
      m_arrivalsChart(named(new DeskChart(this), u"overviewArrivals"_s)), m_span(new QButtonGroup(this)),
      m_agents(new AgentsCard(services, this)), m_accounts(new WatchedCard(services, this)),
      m_toCsv(makeButton(tr("Exporter en CSV…"), {.name = u"overviewCsv"_s, .enter = true}, this,
                         [this] { askForFile(Format::Csv); })),
      m_toPdf(makeButton(tr("PDF de la page…"), {.name = u"overviewPdf"_s, .enter = true}, this,
                         [this] { askForFile(Format::Pdf); })),
      m_banner(Banner::inset(this, u"overviewMessage"_s)), m_export(new OverviewExport(services, this))
{
    setObjectName(u"overviewPage"_s);
    follow(m_overview);
    follow(m_accounts->reader());
    buildTitle();
    auto *content = new QWidget;
    setRole(content, "page");
    m_figures->setSpacing(10);
    buildFigures();
    buildCharts();
    for (QBoxLayout *row : {m_chartRow, m_listRow})
        row->setSpacing(10);
    addCells(m_listRow, {{m_agents, 11}, {m_accounts, 10}});
    makeColumn(content, 10, {m_figures, m_chartRow, {m_listRow, 1}});
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    addCells(body(), {m_banner, {scroll, 1}});
    connect(m_agents, &AgentsCard::agentWanted, this, [this](const QString &login, const QString &name) {
        TicketFilter filter;
        filter.owners = {login};
        wantQueue(filter, tr("Demandes de %1").arg(name));
    });
    connect(m_accounts, &WatchedCard::openFileWanted, this, &SupervisionPage::openFileWanted);
    connect(m_accounts, &WatchedCard::unfolded, scroll,
            [scroll](QWidget *part) { scroll->ensureWidgetVisible(part, 0, 60); });
    connect(m_accounts, &WatchedCard::changed, this, &OverviewPage::read);
    connect(&services.session, &SessionService::pulsed, this,
            [this](const Pulse &pulse) { lookAtPulse(pulse.ticketsStamp); });
    connect(&services.session, &SessionService::loggedIn, this, [this] {
        m_overview->reset();
        m_accounts->forget();
        m_banner->clear();
    });
}

void OverviewPage::buildTitle()
{
    titleRow()->addStretch();
    addCells(titleRow(), {m_toCsv, m_toPdf});
    connect(m_export, &OverviewExport::read, this, &OverviewPage::write);
    connect(m_export, &OverviewExport::failed, this, [this](const Error &error) {
        m_toCsv->setEnabled(true);
        m_toPdf->setEnabled(true);
        m_banner->set(Tone::Error, tr("Pas exporté"), errorText(error));
    });
}

void OverviewPage::buildFigures()
{
    const std::pair<FigureTile *, QString> tiles[] = {{m_open, u"overviewOpen"_s},
                                                      {m_late, u"overviewLate"_s},
                                                      {m_soon, u"overviewSoon"_s},
                                                      {m_received, u"overviewReceived"_s},
                                                      {m_closed, u"overviewClosed"_s}};
    for (const auto &[tile, name] : tiles) {
        tile->setObjectName(name);
        tile->set(u"–"_s, Tone::Muted, {});
    }
    m_open->setLink(tr("Voir"), tr("Voir toutes les demandes ouvertes"));
    m_late->setLink(tr("Voir"), tr("Voir les demandes en retard"));
    m_soon->setLink(tr("Voir"), tr("Voir les demandes bientôt en retard"));
    connect(m_open, &FigureTile::followed, this, [this] { wantQueue({}, tr("Toutes les demandes ouvertes")); });
    connect(m_late, &FigureTile::followed, this, [this] {
        TicketFilter filter;
        filter.due = TicketFilter::Due::Late;
        wantQueue(filter, tr("En retard"));
    });
    connect(m_soon, &FigureTile::followed, this, [this] {
        TicketFilter filter;
        filter.due = TicketFilter::Due::Soon;
        wantQueue(filter, tr("Bientôt en retard"));
    });
}

void OverviewPage::buildCharts()
{
    m_backlogCard->setNote(tr("Cliquez un motif pour voir sa file"));
    m_backlogCard->body()->addWidget(m_backlog, 1);
    auto *spans = new QHBoxLayout;
    spans->setSpacing(6);
    const std::tuple<Arrivals, QString, QString> choices[]
        = {{Arrivals::Today, tr("Aujourd’hui, par heure"), u"overviewToday"_s},
           {Arrivals::ThirtyDays, tr("30 jours"), u"overviewMonth"_s}};
    for (const auto &[span, text, name] : choices) {
        auto *button = makeButton(text, ButtonKind::Plain, this);
        button->setObjectName(name);
        button->setProperty("small", true);
        button->setCheckable(true);
        button->setChecked(span == m_arrivals);
        keepRoomForBold(button);
        m_span->addButton(button, int(span));
        spans->addWidget(button);
    }
    spans->addStretch();
    addCells(m_arrivalsCard->body(), {spans, {m_arrivalsChart, 1}});
    addCells(m_chartRow, {{m_backlogCard, 11}, {m_arrivalsCard, 10}});
    connect(m_span, &QButtonGroup::idClicked, this, [this](int span) {
        m_arrivals = static_cast<Arrivals>(span);
        showArrivals();
    });
    connect(m_backlog, &DeskChart::barWanted, this, &OverviewPage::wantMotif);
}

void OverviewPage::takeKeyboard()
{
    m_agents->takeKeyboard();
}

void OverviewPage::read()
{
    m_news = false;
    m_readAt = now();
    m_overview->read();
    m_accounts->read();
}

void OverviewPage::lookAtPulse(const QString &ticketsStamp)
{
    if (std::exchange(m_stamp, ticketsStamp) != ticketsStamp)
        m_news = true;
    const bool rested = !m_readAt.isValid()
        || m_readAt.addMSecs(std::chrono::milliseconds(betweenReadings).count()) <= now() || m_readAt > now();
    if (m_news && rested && isVisible())
        read();
}

void OverviewPage::onTick()
{
    m_accounts->showRows(); // locks that ended meanwhile
    if (m_overview->hasValue())
        m_agents->show(m_overview->value().agents, now());
}

void OverviewPage::onRead()
{
    if (m_overview->hasValue() && !m_overview->isReading())
        showOverview();
}

void OverviewPage::showOverview()
{
    const Overview &o = m_overview->value();
    int open = 0, late = 0, soon = 0, onHold = 0;
    for (const BacklogLine &line : o.backlog) {
        open += line.total;
        late += line.late;
        soon += line.soon;
        onHold += line.onHold;
    }
    m_open->set(groupedNumber(open), Tone::Muted,
                onHold > 0 ? tr("◷ %1 en attente").arg(groupedNumber(onHold)) : QString());
    m_late->set(groupedNumber(late), late > 0 ? Tone::Error : Tone::Ok, late > 0 ? tr("! à traiter") : tr("✓ rien"));
    m_soon->set(groupedNumber(soon), soon > 0 ? Tone::Warn : Tone::Ok, soon > 0 ? tr("◷ à surveiller") : tr("✓ rien"));
    const int kept = o.receivedToday - o.closedToday;
    m_received->set(groupedNumber(o.receivedToday), kept > 0 ? Tone::Warn : Tone::Ok,
                    kept > 0 ? tr("+%1 dans l’encours").arg(groupedNumber(kept)) : tr("✓ l’encours baisse"));
    if (kept == 0)
        m_received->set(groupedNumber(o.receivedToday), Tone::Muted, tr("encours stable"));
    m_closed->set(groupedNumber(o.closedToday), o.closedLateToday > 0 ? Tone::Warn : Tone::Ok,
                  o.closedLateToday > 0 ? tr("! %1 hors délai").arg(groupedNumber(o.closedLateToday))
                                        : tr("✓ dans les délais"));
    showCharts();
    m_agents->show(o.agents, now());
    m_accounts->showCounts(o.accounts);
}

void OverviewPage::showCharts()
{
    if (!m_overview->hasValue())
        return;
    const QList<BacklogLine> &backlog = m_overview->value().backlog;
    const QList<ListItem> &motifs = services().session.info().motifs;
    showBacklog(m_backlog->chart(), {tokensFor(this), font()}, backlog, motifs,
                [this](int place) { wantMotif(place); });
    m_backlog->setAccessibleName(tr("Encours par motif et ancienneté. %1").arg(backlogSentence(backlog, motifs)));
    QStringList bars;
    for (const BacklogLine &line : backlog)
        bars << u"%1 : %2"_s.arg(motifLabel(motifs, line.motif), groupedNumber(line.total));
    m_backlog->setBars(bars);
    showArrivals();
}

void OverviewPage::showArrivals()
{
    if (!m_overview->hasValue())
        return;
    const Overview &o = m_overview->value();
    const ChartLook look{tokensFor(this), font()};
    const bool today = m_arrivals == Arrivals::Today;
    if (today)
        showHours(m_arrivalsChart->chart(), look, o.hours);
    else
        showDays(m_arrivalsChart->chart(), look, o.days);
    m_arrivalsChart->setAccessibleName(
        tr("Arrivées et clôtures. %1").arg(today ? hoursSentence(o.hours) : daysSentence(o.days)));
}

void OverviewPage::wantQueue(const TicketFilter &filter, const QString &title)
{
    Q_EMIT queueWanted(filter, title);
}

void OverviewPage::wantMotif(int place)
{
    const QString motif = m_overview->value().backlog.value(place).motif;
    if (motif.isEmpty())
        return;
    TicketFilter filter;
    filter.motifs = {motif};
    wantQueue(filter, motifLabel(services().session.info().motifs, motif));
}

void OverviewPage::arrange()
{
    const auto direction = width() < roomForTwo ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    for (QBoxLayout *row : {m_chartRow, m_listRow})
        row->setDirection(direction);
    FigureTile *tiles[] = {m_open, m_late, m_soon, m_received, m_closed};
    const int columns = width() < roomForTwo ? 3 : int(std::size(tiles));
    for (int i = 0; i < int(std::size(tiles)); ++i)
        m_figures->addWidget(tiles[i], i / columns, i % columns);
    for (int i = 0; i < int(std::size(tiles)); ++i)
        m_figures->setColumnStretch(i, i < columns ? 1 : 0);
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    SupervisionPage::resizeEvent(event);
    arrange();
}

void OverviewPage::changeEvent(QEvent *event)
{
    SupervisionPage::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        QTimer::singleShot(0, this, &OverviewPage::showCharts);
}

void OverviewPage::askForFile(Format format)
{
    m_format = format;
    const bool csv = format == Format::Csv;
    // Not exec(): the dialog is a window like another, nothing waits for it.
    auto *dialog = new QFileDialog(this, csv ? tr("Exporter la vue d’ensemble") : tr("PDF de la vue d’ensemble"), {},
                                   csv ? tr("Fichiers CSV (*.csv)") : tr("Fichiers PDF (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(csv ? u"csv"_s : u"pdf"_s);
    dialog->selectFile(
        u"vue-ensemble-%1.%2"_s.arg(deskTime(now()).toString(u"yyyy-MM-dd-HHmm"_s), csv ? u"csv"_s : u"pdf"_s));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_file = file;
        m_toCsv->setEnabled(false);
        m_toPdf->setEnabled(false);
        m_banner->set(Tone::Info, {}, tr("Export en cours…"));
        m_export->start(m_accounts->list());
    });
    dialog->open();
}

void OverviewPage::write(const OverviewSheet &sheet)
{
    const auto written
        = m_format == Format::Csv ? writeOverviewCsv(m_file, sheet) : writePdf(m_file, overviewPdf(sheet, font()));
    whenFinished(written, this, [this](const Result<Done> &done) { onWritten(done); });
}

void OverviewPage::onWritten(const Result<Done> &written)
{
    m_toCsv->setEnabled(true);
    m_toPdf->setEnabled(true);
    if (written)
        m_banner->set(Tone::Ok, u"✓"_s, tr("Écrit dans %1. Cet export est inscrit au journal.").arg(m_file));
    else
        m_banner->set(
            Tone::Error, tr("Pas exporté"),
            tr("Le fichier %1 n’a pas pu être écrit. Choisissez un autre dossier ou libérez de la place, puis "
               "recommencez.")
                .arg(m_file));
}

} // namespace desk
