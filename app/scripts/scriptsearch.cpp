// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/scriptsearch.h"

#include "app/scripts/frenchtext.h"
#include "app/scripts/slips.h"

#include <QRegularExpression>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr double titleWeight = 1.0, wordingWeight = 0.9, textWeight = 0.35;
// The very word before one that begins like it, before one a slip away; within each, the nearer before the farther.
constexpr double prefixCloseness = 0.8, typoCloseness = 0.6, nearness = 0.1;
constexpr double wholeLine = 0.2; ///< how much a line gains when nothing else stands in it
constexpr double samePhrase = 0.5; ///< and when it holds the very words in their order
constexpr double ownNumber = 1000; ///< a script's number typed alone settles it
constexpr double leastCovered = 0.5; ///< share of what was typed that a hit must account for
constexpr qsizetype shortestTypo = 4; ///< shorter words must be right
constexpr qsizetype twoTypos = 8; ///< from this length two slips are forgiven
constexpr qsizetype longestQuery = 200, mostWords = 16;

/// Words that say nothing about the question.
bool isFiller(const QString &word)
{
    static const QSet<QString> fillers{
        u"a"_s,       u"ai"_s,    u"au"_s,    u"aux"_s,  u"avec"_s, u"bonjour"_s, u"c"_s,    u"ce"_s,    u"ces"_s,
        u"cette"_s,   u"d"_s,     u"dans"_s,  u"de"_s,   u"des"_s,  u"du"_s,      u"elle"_s, u"en"_s,    u"es"_s,
        u"est"_s,     u"et"_s,    u"ete"_s,   u"il"_s,   u"j"_s,    u"jai"_s,     u"je"_s,   u"l"_s,     u"la"_s,
        u"le"_s,      u"les"_s,   u"leur"_s,  u"m"_s,    u"ma"_s,   u"me"_s,      u"mes"_s,  u"moi"_s,   u"mon"_s,
        u"n"_s,       u"ne"_s,    u"notre"_s, u"nous"_s, u"on"_s,   u"ou"_s,      u"par"_s,  u"pas"_s,   u"pour"_s,
        u"qu"_s,      u"quand"_s, u"que"_s,   u"qui"_s,  u"s"_s,    u"sa"_s,      u"se"_s,   u"son"_s,   u"sont"_s,
        u"suis"_s,    u"sur"_s,   u"t"_s,     u"un"_s,   u"une"_s,  u"veut"_s,    u"veux"_s, u"votre"_s, u"voudrais"_s,
        u"voulais"_s, u"vous"_s,  u"y"_s};
    return fillers.contains(word);
}

quint32 letterSet(const QString &word)
{
    quint32 set = 0;
    for (const QChar c : word) {
        if (c >= u'a' && c <= u'z')
            set |= 1u << (c.unicode() - u'a');
        else
            set |= 1u << 26; // digits and the rest share one place
    }
    return set;
}

/// Share of the longer word that both begin and end with: the slips lie between.
double sharedEnds(const QString &a, const QString &b)
{
    const qsizetype shorter = std::min(a.size(), b.size());
    qsizetype begin = 0, end = 0;
    while (begin < shorter && a.at(begin) == b.at(begin))
        ++begin;
    while (end < shorter - begin && a.at(a.size() - 1 - end) == b.at(b.size() - 1 - end))
        ++end;
    return double(begin + end) / double(std::max(a.size(), b.size()));
}

/// What agents abbreviate, as scripts write it: "edl38", "mdp", "les mels".
QString spelledOut(QString folded)
{
    static const QRegularExpression joined(u"\\bedl(?=\\d)"_s), password(u"\\bmdp\\b"_s), mail(u"\\bmels?\\b"_s);
    return folded.replace(joined, u"edl "_s).replace(password, u"mot de passe"_s).replace(mail, u"mail"_s);
}

/// The number of a script when it is all that was typed, but for words that announce it; or 0.
int numberAsked(QStringList words)
{
    static const QSet<QString> announcing{u"edl"_s, u"no"_s, u"numero"_s, u"script"_s};
    words.removeIf([](const QString &w) { return announcing.contains(w); });
    return words.size() == 1 ? words.first().toInt() : 0;
}

QString withoutBraces(QString text)
{
    for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', open)) {
        const qsizetype close = text.indexOf(u'}', open);
        text.replace(open, close < 0 ? 1 : close - open + 1, u"…"_s);
    }
    return text;
}

} // namespace

ScriptSearch::ScriptSearch(const ScriptCatalogue &catalogue) : m_scripts(catalogue.scripts())
{
    for (int i = 0; i < m_scripts.size(); ++i) {
        const Script &script = *m_scripts.at(i);
        addLine(i, titleWeight, script.title);
        if (script.number)
            addLine(i, titleWeight, QString::number(script.number));
        for (const QString &wording : script.wordings)
            addLine(i, wordingWeight, wording);
        for (const Node &node : script.nodes) {
            addLine(i, textWeight, node.title);
            addLine(i, textWeight, node.say);
            addLine(i, textWeight, node.instruct);
        }
    }
    countScripts();
}

void ScriptSearch::addLine(int script, double weight, const QString &text)
{
    if (text.isEmpty())
        return;
    const QString shown = withoutBraces(text);
    const int line = int(m_lines.size());
    const QString folded = foldedText(shown);
    m_lines.push_back({script, weight, shown, u' ' + folded + u' ', u" "_s, 0});
    for (const QString &word : folded.split(u' ', Qt::SkipEmptyParts)) {
        if (isFiller(word))
            continue;
        ++m_lines.back().words;
        m_lines.back().telling += word + u' ';
        auto it = m_wordIndex.constFind(word);
        if (it == m_wordIndex.cend()) {
            it = m_wordIndex.insert(word, int(m_words.size()));
            m_words.push_back({word, letterSet(word), {}, 0});
        }
        QList<int> &lines = m_words[size_t(*it)].lines;
        if (lines.isEmpty() || lines.last() != line)
            lines.append(line);
    }
}

