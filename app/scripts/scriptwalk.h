// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scripts/scriptcatalogue.h"
#include "app/scripts/stepview.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QUuid>

#include <utility>

namespace desk {

class DocumentReading;

struct WalkPosition {
    QString script, node;
    friend bool operator==(const WalkPosition &, const WalkPosition &) = default;
};
BOOST_DESCRIBE_STRUCT(WalkPosition, (), (script, node))
/// Alone it is a pair: ["script", "node"].
bool readValue(const QJsonValue &value, WalkPosition &to, DocumentReading &in);
[[nodiscard]] QJsonValue written(const WalkPosition &position);

/// One step taken, with everything needed to explain it later.
struct WalkStep {
    WalkPosition at;
    QList<WalkPosition> returns; ///< where ends led when this node was shown, innermost last
    QString title;
    QString answer, answerLabel;
    QString fact; ///< of a check: its id
    QString baseValue; ///< of a check: what the database said; empty when it could not tell
    QString evidence;
    bool decided = false; ///< by the facts, without the agent
    bool overruled = false; ///< by the agent, against the facts
    friend bool operator==(const WalkStep &, const WalkStep &) = default;
};
BOOST_DESCRIBE_STRUCT(WalkStep, (),
                      (at, title, returns, answer, answerLabel, fact, baseValue, evidence, decided, overruled))
template <>
inline constexpr auto documentMarks<WalkStep> = std::array{inlined("at"), named("answerLabel", "label"),
                                                           named("baseValue", "base")};

/// An operation carried out in the call. Going back never takes it out of the list.
struct CarriedOut {
    QUuid id;
    QString kind;
    AccountId account{0};
    QString sentence; ///< French, e.g. "compte claire.fontan déverrouillé"
    QDateTime at;
    InverseOperation inverse = {}; ///< what takes it back
    EstablishmentId establishment{0}; ///< whose file it was done in
    bool takenBack = false;
    bool earlier = false; ///< in this call, before this walk began
    friend bool operator==(const CarriedOut &, const CarriedOut &) = default;
};
BOOST_DESCRIBE_STRUCT(CarriedOut, (), (id, kind, account, establishment, sentence, at, inverse, takenBack, earlier))

/// Whom a walk is about, and what it is attached to. 0 or null: nothing.
struct WalkSubject {
    EstablishmentId establishment{0};
    AccountId account{0};
    TicketNumber ticket{0};
    QUuid call;
    friend bool operator==(const WalkSubject &, const WalkSubject &) = default;
};
BOOST_DESCRIBE_STRUCT(WalkSubject, (), (establishment, account, ticket, call))

/// A walk through scripts: a pure state machine, state + answer → state. Every function that moves takes the facts of
/// the moment (their `now` is the time of the move) and goes on by itself through what they decide. Moves that make no
/// sense at the current node change nothing and answer false. A value: copy it to keep a state.
class ScriptWalk {
public:
    /// nullopt: no such script in the catalogue. The catalogue stays the walk's own to its end.
    [[nodiscard]] static std::optional<ScriptWalk> begin(CataloguePtr catalogue, const QString &scriptId,
                                                         const FactContext &context);

    bool answer(const QString &answerId, const FactContext &context);
    /// The check at `index` of the path (or the current node, at the path's size) is given another value. With an empty
    /// `answerId` a fact of two values takes the other one, a fact of more is asked.
    bool overrule(qsizetype index, const QString &answerId, const FactContext &context);
    /// To the last node the agent answered; what the facts decided in between is decided again. Operations stay done.
    bool back(const FactContext &context);
    /// Back to any earlier step, which is then shown even when the facts decide it.
    bool jumpTo(qsizetype index, const FactContext &context);
    void restart(const FactContext &context);
    /// Lists what was carried out; a current "do" of that kind moves on. True when it moved.
    bool operationDone(const CarriedOut &done, const FactContext &context);
    /// The current "do" takes its refused branch; `why` is kept as evidence.
    bool operationRefused(const QString &why, const FactContext &context);

