// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/id.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace desk {

/// A script the facts point to, already walked as far as they decide (Diagnosis in diagnosis.h).
struct Proposal {
    QString scriptId;
    int number = 0; ///< 33-56, or 0
    QString title;
    QString reason; ///< French, e.g. "3 mots de passe erronés à 14:02"
    AccountId account{0}; ///< the account it is about; 0: the establishment
    int weight = 0; ///< the higher, the likelier
    QString nodeId; ///< where it opens: the first node the facts leave open
    friend bool operator==(const Proposal &, const Proposal &) = default;
};

/// One search hit in the script library.
struct ScriptHit {
    QString scriptId;
    int number = 0;
    QString title;
    QString excerpt;
    friend bool operator==(const ScriptHit &, const ScriptHit &) = default;
};

struct AnswerView {
    QString id, label;
    bool operation = false; ///< choosing it carries out an operation, the step's or the one that takes it back
    bool visited = false; ///< already chosen once in this walk
    friend bool operator==(const AnswerView &, const AnswerView &) = default;
};

/// The operation a "do" node offers, with everything filled in but the reason.
struct StepOperation {
    QString kind; ///< OperationKind
    QString label; ///< French, for the button
    AccountId account{0};
    bool possible = true;
    QString whyNot; ///< French; empty when possible
    bool carriedOut = false; ///< in this walk already
    friend bool operator==(const StepOperation &, const StepOperation &) = default;
};

/// What the panel draws for the current node.
struct StepView {
    enum class Kind { Say, Ask, Check, Do, End };
    Kind kind = Kind::Say;
    QString nodeId;
    QString say; ///< words for the caller, placeholders filled; a missing value reads "[valeur manquante : …]"
    QString instruction; ///< for the agent
    QString evidence; ///< what the database decided, e.g. "verrou posé à 14:02, levée automatique à 14:32"
    bool evidenceKnown = false; ///< a check the facts decided; false: a question in its place
    QList<AnswerView> answers; ///< in the order of their digits
    std::optional<StepOperation> operation;
    QString outcome; ///< of an End: its code
    QString outcomeLabel;
    bool hasMissingValue = false;
    QString title; ///< short name of the node
    QString about; ///< whom the walk is about, e.g. "claire.fontan · Boulangerie du Capitole"; empty: nobody yet
    bool elsewhere = false; ///< the file on the screen is somebody else's, or another of its accounts is picked
};

/// One element of the breadcrumb.
struct PathStep {
    QString scriptId, nodeId;
    QString title; ///< short name of the node
    QString answer; ///< label of the answer given, or of what the check decided
    bool decided = false; ///< by the facts
    bool overruled = false; ///< by the agent, against the facts
    QString evidence;
    friend bool operator==(const PathStep &, const PathStep &) = default;
};

/// A script file that could not be used: where and why, in French.
struct ScriptProblem {
    QString file;
    int line = 0;
    QString reason;
    friend bool operator==(const ScriptProblem &, const ScriptProblem &) = default;
};

} // namespace desk
