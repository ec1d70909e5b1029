// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/clock.h"
#include "app/local/localstore.h"
#include "app/lookup/callerfile.h"
#include "app/operations/operation.h"
#include "app/scripts/stepview.h"
#include "app/session/sessioninfo.h"

#include <QObject>

#include <memory>

namespace desk {

class OperationService;

/// The scripts of the desk, the diagnosis of the open file, and the walk under way. GUI thread. The engine below it
/// (Script, ScriptParser, ScriptWalk, Diagnosis) is pure; this class gives it the file, the time and the settings,
/// keeps the walk in the local store, and saves it with its call when it ends.
class ScriptService : public QObject {
    Q_OBJECT
public:
    ScriptService(OperationService &operations, LocalStore &local, ServerClock &clock, QObject *parent = nullptr);
    ~ScriptService() override;

    /// Replaces the catalogue; scripts that do not parse or lint are left out and listed in problems(). A walk under
    /// way goes on with the version it began. Where a new version is of no use, the one in use until now stays.
    void setScripts(const QList<PublishedScript> &scripts);
    /// The same from the files of a folder (an author's preview), `version` 0.
    void loadFolder(const QString &folder);
    [[nodiscard]] const QList<ScriptProblem> &problems() const;
    /// What could be better in the scripts that can be used; see adviseScript().
    [[nodiscard]] QList<ScriptProblem> advice() const;
    /// Those of `scripts` that cannot be walked in any version they were given in.
    [[nodiscard]] QStringList unusable(const QList<PublishedScript> &scripts) const;

    /// The file and the caller's account changed: facts are evaluated, the diagnosis made anew; the step shown is
    /// evaluated again but never left by itself. A walk with answers in it stays with its own file and account when
    /// others come on the screen (StepView::about says whose it is); restart() takes the ones on the screen. One
    /// without answers goes with its file.
    /// `chosen`: somebody picked or looked for that account; else it is only likely, and every account is diagnosed.
    void setContext(const CallerFile &file, std::optional<AccountId> account, const QHash<QString, QString> &settings,
                    bool chosen = true);
    /// `worked`: the ticket that is worked on; without a call, what is walked in its file is kept for it.
    void setCall(const QUuid &call, std::optional<TicketNumber> ticket, TicketNumber worked = TicketNumber(0));
    [[nodiscard]] QList<Proposal> proposals() const;
    [[nodiscard]] QList<ScriptHit>
    search(const QString &text) const; ///< number, title, wordings, texts; all when empty

    /// Starts `scriptId` and walks on through what the facts decide, up to the first open node.
    void start(const QString &scriptId);
    [[nodiscard]] bool walking() const;
    [[nodiscard]] QString title() const; ///< of the script the current node belongs to
    [[nodiscard]] StepView step() const;
    [[nodiscard]] QList<PathStep> path() const;
    void answer(const QString &answerId);
    /// Takes the other branch of the check at `pathIndex` (or the current one); recorded.
    void overrule(int pathIndex, const QString &answerId);
    void back(); ///< never undoes an operation
    void restart();
    void jumpTo(int pathIndex);
    /// The operation of the current "do" node, ready to confirm; nullopt when the node offers none or it is not
    /// possible. Keep its id: a refusal is recognised by it.
    [[nodiscard]] std::optional<OperationRequest> operationRequest() const;
    /// What takes back the operation of the current "do" node, ready to confirm; nullopt when it was not carried out
    /// in this walk, or nothing takes it back.
    [[nodiscard]] std::optional<OperationRequest> inverseRequest() const;
    /// An operation was carried out in this call, from the walk or beside it: listed, and a matching "do" node moves
    /// on.
    void operationDone(const OperationOutcome &outcome);
    /// The operation of the current node was refused: its `refused` branch is taken, unless another entry in the form
    /// would satisfy the rule, or the operation that failed was another one.
    void operationRefused(const QString &rule);
    [[nodiscard]] QStringList doneInThisCall() const; ///< French, one sentence each
    void abandon(); ///< leaves the walk; saved with outcome "abandoned" when it had at least one answer
    /// A call ended: the walk under way is saved and closed.
    void callEnded();
    void restore(); ///< the walk that was under way when the console stopped
    /// An answer to versionsWanted(): the walk goes on with its own versions if they are among these and those in
    /// force, else it ends and is kept.
    void resumeWith(const QList<PublishedScript> &versions);

Q_SIGNALS:
    /// The walk from before was begun with versions that are not here: earlier ones of these scripts are needed.
    void versionsWanted(const QStringList &scripts);
    /// The walk from before cannot go on; what was walked is handed over to be kept.
    void walkLost(const QString &title);
    void catalogueChanged();
    void proposalsChanged();
    void stepChanged();
    void walkSaved(const QUuid &walk);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace desk
