// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/session/centralcard.h"

#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

using Tls = ConnectionSettings::Tls;

constexpr int portWidth = 96;

bool isUri(const QString &text)
{
    return text.startsWith("postgresql://"_L1) || text.startsWith("postgres://"_L1);
}

QString environmentText(SessionInfo::Environment environment)
{
    switch (environment) {
    case SessionInfo::Environment::Production:
        return CentralCard::tr("production");
    case SessionInfo::Environment::Recette:
        return CentralCard::tr("recette");
    case SessionInfo::Environment::Demonstration:
        break;
    }
    return CentralCard::tr("démonstration");
}

} // namespace

CentralCard::CentralCard(SessionService &session, QWidget *parent)
    : Card({}, parent), m_session(session), m_hosts(new QLineEdit(this)), m_database(new QLineEdit(this)),
      m_login(new QLineEdit(this)), m_secret(new QLineEdit(this)), m_certificate(new QLineEdit(this)),
      m_port(new QSpinBox(this)), m_tls(new QComboBox(this)),
      m_remember(new QCheckBox(tr("Se souvenir dans le trousseau"), this)),
      m_browse(makeButton(tr("Parcourir…"), ButtonKind::Plain, this)),
      m_test(makeButton(tr("Tester la connexion"), ButtonKind::Plain, this)),
      m_submit(makeButton(tr("Se connecter"), ButtonKind::Primary, this)),
      m_cancel(makeButton(tr("Annuler"), ButtonKind::Quiet, this)), m_result(new Banner(this))
{
    setObjectName(u"centralCard"_s);
    layout()->setContentsMargins(24, 20, 24, 24);
    auto *title = new QLabel(tr("Base centrale"), this);
    title->setProperty("role", u"heading"_s);
    body()->setSpacing(12);
    body()->addWidget(title);
    buildFields();
    buildButtons();
    connect(m_hosts, &QLineEdit::textChanged, this, &CentralCard::takeUri);
    connect(m_tls, &QComboBox::currentIndexChanged, this, &CentralCard::showTls);
    connect(m_browse, &QPushButton::clicked, this, &CentralCard::browse);
    connect(m_test, &QPushButton::clicked, this, &CentralCard::test);
    connect(m_submit, &QPushButton::clicked, this, &CentralCard::submit);
    connect(m_cancel, &QPushButton::clicked, this, &CentralCard::cancelWanted);
    for (QLineEdit *line : {m_hosts, m_database, m_login, m_secret, m_certificate})
        connect(line, &QLineEdit::returnPressed, this, &CentralCard::submit);
    connect(&session, &SessionService::testFinished, this, &CentralCard::onTested);
    showTls();
    updateButtons();
}

