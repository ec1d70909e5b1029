// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/yamltree.h"

#include "app/scripts/frenchtext.h"

#include <QHash>
#include <QStringDecoder>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <optional>
#include <sstream>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

/// Thrown by the event handler, caught in readYaml.
struct Refusal {
    int line;
    QString reason;
};

int lineOf(const YAML::Mark &mark)
{
    return mark.line < 0 ? 1 : mark.line + 1;
}

/// What a person cannot see and a screen may obey: control characters, marks of direction and of no width, half pairs.
/// A line end is none of them.
std::optional<QString> hiddenIn(const QString &text)
{
    for (const uint c : text.toUcs4()) {
        switch (QChar::category(c)) {
        case QChar::Other_Control:
        case QChar::Other_Format:
        case QChar::Other_Surrogate:
        case QChar::Other_PrivateUse:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            if (c != U'\n')
                return u"un caractère de commande invisible (U+%1)"_s.arg(
                    QString::number(c, 16).toUpper().rightJustified(4, u'0'));
            break;
        default:
            break;
        }
    }
    return std::nullopt;
}

class TreeBuilder : public YAML::EventHandler {
public:
    void OnDocumentStart(const YAML::Mark &mark) override
    {
        if (m_root)
            throw Refusal{lineOf(mark), u"un second document commence ici : un fichier ne porte qu’un seul script"_s};
    }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        refuseAnchor(mark, anchor);
        // The library marks what follows the gap: the key before it is where somebody looks.
        const bool afterKey = !m_frames.empty() && m_frames.back().key;
        const int line = afterKey ? m_frames.back().key->line : lineOf(mark);
        add({.kind = YamlNode::Kind::Null, .line = line, .text = {}, .items = {}, .entries = {}});
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override
    {
        throw Refusal{lineOf(mark), u"les renvois YAML (*nom) ne sont pas admis"_s};
    }
    void OnAnchor(const YAML::Mark &mark, const std::string &) override
    {
        throw Refusal{lineOf(mark), u"les ancres YAML (&nom) ne sont pas admises"_s};
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        const QString text = QString::fromStdString(value);
        if (const auto hidden = hiddenIn(text)) // written as an escape: "\\u202e"
            throw Refusal{lineOf(mark), *hidden};
        add({.kind = YamlNode::Kind::Scalar, .line = lineOf(mark), .text = text, .items = {}, .entries = {}});
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, YamlNode::Kind::List);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, YamlNode::Kind::Map);
    }
    void OnMapEnd() override { close(); }

    [[nodiscard]] std::optional<YamlNode> takeRoot() { return std::move(m_root); }

private:
    struct Frame {
        YamlNode node;
        std::optional<YamlNode> key = std::nullopt; ///< of the map entry whose value is awaited
        QHash<QString, int> lines = {}; ///< of the keys of the map so far
    };

    static void refuseAnchor(const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        if (anchor != YAML::NullAnchor)
            throw Refusal{lineOf(mark), u"les ancres YAML (&nom) ne sont pas admises"_s};
    }
    static void refuseTag(const YAML::Mark &mark, const std::string &tag)
    {
        if (!tag.empty() && tag != "?" && tag != "!")
            throw Refusal{lineOf(mark), u"les étiquettes YAML (!type) ne sont pas admises"_s};
    }

    void open(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YamlNode::Kind kind)
    {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        if (awaitsKey())
            throw Refusal{lineOf(mark), u"une clé doit être un mot, pas une liste"_s};
        if (int(m_frames.size()) >= scriptMaxDepth)
            throw Refusal{lineOf(mark), u"plus de %1 niveaux imbriqués"_s.arg(scriptMaxDepth)};
        YamlNode node;
        node.kind = kind;
        node.line = lineOf(mark);
        m_frames.push_back({std::move(node)});
    }

    void close()
    {
        YamlNode node = std::move(m_frames.back().node);
        m_frames.pop_back();
        add(std::move(node));
    }

    [[nodiscard]] bool awaitsKey() const
    {
        return !m_frames.empty() && m_frames.back().node.kind == YamlNode::Kind::Map && !m_frames.back().key;
    }

    void add(YamlNode node)
    {
        if (m_frames.empty()) {
            m_root = std::move(node);
            return;
        }
        Frame &frame = m_frames.back();
        if (frame.node.kind == YamlNode::Kind::List) {
            frame.node.items.push_back(std::move(node));
        } else if (!frame.key) {
            checkKey(frame, node);
            frame.key = std::move(node);
        } else {
            frame.node.entries.push_back({std::move(*frame.key), std::move(node)});
            frame.key.reset();
        }
    }

    static void checkKey(Frame &frame, const YamlNode &key)
    {
        if (!key.isText())
            throw Refusal{key.line, u"une clé est vide"_s};
        if (const int first = frame.lines.value(key.text))
            throw Refusal{key.line, u"clé « %1 » en double, déjà écrite ligne %2"_s.arg(key.text).arg(first)};
        frame.lines.insert(key.text, key.line);
    }

    std::vector<Frame> m_frames;
    std::optional<YamlNode> m_root;
};

