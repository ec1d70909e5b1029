// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/settings/settingspage.h"

#include "app/calls/callservice.h"
#include "app/session/sessionservice.h"
#include "app/settings/appsettings.h"
#include "ui/common/buttons.h"
#include "ui/common/card.h"
#include "ui/common/field.h"
#include "ui/session/leaving.h"
#include "ui/settings/ownpasswordcard.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QRadioButton>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageWidth = 680, fieldWidth = 240;
using Theme = AppSettings::ThemeChoice;

QLabel *line(const QString &text, const QString &role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("role", role);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

SettingsPage::SettingsPage(const UiServices &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_theme(new QComboBox(this)), m_language(new QComboBox(this)),
      m_digits(new QCheckBox(tr("Les chiffres répondent au script"), this)), m_where(line({}, u"strong"_s, this)),
      m_who(line({}, u"secondary"_s, this)), m_version(line({}, u"secondary"_s, this)),
      m_folder(line({}, u"secondary"_s, this)), m_restart(line({}, u"small"_s, this)),
      m_logOut(makeButton(tr("Se déconnecter"), ButtonKind::Plain, this))
{
    setObjectName(u"settingsPage"_s);
    auto *content = new QWidget(this);
    content->setProperty("role", u"page"_s);
    auto *column = new QWidget(content);
    column->setMaximumWidth(pageWidth);
    auto *cards = new QVBoxLayout(column);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(12);
    auto *title = line(tr("Réglages"), u"title"_s, this);
    cards->addWidget(title);
    for (Card *card : {buildLook(), buildKeys(), buildQueue(), buildConnection(),
                       static_cast<Card *>(new OwnPasswordCard(services.session, this)), buildMails(), buildAbout()}) {
        card->layout()->setContentsMargins(18, 14, 18, 16);
        card->body()->setSpacing(8);
        cards->addWidget(card);
    }
    cards->addStretch();
    auto *middle = new QHBoxLayout(content);
    middle->setContentsMargins(24, 20, 24, 20);
    middle->addWidget(column, 1000);
    middle->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);

    connect(&services.session, &SessionService::stateChanged, this, &SettingsPage::showConnection);
    connect(&services.session, &SessionService::loggedIn, this, &SettingsPage::showConnection);
    connect(&services.calls, &CallService::changed, this, &SettingsPage::showConnection);
    showConnection();
}

Card *SettingsPage::buildLook()
{
    auto *card = new Card(tr("Apparence"), this);
    m_theme->setObjectName(u"themeChoice"_s);
    m_theme->addItem(tr("Comme le système"), int(Theme::System));
    m_theme->addItem(tr("Clair"), int(Theme::Light));
    m_theme->addItem(tr("Sombre"), int(Theme::Dark));
    m_theme->setCurrentIndex(m_theme->findData(int(m_services.settings.theme())));
    m_language->setObjectName(u"languageChoice"_s);
    m_language->addItem(u"Français"_s, u"fr"_s);
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->setCurrentIndex(qMax(0, m_language->findData(m_services.settings.language())));
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    for (QWidget *field : {new Field(tr("Thème"), m_theme, card), new Field(tr("Langue"), m_language, card)}) {
        field->setFixedWidth(fieldWidth);
        row->addWidget(field);
    }
    row->addStretch();
    card->body()->addLayout(row);
    card->body()->addWidget(m_restart);
    m_restart->hide();
    connect(m_theme, &QComboBox::activated, this,
            [this] { m_services.settings.setTheme(static_cast<Theme>(m_theme->currentData().toInt())); });
    connect(m_language, &QComboBox::activated, this, [this] {
        m_services.settings.setLanguage(m_language->currentData().toString());
        m_restart->setText(tr("La langue change au prochain démarrage de la console."));
        m_restart->show();
    });
    return card;
}

Card *SettingsPage::buildKeys()
{
    auto *card = new Card(tr("Clavier"), this);
    m_digits->setObjectName(u"digitShortcuts"_s);
    m_digits->setChecked(m_services.settings.digitShortcuts());
    card->body()->addWidget(m_digits);
    card->body()->addWidget(line(tr("1 à 9, le pavé numérique et la rangée & é \" ' ( - è _ ç sans majuscule, quand "
                                    "aucun champ de saisie n’a le "
                                    "clavier. Décoché : Alt+chiffre seulement, qui marche toujours."),
                                 u"small"_s, card));
    connect(m_digits, &QCheckBox::toggled, this, [this](bool on) { m_services.settings.setDigitShortcuts(on); });
    return card;
}

Card *SettingsPage::buildQueue()
{
    using After = AppSettings::AfterClosing;
    auto *card = new Card(tr("Files de demandes"), this);
    card->body()->addWidget(line(tr("Après la clôture d’une demande ouverte depuis une file"), {}, card));
    auto *group = new QButtonGroup(card);
    const std::pair<After, QString> choices[] = {{After::Next, tr("Ouvrir la demande suivante de la file")},
                                                 {After::Queue, tr("Revenir à la file")},
                                                 {After::Stay, tr("Rester dans le dossier")}};
    for (const auto &[where, text] : choices) {
        auto *button = new QRadioButton(text, card);
        button->setObjectName(u"afterClosing%1"_s.arg(int(where)));
        button->setChecked(m_services.settings.afterClosing() == where);
        group->addButton(button, int(where));
        card->body()->addWidget(button);
    }
    connect(group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            m_services.settings.setAfterClosing(static_cast<After>(id));
    });
    return card;
}

