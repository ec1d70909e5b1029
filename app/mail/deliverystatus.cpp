// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// A reader of our own: a report needs header fields and one level of parts, some 200 lines, while the libraries at hand
// (vmime, GMime, mimetic) bring whole mail models, and none is well kept, in Debian and easy to build on Windows at
// once.
#include "app/mail/deliverystatus.h"

#include "app/mail/plainline.h"

#include <QList>
#include <QPair>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestMail = 1024 * 1024;
constexpr qsizetype longestField = 8 * 1024;
constexpr int mostFields = 1000;
constexpr int mostParts = 100;
constexpr int deepestPart = 4;

/// Header fields in their order; names in lower case, values unfolded.
using Fields = QList<QPair<QByteArray, QByteArray>>;

/// Takes the next line off `rest`, without its end.
QByteArrayView takeLine(QByteArrayView &rest)
{
    const qsizetype end = rest.indexOf('\n');
    QByteArrayView line = end < 0 ? rest : rest.first(end);
    rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

/// The fields up to the empty line, which is taken too; `rest` is left at what follows.
Fields takeFields(QByteArrayView &rest)
{
    Fields fields;
    while (!rest.isEmpty()) {
        const QByteArrayView line = takeLine(rest);
        if (line.isEmpty())
            break;
        if (line.startsWith(' ') || line.startsWith('\t')) {
            if (!fields.isEmpty() && fields.last().second.size() < longestField)
                fields.last().second += ' ' + line.first(std::min(line.size(), longestField)).trimmed().toByteArray();
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && colon < 80 && fields.size() < mostFields)
            fields.append({line.first(colon).trimmed().toByteArray().toLower(),
                           line.sliced(colon + 1)
                               .first(std::min(line.size() - colon - 1, longestField))
                               .trimmed()
                               .toByteArray()});
    }
    return fields;
}

QByteArray fieldOf(const Fields &fields, QByteArrayView name)
{
    const auto found = std::find_if(fields.cbegin(), fields.cend(), [name](const auto &f) { return f.first == name; });
    return found == fields.cend() ? QByteArray() : found->second;
}

/// "Multipart/Report; boundary=x" → "multipart/report"
QByteArray mediaType(const Fields &fields)
{
    const QByteArray type = fieldOf(fields, "content-type");
    return type.left(type.indexOf(';') < 0 ? type.size() : type.indexOf(';')).trimmed().toLower();
}

QByteArray boundaryOf(const Fields &fields)
{
    const QByteArray type = fieldOf(fields, "content-type");
    const qsizetype at = type.toLower().indexOf("boundary=");
    if (at < 0)
        return {};
    QByteArray value = type.mid(at + 9);
    value = value.startsWith('"') ? value.mid(1).left(std::max<qsizetype>(value.indexOf('"', 1) - 1, 0))
                                  : value.left(value.indexOf(';') < 0 ? value.size() : value.indexOf(';')).trimmed();
    return value.size() > 200 ? QByteArray() : value;
}

QByteArray fromQuotedPrintable(QByteArrayView text)
{
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != '=') {
            out += text.at(i);
        } else if (i + 1 < text.size() && (text.at(i + 1) == '\n' || text.at(i + 1) == '\r')) {
            i += text.at(i + 1) == '\r' && i + 2 < text.size() && text.at(i + 2) == '\n' ? 2 : 1;
        } else {
            out += QByteArray::fromHex(
                text.sliced(i + 1).first(std::min<qsizetype>(2, text.size() - i - 1)).toByteArray());
            i += 2;
        }
    }
    return out;
}

QByteArray decoded(const Fields &fields, QByteArrayView body)
{
    const QByteArray encoding = fieldOf(fields, "content-transfer-encoding").toLower();
    if (encoding == "base64")
        return QByteArray::fromBase64(body.toByteArray());
    return encoding == "quoted-printable" ? fromQuotedPrintable(body) : body.toByteArray();
}

/// "<a@b>" or "Name <a@b>" or "a@b" → "a@b"; empty when it is nothing of the kind.
QString bareId(const QByteArray &value)
{
    const qsizetype open = value.lastIndexOf('<');
    const qsizetype close = value.indexOf('>', open + 1);
    const QByteArray id = (open < 0 ? value : value.mid(open + 1, close < 0 ? -1 : close - open - 1)).trimmed();
    const bool plain = id.size() <= 320 && id.contains('@')
        && std::all_of(id.cbegin(), id.cend(), [](char c) { return c > ' ' && c < 0x7f && c != '<' && c != '>'; });
    return plain ? QString::fromLatin1(id) : QString();
}

/// "rfc822; a@b" → "a@b", "smtp; 550 No" → "550 No"
QByteArray afterType(const QByteArray &value)
{
    return value.mid(value.indexOf(';') + 1).trimmed();
}

/// What was gathered from the parts of a mail.
struct Found {
    QByteArray report; ///< the body of message/delivery-status
    bool hasReport = false;
    QString messageId;
    int parts = 0;
};

void gather(const Fields &fields, QByteArrayView body, int depth, Found &found);