void CentralCard::buildFields()
{
    m_hosts->setObjectName(u"hosts"_s);
    m_hosts->setPlaceholderText(u"db1.exemple.fr, db2.exemple.fr"_s);
    m_port->setObjectName(u"port"_s);
    m_port->setRange(1, 65535);
    m_port->setValue(5432);
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_database->setObjectName(u"database"_s);
    m_login->setObjectName(u"login"_s);
    m_secret->setObjectName(u"secret"_s);
    m_secret->setEchoMode(QLineEdit::Password);
    m_tls->setObjectName(u"tls"_s);
    m_tls->addItem(tr("Exigé, serveur vérifié (conseillé)"), int(Tls::VerifyFull));
    m_tls->addItem(tr("Exigé, serveur non vérifié"), int(Tls::Require));
    m_tls->addItem(tr("Si le serveur le propose"), int(Tls::Prefer));
    m_tls->addItem(tr("Aucun chiffrement"), int(Tls::Disable));
    m_certificate->setObjectName(u"certificate"_s);
    m_certificate->setPlaceholderText(tr("emplacement habituel du système"));
    m_remember->setObjectName(u"remember"_s);
    m_remember->setChecked(true);

    auto *certificate = new QWidget(this);
    auto *row = new QHBoxLayout(certificate);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_certificateField = new Field(tr("Fichier d’autorité"), m_certificate, certificate);
    row->addWidget(m_certificateField, 1);
    row->addWidget(m_browse, 0, Qt::AlignTop);
    // Beside the line, not beside its label.
    row->setAlignment(m_browse, Qt::AlignBottom);
    m_hostsField = new Field(tr("Hôte(s)"), m_hosts, this);
    m_databaseField = new Field(tr("Base"), m_database, this);
    m_loginField = new Field(tr("Identifiant"), m_login, this);
    m_secretField = new Field(tr("Mot de passe"), m_secret, this);
    m_tlsField = new Field(tr("TLS"), m_tls, this);

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    const auto top = Qt::AlignTop;
    auto *server = new QHBoxLayout;
    server->setSpacing(12);
    m_port->setFixedWidth(portWidth);
    server->addWidget(m_hostsField, 1, top);
    server->addWidget(new Field(tr("Port"), m_port, this), 0, top);
    grid->addLayout(server, 0, 0, 1, 2);
    grid->addWidget(m_databaseField, 1, 0, 1, 2, top);
    grid->addWidget(m_loginField, 2, 0, top);
    grid->addWidget(m_secretField, 2, 1, top);
    grid->addWidget(m_tlsField, 3, 0, 1, 2, top);
    grid->addWidget(certificate, 4, 0, 1, 2, top);
    body()->addLayout(grid);
    auto *note = new QLabel(tr("Le mot de passe va dans le trousseau du système, jamais dans un fichier. Sans "
                               "trousseau utilisable, il est demandé à "
                               "chaque démarrage. Vide : le trousseau, un certificat ou Kerberos est essayé."),
                            this);
    note->setWordWrap(true);
    note->setProperty("role", u"small"_s);
    body()->addWidget(m_remember);
    body()->addWidget(note);
}

void CentralCard::buildButtons()
{
    m_test->setObjectName(u"testConnection"_s);
    m_submit->setObjectName(u"logIn"_s);
    m_cancel->setObjectName(u"cancelLogIn"_s);
    m_result->setObjectName(u"connectionResult"_s);
    m_result->setInset(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_test);
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_submit);
    body()->addWidget(m_result);
    body()->addStretch();
    body()->addLayout(row);
}

void CentralCard::fill(const ConnectionSettings &where)
{
    const QSignalBlocker quiet(m_hosts);
    m_hosts->setText(where.hosts);
    m_port->setValue(where.port);
    m_database->setText(where.database);
    m_login->setText(where.login);
    m_tls->setCurrentIndex(qMax(0, m_tls->findData(int(where.tls))));
    m_certificate->setText(where.rootCertificate);
    m_extraOptions = where.extraOptions;
}

ConnectionSettings CentralCard::settings() const
{
    ConnectionSettings where;
    where.kind = ConnectionSettings::Kind::Central;
    QStringList hosts = m_hosts->text().split(u',', Qt::SkipEmptyParts);
    for (QString &host : hosts)
        host = host.trimmed();
    hosts.removeAll(QString());
    where.hosts = hosts.join(u',');
    where.port = quint16(m_port->value());
    where.database = m_database->text().trimmed();
    where.login = m_login->text().trimmed();
    where.tls = static_cast<Tls>(m_tls->currentData().toInt());
    where.rootCertificate = m_certificate->text().trimmed();
    where.extraOptions = m_extraOptions;
    return where;
}

// Somebody pasted the whole address: it fills the form.
void CentralCard::takeUri()
{
    const QString text = m_hosts->text().trimmed();
    if (!isUri(text)) {
        m_hostsField->setError({});
        return;
    }
    const Result<ConnectionSettings> where = ConnectionSettings::fromUri(text);
    if (where) {
        fill(*where);
        m_hostsField->setError({});
    } else {
        m_hostsField->setError(errorText(where.error()));
    }
}

