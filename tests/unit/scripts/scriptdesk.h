// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/operations/operationservice.h"
#include "app/scripts/scriptservice.h"
#include "app/session/sessionservice.h"
#include "tests/support/fakestores.h"
#include "tests/unit/scripts/situations.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace desk::test {

/// The service on fake ports, wired as the program does it.
struct Desk {
    explicit Desk(FakeLocalStore &localStore) : local(localStore)
    {
        SessionInfo info;
        info.serverTime = situations::now();
        sessions.logIns.always = info;
        sessions.pulses.always = Pulse();
        sessions.scripts.always = QList<PublishedScript>();
        operationStore.finds.always = Result<std::optional<OperationOutcome>>(std::nullopt);
        operationStore.carryOut = [this](const OperationRequest &request) -> Result<OperationOutcome> {
            if (refuseWith)
                return Failure(*refuseWith);
            return OperationOutcome{request.id, request.kind, false, situations::now(), result};
        };
        session.logIn({}, {}, false);
        QTest::qWait(0);
        QObject::connect(&operations, &OperationService::finished, &scripts, [this](const OperationOutcome &outcome) {
            if (outcome.kind != OperationKind::WalkSave)
                scripts.operationDone(outcome);
        });
        QObject::connect(&operations, &OperationService::failed, &scripts,
                         [this](const QUuid &, const Error &error) { scripts.operationRefused(error.rule); });
    }
    void open(const CallerFile &file, qint64 account = 11)
    {
        scripts.setContext(file, account ? std::optional(AccountId(account)) : std::nullopt, situations::settings());
    }
    [[nodiscard]] QList<OperationRequest> walks() const
    {
        QList<OperationRequest> found;
        for (const OperationRequest &request : operationStore.submitted) {
            if (request.kind == OperationKind::WalkSave)
                found.append(request);
        }
        return found;
    }
    void carryOut(const QJsonObject &outcome)
    {
        result = outcome;
        const auto request = scripts.operationRequest();
        QVERIFY(request);
        QSignalSpy finished(&operations, &OperationService::finished);
        operations.submit(*request);
        QTRY_VERIFY(finished.count() > 0); // an end is kept as a second operation
        result = {};
    }
    void refuse(const OperationRequest &request, const QString &rule)
    {
        refuseWith = Error{Error::Code::Refused, {}, rule};
        QSignalSpy failed(&operations, &OperationService::failed);
        operations.submit(request);
        QTRY_COMPARE(failed.count(), 1);
        refuseWith.reset();
    }

    FakeLocalStore &local;
    FakeOperationStore operationStore;
    QJsonObject result; ///< of the operations to come
    std::optional<Error> refuseWith;
    FakeSessionStore sessions;
    FakeSecretStore secrets;
    ServerClock clock;
    SessionService session{sessions, secrets, clock};
    OperationService operations{operationStore, session, local};
    ScriptService scripts{operations, local, clock};
};

/// The scripts of the desk as published in `version`.
inline QList<PublishedScript> shipped(int version = 1)
{
    QList<PublishedScript> scripts;
    const QDir folder(QStringLiteral(DESK_SCRIPT_FOLDER));
    const QStringList names = folder.entryList({QStringLiteral("*.yaml")}, QDir::Files);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            scripts.append({QFileInfo(name).completeBaseName(), version, QString::fromUtf8(file.readAll())});
    }
    return scripts;
}

/// A desk of its own for each test, with the shipped scripts in force.
class OnShippedScripts {
protected:
    void begin()
    {
        m_local = std::make_unique<FakeLocalStore>();
        m_desk = std::make_unique<Desk>(*m_local);
        scripts().setScripts(shipped());
        QVERIFY(scripts().problems().isEmpty());
    }
    void end()
    {
        m_desk.reset();
        m_local.reset();
    }
    [[nodiscard]] ScriptService &scripts() const { return m_desk->scripts; }

    std::unique_ptr<FakeLocalStore> m_local;
    std::unique_ptr<Desk> m_desk;
};

} // namespace desk::test
