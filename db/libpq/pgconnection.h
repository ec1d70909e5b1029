// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "db/libpq/pgrows.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

struct pg_conn;
using PGconn = pg_conn;

namespace desk {

/// One connection over plain libpq, for programs that must not go through Qt SQL: it writes bound values into
/// the statement text, where the server's log could keep a hash, and it has no COPY. Every call blocks; one
/// thread at a time. Errors come from db/libpq/sqlstate with a detail free of data values, and a lost
/// connection is Unavailable.
class PgConnection {
public:
    PgConnection() = default; ///< not open
    PgConnection(PgConnection &&) noexcept = default;
    PgConnection &operator=(PgConnection &&) noexcept = default;

    /// Connects. `conninfoOrUri` is a URI or a keyword string and must hold no password (Invalid, rule
    /// "uri_password"); `password` stays in memory. Without one libpq looks into PGPASSWORD and the password
    /// file; when the server wants one and there is none: AuthFailed with rule "password_needed". 10 s a
    /// host, unless connect_timeout says otherwise.
    [[nodiscard]] static Result<PgConnection> open(const QString &conninfoOrUri, const QString &applicationName,
                                                   const QString &password = {});

    /// One statement; parameters are $1, $2… in text form and travel apart from the statement. nullopt is
    /// NULL.
    [[nodiscard]] Result<PgRows> exec(const QByteArray &sql, const QList<std::optional<QByteArray>> &params = {});
    /// Any number of statements, in one transaction unless they say otherwise. The rows are dropped.
    [[nodiscard]] Result<Done> execScript(const QByteArray &sql);

    /// "COPY … FROM STDIN": copyBegin, any number of copyRow, copyEnd. After an error of copyRow or copyEnd
    /// nothing was loaded. `line`: one or more lines in COPY's text form; a missing last newline is added.
    [[nodiscard]] Result<Done> copyBegin(const QByteArray &sql);
    [[nodiscard]] Result<Done> copyRow(const QByteArray &line);
    [[nodiscard]] Result<Done> copyEnd();
    /// A value as COPY's text form wants it (backslash, tab and line breaks escaped). NULL is "\\N", not
    /// escaped.
    [[nodiscard]] static QByteArray copyEscaped(const QByteArray &value);

    [[nodiscard]] QByteArray quotedIdentifier(const QByteArray &name) const;
    [[nodiscard]] QByteArray quotedLiteral(const QByteArray &text) const;

    /// False once the server has been found gone; it can still be true before the first failing call.
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] bool usedPassword() const; ///< the server asked for one when it was opened
    [[nodiscard]] bool usesTls() const;
    void close() { m_conn.reset(); }
    [[nodiscard]] PGconn *handle() const { return m_conn.get(); } ///< stays owned by this object

private:
    struct Closer {
        void operator()(PGconn *conn) const;
    };
    [[nodiscard]] Result<PgRows> take(pg_result *result);
    [[nodiscard]] Error connectionError(const QString &what) const;

    std::unique_ptr<PGconn, Closer> m_conn;
};

} // namespace desk
