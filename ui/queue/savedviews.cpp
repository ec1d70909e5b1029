// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/savedviews.h"

#include "app/core/document.h"
#include "app/tickets/ticketstore.h"
#include "ui/common/banner.h"
#include "ui/common/errortext.h"
#include "ui/queue/saveviewrow.h"
#include "ui/supervision/inplaceoperation.h"

#include <algorithm>
#include <utility>

namespace desk {

using namespace Qt::StringLiterals;

SavedViews::SavedViews(const UiServices &services, SaveViewRow *row, Banner *message, QObject *parent)
    : QObject(parent), m_services(services), m_row(row), m_message(message),
      m_operation(new InPlaceOperation(services, message, this)),
      m_views(services.session, u"page"_s, [&store = services.tickets] { return store.views(); })
{
    connect(&m_views, &ReaderBase::changed, this, [this] {
        if (!m_views.isReading())
            Q_EMIT changed();
    });
    connect(m_row, &SaveViewRow::saveWanted, this, &SavedViews::save);
    connect(m_operation, &InPlaceOperation::done, this,
            [this](const OperationOutcome &, const QString &subject) { onDone(subject); });
    connect(m_operation, &InPlaceOperation::refused, this, &SavedViews::onRefused);
    connect(m_message, &Banner::actionTriggered, this, [this] {
        if (m_removed)
            save(*m_removed); // the same id: what was taken away is there again
    });
}

const TicketView *SavedViews::find(const QUuid &id) const
{
    const auto found
        = std::find_if(all().cbegin(), all().cend(), [&id](const TicketView &one) { return one.id == id; });
    return found == all().cend() ? nullptr : &*found;
}

void SavedViews::reset()
{
    m_views.reset();
    m_removed.reset();
    m_saving.reset();
}

void SavedViews::askName(const TicketFilter &filter, QueueOrder order, const TicketView *shown)
{
    TicketView fresh;
    fresh.filter = filter;
    fresh.order = order;
    std::optional<TicketView> existing;
    if (shown && shown->mine) {
        existing = *shown;
        fresh.name = shown->name;
        fresh.shared = shown->shared;
        fresh.chosen = shown->chosen;
    }
    m_row->open(fresh, m_services.session.info().supervisor, existing);
}

void SavedViews::rename(const QUuid &id)
{
    if (const TicketView *one = find(id))
        m_row->open(*one, m_services.session.info().supervisor, std::nullopt);
}

void SavedViews::save(const TicketView &view)
{
    m_saving = view;
    if (m_saving->id.isNull())
        m_saving->id = QUuid::createUuid();
    m_operation->submit(QueueKind::SaveView,
                        {{u"view"_s, m_saving->id.toString(QUuid::WithoutBraces)},
                         {u"name"_s, view.name},
                         {u"shared"_s, view.shared},
                         {u"filter"_s, toDocument(view.filter)},
                         {u"sort"_s, codeOf(view.order.column)},
                         {u"descending"_s, view.order.descending}},
                        u"save"_s);
}

void SavedViews::remove(const QUuid &id)
{
    const TicketView *one = find(id);
    if (!one || m_operation->isBusy())
        return;
    m_removed = *one;
    m_operation->submit(QueueKind::DeleteView, {{u"view"_s, id.toString(QUuid::WithoutBraces)}}, u"remove"_s);
}

void SavedViews::takeOver(const QUuid &id)
{
    if (const TicketView *one = find(id))
        save(*one);
}

void SavedViews::chooseFirst(const QUuid &id)
{
    m_operation->submit(QueueKind::ChooseView,
                        {{u"view"_s, id.isNull() ? QJsonValue() : QJsonValue(id.toString(QUuid::WithoutBraces))}});
}

void SavedViews::onDone(const QString &subject)
{
    m_message->setAction({});
    if (subject == "remove"_L1 && m_removed) {
        m_message->set(Tone::Ok, u"✓"_s, tr("La vue « %1 » est supprimée.").arg(m_removed->name));
        m_message->setAction(tr("Annuler"));
        Q_EMIT removed(*m_removed);
    } else if (subject == "save"_L1 && m_saving) {
        onSaved();
    }
    m_views.read();
}

void SavedViews::onSaved()
{
    const TicketView view = *std::exchange(m_saving, std::nullopt);
    const auto brought = std::exchange(m_removed, std::nullopt);
    const TicketView *before = find(view.id);
    m_row->hide();
    m_message->set(Tone::Ok, u"✓"_s, tr("La vue « %1 » est enregistrée.").arg(view.name));
    Q_EMIT saved(view, brought && brought->id == view.id);
    if (view.chosen != (before && before->chosen))
        chooseFirst(view.chosen ? view.id : QUuid());
}

void SavedViews::onRefused(const Error &error, const QString &subject)
{
    if (subject == "save"_L1 && m_row->isVisible() && error.rule.startsWith(u"view_name"_s)) {
        m_message->clear();
        m_row->showError(errorText(error));
    }
    m_removed.reset();
    m_message->setAction({});
}

} // namespace desk
