// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/queuemodel.h"

#include "app/core/clock.h"
#include "app/core/whenfinished.h"
#include "app/session/sessionservice.h"
#include "app/tickets/ticketstore.h"
#include "app/tickets/urgency.h"
#include "ui/common/format.h"
#include "ui/queue/filterparts.h"
#include "ui/queue/queuetexts.h"

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int nearTheEnd = 150; ///< rows left before the next page is asked for
constexpr int margin = 20; ///< rows around what is seen that are read again with it
constexpr int leastAgain = 60, mostAgain = 1000;

} // namespace

QueueModel::QueueModel(const UiServices &services, QObject *parent) : QAbstractTableModel(parent), m_services(services)
{
    connect(&m_services.session, &SessionService::reconnected, this, &QueueModel::touch);
}

QueueColumn QueueModel::columnAt(int section) const
{
    return queueColumns().at(section - 1).column;
}

int QueueModel::sectionOf(QueueColumn column)
{
    const auto &all = queueColumns();
    const auto found
        = std::find_if(all.cbegin(), all.cend(), [column](const auto &one) { return one.column == column; });
    return int(found - all.cbegin()) + 1;
}

const QueueRow *QueueModel::row(TicketNumber number) const
{
    const int row = m_window.rowOf(number);
    return row < 0 ? nullptr : &m_window.at(row);
}

void QueueModel::show(const TicketFilter &filter, QueueOrder order)
{
    m_filter = filter;
    m_order = order;
    m_loaded = false;
    m_asked = true;
    forget();
    m_jump = Ask::First;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    proceed();
}

void QueueModel::setSeen(int first, int last)
{
    m_firstSeen = first;
    m_lastSeen = last;
    proceed();
}

void QueueModel::goFirst()
{
    if (m_loaded && !m_window.moreBefore()) {
        Q_EMIT jumped(false);
        return;
    }
    forget();
    m_jump = Ask::First;
    proceed();
}

void QueueModel::goLast()
{
    if (m_loaded && !m_window.moreAfter()) {
        Q_EMIT jumped(true);
        return;
    }
    forget();
    m_jump = Ask::Last;
    proceed();
}

void QueueModel::touch()
{
    m_error.reset();
    m_window.touch();
    m_touchedWhileAsking = m_asking.has_value();
    if (m_loaded && !m_asking && m_window.size() == 0)
        m_jump = m_jump.value_or(Ask::First); // nothing kept that could be stale
    proceed();
}

void QueueModel::setActive(bool active)
{
    m_active = active;
    proceed();
}

void QueueModel::reset()
{
    forget();
    m_jump.reset();
    m_loaded = m_asked = false;
    beginResetModel();
    m_window.clear();
    endResetModel();
    Q_EMIT stateChanged();
}

/// What is being asked is not wanted any more.
void QueueModel::forget()
{
    ++m_request;
    m_asking.reset();
    m_error.reset();
    m_touchedWhileAsking = false;
}

int QueueModel::firstToReadAgain() const
{
    return m_window.firstStale(m_firstSeen - margin, m_lastSeen);
}

std::optional<QueueModel::Ask> QueueModel::wanted() const
{
    if (!m_active || !m_asked || m_asking || m_error)
        return std::nullopt;
    if (m_jump)
        return m_jump;
    if (!m_loaded)
        return std::nullopt;
    if (firstToReadAgain() >= 0)
        return Ask::Again;
    if (m_window.moreAfter() && m_lastSeen >= m_window.size() - nearTheEnd)
        return Ask::After;
    if (m_window.moreBefore() && m_firstSeen < nearTheEnd)
        return Ask::Before;
    return std::nullopt;
}

void QueueModel::proceed()
{
    if (const auto ask = wanted())
        send(*ask);
}

QueueQuestion QueueModel::question(Ask ask)
{
    QueueQuestion question;
    question.filter = m_filter;
    question.order = m_order;
    question.limit = QueueWindow::pageRows;
    switch (ask) {
    case Ask::First:
        break;
    case Ask::Last:
        question.backward = true;
        break;
    case Ask::After:
        question.from = m_window.cursor(m_window.size() - 1);
        break;
    case Ask::Before:
        question.from = m_window.cursor(0);
        question.backward = true;
        break;
    case Ask::Again: {
        const int first = std::max(0, firstToReadAgain());
        const bool fromTop = first == 0 && !m_window.moreBefore();
        m_againFrom = fromTop ? TicketNumber(0) : m_window.at(first).number;
        if (!fromTop) {
            question.from = m_window.cursor(first);
            question.inclusive = true;
        }
        question.limit = std::clamp(m_lastSeen + margin - first + 1, leastAgain, mostAgain);
        break;
    }
    }
    return question;
}

void QueueModel::send(Ask ask)
{
    SessionService &session = m_services.session;
    const int generation = session.generation();
    if (session.state() != SessionService::State::Connected) {
        m_error = Error{Error::Code::Unavailable, u"no connection"_s};
        Q_EMIT stateChanged();
        return;
    }
    m_asking = ask;
    m_touchedWhileAsking = false;
    const int request = ++m_request;
    const QueueQuestion asked = question(ask);
    Q_EMIT stateChanged();
    whenFinished(session.activity().watch(u"page"_s, m_services.tickets.page(asked)), this,
                 [this, ask, request, generation](const Result<QueuePageAnswer> &answer) {
                     if (request != m_request)
                         return;
                     m_asking.reset();
                     if (answer)
                         onAnswer(ask, *answer);
                     else
                         onFailure(answer.error(), generation);
                 });
}