void ScriptSearch::countScripts()
{
    for (Word &word : m_words) {
        int last = -1;
        for (const int line : std::as_const(word.lines)) {
            const int script = m_lines[size_t(line)].script;
            word.scripts += script != last ? 1 : 0;
            last = script;
        }
    }
}

double ScriptSearch::rarity(const Word &word) const
{
    return 1.0 + std::log(double(m_scripts.size() + 1) / double(word.scripts + 1));
}

QList<ScriptSearch::Match> ScriptSearch::matches(const QString &folded) const
{
    QList<Match> found;
    double most = std::numeric_limits<double>::max(); // a rare word must not win by a slip over the word as typed
    if (const int exact = m_wordIndex.value(folded, -1); exact >= 0) {
        most = rarity(m_words[size_t(exact)]);
        found.append({exact, most});
    }
    const int forgiven = folded.size() >= twoTypos ? 2 : folded.size() >= shortestTypo ? 1 : 0;
    const quint32 letters = letterSet(folded);
    for (int i = 0; i < int(m_words.size()); ++i) {
        const Word &word = m_words[size_t(i)];
        if (word.text == folded)
            continue;
        double closeness = 0;
        if (folded.size() >= 2 && word.text.startsWith(folded)) {
            closeness = prefixCloseness + nearness * double(folded.size()) / double(word.text.size());
        } else if (forgiven && std::popcount(letters ^ word.letters) <= 2 * forgiven) {
            const int count = slips(folded, word.text, forgiven);
            if (count <= forgiven)
                closeness = typoCloseness + nearness * sharedEnds(folded, word.text);
        }
        if (closeness > 0)
            found.append({i, std::min(rarity(word), most) * closeness});
    }
    return found;
}

QList<ScriptHit> ScriptSearch::everything() const
{
    QList<ScriptHit> hits;
    for (const ScriptPtr &script : m_scripts)
        hits.append({script->id, script->number, script->title, script->wordings.value(0)});
    return hits;
}

QList<ScriptHit> ScriptSearch::find(const QString &text) const
{
    const QString all = spelledOut(foldedText(text.left(longestQuery)));
    QStringList words = all.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return everything();
    QStringList kept = words;
    kept.removeIf([](const QString &w) { return isFiller(w); });
    if (!kept.isEmpty())
        words = kept;
    words = words.mid(0, mostWords);

    // Each typed word gives a script the best of its places; each line adds up what it holds, to choose the excerpt.
    const size_t count = size_t(m_scripts.size());
    std::vector<double> score(count), covered(count), lineScore(m_lines.size());
    std::vector<int> lineWords(m_lines.size());
    double asked = 0;
    for (const QString &typed : std::as_const(words)) {
        std::vector<double> best(count), lineBest(m_lines.size());
        for (const Match &match : matches(typed)) {
            for (const int line : m_words[size_t(match.word)].lines) {
                const Line &place = m_lines[size_t(line)];
                const double worth = match.worth * place.weight;
                best[size_t(place.script)] = std::max(best[size_t(place.script)], worth);
                lineBest[size_t(line)] = std::max(lineBest[size_t(line)], worth);
            }
        }
        asked += 1;
        for (size_t i = 0; i < count; ++i) {
            score[i] += best[i];
            covered[i] += best[i] > 0 ? 1 : 0;
        }
        for (size_t i = 0; i < m_lines.size(); ++i) {
            lineScore[i] += lineBest[i];
            lineWords[i] += lineBest[i] > 0 ? 1 : 0;
        }
    }
    // A line that holds most of what was typed says more than the same words scattered over the script; one that holds
    // little else, or the very phrase, says most.
    const bool telling = words.size() > 1; // else the small words are all there is to tell two lines apart
    const QString phrase = u' ' + (telling ? words.join(u' ') : all) + u' ';
    const bool isPhrase = all.contains(u' ');
    std::vector<int> bestLine(count, -1);
    for (size_t i = 0; i < m_lines.size(); ++i) {
        if (lineScore[i] <= 0)
            continue;
        double gain = wholeLine * std::min(1.0, double(lineWords[i]) / double(m_lines[i].words));
        if (isPhrase && (telling ? m_lines[i].telling : m_lines[i].folded).contains(phrase))
            gain += samePhrase;
        lineScore[i] *= 1 + gain;
        int &line = bestLine[size_t(m_lines[i].script)];
        if (line < 0 || lineScore[i] > lineScore[size_t(line)])
            line = int(i);
    }
    const int number = numberAsked(words);
    for (size_t i = 0; i < count; ++i) {
        if (number && m_scripts.at(qsizetype(i))->number == number)
            score[i] += ownNumber;
    }
    QList<int> order;
    for (int i = 0; i < int(count); ++i) {
        if (bestLine[size_t(i)] >= 0 && covered[size_t(i)] / asked >= leastCovered)
            order.append(i);
    }
    const auto total = [&](int i) { return score[size_t(i)] + lineScore[size_t(bestLine[size_t(i)])]; };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return total(a) > total(b); });
    QList<ScriptHit> hits;
    for (const int i : std::as_const(order)) {
        const ScriptPtr &script = m_scripts.at(i);
        hits.append({script->id, script->number, script->title, m_lines[size_t(bestLine[size_t(i)])].text});
    }
    return hits;
}

} // namespace desk
