// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/session/democard.h"

#include "app/core/whenfinished.h"
#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/common/errortext.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct DemoSteps {
    Q_DECLARE_TR_FUNCTIONS(DemoSteps)
};

} // namespace

QString privateServerStep(const QString &code)
{
    if (code == "locate"_L1)
        return DemoSteps::tr("Recherche de PostgreSQL sur ce poste…");
    if (code == "create"_L1)
        return DemoSteps::tr("Création du dossier de démonstration…");
    if (code == "start"_L1)
        return DemoSteps::tr("Démarrage du serveur…");
    if (code == "migrate"_L1)
        return DemoSteps::tr("Préparation de la base…");
    if (code == "demo"_L1)
        return DemoSteps::tr("Remplissage avec des entreprises inventées…");
    if (code == "relay"_L1)
        return DemoSteps::tr("Démarrage du relais de courriels…");
    return DemoSteps::tr("Ouverture de la session…");
}

DemoCard::DemoCard(PrivateServerPort &server, QWidget *parent)
    : Card({}, parent), m_server(server), m_agent(makeButton(tr("Essayer comme agent"), ButtonKind::Primary, this)),
      m_supervisor(makeButton(tr("Essayer comme superviseur"), ButtonKind::Plain, this)), m_step(new QLabel(this)),
      m_bar(new QProgressBar(this)), m_error(new Banner(this))
{
    setObjectName(u"demoCard"_s);
    layout()->setContentsMargins(24, 20, 24, 24);
    auto *title = new QLabel(tr("Essayer la démonstration"), this);
    title->setProperty("role", u"heading"_s);
    auto *words = new QLabel(tr("Un serveur privé démarre sur ce poste avec des entreprises, des comptes et des "
                                "demandes inventés. Rien n’en "
                                "sort : les courriels sont écrits dans un dossier que vous pouvez ouvrir."),
                             this);
    words->setWordWrap(true);
    words->setProperty("role", u"secondary"_s);
    auto *fine = new QLabel(tr("Le premier démarrage prend une trentaine de secondes ; les suivants, quelques-unes. Le "
                               "serveur s’arrête avec la "
                               "console."),
                            this);
    fine->setWordWrap(true);
    fine->setProperty("role", u"small"_s);
    m_agent->setObjectName(u"demoAgent"_s);
    m_supervisor->setObjectName(u"demoSupervisor"_s);
    m_step->setObjectName(u"demoStep"_s);
    m_bar->setObjectName(u"demoProgress"_s);
    m_bar->setAccessibleName(tr("Avancement"));
    m_bar->setTextVisible(false);
    m_error->setObjectName(u"demoError"_s);
    m_error->setInset(true);
    auto *column = body();
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(words);
    column->addSpacing(4);
    column->addWidget(m_agent);
    column->addWidget(m_supervisor);
    column->addWidget(m_step);
    column->addWidget(m_bar);
    column->addWidget(m_error);
    column->addStretch();
    column->addWidget(fine);
    connect(m_agent, &QPushButton::clicked, this, [this] { start(false); });
    connect(m_supervisor, &QPushButton::clicked, this, [this] { start(true); });
    connect(m_error, &Banner::actionTriggered, this, &DemoCard::setAsideAndRetry);
    reset();
}

void DemoCard::start(bool asSupervisor)
{
    m_asSupervisor = asSupervisor;
    m_login.clear();
    m_folder.clear();
    begin();
}

void DemoCard::startAgain(const QString &login, const QString &folder)
{
    m_asSupervisor = false;
    m_login = login;
    m_folder = folder;
    begin();
}

void DemoCard::begin()
{
    if (m_busy)
        return;
    const int attempt = ++m_attempt;
    m_error->setAction({});
    m_error->clear();
    setBusy(true);
    onProgress(u"locate"_s, 0);
    const QPointer<DemoCard> guard(this); // the port may report after the window is gone
    const auto progress = [guard, attempt](const QString &step, int percent) {
        if (guard && guard->m_attempt == attempt && guard->m_busy)
            guard->onProgress(step, percent);
    };
    whenFinished(m_server.start(m_folder, progress), this, [this](const auto &answer) { onReady(answer); });
}

void DemoCard::onProgress(const QString &step, int percent)
{
    m_step->setText(privateServerStep(step));
    m_bar->setRange(0, percent < 0 ? 0 : 100);
    m_bar->setValue(percent);
    m_step->show();
    m_bar->show();
}

void DemoCard::onReady(const Result<PrivateServerPort::Ready> &answer)
{
    if (!answer) {
        setBusy(false);
        m_step->hide();
        m_bar->hide();
        m_error->set(Tone::Error, {}, errorText(answer.error()));
        const Error &error = answer.error();
        const bool unusable = error.rule == "private_damaged"_L1 || error.rule == "schema_of_migrations"_L1;
        m_unusable = unusable ? error.params.value(u"folder"_s).toString() : QString();
        m_error->setAction(m_setAside && !m_unusable.isEmpty() ? tr("Mettre de côté et recommencer") : QString());
        return;
    }
    onProgress(u"ready"_s, 100);
    const bool supervisor = m_asSupervisor || (!m_login.isEmpty() && m_login == answer->supervisor.login);
    Q_EMIT ready(supervisor ? answer->supervisor : answer->agent, answer->mailFolder);
}

void DemoCard::setAsideAndRetry()
{
    const Result<QString> aside = m_setAside(m_unusable);
    if (aside)
        begin();
    else
        m_error->set(Tone::Error, {}, errorText(aside.error()));
}

void DemoCard::showLogInFailed(const Error &error)
{
    reset();
    m_error->set(Tone::Error, {}, errorText(error));
}

void DemoCard::setUsable(bool on)
{
    m_agent->setEnabled(on && !m_busy);
    m_supervisor->setEnabled(on && !m_busy);
}

void DemoCard::setBusy(bool on)
{
    m_busy = on;
    setUsable(true);
    Q_EMIT busyChanged();
}

void DemoCard::reset()
{
    m_step->hide();
    m_bar->hide();
    m_error->clear();
    setBusy(false);
}

} // namespace desk
