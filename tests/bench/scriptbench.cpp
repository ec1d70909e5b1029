// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/scriptbench.h"

#include "app/scripts/diagnosis.h"
#include "app/scripts/scriptsearch.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace desk::bench {

namespace {

/// A letter missing from every other word, and the last word not finished yet.
QString inAHurry(const QString &wording)
{
    QStringList words = wording.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); i += 2) {
        if (words[i].size() > 4)
            words[i].remove(words[i].size() / 2, 1);
    }
    if (!words.isEmpty() && words.last().size() > 4)
        words.last().chop(2);
    return words.join(u' ');
}

QStringList everyText(const ScriptCatalogue &catalogue)
{
    QStringList texts;
    for (const ScriptPtr &script : catalogue.scripts()) {
        texts << script->title << script->wordings;
        for (const Node &node : script->nodes)
            texts << node.say << node.instruct;
    }
    return texts;
}

} // namespace

ScriptBench::ScriptBench(const QList<PublishedScript> &scripts, QHash<QString, QString> settings)
    : m_catalogue(ScriptCatalogue::fromPublished(scripts)), m_settings(std::move(settings))
{
}

void ScriptBench::diagnose(const CallerFile &file)
{
    FactContext context;
    context.file = &file;
    context.now = QDateTime::currentDateTimeUtc();
    context.settings = m_settings;
    const double start = monotonicMs();
    const QList<Proposal> proposals = desk::diagnose(*m_catalogue, context);
    const double took = monotonicMs() - start;
    m_diagnosis.add(took);
    if (file.accounts.size() > m_mostAccounts) {
        m_mostAccounts = file.accounts.size();
        m_crowded = Series();
    }
    if (file.accounts.size() == m_mostAccounts)
        m_crowded.add(took);
}

void ScriptBench::search()
{
    const ScriptSearch engine(*m_catalogue);
    const QStringList texts = everyText(*m_catalogue);
    for (const ScriptPtr &script : m_catalogue->scripts()) {
        for (const QString &wording : script->wordings) {
            for (const QString &typed : {wording, inAHurry(wording)}) {
                double start = monotonicMs();
                static_cast<void>(engine.find(typed));
                m_search.add(monotonicMs() - start);
                start = monotonicMs();
                static_cast<void>(texts.filter(typed, Qt::CaseInsensitive));
                m_contains.add(monotonicMs() - start);
            }
        }
    }
}

QJsonObject ScriptBench::result() const
{
    return {{u"diagnosis"_s, m_diagnosis.toJson()}, {u"search"_s, m_search.toJson()},
            {u"contains"_s, m_contains.toJson()},   {u"accounts"_s, m_mostAccounts},
            {u"crowded"_s, m_crowded.median()},     {u"scripts"_s, m_catalogue->scripts().size()}};
}

} // namespace desk::bench
