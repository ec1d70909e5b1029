// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/bulkprogress.h"

#include "ui/common/banner.h"
#include "ui/common/build.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/queue/bulktexts.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QStringListModel>
#include <QVariant>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = BulkService::State;

namespace {

constexpr int mostLinesShown = 5;

/// Lines that may be cut are whole in their tooltips.
class Lines : public QStringListModel {
public:
    using QStringListModel::QStringListModel;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return QStringListModel::data(index, role == Qt::ToolTipRole ? int(Qt::DisplayRole) : role);
    }
};

/// The sentence of this rule speaks of reading files.
bool isCeiling(const Error &error)
{
    return error.code == Error::Code::TooMany || error.rule == "rate_limited"_L1;
}

QString numbersOf(const BulkStep &step)
{
    QStringList numbers;
    for (const TicketNumber number : step.tickets)
        numbers << ticketNumber(number);
    return numbers.join(u", "_s);
}

} // namespace

BulkProgress::BulkProgress(BulkService &bulk, QWidget *parent)
    : QFrame(parent), m_bulk(bulk), m_title(named(makeLabel("strong", this), u"bulkTitle"_s)),
      m_words(named(makeLabel("secondary", this), u"bulkWords"_s)), m_bar(named(new QProgressBar(this), u"bulkBar"_s)),
      m_banner(Banner::inset(this, u"bulkBanner"_s)), m_refused(named(new QListView(this), u"bulkRefused"_s)),
      m_lines(new Lines(this)), m_stop(makeButton(tr("Arrêter"), {.name = u"bulkStop"_s}, this)),
      m_resume(makeButton(tr("Reprendre"), {.kind = ButtonKind::Primary, .name = u"bulkResume"_s}, this,
                          [this] { m_bulk.resume(); })),
      m_select(makeButton(tr("Sélectionner les refusées"), {.name = u"bulkSelectRefused"_s}, this)),
      m_close(makeButton(tr("Fermer"), {.name = u"bulkDismiss"_s}, this))
{
    setObjectName(u"bulkProgress"_s);
    setRole(this, "popup");
    build();
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        m_bulk.stop();
    });
    connect(m_close, &QPushButton::clicked, this, [this] {
        m_bulk.dismiss();
        Q_EMIT dismissed();
    });
    connect(m_select, &QPushButton::clicked, this, [this] {
        QList<TicketNumber> numbers;
        for (const BulkStep &step : m_bulk.steps()) {
            if (step.state == BulkStep::State::Refused)
                numbers << step.tickets;
        }
        Q_EMIT selectWanted(numbers);
    });
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &BulkProgress::showWords);
    connect(&m_bulk, &BulkService::changed, this, &BulkProgress::show);
    show();
}

void BulkProgress::build()
{
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Avancement"));
    m_refused->setModel(m_lines);
    m_refused->setAccessibleName(tr("Demandes refusées"));
    m_refused->setUniformItemSizes(true);
    m_refused->setTextElideMode(Qt::ElideRight);
    m_refused->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_refused->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_refused->setEditTriggers(QAbstractItemView::NoEditTriggers);
    makeColumn(this, 8,
               {makeRow(8, {m_title, {m_words, 1}, m_stop, m_select, m_close, m_resume}), m_bar, m_banner, m_refused},
               {16, 10, 16, 10});
}

void BulkProgress::show()
{
    const State state = m_bulk.state();
    setHidden(state == State::Idle);
    if (state == State::Idle) {
        m_lines->setStringList({});
        return;
    }
    const bool going = state == State::Running || state == State::Waiting;
    m_title->setText(m_bulk.title());
    m_bar->setRange(0, std::max(1, m_bulk.total()));
    m_bar->setValue(m_bulk.done() + m_bulk.refused());
    m_bar->setVisible(going);
    m_stop->setVisible(going);
    if (!going || state == State::Waiting)
        m_stop->setEnabled(true);
    m_resume->setVisible(state == State::Stopped);
    m_close->setVisible(!going);
    m_select->setVisible(!going && m_bulk.refused() > 0);
    if (state == State::Waiting && m_bulk.pauseSeconds() > 0)
        m_second.start();
    else
        m_second.stop();
    showWords();
    showBanner();
    showRefused();
}