int lineAt(const QByteArray &bytes, qsizetype position)
{
    return int(std::count(bytes.cbegin(), bytes.cbegin() + position, '\n')) + 1;
}

/// Position of the first byte that is not part of well-formed UTF-8, or -1.
qsizetype firstBadUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    qsizetype start = 0;
    while (start < bytes.size()) { // by lines: good enough to name one
        qsizetype end = bytes.indexOf('\n', start);
        end = end < 0 ? bytes.size() : end + 1;
        const QString text = decoder.decode(QByteArrayView(bytes).sliced(start, end - start));
        if (decoder.hasError() || text.contains(QChar::ReplacementCharacter))
            return start;
        start = end;
    }
    return -1;
}

std::optional<YamlFault> faultOfLine(QByteArrayView line, int number)
{
    if (line.startsWith('%'))
        return YamlFault{number, u"les directives YAML (%) ne sont pas admises"_s};
    if (line.endsWith('\r'))
        line.chop(1);
    if (line.contains('\r'))
        return YamlFault{number, u"un retour chariot seul : finir les lignes par LF ou CRLF"_s};
    if (line.contains('\t'))
        return YamlFault{number, u"une tabulation : écrire des espaces"_s};
    const auto hidden = hiddenIn(QString::fromUtf8(line));
    return hidden ? std::optional(YamlFault{number, *hidden}) : std::nullopt;
}

