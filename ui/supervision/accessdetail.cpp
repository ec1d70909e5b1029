// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/accessdetail.h"

#include "app/core/clock.h"
#include "app/core/documentkeys.h"
#include "app/core/siret.h"
#include "ui/common/build.h"
#include "ui/common/card.h"
#include "ui/common/chip.h"
#include "ui/common/format.h"
#include "ui/supervision/decisionbar.h"
#include "ui/supervision/factlist.h"
#include "ui/supervision/supervisiontexts.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QVariant>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

using Facts = QList<std::pair<QString, QString>>;

QString joined(const QStringList &parts, const QString &between)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(between);
}

QString profileWords(const QString &code)
{
    return code.isEmpty() ? QString() : profileLabel(fromCode<Profile>(code).value_or(Profile::Etablissement));
}

} // namespace

AccessDetail::AccessDetail(const UiServices &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_scroll(new QScrollArea(this)), m_content(new QWidget(m_scroll)),
      m_nothing(makeLabel("secondary", this, {}, LabelFlag::WrapsSelectable)),
      m_title(named(makeLabel("heading", this, {}, LabelFlag::WrapsSelectable), u"detailTitle"_s)),
      m_place(makeLabel("small", this, {}, LabelFlag::WrapsSelectable)),
      m_whyWords(named(makeLabel(nullptr, this, {}, LabelFlag::WrapsSelectable), u"detailWhy"_s)),
      m_said(makeLabel(nullptr, this, {}, LabelFlag::WrapsSelectable)),
      m_state(named(new Chip(this), u"detailState"_s)),
      m_open(
          makeButton(tr("Ouvrir le dossier"), {.name = u"openFile"_s}, this, [this] { Q_EMIT openWanted(m_siret); })),
      m_who(new Card(tr("Qui demande"), this)), m_what(new Card(tr("Ce qui change"), this)),
      m_why(new Card(tr("Pourquoi l’accord d’une autre personne"), this)),
      m_seen(new Card(tr("Ce que la base a constaté"), this)), m_objection(new Card(tr("Opposition reçue"), this)),
      m_whoFacts(new FactList(this)), m_whatFacts(new FactList(this)), m_seenFacts(new FactList(this)),
      m_decision(new DecisionBar(services, this))
{
    build();
}

void AccessDetail::build()
{
    setObjectName(u"accessDetail"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_who->body()->addWidget(m_whoFacts);
    m_what->body()->addWidget(m_whatFacts);
    m_why->body()->addWidget(m_whyWords);
    m_seen->body()->addWidget(m_seenFacts);
    m_objection->body()->addWidget(m_said);
    auto *cards = new QGridLayout(m_content);
    cards->setContentsMargins(0, 0, 4, 0);
    cards->setSpacing(8);
    cards->addWidget(m_objection, 0, 0, 1, 2);
    cards->addWidget(m_what, 1, 0);
    cards->addWidget(m_who, 1, 1);
    cards->addWidget(m_why, 2, 0);
    cards->addWidget(m_seen, 2, 1);
    cards->setColumnStretch(0, 1);
    cards->setColumnStretch(1, 1);
    cards->setRowStretch(3, 1);
    m_whyWords->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setRole(m_content, "page");
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    makeColumn(this, 8,
               {makeRow(10, {{m_title, 1}, {m_state, 0, Qt::AlignVCenter}, {m_open, 0, Qt::AlignVCenter}}),
                m_place,
                {m_nothing, 1},
                {m_scroll, 1},
                m_decision});
}

void AccessDetail::showCards(bool any)
{
    m_nothing->setVisible(!any);
    for (QWidget *part : {static_cast<QWidget *>(m_scroll), static_cast<QWidget *>(m_title),
                          static_cast<QWidget *>(m_place), static_cast<QWidget *>(m_open)})
        part->setVisible(any);
}

void AccessDetail::setHead(const QString &title, const EstablishmentRef &place)
{
    m_siret = place.siret;
    m_title->setText(title);
    m_place->setText(joined({groupedDigits(place.siret), (place.postcode + u' ' + place.town).trimmed()}, u" · "_s));
    m_open->setAccessibleDescription(place.denomination);
}

void AccessDetail::setNothing(const QString &why)
{
    m_nothing->setText(why);
    m_state->set(Tone::Muted, {});
    showCards(false);
    m_decision->setNothing();
}

void AccessDetail::setRequest(const ApprovalRequest &r)
{
    const QDateTime at = m_services.clock.now();
    showCards(true);
    if (r.id != m_subject)
        m_scroll->verticalScrollBar()->setValue(0);
    m_subject = r.id;
    setHead(tr("%1 : %2").arg(requestLabel(r.kind), r.establishment.denomination), r.establishment);
    const StateWords state = requestState(r, at);
    m_state->set(state.tone, state.text);
    m_objection->hide();

    QString old = holderText(r.current);
    if (r.kind == "referent.reassign"_L1)
        old = joined({old, r.keepOld ? tr("garde son accès, sans être référent") : tr("perd son accès")}, u", "_s);
    m_whatFacts->setFacts({{tr("Référent actuel"), old},
                           {r.target.isKnown() ? tr("Compte existant") : tr("Nouveau compte"), holderText(r.target)},
                           {tr("Adresse"), r.target.email},
                           {tr("Téléphone"), r.target.phone},
                           {tr("Profil"), profileWords(r.target.profile)}});
    m_whoFacts->setFacts(
        {{tr("Demandé par"), tr("%1, %2").arg(r.requestedByName, whenText(r.requestedAt, at))},
         {tr("Motif"), joined({r.reasonLabel, r.reasonText}, u" — "_s)},
         {tr("Demande d’assistance"), r.ticket > 0 ? ticketNumber(TicketNumber(r.ticket)) : QString()},
         {tr("Décision"),
          r.decidedAt.isValid() ? joined({tr("%1, %2").arg(r.decidedByName, whenText(r.decidedAt, at)),
                                          r.decidedText.isEmpty() ? QString() : u"« %1 »"_s.arg(r.decidedText)},
                                         u" — "_s)
                                : QString()}});
    QStringList why;
    for (const QString &code : r.why)
        why << u"•  "_s + whyText(code, r.evidence);
    m_whyWords->setText(why.join(u'\n'));
    m_why->setVisible(!why.isEmpty());

    QStringList tickets, changes, facts;
    for (const qint64 number : r.evidence.tickets)
        tickets << ticketNumber(TicketNumber(number));
    for (const PastStep &step : r.evidence.recentChanges)
        changes << joined({stepLabel(step.kind), whenText(step.at, at), step.actorName}, u", "_s);
    for (const QString &code : r.evidence.check.facts)
        facts << factLabel(code);
    m_seenFacts->setFacts(
        {{tr("Domaine de l’adresse"), r.evidence.domain},
         {tr("Domaines connus"),
          r.evidence.knownDomains.isEmpty() ? tr("aucun") : r.evidence.knownDomains.join(u", "_s)},
         {tr("Demandes de la personne"), tickets.isEmpty() ? tr("aucune") : tickets.join(u'\n')},
         {tr("Changements en 30 jours"), changes.isEmpty() ? tr("aucun") : changes.join(u'\n')},
         {tr("Appelant vérifié"),
          r.evidence.check.at.isValid() ? joined({whenText(r.evidence.check.at, at), facts.join(tr(" et "))}, u" : "_s)
                                        : tr("non")}});
    m_seen->show();
    m_who->setTitle(tr("Qui demande"));
    m_decision->setRequest(r);
}

void AccessDetail::setChange(const AccessChange &c)
{
    const QDateTime at = m_services.clock.now();
    showCards(true);
    if (c.id != m_subject)
        m_scroll->verticalScrollBar()->setValue(0);
    m_subject = c.id;
    setHead(tr("%1 : %2").arg(requestLabel(c.kind), c.establishment.denomination), c.establishment);
    const StateWords state = changeState(c, at);
    m_state->set(state.tone, state.text);
    m_objection->setVisible(c.objectedAt.isValid());
    m_said->setText(c.objectedAt.isValid()
                        ? joined({whenText(c.objectedAt, at), u"« %1 »"_s.arg(c.objectionText)}, u" — "_s)
                        : QString());
    m_whatFacts->setFacts(
        {{tr("Ancien référent"),
          c.oldHolder.isEmpty()
              ? QString()
              : joined({holderText(c.oldHolder), c.oldKept ? tr("garde son accès") : tr("accès retiré")}, u", "_s)},
         {tr("Accès ouvert à"), holderText(c.newHolder)},
         {tr("Adresse"), c.newHolder.email}});
    m_whoFacts->setFacts(
        {{tr("Fait par"), tr("%1, %2").arg(c.actorName, whenText(c.at, at))},
         {tr("Approuvé par"), c.approvedByName},
         {tr("Opposition possible"),
          c.until > at ? tr("jusqu’à %1").arg(whenText(c.until, at)) : tr("terminée %1").arg(whenText(c.until, at))},
         {tr("Annulé"),
          c.undoneAt.isValid() ? tr("%1, %2").arg(c.undoneByName, whenText(c.undoneAt, at)) : QString()}});
    m_why->hide();
    m_seen->hide();
    m_who->setTitle(tr("Qui l’a fait"));
    m_decision->setChange(c);
}

void AccessDetail::takeKeyboard()
{
    m_decision->takeKeyboard();
}

} // namespace desk
