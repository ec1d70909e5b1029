// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// asp-faultdriver: a console without its window. The same services, stores and local store, wired alike; what a person
// does comes as JSON lines on standard input, what a person would be told goes out as JSON lines, so that a script can
// kill, freeze and starve it.
//   asp-faultdriver --database URI --keep FOLDER        the password, where one is asked for, in ASP_PASSWORD
#include "app/calls/callservice.h"
#include "app/core/document.h"
#include "app/core/whenfinished.h"
#include "app/local/sealedlocalstore.h"
#include "app/lookup/caseservice.h"
#include "app/operations/operationservice.h"
#include "app/programs/console/wiring.h"
#include "app/scripts/scriptservice.h"
#include "app/session/sessionservice.h"
#include "db/local/sqlitelocalstore.h"
#include "db/stores/pgdatabase.h"
#include "db/stores/pgdraftstore.h"
#include "db/stores/pglookupstore.h"
#include "db/stores/pgoperationstore.h"
#include "db/stores/pgsessionstore.h"
#include "resources/resources.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSettings>
#include <QSocketNotifier>
#include <QTimer>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

/// A keychain that outlives kill -9 and has nobody to ask: a file beside the local store.
class FileSecrets : public SecretStore {
public:
    explicit FileSecrets(const QString &keep) : m_file(keep + u".keychain"_s, QSettings::IniFormat) { }
    QFuture<Result<std::optional<QString>>> read(const QString &key) override
    {
        const QVariant value = m_file.value(name(key));
        return readyFuture<Result<std::optional<QString>>>(value.isValid() ? std::optional(value.toString())
                                                                           : std::nullopt);
    }
    QFuture<Result<Done>> write(const QString &key, const QString &secret) override
    {
        m_file.setValue(name(key), secret);
        m_file.sync();
        return readyFuture<Result<Done>>(Done());
    }
    QFuture<Result<Done>> remove(const QString &key) override
    {
        m_file.remove(name(key));
        return readyFuture<Result<Done>>(Done());
    }

private:
    static QString name(const QString &key) { return QString::fromLatin1(key.toUtf8().toHex()); }
    template <class T> static QFuture<T> readyFuture(T value)
    {
        QPromise<T> promise;
        promise.start();
        promise.addResult(std::move(value));
        promise.finish();
        return promise.future();
    }
    QSettings m_file;
};

void say(QLatin1StringView event, QJsonObject fields = {})
{
    fields.insert("event"_L1, QString(event));
    const QByteArray line = QJsonDocument(fields).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fflush(stdout); // what was said must be out before a kill -9
}

QString text(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

/// How long the event loop was away at most: a timer that should come every 5 ms.
class LoopWatch : public QObject {
public:
    LoopWatch()
    {
        m_since.start();
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] { m_worst = std::max(m_worst, m_since.restart() - 5); });
        m_timer.start(5ms);
    }
    qint64 takeWorst() { return std::exchange(m_worst, 0); }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_worst = 0;
};

class Driver : public QObject {
public:
    explicit Driver(const QString &keep)
        : m_localFile(keep), m_secrets(keep),
          m_wiring({m_sessionStore, m_local, m_session, m_operations, m_calls, m_cases, m_scripts}, {})
    {
        connectSession();
        connect(&m_operations, &OperationService::finished, this, [](const OperationOutcome &o) {
            say("finished"_L1,
                {{"id"_L1, text(o.id)}, {"kind"_L1, o.kind}, {"repeated"_L1, o.repeated}, {"result"_L1, o.result}});
        });
        connect(&m_operations, &OperationService::failed, this, [](const QUuid &id, const Error &error) {
            say("failed"_L1,
                {{"id"_L1, text(id)},
                 {"code"_L1, int(error.code)},
                 {"rule"_L1, error.rule},
                 {"params"_L1, QJsonObject::fromVariantMap(error.params)}});
        });
        connect(&m_operations, &OperationService::uncertain, this, [](const QUuid &id) {
            say("uncertain"_L1, {{"id"_L1, text(id)}});
        });
        connect(&m_cases, &CaseService::fileChanged, this, [this] {
            say("file"_L1, {{"stale"_L1, m_cases.stale()}, {"call"_L1, text(m_calls.id())}});
        });
        connect(&m_calls, &CallService::noteSaved, this, [](bool inDatabase) {
            say("note"_L1, {{"in_database"_L1, inDatabase}});
        });
        connect(&m_input, &QSocketNotifier::activated, this, &Driver::read);
    }
    void logIn(const ConnectionSettings &where, const QString &secret) { m_session.logIn(where, secret, false); }

private:
    void connectSession()
    {
        connect(&m_session, &SessionService::stateChanged, this, [](SessionService::State state) {
            static constexpr const char *names[] = {"logged_out", "connecting", "connected", "lost"};
            say("state"_L1, {{"state"_L1, QString::fromLatin1(names[int(state)])}});
        });
        connect(&m_session, &SessionService::loggedIn, this, [] { say("logged_in"_L1); });
        connect(&m_session, &SessionService::logInFailed, this, [](const Error &error) {
            say("login_failed"_L1,
                {{"code"_L1, int(error.code)}, {"rule"_L1, error.rule}, {"detail"_L1, error.detail}});
        });
    }

