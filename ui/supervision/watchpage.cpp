// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/watchpage.h"

#include "app/core/siret.h"
#include "app/operations/operation.h"
#include "app/supervision/supervisionkind.h"
#include "ui/common/banner.h"
#include "ui/common/build.h"
#include "ui/common/card.h"
#include "ui/common/commands.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/sheets/draftkeeper.h"
#include "ui/supervision/inplaceoperation.h"
#include "ui/supervision/linelist.h"
#include "ui/supervision/supervisiontexts.h"

#include <QJsonObject>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostExtra = 200, mostMinutes = 1440;

QString keyOf(const WatchAgent &agent)
{
    return agent.login + u'/' + agent.kind;
}

LineCell number(int value)
{
    return {QString::number(value), value, {}, false, true};
}

LineCell when(const QDateTime &at, const QDateTime &now)
{
    return {whenText(at, now), at};
}

LineCell stateOf(const WatchAgent &agent, const QDateTime &now)
{
    if (agent.ceiling > 0 && agent.hour >= agent.ceiling)
        return {WatchPage::tr("! plafond atteint"), 0, Tone::Error};
    if (agent.unusual)
        return {WatchPage::tr("! inhabituel"), 1, Tone::Warn};
    if (agent.liftedUntil > now)
        return {WatchPage::tr("relevé jusqu’à %1").arg(whenText(agent.liftedUntil, now)), 2, Tone::Info};
    return {WatchPage::tr("habituel"), 3, Tone::Muted};
}

} // namespace

WatchPage::WatchPage(const UiServices &services, QWidget *parent)
    : SupervisionPage(services, tr("Surveillance"), parent),
      m_report(new Reader<WatchReport>(
          services.session, u"page"_s, [&store = services.supervision] { return store.watch(); }, this)),
      m_agents(new LineList(services.settings,
                            {.name = u"watchAgents"_s,
                             .title = tr("Opérations de chaque agent"),
                             .columns = {{tr("Agent"), 190},
                                         {tr("Opération")},
                                         {tr("Cette heure"), 110},
                                         {tr("Plafond"), 90},
                                         {tr("Aujourd’hui"), 110},
                                         {tr("État"), 190}},
                             .sortable = true},
                            this)),
      m_checks(new LineList(
          services.settings,
          {.name = u"watchChecks"_s,
           .title = tr("Vérifications de l’appelant manquées"),
           .columns
           = {{tr("Heure"), 80}, {tr("Établissement")}, {tr("Agent"), 120}, {tr("Échecs"), 70}, {tr("État"), 142}},
           .nothing = tr("Aucune vérification manquée aujourd’hui."),
           .sortable = true,
           .choosesFirst = false},
          this)),
      m_refusals(new LineList(services.settings,
                              {.name = u"watchRefusals"_s,
                               .title = tr("Refusé par la base"),
                               .columns = {{tr("Agent"), 150}, {tr("Refus")}, {tr("Nombre"), 80}, {tr("Dernier"), 92}},
                               .nothing = tr("La base n’a rien refusé aujourd’hui."),
                               .sortable = true,
                               .choosesFirst = false},
                              this)),
      m_liftCard(new Card({}, this)),
      m_noAgents(makeWords("secondary", this, tr("Aucune opération sous plafond aujourd’hui."))),
      m_liftTitle(named(makeLabel("strong", m_liftCard), u"liftTitle"_s)),
      m_lift(
          makeButton(tr("Relever le plafond…"), {.name = u"liftCeiling"_s, .enter = true}, this, &WatchPage::openLift)),
      m_confirm(makeButton(tr("Relever"), {.kind = ButtonKind::Primary, .name = u"liftConfirm"_s, .enter = true},
                           m_liftCard)),
      m_cancel(makeButton(tr("Annuler"), {.name = u"liftCancel"_s, .enter = true}, m_liftCard)),
      m_extra(named(new QSpinBox(m_liftCard), u"liftExtra"_s)),
      m_minutes(named(new QSpinBox(m_liftCard), u"liftMinutes"_s)),
      m_text(named(new QPlainTextEdit(m_liftCard), u"liftText"_s)),
      m_textField(new Field(tr("Pourquoi"), m_text, m_liftCard)), m_banner(Banner::inset(this, u"liftMessage"_s)),
      m_operation(new InPlaceOperation(services, m_banner, this))
{
    setObjectName(u"watchPage"_s);
    follow(m_report);
    titleRow()->addStretch();
    buildAgents();
    buildLift();
    auto *checks = new Card(tr("Vérifications de l’appelant manquées"), this);
    auto *refusals = new Card(tr("Refusé par la base"), this);
    checks->body()->addWidget(m_checks);
    refusals->body()->addWidget(m_refusals);
    body()->addLayout(makeRow(10, {{checks, 1}, {refusals, 1}}), 4);
    connect(m_checks, &LineList::openWanted, this, &SupervisionPage::openFileWanted);
}

void WatchPage::buildAgents()
{
    auto *card = new Card(tr("Opérations de chaque agent"), this);
    addCells(card->body(), {{m_agents, 1}, makeRow(usualSpacing, {{m_noAgents, 1}, spring(), m_lift})});
    body()->addWidget(card, 5);
    connect(m_agents, &LineList::currentChanged, this, &WatchPage::showCurrentAgent);
}

