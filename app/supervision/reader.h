// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/core/whenfinished.h"
#include "app/session/sessionservice.h"

#include <QObject>

#include <functional>

namespace desk {

/// What a page reads and where that stands. What was read stays while it is read again, and when reading again fails.
/// GUI thread.
class ReaderBase : public QObject {
    Q_OBJECT
public:
    explicit ReaderBase(SessionService &session, QObject *parent = nullptr);

    [[nodiscard]] bool isReading() const { return m_reading; }
    [[nodiscard]] bool hasValue() const { return m_hasValue; }
    /// Why the last reading failed; nullptr when it did not.
    [[nodiscard]] const Error *error() const { return m_failed ? &m_error : nullptr; }

Q_SIGNALS:
    void changed(); ///< reading began or ended

protected:
    void begin();
    void end(bool ok, const Error &error = {});
    void drop(); ///< the value is not this person's any more

    SessionService &m_session;
    bool m_reading = false, m_again = false, m_hasValue = false, m_failed = false;
    int m_request = 0;
    Error m_error;
};

/// Reads one thing through `ask`, newest answer only. Asked for again while it reads, it reads once more afterwards.
template <class T> class Reader : public ReaderBase {
public:
    using Ask = std::function<QFuture<Result<T>>()>;
    Reader(SessionService &session, QString what, Ask ask, QObject *parent = nullptr)
        : ReaderBase(session, parent), m_what(std::move(what)), m_ask(std::move(ask))
    {
    }

    [[nodiscard]] const T &value() const { return m_value; }

    void read()
    {
        if (m_reading) {
            m_again = true;
            return;
        }
        if (m_session.state() != SessionService::State::Connected) {
            end(false, {Error::Code::Unavailable, QStringLiteral("no connection")});
            return;
        }
        begin();
        const int request = m_request;
        const int generation = m_session.generation();
        whenFinished(m_session.activity().watch(m_what, m_ask()), this,
                     [this, request, generation](const auto &answer) {
                         if (request == m_request)
                             onAnswer(answer, generation);
                     });
    }
    /// Forgets what is being read and what was read: another person is logged in, or something else is asked.
    void reset()
    {
        m_value = {};
        drop();
    }

private:
    void onAnswer(const Result<T> &answer, int generation)
    {
        if (answer)
            m_value = *answer;
        const bool lost = !answer
            && (answer.error().code == Error::Code::Unavailable || answer.error().code == Error::Code::Timeout);
        const bool again = m_again;
        end(answer.has_value(), answer ? Error() : answer.error());
        if (lost)
            m_session.reportLost(generation);
        else if (again)
            read();
    }

    QString m_what;
    Ask m_ask;
    T m_value{};
};

} // namespace desk
