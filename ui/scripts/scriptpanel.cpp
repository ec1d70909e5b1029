// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/scripts/scriptpanel.h"

#include "app/calls/callservice.h"
#include "app/lookup/caseservice.h"
#include "app/scripts/scriptservice.h"
#include "app/settings/appsettings.h"
#include "ui/common/announcer.h"
#include "ui/common/build.h"
#include "ui/common/commands.h"
#include "ui/common/smallparts.h"
#include "ui/common/takestyping.h"
#include "ui/scripts/diagnosissection.h"
#include "ui/scripts/evidencerow.h"
#include "ui/scripts/saytext.h"
#include "ui/scripts/stepsection.h"
#include "ui/scripts/walkkeys.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QShortcut>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 462, leastWidth = 320, sideMargin = 16;
constexpr int mostSqueeze = 3;
constexpr int mostCrumbLines = 3;

QFrame *rule(QWidget *parent)
{
    auto *line = new QFrame(parent);
    setRole(line, "rule");
    return line;
}

} // namespace

ScriptPanel::ScriptPanel(const UiServices &services, QWidget *parent)
    : QFrame(parent), m_services(services), m_diagnosis(new DiagnosisSection(this)), m_step(new StepSection(this)),
      m_rule(rule(this)), m_done(makeWords("small", this)), m_doneShort(new ElidedLabel("small", this)),
      m_keys(new WalkKeys(this)), m_announcer(new Announcer(this))
{
    setRole(this, "panel");
    setMinimumWidth(leastWidth);
    m_done->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_done->setMinimumWidth(leastWidth - 2 * sideMargin); // else its height is reckoned for a word a line
    m_doneShort->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    makeColumn(this, 0,
               {m_diagnosis,
                m_rule,
                {m_step, 1},
                rule(this),
                makeColumn(2, {m_done, makeRow(14, {{m_doneShort, 1}, m_keys})}, {sideMargin, 8, sideMargin, 8})},
               {1, 0, 0, 0});
    setAccessibleName(tr("Scripts"));

    connectServices();
    makeShortcuts();
    refresh();
}

ScriptPanel::~ScriptPanel()
{
    disconnect(qApp, nullptr, this, nullptr); // the focus moves once more while a window goes away
}

void ScriptPanel::connectServices()
{
    connect(m_diagnosis, &DiagnosisSection::proposalChosen, this, &ScriptPanel::startProposal);
    connect(m_diagnosis, &DiagnosisSection::nextAccountRequested, this, &ScriptPanel::nextAccount);
    connect(m_diagnosis, &DiagnosisSection::densityChanged, this, [this] {
        m_step->setKeysShown(!m_diagnosis->othersOpen());
        m_squeeze = 0; // what the open list took is given back with it
        adaptToHeight();
    });
    connect(m_step, &StepSection::optionChosen, this, &ScriptPanel::choose);
    connect(m_keys, &WalkKeys::restartRequested, this, &ScriptPanel::restart);
    connect(m_keys, &WalkKeys::backRequested, this, &ScriptPanel::goBack);
    connect(m_keys, &WalkKeys::copyRequested, this, &ScriptPanel::copySay);
    connect(m_step, &StepSection::overruleRequested, this, &ScriptPanel::contradict);
    connect(m_step, &StepSection::jumpRequested, this, [this](int index) { m_services.scripts.jumpTo(index); });
    connect(m_step->sayText(), &SayText::copied, m_keys, &WalkKeys::tellCopied);
    connect(&m_services.scripts, &ScriptService::proposalsChanged, this, &ScriptPanel::refresh);
    connect(&m_services.scripts, &ScriptService::stepChanged, this, &ScriptPanel::refresh);
    connect(&m_services.scripts, &ScriptService::catalogueChanged, this, &ScriptPanel::refresh);
    connect(&m_services.cases, &CaseService::fileChanged, this, &ScriptPanel::refresh);
    connect(&m_services.cases, &CaseService::accountSelected, this, &ScriptPanel::refresh);
    connect(&m_services.cases, &CaseService::stateChanged, this, &ScriptPanel::refresh);
    connect(&m_services.calls, &CallService::changed, this, &ScriptPanel::refresh);
}

