// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/accesssheet.h"

#include "app/access/accessservice.h"
#include "app/core/clock.h"
#include "app/core/whenfinished.h"
#include "app/lookup/caseservice.h"
#include "app/session/sessionservice.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/sheets/accesschoice.h"
#include "ui/sheets/accesstext.h"
#include "ui/sheets/checkpanel.h"
#include "ui/sheets/consequences.h"
#include "ui/sheets/draftkeeper.h"
#include "ui/sheets/listcombo.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int longestReasonText = 1000;
}

AccessSheet::AccessSheet(const UiServices &services, const QString &name, const OperationRequest &prefilled,
                         bool members, QWidget *parent)
    : Sheet(services, name, parent), m_kind(prefilled.kind), m_establishment(services.cases.file().establishment.id),
      m_ticket(prefilled.ticket), m_choice(new AccessChoice(services, members, this)), m_reason(new QComboBox(this)),
      m_text(new QLineEdit(this)), m_reasonField(new Field(tr("Motif"), m_reason, this)),
      m_textField(new Field(tr("Précision"), m_text, this)),
      m_draft(new DraftKeeper(services.local, u"access/%1/%2"_s.arg(prefilled.kind).arg(m_establishment.value()), this))
{
    setTitle(sheetTitle(m_kind, services.cases.file().establishment.denomination));
    needCheck(m_establishment, AccountId(0));
    m_reason->setObjectName(u"sheetReason"_s);
    m_reason->setMinimumWidth(230);
    m_text->setObjectName(u"sheetReasonText"_s);
    m_text->setMaxLength(longestReasonText);
    form()->addWidget(m_choice);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_reasonField, 0, Qt::AlignTop);
    row->addWidget(m_textField, 1, Qt::AlignTop);
    form()->addLayout(row);
    prefill(prefilled);
    m_rehearse.setSingleShot(true);
    m_rehearse.setInterval(400ms);
    connect(&m_rehearse, &QTimer::timeout, this, &AccessSheet::rehearse);
    connect(m_choice, &AccessChoice::edited, this, &AccessSheet::onEdited);
    connect(m_reason, &QComboBox::activated, this, &AccessSheet::onEdited);
    connect(m_text, &QLineEdit::textEdited, this, &AccessSheet::onEdited);
    connect(check(), &CheckPanel::stateChanged, this, [this] {
        if (check()->state() == CheckPanel::State::Passed) {
            m_asked = {}; // what was refused for want of a check is worth asking again
            m_rehearse.start();
        }
    });
    m_draft->restore([this](const QString &draft) { restoreDraft(draft); });
    showConsequence();
}

void AccessSheet::prefill(const OperationRequest &prefilled)
{
    const auto &reasons = services().session.info().operationReasons;
    fillList(m_reason, reasons, tr("Choisir un motif"));
    chooseCode(m_reason, prefilled.reason.isEmpty() ? usualReason(m_kind, reasons) : prefilled.reason);
    m_text->setText(prefilled.reasonText);
    m_text->setPlaceholderText(tr("Facultatif"));
    if (const QJsonObject person = prefilled.params.value("person"_L1).toObject(); !person.isEmpty())
        m_choice->choosePerson(person);
    if (const qint64 account = prefilled.params.value("account_id"_L1).toInteger(); account > 0)
        m_choice->chooseMember(AccountId(account));
}

void AccessSheet::addToForm(QWidget *widget)
{
    form()->insertWidget(1, widget);
}

void AccessSheet::takeFocus()
{
    if (check()->state() != CheckPanel::State::Passed)
        check()->takeFocus();
    else
        m_choice->takeFocus();
}

void AccessSheet::afterCheck()
{
    if (m_choice->params().isEmpty())
        m_choice->takeFocus();
    else
        Sheet::afterCheck();
}

void AccessSheet::fileRefreshed()
{
    m_choice->fileRefreshed();
    showConsequence();
}

void AccessSheet::onEdited()
{
    m_reasonField->setError({});
    m_textField->setError({});
    keepDraft();
    if (params() != m_asked) {
        m_rehearsal.reset();
        ++m_rehearsals; // what is under way is about something else
        m_rehearse.start();
    }
    showConsequence();
}

