// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What strangers can send. ASP_FUZZ names the target; each checks a promise beside not crashing.
#include "app/handover/handover.h"
#include "app/lookup/searchterm.h"
#include "app/mail/deliverystatus.h"
#include "app/programs/console/options.h"
#include "app/scripts/scriptlint.h"
#include "app/scripts/scriptparser.h"
#include "app/settings/appsettings.h"

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

void yaml(const QByteArray &input)
{
    const ParsedScript parsed = ScriptParser::parse(input, u"essai.yaml"_s);
    promise((parsed.script != nullptr) != !parsed.problems.isEmpty());
    if (parsed.script)
        (void)lintScript(*parsed.script);
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
