// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/decisionbar.h"

#include "app/core/clock.h"
#include "app/local/localstore.h"
#include "app/operations/operation.h"
#include "app/session/sessionservice.h"
#include "app/supervision/supervisionkind.h"
#include "ui/common/banner.h"
#include "ui/common/build.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/sheets/draftkeeper.h"
#include "ui/supervision/inplaceoperation.h"
#include "ui/supervision/supervisiontexts.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVariant>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

QList<PastStep> stepsOf(const QVariant &operations)
{
    QList<PastStep> steps;
    const QVariantList list = operations.toList();
    for (const QVariant &one : list) {
        const QVariantMap map = one.toMap();
        steps << PastStep{QUuid::fromString(map.value(u"id"_s).toString()), map.value(u"kind"_s).toString(),
                          QDateTime::fromString(map.value(u"at"_s).toString(), Qt::ISODateWithMs),
                          map.value(u"actor_name"_s).toString()};
    }
    return steps;
}

} // namespace

DecisionBar::DecisionBar(const UiServices &services, QWidget *parent)
    : Card({}, parent), m_services(services), m_consequence(named(makeWords(nullptr, this), u"decisionConsequence"_s)),
      m_later(named(makeWords(nullptr, this), u"laterOperations"_s)),
      m_laterRead(named(new QCheckBox(this), u"laterRead"_s)),
      m_text(named(new QPlainTextEdit(this), u"decisionText"_s)), m_field(new Field({}, m_text, this)),
      m_banner(Banner::inset(this, u"decisionMessage"_s)),
      m_primary(makeButton({}, {.kind = ButtonKind::Primary, .name = u"decisionPrimary"_s, .enter = true}, this,
                           [this] { press(true); })),
      m_other(makeButton({}, {.name = u"decisionOther"_s, .enter = true}, this, [this] { press(false); })),
      m_operation(new InPlaceOperation(services, m_banner, this))
{
    setObjectName(u"decisionBar"_s);
    build();
    connect(m_laterRead, &QCheckBox::toggled, this, &DecisionBar::showButtons);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_field->setError({});
        if (m_draft)
            m_draft->keep(typedText(m_text));
    });
    connect(m_operation, &InPlaceOperation::busyChanged, this, &DecisionBar::showButtons);
    connect(m_operation, &InPlaceOperation::done, this, [this](const OperationOutcome &outcome) { onDone(outcome); });
    connect(m_operation, &InPlaceOperation::refused, this, [this](const Error &error) { onRefused(error); });
    setNothing();
}

void DecisionBar::build()
{
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(54);
    body()->setSpacing(8);
    addCells(body(),
             {m_consequence, m_later, m_laterRead, m_field, m_banner, makeRow(8, {spring(), m_other, m_primary})});
    setTabOrder(m_laterRead, m_text);
    setTabOrder(m_text, m_other);
    setTabOrder(m_other, m_primary);
}

void DecisionBar::setSubject(Mode mode, const QUuid &id)
{
    m_fresh = id != m_subject;
    m_mode = mode;
    if (m_fresh) {
        m_subject = id;
        m_operation->turnAway();
        m_field->setError({});
        delete m_draft; // writes what it still holds
        m_draft = nullptr;
        m_text->clear();
        m_laterSteps.clear();
        const QSignalBlocker quiet(m_laterRead);
        m_laterRead->setChecked(false);
        if (!id.isNull()) {
            m_draft = new DraftKeeper(m_services.local, u"decision/"_s + id.toString(QUuid::WithoutBraces), this);
            m_draft->restore([this](const QString &text) { m_text->setPlainText(text); });
        }
    }
    const bool open = mode != Mode::Nothing;
    m_consequence->setVisible(open);
    m_field->setVisible(open);
    m_primary->setVisible(open);
    m_other->setVisible(mode == Mode::Decide);
    setHidden(!open && m_banner->text().isEmpty());
}

void DecisionBar::setNothing()
{
    setSubject(Mode::Nothing, m_subject);
    m_later->hide();
    m_laterRead->hide();
}

void DecisionBar::setRequest(const ApprovalRequest &request)
{
    const bool waiting = request.state == ApprovalState::Waiting;
    const bool supervisor = m_services.session.info().supervisor;
    m_own = request.own;
    m_canDecide = request.canDecide;
    m_why = request.why;
    const Mode mode = !waiting ? Mode::Nothing
        : supervisor           ? Mode::Decide
        : request.own          ? Mode::Withdraw
                               : Mode::Nothing;
    setSubject(mode, request.id);
    m_later->hide();
    m_laterRead->hide();
    if (mode == Mode::Decide) {
        m_consequence->setText(approveConsequence(request));
        m_field->setLabel(tr("Votre réponse à %1 (nécessaire pour refuser)").arg(request.requestedByName));
        m_primary->setText(tr("Approuver"));
        m_other->setText(tr("Refuser"));
    } else if (mode == Mode::Withdraw) {
        m_consequence->setText(tr("Retirer la demande : personne n’aura plus à la décider et rien ne change pour "
                                  "l’établissement."));
        m_field->setLabel(tr("Pourquoi la retirer (facultatif)"));
        m_primary->setText(tr("Retirer ma demande"));
    }
    setButtonKind(m_primary, mode == Mode::Withdraw ? ButtonKind::Plain : ButtonKind::Primary);
    showButtons();
}

