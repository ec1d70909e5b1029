// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/sheet.h"

#include "app/calls/callservice.h"
#include "app/core/clock.h"
#include "app/lookup/caseservice.h"
#include "app/operations/operationservice.h"
#include "ui/common/banner.h"
#include "ui/common/build.h"
#include "ui/common/commands.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/sheets/checkpanel.h"
#include "ui/sheets/draftkeeper.h"

#include <QApplication>
#include <QTimer>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What Tab goes through, in the order it is read in, hidden parts too.
QList<QWidget *> tabStops(QLayout *layout)
{
    QList<QWidget *> stops;
    for (int i = 0; layout && i < layout->count(); ++i) {
        QLayoutItem *item = layout->itemAt(i);
        QWidget *widget = item->widget();
        if (widget && widget->focusPolicy() & Qt::TabFocus)
            stops << widget;
        stops << tabStops(widget ? widget->layout() : item->layout());
    }
    return stops;
}

} // namespace

Sheet::Sheet(const UiServices &services, const QString &name, QWidget *parent)
    : SheetFrame(parent), m_services(services), m_title(named(makeLabel("heading", this), u"sheetTitle"_s)),
      m_consequence(named(makeWords(nullptr, this), u"sheetConsequence"_s)), m_hint(makeLabel("small", this)),
      m_formBox(new QWidget(this)), m_form(makeColumn(m_formBox, 8, {})),
      m_banner(named(new Banner(this), u"sheetMessage"_s)),
      m_confirm(makeButton(
          tr("Confirmer"),
          {.kind = ButtonKind::Primary, .name = u"sheetConfirm"_s, .key = commandKeys(Command::Confirm), .enter = true},
          this, &Sheet::confirm)),
      m_cancel(makeButton(tr("Annuler"), {.name = u"sheetCancel"_s, .key = commandKeys(Command::Close), .enter = true},
                          this, &Sheet::cancelled))
{
    setObjectName(name);
    setRole(this, "popup");
    build();
    bindCommand(Command::Confirm, this, this, &Sheet::confirm, Qt::WidgetWithChildrenShortcut, false);
    connect(m_banner, &Banner::actionTriggered, this, &Sheet::whenOffered);
    connect(&m_services.operations, &OperationService::finished, this, &Sheet::onFinished);
    connect(&m_services.operations, &OperationService::failed, this, &Sheet::onFailed);
    connect(&m_services.operations, &OperationService::uncertain, this, &Sheet::onUncertain);
}

void Sheet::build()
{
    m_banner->setInset(true);
    makeColumn(this, 8, {m_title, m_consequence, m_formBox, m_banner, makeRow(8, {{m_hint, 1}, m_cancel, m_confirm})},
               {16, 12, 16, 12});
    m_consequence->hide();
    m_banner->clear();
    const auto showCause = [this] {
        const TicketNumber ticket = m_services.cases.ticket();
        m_hint->setText(m_services.calls.active() ? tr("Fait pour l’appel en cours")
                            : ticket.value() > 0  ? tr("Fait pour la demande %1").arg(ticketNumber(ticket))
                                                  : QString());
    };
    connect(&m_services.calls, &CallService::changed, this, showCause);
    showCause();
}

void Sheet::needCheck(EstablishmentId establishment, AccountId account)
{
    const CallerFile &file = m_services.cases.file();
    const QDateTime now = m_services.clock.now();
    const bool known = account.value() > 0 ? file.callerChecked(account, now) : file.check.holds(now);
    m_check = new CheckPanel(m_services, {establishment, account}, known ? file.check.passedUntil : QDateTime(), this);
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_check);
    connect(m_check, &CheckPanel::stateChanged, this, &Sheet::showCheck);
    connect(m_check, &CheckPanel::endCallWanted, this, &Sheet::endCallWanted);
    connect(m_check, &CheckPanel::compared, this, &Sheet::clearSaid);
    showCheck();
}

void Sheet::showCheck()
{
    // One primary button at a time: first compare, then confirm.
    setButtonKind(m_confirm, m_check->stopsTheOperation() ? ButtonKind::Plain : ButtonKind::Primary);
    const CheckPanel::State state = m_check->state();
    if (m_check->hasFocus() && (state == CheckPanel::State::Passed || state == CheckPanel::State::Unknown))
        afterCheck();
}

void Sheet::afterCheck()
{
    m_confirm->setFocus(Qt::OtherFocusReason);
}

void Sheet::setTitle(const QString &title)
{
    m_title->setText(title);
}

