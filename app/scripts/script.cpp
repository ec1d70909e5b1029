// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/script.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

const QStringList &reservedAnswers()
{
    static const QStringList all{EngineAnswer::Continue,    EngineAnswer::Otherwise,   EngineAnswer::Operation,
                                 EngineAnswer::AlreadyDone, EngineAnswer::NotPossible, EngineAnswer::Refused,
                                 EngineAnswer::Return,      EngineAnswer::Inverse};
    return all;
}

const Branch *CheckNode::branchFor(const QString &value) const
{
    const auto it = std::find_if(answers.cbegin(), answers.cend(), [&](const Branch &b) { return b.id == value; });
    if (it != answers.cend())
        return &*it;
    return otherwise ? &*otherwise : nullptr;
}

QStringList Script::nodeIds() const
{
    QStringList ids;
    for (const Node &node : nodes)
        ids.append(node.id);
    return ids;
}

const Node *Script::node(const QString &nodeId) const
{
    const auto it = index.constFind(nodeId);
    return it == index.cend() ? nullptr : &nodes.at(*it);
}

bool Script::validOn(QDate day) const
{
    return !(validFrom.isValid() && day < validFrom) && !(validUntil.isValid() && day > validUntil);
}

const QList<WalkOutcome> &walkOutcomes()
{
    static const QList<WalkOutcome> outcomes{
        {"access_restored"_L1, u"Accès rétabli"},
        {"password_reset"_L1, u"Mot de passe réinitialisé"},
        {"confirmation_resent"_L1, u"Confirmation renvoyée"},
        {"explained"_L1, u"Expliqué, rien d’autre à faire"},
        {"waiting"_L1, u"L’appelant patiente"},
        {"registering"_L1, u"L’appelant inscrit son établissement"},
        {"ticket_opened"_L1, u"Demande d’assistance ouverte"},
        {"transferred"_L1, u"Transmis"},
        {"call_back"_L1, u"L’appelant rappellera"},
        {"check_failed"_L1, u"Vérification de l’appelant non concluante"},
        {"refused"_L1, u"Refusé"},
        {"unsolved"_L1, u"Non résolu"},
    };
    return outcomes;
}

QString walkOutcomeLabel(const QString &code)
{
    if (code == AbandonedOutcome)
        return u"Parcours interrompu"_s;
    for (const WalkOutcome &outcome : walkOutcomes()) {
        if (outcome.code == code)
            return outcome.label.toString();
    }
    return code;
}

namespace {

struct NextNodes {
    QStringList operator()(const SayNode &say) const { return {say.next}; }
    QStringList operator()(const AskNode &ask) const { return targets(ask.answers); }
    QStringList operator()(const CheckNode &check) const
    {
        QStringList all = targets(check.answers);
        if (check.otherwise)
            all.append(check.otherwise->next);
        return all;
    }
    QStringList operator()(const DoNode &act) const
    {
        return QStringList{act.done, act.refused} + targets(act.answers);
    }
    QStringList operator()(const GotoNode &jump) const
    {
        return jump.back.isEmpty() ? QStringList() : QStringList{jump.back};
    }
    QStringList operator()(const EndNode &) const { return {}; }

    static QStringList targets(const QList<Branch> &branches)
    {
        QStringList all;
        for (const Branch &branch : branches)
            all.append(branch.next);
        return all;
    }
};

} // namespace

QStringList nextNodes(const Node &node)
{
    return std::visit(NextNodes{}, node.body);
}

} // namespace desk
