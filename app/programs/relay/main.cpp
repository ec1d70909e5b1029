// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// asp-relay: sends the mails that operations queued, reads what comes back, and seals the journal. Headless.
#include "app/programs/relay/messages.h"
#include "app/relay/bouncereader.h"
#include "app/relay/emlfoldertransport.h"
#include "app/relay/relayconfig.h"
#include "app/relay/relayrunner.h"
#include "app/relay/smtptransport.h"
#include "db/journal/journalkeeper.h"
#include "resources/resources.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

volatile std::sig_atomic_t stopAsked = 0;

void onStop(int)
{
    stopAsked = 1;
}

void complain(const QString &sentence)
{
    QTextStream(stderr) << sentence << Qt::endl;
}

void addOptions(QCommandLineParser &parser)
{
    const auto add = [&parser](const QString &name, const QString &text, const QString &value) {
        parser.addOption({name, text, value});
    };
    add(u"config"_s, u"Fichier de configuration, « nom = valeur » ; les noms sont ceux des options ci-dessous."_s,
        u"FICHIER"_s);
    add(u"database"_s, u"Base centrale, sous la forme postgresql://… (sans mot de passe : PGPASSFILE, certificat…)."_s,
        u"URI"_s);
    add(u"transport"_s, u"« smtp », ou « eml » pour écrire des fichiers."_s, u"MODE"_s);
    add(u"eml"_s, u"Dossier où écrire les courriels en fichiers .eml."_s, u"DOSSIER"_s);
    add(u"host"_s, u"Serveur de courriel."_s, u"NOM"_s);
    add(u"port"_s, u"Son port (587, 465 ou 25 selon la sécurité)."_s, u"NOMBRE"_s);
    add(u"security"_s, u"« starttls » (par défaut), « tls », ou « none » vers cette machine seulement."_s, u"MODE"_s);
    add(u"ca"_s, u"Autorités de certification à croire (par défaut celles du système)."_s, u"FICHIER"_s);
    add(u"user"_s, u"Utilisateur auprès du serveur de courriel."_s, u"NOM"_s);
    add(u"secret-file"_s, u"Fichier qui contient son secret, lisible par nous seuls."_s, u"FICHIER"_s);
    add(u"secret-env"_s, u"Variable d’environnement qui contient son secret."_s, u"NOM"_s);
    add(u"hello"_s, u"Nom sous lequel se présenter au serveur."_s, u"NOM"_s);
    add(u"envelope"_s, u"Adresse où sont rapportés les échecs ; {id} y tient la place du numéro du courriel."_s,
        u"ADRESSE"_s);
    add(u"bounces"_s, u"Boîte au format maildir où arrivent les rapports de remise."_s, u"DOSSIER"_s);
    add(u"connect-seconds"_s, u"Délai pour joindre le serveur de courriel (10)."_s, u"S"_s);
    add(u"total-seconds"_s, u"Délai pour un courriel entier (30)."_s, u"S"_s);
    add(u"anchor"_s, u"Fichier où noter la tête de la chaîne du journal."_s, u"FICHIER"_s);
    add(u"interval"_s, u"Attente entre deux passages, en millisecondes (1000)."_s, u"MS"_s);
    parser.addOption({u"once"_s, u"Un seul passage, puis s’arrête."_s});
}

/// Seals the journal beside the mails, in a thread of its own.
std::unique_ptr<desk::JournalKeeper> journalKeeper(const desk::RelayConfig &config)
{
    desk::JournalKeeper::Options options;
    options.connect = [uri = config.database] { return desk::PgConnection::open(uri, u"asp-relay journal"_s); };
    options.anchorFile = config.anchor;
    options.complain = [](const desk::Error &error) { complain(desk::journalSentence(error)); };
    return std::make_unique<desk::JournalKeeper>(std::move(options));
}

/// The file, and over it what the command line says.
desk::Result<desk::RelayConfig> configFrom(const QCommandLineParser &parser)
{
    desk::RelayKeys keys;
    if (parser.isSet(u"config"_s)) {
        auto read = desk::readRelayKeys(parser.value(u"config"_s));
        if (!read)
            return desk::Failure(read.error());
        keys = std::move(*read);
    }
    for (const QString &name : desk::relayKeyNames()) {
        if (parser.isSet(name))
            keys.insert(name, parser.value(name));
    }
    if (parser.isSet(u"eml"_s) && !parser.isSet(u"transport"_s))
        keys.insert(u"transport"_s, u"eml"_s);
    return desk::relayConfigFrom(keys);
}

std::unique_ptr<desk::MailTransport> transportFor(const desk::RelayConfig &config)
{
    if (config.transport == desk::RelayConfig::Transport::Eml)
        return std::make_unique<desk::EmlFolderTransport>(config.emlFolder);
    return std::make_unique<desk::SmtpTransport>(config.smtp);
}

int run(const desk::RelayConfig &config, bool once)
{
    const auto stopping = [] { return stopAsked != 0; };
    const auto transport = transportFor(config);
    desk::RelayRunner runner({config.database, {config.envelope, stopping}, config.intervalMs, once}, *transport);
    if (!config.bounces.isEmpty())
        runner.addTask(std::make_unique<desk::BounceReader>(config.bounces, config.envelope));
    QObject::connect(&runner, &desk::RelayRunner::trouble, &runner,
                     [](desk::RelayRunner::Trouble what, const desk::Error &error) {
                         complain(desk::troubleSentence(what, error));
                     });
    QObject::connect(&runner, &desk::RelayRunner::recovered, &runner,
                     [](desk::RelayRunner::Trouble what) { complain(desk::recoveredSentence(what)); });
    QObject::connect(
        &runner, &desk::RelayRunner::finished, qApp, [](bool well) { QCoreApplication::exit(well ? 0 : 1); },
        Qt::QueuedConnection);
    // A signal only leaves its mark: the mail under way is finished, the others are given back.
    std::signal(SIGTERM, onStop);
    std::signal(SIGINT, onStop);
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &runner, [] {
        if (stopAsked)
            QCoreApplication::exit(0);
    });
    watch.start(200);
    const auto keeper = once ? nullptr : journalKeeper(config);
    runner.start();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"asp-relay"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DESK_VERSION));
    desk::initResources();

    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Relais de courriels d’asp-console : fabrique les mots de passe, envoie les courriels en attente, lit les "
        "rapports de remise."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    addOptions(parser);
    if (!parser.parse(QCoreApplication::arguments()) || !parser.positionalArguments().isEmpty()) {
        complain(u"asp-relay : option inconnue ou incomplète. Voir asp-relay --help."_s);
        return 2;
    }
    parser.process(app);
    const auto config = configFrom(parser);
    if (!config) {
        complain(desk::configSentence(config.error()));
        return 2;
    }
    return run(*config, parser.isSet(u"once"_s));
}