void Sheet::setConsequence(const QString &sentence)
{
    m_consequence->setText(sentence);
    m_consequence->setHidden(sentence.isEmpty());
    m_confirm->setAccessibleDescription(sentence); // heard before the key is pressed
}

void Sheet::takeFocus()
{
    m_confirm->setFocus(Qt::OtherFocusReason);
}

void Sheet::say(const QString &lead, const QString &text)
{
    m_banner->set(Tone::Error, lead, text);
}

void Sheet::offer(const QString &action)
{
    m_banner->setAction(action);
    m_banner->focusAction();
}

void Sheet::clearSaid()
{
    m_banner->setAction({});
    m_banner->clear();
}

void Sheet::confirm()
{
    if (!m_pending.isNull() || !m_confirm->isEnabled())
        return;
    clearSaid();
    if (m_check && m_check->stopsTheOperation()) {
        m_check->takeFocus();
        m_check->compare(); // says what is missing, or is the step before this one
        return;
    }
    std::optional<OperationRequest> wanted = request();
    if (!wanted)
        return;
    // A new id each time: an id stands for one content, and nothing was done under the last one.
    wanted->id = QUuid::createUuid();
    if (!wanted->call && m_services.calls.active())
        wanted->call = m_services.calls.id();
    if (!wanted->call && !wanted->ticket && m_services.cases.ticket().value() > 0)
        wanted->ticket = m_services.cases.ticket();
    m_pending = wanted->id;
    setSending(true);
    Q_EMIT submitted(m_pending, *wanted);
    m_services.operations.submit(*wanted);
}

void Sheet::setSending(bool sending)
{
    // The keyboard waits with the sheet and comes back to where it was, instead of going to whatever is next.
    if (sending) {
        m_editing = isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget() : nullptr;
        if (m_editing)
            setFocus(Qt::OtherFocusReason);
    }
    m_formBox->setEnabled(!sending);
    m_confirm->setEnabled(!sending);
    if (!sending && m_editing)
        m_editing->setFocus(Qt::OtherFocusReason);
    m_cancel->setText(sending ? tr("Fermer") : tr("Annuler"));
    if (!sending)
        return;
    QTimer::singleShot(300ms, this, [this, id = m_pending] {
        if (m_pending == id && !id.isNull() && m_banner->text().isEmpty())
            m_banner->set(Tone::Info, {}, tr("Enregistrement en cours…"));
    });
}

void Sheet::onFinished(const OperationOutcome &outcome)
{
    if (outcome.id != m_pending || m_pending.isNull())
        return;
    m_pending = {};
    if (m_draft)
        m_draft->forget();
    Q_EMIT finished(outcome);
}

void Sheet::onFailed(const QUuid &id, const Error &error)
{
    if (id != m_pending || m_pending.isNull())
        return;
    m_pending = {};
    clearSaid();
    setSending(false);
    if (error.rule == "not_carried_out"_L1)
        say(tr("Pas fait"),
            tr("La base centrale n’était pas joignable : rien n’a été modifié, votre texte est conservé. Confirmez de "
               "nouveau "
               "quand la connexion sera revenue."));
    else
        whenRefused(error);
}

DraftKeeper *Sheet::keepDraft(const QString &key)
{
    return m_draft = new DraftKeeper(m_services.local, key, this);
}

void Sheet::sayAt(Field *field, const QStringList &rules, const QString &sentence)
{
    for (const QString &rule : rules)
        m_faults.insert(rule, {field, sentence});
}

void Sheet::whenRefused(const Error &error)
{
    if (const auto fault = m_faults.constFind(error.rule); fault != m_faults.cend())
        fault->first->setError(fault->second);
    if (error.rule == "check_needed"_L1 && m_check) {
        m_check->askAgain();
        m_check->takeFocus();
    }
    say(tr("Refusé"), errorText(error));
}

void Sheet::onUncertain(const QUuid &id)
{
    if (id != m_pending || m_pending.isNull())
        return;
    m_banner->set(Tone::Warn, tr("Réponse perdue"),
                  tr("La réponse s’est perdue : l’opération a peut-être été faite. La console la recherche par son "
                     "numéro dès que la "
                     "connexion revient ; ne la refaites pas. Vous pouvez fermer cette feuille, le résultat "
                     "s’affichera dans le dossier."));
}

void Sheet::showEvent(QShowEvent *event)
{
    SheetFrame::showEvent(event);
    QWidget *before = nullptr;
    for (QWidget *next : tabStops(layout())) {
        if (before)
            setTabOrder(before, next);
        before = next;
    }
}

} // namespace desk
