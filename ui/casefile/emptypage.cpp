// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/emptypage.h"

#include "ui/casefile/openline.h"
#include "ui/common/build.h"
#include "ui/common/card.h"

#include <QGridLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRecent = 5, mostCallers = 12;

void fill(Card *card, const QList<OpenLine *> &lines)
{
    removeAll(card->body());
    for (OpenLine *line : lines)
        card->body()->addWidget(line);
    card->setVisible(!lines.isEmpty());
}

} // namespace

QList<TrialCaller> trialCallers(const QHash<QString, QString> &settings)
{
    QList<TrialCaller> callers;
    const QJsonDocument document = QJsonDocument::fromJson(settings.value(u"demo.appelants"_s).toUtf8());
    for (const QJsonValue &value : document.array()) {
        const QJsonObject object = value.toObject();
        const TrialCaller caller{object.value("key"_L1).toString().left(200),
                                 object.value("title"_L1).toString().left(200),
                                 object.value("situation"_L1).toString().left(200)};
        if (!caller.key.isEmpty() && callers.size() < mostCallers)
            callers << caller;
    }
    return callers;
}

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent), m_callers(named(new Card(tr("Appelants à essayer"), this), u"demoCallers"_s)),
      m_recent(named(new Card(tr("Dossiers récents"), this), u"recentFiles"_s))
{
    setObjectName(u"emptyPage"_s);
    auto *welcome = new Card({}, this);
    addCells(welcome->body(),
             {makeWords("title", welcome, tr("Qui appelle ?")),
              makeWords("secondary", welcome,
                        tr("Tapez ou collez dans la recherche (Ctrl+K) ce que l’appelant vous donne :"))});
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(18);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    const std::pair<QString, QString> kinds[]
        = {{tr("SIRET ou SIREN"), tr("avec ou sans espaces : 732 829 320 00074")},
           {tr("Adresse électronique"), tr("entière, ou son début suivi de « @ »")},
           {tr("Identifiant"), tr("de la forme prenom.nom")},
           {tr("Téléphone"), tr("dix chiffres, ou +33…")},
           {tr("Numéro de demande"), tr("#48 213")},
           {tr("Nom et commune"), tr("« boulang toulouse » : débuts et milieux de mots, accents indifférents")}};
    int row = 0;
    for (const auto &[kind, example] : kinds) {
        grid->addWidget(makeWords("strong", welcome, kind), row, 0);
        grid->addWidget(makeWords("secondary", welcome, example), row++, 1);
    }
    welcome->body()->addLayout(grid);
    makeColumn(this, 10, {welcome, m_recent, m_callers, spring()}, {12, 12, 12, 12});
    m_callers->body()->setSpacing(0);
    m_recent->body()->setSpacing(0);
    m_callers->setNote(tr("un par situation · Entrée ouvre"));
    m_callers->hide();
    m_recent->hide();
}

void EmptyPage::setCallers(const QList<TrialCaller> &callers)
{
    QList<OpenLine *> lines;
    for (const TrialCaller &caller : callers) {
        auto *line = new OpenLine({}, caller.title.isEmpty() ? caller.key : caller.title, caller.detail, m_callers);
        connect(line, &QPushButton::clicked, this, [this, key = caller.key] { Q_EMIT openWanted(key); });
        lines << line;
    }
    fill(m_callers, lines);
}

void EmptyPage::setRecent(const QList<Suggestion> &recent)
{
    QList<OpenLine *> lines;
    for (const Suggestion &file : recent.mid(0, mostRecent)) {
        auto *line = new OpenLine({}, file.title, file.detail, m_recent);
        connect(line, &QPushButton::clicked, this, [this, key = file.key] { Q_EMIT openWanted(key); });
        lines << line;
    }
    fill(m_recent, lines);
}

} // namespace desk
