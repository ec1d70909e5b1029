// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/desktime.h"
#include "app/lookup/callerfile.h"

#include <QHash>

namespace desk {

/// What the answer to a requester may be drawn from.
struct AnswerContext {
    TicketNumber number{0}; ///< 0: the letter names no number
    TicketNumber duplicateOf{0};
    QList<TicketNumber> merged = {}; ///< the requests answered together with this one, as far as they are known
    int mergedCount = 0; ///< how many there are, known or not
    bool othersRead = false; ///< the answer goes to other addresses too: it names nobody
    QString siret, denomination;
    QString requesterName; ///< an outsider's text
    QString outcome; ///< code of the outcome list; empty: not chosen yet
    QString outcomeText; ///< the agent's words that go with it
    QList<PastOperation> operations; ///< those done for this ticket, see operationsFor()
    QStringList walkTitles;
    QHash<QString, QString> settings; ///< SessionInfo::settings
    QTimeZone zone = deskTimeZone(); ///< times are written in it
};

/// A polite French letter that says what was done and what to do next: the agent edits it, so it is a draft, but it can
/// be sent as it is. Says nothing that is not known; never holds a placeholder. It names no identifiant, since the
/// requester is not always the holder of the account. At most 4,000 characters. Pure.
[[nodiscard]] QString draftAnswer(const AnswerContext &context);

/// Places left to fill in a text about to be sent: "{…}", "<…>", "[…]" around words, "…………", "XXX". In their order,
/// each once.
[[nodiscard]] QStringList unfilledPlaceholders(const QString &text);

/// The operations done during `call` or for `ticket`, oldest first; a null call counts for none.
[[nodiscard]] QList<PastOperation> operationsFor(const CallerFile &file, const QUuid &call, TicketNumber ticket);
/// Titles of the scripts walked during `call` or for `ticket`, oldest first, each once.
[[nodiscard]] QStringList walkTitlesFor(const CallerFile &file, const QUuid &call,
                                        TicketNumber ticket = TicketNumber(0));
/// What the file knows of an answer to `ticket`, should `duplicates` be merged into it first: those and what was merged
/// before, and whether somebody else reads it.
[[nodiscard]] AnswerContext answerContext(const CallerFile &file, const Ticket &ticket, const QUuid &call,
                                          const QList<Ticket> &duplicates = {});
/// The answers to both go to one person, as far as what is shown of them tells.
[[nodiscard]] bool sameRequester(const Ticket &one, const Ticket &other);

} // namespace desk
