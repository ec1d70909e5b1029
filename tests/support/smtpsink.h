// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace desk {

/// A real mail server on 127.0.0.1 for one test (smtp_sink.py), with a certificate of its own authority made by
/// openssl. It ends with the test program even when that is killed.
class SmtpSink {
public:
    enum class Mode { Plain, StartTls, Tls };
    static inline const QString user = QStringLiteral("relais");
    static inline const QByteArray secret = "s3cret, de relais";

    SmtpSink() = default;
    SmtpSink(const SmtpSink &) = delete;
    SmtpSink &operator=(const SmtpSink &) = delete;
    ~SmtpSink();

    /// `port`: 0 for any. False with the reason in `why`.
    [[nodiscard]] bool start(Mode mode, bool logIn, QString *why, int port = 0);
    void stop();
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString caFile() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    /// The file that holds `secret`, readable by its owner only.
    [[nodiscard]] QString secretFile() const { return m_folder.filePath(QStringLiteral("secret")); }

    /// What smtp_sink.py says about its moods.
    void setMood(const QString &name, bool on) const;
    [[nodiscard]] QList<QByteArray> messages() const; ///< in the order they came
    [[nodiscard]] QList<QByteArray> envelopes() const; ///< JSON
    [[nodiscard]] int connections() const;
    void clear() const; ///< forgets messages and connections

    /// The text/plain part of one of our messages.
    [[nodiscard]] static QString textOf(const QByteArray &message);
    /// The value of a header, unfolded.
    [[nodiscard]] static QByteArray headerOf(const QByteArray &message, const QByteArray &name);

private:
    [[nodiscard]] bool makeCertificates(QString *why) const;
    [[nodiscard]] QString box() const { return m_folder.filePath(QStringLiteral("box")); }
    [[nodiscard]] QList<QByteArray> files(const QString &pattern) const;

    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
};

} // namespace desk
