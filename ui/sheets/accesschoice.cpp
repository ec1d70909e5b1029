// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/accesschoice.h"

#include "app/core/whenfinished.h"
#include "app/lookup/caseservice.h"
#include "ui/common/build.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/sheets/personfields.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QRadioButton>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString memberText(const Account &account)
{
    const QString name = (account.firstName + u' ' + account.lastName).simplified();
    QStringList parts{account.identifiant};
    for (const QString &part : {name, account.emailMasked}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(u" · "_s);
}

bool mayBecomeReferent(const Account &account)
{
    return !account.isReferent() && account.habilitation.state != HabilitationState::Revoked
        && !account.beingDeletedAt.isValid() && !account.disabledAt.isValid();
}

} // namespace

AccessChoice::AccessChoice(const UiServices &services, bool members, QWidget *parent)
    : QWidget(parent), m_services(services), m_targets(new QButtonGroup(this)),
      m_member(named(new QComboBox(this), u"targetMember"_s)),
      m_identifiant(named(new QLineEdit(this), u"targetIdentifiant"_s)),
      m_memberField(new Field(tr("Utilisateur de l’établissement"), m_member, this)),
      m_identifiantField(new Field(tr("Identifiant exact"), m_identifiant, this)), m_person(new PersonFields(this))
{
    build(members);
    m_lookTimer.setSingleShot(true);
    m_lookTimer.setInterval(400ms);
    connect(&m_lookTimer, &QTimer::timeout, this, &AccessChoice::look);
    connect(m_member, &QComboBox::currentIndexChanged, this, [this] {
        m_memberField->setError({});
        Q_EMIT edited();
    });
    connect(m_identifiant, &QLineEdit::textEdited, this, [this] {
        m_found.reset();
        m_identifiantField->setError({});
        m_identifiantField->setHint({});
        m_lookTimer.start();
        Q_EMIT edited();
    });
    connect(m_person, &PersonFields::edited, this, &AccessChoice::edited);
    fillMembers();
    choose(Target::New);
}

void AccessChoice::build(bool members)
{
    auto *row = makeRow(20);
    const std::pair<Target, QString> targets[] = {{Target::New, tr("Une nouvelle personne")},
                                                  {Target::Member, tr("Un autre utilisateur d’ici")},
                                                  {Target::Existing, tr("Un compte existant")}};
    for (const auto &[target, label] : targets) {
        auto *button = new QRadioButton(label, this);
        button->setObjectName(u"target%1"_s.arg(int(target)));
        button->setVisible(members || target != Target::Member);
        m_targets->addButton(button, int(target));
        row->addWidget(button);
    }
    row->addStretch(1);
    m_identifiant->setMaxLength(100);
    m_identifiant->setPlaceholderText(tr("prenom.nom"));
    makeColumn(this, 6, {row, m_memberField, m_identifiantField, m_person});
    connect(m_targets, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (!on)
            return;
        show(Target(id));
        Q_EMIT edited();
    });
}

void AccessChoice::fillMembers()
{
    const qint64 before = m_member->currentData().toLongLong();
    const QSignalBlocker quiet(m_member);
    m_member->clear();
    for (const Account &account : m_services.cases.file().accounts) {
        if (mayBecomeReferent(account))
            m_member->addItem(memberText(account), account.id.value());
    }
    m_member->setPlaceholderText(tr("Choisir un utilisateur"));
    m_member->setCurrentIndex(before > 0 ? m_member->findData(before) : -1);
    QAbstractButton *button = m_targets->button(int(Target::Member));
    button->setEnabled(m_member->count() > 0);
    button->setToolTip(m_member->count() > 0 ? QString() : tr("Aucun autre utilisateur sur cet établissement"));
    button->setAccessibleDescription(button->toolTip());
}

void AccessChoice::fileRefreshed()
{
    fillMembers();
}

void AccessChoice::choose(Target target)
{
    QAbstractButton *button = m_targets->button(int(target));
    if (button->isEnabled())
        button->setChecked(true);
    show(Target(m_targets->checkedId()));
}

void AccessChoice::chooseMember(AccountId id)
{
    const int index = m_member->findData(id.value());
    if (index < 0)
        return;
    m_member->setCurrentIndex(index);
    choose(Target::Member);
}

void AccessChoice::choosePerson(const QJsonObject &person)
{
    m_person->setPerson(person);
    choose(Target::New);
}

void AccessChoice::useAccount(const FoundAccount &account)
{
    m_identifiant->setText(account.identifiant);
    m_found = account;
    m_identifiantField->setError({});
    m_identifiantField->setHint(account.detail);
    choose(Target::Existing);
    Q_EMIT edited();
}