bool CentralCard::check()
{
    const ConnectionSettings where = settings();
    QWidget *first = nullptr;
    const auto mark = [&first](Field *field, QWidget *editor, const QString &error) {
        field->setError(error);
        if (!error.isEmpty() && !first)
            first = editor;
    };
    const QString needed = tr("À remplir");
    if (!isUri(m_hosts->text().trimmed()))
        mark(m_hostsField, m_hosts, where.hosts.isEmpty() ? needed : QString());
    else
        first = m_hosts; // its own error says why it was not understood
    mark(m_databaseField, m_database, where.database.isEmpty() ? needed : QString());
    mark(m_loginField, m_login, where.login.isEmpty() ? needed : QString());
    const bool fileMissing = m_certificate->isEnabled() && !where.rootCertificate.isEmpty()
        && !QFileInfo(where.rootCertificate).isReadable();
    mark(m_certificateField, m_certificate,
         fileMissing ? tr("Ce fichier n’existe pas ou n’est pas lisible.") : QString());
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    return !first;
}

void CentralCard::browse()
{
    auto *dialog = new QFileDialog(this, tr("Fichier d’autorité"), QFileInfo(m_certificate->text()).path(),
                                   tr("Certificats (*.pem *.crt *.cer);;Tous les fichiers (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_certificate, &QLineEdit::setText);
    dialog->open(); // asynchronous: no nested event loop
}

void CentralCard::test()
{
    if (!check())
        return;
    m_testing = true;
    updateButtons();
    m_result->set(Tone::Info, {}, tr("Essai de la connexion…"));
    m_session.testConnection(settings(), m_secret->text());
}

void CentralCard::onTested(bool ok, const SessionInfo &info, const Error &error)
{
    if (!m_testing)
        return;
    m_testing = false;
    updateButtons();
    if (!ok) {
        m_result->set(Tone::Error, {}, errorText(error));
        return;
    }
    m_result->set(Tone::Ok, tr("✓ Connexion réussie"),
                  tr("%1, %2 · base de %3 · schéma %4")
                      .arg(info.displayName.isEmpty() ? info.login : info.displayName,
                           info.supervisor ? tr("superviseur") : tr("agent"), environmentText(info.environment))
                      .arg(info.schemaVersion));
}

void CentralCard::submit()
{
    if (!m_usable || m_connecting || !check())
        return;
    m_testing = false;
    m_result->clear();
    Q_EMIT logInWanted(settings(), m_secret->text(), m_remember->isChecked());
}

void CentralCard::showLogInFailed(const Error &error)
{
    setConnecting(false);
    m_result->set(Tone::Error, {}, errorText(error));
    if (error.code == Error::Code::AuthFailed) {
        m_secret->setFocus(Qt::OtherFocusReason);
        m_secret->selectAll();
    }
}

void CentralCard::forgetSecret()
{
    m_secret->setText({}); // unlike clear(), leaves nothing to undo
}

void CentralCard::setConnecting(bool on)
{
    m_connecting = on;
    if (on)
        m_result->set(Tone::Info, {}, tr("Connexion à la base centrale…"));
    else if (m_result->property("tone").toByteArray() == toneName(Tone::Info))
        m_result->clear();
    updateButtons();
}

void CentralCard::setUsable(bool on)
{
    m_usable = on;
    updateButtons();
}

void CentralCard::updateButtons()
{
    m_test->setEnabled(m_usable && !m_testing && !m_connecting);
    m_submit->setEnabled(m_usable && !m_connecting);
    m_cancel->setVisible(m_connecting);
}

void CentralCard::showTls()
{
    const auto tls = static_cast<Tls>(m_tls->currentData().toInt());
    m_certificate->setEnabled(tls == Tls::VerifyFull);
    m_browse->setEnabled(tls == Tls::VerifyFull);
    m_tlsField->setHint(tls == Tls::VerifyFull ? QString()
                            : tls == Tls::Require
                            ? tr("Chiffré ; le serveur n’est reconnu que par votre mot de passe (SCRAM). Un annuaire "
                                 "(LDAP) demande « serveur vérifié ».")
                            : tr("Les données des appelants peuvent circuler en clair : réservé aux essais."));
}

} // namespace desk
