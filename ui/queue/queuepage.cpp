// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/queuepage.h"

#include "app/core/clock.h"
#include "app/settings/appsettings.h"
#include "ui/common/banner.h"
#include "ui/common/build.h"
#include "ui/common/card.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/queue/bulkpanel.h"
#include "ui/queue/cursorticket.h"
#include "ui/queue/emptyqueue.h"
#include "ui/queue/filtereditor.h"
#include "ui/queue/queueexportmenu.h"
#include "ui/queue/queuefilterbar.h"
#include "ui/queue/queuemodel.h"
#include "ui/queue/queueselection.h"
#include "ui/queue/queuesheet.h"
#include "ui/queue/queuespane.h"
#include "ui/queue/queuetable.h"
#include "ui/queue/savedviews.h"
#include "ui/queue/saveviewrow.h"
#include "ui/queue/ticketcard.h"

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QLatin1StringView placeKey = "queue.place"_L1;
constexpr auto countsApart = 5000ms;
constexpr int mostFollowers = 100;
constexpr int ticksBetweenCounts = 3;

bool isLost(const Error &error)
{
    return error.code == Error::Code::Unavailable || error.code == Error::Code::Timeout;
}

QueueBase baseOf(const TicketView &view)
{
    return {QueueBase::Kind::Saved, view.id.toString(QUuid::WithoutBraces)};
}

} // namespace

