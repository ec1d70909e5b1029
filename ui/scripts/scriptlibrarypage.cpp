// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/scripts/scriptlibrarypage.h"

#include "app/scripts/scriptservice.h"
#include "app/session/sessionservice.h"
#include "ui/common/card.h"
#include "ui/scripts/scripthitdelegate.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <QVariant>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestPage = 860; // lines longer than that are tiring to read
constexpr qsizetype mostLines = 12;

} // namespace

ScriptLibraryPage::ScriptLibraryPage(const UiServices &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_field(new QLineEdit(this)), m_list(new QListView(this)),
      m_model(new QStandardItemModel(this)), m_count(new QLabel(this)), m_nothing(new QLabel(this)),
      m_problems(new Card(tr("Scripts écartés"), this)), m_problemList(new QLabel(this)),
      m_advice(new Card(tr("Conseils aux auteurs"), this)), m_adviceList(new QLabel(this))
{
    setStyleProperty(m_field, "role", u"search"_s);
    m_field->setPlaceholderText(tr("Numéro, titre, ou ce que dit l’appelant : « j’ai pas eu mon mot de passe »"));
    m_field->setAccessibleName(tr("Rechercher un script"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ScriptHitDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Scripts trouvés"));
    setStyleProperty(m_count, "role", u"secondary"_s);
    setStyleProperty(m_nothing, "role", u"secondary"_s);
    m_nothing->setText(tr("Aucun script ne correspond. Essayez d’autres mots, ou moins de mots."));
    m_nothing->setWordWrap(true);
    for (const auto &[card, list] : {std::pair{m_problems, m_problemList}, {m_advice, m_adviceList}}) {
        list->setTextFormat(Qt::PlainText);
        list->setWordWrap(true);
        list->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        card->body()->addWidget(list);
    }
    m_advice->setObjectName(u"scriptAdvice"_s);
    auto *title = new QLabel(tr("Scripts"), this);
    setStyleProperty(title, "role", u"title"_s);

    auto *heading = new QHBoxLayout;
    heading->addWidget(title, 1);
    heading->addWidget(m_count);
    auto *column = new QWidget(this);
    column->setMaximumWidth(widestPage);
    auto *lines = new QVBoxLayout(column);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(10);
    lines->addLayout(heading);
    lines->addWidget(m_field);
    lines->addWidget(m_nothing);
    lines->addWidget(m_list, 1);
    lines->addWidget(m_problems);
    lines->addWidget(m_advice);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->addWidget(column, 1);
    layout->addStretch(0);
    setFocusProxy(m_field);

    connect(m_field, &QLineEdit::textChanged, this, &ScriptLibraryPage::search);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { start(m_list->currentIndex()); });
    connect(m_list, &QListView::activated, this, &ScriptLibraryPage::start);
    connect(m_list, &QListView::clicked, this, &ScriptLibraryPage::start);
    connect(&m_services.scripts, &ScriptService::catalogueChanged, this, [this] {
        search();
        showProblems();
    });
    connect(&m_services.session, &SessionService::loggedIn, this, &ScriptLibraryPage::showProblems);
    search();
    showProblems();
}

void ScriptLibraryPage::focusSearch()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void ScriptLibraryPage::search()
{
    const QList<ScriptHit> hits = m_services.scripts.search(m_field->text());
    m_model->clear();
    for (const ScriptHit &hit : hits) {
        auto *item = new QStandardItem(hit.number > 0 ? u"%1 · %2"_s.arg(hit.number).arg(hit.title) : hit.title);
        item->setData(hit.scriptId, ScriptHitDelegate::IdRole);
        item->setData(hit.number, ScriptHitDelegate::NumberRole);
        item->setData(hit.title, ScriptHitDelegate::TitleRole);
        item->setData(hit.excerpt, ScriptHitDelegate::ExcerptRole);
        item->setData(hit.excerpt, Qt::AccessibleDescriptionRole);
        m_model->appendRow(item);
    }
    if (!hits.isEmpty())
        m_list->setCurrentIndex(m_model->index(0, 0));
    m_count->setText(tr("%n script(s)", nullptr, static_cast<int>(hits.size())));
    m_nothing->setVisible(hits.isEmpty());
    m_list->setVisible(!hits.isEmpty());
}

void ScriptLibraryPage::showProblems()
{
    const auto show = [](Card *card, QLabel *label, const QList<ScriptProblem> &problems) {
        QStringList lines;
        for (const ScriptProblem &problem : problems.mid(0, mostLines))
            lines << u"%1:%2 : %3"_s.arg(problem.file).arg(problem.line).arg(problem.reason);
        if (problems.size() > mostLines)
            lines << tr("et %n autre(s)", nullptr, static_cast<int>(problems.size() - mostLines));
        label->setText(lines.join(u'\n'));
        card->setVisible(!problems.isEmpty());
    };
    m_problems->setNote(tr("les autres restent utilisables"));
    show(m_problems, m_problemList, m_services.scripts.problems());
    m_advice->setNote(tr("ces scripts restent utilisables"));
    // Who publishes can do something about it; an agent on a call cannot.
    show(m_advice, m_adviceList,
         m_services.session.info().supervisor ? m_services.scripts.advice() : QList<ScriptProblem>());
}

void ScriptLibraryPage::start(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_services.scripts.start(index.data(ScriptHitDelegate::IdRole).toString());
    Q_EMIT started();
}

/// Up and Down move in the list while one types.
bool ScriptLibraryPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
            QApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace desk
