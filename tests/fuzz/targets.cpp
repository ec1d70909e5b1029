// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What strangers can send. ASP_FUZZ names the target; each checks a promise beside not crashing.
#include "app/handover/handover.h"
#include "app/lookup/searchterm.h"
#include "app/mail/deliverystatus.h"
#include "app/programs/console/options.h"
#include "app/scripts/diagnosis.h"
#include "app/scripts/frenchtext.h"
#include "app/scripts/scriptadvice.h"
#include "app/scripts/scriptlint.h"
#include "app/scripts/scriptsearch.h"
#include "app/scripts/scriptwalk.h"
#include "app/settings/appsettings.h"
#include "tests/unit/scripts/situations.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QTemporaryDir>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

void promise(bool held)
{
    if (!held)
        std::abort();
}

void term(const QByteArray &input)
{
    const SearchTerm found = SearchTerm::recognise(QString::fromUtf8(input));
    promise(found.text.size() <= 200);
    promise(SearchTerm::recognise(found.text).text.size() <= 200);
}

void commandline(const QByteArray &input)
{
    QStringList arguments{u"asp-console"_s};
    for (const QByteArray &one : input.split('\n'))
        arguments << QString::fromUtf8(one);
    const auto options = ConsoleOptions::parse(arguments);
    promise(options || !options.error().detail.isEmpty());
    if (options && options->database) { // comes in again as it went out; escapes may make it longer than is read
        const QString uri = options->database->toUri();
        const auto again = ConnectionSettings::fromUri(uri);
        promise(uri.size() > 4096 || (again && again->toUri() == uri));
    }
}

void socket(const QByteArray &input)
{
    const auto read = Handover::fromMessage(input);
    promise(!read || read->toMessage() == input);
    const auto link = Handover::fromLink(QString::fromUtf8(input));
    promise(!link || *Handover::fromMessage(link->toMessage()) == *link);
}

void settings(const QByteArray &input)
{
    static const QTemporaryDir folder(u"/dev/shm/asp-fuzz-XXXXXX"_s);
    const QString path = folder.filePath(u"reglages.ini"_s);
    QFile file(path);
    promise(file.open(QIODevice::WriteOnly) && file.write(input) == input.size());
    file.close();
    AppSettings read(path);
    promise(read.language() == "fr"_L1 || read.language() == "en"_L1);
    if (read.hasConnection())
        (void)read.connection().toUri();
    (void)read.theme();
    const QStringList left = QDir(folder.path()).entryList(QDir::Files);
    for (const QString &name : left)
        QFile::remove(folder.filePath(name));
}

/// A source of choices that the input decides.
class Choices {
public:
    explicit Choices(const QByteArray &input) : m_state(quint32(qHash(input, 7)) | 1u) { }
    qsizetype below(qsizetype count)
    {
        m_state = m_state * 1664525u + 1013904223u;
        return qsizetype(m_state >> 8) % count;
    }

private:
    quint32 m_state;
};

QList<CallerFile> files()
{
    using namespace situations;
    CallerFile crowded = file({locked(), neverConnected(account(12, u"marc.delmas"_s)), account(13, u"sonia.roux"_s)});
    crowded.tickets = {openTicket()};
    return {file(),   file({locked()}), file({withMail(MailKind::Habilitation, MailState::Bounced)}),
            file({}), crowded,          unknownSiret()};
}

void promiseProblems(const QList<ScriptProblem> &problems, const QByteArray &input)
{
    promise(problems.size() <= 50);
    for (const ScriptProblem &problem : problems)
        promise(problem.line >= 1 && problem.line <= int(input.count('\n')) + 1 && !problem.reason.isEmpty()
                && problem.reason.size() <= 401);
}

/// One move of the agent, of the database, or of a clumsy hand.
void move(ScriptWalk &walk, const FactContext &facts, Choices &choices)
{
    const StepView view = stepView(walk, facts);
    promise(!view.say.contains(u'{') && !view.instruction.contains(u'{'));
    promise(walk.ended() || !view.answers.isEmpty());
    const qsizetype length = walk.path().size() + 1;
    switch (choices.below(8)) {
    case 0:
        (void)walk.back(facts);
        return;
    case 1:
        (void)walk.jumpTo(choices.below(length), facts);
        return;
    case 2:
        (void)walk.overrule(choices.below(length), {}, facts);
        return;
    case 3:
        (void)walk.operationRefused(u"refusé"_s, facts);
        return;
    default:
        break;
    }
    if (view.answers.isEmpty())
        return walk.restart(facts);
    const AnswerView answer = view.answers.at(choices.below(view.answers.size()));
    if (answer.operation && view.operation->possible)
        promise(walk.operationDone(
            {QUuid::createUuid(), view.operation->kind, view.operation->account, u"fait"_s, facts.now}, facts));
    else if (!answer.operation)
        promise(walk.answer(answer.id, facts));
}

void walkThrough(const CataloguePtr &catalogue, const QString &id, Choices &choices)
{
    static const QList<CallerFile> callers = files();
    const CallerFile &file = callers.at(choices.below(callers.size()));
    FactContext facts = situations::context(file, choices.below(file.accounts.size() + 1) - 1);
    (void)diagnose(*catalogue, facts);
    ScriptWalk walk = *ScriptWalk::begin(catalogue, id, facts);
    for (int i = 0; i < 24; ++i) {
        facts.now = facts.now.addSecs(3);
        move(walk, facts, choices);
    }
    const auto again = ScriptWalk::fromDocument(walk.toDocument(), catalogue);
    promise(again && again->toDocument() == walk.toDocument());
    (void)walkRecord(walk, walk.outcome(), facts.now);
}

/// Parsed, checked, put beside the script it may lead to, found, and walked at random.
void yaml(const QByteArray &input)
{
    static const ParsedScript other
        = ScriptParser::parse("id: renvoi\ntitle: Renvoi\nwordings: [un]\nstart: milieu\nnodes:\n"
                              "  milieu: { kind: say, title: M, say: a, next: fin }\n"
                              "  fin: { kind: end, title: F, outcome: explained }\n",
                              u"renvoi.yaml"_s);
    const ParsedScript parsed = ScriptParser::parse(input, u"essai.yaml"_s);
    promise((parsed.script != nullptr) != !parsed.problems.isEmpty());
    promiseProblems(parsed.problems, input);
    if (!parsed.script)
        return;
    const QList<ScriptProblem> wrong = lintScript(*parsed.script);
    promiseProblems(wrong, input);
    if (!wrong.isEmpty())
        return;
    promiseProblems(adviseScript(*parsed.script), input);
    const CataloguePtr catalogue = ScriptCatalogue::fromParsed({parsed, other});
    Choices choices(input);
    promise(!ScriptSearch(*catalogue).find(parsed.script->title).isEmpty() || !catalogue->script(parsed.script->id)
            || foldedText(parsed.script->title).isEmpty());
    if (catalogue->script(parsed.script->id))
        walkThrough(catalogue, parsed.script->id, choices);
}

void deliverystatus(const QByteArray &input)
{
    const auto read = readDeliveryStatus(input);
    promise(!read || (!read->text.contains(u'\n') && !read->text.contains(u'\r')));
}

using Target = void (*)(const QByteArray &);

Target chosen()
{
    static const QHash<QByteArray, Target> targets{{"term", term},     {"commandline", commandline},
                                                   {"socket", socket}, {"settings", settings},
                                                   {"yaml", yaml},     {"deliverystatus", deliverystatus}};
    const Target target = targets.value(qgetenv("ASP_FUZZ"));
    promise(target != nullptr);
    return target;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Target target = chosen();
    target(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}