    [[nodiscard]] const Node &current() const;
    [[nodiscard]] ScriptPtr currentScript() const { return m_catalogue->script(m_at.script); }
    [[nodiscard]] ScriptPtr root() const { return m_catalogue->script(m_root); }
    [[nodiscard]] const WalkPosition &position() const { return m_at; }
    [[nodiscard]] const QList<WalkStep> &path() const { return m_path; }
    [[nodiscard]] const QList<CarriedOut> &carriedOut() const { return m_carriedOut; }
    /// What was done in the call before the walk: known as done, and not of its record.
    void carryOver(const QList<CarriedOut> &done);
    /// In this call, for that account of this establishment, and not taken back since.
    [[nodiscard]] bool wasCarriedOut(const QString &kind, AccountId account) const;
    /// What takes the latest one of that kind back; its kind is empty where nothing does.
    [[nodiscard]] InverseOperation inverseOf(const QString &kind, AccountId account) const;
    /// Marks what `outcome` takes back, if it does.
    void takeBack(const OperationOutcome &outcome);
    [[nodiscard]] bool wasChosen(const QString &answerId) const; ///< at the current node, at any time in this walk
    [[nodiscard]] bool hasReturn() const { return !m_returns.isEmpty(); }
    [[nodiscard]] ScriptPtr returnScript() const; ///< where `Return` leads; null without one
    [[nodiscard]] bool ended() const; ///< at an outcome with nowhere to return to
    [[nodiscard]] QString outcome() const; ///< its code; empty before the end
    [[nodiscard]] int agentAnswers() const; ///< steps of the path the agent answered
    [[nodiscard]] int overrules() const;

    QUuid id; ///< of the record that is kept; made by begin()
    QUuid replaces; ///< the record of the end one came back from
    WalkSubject subject;
    /// For a walk that is taken up again after its end was kept: another record, which says which one it replaces.
    void renew() { replaces = std::exchange(id, QUuid::createUuid()); }
    [[nodiscard]] QDateTime startedAt() const { return m_startedAt; }
    /// Seconds spent per "script/node", the current one up to `now`.
    [[nodiscard]] QHash<QString, qint64> seconds(const QDateTime &now) const;

    /// For the local store; nullopt when the catalogue has not the scripts and versions that are named.
    [[nodiscard]] QJsonObject toDocument() const;
    [[nodiscard]] static std::optional<ScriptWalk> fromDocument(const QJsonObject &document, CataloguePtr catalogue);

private:
    ScriptWalk() = default;
    void advance(const FactContext &context);
    [[nodiscard]] bool stepThroughGoto(const GotoNode &jump);
    [[nodiscard]] bool stepThroughCheck(const CheckNode &check, const FactContext &context);
    [[nodiscard]] const WalkStep *agentSaid(Fact fact, const QString &baseValue) const;
    [[nodiscard]] bool answerCheck(const CheckNode &check, const QString &answerId, const FactContext &context);
    [[nodiscard]] bool answerDo(const DoNode &act, const QString &answerId, const FactContext &context);
    [[nodiscard]] WalkStep stepHere(const QString &answerId, const QString &label) const;
    [[nodiscard]] const CarriedOut *lastCarriedOut(const QString &kind, AccountId account) const;
    void take(WalkStep step, const QString &next);
    void cut(qsizetype size);
    void leave(const QDateTime &now);

    CataloguePtr m_catalogue;
    QString m_root;
    WalkPosition m_at;
    QList<WalkPosition> m_returns;
    QList<WalkStep> m_path;
    QList<CarriedOut> m_carriedOut;
    QSet<QString> m_chosen; ///< "script/node/answer"
    QHash<QString, qint64> m_seconds;
    QDateTime m_startedAt, m_enteredAt;
};

/// The facts of the account a "do" acts on: the caller's, or the other one habilitated on this SIRET.
[[nodiscard]] FactContext doContext(const DoNode &act, const FactContext &context);
/// French, why it cannot be carried out now; empty when it can.
[[nodiscard]] QString whyNotPossible(const DoNode &act, const FactContext &context);
[[nodiscard]] AccountId doTarget(const DoNode &act, const FactContext &context); ///< 0: nobody

/// What walk.save is given: version of the script, path with evidence and overrules, outcome, seconds per node.
[[nodiscard]] QJsonObject walkRecord(const ScriptWalk &walk, const QString &outcome, const QDateTime &endedAt);

/// The same from toDocument() alone, without the scripts it names: for a walk that cannot go on. It ends when its last
/// step was shown.
[[nodiscard]] QJsonObject unreadWalkRecord(const QJsonObject &walk, const QString &outcome);

/// What the panel draws for the current node.
[[nodiscard]] StepView stepView(const ScriptWalk &walk, const FactContext &context);
[[nodiscard]] QList<PathStep> pathView(const ScriptWalk &walk);

} // namespace desk
