// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/settings/ownpasswordcard.h"

#include "app/core/desktime.h"
#include "app/core/whenfinished.h"
#include "app/session/passwordrules.h"
#include "app/session/sessionservice.h"
#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/format.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int fieldWidth = 300;

QLabel *words(const QString &text, const QString &role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("role", role);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QString brokenRuleText(const QString &rule)
{
    if (rule == "too_short"_L1)
        return OwnPasswordCard::tr("Il compte moins de %1 caractères.").arg(PasswordRules::shortest);
    if (rule == "too_long"_L1)
        return OwnPasswordCard::tr("Il compte plus de %1 caractères.").arg(PasswordRules::longest);
    if (rule == "same"_L1)
        return OwnPasswordCard::tr("Il est identique à l’actuel.");
    if (rule == "holds_login"_L1)
        return OwnPasswordCard::tr("Il contient votre identifiant.");
    if (rule == "control"_L1)
        return OwnPasswordCard::tr("Il contient un caractère invisible.");
    return OwnPasswordCard::tr("Il répète un seul caractère.");
}

QString strengthText(PasswordRules::Strength strength)
{
    switch (strength) {
    case PasswordRules::Strength::TooShort:
        return OwnPasswordCard::tr("Longueur : encore trop court");
    case PasswordRules::Strength::Enough:
        return OwnPasswordCard::tr("Longueur : suffisante");
    case PasswordRules::Strength::Good:
        return OwnPasswordCard::tr("Longueur : bonne");
    case PasswordRules::Strength::VeryGood:
        break;
    }
    return OwnPasswordCard::tr("Longueur : très bonne");
}

} // namespace

OwnPasswordCard::OwnPasswordCard(SessionService &session, QWidget *parent)
    : Card(tr("Mot de passe"), parent), m_session(session), m_current(new QLineEdit(this)), m_next(new QLineEdit(this)),
      m_again(new QLineEdit(this)), m_currentField(new Field(tr("Mot de passe actuel"), m_current, this)),
      m_nextField(new Field(tr("Nouveau mot de passe"), m_next, this)),
      m_againField(new Field(tr("Nouveau mot de passe, une seconde fois"), m_again, this)),
      m_rules(
          words(tr("Au moins %1 caractères, différent de l’actuel et sans votre identifiant ; une phrase de plusieurs "
                   "mots convient bien. Seule la longueur est jugée.")
                    .arg(PasswordRules::shortest),
                u"small"_s, this)),
      m_strength(words(QString(), u"small"_s, this)), m_expiry(words(QString(), u"secondary"_s, this)),
      m_none(words(tr("Cette connexion ne se fait pas avec un mot de passe de la base : il n’y a rien à changer ici."),
                   u"secondary"_s, this)),
      m_form(new QWidget(this)), m_result(new Banner(this)),
      m_submit(makeButton(tr("Changer le mot de passe"), ButtonKind::Plain, this))
{
    setObjectName(u"ownPasswordCard"_s);
    build();
    for (QLineEdit *line : {m_current, m_next, m_again}) {
        connect(line, &QLineEdit::returnPressed, this, &OwnPasswordCard::submit);
        connect(line, &QLineEdit::textEdited, this, &OwnPasswordCard::showStrength);
    }
    connect(m_submit, &QPushButton::clicked, this, &OwnPasswordCard::submit);
    connect(&session, &SessionService::loggedIn, this, &OwnPasswordCard::update);
    connect(&session, &SessionService::stateChanged, this, &OwnPasswordCard::update);
    update();
}

void OwnPasswordCard::build()
{
    m_current->setObjectName(u"currentPassword"_s);
    m_next->setObjectName(u"newPassword"_s);
    m_again->setObjectName(u"newPasswordAgain"_s);
    m_submit->setObjectName(u"changePassword"_s);
    m_result->setObjectName(u"passwordResult"_s);
    m_result->setInset(true);
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(8);
    for (QLineEdit *line : {m_current, m_next, m_again})
        line->setEchoMode(QLineEdit::Password);
    for (Field *field : {m_currentField, m_nextField, m_againField}) {
        field->setFixedWidth(fieldWidth);
        form->addWidget(field);
    }
    form->addWidget(m_strength);
    form->addWidget(m_rules);
    form->addWidget(m_result);
    form->addWidget(m_submit, 0, Qt::AlignLeft);
    body()->addWidget(m_expiry);
    body()->addWidget(m_none);
    body()->addWidget(m_form);
}

void OwnPasswordCard::forget()
{
    for (QLineEdit *line : {m_current, m_next, m_again})
        line->setText({});
    for (Field *field : {m_currentField, m_nextField, m_againField})
        field->setError({});
    showStrength();
}

void OwnPasswordCard::update()
{
    const SessionService::State state = m_session.state();
    if (state == SessionService::State::LoggedOut) {
        forget();
        m_result->clear();
    }
    const SessionInfo &info = m_session.info();
    m_none->setHidden(info.passwordUsed);
    m_form->setVisible(info.passwordUsed);
    m_expiry->setVisible(info.passwordUsed && info.passwordExpiresAt.isValid());
    m_expiry->setText(
        tr("Il expire le %1. Le changer ne repousse pas cette date : c’est à l’administrateur de la base de "
           "la prolonger.")
            .arg(deskTime(info.passwordExpiresAt).toString(u"dd/MM/yyyy"_s)));
    m_submit->setEnabled(state == SessionService::State::Connected && !m_changing);
    m_submit->setText(m_changing ? tr("Changement…") : tr("Changer le mot de passe"));
}

void OwnPasswordCard::showStrength()
{
    m_strength->setText(m_next->text().isEmpty() ? QString() : strengthText(PasswordRules::strength(m_next->text())));
    m_strength->setHidden(m_next->text().isEmpty());
}

bool OwnPasswordCard::check()
{
    const QString rule = PasswordRules::broken(m_session.info().login, m_current->text(), m_next->text());
    m_currentField->setError(m_current->text().isEmpty() ? tr("À remplir") : QString());
    m_nextField->setError(rule.isEmpty() ? QString() : brokenRuleText(rule));
    m_againField->setError(m_again->text() != m_next->text() ? tr("Les deux saisies diffèrent.") : QString());
    for (const auto &[field, line] :
         {std::pair(m_currentField, m_current), std::pair(m_nextField, m_next), std::pair(m_againField, m_again)}) {
        if (!field->error().isEmpty()) {
            line->setFocus(Qt::OtherFocusReason);
            return false;
        }
    }
    return true;
}

void OwnPasswordCard::submit()
{
    if (!m_submit->isEnabled() || !check())
        return;
    m_changing = true;
    m_result->clear();
    update();
    whenFinished(m_session.changePassword(m_current->text(), m_next->text()), this,
                 [this](const Result<Done> &changed) { onAnswer(changed ? nullptr : &changed.error()); });
}

void OwnPasswordCard::onAnswer(const Error *error)
{
    m_changing = false;
    update();
    if (!error) {
        forget();
        m_result->set(Tone::Ok, tr("✓ Mot de passe changé"),
                      tr("Il vaut dès maintenant ; le trousseau est mis à jour s’il gardait l’ancien."));
        return;
    }
    m_result->set(Tone::Error, {}, errorText(*error));
    m_current->setFocus(Qt::OtherFocusReason);
    m_current->selectAll();
}

} // namespace desk
