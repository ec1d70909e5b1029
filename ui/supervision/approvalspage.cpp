// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/approvalspage.h"

#include "app/supervision/requestwatch.h"
#include "ui/common/build.h"
#include "ui/common/card.h"
#include "ui/common/format.h"
#include "ui/supervision/accessdetail.h"
#include "ui/supervision/decisionbar.h"
#include "ui/supervision/entrydelegate.h"
#include "ui/supervision/linesmodel.h"
#include "ui/supervision/supervisiontexts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QListView>

#include <QSet>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int listWidth = 372;

QString keyOf(const ApprovalRequest &request)
{
    return u"request/"_s + request.id.toString(QUuid::WithoutBraces);
}

QString keyOf(const AccessChange &change)
{
    return u"change/"_s + change.id.toString(QUuid::WithoutBraces);
}

Line heading(const QString &key, const QString &text)
{
    return {u"heading/"_s + key, {}, {{text}, {}, {}}, true};
}

bool finished(const ReaderBase *reader)
{
    return !reader->isReading();
}

} // namespace

ApprovalsPage::ApprovalsPage(const UiServices &services, QWidget *parent)
    : SupervisionPage(services, tr("Approbations"), parent), m_model(new LinesModel({{}, {}, {}}, this)),
      m_list(named(new QListView(this), u"approvalsList"_s)), m_detail(new AccessDetail(services, this))
{
    setObjectName(u"approvalsPage"_s);
    SupervisionStore &store = services.supervision;
    const auto requests = [this, &services, &store](SupervisionStore::Approvals which) {
        auto *reader = new Reader<QList<ApprovalRequest>>(
            services.session, u"page"_s, [&store, which] { return store.approvals(which); }, this);
        follow(reader);
        return reader;
    };
    m_waiting = requests(SupervisionStore::Approvals::Waiting);
    m_decided = requests(SupervisionStore::Approvals::Decided);
    m_mine = requests(SupervisionStore::Approvals::Mine);
    m_changes = new Reader<QList<AccessChange>>(
        services.session, u"page"_s, [&store] { return store.changes(SupervisionStore::Changes::All); }, this);
    follow(m_changes);
    build();
    connect(&services.session, &SessionService::pulsed, this, &ApprovalsPage::onPulse);
    connect(&services.requests, &RequestWatch::newsChanged, this, [this] {
        if (isVisible())
            read();
    });
    connect(m_detail->decision(), &DecisionBar::decided, this, [this] {
        read();
        this->services().session.pulseNow();
    });
    connect(m_detail->decision(), &DecisionBar::told, this, &SupervisionPage::told);
    connect(m_detail, &AccessDetail::openWanted, this, &SupervisionPage::openFileWanted);
    connect(&services.session, &SessionService::loggedIn, this, [this] {
        for (auto *reader : {m_waiting, m_decided, m_mine})
            reader->reset();
        m_changes->reset();
        m_model->setLines({});
        m_current.clear();
        m_detail->setNothing({});
    });
}

void ApprovalsPage::build()
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setRole(m_list, "bare");
    m_list->installEventFilter(this);
    auto *card = new Card({}, this);
    card->layout()->setContentsMargins(1, 6, 1, 6);
    card->body()->addWidget(m_list);
    card->setFixedWidth(listWidth);
    auto *row = makeRow(12, {card, {m_detail, 1}});
    body()->addLayout(row, 1);
    titleRow()->addStretch();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_filling)
            showCurrent();
    });
    m_detail->setNothing({});
}

bool ApprovalsPage::isSupervisor() const
{
    return services().session.info().supervisor;
}

void ApprovalsPage::takeKeyboard()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void ApprovalsPage::read()
{
    setTitle(isSupervisor() ? tr("Approbations") : tr("Mes demandes"));
    m_list->setAccessibleName(isSupervisor() ? tr("Approbations") : tr("Mes demandes"));
    if (!isSupervisor()) {
        m_mine->read();
        return;
    }
    m_waiting->read();
    m_changes->read();
    m_decided->read();
}

void ApprovalsPage::onPulse(const Pulse &pulse)
{
    const bool news = pulse.approvalsWaiting != m_pulseWaiting || pulse.objections != m_pulseObjections;
    m_pulseWaiting = pulse.approvalsWaiting;
    m_pulseObjections = pulse.objections;
    if (news && isVisible() && isSupervisor())
        read();
}

