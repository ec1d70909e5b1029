// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/scriptparser.h"

#include "app/scripts/frenchtext.h"
#include "app/scripts/nodereader.h"
#include "app/scripts/slips.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int firstNumber = 33, lastNumber = 56;
constexpr qsizetype longestWording = 200; // what a search reads

const QStringList &profileCodes()
{
    static const QStringList codes{u"etablissement"_s, u"tiers"_s, u"ud"_s, u"direccte"_s, u"dgefp"_s};
    return codes;
}

std::optional<Profile> profileNamed(const QString &code)
{
    const qsizetype index = profileCodes().indexOf(code);
    return index < 0 ? std::nullopt : std::optional(static_cast<Profile>(index));
}

void readHead(YamlFields &fields, Script &script, ProblemList &problems)
{
    script.id = fields.name("id"_L1, true);
    if (const auto number = fields.integer("number"_L1)) {
        script.number = *number;
        if (*number < firstNumber || *number > lastNumber)
            problems.add(fields.optional("number"_L1)->line,
                         u"« number » va de %1 à %2"_s.arg(firstNumber).arg(lastNumber));
    }
    script.title = fields.text("title"_L1, true);
    script.language = fields.name("language"_L1);
    if (script.language.isEmpty())
        script.language = u"fr"_s;
    else if (script.language.size() != 2)
        problems.add(fields.optional("language"_L1)->line, u"« language » est un code de deux lettres, comme fr"_s);
    fields.required("wordings"_L1);
    for (const YamlNode &wording : fields.list("wordings"_L1)) {
        script.wordings.append(typography(wording.text));
        if (wording.text.contains(u'{') || wording.text.contains(u'}'))
            problems.add(wording.line, u"« wordings » : pas de valeur entre accolades"_s);
        if (wording.text.size() > longestWording)
            problems.add(wording.line, u"« wordings » : %1 caractères au plus"_s.arg(longestWording));
    }
    for (const YamlNode &code : fields.list("profiles"_L1)) {
        if (const auto profile = profileNamed(code.text))
            script.profiles.append(*profile);
        else
            problems.add(code.line, u"profil inconnu « %1 »%2"_s.arg(code.text, perhaps(code.text, profileCodes())));
    }
    script.validFrom = fields.date("valid_from"_L1);
    script.validUntil = fields.date("valid_until"_L1);
    if (script.validFrom.isValid() && script.validUntil.isValid() && script.validUntil < script.validFrom)
        problems.add(fields.optional("valid_until"_L1)->line, u"« valid_until » précède « valid_from »"_s);
    script.start = fields.name("start"_L1, true);
}

void readDiagnosis(YamlFields &fields, Script &script, ProblemList &problems)
{
    const YamlNode *list = fields.optional("diagnosis"_L1);
    if (!list)
        return;
    if (list->kind != YamlNode::Kind::List) {
        problems.add(list->line, u"« diagnosis » doit être une liste"_s);
        return;
    }
    for (const YamlNode &item : list->items)
        script.diagnosis.append(readSymptom(item, problems));
}

void readNodes(YamlFields &fields, Script &script, ProblemList &problems)
{
    const YamlNode *map = fields.required("nodes"_L1);
    if (!map)
        return;
    if (map->kind != YamlNode::Kind::Map || map->entries.empty()) {
        problems.add(map->line, u"« nodes » doit nommer au moins un nœud"_s);
        return;
    }
    for (const auto &[key, value] : map->entries) {
        script.nodes.append(readNode(key, value, problems));
        script.index.insert(key.text, int(script.nodes.size()) - 1);
    }
}

} // namespace

ParsedScript ScriptParser::parse(const QByteArray &yaml, const QString &file, int version)
{
    const auto tree = readYaml(yaml);
    if (!tree)
        return {nullptr, {{file, tree.error().line, tree.error().reason}}};
    ProblemList problems(file);
    if (tree->kind != YamlNode::Kind::Map) {
        problems.add(tree->line, u"une suite de clés est attendue (id, title, wordings, start, nodes)"_s);
        return {nullptr, problems.sorted()};
    }
    auto script = std::make_shared<Script>();
    script->version = version;
    script->file = file;
    script->source = QString::fromUtf8(yaml);
    YamlFields fields(*tree, u"script"_s, problems);
    script->keyLines = fields.lines();
    readHead(fields, *script, problems);
    readDiagnosis(fields, *script, problems);
    readNodes(fields, *script, problems);
    fields.finish();
    if (!problems.isEmpty())
        return {nullptr, problems.sorted()};
    return {script, {}};
}

ParsedScript ScriptParser::parseFile(const QString &path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly))
        return {nullptr, {{name, 0, u"fichier illisible"_s}}};
    return parse(file.read(scriptMaxBytes + 1), name);
}

} // namespace desk
