// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scripts/placeholders.h"
#include "app/scripts/scriptwalk.h"
#include "tests/unit/scripts/situations.h"

#include <QRegularExpression>

#include <deque>
#include <memory>

namespace desk::situations {

/// Walks every branch of every script from one caller's file. A place is a node, with where an end there leads back to,
/// what was carried out on the way, and whether only what is true led there; each is gone on from once. Operations
/// change the file as they do on the desk. Checks that nowhere it gets stuck, that from everywhere an outcome can be
/// reached, that every operation can be carried out or says why not, that every text is whole, and that with an account
/// picked nothing that is true of the caller leads to a missing value.
class WalkEverything {
public:
    WalkEverything(CataloguePtr catalogue, const CallerFile *file, int account)
        : m_catalogue(std::move(catalogue)), m_account(account)
    {
        if (file)
            m_file = std::make_shared<CallerFile>(*file);
    }

    /// What is wrong, with the place; empty when nothing is.
    [[nodiscard]] QString run()
    {
        for (const ScriptPtr &script : m_catalogue->scripts())
            m_todo.push_back({*ScriptWalk::begin(m_catalogue, script->id, facts(m_file)), m_file, true, 0});
        while (!m_todo.empty()) {
            const State state = m_todo.front();
            m_todo.pop_front();
            const QString key = placeOf(state);
            if (m_leads.contains(key))
                continue;
            m_leads.insert(key, {});
            m_met.insert(nodeOf(state.walk));
            if (const QString wrong = whatIsWrong(state); !wrong.isEmpty())
                return key + u": "_s + wrong;
            goOn(state, key);
        }
        return whereNobodyGetsOut();
    }

    [[nodiscard]] const QSet<QString> &met() const { return m_met; } ///< "script/node"
    [[nodiscard]] qsizetype places() const { return m_leads.size(); }

private:
    using FilePtr = std::shared_ptr<const CallerFile>;
    struct State {
        ScriptWalk walk;
        FilePtr file; ///< as the operations so far left it
        bool faithful; ///< no check was contradicted or answered in the database's place
        int from; ///< what was decided before this step of the path has been contradicted already
    };

    [[nodiscard]] FactContext facts(const FilePtr &file) const
    {
        FactContext c = file ? context(*file, m_account) : context({}, -1);
        if (!file)
            c.file = nullptr;
        return c;
    }

    static QString nodeOf(const ScriptWalk &walk) { return walk.position().script + u'/' + walk.position().node; }

    /// What was carried out matters where the rest is true as well: all else at once would be too many places.
    static QString keyOf(const ScriptWalk &walk, bool faithful)
    {
        if (!faithful)
            return nodeOf(walk) + (walk.hasReturn() ? u" back"_s : QString());
        QStringList done;
        for (const CarriedOut &one : walk.carriedOut())
            done.append(u"%1 %2"_s.arg(one.kind).arg(one.account.value()));
        done.removeDuplicates();
        done.sort();
        const QString back = walk.hasReturn() ? walk.returnScript()->id : QString();
        return nodeOf(walk) + u" back:"_s + back + u" done:"_s + done.join(u',');
    }

    [[nodiscard]] static QString placeOf(const State &state) { return keyOf(state.walk, state.faithful); }

    [[nodiscard]] QString whatIsWrong(const State &state) const
    {
        const FactContext now = facts(state.file);
        const StepView view = stepView(state.walk, now);
        QStringList texts{view.say, view.instruction};
        for (const AnswerView &answer : view.answers) {
            if (answer.label.isEmpty())
                return u"an answer without words"_s;
            texts.append(answer.label);
        }
        if (view.operation
            && (view.operation->possible != view.operation->whyNot.isEmpty() || view.operation->label.isEmpty()))
            return u"an operation that says neither"_s;
        if (view.operation && view.operation->possible && ofOneAccount(view.operation->kind)
            && !view.operation->account.value())
            return u"an operation on nobody"_s;
        if (const auto *act = state.walk.current().as<DoNode>(); act && view.operation->possible) {
            for (const QString &value : act->with)
                texts.append(fillPlaceholders(value, doContext(*act, now)).text.trimmed());
        }
        if (!state.walk.path().isEmpty())
            texts << state.walk.path().last().answerLabel << state.walk.path().last().evidence;
        bool missing = false;
        for (const QString &text : std::as_const(texts)) {
            if (hasGap(text))
                return u"a gap in « %1 »"_s.arg(text);
            missing = missing || text.contains(u"[valeur manquante"_s);
        }
        if (view.hasMissingValue && !missing)
            return u"a missing value nobody sees"_s;
        if (missing && state.faithful && now.account)
            return u"a value is missing in "_s + texts.join(u" | "_s);
        if (state.walk.ended() && state.walk.outcome().isEmpty())
            return u"an end without outcome"_s;
        return {};
    }

