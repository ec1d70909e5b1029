// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/watchpage.h"

#include "app/core/siret.h"
#include "app/operations/operation.h"
#include "app/supervision/supervisionkind.h"
#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/common/card.h"
#include "ui/common/commands.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/sheets/draftkeeper.h"
#include "ui/supervision/inplaceoperation.h"
#include "ui/supervision/linesmodel.h"
#include "ui/supervision/linestable.h"
#include "ui/supervision/supervisiontexts.h"

#include <QHBoxLayout>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>
#include <QVariant>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostExtra = 200, mostMinutes = 1440;

QString keyOf(const WatchAgent &agent)
{
    return agent.login + u'/' + agent.kind;
}

Cell number(int value)
{
    return {QString::number(value), value, {}, false, true};
}

Cell when(const QDateTime &at, const QDateTime &now)
{
    return {whenText(at, now), at};
}

QLabel *quiet(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("role", u"secondary"_s);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

Cell stateOf(const WatchAgent &agent, const QDateTime &now)
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
      m_agents(new LinesModel(
          {tr("Agent"), tr("Opération"), tr("Cette heure"), tr("Plafond"), tr("Aujourd’hui"), tr("État")}, this)),
      m_checks(new LinesModel({tr("Heure"), tr("Établissement"), tr("Agent"), tr("Échecs"), tr("État")}, this)),
      m_refusals(new LinesModel({tr("Agent"), tr("Refus"), tr("Nombre"), tr("Dernier")}, this)),
      m_agentTable(new LinesTable(m_agents, services.settings, u"watchAgents"_s, true, this)),
      m_checkTable(new LinesTable(m_checks, services.settings, u"watchChecks"_s, true, this)),
      m_refusalTable(new LinesTable(m_refusals, services.settings, u"watchRefusals"_s, true, this)),
      m_liftCard(new Card({}, this)), m_noAgents(quiet(tr("Aucune opération sous plafond aujourd’hui."), this)),
      m_noChecks(quiet(tr("Aucune vérification manquée aujourd’hui."), this)),
      m_noRefusals(quiet(tr("La base n’a rien refusé aujourd’hui."), this)), m_liftTitle(new QLabel(m_liftCard)),
      m_lift(makeButton(tr("Relever le plafond…"), ButtonKind::Plain, this)),
      m_confirm(makeButton(tr("Relever"), ButtonKind::Primary, m_liftCard)),
      m_cancel(makeButton(tr("Annuler"), ButtonKind::Plain, m_liftCard)), m_extra(new QSpinBox(m_liftCard)),
      m_minutes(new QSpinBox(m_liftCard)), m_text(new QPlainTextEdit(m_liftCard)),
      m_textField(new Field(tr("Pourquoi"), m_text, m_liftCard)), m_banner(new Banner(this)),
      m_operation(new InPlaceOperation(services, m_banner, this))
{
    setObjectName(u"watchPage"_s);
    follow(m_report);
    titleRow()->addStretch();
    buildAgents();
    buildLift();
    auto *lists = new QHBoxLayout;
    lists->setSpacing(10);
    lists->addWidget(buildList(tr("Vérifications de l’appelant manquées"), m_checkTable, m_noChecks), 1);
    lists->addWidget(buildList(tr("Refusé par la base"), m_refusalTable, m_noRefusals), 1);
    body()->addLayout(lists, 4);
    m_checkTable->setWidths({80, 0, 120, 70, 142});
    m_refusalTable->setWidths({150, 0, 80, 92});
    connect(m_checkTable, &LinesTable::openWanted, this, &SupervisionPage::openFileWanted);
}

void WatchPage::buildAgents()
{
    auto *card = new Card(tr("Opérations de chaque agent"), this);
    m_agentTable->setAccessibleName(tr("Opérations de chaque agent"));
    m_agentTable->setWidths({190, 0, 110, 90, 110, 190});
    m_lift->setObjectName(u"liftCeiling"_s);
    m_lift->setAutoDefault(true);
    auto *under = new QHBoxLayout;
    under->addWidget(m_noAgents, 1);
    under->addStretch();
    under->addWidget(m_lift);
    card->body()->addWidget(m_agentTable, 1);
    card->body()->addLayout(under);
    body()->addWidget(card, 5);
    connect(m_agentTable, &LinesTable::currentLineChanged, this, &WatchPage::showCurrentAgent);
    connect(m_lift, &QPushButton::clicked, this, &WatchPage::openLift);
}

void WatchPage::buildLift()
{
    m_liftTitle->setProperty("role", u"strong"_s);
    m_liftTitle->setTextFormat(Qt::PlainText);
    m_liftTitle->setObjectName(u"liftTitle"_s);
    m_extra->setObjectName(u"liftExtra"_s);
    m_extra->setRange(1, mostExtra);
    m_extra->setValue(10);
    m_minutes->setObjectName(u"liftMinutes"_s);
    m_minutes->setRange(1, mostMinutes);
    m_minutes->setValue(60);
    m_minutes->setSuffix(tr(" min"));
    m_text->setObjectName(u"liftText"_s);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(30);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_confirm->setObjectName(u"liftConfirm"_s);
    m_cancel->setObjectName(u"liftCancel"_s);
    m_banner->setInset(true);
    m_banner->setObjectName(u"liftMessage"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    auto *extra = new Field(tr("Opérations de plus"), m_extra, m_liftCard);
    auto *minutes = new Field(tr("Pendant"), m_minutes, m_liftCard);
    extra->setFixedWidth(150);
    minutes->setFixedWidth(130);
    row->addWidget(extra, 0, Qt::AlignTop);
    row->addWidget(minutes, 0, Qt::AlignTop);
    row->addWidget(m_textField, 1, Qt::AlignTop);
    for (QPushButton *button : {m_cancel, m_confirm}) {
        button->setAutoDefault(true);
        row->addWidget(button, 0, Qt::AlignBottom);
    }
    m_liftCard->body()->addWidget(m_liftTitle);
    m_liftCard->body()->addLayout(row);
    m_liftCard->hide();
    body()->addWidget(m_liftCard);
    body()->addWidget(m_banner);
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

Card *WatchPage::buildList(const QString &title, LinesTable *table, QLabel *nothing)
{
    auto *card = new Card(title, this);
    table->setAccessibleName(title);
    card->body()->addWidget(table, 1);
    card->body()->addWidget(nothing, 1, Qt::AlignTop);
    return card;
}

void WatchPage::onTick()
{
    if (++m_ticks % 3 == 0) // numbers of the last hour: once a minute is soon enough
        read();
}

void WatchPage::takeKeyboard()
{
    m_agentTable->chooseFirst();
    m_agentTable->setFocus(Qt::OtherFocusReason);
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
    QList<Line> agents, checks, refusals;
    for (const WatchAgent &one : report.agents)
        agents << Line{keyOf(one),
                       {},
                       {{one.displayName, {}, {}, true},
                        {ceilingLabel(one.kind)},
                        number(one.hour),
                        number(one.ceiling),
                        number(one.day),
                        stateOf(one, at)}};
    for (const WatchCheck &one : report.checks)
        checks << Line{
            one.call.toString(QUuid::WithoutBraces) + one.siret,
            one.siret,
            {when(one.at, at),
             {one.denomination.isEmpty() ? groupedDigits(one.siret) : one.denomination, {}, {}, true},
             {one.agentName},
             number(one.failures),
             one.blocked ? Cell{tr("! bloqué"), 0, Tone::Error} : Cell{tr("essais restants"), 1, Tone::Muted}}};
    for (const WatchRefusal &one : report.refusals)
        refusals << Line{
            one.login + u'/' + one.rule,
            {},
            {{one.displayName, {}, {}, true}, {refusalLabel(one.rule)}, number(one.count), when(one.lastAt, at)}};
    m_agents->setLines(agents);
    m_checks->setLines(checks);
    m_refusals->setLines(refusals);
    m_noAgents->setVisible(agents.isEmpty());
    m_noChecks->setVisible(checks.isEmpty());
    m_checkTable->setHidden(checks.isEmpty());
    m_noRefusals->setVisible(refusals.isEmpty());
    m_refusalTable->setHidden(refusals.isEmpty());
    m_agentTable->chooseFirst();
    showCurrentAgent();
}

void WatchPage::showCurrentAgent()
{
    const WatchAgent *one = agent(m_agentTable->currentKey());
    const bool own = one && one->login == services().session.info().login;
    setBlocked(m_lift, !one ? tr("choisissez une ligne") : own ? tr("votre propre plafond") : QString());
}

void WatchPage::openLift()
{
    const WatchAgent *one = agent(m_agentTable->currentKey());
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
    m_agentTable->setFocus(Qt::OtherFocusReason);
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
