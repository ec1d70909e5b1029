// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/queuespane.h"

#include "ui/common/build.h"
#include "ui/common/card.h"
#include "ui/common/format.h"
#include "ui/queue/countlist.h"
#include "ui/queue/daybars.h"

#include <QMenu>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualWidth = 244, leastWidth = 196;

std::optional<Tone> toneOf(const QueueBase &base)
{
    return base.code == "late"_L1                           ? std::optional(Tone::Error)
        : base.code == "soon"_L1 || base.code == "awake"_L1 ? std::optional(Tone::Warn)
                                                            : std::nullopt;
}

} // namespace

QueuesPane::QueuesPane(QWidget *parent)
    : QWidget(parent), m_filesCard(new Card(tr("Files"), this)), m_viewsCard(new Card(tr("Vues"), this)),
      m_todayCard(new Card(tr("Aujourd’hui"), this)), m_files(new CountList(u"queueFiles"_s, m_filesCard)),
      m_viewList(new CountList(u"queueViews"_s, m_viewsCard)), m_bars(new DayBars(this)),
      m_today(named(makeLabel("small", this), u"queueToday"_s))
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    for (Card *card : {m_filesCard, m_viewsCard})
        card->layout()->setContentsMargins(10, 10, 10, 8);
    m_files->setAccessibleName(tr("Files"));
    m_viewList->setAccessibleName(tr("Vues"));
    m_filesCard->body()->addWidget(m_files);
    m_viewsCard->body()->addWidget(m_viewList);
    m_files->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // all motifs, always
    m_files->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_viewList->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    addCells(m_todayCard->body(), {m_bars, m_today});
    makeColumn(this, 10, {m_filesCard, m_viewsCard, m_todayCard, spring()});
    for (CountList *list : {m_files, m_viewList})
        connect(list, &CountList::wanted, this, [this](const QString &key) { Q_EMIT wanted(queueBaseFromText(key)); });
    connect(m_viewList, &CountList::menuWanted, this, &QueuesPane::openMenu);
    connect(m_viewList, &CountList::renameWanted, this,
            [this](const QString &key) { offer(key, &QueuesPane::renameWanted); });
    connect(m_viewList, &CountList::removeWanted, this,
            [this](const QString &key) { offer(key, &QueuesPane::removeWanted); });
}

void QueuesPane::setContents(const SessionInfo &info, const QList<TicketView> &views, const QueueCounts &counts)
{
    m_views = views;
    m_supervisor = info.supervisor;
    const auto line = [&counts](const QueueBase &base, const QString &label, const QString &note = {}) {
        return CountLine{toText(base), label, note, countOf(base, counts), toneOf(base)};
    };
    QList<CountLine> files{line({}, tr("Toutes"))};
    for (const ListItem &motif : info.motifs)
        files << line({QueueBase::Kind::Motif, motif.code}, motif.label);
    QList<CountLine> lines;
    for (const QString &code : builtInViews())
        lines << line({QueueBase::Kind::BuiltIn, code}, builtInViewLabel(code, info));
    for (const TicketView &view : views) {
        const QueueBase base{QueueBase::Kind::Saved, view.id.toString(QUuid::WithoutBraces)};
        CountLine one = line(base, view.chosen ? u"★ "_s + view.name : view.name, viewOwnerText(view));
        if (!one.count && counts.views.contains(view.id.toString()))
            one.count = counts.views.value(view.id.toString());
        lines << one;
    }
    m_files->setLines(files);
    m_viewList->setLines(lines);
    m_bars->setDays(counts.days);
    m_bars->setHidden(counts.days.isEmpty());
    m_today->setText(
        tr("%1 reçues · %2 closes").arg(groupedNumber(counts.receivedToday), groupedNumber(counts.closedToday)));
    m_today->setVisible(counts.at.isValid());
}

QSize QueuesPane::sizeHint() const
{
    return {usualWidth, QWidget::sizeHint().height()};
}

/// What is counted of today gives way first.
QSize QueuesPane::minimumSizeHint() const
{
    return {leastWidth, m_filesCard->minimumSizeHint().height() + m_viewsCard->minimumSizeHint().height() + 10};
}

void QueuesPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_todayCard->setVisible(height() >= minimumSizeHint().height() + 10 + m_todayCard->sizeHint().height());
}

void QueuesPane::choose(const QueueBase &base)
{
    m_files->choose(toText(base));
    m_viewList->choose(toText(base));
}

void QueuesPane::setNote(const QString &note)
{
    m_filesCard->setNote(note);
}

void QueuesPane::takeKeyboard()
{
    m_files->setFocus(Qt::OtherFocusReason);
}

const TicketView *QueuesPane::view(const QString &key) const
{
    const QueueBase base = queueBaseFromText(key);
    for (const TicketView &one : m_views) {
        if (base.kind == QueueBase::Kind::Saved && one.id == QUuid::fromString(base.code))
            return &one;
    }
    return nullptr;
}

bool QueuesPane::mayChange(const TicketView &view) const
{
    return view.mine || (m_supervisor && view.ownerGone);
}

void QueuesPane::offer(const QString &key, void (QueuesPane::*signal)(const QUuid &))
{
    const TicketView *one = view(key);
    if (one && mayChange(*one))
        Q_EMIT(this->*signal)(one->id);
}

void QueuesPane::openMenu(const QString &key, const QPoint &at)
{
    const TicketView *one = view(key);
    if (!one)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"viewMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QUuid id = one->id;
    if (one->chosen)
        menu->addAction(tr("Ne plus ouvrir en premier"), this, [this] { Q_EMIT chooseWanted({}); });
    else
        menu->addAction(tr("Ouvrir en premier"), this, [this, id] { Q_EMIT chooseWanted(id); });
    QAction *rename = menu->addAction(tr("Renommer… (F2)"), this, [this, id] { Q_EMIT renameWanted(id); });
    rename->setEnabled(one->mine);
    if (m_supervisor && one->ownerGone && !one->mine)
        menu->addAction(tr("Reprendre à mon nom"), this, [this, id] { Q_EMIT takeWanted(id); });
    QAction *remove = menu->addAction(tr("Supprimer (Suppr)"), this, [this, id] { Q_EMIT removeWanted(id); });
    remove->setEnabled(mayChange(*one));
    menu->popup(at);
}

} // namespace desk
