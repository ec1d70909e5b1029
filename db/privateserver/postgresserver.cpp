// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/privateserver/postgresserver.h"

#include "app/core/logcategories.h"
#include "db/libpq/pgconnection.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

constexpr quint16 socketPort = 5432; // names the socket only: every server has a folder of its own
constexpr qsizetype longestSocketPath = 100; // sun_path holds 104 to 108 bytes
constexpr qint64 longestLog = 1 << 20;

QProcessEnvironment plainEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) { // PGDATA, PGPORT, PGOPTIONS… of the person's shell
        if (name.startsWith("PG"_L1) || name.startsWith("LC_"_L1) || name == "LANGUAGE"_L1)
            environment.remove(name);
    }
    environment.insert(u"LC_ALL"_s, u"C"_s); // messages are compared below
    return environment;
}

QString readTail(const QString &path, qint64 from)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(from))
        return {};
    return QString::fromUtf8(file.readAll());
}

/// A server that is starting or ending is waited for.
Result<PgConnection> openOnceSettled(const QString &info)
{
    const QDeadlineTimer deadline(20s);
    for (;;) {
        Result<PgConnection> connection = PgConnection::open(info, u"asp-console"_s);
        if (connection || connection.error().rule != "server_starting"_L1 || deadline.hasExpired())
            return connection;
        QThread::msleep(100);
    }
}

QString firstFatal(const QString &log)
{
    for (const QString &line : log.split(u'\n')) {
        if (line.contains("FATAL:"_L1) || line.contains("PANIC:"_L1) || line.contains("LOG:  could not"_L1))
            return line.section(u": "_s, 1).trimmed();
    }
    return log.trimmed().section(u'\n', -1);
}

} // namespace

PostgresServer::PostgresServer(PostgresPrograms programs, ServerUser user, Options options)
    : m_programs(std::move(programs)), m_user(std::move(user)), m_options(std::move(options)),
      m_socketFolder(m_options.folder + "/s"_L1)
{
    const QString socket = m_socketFolder + "/.s.PGSQL."_L1 + QString::number(port());
    if (QFile::encodeName(socket).size() > longestSocketPath) {
        const QByteArray hash = QCryptographicHash::hash(m_options.folder.toUtf8(), QCryptographicHash::Sha256).toHex();
        m_socketFolder = QDir::tempPath() + "/asp-"_L1 + QString::fromLatin1(hash.left(16));
    }
}

PostgresServer::~PostgresServer()
{
    stop();
}

quint16 PostgresServer::port() const
{
    return m_options.tcpPort != 0 ? m_options.tcpPort : socketPort;
}

ConnInfo PostgresServer::connInfo(const QString &database, const QString &login) const
{
    return {
        {u"host"_s, m_socketFolder}, {u"port"_s, QString::number(port())}, {u"dbname"_s, database}, {u"user"_s, login}};
}

Error PostgresServer::error(Error::Code code, const QString &rule, const QString &reason) const
{
    qCWarning(logPrivateServer) << rule << reason;
    return Error{code, reason, rule, {{u"folder"_s, m_options.folder}, {u"log"_s, logFile()}, {u"reason"_s, reason}}};
}

