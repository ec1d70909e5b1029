// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/access/accessservice.h"
#include "app/core/clock.h"
#include "app/core/whenfinished.h"
#include "app/lookup/caseservice.h"
#include "app/session/sessionservice.h"
#include "ui/common/build.h"
#include "ui/common/operationwords.h"
#include "ui/sheets/accesschoice.h"
#include "ui/sheets/accesstext.h"
#include "ui/sheets/checkpanel.h"
#include "ui/sheets/consequences.h"
#include "ui/sheets/draftkeeper.h"
#include "ui/sheets/reasonfields.h"
#include "ui/sheets/sheets.h"

#include <QCheckBox>
#include <QCoreApplication>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The check of the caller, who gets the access, why, and, before anything is sent, what the database says would
/// happen. For a change of referent also whether the old one keeps their access.
class AccessSheet : public Sheet {
    Q_DECLARE_TR_FUNCTIONS(AccessSheet)
public:
    AccessSheet(const UiServices &services, const OperationRequest &prefilled, bool reassigns, QWidget *parent)
        : Sheet(services, reassigns ? u"referentSheet"_s : u"createAccountSheet"_s, parent), m_kind(prefilled.kind),
          m_establishment(services.cases.file().establishment), m_ticket(prefilled.ticket),
          m_choice(new AccessChoice(services, reassigns, this)),
          m_why(new ReasonFields(services.session.info().operationReasons, this)),
          m_draft(keepDraft(u"access/%1/%2"_s.arg(m_kind).arg(m_establishment.id.value())))
    {
        setTitle(operationTitle(m_kind, m_establishment.denomination));
        needCheck(m_establishment.id, AccountId(0));
        form()->addWidget(m_choice);
        if (reassigns)
            askWhetherOldStays(prefilled.params.value("keep_old"_L1).toBool(false));
        form()->addWidget(m_why);
        prefill(prefilled);
        m_rehearse.setSingleShot(true);
        m_rehearse.setInterval(400ms);
        connect(&m_rehearse, &QTimer::timeout, this, &AccessSheet::rehearse);
        connect(m_choice, &AccessChoice::edited, this, &AccessSheet::onEdited);
        connect(m_why, &ReasonFields::edited, this, &AccessSheet::onEdited);
        connect(check(), &CheckPanel::stateChanged, this, [this] {
            if (check()->state() == CheckPanel::State::Passed) {
                m_asked = {}; // what was refused for want of a check is worth asking again
                m_rehearse.start();
            }
        });
        m_draft->restoreFields([this](const QJsonObject &typed) { restore(typed); });
        showConsequence();
    }

    void takeFocus() override
    {
        if (check()->state() != CheckPanel::State::Passed)
            check()->takeFocus();
        else
            m_choice->takeFocus();
    }

    void fileRefreshed() override
    {
        m_choice->fileRefreshed();
        showConsequence();
    }

protected:
    std::optional<OperationRequest> request() override
    {
        if (!m_choice->check() || !m_why->check())
            return std::nullopt;
        OperationRequest request;
        request.kind = m_kind;
        request.params = params();
        request.reason = m_why->reason();
        request.reasonText = m_why->text().trimmed();
        request.ticket = m_ticket;
        return request;
    }

    void whenRefused(const Error &error) override
    {
        Sheet::whenRefused(error);
        if (error.rule == "account_exists"_L1) {
            m_existing = {AccountId(error.params.value(u"account_id"_s).toLongLong()),
                          error.params.value(u"identifiant"_s).toString(),
                          {}};
            if (m_existing.id.value() > 0)
                offer(tr("Utiliser le compte %1").arg(m_existing.identifiant));
        } else if (error.rule.startsWith("reason"_L1)) {
            (void)m_why->check();
        } else {
            (void)m_choice->setRefused(error);
        }
    }

    void afterCheck() override
    {
        if (m_choice->params().isEmpty())
            m_choice->takeFocus();
        else
            Sheet::afterCheck();
    }

