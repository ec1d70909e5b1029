// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/session/lockpage.h"

#include "app/session/idlelock.h"
#include "app/session/sessionservice.h"
#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/common/card.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 460;

QLabel *words(const QString &role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setProperty("role", role);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

LockPage::LockPage(IdleLock &lock, SessionService &session, QWidget *parent)
    : QWidget(parent), m_lock(lock), m_session(session), m_who(words(u"strong"_s, this)),
      m_why(words(u"secondary"_s, this)), m_secret(new QLineEdit(this)),
      m_field(new Field(tr("Mot de passe"), m_secret, this)), m_result(new Banner(this)),
      m_submit(makeButton(tr("Déverrouiller"), ButtonKind::Primary, this)),
      m_other(makeButton(tr("Changer d’utilisateur"), ButtonKind::Quiet, this))
{
    setObjectName(u"lockPage"_s);
    m_secret->setObjectName(u"lockSecret"_s);
    m_secret->setEchoMode(QLineEdit::Password);
    m_submit->setObjectName(u"unlock"_s);
    m_other->setObjectName(u"otherUser"_s);
    m_result->setObjectName(u"lockResult"_s);
    m_result->setInset(true);
    m_countdown.setInterval(250);
    build();
    connect(m_secret, &QLineEdit::returnPressed, this, &LockPage::submit);
    connect(m_secret, &QLineEdit::textEdited, this, [this] { m_field->setError({}); });
    connect(m_submit, &QPushButton::clicked, this, &LockPage::submit);
    connect(m_other, &QPushButton::clicked, this, &LockPage::otherUserWanted);
    connect(&m_countdown, &QTimer::timeout, this, &LockPage::update);
    connect(&lock, &IdleLock::refused, this, &LockPage::onRefused);
    connect(&session, &SessionService::stateChanged, this, &LockPage::update);
}

void LockPage::build()
{
    auto *card = new Card({}, this);
    card->setFixedWidth(cardWidth);
    card->layout()->setContentsMargins(24, 20, 24, 24);
    auto *title = new QLabel(tr("Console verrouillée"), card);
    title->setProperty("role", u"heading"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_other);
    row->addStretch();
    row->addWidget(m_submit);
    auto *column = card->body();
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(m_who);
    column->addWidget(m_why);
    column->addWidget(m_result);
    column->addWidget(m_field);
    column->addSpacing(4);
    column->addLayout(row);
    auto *all = new QVBoxLayout(this);
    all->addStretch(2);
    auto *middle = new QHBoxLayout; // aligned in the column, the card would not grow with its words
    middle->addStretch();
    middle->addWidget(card);
    middle->addStretch();
    all->addLayout(middle);
    all->addStretch(3);
}

void LockPage::open(bool byHand)
{
    forget();
    const SessionInfo &info = m_session.info();
    m_who->setText(info.displayName.isEmpty() ? info.login : tr("%1 (%2)").arg(info.displayName, info.login));
    const QString kept = tr("Ce que vous étiez en train de saisir est conservé.");
    const QString idle = tr("Sans activité, la console se verrouille d’elle-même, jamais pendant un appel.");
    const QString noPassword = m_lock.needsPassword()
        ? QString()
        : tr("Cette connexion ne demande pas de mot de passe : c’est la session du poste qui la protège.");
    QStringList sentences = byHand ? QStringList{kept} : QStringList{idle, kept};
    if (!noPassword.isEmpty())
        sentences << noPassword;
    m_why->setText(sentences.join(u' '));
    update();
    QWidget *first = m_lock.needsPassword() ? static_cast<QWidget *>(m_secret) : m_submit;
    first->setFocus(Qt::OtherFocusReason);
}

void LockPage::forget()
{
    m_secret->setText({}); // unlike clear(), leaves nothing to undo
    m_field->setError({});
    m_who->clear();
    m_why->clear();
    m_result->clear();
    m_countdown.stop();
}

void LockPage::submit()
{
    if (!m_submit->isEnabled())
        return;
    if (m_lock.needsPassword() && m_secret->text().isEmpty()) {
        m_field->setError(tr("À remplir"));
        m_secret->setFocus();
        return;
    }
    m_result->clear();
    m_lock.unlock(m_secret->text());
    update();
}

void LockPage::onRefused(const Error &error)
{
    if (error.code == Error::Code::AuthFailed)
        m_result->set(Tone::Error, {},
                      tr("Le serveur refuse ce mot de passe : il est erroné, ou il a expiré. La console reste "
                         "verrouillée et rien n’est perdu."));
    else if (error.code == Error::Code::Unavailable || error.code == Error::Code::Timeout)
        m_result->set(
            Tone::Warn, {},
            tr("La base ne répond pas, et seul le serveur peut vérifier votre mot de passe : la console reste "
               "verrouillée. Rien n’est perdu ; réessayez quand la connexion est revenue."));
    else
        m_result->set(Tone::Error, {}, errorText(error));
    m_countdown.start();
    update();
    m_secret->setFocus(Qt::OtherFocusReason);
    m_secret->selectAll();
}

void LockPage::update()
{
    const int seconds = m_lock.secondsToWait();
    if (seconds == 0)
        m_countdown.stop();
    const bool password = m_lock.needsPassword();
    m_field->setVisible(password);
    m_submit->setEnabled(!m_lock.checking() && seconds == 0);
    m_submit->setText(m_lock.checking() ? tr("Vérification…")
                          : seconds > 0 ? tr("Nouvel essai dans %1 s").arg(seconds)
                          : password    ? tr("Déverrouiller")
                                        : tr("Reprendre"));
}

} // namespace desk
