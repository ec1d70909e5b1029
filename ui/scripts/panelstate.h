// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scripts/stepview.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace desk {

class CallService;
class CaseService;
class ScriptService;

/// One row the agent can choose in the current step, in the order of the digits.
struct StepOption {
    enum class Kind {
        Answer, ///< `id` is the answer's
        Operation, ///< the operation of the step: opens its sheet
        Inverse, ///< what takes it back, once carried out: opens its sheet
        Restart, ///< after an end: the same script from its start
        Leave ///< after an end: back to the diagnosis
    };
    Kind kind = Kind::Answer;
    QString id, label;
    QString whyNot; ///< French; not empty: shown, cannot be chosen
    bool operation = false; ///< leads to an operation: carries the chip
    bool visited = false;
    friend bool operator==(const StepOption &, const StepOption &) = default;
};

/// Everything the script panel draws, as one value: the widgets know no service, so that tests and pictures
/// need none.
struct PanelState {
    bool fileOpen = false;
    bool fileUnknown = false; ///< a file is open, but of something the central database does not know
    QString subject; ///< whom the diagnosis is for: the identifiant, or the establishment's name
    bool severalAccounts = false; ///< D has somewhere to go
    bool accountChosen = false; ///< false: all of them are diagnosed
    QList<Proposal> proposals;
    int currentProposal = -1; ///< the one whose script is being walked

    bool walking = false;
    QString title; ///< of the script the step belongs to
    StepView step;
    QList<PathStep> path; ///< the steps before this one
    QList<int> found; ///< steps of `path` the database decided just before this one: shown, and can be contradicted
    QStringList done; ///< carried out in this call
    bool inCall = false; ///< else the walk is kept with the request that is worked on
};

/// What there is to show now.
[[nodiscard]] PanelState panelState(const ScriptService &scripts, const CaseService &cases, const CallService &calls);

/// Which steps of `path` the database decided since the agent's last answer and has an evidence for: the
/// latest two at most, oldest first.
[[nodiscard]] QList<int> foundSteps(const QList<PathStep> &path);

/// The walk is about somebody else than the file on the screen: it stays with its own.
[[nodiscard]] bool isElsewhere(const PanelState &state);

/// What a screen reader is told of a new step: the outcome, the words, what to do.
[[nodiscard]] QString stepWords(const PanelState &state);

/// The rows of `step`: its answers in their order; after an end, what can be done next.
[[nodiscard]] QList<StepOption> stepOptions(const StepView &step);

} // namespace desk
