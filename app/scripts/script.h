// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"
#include "app/scripts/facts.h"
#include "app/scripts/scriptoperations.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <memory>
#include <optional>
#include <variant>

namespace desk {

// A script as its file says it, checked for form. Values, immutable once parsed. `line` is counted from 1 and points
// into the file, for the linter. Texts are French, already given their no-break spaces and apostrophes; placeholders
// are still in them.

/// Answers the engine makes itself; no file may name one.
namespace EngineAnswer {
inline constexpr QLatin1StringView Continue{"suite"}; ///< of a "say"
inline constexpr QLatin1StringView Otherwise{"autre"}; ///< of a check: every value without a branch
inline constexpr QLatin1StringView Operation{"operation"}; ///< of a "do": carries it out
inline constexpr QLatin1StringView AlreadyDone{"deja_fait"}; ///< of a "do" that was carried out in this walk
inline constexpr QLatin1StringView Inverse{"inverse"}; ///< of a "do" that was carried out: takes it back
inline constexpr QLatin1StringView NotPossible{"impossible"}; ///< of a "do" that cannot be carried out now
inline constexpr QLatin1StringView Refused{"refusee"}; ///< recorded when the database refused
inline constexpr QLatin1StringView Return{"retour"}; ///< of an "end" reached through a goto that comes back
}
[[nodiscard]] const QStringList &reservedAnswers();

/// One branch: an answer of the caller, a value of a fact, or another way out of a "do".
struct Branch {
    QString id; ///< [a-z][a-z0-9_]*; of a check: a value of its fact, or empty for `otherwise`
    QString label;
    QString next; ///< a node of the same script
    int line = 0;
    friend bool operator==(const Branch &, const Branch &) = default;
};

/// Text to read aloud; one way on.
struct SayNode {
    QString next;
    QString label; ///< of the one answer
};

/// A question the caller answers.
struct AskNode {
    QList<Branch> answers;
};

/// A fact the database decides, and the agent may overrule.
struct CheckNode {
    Fact fact = Fact::EstablishmentKnown;
    QString question; ///< shown when the database cannot tell; the fact's own when empty
    QString assume; ///< the value taken, without asking, when the database cannot tell; empty: ask
    QList<Branch> answers; ///< id = value of the fact
    std::optional<Branch> otherwise; ///< every value that has no branch of its own

    [[nodiscard]] const Branch *branchFor(const QString &value) const;
};

/// An operation, started from here with everything filled in.
struct DoNode {
    ScriptOperation operation = ScriptOperation::Unlock;
    bool onOtherAccount = false; ///< on the other account habilitated on this SIRET, not the caller's
    QString label; ///< of the button
    QString reason; ///< code of the operation-reason list proposed to the agent; may be empty
    QHash<QString, QString> with; ///< parameters, placeholders allowed
    QString done; ///< where to go on once it is carried out
    QString refused; ///< where to go on when it is refused or not possible
    QList<Branch> answers; ///< ways on without the operation
};

/// Another script, and back when `back` names a node.
struct GotoNode {
    QString script;
    QString node; ///< of that script; its start when empty
    QString back; ///< of this script: where its end leads; the end of the walk when empty
};

struct EndNode {
    QString outcome; ///< a code of walkOutcomes()
};

using NodeBody = std::variant<SayNode, AskNode, CheckNode, DoNode, GotoNode, EndNode>;

struct Node {
    QString id;
    QString title; ///< short name, for the breadcrumb
    QString say; ///< words for the caller; empty takes no room
    QString instruct; ///< what the agent does; empty takes no room
    int line = 0;
    QHash<QString, int> keyLines; ///< where each of its keys stands
    NodeBody body;

    [[nodiscard]] int lineOf(QLatin1StringView key) const { return keyLines.value(key, line); }

    template <class Body> [[nodiscard]] const Body *as() const { return std::get_if<Body>(&body); }
};

/// One reason to propose the script: a fact that has one of these values.
struct Symptom {
    Fact fact = Fact::EstablishmentKnown;
    QSet<int> values; ///< indices into the fact's choices
    int weight = 0; ///< added to the script's; negative speaks against it
    QString reason; ///< placeholders allowed; empty for a symptom that only strengthens or weakens
    int line = 0;
};

struct Script {
    QString id;
    int number = 0; ///< 33-56, or 0
    QString title;
    QString language; ///< ISO 639-1; "fr"
    QStringList wordings; ///< how callers say it
    QList<Profile> profiles; ///< whom it is for; empty: everyone
    QDate validFrom, validUntil; ///< invalid: no limit; the last day is included
    QString start;
    QList<Symptom> diagnosis;
    QList<Node> nodes; ///< in the order of the file

    int version = 0; ///< as published; 0 for a file
    QString file; ///< for messages
    QString source; ///< the YAML it was read from

    [[nodiscard]] const Node *node(const QString &nodeId) const;
    [[nodiscard]] QStringList nodeIds() const; ///< in the order of the file
    [[nodiscard]] bool validOn(QDate day) const;
    [[nodiscard]] bool isFor(Profile profile) const { return profiles.isEmpty() || profiles.contains(profile); }

    QHash<QString, int> index; ///< node id → position in `nodes`; filled by the parser
    QHash<QString, int> keyLines; ///< where each of its keys stands; filled by the parser
    [[nodiscard]] int lineOf(QLatin1StringView key) const { return keyLines.value(key, 1); }
};

using ScriptPtr = std::shared_ptr<const Script>;

/// How a walk may end: code and French label. A closed list: figures are counted by it.
struct WalkOutcome {
    QLatin1StringView code;
    QStringView label;
};
[[nodiscard]] const QList<WalkOutcome> &walkOutcomes();
/// The French label; the code itself when it is not one of ours.
[[nodiscard]] QString walkOutcomeLabel(const QString &code);
/// Given by the console to a walk that was left before its end; no file may name it.
inline constexpr QLatin1StringView AbandonedOutcome{"abandoned"};

/// The nodes `node` can lead to inside its own script. A goto leads to its `back` node only.
[[nodiscard]] QStringList nextNodes(const Node &node);

} // namespace desk
