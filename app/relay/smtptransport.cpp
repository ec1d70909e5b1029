// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/relay/smtptransport.h"

#include "app/mail/plainline.h"
#include "app/relay/passwordgenerator.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestRefusal = 2000;

/// How far a mail got: whose fault a failure is depends on it.
enum class Stage {
    Connecting, ///< greeting, TLS, log-in
    Sender, ///< MAIL FROM
    Recipient, ///< RCPT TO: from here on it is about this mail
    Content ///< DATA and the message
};

struct CurlGlobal {
    CurlGlobal() { curl_global_init(CURL_GLOBAL_DEFAULT); }
    ~CurlGlobal() { curl_global_cleanup(); }
};

QByteArray address(const SmtpSettings &s)
{
    using Security = SmtpSettings::Security;
    const bool tls = s.security == Security::Tls;
    const int standard = tls ? 465 : s.security == Security::StartTls ? 587 : 25;
    const QString host = s.host.contains(u':') ? u'[' + s.host + u']' : s.host;
    return u"%1://%2:%3/%4"_s.arg(tls ? u"smtps"_s : u"smtp"_s, host)
        .arg(s.port ? s.port : standard)
        .arg(s.hello)
        .toUtf8();
}

Error transportDown(const QString &cause, const QString &words)
{
    Error error{cause == "auth"_L1 ? Error::Code::AuthFailed : Error::Code::Unavailable, words};
    error.rule = u"transport"_s;
    error.params.insert(u"cause"_s, cause);
    return error;
}

QString causeOf(CURLcode code, Stage stage)
{
    switch (code) {
    case CURLE_LOGIN_DENIED:
    case CURLE_AUTH_ERROR:
        return u"auth"_s;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CRL_BADFILE:
    case CURLE_USE_SSL_FAILED:
        return u"tls"_s;
    default:
        return stage == Stage::Sender ? u"sender"_s : u"connection"_s;
    }
}

/// The server wants a log-in: nothing to do with the recipient it says it about.
bool wantsLogin(long code)
{
    return code == 530 || code == 535 || code == 538;
}

} // namespace

/// One libcurl handle and what is learnt while it works. The handle keeps its connection from mail to mail.
class SmtpTransport::Session {
public:
    Session(const SmtpSettings &settings, const QByteArray &secret);
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;
    ~Session() { curl_easy_cleanup(m_curl); }

    [[nodiscard]] bool made() const { return m_curl; }
    [[nodiscard]] Result<Done> send(const OutgoingMail &mail);
    [[nodiscard]] Result<Done> probe();
    /// It worked before and did not come as far as a recipient this time: the server had closed the connection, most
    /// likely, and a new one may do.
    [[nodiscard]] bool wasStale() const;

private:
    void begin();
    [[nodiscard]] Result<Done> judged(CURLcode code);
    [[nodiscard]] QString words(CURLcode code) const;

    static size_t onRead(char *to, size_t size, size_t count, void *self);
    static size_t onReply(char *line, size_t size, size_t count, void *self);
    static int onTrace(CURL *, curl_infotype type, char *data, size_t size, void *self);

    CURL *m_curl = curl_easy_init();
    std::array<char, CURL_ERROR_SIZE> m_curlWords{};
    QByteArrayView m_message;
    qsizetype m_read = 0;
    QByteArray m_refusal; ///< the server's own words
    Stage m_stage = Stage::Connecting;
    bool m_proven = false; ///< something went well before
};