void AccessSheet::keepDraft()
{
    QJsonObject typed = m_choice->typed();
    typed.insert("own"_L1, ownParams());
    typed.insert("reason"_L1, m_reason->currentData().toString());
    typed.insert("text"_L1, m_text->text());
    m_draft->keep(QString::fromUtf8(QJsonDocument(typed).toJson(QJsonDocument::Compact)));
}

void AccessSheet::restoreDraft(const QString &draft)
{
    const QJsonObject typed = QJsonDocument::fromJson(draft.toUtf8()).object();
    if (typed.isEmpty())
        return;
    m_choice->restore(typed);
    restoreOwn(typed.value("own"_L1).toObject());
    chooseCode(m_reason, typed.value("reason"_L1).toString());
    m_text->setText(typed.value("text"_L1).toString());
    onEdited();
}

QJsonObject AccessSheet::params() const
{
    QJsonObject params = m_choice->params();
    if (params.isEmpty())
        return {};
    params.insert("establishment_id"_L1, m_establishment.value());
    const QJsonObject own = ownParams();
    for (auto it = own.begin(); it != own.end(); ++it)
        params.insert(it.key(), it.value());
    return params;
}

void AccessSheet::rehearse()
{
    const QJsonObject wanted = params();
    if (wanted.isEmpty() || wanted == m_asked || !pending().isNull())
        return;
    m_asked = wanted;
    const int number = ++m_rehearsals;
    whenFinished(services().access.rehearse({m_kind, wanted}, m_ticket), this,
                 [this, number](const Result<Rehearsal> &answer) {
                     if (number == m_rehearsals)
                         onRehearsed(answer);
                 });
}

void AccessSheet::onRehearsed(const Result<Rehearsal> &answer)
{
    if (!answer) {
        m_asked = {}; // without it the operation itself will say
        return;
    }
    m_rehearsal = *answer;
    showConsequence();
    if (m_rehearsal->would != Rehearsal::Would::Refused)
        return;
    if (m_rehearsal->refusal.rule == "account_exists"_L1)
        whenRefused(m_rehearsal->refusal);
    else if (m_rehearsal->refusal.rule == "check_needed"_L1 && check()->state() == CheckPanel::State::Passed)
        check()->askAgain();
}

void AccessSheet::showConsequence()
{
    QString text = accessChange(m_kind, m_choice->words(), services().cases.file(), keepsOld());
    const QString more = m_rehearsal ? rehearsalText(*m_rehearsal, services().clock.now())
                                     : tr("Les courriels et l’approbation seront annoncés ici.");
    setConsequence(text + u' ' + more);
}

bool AccessSheet::checkReason()
{
    const QString reason = m_reason->currentData().toString();
    const bool textMissing
        = m_text->text().trimmed().isEmpty() && needsText(m_reason, services().session.info().operationReasons);
    m_reasonField->setError(reason.isEmpty() ? tr("Choisissez un motif.") : QString());
    m_textField->setError(textMissing ? tr("Ce motif demande une précision.") : QString());
    if (reason.isEmpty())
        m_reason->setFocus(Qt::OtherFocusReason);
    else if (textMissing)
        m_text->setFocus(Qt::OtherFocusReason);
    return !reason.isEmpty() && !textMissing;
}

std::optional<OperationRequest> AccessSheet::request()
{
    if (!m_choice->check() || !checkReason())
        return std::nullopt;
    OperationRequest request;
    request.kind = m_kind;
    request.params = params();
    request.reason = m_reason->currentData().toString();
    request.reasonText = m_text->text().trimmed();
    request.ticket = m_ticket;
    return request;
}

void AccessSheet::whenRefused(const Error &error)
{
    Sheet::whenRefused(error);
    if (error.rule == "account_exists"_L1) {
        m_existing = AccountId(error.params.value(u"account_id"_s).toLongLong());
        m_existingIdentifiant = error.params.value(u"identifiant"_s).toString();
        if (m_existing.value() > 0)
            offer(tr("Utiliser le compte %1").arg(m_existingIdentifiant));
    } else if (error.rule.startsWith("reason"_L1)) {
        (void)checkReason();
    } else {
        (void)m_choice->setRefused(error);
    }
}

void AccessSheet::whenOffered()
{
    const FoundAccount account{m_existing, m_existingIdentifiant, {}};
    m_existing = AccountId(0);
    clearSaid();
    m_choice->useAccount(account);
    confirmButton()->setFocus(Qt::OtherFocusReason);
}

void AccessSheet::whenDone()
{
    m_draft->forget();
}

} // namespace desk
