// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/relay/mailcomposer.h"

#include "app/core/placeholders.h"

#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

Result<QString> templateText(const QString &name)
{
    static const QRegularExpression plainName(u"^[a-z_]+\\.(txt|html)$"_s);
    QFile file(u":/mails/"_s + name);
    if (!plainName.match(name).hasMatch() || !file.open(QIODevice::ReadOnly)) {
        Error error{Error::Code::Invalid, u"no template for "_s + name};
        error.rule = u"unknown_template"_s;
        return Failure(error);
    }
    return QString::fromUtf8(file.readAll());
}

bool breaksHeader(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

bool isAddress(const QString &text)
{
    static const QRegularExpression shape(u"^[A-Za-z0-9._%+'-]+@[A-Za-z0-9.-]+$"_s);
    return shape.match(text).hasMatch();
}

QString htmlFrom(const QString &body)
{
    QString html;
    const QStringList paragraphs = body.split(u"\n\n"_s, Qt::SkipEmptyParts);
    for (const QString &paragraph : paragraphs) {
        const QString escaped = paragraph.trimmed().toHtmlEscaped().replace(u'\n', u"<br>\n"_s);
        html += paragraph.startsWith("    "_L1)
            ? u"<p style=\"font-size:19px;font-weight:bold;font-family:monospace\">%1</p>\n"_s.arg(escaped)
            : u"<p>%1</p>\n"_s.arg(escaped);
    }
    return html;
}

QByteArray base64Lines(const QString &text)
{
    QString withCrLf = text;
    withCrLf.replace(u"\r\n"_s, u"\n"_s).replace(u'\n', u"\r\n"_s);
    const QByteArray encoded = withCrLf.toUtf8().toBase64();
    QByteArray out;
    for (qsizetype i = 0; i < encoded.size(); i += 76)
        out += encoded.mid(i, 76) + "\r\n";
    return out;
}

QByteArray part(const QByteArray &type, const QString &text)
{
    return "Content-Type: " + type + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64Lines(text);
}

QByteArray header(const QByteArray &name, const QByteArray &value)
{
    return name + ": " + value + "\r\n";
}

Failure badHeader(const QString &which)
{
    Error error{Error::Code::Invalid, u"bad header "_s + which};
    error.rule = u"bad_header"_s;
    return Failure(error);
}

QByteArray assembled(const MailContent &content, const QString &subject, const QString &body, const QString &page)
{
    const QByteArray boundary = "=_" + content.messageId.section(u'@', 0, 0).toLatin1() + "_alternative";
    QByteArray message;
    message += header(
        "Date", QLocale::c().toString(content.date.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() + " +0000");
    message += header("From", encodedHeader(content.fromName, 6) + "\r\n <" + content.from.toLatin1() + ">");
    message += header("To", "<" + content.to.toLatin1() + ">");
    message += header("Subject", encodedHeader(subject, 9));
    message += header("Message-ID", "<" + content.messageId.toLatin1() + ">");
    message += header("Auto-Submitted", "auto-generated");
    message += header("Content-Language", "fr");
    message += header("MIME-Version", "1.0");
    message += header("Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"");
    message += "\r\n--" + boundary + "\r\n" + part("text/plain", body);
    message += "--" + boundary + "\r\n" + part("text/html", page);
    message += "--" + boundary + "--\r\n";
    return message;
}

} // namespace

QByteArray encodedHeader(const QString &text, qsizetype used)
{
    if (std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; }))
        return text.toLatin1();
    // 45 bytes make 60 base64 characters: with the 12 of the frame an encoded word stays below 75, and a line below 78.
    qsizetype room = std::min<qsizetype>(45, (78 - used - 12) / 4 * 3);
    QByteArray out;
    QByteArray chunk;
    const auto flush = [&] {
        if (!chunk.isEmpty())
            out += (out.isEmpty() ? "" : "\r\n ") + ("=?utf-8?B?" + chunk.toBase64() + "?=");
        chunk.clear();
    };
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype units = text.at(i).isHighSurrogate() && i + 1 < text.size() ? 2 : 1;
        const QByteArray bytes = QStringView(text).mid(i, units).toUtf8();
        if (chunk.size() + bytes.size() > room) {
            flush();
            room = 45;
        }
        chunk += bytes;
        i += units;
    }
    flush();
    return out;
}

Result<QByteArray> composeMail(const MailContent &content)
{
    if (!isAddress(content.to) || !isAddress(content.from))
        return badHeader(u"address"_s);
    if (!isAddress(content.messageId) || breaksHeader(content.fromName))
        return badHeader(u"sender or id"_s);
    const auto source = templateText(content.kind + u".txt"_s);
    if (!source)
        return Failure(source.error());
    const qsizetype firstLine = source->indexOf(u'\n');
    QHash<QString, QString> values = content.values;
    values.removeIf([](const auto &value) { return value.value().trimmed().isEmpty(); }); // a blank one is none
    const auto subject = fillPlaceholders(source->left(firstLine).section(u':', 1).trimmed(), values);
    const auto body = fillPlaceholders(source->mid(firstLine + 1).trimmed(), values);
    const auto frame = templateText(u"cadre.html"_s);
    for (const auto *piece : {&subject, &body, &frame}) {
        if (!*piece)
            return Failure(piece->error());
    }
    if (breaksHeader(*subject))
        return badHeader(u"subject"_s);
    QString page = *frame;
    page.replace(u"{contenu}"_s, htmlFrom(*body));
    return assembled(content, *subject, *body, page);
}

} // namespace desk