void AccessChoice::show(Target target)
{
    m_memberField->setVisible(target == Target::Member);
    m_identifiantField->setVisible(target == Target::Existing);
    m_person->setVisible(target == Target::New);
}

void AccessChoice::look()
{
    const QString asked = m_identifiant->text().trimmed();
    if (asked.size() < 3)
        return;
    const int looked = ++m_looked;
    whenFinished(m_services.access.findAccount(asked), this,
                 [this, looked, asked](const Result<std::optional<FoundAccount>> &answer) {
                     if (looked == m_looked)
                         onFound(asked, answer);
                 });
}

void AccessChoice::onFound(const QString &asked, const Result<std::optional<FoundAccount>> &answer)
{
    if (m_identifiant->text().trimmed() != asked)
        return;
    if (!answer) {
        if (answer.error().code != Error::Code::Cancelled)
            m_identifiantField->setError(errorText(answer.error()));
        return;
    }
    m_found = *answer;
    m_identifiantField->setHint(m_found ? m_found->detail : QString());
    m_identifiantField->setError(m_found ? QString() : tr("Aucun compte ne porte exactement cet identifiant."));
    Q_EMIT edited();
}

QJsonObject AccessChoice::params() const
{
    switch (Target(m_targets->checkedId())) {
    case Target::Member:
        return m_member->currentIndex() < 0 ? QJsonObject()
                                            : QJsonObject{{"account_id"_L1, m_member->currentData().toLongLong()}};
    case Target::Existing:
        return m_found ? QJsonObject{{"account_id"_L1, m_found->id.value()}} : QJsonObject();
    case Target::New:
        return m_person->isComplete() ? QJsonObject{{"person"_L1, m_person->person()}} : QJsonObject();
    }
    return {};
}

AccessTarget AccessChoice::words() const
{
    switch (Target(m_targets->checkedId())) {
    case Target::Member: {
        const Account *account = m_services.cases.file().account(AccountId(m_member->currentData().toLongLong()));
        return account ? AccessTarget{account->identifiant, account->identifiant} : AccessTarget();
    }
    case Target::Existing:
        return m_found ? AccessTarget{m_found->identifiant, m_found->identifiant} : AccessTarget();
    case Target::New:
        return {m_person->fullName(), {}};
    }
    return {};
}

bool AccessChoice::check()
{
    switch (Target(m_targets->checkedId())) {
    case Target::Member:
        m_memberField->setError(m_member->currentIndex() < 0 ? tr("Choisissez un utilisateur.") : QString());
        if (m_member->currentIndex() < 0)
            m_member->setFocus(Qt::OtherFocusReason);
        return m_member->currentIndex() >= 0;
    case Target::Existing:
        if (!m_found) {
            if (m_identifiant->text().trimmed().isEmpty())
                m_identifiantField->setError(tr("Tapez l’identifiant entier."));
            else if (m_identifiantField->error().isEmpty())
                look();
            m_identifiant->setFocus(Qt::OtherFocusReason);
        }
        return m_found.has_value();
    case Target::New:
        return m_person->check();
    }
    return false;
}

bool AccessChoice::setRefused(const Error &error)
{
    if (error.rule == "bad_person"_L1) {
        choose(Target::New);
        return m_person->setRefused(error.params.value(u"field"_s).toString());
    }
    return false;
}

void AccessChoice::takeFocus()
{
    switch (Target(m_targets->checkedId())) {
    case Target::Member:
        m_member->setFocus(Qt::OtherFocusReason);
        break;
    case Target::Existing:
        m_identifiant->setFocus(Qt::OtherFocusReason);
        break;
    case Target::New:
        m_person->takeFocus();
        break;
    }
}

QJsonObject AccessChoice::typed() const
{
    return {{"target"_L1, m_targets->checkedId()},
            {"member"_L1, m_member->currentData().toLongLong()},
            {"identifiant"_L1, m_identifiant->text()},
            {"person"_L1, m_person->person()}};
}

void AccessChoice::restore(const QJsonObject &typed)
{
    m_person->setPerson(typed.value("person"_L1).toObject());
    m_identifiant->setText(typed.value("identifiant"_L1).toString());
    m_member->setCurrentIndex(m_member->findData(typed.value("member"_L1).toInteger()));
    choose(Target(qBound(0, typed.value("target"_L1).toInt(int(Target::New)), int(Target::New))));
    if (!m_identifiant->text().isEmpty())
        look();
    Q_EMIT edited();
}

} // namespace desk
