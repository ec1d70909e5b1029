// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/listpage.h"

#include "ui/common/banner.h"
#include "ui/common/card.h"

namespace desk {

using namespace Qt::StringLiterals;

ListPage::ListPage(const UiServices &services, const QString &title, const QString &name, const LineList::Look &look,
                   QWidget *parent)
    : SupervisionPage(services, title, parent), m_list(new LineList(services.settings, look, this)),
      m_banner(Banner::inset(this, name + "Message"_L1)), m_bar(new Card({}, this)),
      m_about(named(makeLabel(nullptr, m_bar, {}, LabelFlag::WrapsSelectable), name + "About"_L1)),
      m_consequence(named(makeLabel("small", m_bar, {}, LabelFlag::WrapsSelectable), name + "Consequence"_L1)),
      m_open(makeButton(tr("Ouvrir le dossier"), {.name = name + "Open"_L1, .key = tr("Entrée"), .enter = true}, m_bar))
{
    m_bar->hide();
    connect(m_list, &LineList::currentChanged, this, [this] { showCurrent(); });
    connect(m_list, &LineList::openWanted, this, &SupervisionPage::openFileWanted);
    connect(m_list, &LineList::moreWanted, this, [this] { readMore(); });
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openFileWanted(m_siret); });
}

void ListPage::addList(Cells actions)
{
    auto *card = new Card({}, this);
    card->body()->addWidget(m_list, 1);
    QHBoxLayout *row = makeRow(8, {{makeColumn(2, {m_about, m_consequence}), 1}, m_open});
    addCells(row, actions);
    m_bar->body()->addLayout(row);
    addCells(body(), {{card, 1}, m_banner, m_bar});
}

void ListPage::showAbout(const QStringList &parts, const QString &siret, const QString &consequence)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    m_about->setText(filled.join(u" · "_s));
    m_consequence->setText(consequence);
    m_consequence->setHidden(consequence.isEmpty());
    m_siret = siret;
    setBlocked(m_open, siret.isEmpty() ? tr("sans établissement") : QString());
    m_bar->show();
}

void ListPage::showNoAbout()
{
    m_bar->hide();
}

} // namespace desk
