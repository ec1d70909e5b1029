// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/tickets/lettertexts.h"

#include "app/core/logcategories.h"
#include "app/core/placeholders.h"
#include "resources/resources.h"

#include <QFile>
#include <QRegularExpression>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

QString shipped(const QString &path)
{
    initResources();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not in this program", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

} // namespace

LetterTexts::LetterTexts(const QString &source)
{
    static const QRegularExpression heading(u"^\\[([a-z_.]+)\\]$"_s);
    QString name;
    for (const QString &line : source.split(u'\n')) {
        if (line.startsWith(u'#'))
            continue;
        if (const auto match = heading.match(line); match.hasMatch()) {
            name = match.captured(1);
            m_pieces.insert(name, {});
        } else if (!name.isEmpty()) {
            m_pieces[name] += line + u'\n';
        }
    }
    for (QString &piece : m_pieces)
        piece = piece.trimmed();
}

const LetterTexts &LetterTexts::answer()
{
    static const LetterTexts texts(shipped(u":/letters/reponse.txt"_s));
    return texts;
}

QString LetterTexts::closest(const QString &name, const QStringList &traits) const
{
    QString found = name;
    for (const QString &trait : traits) {
        if (const QString longer = found + u'.' + trait; contains(longer))
            found = longer;
    }
    return found;
}

QString LetterTexts::filled(const QString &name, const QStringList &traits, const QHash<QString, QString> &values) const
{
    const QString which = closest(name, traits);
    const auto text = fillPlaceholders(piece(which), values);
    if (!text)
        qCWarning(logUi) << "letter piece" << which << "wants" << text.error().params.value(u"name"_s).toString();
    return text ? *text : QString();
}

} // namespace desk
