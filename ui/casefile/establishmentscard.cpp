// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/establishmentscard.h"

#include "ui/casefile/establishmentsmodel.h"
#include "ui/common/build.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

/// A quiet line: the name stands out, the rest is grey; the chosen line has the accent's ground across its whole width.
class LineDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokensFor(option.widget);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, t.accentSoft);
        painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, t.line);
        const bool name = index.column() == EstablishmentsModel::DenominationColumn;
        painter->setFont(name ? uiFont(option.font, 13, QFont::DemiBold) : option.font);
        painter->setPen(name || index.column() == EstablishmentsModel::SiretColumn ? t.text : t.secondary);
        const QRect room = option.rect.adjusted(8, 0, -8, 0);
        const auto alignment = index.data(Qt::TextAlignmentRole);
        painter->drawText(room, alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter),
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    }
};

} // namespace

EstablishmentsCard::EstablishmentsCard(QWidget *parent)
    : Section(u"establishmentsCard"_s, parent), m_model(new EstablishmentsModel(this)),
      m_proxy(new EstablishmentsFilter(this)), m_filter(named(new QLineEdit(this), u"establishmentsFilter"_s)),
      m_table(named(new QTableView(this), u"establishmentsTable"_s))
{
    setTitle(tr("Établissements"));
    m_proxy->setSourceModel(m_model);
    m_table->setModel(m_proxy);
    build();
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_proxy->setWords(typed);
        if (m_proxy->rowCount() > 0 && !m_table->currentIndex().isValid())
            m_table->selectRow(0);
        showCount();
    });
    connect(m_filter, &QLineEdit::returnPressed, this, &EstablishmentsCard::openCurrent);
    connect(m_table, &QTableView::doubleClicked, this, &EstablishmentsCard::openCurrent);
}

void EstablishmentsCard::build()
{
    m_filter->setPlaceholderText(tr("Filtrer par SIRET, dénomination ou commune"));
    m_filter->setAccessibleName(tr("Filtrer les établissements"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_table->setAccessibleName(tr("Établissements"));
    setRole(m_table, "bare");
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSortingEnabled(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setItemDelegate(new LineDelegate(m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(30);
    m_table->setMinimumHeight(220);
    m_table->installEventFilter(this);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(EstablishmentsModel::DenominationColumn, QHeaderView::Stretch);
    for (const auto &[column, width] : {std::pair{EstablishmentsModel::SiretColumn, 148},
                                        {EstablishmentsModel::TownColumn, 140},
                                        {EstablishmentsModel::StateColumn, 196},
                                        {EstablishmentsModel::TicketsColumn, 84}})
        header->resizeSection(column, width);
    header->setSortIndicator(EstablishmentsModel::DenominationColumn, Qt::AscendingOrder);
    addCells(body(), {m_filter, {m_table, 1}});
}

void EstablishmentsCard::setFile(const CallerFile &file, bool another)
{
    const QString current = m_table->currentIndex().data(EstablishmentsModel::SiretRole).toString();
    m_model->setLines(file.establishments);
    if (another) {
        m_filter->clear();
        m_table->selectRow(0);
        m_table->scrollToTop();
    } else if (!current.isEmpty() && !m_table->currentIndex().isValid()) {
        // Lines came or went: the same establishment stays chosen.
        const QModelIndexList found
            = m_proxy->match(m_proxy->index(0, 0), EstablishmentsModel::SiretRole, current, 1, Qt::MatchExactly);
        if (!found.isEmpty())
            m_table->selectRow(found.first().row());
    }
    showCount();
}

void EstablishmentsCard::showCount()
{
    const int all = m_model->rowCount();
    const int shown = m_proxy->rowCount();
    const QString total = all == 1 ? tr("1 · Entrée ouvre le dossier") : tr("%1 · Entrée ouvre le dossier").arg(all);
    setNote(shown == all ? total : tr("%1 sur %2").arg(shown).arg(all));
    setSummary(tr("%1 établissements").arg(all));
}

void EstablishmentsCard::openCurrent()
{
    QModelIndex index = m_table->currentIndex();
    if (!index.isValid() && m_proxy->rowCount() > 0)
        index = m_proxy->index(0, 0);
    const QString siret = index.data(EstablishmentsModel::SiretRole).toString();
    if (!siret.isEmpty())
        Q_EMIT openWanted(siret);
}

void EstablishmentsCard::copyCurrent()
{
    const QModelIndex index = m_table->currentIndex();
    if (index.isValid())
        QGuiApplication::clipboard()->setText(index.data().toString());
}

bool EstablishmentsCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return Section::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_table && key->matches(QKeySequence::Copy)) {
        if (event->type() == QEvent::KeyPress)
            copyCurrent();
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return Section::eventFilter(watched, event);
    if (watched == m_table && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
        openCurrent();
        return true;
    }
    // From the filter, the arrows go on into the list without a Tab.
    if (watched == m_filter && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up)) {
        const int row = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
        m_table->selectRow(qBound(0, row + (key->key() == Qt::Key_Down ? 1 : -1), qMax(0, m_proxy->rowCount() - 1)));
        return true;
    }
    return Section::eventFilter(watched, event);
}

} // namespace desk