void DecisionBar::setChange(const AccessChange &change)
{
    const bool open = change.canBeUndone(m_services.clock.now()) && m_services.session.info().supervisor;
    setSubject(open ? Mode::Undo : Mode::Nothing, change.id);
    m_own = false;
    m_canDecide = true;
    if (open) {
        m_consequence->setText(undoConsequence(change));
        m_field->setLabel(tr("Pourquoi annuler"));
        m_primary->setText(tr("Annuler tout le changement"));
        setButtonKind(m_primary, ButtonKind::Primary);
        if (m_laterSteps != change.later && !change.later.isEmpty()) {
            m_laterSteps = change.later;
            const QSignalBlocker quiet(m_laterRead);
            m_laterRead->setChecked(false); // another list: another decision
        }
    }
    showLater();
    showButtons();
}

void DecisionBar::showLater()
{
    const bool any = m_mode == Mode::Undo && !m_laterSteps.isEmpty();
    m_later->setVisible(any);
    m_laterRead->setVisible(any);
    if (!any)
        return;
    QStringList lines{tr("Depuis, sur le même accès :")};
    for (const PastStep &step : std::as_const(m_laterSteps))
        lines << tr("•  %1, %2, par %3")
                     .arg(stepLabel(step.kind), whenText(step.at, m_services.clock.now()), step.actorName);
    m_later->setText(lines.join(u'\n'));
    m_laterRead->setText(
        tr("Annuler le changement malgré %n opération(s) plus récente(s)", nullptr, int(m_laterSteps.size())));
}

void DecisionBar::showButtons()
{
    if (m_mode == Mode::Nothing)
        return;
    QString why;
    if (m_mode == Mode::Decide && m_own)
        why = tr("votre propre demande");
    else if (m_mode == Mode::Decide && !m_canDecide)
        why = tr("pas par vous");
    else if (m_mode == Mode::Undo && !m_laterSteps.isEmpty() && !m_laterRead->isChecked())
        why = tr("décidez d’abord ce qu’il advient des opérations plus récentes");
    const bool busy = m_operation->isBusy();
    for (QPushButton *button : {m_primary, m_other}) {
        if (isBlocked(button) != !why.isEmpty())
            setBlocked(button, why);
        if (why.isEmpty())
            button->setEnabled(!busy);
    }
    m_field->setEnabled(why.isEmpty() || m_mode == Mode::Undo);
    m_text->setReadOnly(busy);
}

QString DecisionBar::typed() const
{
    return typedText(m_text).trimmed();
}

bool DecisionBar::wants(const QString &missing)
{
    if (!typed().isEmpty())
        return false;
    m_field->setError(missing);
    m_text->setFocus(Qt::OtherFocusReason);
    return true;
}

void DecisionBar::press(bool primary)
{
    const QString id = m_subject.toString(QUuid::WithoutBraces);
    if (m_mode == Mode::Decide)
        decide(primary);
    else if (m_mode == Mode::Undo)
        undo();
    else if (m_mode == Mode::Withdraw)
        m_operation->submit(SupervisionKind::Withdraw, {{u"request"_s, id}, {u"text"_s, typed()}});
}

void DecisionBar::decide(bool approve)
{
    if (!approve && wants(tr("Écrivez pourquoi vous refusez : l’agent le lira et saura quoi dire à l’appelant.")))
        return;
    QJsonObject params{{u"request"_s, m_subject.toString(QUuid::WithoutBraces)}, {u"text"_s, typed()}};
    if (approve)
        params.insert("seen"_L1, QJsonArray::fromStringList(m_why));
    m_operation->submit(approve ? SupervisionKind::Approve : SupervisionKind::Refuse, params);
}

void DecisionBar::undo()
{
    if (wants(tr("Écrivez pourquoi ce changement est annulé : la raison reste dans l’historique.")))
        return;
    QJsonArray later;
    for (const PastStep &step : std::as_const(m_laterSteps))
        later << step.id.toString(QUuid::WithoutBraces);
    m_operation->submit(
        SupervisionKind::Undo,
        {{u"change"_s, m_subject.toString(QUuid::WithoutBraces)}, {u"text"_s, typed()}, {u"later"_s, later}});
}

void DecisionBar::onDone(const OperationOutcome &outcome)
{
    QString said;
    if (outcome.kind == SupervisionKind::Approve)
        said = approvedText(outcome.result, outcome.at);
    else if (outcome.kind == SupervisionKind::Refuse)
        said = tr("Refusée à %1 : l’agent en est informé.").arg(shortTime(outcome.at));
    else if (outcome.kind == SupervisionKind::Withdraw)
        said = tr("Demande retirée à %1.").arg(shortTime(outcome.at));
    else
        said = tr("Changement annulé à %1 : l’ancien état est rétabli.").arg(shortTime(outcome.at));
    if (m_draft)
        m_draft->forget();
    {
        const QSignalBlocker quiet(m_text);
        m_text->clear();
    }
    m_banner->set(Tone::Ok, u"✓"_s, said);
    Q_EMIT told(u"✓ "_s + said);
    Q_EMIT decided();
}

void DecisionBar::onRefused(const Error &error)
{
    if (error.rule == "later_operations"_L1) {
        m_laterSteps = stepsOf(error.params.value(u"operations"_s));
        const QSignalBlocker quiet(m_laterRead);
        m_laterRead->setChecked(false);
        showLater();
        showButtons();
        m_laterRead->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (error.rule == "facts_changed"_L1)
        m_banner->set(
            Tone::Warn, tr("Pas fait"),
            tr("Les faits ont changé depuis votre lecture : rien n’a été fait. Relisez les raisons ci-dessus, puis "
               "approuvez de nouveau si elles vous conviennent."));
    if (error.code == Error::Code::Refused || error.code == Error::Code::Conflict)
        Q_EMIT decided(); // somebody was faster: show how things stand
}

void DecisionBar::takeKeyboard()
{
    if (m_mode != Mode::Nothing)
        m_text->setFocus(Qt::OtherFocusReason);
}

} // namespace desk