void gatherParts(const QByteArray &boundary, QByteArrayView body, int depth, Found &found)
{
    const QByteArray opening = "--" + boundary;
    qsizetype partStart = -1; // offset in body
    const QByteArrayView whole = body;
    const auto offset = [&whole](QByteArrayView rest) { return whole.size() - rest.size(); };
    const auto close = [&](qsizetype end) {
        if (partStart < 0 || ++found.parts > mostParts)
            return;
        QByteArrayView part = whole.sliced(partStart, std::max<qsizetype>(end - partStart, 0));
        const Fields fields = takeFields(part);
        gather(fields, part, depth + 1, found);
    };
    while (!body.isEmpty()) {
        const qsizetype lineStart = offset(body);
        const QByteArrayView line = takeLine(body);
        if (!line.startsWith(opening))
            continue;
        const QByteArrayView tail = line.sliced(opening.size()).trimmed();
        if (!tail.isEmpty() && tail != "--")
            continue;
        close(lineStart);
        partStart = tail.isEmpty() ? offset(body) : -1;
    }
    close(whole.size()); // cut short: what is there counts
}

void gather(const Fields &fields, QByteArrayView body, int depth, Found &found)
{
    const QByteArray type = mediaType(fields);
    if (type.startsWith("multipart/")) {
        const QByteArray boundary = boundaryOf(fields);
        if (!boundary.isEmpty() && depth < deepestPart)
            gatherParts(boundary, body, depth, found);
    } else if ((type == "message/delivery-status" || type == "message/global-delivery-status") && !found.hasReport) {
        found.report = decoded(fields, body);
        found.hasReport = true;
    } else if (depth > 0 && found.messageId.isEmpty()
               && (type == "message/rfc822" || type == "text/rfc822-headers" || type == "message/global"
                   || type == "message/global-headers")) {
        const QByteArray returned = decoded(fields, body);
        QByteArrayView rest = returned;
        found.messageId = bareId(fieldOf(takeFields(rest), "message-id"));
    }
}

DeliveryStatus::Outcome outcomeOf(const Fields &recipient)
{
    using Outcome = DeliveryStatus::Outcome;
    const QByteArray action = fieldOf(recipient, "action").toLower();
    const QByteArray status = fieldOf(recipient, "status");
    if (action.startsWith("failed"))
        return Outcome::Failed;
    if (action.startsWith("delayed"))
        return Outcome::Delayed;
    if (action.startsWith("delivered"))
        return Outcome::Delivered;
    if (action.isEmpty() && !status.isEmpty()) // some leave it out
        return status.startsWith('5') ? Outcome::Failed : status.startsWith('4') ? Outcome::Delayed : Outcome::Other;
    return Outcome::Other;
}

/// "5.1.1" from "5.1.1 (bad mailbox)", nothing from anything else.
QString statusCode(const QByteArray &value)
{
    const QByteArray code = value.left(value.indexOf(' ') < 0 ? value.size() : value.indexOf(' ')).left(11);
    const bool plain
        = std::all_of(code.cbegin(), code.cend(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    return plain && code.count('.') == 2 ? QString::fromLatin1(code) : QString();
}

void take(const Fields &recipient, DeliveryStatus &into)
{
    into.outcome = outcomeOf(recipient);
    into.status = statusCode(fieldOf(recipient, "status"));
    const QByteArray original = fieldOf(recipient, "original-recipient");
    into.recipient = bareId(afterType(original.isEmpty() ? fieldOf(recipient, "final-recipient") : original));
    const QString words = plainLine(afterType(fieldOf(recipient, "diagnostic-code")));
    into.text = words.contains(into.status) ? words : (into.status + u' ' + words).trimmed();
}

/// Reads the groups of fields; the smaller the outcome's number, the worse.
bool readGroups(QByteArrayView report, DeliveryStatus &into)
{
    bool any = false;
    for (int groups = 0; !report.isEmpty() && groups < mostParts; ++groups) {
        const Fields fields = takeFields(report);
        if (into.envelopeId.isEmpty())
            into.envelopeId = plainLine(fieldOf(fields, "original-envelope-id"), 200);
        if (fieldOf(fields, "action").isEmpty() && fieldOf(fields, "status").isEmpty())
            continue;
        if (!any || outcomeOf(fields) < into.outcome)
            take(fields, into);
        any = true;
    }
    return any;
}

Failure notUsable(const QString &rule)
{
    Error error{Error::Code::Invalid, u"not a usable delivery report"_s};
    error.rule = rule;
    return Failure(error);
}

} // namespace

Result<DeliveryStatus> readDeliveryStatus(const QByteArray &mail)
{
    QByteArrayView rest = QByteArrayView(mail).first(std::min(mail.size(), longestMail));
    const Fields fields = takeFields(rest);
    Found found;
    gather(fields, rest, 0, found);
    if (!found.hasReport)
        return notUsable(u"not_a_report"_s);
    DeliveryStatus status;
    if (!readGroups(found.report, status))
        return notUsable(u"no_recipient"_s);
    status.messageId = found.messageId;
    for (const auto &[name, value] : fields) {
        if (name == "delivered-to" || name == "x-original-to" || name == "to") {
            const QString address = bareId(value);
            if (!address.isEmpty() && !status.sentTo.contains(address) && status.sentTo.size() < 10)
                status.sentTo.append(address);
        }
    }
    return status;
}

} // namespace desk