    void read()
    {
        char buffer[65536];
        const ssize_t got = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (got <= 0) {
            QCoreApplication::quit();
            return;
        }
        m_unread.append(buffer, qsizetype(got));
        for (qsizetype end = m_unread.indexOf('\n'); end >= 0; end = m_unread.indexOf('\n')) {
            carryOut(QJsonDocument::fromJson(m_unread.left(end)).object());
            m_unread.remove(0, end + 1);
        }
    }

    void carryOut(const QJsonObject &command)
    {
        const QString what = command.value("do"_L1).toString();
        if (what == "submit"_L1)
            m_operations.submit(fromDocument<OperationRequest>(command.value("request"_L1).toObject()).value());
        else if (what == "open"_L1)
            m_cases.open(command.value("key"_L1).toString());
        else if (what == "note"_L1)
            m_calls.setNote(command.value("text"_L1).toString());
        else if (what == "status"_L1)
            tellStatus(command);
        else if (what == "quit"_L1)
            QCoreApplication::quit();
    }

    void tellStatus(const QJsonObject &command)
    {
        QJsonArray pending;
        for (const auto &id : command.value("ids"_L1).toArray()) {
            if (m_operations.isPending(QUuid::fromString(id.toString())))
                pending.append(id);
        }
        say("status"_L1,
            {{"tag"_L1, command.value("tag"_L1)},
             {"pending"_L1, pending},
             {"state"_L1, int(m_session.state())},
             {"clock_ms"_L1, m_clock.now().toMSecsSinceEpoch()},
             {"wall_ms"_L1, QDateTime::currentDateTimeUtc().toMSecsSinceEpoch()},
             {"call"_L1, text(m_calls.id())},
             {"call_seconds"_L1, m_calls.seconds()},
             {"note"_L1, m_calls.note()},
             {"file_open"_L1, m_cases.state() == CaseService::State::Open},
             {"file_stale"_L1, m_cases.stale()},
             {"accounts"_L1, int(m_cases.file().accounts.size())},
             {"scripts"_L1, int(m_scripts.search({}).size())},
             {"loop_worst_ms"_L1, m_loop.takeWorst()}});
    }

    ServerClock m_clock;
    SqliteLocalStore m_localFile;
    FileSecrets m_secrets;
    PgDatabase m_database;
    PgDraftStore m_drafts{m_database};
    SealedLocalStore m_local{m_localFile, m_secrets, m_drafts};
    PgSessionStore m_sessionStore{m_database};
    PgLookupStore m_lookupStore{m_database};
    PgOperationStore m_operationStore{m_database};
    SessionService m_session{m_sessionStore, m_secrets, m_clock};
    OperationService m_operations{m_operationStore, m_session, m_local};
    CallService m_calls{m_operationStore, m_operations, m_session, m_local, m_clock};
    CaseService m_cases{m_lookupStore, m_calls, m_session};
    ScriptService m_scripts{m_operations, m_local, m_clock};
    Wiring m_wiring;
    QSocketNotifier m_input{STDIN_FILENO, QSocketNotifier::Read};
    QByteArray m_unread;
    LoopWatch m_loop;
};

} // namespace

} // namespace desk

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    desk::initResources();
    QCommandLineParser parser;
    parser.addOption({u"database"_s, u"the central database, without a password"_s, u"URI"_s});
    parser.addOption({u"keep"_s, u"folder of the local store"_s, u"FOLDER"_s});
    parser.process(app);
    const auto where = desk::ConnectionSettings::fromUri(parser.value(u"database"_s));
    if (!where || !parser.isSet(u"keep"_s)) {
        std::fprintf(stderr, "asp-faultdriver: --database and --keep are needed\n");
        return 2;
    }
    desk::Driver driver(parser.value(u"keep"_s));
    driver.logIn(*where, qEnvironmentVariable("ASP_PASSWORD"));
    return QCoreApplication::exec();
}
