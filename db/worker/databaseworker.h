// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "db/worker/canceller.h"
#include "db/worker/databasesession.h"
#include "db/worker/request.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <memory>
#include <type_traits>
#include <vector>

namespace desk {

/// One thread with one connection to the central database. Requests are carried out in the order they came; each is
/// answered by its deadline whatever the server does, and the connection of one that was given up is closed. A lost
/// connection is opened again by the next request. Use from the thread that made it (the GUI's); nothing blocks there.
/// libpq rather than Qt SQL: Qt writes bound values into the text of statements, which the server may log, prepares in
/// a round trip of its own, and hides the SQLSTATE of a refused connection.
class DatabaseWorker : public QObject {
    Q_OBJECT
public:
    struct Options {
        std::chrono::milliseconds deadline = std::chrono::seconds(15);
        bool deadlineFromStart = false; ///< not counting the time spent behind earlier requests
        bool retry = false; ///< a read: asked once more when the connection turns out to be gone
        bool newestOnly = false; ///< a newer one answers this one with Cancelled and stops it on the server
    };

    /// `idle`: closes the connection after so long without a request; 0: never.
    explicit DatabaseWorker(std::chrono::milliseconds idle = {}, QObject *parent = nullptr);
    ~DatabaseWorker() override;

    /// Drops the connection and whatever was under way (Unavailable, rule "connection_lost"); opened at the next
    /// request.
    void configure(const ConnectTo &where, DatabaseSession::Greeting greeting = {});
    /// The same, and requests are refused (Unavailable) until configured again. Forgets the password.
    void close();
    /// For when the connection is opened anew; the open one goes on.
    void setPassword(const QString &password);

    /// `query`: Result<T>(DatabaseSession &), run in the worker's thread.
    template <class Query>
    [[nodiscard]] auto run(const Options &options, Query query)
        -> QFuture<std::invoke_result_t<Query, DatabaseSession &>>
    {
        using Answer = std::invoke_result_t<Query, DatabaseSession &>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        const auto answer = [promise](Answer result) {
            promise->addResult(std::move(result));
            promise->finish();
        };
        auto request = std::make_shared<Request>([answer](const Error &error) { answer(Answer(Failure(error))); },
                                                 options.newestOnly);
        post(options, request, [request, answer, query = std::move(query), retry = options.retry](DatabaseSession &db) {
            Answer result = attempt<Answer>(db, query);
            if (!result && retry && !db.isOpen() && result.error().rule == QLatin1StringView("connection_lost")
                && !request->isAnswered())
                result = attempt<Answer>(db, query);
            if (request->claim())
                answer(std::move(result));
        });
        return promise->future();
    }

private:
    using Job = std::function<void(DatabaseSession &)>;

    template <class Answer, class Query> static Answer attempt(DatabaseSession &db, const Query &query)
    {
        const auto open = db.ensureOpen();
        return open ? query(db) : Answer(Failure(open.error()));
    }
    void post(const Options &options, const std::shared_ptr<Request> &request, Job job);
    void startDeadline(const std::shared_ptr<Request> &request, std::chrono::milliseconds deadline);
    void replaceOlder(const std::shared_ptr<Request> &request);
    void carryOut(const std::shared_ptr<DatabaseSession> &session, const std::shared_ptr<Request> &request,
                  const Job &job);
    void dropAll();
    void rest();

    std::chrono::milliseconds m_idle;
    QThread m_thread;
    QObject *m_context; ///< lives in the thread
    QTimer m_idleTimer;
    Canceller m_canceller;
    std::shared_ptr<DatabaseSession> m_session; ///< replaced here, used and destroyed in the thread only
    std::vector<std::weak_ptr<Request>> m_requests;
    std::weak_ptr<Request> m_newest; ///< of those where only the newest counts
};

} // namespace desk