QueuePage::QueuePage(const UiServices &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_model(new QueueModel(services, this)),
      m_table(new QueueTable(m_model, services.settings, this)), m_pane(new QueuesPane(this)),
      m_bar(new QueueFilterBar(this)), m_editor(new FilterEditor(this)), m_saveRow(new SaveViewRow(this)),
      m_state(Banner::inset(this, u"queueState"_s)), m_message(Banner::inset(this, u"queueMessage"_s)),
      m_empty(new EmptyQueue(this)), m_card(new TicketCard(this)),
      m_cursor(new CursorTicket(services, m_model, m_card, this)),
      m_reading(named(makeLabel("secondary", this, tr("Lecture…")), u"queueReading"_s)),
      m_bulk(new BulkPanel(services, this)), m_export(new QueueExportMenu(
                                                 services, [this] { return sheet(); }, this)),
      m_views(new SavedViews(services, m_saveRow, m_message, this)),
      m_counts(new Reader<QueueCounts>(
          services.session, u"page"_s,
          [this, &store = services.tickets] {
              QList<QUuid> saved;
              for (const TicketView &view : m_views->all())
                  saved << view.id;
              return store.counts(saved);
          },
          this)),
      m_agents(new Reader<QList<DeskAgent>>(
          services.session, u"page"_s, [&store = services.tickets] { return store.agents(); }, this))
{
    setObjectName(u"queuePage"_s);
    setFocusPolicy(Qt::ClickFocus);
    buildLayout();
    m_countsLater.setSingleShot(true);
    m_slow.setSingleShot(true);
    m_slow.setInterval(300ms);
    m_tick.setInterval(20s);
    connectFilters();
    connectTable();
    connectViews();
    connectSession();
    m_tick.start();
}

QueuePage::~QueuePage() = default;

void QueuePage::buildLayout()
{
    m_message->setDismissible(true);
    m_reading->hide();
    m_bar->addAtRight(m_reading);
    m_bar->addAfterFilter(m_export);
    m_bar->addAtRight(m_bulk->bar());
    auto *card = new Card({}, this);
    card->layout()->setContentsMargins(1, 2, 1, 1);
    addCells(card->body(), {{m_table, 1}, {m_empty, 1}});
    m_empty->hide();
    m_tableCard = card;
    m_column = makeColumn(10, {m_bar, m_editor, m_saveRow, m_state, m_message, m_bulk, {card, 1}, m_card});
    makeRow(this, 12, {m_pane, {m_column, 1}}, {12, 12, 12, 12});
}

void QueuePage::connectFilters()
{
    connect(m_pane, &QueuesPane::wanted, this, &QueuePage::open);
    connect(m_bar, &QueueFilterBar::dropWanted, this, &QueuePage::drop);
    connect(m_bar, &QueueFilterBar::editWanted, this, &QueuePage::editPart);
    connect(m_empty, &EmptyQueue::dropWanted, this, &QueuePage::drop);
    connect(m_empty, &EmptyQueue::dropAllWanted, this, [this] { showRows(m_start.filter, m_order); });
    connect(m_editor, &FilterEditor::edited, this, &QueuePage::applyPart);
    connect(m_editor, &FilterEditor::closed, this, [this] { m_bar->takeKeyboard(); });
    connect(m_agents, &ReaderBase::changed, this, [this] {
        if (!m_agents->isReading() && m_agents->hasValue())
            m_editor->setAgents(m_agents->value());
    });
}

void QueuePage::connectTable()
{
    connect(m_model, &QueueModel::stateChanged, this, &QueuePage::showState);
    connect(m_model, &QueueModel::folded, m_cursor, &CursorTicket::onFolded);
    connect(m_model, &QueueModel::modelReset, m_cursor, &CursorTicket::onFolded);
    connect(m_table, &QueueTable::sortWanted, this, [this](QueueColumn column, bool descending) {
        showRows(m_filter, {column, descending});
    });
    connect(m_table, &QueueTable::openWanted, this, &QueuePage::openTicket);
    connect(m_table, &QueueTable::currentTicketChanged, this, [this] {
        if (const auto current = m_table->currentTicket())
            m_cursor->show(*current);
    });
    connect(m_table, &QueueTable::allChosen, this, [this] {
        const auto all = total();
        const QString loaded = groupedNumber(m_model->rowCount());
        const bool more = m_model->window().moreAfter() || m_model->window().moreBefore();
        Q_EMIT told(!more ? tr("Toutes les demandes sont choisies : %1.").arg(loaded)
                        : all
                        ? tr("%1 demandes choisies sur %2 : celles qui sont chargées.").arg(loaded, groupedNumber(*all))
                        : tr("%1 demandes choisies : celles qui sont chargées, il y en a d’autres.").arg(loaded));
    });
    connect(m_table->selection(), &QueueSelection::chosenChanged, this,
            [this] { m_bulk->setSelection(m_table->selection()->chosen()); });
    connect(m_bulk, &BulkPanel::selectWanted, m_table->selection(), &QueueSelection::choose);
    connect(m_bulk, &BulkPanel::changed, m_model, &QueueModel::touch);
    connect(m_export, &QueueExportMenu::told, this, &QueuePage::told);
    connect(m_export, &QueueExportMenu::failed, this,
            [this](const QString &sentence) { m_message->set(Tone::Error, tr("Pas exporté"), sentence); });
    connect(m_card, &TicketCard::openWanted, this, &QueuePage::openTicket);
    connect(&m_slow, &QTimer::timeout, this, &QueuePage::showState);
}

void QueuePage::connectViews()
{
    connect(m_views, &SavedViews::changed, this, [this] {
        if (!m_started)
            openFirst();
        showPane();
        readCounts();
    });
    connect(m_views, &SavedViews::saved, this, &QueuePage::onSaved);
    connect(m_views, &SavedViews::removed, this, [this](const TicketView &view) {
        if (m_base == baseOf(view))
            open({});
    });
    connect(m_counts, &ReaderBase::changed, this, &QueuePage::showPane);
    connect(&m_countsLater, &QTimer::timeout, this, &QueuePage::readCounts);
    connect(m_bar, &QueueFilterBar::saveWanted, this, [this] {
        m_editor->hide();
        const bool saved = m_base.kind == QueueBase::Kind::Saved;
        m_views->askName(m_filter, m_order, saved ? m_views->find(QUuid::fromString(m_base.code)) : nullptr);
    });
    connect(m_saveRow, &SaveViewRow::closed, this, [this] { m_bar->takeKeyboard(); });
    connect(m_pane, &QueuesPane::renameWanted, this, [this](const QUuid &view) {
        m_editor->hide();
        m_views->rename(view);
    });
    connect(m_pane, &QueuesPane::removeWanted, m_views, &SavedViews::remove);
    connect(m_pane, &QueuesPane::takeWanted, m_views, &SavedViews::takeOver);
    connect(m_pane, &QueuesPane::chooseWanted, m_views, &SavedViews::chooseFirst);
    connect(m_message, &Banner::dismissed, m_message, &Banner::clear);
}

void QueuePage::connectSession()
{
    connect(&m_services.session, &SessionService::pulsed, this, &QueuePage::onPulse);
    connect(&m_services.session, &SessionService::stateChanged, this, &QueuePage::showState);
    connect(&m_services.session, &SessionService::reconnected, this, [this] {
        if (isVisible())
            read();
    });
    connect(&m_services.session, &SessionService::loggedIn, this, &QueuePage::startAnew);
    connect(m_state, &Banner::actionTriggered, this, &QueuePage::read);
    connect(&m_tick, &QTimer::timeout, this, [this, ticks = 0]() mutable {
        if (!isVisible())
            return;
        m_table->viewport()->update(); // countdowns
        if (++ticks % ticksBetweenCounts == 0)
            readCounts(); // what is late changes by itself
    });
}

/// Another person: nothing of what was read is theirs.
void QueuePage::startAnew()
{
    m_followers.clear();
    m_views->reset();
    m_counts->reset();
    m_agents->reset();
    m_table->selection()->forget();
    m_table->forgetCursor();
    m_model->reset();
    m_cursor->leave();
    m_started = false;
    m_asked = false;
    if (isVisible())
        read();
}

// What is shown ------------------------------------------------------------------------------------------------------

void QueuePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->setActive(true);
    if (!m_asked) {
        read();
        return;
    }
    onPulse(m_services.session.lastPulse());
    readCounts();
    if (const auto current = m_table->currentTicket())
        m_cursor->tell(current);
}

void QueuePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model->setActive(false);
    m_countsLater.stop();
    m_cursor->stop();
}

void QueuePage::read()
{
    m_asked = true;
    m_views->read();
    m_counted.invalidate();
    if (m_started) {
        readCounts();
        m_model->touch();
    }
}

void QueuePage::openFirst()
{
    m_started = true;
    m_ticketsStamp = m_services.session.lastPulse().ticketsStamp;
    m_presenceStamp = m_services.session.lastPulse().presenceStamp;
    for (const TicketView &view : m_views->all()) {
        if (view.chosen) {
            open(baseOf(view));
            return;
        }
    }
    const auto place = queuePlaceFromBytes(m_services.settings.windowState(placeKey));
    const auto start = place ? startOf(place->base, info(), m_views->all(), m_services.clock.now()) : std::nullopt;
    if (place && start)
        openPlace(*place, *start);
    else
        open({});
}

void QueuePage::open(const QueueBase &base)
{
    const auto start = startOf(base, info(), m_views->all(), m_services.clock.now());
    if (!start)
        return;
    openPlace({base, start->filter, start->order}, *start);
}

void QueuePage::openFilter(const TicketFilter &filter, const QString &title)
{
    m_started = true; // what was chosen elsewhere is not replaced by what opens first
    openPlace({{}, filter, {}}, {title, filter, {}});
}

void QueuePage::openPlace(const QueuePlace &place, const QueueStart &start)
{
    if (m_base != place.base) {
        m_table->forgetCursor();
        m_cursor->leave();
    }
    m_base = place.base;
    m_start = start;
    m_editor->hide();
    m_saveRow->hide();
    m_pane->choose(m_base);
    showRows(place.filter, place.order);
}

void QueuePage::showRows(const TicketFilter &filter, QueueOrder order)
{
    if (filter != m_filter)
        m_table->selection()->forget();
    m_filter = filter;
    m_order = order;
    m_services.settings.setWindowState(placeKey, toBytes({m_base, m_filter, m_order}));
    QList<QueueColumn> hidden;
    if (filter.motifs.size() == 1)
        hidden << QueueColumn::Motif;
    if (filter.scope == TicketFilter::Scope::Open)
        hidden << QueueColumn::Closed << QueueColumn::Outcome;
    if (filter.scope == TicketFilter::Scope::Closed)
        hidden << QueueColumn::Due;
    m_table->showColumns(hidden);
    showBar();
    m_model->show(filter, order);
}

void QueuePage::applyPart(const TicketFilter &edited)
{
    TicketFilter filter = withPart(m_filter, m_editor->part(), edited);
    const bool open = filter.scope == TicketFilter::Scope::Open;
    if (open && m_editor->part() == FilterPart::Outcome && !filter.outcomes.isEmpty())
        filter.scope = TicketFilter::Scope::Closed;
    if (open && (filter.states.contains(u"closed"_s) || filter.states.contains(u"merged"_s)))
        filter.scope = TicketFilter::Scope::All;
    if (filter != m_filter)
        showRows(filter, m_order);
}

void QueuePage::drop(FilterPart part)
{
    showRows(withPart(m_filter, part, m_start.filter), m_order);
    if (m_editor->isVisible() && m_editor->part() == part)
        m_editor->hide();
}

void QueuePage::editPart(FilterPart part)
{
    m_saveRow->hide();
    if (part == FilterPart::Twins) {
        TicketFilter filter = m_filter;
        filter.twins = !filter.twins;
        showRows(filter, m_order);
        return;
    }
    if (part == FilterPart::Agent)
        m_agents->read();
    m_editor->edit(part, m_filter, info());
}

std::optional<int> QueuePage::total() const
{
    return m_counts->hasValue() && m_filter == m_start.filter ? countOf(m_base, m_counts->value()) : std::nullopt;
}

/// What is on screen, for taking it away.
QueueSheet QueuePage::sheet() const
{
    QStringList words;
    for (const FilterPart part : QueueFilterBar::addedParts(m_filter, m_start.filter))
        words << filterPartText(part, m_filter, info());
    QueueSheet sheet{m_start.title, words.join(u" · "_s), m_filter, m_order, {}};
    const auto [first, last] = m_table->seenRows();
    for (int row = first; row <= last; ++row)
        sheet.rows << m_model->window().at(row);
    return sheet;
}