void ScriptPanel::makeShortcuts()
{
    const auto letter = [this](Command command, void (ScriptPanel::*action)()) {
        for (QShortcut *shortcut : desk::makeShortcuts(command, this, Qt::WindowShortcut)) {
            shortcut->setAutoRepeat(false);
            connect(shortcut, &QShortcut::activated, this, action);
            m_letters << shortcut;
        }
    };
    letter(Command::NextAccount, &ScriptPanel::nextAccount);
    letter(Command::OtherScripts, &ScriptPanel::toggleOthers);
    letter(Command::RestartScript, &ScriptPanel::restart);
    letter(Command::Contradict, &ScriptPanel::contradict);
    letter(Command::StepBack, &ScriptPanel::goBack);
    for (int digit = 1; digit <= 9; ++digit) {
        for (const Qt::Key key : digitKeys(digit)) {
            auto *other = new QShortcut(QKeySequence(Qt::CTRL | key), this);
            other->setProperty("command", static_cast<int>(Command::StartProposal));
            other->setAutoRepeat(false);
            connect(other, &QShortcut::activated, this, [this, digit] { startProposal(digit - 1); });
        }
    }
    connect(&m_services.settings, &AppSettings::digitShortcutsChanged, this, &ScriptPanel::updateLetters);
    connect(qApp, &QApplication::focusChanged, this, &ScriptPanel::updateLetters);
    updateLetters();
}

/// A list or a field that takes typing keeps its letters; only Backspace is no letter, so that it stays when
/// they are off.
void ScriptPanel::updateLetters()
{
    const bool typing = takesTyping(QApplication::focusWidget());
    for (QShortcut *shortcut : std::as_const(m_letters)) {
        const bool letter = shortcut->key() != QKeySequence(Qt::Key_Backspace);
        shortcut->setEnabled(!typing && (!letter || m_services.settings.digitShortcuts()));
    }
}

void ScriptPanel::refresh()
{
    showState(panelState(m_services.scripts, m_services.cases, m_services.calls));
}

void ScriptPanel::showState(const PanelState &state)
{
    // Read before anything is hidden: Qt hands the focus on as soon as its widget goes.
    const QWidget *focus = QApplication::focusWidget();
    const bool inside = focus && isAncestorOf(focus);
    const bool leaving = m_state.walking && !state.walking;
    const bool left = isElsewhere(state) && !isElsewhere(m_state);
    m_state = state;
    m_diagnosis->setState(state);
    m_step->setKeysShown(!m_diagnosis->othersOpen());
    const bool anotherStep = m_step->setState(state);
    // A screen reader follows the walk with the focus; a note being typed elsewhere keeps the cursor.
    if (inside && state.walking && anotherStep)
        m_step->takeFocus();
    else if (state.walking && anotherStep)
        m_announcer->say(stepWords(state));
    else if (left)
        m_announcer->say(tr("Un autre dossier est ouvert, le script reste celui de %1").arg(state.step.about));
    else if (inside && leaving)
        m_diagnosis->focusFirst();
    m_rule->setVisible(state.walking);
    showFooter();
    adaptToHeight();
}

void ScriptPanel::showFooter()
{
    const QString done = m_state.done.isEmpty() ? tr("rien encore") : m_state.done.join(u" · "_s);
    m_done->setText(tr("Fait pendant cet appel : %1").arg(done));
    m_doneShort->setWhole(m_done->text());
    const bool ended = m_state.step.kind == StepView::Kind::End;
    const auto answered = [](const PathStep &step) { return !step.decided; };
    m_keys->setPossible(!m_state.path.isEmpty() && !ended,
                        std::any_of(m_state.path.cbegin(), m_state.path.cend(), answered), !m_state.step.say.isEmpty());
}

/// Where a step would have to scroll, first the diagnosis leaves its lines to it, then everything loses air.
/// It stays so to the end of the walk: what comes and goes between two steps makes the eye hunt.
void ScriptPanel::adaptToHeight()
{
    if (!m_state.walking)
        m_squeeze = 0;
    applySqueeze();
    while (m_state.walking && isVisible() && m_squeeze < mostSqueeze) {
        // From the inside out: a layout tells the one around it of its new size only later, by an event.
        m_diagnosis->layout()->activate();
        layout()->activate();
        m_step->settle();
        if (m_step->wantedHeight() <= m_step->height())
            return;
        ++m_squeeze;
        applySqueeze();
    }
}

void ScriptPanel::applySqueeze()
{
    const bool tight = m_squeeze >= mostSqueeze;
    m_step->setCrumbLines(tight ? 1 : m_squeeze >= 1 ? 2 : mostCrumbLines);
    m_diagnosis->setDensity(m_squeeze >= 2 ? DiagnosisSection::Density::Folded : DiagnosisSection::Density::Lines);
    m_step->setTight(tight);
    m_keys->setVisible(m_state.walking);
    m_keys->setShort(tight);
    m_done->setVisible(!tight);
    m_doneShort->setVisible(tight && !m_state.done.isEmpty());
}

