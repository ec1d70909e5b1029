// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// asp-relay: sends the mails that operations queued. Headless, one process, one connection of the role asp_relay.
#include "app/relay/emlfoldertransport.h"
#include "app/relay/mailrelay.h"
#include "db/libpq/pgconnection.h"
#include "resources/resources.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int mailsPerRound = 20;
constexpr int longestWaitMs = 15000;

void complain(const QString &sentence)
{
    QTextStream(stderr) << sentence << Qt::endl;
}

/// Rounds at a steady pace, with growing waits while the database cannot be reached.
class Runner : public QObject {
public:
    Runner(QString uri, MailTransport &transport, int intervalMs, bool once)
        : m_uri(std::move(uri)), m_transport(transport), m_intervalMs(intervalMs), m_once(once)
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &Runner::step);
        m_timer.start(0);
    }

private:
    void step()
    {
        const Result<MailRelay::Tally> tally = round();
        if (m_once) {
            QCoreApplication::exit(tally ? 0 : 1);
            return;
        }
        if (!tally)
            m_waitMs = std::min(std::max(m_waitMs, 500) * 2, longestWaitMs);
        else
            m_waitMs = tally->claimed() == mailsPerRound ? 0 : m_intervalMs;
        m_timer.start(m_waitMs);
    }

    Result<MailRelay::Tally> round()
    {
        if (!m_database.isOpen()) {
            auto opened = PgConnection::open(m_uri, u"asp-relay"_s);
            if (!opened)
                return told(opened.error());
            m_database = std::move(*opened);
        }
        MailRelay relay(m_database, m_transport);
        if (const auto ready = relay.prepare(); !ready)
            return told(ready.error());
        auto tally = relay.round(mailsPerRound);
        return tally ? tally : told(tally.error());
    }

    Failure told(const Error &error)
    {
        if (error.detail != m_lastComplaint) // once, not at each try
            complain(
                u"asp-relay : la base ne répond pas comme prévu (%1). Nouvel essai automatique."_s.arg(error.detail));
        m_lastComplaint = error.detail;
        return Failure(error);
    }

    QString m_uri;
    MailTransport &m_transport;
    PgConnection m_database;
    QTimer m_timer;
    int m_intervalMs, m_waitMs = 0;
    bool m_once;
    QString m_lastComplaint;
};

} // namespace

} // namespace desk

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"asp-relay"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DESK_VERSION));
    desk::initResources();

    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Relais de courriels d’asp-console : fabrique les mots de passe, envoie les courriels en attente."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"database"_s,
                      u"Base centrale, sous la forme postgresql://… (sans mot de passe : PGPASSWORD ou pgpass)."_s,
                      u"URI"_s});
    parser.addOption({u"eml"_s, u"Dossier où écrire les courriels en fichiers .eml."_s, u"DOSSIER"_s});
    parser.addOption({u"interval"_s, u"Attente entre deux passages, en millisecondes (1000)."_s, u"MS"_s, u"1000"_s});
    parser.addOption({u"once"_s, u"Un seul passage, puis s’arrête."_s});
    parser.process(app);
    if (!parser.isSet(u"database"_s) || !parser.isSet(u"eml"_s)) {
        desk::complain(u"asp-relay : il faut --database et --eml. Voir asp-relay --help."_s);
        return 2;
    }
    bool number = false;
    const int interval = parser.value(u"interval"_s).toInt(&number);
    if (!number || interval < 50) {
        desk::complain(u"asp-relay : --interval attend un nombre de millisecondes, 50 au moins."_s);
        return 2;
    }
    desk::EmlFolderTransport transport(parser.value(u"eml"_s));
    desk::Runner runner(parser.value(u"database"_s), transport, interval, parser.isSet(u"once"_s));
    return QCoreApplication::exec();
}