void QueueModel::onFailure(const Error &error, int generation)
{
    m_error = error;
    Q_EMIT stateChanged();
    if (error.code == Error::Code::Unavailable || error.code == Error::Code::Timeout)
        m_services.session.reportLost(generation);
}

void QueueModel::onAnswer(Ask ask, const QueuePageAnswer &answer)
{
    const bool again = m_touchedWhileAsking; // the answer may be older than the hint
    if (ask == Ask::First || ask == Ask::Last) {
        begin(ask, answer);
    } else if (ask == Ask::Again) {
        const int first = m_againFrom.value() == 0 ? 0 : std::max(0, m_window.rowOf(m_againFrom));
        fold(m_window.takeAgain(answer, first));
    } else {
        fold(ask == Ask::After ? m_window.takeAfter(answer) : m_window.takeBefore(answer));
        fold(m_window.trim(m_firstSeen, m_lastSeen));
    }
    Q_EMIT stateChanged();
    if (again)
        touch();
    else
        proceed();
}

void QueueModel::begin(Ask ask, const QueuePageAnswer &answer)
{
    const bool jump = m_loaded;
    beginResetModel();
    m_window.begin(answer, ask == Ask::Last);
    m_firstSeen = ask == Ask::Last ? std::max(0, m_window.size() - margin) : 0;
    m_lastSeen = std::max(0, std::min(m_firstSeen + margin, m_window.size()) - 1);
    m_loaded = true;
    m_jump.reset();
    endResetModel();
    if (jump || ask == Ask::Last)
        Q_EMIT jumped(ask == Ask::Last);
}

void QueueModel::fold(const QList<RowStep> &steps)
{
    if (steps.isEmpty())
        return;
    QList<TicketNumber> gone;
    Q_EMIT aboutToFold();
    for (const RowStep &step : steps) {
        if (step.kind == RowStep::Kind::Remove && step.gone) {
            for (int i = step.at; i < step.at + step.count; ++i)
                gone << m_window.at(i).number;
        }
        carryOut(step);
    }
    Q_EMIT folded();
    if (!gone.isEmpty())
        Q_EMIT rowsGone(gone);
}

void QueueModel::carryOut(const RowStep &step)
{
    switch (step.kind) {
    case RowStep::Kind::Remove:
        beginRemoveRows({}, step.at, step.at + step.count - 1);
        m_window.apply(step);
        endRemoveRows();
        break;
    case RowStep::Kind::Insert:
        beginInsertRows({}, step.at, step.at + int(step.rows.size()) - 1);
        m_window.apply(step);
        endInsertRows();
        break;
    case RowStep::Kind::Move:
        beginMoveRows({}, step.at, step.at, {}, step.to > step.at ? step.to + 1 : step.to);
        m_window.apply(step);
        endMoveRows();
        break;
    case RowStep::Kind::Update:
        m_window.apply(step);
        Q_EMIT dataChanged(index(step.at, 0), index(step.at, columnCount() - 1));
        break;
    }
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_window.size();
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(queueColumns().size()) + 1;
}

QList<ToneText> QueueModel::chips(const QueueRow &row, QueueColumn column) const
{
    QList<ToneText> chips;
    if (column == QueueColumn::Establishment)
        chips << twinsChip(row);
    if (column == QueueColumn::State)
        chips << awakeChip(row) << presenceChip(row.presence);
    chips.removeIf([](const ToneText &chip) { return chip.text.isEmpty(); });
    return chips;
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QueueRow &row = m_window.at(index.row());
    if (role == NumberRole)
        return row.number.value();
    if (index.column() == 0)
        return {};
    const SessionInfo &info = m_services.session.info();
    const QDateTime now = m_services.clock.now();
    const QueueColumn column = columnAt(index.column());
    const QString text = queueColumns().at(index.column() - 1).text(row, info, now);
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::AccessibleTextRole: {
        QStringList words{text};
        for (const ToneText &chip : chips(row, column))
            words << chip.text;
        return words.join(u", ");
    }
    case Qt::ToolTipRole:
        if (column == QueueColumn::Due && row.isOpen() && row.dueAt.isValid())
            return tr("À rendre %1").arg(onText(row.dueAt, now));
        return column == QueueColumn::State && !row.presence.isEmpty() ? presenceSentence(row.presence) : text;
    case ToneRole:
        if (column == QueueColumn::Due && !text.isEmpty())
            return int(dueChip(row, now, dueWarningHours(info.settings)).tone);
        return {};
    case ChipsRole:
        return QVariant::fromValue(chips(row, column));
    default:
        return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section <= 0 || section >= columnCount())
        return {};
    const QueueColumn column = columnAt(section);
    const QString label = queueColumns().at(section - 1).label();
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return column != m_order.column ? label
            : m_order.descending        ? tr("%1, tri décroissant").arg(label)
                                        : tr("%1, tri croissant").arg(label);
    if (role != Qt::DisplayRole)
        return {};
    const QString arrow = column != m_order.column ? QString() : m_order.descending ? u" ▼"_s : u" ▲"_s;
    return label + arrow;
}

} // namespace desk