Line ApprovalsPage::entry(const ApprovalRequest &request) const
{
    const StateWords state = requestState(request, now());
    const QString by = request.own && !isSupervisor() ? holderText(request.target) : request.requestedByName;
    return {keyOf(request),
            request.establishment.siret,
            {{request.establishment.denomination},
             {u"%1 · %2 · %3"_s.arg(requestLabel(request.kind), by, whenText(request.requestedAt, now()))},
             {request.own && isSupervisor() && request.state == ApprovalState::Waiting ? tr("la vôtre") : state.text,
              {},
              state.tone}}};
}

Line ApprovalsPage::entry(const AccessChange &change) const
{
    const StateWords state = changeState(change, now());
    return {keyOf(change),
            change.establishment.siret,
            {{change.establishment.denomination},
             {u"%1 · %2 · %3"_s.arg(requestLabel(change.kind), change.actorName, whenText(change.at, now()))},
             {state.text, {}, state.tone}}};
}

QList<Line> ApprovalsPage::entries() const
{
    QList<Line> lines;
    if (!isSupervisor()) {
        for (const ApprovalRequest &request : m_mine->value())
            lines << entry(request);
        return lines;
    }
    QSet<QUuid> shown;
    if (!m_waiting->value().isEmpty())
        lines << heading(u"waiting"_s, tr("En attente d’une décision (%1)").arg(m_waiting->value().size()));
    for (const ApprovalRequest &request : m_waiting->value()) {
        lines << entry(request);
        shown.insert(request.id);
    }
    QList<AccessChange> changes = m_changes->value();
    changes.removeIf([this](const AccessChange &change) { return change.until <= now(); });
    std::stable_sort(changes.begin(), changes.end(), [](const AccessChange &a, const AccessChange &b) {
        const auto open = [](const AccessChange &c) { return c.objectedAt.isValid() && !c.undoneAt.isValid(); };
        return open(a) && !open(b);
    });
    if (!changes.isEmpty())
        lines << heading(u"changes"_s, tr("Changements encore ouverts à l’opposition (%1)").arg(changes.size()));
    for (const AccessChange &change : std::as_const(changes))
        lines << entry(change);
    if (!m_decided->value().isEmpty())
        lines << heading(u"decided"_s, tr("Décidées"));
    for (const ApprovalRequest &request : m_decided->value()) {
        if (!shown.contains(request.id))
            lines << entry(request);
    }
    return lines;
}

void ApprovalsPage::onRead()
{
    // Only when all have answered: a request that moves from one list to the other must not vanish in between.
    if (!finished(m_waiting) || !finished(m_decided) || !finished(m_mine) || !finished(m_changes))
        return;
    const bool any = isSupervisor() ? m_waiting->hasValue() : m_mine->hasValue();
    if (!any)
        return;
    m_filling = true;
    m_model->setLines(entries());
    const int row = m_model->rowOf(m_current);
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row, 0));
    m_filling = false;
    if (row < 0)
        chooseFirst();
    else
        showCurrent();
}

void ApprovalsPage::chooseFirst()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->lines().at(row).heading)
            continue;
        m_filling = true;
        m_list->setCurrentIndex(m_model->index(row, 0));
        m_filling = false;
        showCurrent();
        return;
    }
    m_current.clear();
    m_detail->setNothing(isSupervisor()
                             ? tr("Aucune demande n’attend de décision et aucun changement ne peut être annulé.")
                             : tr("Vous n’avez aucune demande en attente. Une opération qui demande l’accord d’un "
                                  "superviseur apparaît ici dès que vous la confirmez."));
}

void ApprovalsPage::showCurrent()
{
    const QString key = m_list->currentIndex().data(LinesModel::KeyRole).toString();
    for (const auto *reader : {m_waiting, m_decided, m_mine}) {
        for (const ApprovalRequest &request : reader->value()) {
            if (keyOf(request) == key) {
                m_current = key;
                m_detail->setRequest(request);
                return;
            }
        }
    }
    for (const AccessChange &change : m_changes->value()) {
        if (keyOf(change) == key) {
            m_current = key;
            m_detail->setChange(change);
            return;
        }
    }
}

bool ApprovalsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return SupervisionPage::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const QModelIndex current = m_list->currentIndex();
    if (key->matches(QKeySequence::Copy) && current.isValid()) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column)
            cells << current.siblingAtColumn(column).data().toString();
        QGuiApplication::clipboard()->setText(cells.join(u'\t'));
        return true;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        const QString siret = current.data(LinesModel::OpenRole).toString();
        if (!siret.isEmpty())
            Q_EMIT openFileWanted(siret);
        return true;
    }
    return SupervisionPage::eventFilter(watched, event);
}

} // namespace desk