QSize ScriptPanel::sizeHint() const
{
    return {panelWidth, 600};
}

void ScriptPanel::handleDigit(int digit)
{
    if (digit < 1 || digit > 9)
        return;
    if (m_state.walking && !m_diagnosis->othersOpen())
        choose(digit - 1);
    else
        startProposal(digit - 1);
}

void ScriptPanel::startProposal(int index)
{
    if (index < 0 || index >= m_state.proposals.size())
        return;
    if (m_diagnosis->othersOpen())
        m_diagnosis->toggleOthers();
    const Proposal proposal = m_state.proposals.at(index);
    if (proposal.account.value() != 0)
        m_services.cases.selectAccount(proposal.account);
    m_services.scripts.start(proposal.scriptId);
}

void ScriptPanel::choose(int option)
{
    const QList<StepOption> &options = m_step->options();
    if (option < 0 || option >= options.size() || !options.at(option).whyNot.isEmpty())
        return;
    const StepOption chosen = options.at(option);
    switch (chosen.kind) {
    case StepOption::Kind::Operation:
        requestOperation();
        return;
    case StepOption::Kind::Inverse:
        if (const auto request = m_services.scripts.inverseRequest())
            Q_EMIT operationRequested(*request);
        return;
    case StepOption::Kind::Restart:
        m_services.scripts.restart();
        return;
    case StepOption::Kind::Leave:
        m_services.scripts.abandon();
        return;
    case StepOption::Kind::Answer:
        break;
    }
    m_services.scripts.answer(chosen.id);
}

void ScriptPanel::requestOperation()
{
    if (const auto request = m_services.scripts.operationRequest())
        Q_EMIT operationRequested(*request);
}

void ScriptPanel::nextAccount()
{
    const QList<Account> &accounts = m_services.cases.file().accounts;
    if (accounts.size() < 2)
        return;
    const Account *selected = m_services.cases.accountIsChosen() ? m_services.cases.selectedAccount() : nullptr;
    qsizetype next = 0; // the likeliest first
    for (qsizetype i = 0; selected && i < accounts.size(); ++i) {
        if (accounts.at(i).id == selected->id)
            next = (i + 1) % accounts.size();
    }
    m_services.cases.selectAccount(accounts.at(next).id);
    QStringList told{tr("Diagnostic pour %1").arg(accounts.at(next).identifiant)};
    if (!m_state.proposals.isEmpty())
        told << m_state.proposals.first().title << m_state.proposals.first().reason;
    m_announcer->say(told.join(u", "_s));
}

/// Takes the other branch than the one the database decided; where there are several, that check is shown and
/// asked. When several checks led here, the agent says which one is wrong.
void ScriptPanel::contradict()
{
    if (m_state.found.size() == 1)
        m_services.scripts.overrule(m_state.found.first(), {});
    if (m_state.found.size() < 2)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Contredire"));
    for (const int index : std::as_const(m_state.found)) {
        const QAction *action = menu->addAction(QString(m_state.path.at(index).evidence).replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, index] { m_services.scripts.overrule(index, {}); });
    }
    menu->popup(m_step->evidenceRow()->menuPosition()); // not exec(): the call goes on meanwhile
}

void ScriptPanel::toggleOthers()
{
    m_diagnosis->toggleOthers();
}

void ScriptPanel::goBack()
{
    if (m_state.walking)
        m_services.scripts.back();
}

void ScriptPanel::restart()
{
    if (m_state.walking)
        m_services.scripts.restart();
}

void ScriptPanel::copySay()
{
    if (m_state.walking && !m_state.step.say.isEmpty())
        m_step->sayText()->copyAll();
}

/// Ctrl+C reaches the window only when nothing that has the focus wanted it, so it never takes a copy away
/// from a table or a field.
bool ScriptPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == window() && event->type() == QEvent::KeyPress && isVisible()
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copySay();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

/// The line towards the caller's file.
void ScriptPanel::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter(this).fillRect(0, 0, 1, height(), tokensFor(this).line);
}

void ScriptPanel::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    window()->installEventFilter(this); // installing again moves it to the front, never doubles it
    adaptToHeight();
}

void ScriptPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (event->oldSize() != event->size())
        m_squeeze = 0;
    adaptToHeight();
}

} // namespace desk