void QueuePage::showBar()
{
    m_bar->setFilter(m_start.title, m_filter, m_start.filter, info());
    m_bar->setChanged(m_filter != m_start.filter || m_order != m_start.order);
}

void QueuePage::showPane()
{
    m_pane->setContents(info(), m_views->all(), m_counts->value());
    m_pane->choose(m_base);
}

void QueuePage::showState()
{
    if (m_model->isReading() && !m_model->isLoaded() && !m_slow.isActive() && m_reading->isHidden())
        m_slow.start();
    m_reading->setVisible(m_model->isReading() && !m_model->isLoaded() && !m_slow.isActive());
    const bool lost = m_services.session.state() == SessionService::State::Lost;
    const Error *error = m_model->error();
    const QString kept
        = m_model->rowCount() > 0 ? u' ' + tr("Ce qui est affiché date de la dernière lecture.") : QString();
    if (lost || (error && isLost(*error))) {
        m_state->setAction({});
        m_state->set(Tone::Warn, tr("Pas de connexion"),
                     tr("Cette page sera relue dès que la console sera reconnectée.") + kept);
    } else if (error) {
        m_state->setAction(tr("Réessayer"));
        m_state->set(Tone::Error, tr("Lecture impossible"), errorText(*error) + kept);
    } else {
        m_state->clear();
    }
    showEmpty();
}

void QueuePage::showEmpty()
{
    const bool empty = m_model->isLoaded() && m_model->rowCount() == 0;
    if (empty == m_empty->isVisibleTo(m_tableCard) && !empty)
        return;
    const bool hadKeyboard = m_table->hasFocus();
    if (empty)
        m_empty->setFilter(QueueFilterBar::addedParts(m_filter, m_start.filter), m_filter, info());
    m_empty->setVisible(empty);
    m_table->setHidden(empty);
    if (empty && hadKeyboard)
        m_bar->takeKeyboard();
}

void QueuePage::openTicket(TicketNumber number)
{
    m_left = number;
    m_followers.clear();
    const QueueWindow &window = m_model->window();
    const int at = window.rowOf(number);
    for (int row = at + 1; at >= 0 && row < std::min(window.size(), at + 1 + mostFollowers); ++row)
        m_followers << window.at(row).number;
    Q_EMIT openTicketWanted(number);
}

std::optional<TicketNumber> QueuePage::nextAfter(TicketNumber number) const
{
    const QueueWindow &window = m_model->window();
    const int at = window.rowOf(number);
    if (at >= 0)
        return at + 1 < window.size() ? std::optional(window.at(at + 1).number) : std::nullopt;
    for (const TicketNumber follower : number == m_left ? m_followers : QList<TicketNumber>()) {
        if (window.rowOf(follower) >= 0)
            return follower;
    }
    return std::nullopt;
}

// What others do -----------------------------------------------------------------------------------------------------

void QueuePage::onPulse(const Pulse &pulse)
{
    if (!isVisible() || !m_started)
        return;
    const bool tickets = pulse.ticketsStamp != m_ticketsStamp;
    if (!tickets && pulse.presenceStamp == m_presenceStamp)
        return;
    m_ticketsStamp = pulse.ticketsStamp;
    m_presenceStamp = pulse.presenceStamp;
    m_model->touch();
    if (tickets)
        readCounts();
}

void QueuePage::readCounts()
{
    if (!isVisible() || m_services.session.state() != SessionService::State::Connected)
        return;
    if (m_counted.isValid() && !m_counted.hasExpired(countsApart.count())) {
        if (!m_countsLater.isActive())
            m_countsLater.start(countsApart - std::chrono::milliseconds(m_counted.elapsed()));
        return;
    }
    m_counted.start();
    m_counts->read();
}

/// What is on screen is that view now, unless it was only brought back.
void QueuePage::onSaved(const TicketView &view, bool broughtBack)
{
    if (view.filter == m_filter && view.order == m_order && !broughtBack) {
        m_base = baseOf(view);
        m_start = {view.name, view.filter, view.order};
        m_services.settings.setWindowState(placeKey, toBytes({m_base, m_filter, m_order}));
        showBar();
    }
    m_bar->takeKeyboard();
}

void QueuePage::takeKeyboard()
{
    if (m_empty->isVisibleTo(this))
        m_pane->takeKeyboard();
    else
        m_table->setFocus(Qt::OtherFocusReason); // its rows may still be on their way
}

} // namespace desk
