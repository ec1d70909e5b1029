// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/scripts/scriptlibrarypage.h"

#include "app/scripts/scriptservice.h"
#include "app/session/sessionservice.h"
#include "ui/common/build.h"
#include "ui/common/card.h"
#include "ui/scripts/scripthitdelegate.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QStandardItemModel>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestPage = 860; // lines longer than that are tiring to read
constexpr qsizetype mostLines = 12;

} // namespace

ScriptLibraryPage::ScriptLibraryPage(const UiServices &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_field(new QLineEdit(this)), m_list(new QListView(this)),
      m_model(new QStandardItemModel(this)), m_count(makeLabel("secondary", this)),
      m_nothing(makeWords("secondary", this)), m_problems(new Card(tr("Scripts écartés"), this)),
      m_problemList(makeWords(nullptr, this)),
      m_advice(named(new Card(tr("Conseils aux auteurs"), this), u"scriptAdvice"_s)),
      m_adviceList(makeWords(nullptr, this))
{
    setRole(m_field, "search");
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
    m_nothing->setText(tr("Aucun script ne correspond. Essayez d’autres mots, ou moins de mots."));
    for (const auto &[card, list] : {std::pair{m_problems, m_problemList}, {m_advice, m_adviceList}}) {
        list->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        card->body()->addWidget(list);
    }
    auto *column = new QWidget(this);
    column->setMaximumWidth(widestPage);
    makeColumn(column, 10,
               {makeRow(usualSpacing, {{makeLabel("title", this, tr("Scripts")), 1}, m_count}),
                m_field,
                m_nothing,
                {m_list, 1},
                m_problems,
                m_advice});
    makeRow(this, usualSpacing, {{column, 1}, spring(0)}, {16, 14, 16, 14});
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