void BulkProgress::showWords()
{
    const int pause = m_bulk.pauseSeconds();
    const QString words = bulkProgressText(m_bulk);
    m_words->setText(pause > 0 ? words + u" · "_s + tr("reprise dans %1").arg(duration(pause)) : words);
    m_bar->setAccessibleDescription(words);
}

QString BulkProgress::leftWords() const
{
    const int count = m_bulk.notDone();
    QString words = count == 1 ? tr("Une demande n’a pas été traitée.")
                               : tr("%1 demandes n’ont pas été traitées.").arg(groupedNumber(count));
    if (m_bulk.unsure() == 0)
        return words;
    if (m_bulk.state() == State::Stopped)
        return words + u' '
            + tr("La réponse s’est perdue pour %1 d’entre elles : la reprise dira ce qu’il en est, sans rien faire "
                 "deux fois.")
                  .arg(groupedNumber(m_bulk.unsure()));
    return words + u' '
        + tr("%1 d’entre elles étaient envoyées, sans réponse : vérifiez dans la liste si c’est fait.")
              .arg(groupedNumber(m_bulk.unsure()));
}

void BulkProgress::showBanner()
{
    switch (m_bulk.state()) {
    case State::Waiting:
        if (m_bulk.hindrance())
            m_banner->set(Tone::Warn, tr("Pause"),
                          (isCeiling(*m_bulk.hindrance())
                               ? tr("La base limite le nombre d’opérations qu’une personne fait en peu de temps.")
                               : errorText(*m_bulk.hindrance()))
                              + u' ' + tr("Ce qui est fait est acquis ; la suite reprendra d’elle-même."));
        else
            m_banner->set(Tone::Warn, tr("Connexion perdue"),
                          tr("Ce qui est fait est acquis ; la suite reprendra d’elle-même au retour de la base, sans "
                             "rien faire deux fois."));
        return;
    case State::Stopped:
        if (m_bulk.hindrance())
            m_banner->set(Tone::Error, tr("Arrêté"), errorText(*m_bulk.hindrance()) + u' ' + leftWords());
        else
            m_banner->set(Tone::Info, tr("Arrêté"), leftWords());
        return;
    case State::Finished:
        if (m_bulk.notDone() > 0)
            m_banner->set(Tone::Warn, tr("Interrompu"), tr("La déconnexion y a mis fin.") + u' ' + leftWords());
        else if (m_bulk.refused() > 0)
            m_banner->set(
                Tone::Warn, tr("Terminé"),
                m_bulk.refused() == 1
                    ? tr("Une demande a été refusée, les autres sont faites.")
                    : tr("%1 demandes ont été refusées, les autres sont faites.").arg(groupedNumber(m_bulk.refused())));
        else
            m_banner->set(Tone::Ok, tr("Terminé"), tr("Tout est fait."));
        return;
    default:
        m_banner->clear();
    }
}

void BulkProgress::showRefused()
{
    const bool over = m_bulk.state() == State::Stopped || m_bulk.state() == State::Finished;
    const bool any = over && m_bulk.refused() > 0;
    m_refused->setVisible(any);
    if (!any)
        return;
    QStringList lines;
    for (const BulkStep &step : m_bulk.steps()) {
        if (step.state == BulkStep::State::Refused)
            lines << numbersOf(step) + u" · "_s + errorText(step.error);
    }
    m_lines->setStringList(lines);
    const int row = std::max(22, m_refused->sizeHintForRow(0));
    m_refused->setFixedHeight(row * std::min(mostLinesShown, int(lines.size())) + 6);
}

void BulkProgress::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy)) {
        QFrame::keyPressEvent(event);
        return;
    }
    QModelIndexList chosen = m_refused->selectionModel()->selectedIndexes();
    std::sort(chosen.begin(), chosen.end());
    QStringList lines;
    for (const QModelIndex &index : std::as_const(chosen))
        lines << index.data().toString();
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace desk