Card *SettingsPage::buildConnection()
{
    auto *card = new Card(tr("Connexion"), this);
    m_logOut->setObjectName(u"logOut"_s);
    card->body()->addWidget(m_where);
    card->body()->addWidget(m_who);
    card->body()->addWidget(m_logOut, 0, Qt::AlignLeft);
    connect(m_logOut, &QPushButton::clicked, this, [this] { leave(m_services, this); });
    return card;
}

Card *SettingsPage::buildMails()
{
    m_mails = new Card(tr("Courriels de la démonstration"), this);
    auto *open = makeButton(tr("Ouvrir le dossier des courriels"), ButtonKind::Plain, m_mails);
    open->setObjectName(u"openMailFolder"_s);
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_mails->body()->addWidget(
        line(tr("Aucun courriel ne part : le relais les écrit ici, un fichier .eml par courriel."), {}, m_mails));
    m_mails->body()->addWidget(m_folder);
    m_mails->body()->addWidget(open, 0, Qt::AlignLeft);
    connect(open, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_mailFolder)); });
    m_mails->hide();
    return m_mails;
}

Card *SettingsPage::buildAbout()
{
    auto *card = new Card(tr("À propos"), this);
    card->body()->addWidget(line(tr("Assistance AP, console du support téléphonique"), u"strong"_s, card));
    card->body()->addWidget(m_version);
    card->body()->addWidget(line(
        tr("Logiciel libre sous Licence Publique de l’Union européenne (EUPL) 1.2, construit avec Qt et PostgreSQL."),
        u"secondary"_s, card));
    return card;
}

void SettingsPage::setMailFolder(const QString &folder)
{
    m_mailFolder = folder;
    m_folder->setText(folder);
    showConnection();
}

void SettingsPage::takeKeyboard()
{
    m_theme->setFocus(Qt::OtherFocusReason);
}

void SettingsPage::showConnection()
{
    const SessionService &session = m_services.session;
    const SessionInfo &info = session.info();
    const ConnectionSettings &where = session.settings();
    const bool central = where.kind == ConnectionSettings::Kind::Central;
    m_where->setText(central ? tr("Base « %1 » de %2").arg(where.database, where.hosts)
                             : tr("Serveur privé de démonstration, sur ce poste"));
    const QString name = info.displayName.isEmpty() ? info.login : info.displayName;
    m_who->setText(info.login.isEmpty()  ? tr("Personne n’est connecté.")
                       : info.supervisor ? tr("%1 (%2), superviseur").arg(name, info.login)
                                         : tr("%1 (%2), agent").arg(name, info.login));
    setBlocked(m_logOut, m_services.calls.active() ? tr("Terminez d’abord l’appel") : QString());
    m_mails->setHidden(m_mailFolder.isEmpty() || central);
    m_version->setText(info.schemaVersion > 0
                           ? tr("Version %1 · schéma de la base %2 · protocole %3")
                                 .arg(QStringLiteral(DESK_VERSION))
                                 .arg(info.schemaVersion)
                                 .arg(clientVersion)
                           : tr("Version %1 · protocole %2").arg(QStringLiteral(DESK_VERSION)).arg(clientVersion));
}

} // namespace desk
