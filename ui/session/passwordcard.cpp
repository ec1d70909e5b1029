// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/session/passwordcard.h"

#include "app/core/result.h"
#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace desk {

using namespace Qt::StringLiterals;

PasswordCard::PasswordCard(QWidget *parent)
    : Card({}, parent), m_place(new QLabel(this)), m_secret(new QLineEdit(this)),
      m_field(new Field(tr("Mot de passe"), m_secret, this)),
      m_remember(new QCheckBox(tr("Se souvenir dans le trousseau"), this)), m_result(new Banner(this)),
      m_submit(makeButton(tr("Se connecter"), ButtonKind::Primary, this)),
      m_other(makeButton(tr("Autre connexion…"), ButtonKind::Quiet, this)),
      m_cancel(makeButton(tr("Annuler"), ButtonKind::Quiet, this))
{
    setObjectName(u"passwordCard"_s);
    layout()->setContentsMargins(24, 20, 24, 24);
    m_secret->setObjectName(u"promptSecret"_s);
    m_secret->setEchoMode(QLineEdit::Password);
    m_remember->setObjectName(u"promptRemember"_s);
    m_remember->setChecked(true);
    m_submit->setObjectName(u"promptLogIn"_s);
    m_other->setObjectName(u"otherConnection"_s);
    m_cancel->setObjectName(u"promptCancel"_s);
    m_result->setInset(true);
    auto *title = new QLabel(tr("Se connecter"), this);
    title->setProperty("role", u"heading"_s);
    m_place->setProperty("role", u"secondary"_s);
    m_place->setTextFormat(Qt::PlainText);
    m_place->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_other);
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_submit);
    auto *column = body();
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(m_place);
    column->addWidget(m_result);
    column->addWidget(m_field);
    column->addWidget(m_remember);
    column->addSpacing(4);
    column->addLayout(row);
    connect(m_secret, &QLineEdit::returnPressed, this, &PasswordCard::submit);
    connect(m_secret, &QLineEdit::textEdited, this, [this] { m_field->setError({}); });
    connect(m_submit, &QPushButton::clicked, this, &PasswordCard::submit);
    connect(m_other, &QPushButton::clicked, this, &PasswordCard::otherWanted);
    connect(m_cancel, &QPushButton::clicked, this, &PasswordCard::cancelWanted);
    setConnecting(false);
}

void PasswordCard::ask(const ConnectionSettings &where, const Error &why)
{
    m_where = where;
    m_place->setText(tr("%1, sur la base « %2 » de %3").arg(where.login, where.database, where.hosts));
    setConnecting(false);
    const bool noKeychain = why.params.contains(u"keychain"_s);
    m_result->set(Tone::Info, {},
                  noKeychain ? tr("Le trousseau du système n’est pas utilisable sur ce poste : le mot de passe est "
                                  "demandé à chaque démarrage.")
                             : errorText(why));
    m_secret->clear();
    m_secret->setFocus(Qt::OtherFocusReason);
}

void PasswordCard::submit()
{
    if (m_connecting)
        return;
    if (m_secret->text().isEmpty()) {
        m_field->setError(tr("À remplir"));
        m_secret->setFocus();
        return;
    }
    Q_EMIT logInWanted(m_where, m_secret->text(), m_remember->isChecked());
}

void PasswordCard::forgetSecret()
{
    m_secret->setText({}); // unlike clear(), leaves nothing to undo
}

void PasswordCard::setConnecting(bool on)
{
    m_connecting = on;
    m_submit->setEnabled(!on);
    m_submit->setText(on ? tr("Connexion…") : tr("Se connecter"));
    m_cancel->setVisible(on);
    m_other->setVisible(!on);
}

void PasswordCard::showLogInFailed(const Error &error)
{
    setConnecting(false);
    m_result->set(Tone::Error, {}, errorText(error));
    m_secret->setFocus(Qt::OtherFocusReason);
    m_secret->selectAll();
}

} // namespace desk
