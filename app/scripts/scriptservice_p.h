// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

// What ScriptService holds. For scriptservice.cpp only.

#include "app/operations/operationservice.h"
#include "app/scripts/scriptsearch.h"
#include "app/scripts/scriptservice.h"
#include "app/scripts/scriptwalk.h"
#include "app/scripts/walkkeeper.h"

namespace desk {

class ScriptService::Private {
public:
    Private(ScriptService &owner, OperationService &operationService, LocalStore &localStore, ServerClock &serverClock)
        : q(owner), clock(serverClock),
          keeper(localStore, [&operationService](const OperationRequest &request) { operationService.submit(request); })
    {
    }

    ScriptService &q;
    ServerClock &clock;
    WalkKeeper keeper;

    CataloguePtr catalogue = ScriptCatalogue::fromParsed({});
    ScriptSearch index{*catalogue};
    QList<PublishedScript> lastGood; ///< what of this log-in's scripts could be used, as it was published

    std::optional<CallerFile> file;
    std::optional<AccountId> account;
    bool chosen = true; ///< that account, by somebody; false: it is only likely
    QHash<QString, QString> settings;
    QUuid call;
    TicketNumber ticket{0}, worked{0}; ///< the likely one; the one that is worked on
    TicketNumber walkTicket{0}; ///< what the walk under way is kept for without a call
    QList<Proposal> proposals;

    std::optional<ScriptWalk> walk;
    std::optional<CallerFile> walkFile; ///< what the walk is about; stays when another file is opened
    QJsonObject unread; ///< a walk from before, as it was kept, whose scripts are not found yet
    bool saved = false; ///< the end of this walk was handed over to be kept
    QList<CarriedOut> done; ///< in this call
    QHash<QUuid, AccountId> offered; ///< operations handed out, with the account they are for
    struct Failure {
        QUuid id;
        QString kind;
    };
    std::optional<Failure> lastFailure;

    [[nodiscard]] FactContext context(const std::optional<CallerFile> &about, std::optional<AccountId> who) const
    {
        FactContext facts;
        facts.now = clock.now();
        facts.settings = settings;
        if (about) {
            facts.file = &*about;
            if (who)
                facts.account = about->account(*who);
        }
        return facts;
    }
    [[nodiscard]] FactContext walkContext() const
    {
        const AccountId who = walk ? walk->subject.account : AccountId(0);
        return context(walkFile, who.value() ? std::optional(who) : std::nullopt);
    }

    void useCatalogue(CataloguePtr replacement);
    [[nodiscard]] QList<PublishedScript> withLastGood(const QList<PublishedScript> &scripts) const;
    void diagnoseAgain();
    [[nodiscard]] std::optional<AccountId> accountFor(const QString &scriptId) const;
    [[nodiscard]] bool walkIsForOpenFile() const;
    void takeUpTicket();
    void followContext();
    void begin(const QString &scriptId);
    void close(bool keepUnfinished);
    void moved();
    void persist() { keeper.keepUnderWay(walk ? walk->toDocument() : unread, saved, done); }
    void takeUpSaved();
    void takeBack(const OperationOutcome &outcome);
    void resume(ScriptWalk kept, bool wasSaved);
    void resumeUnread();
    void giveUpUnread();
    [[nodiscard]] QString identifiantOf(AccountId id) const;
    [[nodiscard]] QString about() const;
};

} // namespace desk
