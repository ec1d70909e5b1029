// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/programs/console/wiring.h"

#include "app/calls/callservice.h"
#include "app/core/logcategories.h"
#include "app/core/whenfinished.h"
#include "app/local/localstore.h"
#include "app/operations/operationservice.h"
#include "app/scripts/scriptservice.h"
#include "app/session/sessionservice.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QJsonObject toCache(const QList<PublishedScript> &scripts)
{
    QJsonArray array;
    for (const PublishedScript &script : scripts)
        array.append(QJsonObject{{"id"_L1, script.id}, {"version"_L1, script.version}, {"yaml"_L1, script.yaml}});
    return {{"scripts"_L1, array}};
}

QList<PublishedScript> fromCache(const QJsonObject &cache)
{
    QList<PublishedScript> scripts;
    const QJsonArray array = cache.value("scripts"_L1).toArray();
    for (const auto &value : array) {
        const QJsonObject script = value.toObject();
        scripts.append(
            {script.value("id"_L1).toString(), script.value("version"_L1).toInt(), script.value("yaml"_L1).toString()});
    }
    return scripts;
}

/// The request this call is most likely about: the only open one, or the only open one that is no duplicate.
std::optional<TicketNumber> ticketOf(const CallerFile &file)
{
    std::optional<TicketNumber> found;
    for (const Ticket &ticket : file.tickets) {
        if (!ticket.isOpen() || ticket.duplicateOf.value() != 0)
            continue;
        if (found)
            return std::nullopt;
        found = ticket.number;
    }
    return found;
}

} // namespace

Wiring::Wiring(const Parts &parts, QString scriptFolder, QObject *parent)
    : QObject(parent), m_(parts), m_scriptFolder(std::move(scriptFolder))
{
    connect(&m_.session, &SessionService::loggedIn, this, &Wiring::onLoggedIn);
    connect(&m_.session, &SessionService::reconnected, this, &Wiring::loadScripts);
    connect(&m_.session, &SessionService::stateChanged, this, [this](SessionService::State state) {
        if (state == SessionService::State::LoggedOut)
            m_.local.close(); // the next person finds nothing of this one
    });
    connect(&m_.operations, &OperationService::finished, this, &Wiring::onOperationFinished);
    connect(&m_.operations, &OperationService::failed, this, [this](const QUuid &, const Error &error) {
        m_.scripts.operationRefused(error.rule);
        if (error.code == Error::Code::Conflict)
            m_.cases.refresh();
    });
    connect(&m_.cases, &CaseService::fileChanged, this, &Wiring::tellScriptsTheCase);
    connect(&m_.cases, &CaseService::accountSelected, this, &Wiring::tellScriptsTheCase);
    connect(&m_.calls, &CallService::changed, this, &Wiring::tellScriptsTheCall);
    connect(&m_.calls, &CallService::closed, this, [this] {
        m_.scripts.callEnded();
        m_.cases.refresh();
    });
    connect(&m_.scripts, &ScriptService::versionsWanted, this, [this](const QStringList &ids) {
        whenFinished(m_.store.earlierScripts(ids), this, [this](const Result<QList<PublishedScript>> &older) {
            if (older) // else it is asked again after the next reconnection
                m_.scripts.resumeWith(*older);
        });
    });
    if (!m_scriptFolder.isEmpty())
        m_.scripts.loadFolder(m_scriptFolder);
}

void Wiring::onLoggedIn(const SessionInfo &info)
{
    const QString owner = info.login + u'@' + m_.session.settings().keychainKey();
    m_.local.allowKeychain(m_.session.settings().kind != ConnectionSettings::Kind::Private);
    whenFinished(m_.local.open(owner), this, [this](const Result<Done> &opened) {
        if (!opened)
            qCWarning(logLocalStore) << "the local store cannot be opened:" << opened.error().detail;
        m_.calls.restore();
        m_.scripts.restore();
        m_.operations.resolveLeftovers();
        loadScripts();
    });
}

void Wiring::loadScripts()
{
    if (!m_scriptFolder.isEmpty())
        return;
    whenFinished(m_.store.publishedScripts(), this, [this](const Result<QList<PublishedScript>> &scripts) {
        if (!scripts) {
            useCachedScripts();
            return;
        }
        useScripts(*scripts);
        if (const QStringList unusable = m_.scripts.unusable(*scripts); !unusable.isEmpty())
            fallBack(*scripts, unusable);
    });
}

void Wiring::useScripts(const QList<PublishedScript> &scripts)
{
    m_.scripts.setScripts(scripts);
    whenFinished(m_.local.cacheScripts(toCache(scripts)), this, [](const Result<Done> &kept) {
        if (!kept)
            qCWarning(logLocalStore) << "the scripts could not be kept for later:" << kept.error().detail;
    });
}

// What this program cannot read stays in use as it last could.
void Wiring::fallBack(const QList<PublishedScript> &scripts, const QStringList &unusable)
{
    whenFinished(m_.store.earlierScripts(unusable), this, [this, scripts](const Result<QList<PublishedScript>> &older) {
        if (!older)
            qCWarning(logScripts) << "earlier versions could not be read:" << older.error().detail;
        else if (!older->isEmpty())
            useScripts(scripts + *older);
    });
}

void Wiring::useCachedScripts()
{
    whenFinished(m_.local.cachedScripts(), this, [this](const Result<QJsonObject> &cache) {
        if (cache && !cache->isEmpty())
            m_.scripts.setScripts(fromCache(*cache));
    });
}

void Wiring::onOperationFinished(const OperationOutcome &outcome)
{
    if (outcome.kind == OperationKind::WalkSave)
        return;
    m_.scripts.operationDone(outcome);
    m_.cases.refresh();
    m_.session.pulseNow();
}

void Wiring::tellScriptsTheCase()
{
    const CallerFile &file = m_.cases.file();
    const Account *account = m_.cases.selectedAccount();
    m_.scripts.setContext(file, account != nullptr ? std::optional(account->id) : std::nullopt,
                          m_.session.info().settings, m_.cases.accountIsChosen());
    m_.session.watch(file.establishment.id.value(), account != nullptr ? account->id.value() : 0);
    tellScriptsTheCall();
}

void Wiring::tellScriptsTheCall()
{
    const TicketNumber worked = m_.cases.ticket();
    m_.scripts.setCall(m_.calls.id(), worked.value() > 0 ? std::optional(worked) : ticketOf(m_.cases.file()), worked);
}

} // namespace desk