void WatchPage::buildLift()
{
    m_extra->setRange(1, mostExtra);
    m_extra->setValue(10);
    m_minutes->setRange(1, mostMinutes);
    m_minutes->setValue(60);
    m_minutes->setSuffix(tr(" min"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(30);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *extra = new Field(tr("Opérations de plus"), m_extra, m_liftCard);
    auto *minutes = new Field(tr("Pendant"), m_minutes, m_liftCard);
    extra->setFixedWidth(150);
    minutes->setFixedWidth(130);
    auto *row = makeRow(12, {{extra, 0, Qt::AlignTop}, {minutes, 0, Qt::AlignTop}, {m_textField, 1, Qt::AlignTop}});
    addCells(row, {{m_cancel, 0, Qt::AlignBottom}, {m_confirm, 0, Qt::AlignBottom}});
    addCells(m_liftCard->body(), {m_liftTitle, row});
    m_liftCard->hide();
    addCells(body(), {m_liftCard, m_banner});
    bindCommand(Command::Close, m_liftCard, this, &WatchPage::closeLift, Qt::WidgetWithChildrenShortcut);
    connect(m_cancel, &QPushButton::clicked, this, &WatchPage::closeLift);
    connect(m_confirm, &QPushButton::clicked, this, &WatchPage::lift);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { m_textField->setError({}); });
    connect(m_operation, &InPlaceOperation::busyChanged, this, [this](bool busy) { m_confirm->setEnabled(!busy); });
    connect(m_operation, &InPlaceOperation::done, this, [this](const OperationOutcome &outcome) {
        m_text->clear();
        closeLift();
        const QDateTime until = QDateTime::fromString(outcome.result.value("until"_L1).toString(), Qt::ISODateWithMs);
        m_banner->set(Tone::Ok, u"✓"_s, tr("Plafond relevé jusqu’à %1.").arg(whenText(until, now())));
        read();
    });
}

void WatchPage::onTick()
{
    if (++m_ticks % 3 == 0) // numbers of the last hour: once a minute is soon enough
        read();
}

void WatchPage::takeKeyboard()
{
    m_agents->takeKeyboard();
}

const WatchAgent *WatchPage::agent(const QString &key) const
{
    for (const WatchAgent &one : m_report->value().agents) {
        if (keyOf(one) == key)
            return &one;
    }
    return nullptr;
}

void WatchPage::onRead()
{
    if (!m_report->hasValue())
        return;
    const WatchReport &report = m_report->value();
    const QDateTime at = now();
    m_noAgents->setVisible(report.agents.isEmpty());
    m_agents->showRows(report.agents, [at](const WatchAgent &one) {
        return Line{keyOf(one),
                    {},
                    {{one.displayName, {}, {}, true},
                     {ceilingLabel(one.kind)},
                     number(one.hour),
                     number(one.ceiling),
                     number(one.day),
                     stateOf(one, at)}};
    });
    m_checks->showRows(report.checks, [at](const WatchCheck &one) {
        return Line{
            one.call.toString(QUuid::WithoutBraces) + one.siret,
            one.siret,
            {when(one.at, at),
             {one.denomination.isEmpty() ? groupedDigits(one.siret) : one.denomination, {}, {}, true},
             {one.agentName},
             number(one.failures),
             one.blocked ? LineCell{tr("! bloqué"), 0, Tone::Error} : LineCell{tr("essais restants"), 1, Tone::Muted}}};
    });
    m_refusals->showRows(report.refusals, [at](const WatchRefusal &one) {
        return Line{
            one.login + u'/' + one.rule,
            {},
            {{one.displayName, {}, {}, true}, {refusalLabel(one.rule)}, number(one.count), when(one.lastAt, at)}};
    });
}

void WatchPage::showCurrentAgent()
{
    const WatchAgent *one = agent(m_agents->table()->currentKey());
    const bool own = one && one->login == services().session.info().login;
    setBlocked(m_lift, !one ? tr("choisissez une ligne") : own ? tr("votre propre plafond") : QString());
}

void WatchPage::openLift()
{
    const WatchAgent *one = agent(m_agents->table()->currentKey());
    if (!one)
        return;
    m_lifted = keyOf(*one);
    m_banner->clear();
    m_liftTitle->setText(tr("Relever le plafond de %1 : %2 (%3 par heure)")
                             .arg(one->displayName, ceilingLabel(one->kind).toLower())
                             .arg(one->ceiling));
    m_liftCard->show();
    m_extra->setFocus(Qt::OtherFocusReason);
    m_extra->selectAll();
}

void WatchPage::closeLift()
{
    m_liftCard->hide();
    m_agents->table()->setFocus(Qt::OtherFocusReason);
}

void WatchPage::lift()
{
    const WatchAgent *one = agent(m_lifted);
    if (!one)
        return;
    const QString text = typedText(m_text).trimmed();
    if (text.isEmpty()) {
        m_textField->setError(tr("Écrivez pourquoi : la raison reste dans le journal."));
        m_text->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_operation->submit(SupervisionKind::LiftCeiling,
                        {{u"login"_s, one->login},
                         {u"kind"_s, one->kind},
                         {u"extra"_s, m_extra->value()},
                         {u"minutes"_s, m_minutes->value()},
                         {u"text"_s, text}});
}

} // namespace desk