    /// A place where a value should stand and nothing does, or a placeholder as it is written.
    static bool hasGap(const QString &text)
    {
        static const QRegularExpression gap(u"  |[{}]|«\\s*»|\\(\\s*\\)|\\s[,.)]|^\\s|\\s$"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
        return text.contains(gap);
    }

    /// What it is done to is one account, which must be known before it is offered.
    static bool ofOneAccount(const QString &kind)
    {
        return kind == OperationKind::Unlock || kind == OperationKind::ResetPassword
            || kind == OperationKind::ResendConfirmation;
    }

    void goOn(const State &state, const QString &key)
    {
        if (state.walk.ended()) {
            m_leaving.insert(key);
            return;
        }
        for (const State &after : nextStates(state)) {
            m_leads[key].append(placeOf(after));
            if (after.faithful)
                m_todo.push_front(after);
            else
                m_todo.push_back(after);
        }
    }

    /// Everything the agent or the database can do next.
    [[nodiscard]] QList<State> nextStates(const State &state) const
    {
        QList<State> next;
        const FactContext now = facts(state.file);
        const StepView view = stepView(state.walk, now);
        const int length = int(state.walk.path().size());
        for (const AnswerView &answer : view.answers) {
            if (answer.operation) {
                if (view.operation->possible)
                    next += afterOperation(state, *view.operation);
                continue;
            }
            State after{state.walk, state.file, state.faithful && view.kind != StepView::Kind::Check, length};
            if (after.walk.answer(answer.id, now))
                next.append(after);
        }
        for (int i = state.from; i < length; ++i) { // contradicting what was decided
            State after{state.walk, state.file, false, i};
            if (state.walk.path().at(i).decided && after.walk.overrule(i, {}, now))
                next.append(after);
        }
        return next;
    }

    /// Refused, carried out, and where somebody has to approve, waiting.
    [[nodiscard]] QList<State> afterOperation(const State &state, const StepOperation &operation) const
    {
        QList<State> next;
        State refused{state.walk, state.file, state.faithful, int(state.walk.path().size())};
        if (refused.walk.operationRefused(u"refusé"_s, facts(state.file)))
            next.append(refused);
        const bool approved
            = operation.kind == OperationKind::CreateAccount || operation.kind == OperationKind::ReassignReferent;
        for (const QString &fate : approved ? QStringList{u"done"_s, u"waiting"_s} : QStringList{u"done"_s}) {
            const QString later = now().addSecs(1800).toString(Qt::ISODate);
            const OperationOutcome outcome{QUuid::createUuid(),
                                           operation.kind,
                                           false,
                                           now(),
                                           {{u"state"_s, fate},
                                            {u"passed"_s, true},
                                            {u"unlocked"_s, true},
                                            {u"valid_until"_s, later},
                                            {u"expires_at"_s, later}}};
            const AccountId who = approved ? AccountId(0) : operation.account;
            auto file = std::make_shared<CallerFile>(*state.file);
            applyOperation(*file, outcome, who);
            State after{state.walk, file, state.faithful, int(state.walk.path().size())};
            if (after.walk.operationDone({outcome.id, outcome.kind, who, u"fait"_s, outcome.at}, facts(file)))
                next.append(after);
        }
        return next;
    }

    /// A place from which no outcome can be reached; empty when there is none.
    [[nodiscard]] QString whereNobodyGetsOut()
    {
        for (qsizetype before = -1; before != m_leaving.size();) {
            before = m_leaving.size();
            for (auto it = m_leads.cbegin(); it != m_leads.cend(); ++it) {
                if (std::any_of(it->cbegin(), it->cend(), [&](const QString &k) { return m_leaving.contains(k); }))
                    m_leaving.insert(it.key());
            }
        }
        for (auto it = m_leads.cbegin(); it != m_leads.cend(); ++it) {
            if (!m_leaving.contains(it.key()))
                return it.key() + u": no outcome can be reached"_s;
        }
        return {};
    }

    CataloguePtr m_catalogue;
    FilePtr m_file;
    int m_account;
    QHash<QString, QStringList> m_leads;
    QSet<QString> m_leaving; ///< from where an outcome can be reached
    QSet<QString> m_met;
    std::deque<State> m_todo; ///< what is true first
};

} // namespace desk::situations