std::optional<YamlFault> faultOfBytes(const QByteArray &bytes)
{
    if (bytes.size() > scriptMaxBytes)
        return YamlFault{1, u"fichier de plus de %1 Kio"_s.arg(scriptMaxBytes / 1024)};
    if (bytes.startsWith("\xEF\xBB\xBF") || bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"))
        return YamlFault{1, u"marque d’ordre des octets (BOM) en tête : enregistrer en UTF-8 sans BOM"_s};
    if (const qsizetype bad = firstBadUtf8(bytes); bad >= 0)
        return YamlFault{lineAt(bytes, bad), u"des octets qui ne sont pas de l’UTF-8"_s};
    int number = 0;
    for (const QByteArray &line : bytes.split('\n')) {
        if (auto fault = faultOfLine(line, ++number))
            return fault;
    }
    return std::nullopt;
}

QString frenchReason(const std::string &message)
{
    struct Known {
        const char *says;
        QStringView reason;
    };
    static const Known known[] = {
        {YAML::ErrorMsg::END_OF_MAP_FLOW,
         u"une accolade { n’est pas refermée : entre accolades, un texte avec une virgule ou une "
         u"accolade se met entre guillemets"},
        {YAML::ErrorMsg::END_OF_SEQ_FLOW,
         u"un crochet [ n’est pas refermé : entre crochets, un texte avec une virgule se met entre "
         u"guillemets"},
        {YAML::ErrorMsg::END_OF_MAP,
         u"retrait inattendu, ou guillemet ou apostrophe qui ferme un texte trop tôt, ici ou plus haut"},
        {YAML::ErrorMsg::END_OF_SEQ,
         u"retrait inattendu dans une liste, ou guillemet qui ferme un texte trop tôt, ici ou plus haut"},
        {YAML::ErrorMsg::EOF_IN_SCALAR, u"des guillemets ne sont pas refermés"},
        {YAML::ErrorMsg::MAP_VALUE, u"un « : » mal placé : mettre le texte entre guillemets"},
        {YAML::ErrorMsg::MAP_KEY, u"une clé mal placée"},
        {YAML::ErrorMsg::BLOCK_ENTRY, u"un tiret de liste mal placé"},
        {YAML::ErrorMsg::FLOW_END, u"une accolade ou un crochet fermant de trop"},
        {YAML::ErrorMsg::UNKNOWN_TOKEN, u"un signe que YAML ne permet pas ici : mettre le texte entre guillemets"},
        {YAML::ErrorMsg::INVALID_ESCAPE, u"une barre oblique inverse suivie d’une lettre inconnue"},
        {YAML::ErrorMsg::INVALID_HEX, u"une barre oblique inverse suivie d’un code incomplet"},
        {YAML::ErrorMsg::INVALID_UNICODE, u"une barre oblique inverse suivie d’un code qui n’est aucun caractère"},
        {YAML::ErrorMsg::DOC_IN_SCALAR, u"une ligne --- ou ... au milieu d’un texte"},
        {YAML::ErrorMsg::MULTIPLE_ANCHORS, u"les ancres YAML (&nom) ne sont pas admises"},
        {YAML::ErrorMsg::MULTIPLE_TAGS, u"les étiquettes YAML (!type) ne sont pas admises"},
        {YAML::ErrorMsg::TAG_WITH_NO_SUFFIX, u"les étiquettes YAML (!type) ne sont pas admises"},
        {YAML::ErrorMsg::END_OF_VERBATIM_TAG, u"les étiquettes YAML (!type) ne sont pas admises"},
        {YAML::ErrorMsg::CHAR_IN_TAG_HANDLE, u"les étiquettes YAML (!type) ne sont pas admises"},
        {YAML::ErrorMsg::UNKNOWN_ANCHOR, u"les renvois YAML (*nom) ne sont pas admis"},
        {YAML::ErrorMsg::CHAR_IN_ANCHOR, u"les ancres YAML (&nom) ne sont pas admises"},
        {YAML::ErrorMsg::CHAR_IN_ALIAS, u"les renvois YAML (*nom) ne sont pas admis"},
    };
    for (const Known &entry : known) {
        if (message.find(entry.says) != std::string::npos)
            return entry.reason.toString();
    }
    return u"le texte n’est pas du YAML bien formé"_s;
}

tl::unexpected<YamlFault> refused(int line, const QString &reason)
{
    return tl::unexpected<YamlFault>({line, messageText(reason)});
}

} // namespace

tl::expected<YamlNode, YamlFault> readYaml(const QByteArray &bytes)
{
    if (const auto fault = faultOfBytes(bytes))
        return refused(fault->line, fault->reason);
    try {
        QByteArray text = bytes; // a quote left open up to a last line end is taken as closed by the library
        while (text.endsWith('\n') || text.endsWith('\r') || text.endsWith(' '))
            text.chop(1);
        std::istringstream stream(text.toStdString());
        YAML::Parser parser(stream);
        TreeBuilder builder;
        while (parser.HandleNextDocument(builder)) { }
        std::optional<YamlNode> root = builder.takeRoot();
        if (!root || root->kind == YamlNode::Kind::Null)
            return refused(1, u"fichier vide"_s);
        return std::move(*root);
    } catch (const Refusal &refusal) {
        return refused(refusal.line, refusal.reason);
    } catch (const YAML::Exception &e) {
        return refused(lineOf(e.mark), frenchReason(e.msg));
    } catch (const std::exception &) {
        return refused(1, u"le texte n’est pas du YAML bien formé"_s);
    }
}

} // namespace desk