    void whenOffered() override
    {
        clearSaid();
        m_choice->useAccount(m_existing);
        confirmButton()->setFocus(Qt::OtherFocusReason);
    }

private:
    void askWhetherOldStays(bool stays)
    {
        const Account *referent = referentOf(services().cases.file());
        const QString old = referent ? referent->identifiant : QString();
        m_keepOld
            = named(new QCheckBox(tr("Laisser à %1 son accès à l’établissement").arg(old), this), u"sheetKeepOld"_s);
        m_keepOld->setChecked(stays);
        m_keepOld->setVisible(!old.isEmpty());
        form()->addWidget(m_keepOld);
        connect(m_keepOld, &QCheckBox::toggled, this, &AccessSheet::onEdited);
    }

    void prefill(const OperationRequest &prefilled)
    {
        m_why->set(prefilled.reason.isEmpty() ? usualReason(m_kind, services().session.info().operationReasons)
                                              : prefilled.reason,
                   prefilled.reasonText);
        if (const QJsonObject person = prefilled.params.value("person"_L1).toObject(); !person.isEmpty())
            m_choice->choosePerson(person);
        if (const qint64 account = prefilled.params.value("account_id"_L1).toInteger(); account > 0)
            m_choice->chooseMember(AccountId(account));
    }

    [[nodiscard]] QJsonObject ownParams() const
    {
        return m_keepOld ? QJsonObject{{"keep_old"_L1, m_keepOld->isChecked()}} : QJsonObject();
    }

    [[nodiscard]] QJsonObject params() const
    {
        QJsonObject params = m_choice->params();
        if (params.isEmpty())
            return {};
        params.insert("establishment_id"_L1, m_establishment.id.value());
        const QJsonObject own = ownParams();
        for (auto it = own.begin(); it != own.end(); ++it)
            params.insert(it.key(), it.value());
        return params;
    }

    void onEdited()
    {
        m_why->clearErrors();
        QJsonObject typed = m_choice->typed();
        typed.insert("own"_L1, ownParams());
        typed.insert("reason"_L1, m_why->reason());
        typed.insert("text"_L1, m_why->text());
        m_draft->keepFields(typed);
        if (params() != m_asked) {
            m_rehearsal.reset();
            ++m_rehearsals; // what is under way is about something else
            m_rehearse.start();
        }
        showConsequence();
    }

    void restore(const QJsonObject &typed)
    {
        m_choice->restore(typed);
        if (m_keepOld)
            m_keepOld->setChecked(typed.value("own"_L1).toObject().value("keep_old"_L1).toBool());
        m_why->set(typed.value("reason"_L1).toString(), typed.value("text"_L1).toString());
        onEdited();
    }

    void rehearse()
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

    void onRehearsed(const Result<Rehearsal> &answer)
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

    void showConsequence()
    {
        const bool keepsOld = !m_keepOld || m_keepOld->isChecked();
        setConsequence(accessChange(m_kind, m_choice->words(), services().cases.file(), keepsOld) + u' '
                       + (m_rehearsal ? rehearsalText(*m_rehearsal, services().clock.now())
                                      : tr("Les courriels et l’approbation seront annoncés ici.")));
    }

    QString m_kind;
    Establishment m_establishment;
    std::optional<TicketNumber> m_ticket;
    AccessChoice *m_choice;
    QCheckBox *m_keepOld = nullptr; ///< for a change of referent
    ReasonFields *m_why;
    DraftKeeper *m_draft;
    QTimer m_rehearse;
    QJsonObject m_asked; ///< what the last rehearsal was about
    std::optional<Rehearsal> m_rehearsal;
    int m_rehearsals = 0;
    FoundAccount m_existing{AccountId(0), {}, {}}; ///< whose address was given
};

} // namespace

Sheet *makeAccessSheet(const UiServices &services, const OperationRequest &prefilled, QWidget *parent)
{
    return new AccessSheet(services, prefilled, prefilled.kind == OperationKind::ReassignReferent, parent);
}

} // namespace desk