SmtpTransport::Session::Session(const SmtpSettings &settings, const QByteArray &secret)
{
    if (!m_curl)
        return;
    const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(m_curl, option, value); };
    using Security = SmtpSettings::Security;
    set(CURLOPT_URL, address(settings).constData());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_PROXY, ""); // no proxy of the environment
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings.connectLimit.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(settings.totalLimit.count()));
    set(CURLOPT_USE_SSL, static_cast<long>(settings.security == Security::None ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (!settings.caFile.isEmpty()) {
        set(CURLOPT_CAINFO, settings.caFile.toUtf8().constData());
        set(CURLOPT_CAPATH, static_cast<const char *>(nullptr)); // these and no others
    }
    if (!settings.user.isEmpty()) {
        set(CURLOPT_USERNAME, settings.user.toUtf8().constData());
        set(CURLOPT_PASSWORD, secret.constData());
    }
    set(CURLOPT_ERRORBUFFER, m_curlWords.data());
    set(CURLOPT_READFUNCTION, &Session::onRead);
    set(CURLOPT_READDATA, static_cast<void *>(this));
    set(CURLOPT_HEADERFUNCTION, &Session::onReply);
    set(CURLOPT_HEADERDATA, static_cast<void *>(this));
    set(
        CURLOPT_WRITEFUNCTION, +[](char *, size_t size, size_t count, void *) { return size * count; });
    // The trace tells which command is under way; it goes to onTrace and nowhere else.
    set(CURLOPT_DEBUGFUNCTION, &Session::onTrace);
    set(CURLOPT_DEBUGDATA, static_cast<void *>(this));
    set(CURLOPT_VERBOSE, 1L);
}

size_t SmtpTransport::Session::onRead(char *to, size_t size, size_t count, void *self)
{
    auto &session = *static_cast<Session *>(self);
    const qsizetype room = static_cast<qsizetype>(size * count);
    const qsizetype given = std::min(room, session.m_message.size() - session.m_read);
    std::memcpy(to, session.m_message.data() + session.m_read, static_cast<size_t>(given));
    session.m_read += given;
    return static_cast<size_t>(given);
}

size_t SmtpTransport::Session::onReply(char *line, size_t size, size_t count, void *self)
{
    QByteArray &refusal = static_cast<Session *>(self)->m_refusal;
    const QByteArrayView said(line, static_cast<qsizetype>(size * count));
    if ((said.startsWith('4') || said.startsWith('5')) && said.size() > 4 && refusal.size() < longestRefusal) {
        // "550-one" and "550 two" are one answer. Farewells and the like do not get here.
        const bool goesOn = !refusal.isEmpty();
        refusal += (goesOn ? said.sliced(4) : said).first(std::min(said.size() - (goesOn ? 4 : 0), longestRefusal));
    }
    return size * count;
}

int SmtpTransport::Session::onTrace(CURL *, curl_infotype type, char *data, size_t size, void *self)
{
    if (type == CURLINFO_HEADER_OUT) {
        const QByteArrayView command(data, static_cast<qsizetype>(size));
        Stage &stage = static_cast<Session *>(self)->m_stage;
        if (command.startsWith("MAIL FROM"))
            stage = Stage::Sender;
        else if (command.startsWith("RCPT TO"))
            stage = Stage::Recipient;
        else if (command.startsWith("DATA"))
            stage = Stage::Content;
    }
    return 0;
}

void SmtpTransport::Session::begin()
{
    m_read = 0;
    m_refusal.clear();
    m_stage = Stage::Connecting;
    m_curlWords.fill('\0');
}

Result<Done> SmtpTransport::Session::send(const OutgoingMail &mail)
{
    begin();
    m_message = mail.message;
    const QByteArray from = '<' + mail.from.toUtf8() + '>';
    curl_slist *to = curl_slist_append(nullptr, ('<' + mail.to.toUtf8() + '>').constData());
    if (!to)
        return fail(Error::Code::Internal, u"out of memory"_s);
    curl_easy_setopt(m_curl, CURLOPT_CUSTOMREQUEST, nullptr);
    curl_easy_setopt(m_curl, CURLOPT_NOBODY, 0L);
    curl_easy_setopt(m_curl, CURLOPT_MAIL_FROM, from.constData());
    curl_easy_setopt(m_curl, CURLOPT_MAIL_RCPT, to);
    curl_easy_setopt(m_curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(m_curl, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(m_message.size()));
    const CURLcode code = curl_easy_perform(m_curl);
    curl_easy_setopt(m_curl, CURLOPT_MAIL_RCPT, nullptr);
    curl_slist_free_all(to);
    m_message = {};
    return judged(code);
}

Result<Done> SmtpTransport::Session::probe()
{
    begin();
    curl_easy_setopt(m_curl, CURLOPT_UPLOAD, 0L);
    curl_easy_setopt(m_curl, CURLOPT_NOBODY, 1L);
    curl_easy_setopt(m_curl, CURLOPT_CUSTOMREQUEST, "NOOP");
    return judged(curl_easy_perform(m_curl));
}

bool SmtpTransport::Session::wasStale() const
{
    return m_proven && m_stage < Stage::Recipient;
}

QString SmtpTransport::Session::words(CURLcode code) const
{
    // What the server answered is worth more than what libcurl makes of it, once it has refused something.
    if (!m_refusal.isEmpty())
        return plainLine(m_refusal);
    const QByteArrayView said(m_curlWords.data());
    return plainLine(said.isEmpty() ? QByteArrayView(curl_easy_strerror(code)) : said);
}

Result<Done> SmtpTransport::Session::judged(CURLcode code)
{
    if (code == CURLE_OK) {
        m_proven = true;
        return Done{};
    }
    long reply = 0;
    curl_easy_getinfo(m_curl, CURLINFO_RESPONSE_CODE, &reply);
    if (wantsLogin(reply))
        return Failure(transportDown(u"auth"_s, words(code)));
    if (m_stage < Stage::Recipient)
        return Failure(transportDown(causeOf(code, m_stage), words(code)));
    Error error{Error::Code::Unavailable, words(code)};
    if (reply >= 500 && reply < 600) { // a line that broke in the middle has no such answer
        error.code = Error::Code::Refused;
        error.rule = u"permanent"_s;
    }
    return Failure(error);
}

SmtpTransport::SmtpTransport(SmtpSettings settings) : m_settings(std::move(settings))
{
    static const CurlGlobal global;
}

SmtpTransport::~SmtpTransport() = default;

std::chrono::seconds SmtpTransport::longestSend() const
{
    // A second try on a new connection is part of it.
    return std::chrono::duration_cast<std::chrono::seconds>(m_settings.totalLimit * 2) + std::chrono::seconds(1);
}

void SmtpTransport::drop()
{
    m_session.reset();
}

Result<Done> SmtpTransport::connected()
{
    if (m_session)
        return Done{};
    QByteArray secret;
    if (!m_settings.user.isEmpty() && m_settings.secret) {
        auto read = m_settings.secret();
        if (!read)
            return Failure(transportDown(u"secret"_s, read.error().detail));
        secret = std::move(*read);
    }
    m_session = std::make_unique<Session>(m_settings, secret);
    PasswordGenerator::wipe(secret);
    if (!m_session->made()) {
        drop();
        return fail(Error::Code::Internal, u"libcurl cannot start"_s);
    }
    return Done{};
}

Result<Done> SmtpTransport::attempt(const std::function<Result<Done>(Session &)> &act)
{
    for (bool again = true;; again = false) {
        if (const auto ready = connected(); !ready)
            return ready;
        auto done = act(*m_session);
        again = again && !done && m_session->wasStale();
        if (!done && isTransportDown(done.error()))
            drop();
        m_idle.start();
        if (!again)
            return done;
    }
}

Result<Done> SmtpTransport::send(const OutgoingMail &mail)
{
    return attempt([&mail](Session &session) { return session.send(mail); });
}

Result<Done> SmtpTransport::check()
{
    return attempt([](Session &session) { return session.probe(); });
}

void SmtpTransport::rest()
{
    if (m_session && m_idle.isValid() && m_idle.hasExpired(m_settings.keepIdle.count()))
        drop(); // says QUIT
}

} // namespace desk