int PostgresServer::run(const QString &program, const QStringList &arguments, QString *output, int atMostMs) const
{
    QProcess process;
    process.setProcessEnvironment(plainEnvironment());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    if (output == nullptr)
        process.setStandardOutputFile(QProcess::nullDevice()); // a started server would keep a pipe open
    m_user.runAs(process, false);
    process.start(m_programs.path(program), arguments);
    const bool finished = process.waitForFinished(atMostMs);
    if (output != nullptr)
        *output = QString::fromLocal8Bit(process.readAll());
    return finished && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

Result<int> PostgresServer::dataMajor(const QString &folder)
{
    const QFileInfo data(folder + "/data"_L1);
    if (!data.exists())
        return 0;
    QFile version(data.filePath() + "/PG_VERSION"_L1);
    const int major = version.open(QIODevice::ReadOnly) ? version.readAll().trimmed().toInt() : 0;
    if (major > 0)
        return major;
    const QString reason = u"no PG_VERSION in the data folder"_s;
    return Failure(
        Error{Error::Code::Invalid, reason, u"private_damaged"_s, {{u"folder"_s, folder}, {u"reason"_s, reason}}});
}

Result<Done> PostgresServer::initdb(const QString &into, const QStringList &locale)
{
    QDir(into).removeRecursively();
    if (!QDir().mkpath(into) || !m_user.give(into))
        return Failure(error(Error::Code::Invalid, u"private_unwritable"_s, u"folder not made: "_s + into));
    const QStringList arguments{
        u"-D"_s,
        into,
        u"-U"_s,
        m_options.superuser,
        u"-A"_s,
        u"trust"_s,
        u"-E"_s,
        u"UTF8"_s,
        u"--lc-messages=C"_s,
        u"--no-sync"_s}; // several seconds; a power cut in its first minute costs an empty server
    QString output;
    if (run(u"initdb"_s, arguments + locale, &output, 120'000) == 0)
        return Done{};
    if (output.contains("No space left"_L1))
        return Failure(error(Error::Code::DiskFull, {}, u"initdb: no space left"_s));
    if (output.contains("Permission denied"_L1) || output.contains("could not access"_L1))
        return Failure(error(Error::Code::Invalid, u"private_unwritable"_s, u"initdb: permission denied"_s));
    return Failure(error(Error::Code::Internal, u"private_create_failed"_s, output.trimmed().section(u'\n', -3)));
}

bool PostgresServer::writeHba(const QString &folder) const
{
    QFile hba(folder + "/pg_hba.conf"_L1); // written in place: it keeps its owner
    return hba.open(QIODevice::WriteOnly | QIODevice::Truncate)
        && hba.write("# The socket's folder is closed to other system users.\nlocal all all trust\n"
                     "local replication all trust\nhost all all 127.0.0.1/32 scram-sha-256\n")
        > 0;
}

Result<Done> PostgresServer::create()
{
    const Result<int> major = dataMajor(m_options.folder);
    if (!major)
        return Failure(major.error());
    if (*major != 0)
        return Done{};
    // Beside, then renamed: a folder half made by a program that was killed is never taken for a whole one.
    const QString fresh = dataFolder() + ".nouveau"_L1;
    const QStringList utf8{u"--locale=C.UTF-8"_s};
    const QStringList icu{u"--locale=C"_s, u"--locale-provider=icu"_s, u"--icu-locale=und"_s};
    Result<Done> made = initdb(fresh, utf8);
    if (!made && made.error().rule == "private_create_failed"_L1)
        made = initdb(fresh, icu); // systems without the C.UTF-8 locale
    if (!made) {
        QDir(fresh).removeRecursively();
        return made;
    }
    if (!writeHba(fresh) || !QDir().rename(fresh, dataFolder()))
        return Failure(error(Error::Code::Invalid, u"private_unwritable"_s, u"data folder not put in place"_s));
    return Done{};
}

Result<Done> PostgresServer::makeSocketFolder()
{
    // In the shared temporary folder somebody else may have made it first: then it is not used.
    if ((!QFileInfo::exists(m_socketFolder) && !QDir().mkpath(m_socketFolder)) || !m_user.holds(m_socketFolder)
        || !m_user.give(m_socketFolder))
        return Failure(error(Error::Code::Invalid, u"private_unwritable"_s, u"socket folder not ours"_s));
    return Done{};
}

QStringList PostgresServer::serverArguments() const
{
    QString quoted = m_socketFolder;
    quoted.replace(u'"', "\"\""_L1);
    QStringList settings{u"listen_addresses="_s + (m_options.tcpPort != 0 ? "127.0.0.1"_L1 : ""_L1),
                         u"port=%1"_s.arg(port()),
                         u"unix_socket_directories=\"%1\""_s.arg(quoted),
                         u"unix_socket_permissions=0700"_s,
                         u"logging_collector=off"_s,
                         u"lc_messages=C"_s};
    if (!m_options.durable)
        settings << u"fsync=off"_s << u"synchronous_commit=off"_s << u"full_page_writes=off"_s;
    QStringList arguments;
    for (const QString &setting : settings + m_options.settings)
        arguments << u"-c"_s << setting;
    return arguments;
}

Result<Done> PostgresServer::start()
{
    if (const Result<Done> folder = makeSocketFolder(); !folder)
        return folder;
    if (QFileInfo(logFile()).size() > longestLog)
        QFile::remove(logFile());
    m_process.setProcessEnvironment(plainEnvironment());
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(logFile(), QIODevice::Append);
    m_user.runAs(m_process, true);
    const QDeadlineTimer deadline(5s);
    for (;;) {
        m_logStart = QFileInfo(logFile()).size();
        m_process.start(m_programs.path(u"postgres"_s), QStringList{u"-D"_s, dataFolder()} + serverArguments());
        if (!m_process.waitForStarted(5000))
            return Failure(error(Error::Code::Invalid, u"private_unwritable"_s, m_process.errorString()));
        const Result<Done> ready = waitReady();
        if (ready)
            return ready;
        stop(2s);
        // After a kill -9 the processes of the old server need a moment to notice and end.
        if (ready.error().rule != "private_in_use"_L1 || deadline.hasExpired())
            return ready;
        QThread::msleep(200);
    }
}

Result<Done> PostgresServer::startDetached()
{
    if (const Result<Done> folder = makeSocketFolder(); !folder)
        return folder;
    QStringList quoted; // pg_ctl hands them to a shell
    for (QString argument : serverArguments())
        quoted << u'\'' + argument.replace(u'\'', "'\\''"_L1) + u'\'';
    const QStringList arguments{u"-D"_s, dataFolder(),      u"-l"_s, dataFolder() + "/serveur.log"_L1,
                                u"-o"_s, quoted.join(u' '), u"-w"_s, u"-t"_s,
                                u"60"_s, u"start"_s};
    if (run(u"pg_ctl"_s, arguments, nullptr, 70'000) != 0)
        return Failure(error(Error::Code::Unavailable, u"private_start_failed"_s,
                             firstFatal(readTail(dataFolder() + "/serveur.log"_L1, 0))));
    return Done{};
}

Error PostgresServer::startError() const
{
    const QString log = readTail(logFile(), m_logStart);
    const QString reason = firstFatal(log);
    const auto says = [&log](QLatin1StringView words) { return log.contains(words); };
    if (says("already exists"_L1) || says("already running"_L1) || says("pre-existing shared memory"_L1))
        return error(Error::Code::Conflict, u"private_in_use"_s, reason);
    if (says("No space left"_L1))
        return error(Error::Code::DiskFull, {}, reason);
    if (says("Permission denied"_L1) && !says("global/pg_control"_L1))
        return error(Error::Code::Invalid, u"private_unwritable"_s, reason);
    return error(Error::Code::Invalid, u"private_damaged"_s, reason);
}

Result<Done> PostgresServer::waitReady()
{
    const QString who = toConnInfoText(connInfo(u"postgres"_s, m_options.superuser));
    const QDeadlineTimer deadline(120s); // after a crash it first replays its journal
    while (!deadline.hasExpired()) {
        if (m_process.waitForFinished(20) || m_process.state() == QProcess::NotRunning)
            return Failure(startError());
        if (const Result<PgConnection> connection = PgConnection::open(who, u"asp-console"_s); connection)
            return Done{};
        else if (connection.error().code != Error::Code::Unavailable)
            return Failure(connection.error());
    }
    return Failure(error(Error::Code::Timeout, {}, u"the server does not answer"_s));
}

Result<Done> PostgresServer::stopLeftOver()
{
    const QString pidFile = dataFolder() + "/postmaster.pid"_L1;
    QFile file(pidFile);
    if (!file.open(QIODevice::ReadOnly))
        return Done{}; // it ended in good order
    const qint64 pid = file.readLine().trimmed().toLongLong();
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n'); // folder, start, port, socket folder…
    file.close();
    ConnInfo info = connInfo(u"postgres"_s, m_options.superuser);
    if (lines.size() >= 4 && !lines[3].isEmpty()) {
        info.insert(u"port"_s, lines[2]);
        info.insert(u"host"_s, lines[3]);
    }
    if (Result<PgConnection> connection = openOnceSettled(toConnInfoText(info)); connection) {
        const Result<PgRows> rows = connection->exec("SELECT current_setting('data_directory') AS folder");
        connection->close();
        if (!rows
            || QFileInfo(rows->text(0, "folder")).canonicalFilePath() != QFileInfo(dataFolder()).canonicalFilePath())
            return Failure(error(Error::Code::Conflict, u"private_in_use"_s, u"another server answers"_s));
        QString output;
        if (run(u"pg_ctl"_s, {u"-D"_s, dataFolder(), u"-m"_s, u"fast"_s, u"-w"_s, u"-t"_s, u"20"_s, u"stop"_s}, &output,
                25'000)
            != 0)
            return Failure(error(Error::Code::Conflict, u"private_in_use"_s, output.trimmed()));
        return Done{};
    }
    const QString program = programOfProcess(pid);
    if (!program.isEmpty() && program != "postgres"_L1)
        QFile::remove(pidFile); // the number was given to another program since; PostgreSQL would refuse to start
    return Done{};
}

void PostgresServer::stop(std::chrono::milliseconds atMost)
{
    if (!isRunning())
        return;
    const QString number = QString::number(pid());
    QString output;
    static_cast<void>(run(u"pg_ctl"_s, {u"kill"_s, u"INT"_s, number}, &output, 2000));
    if (!m_process.waitForFinished(static_cast<int>(atMost.count()))) {
        static_cast<void>(run(u"pg_ctl"_s, {u"kill"_s, u"QUIT"_s, number}, &output, 2000));
        if (!m_process.waitForFinished(1000))
            kill();
    }
    if (m_socketFolder.startsWith(QDir::tempPath() + "/asp-"_L1))
        QDir().rmdir(m_socketFolder);
}

void PostgresServer::kill()
{
    m_process.kill();
    m_process.waitForFinished(5000);
}

} // namespace desk
