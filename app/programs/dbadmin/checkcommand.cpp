// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/programs/dbadmin/checkcommand.h"

#include "db/servercheck/servercheck.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace desk::dbadmin {

namespace {

constexpr qsizetype namedAtMost = 8;

void print(const QString &line)
{
    std::fputs(qUtf8Printable(line + u'\n'), stdout);
}

/// « powers », as a reader of the reports calls it, then what was seen.
void printFound(const CheckOutcome &outcome, const CheckText &text)
{
    print(u"\n%1 : %2"_s.arg(text.fault ? u"À corriger"_s : u"Conseil"_s, text.wrong));
    for (const QString &one : outcome.found.first(std::min(outcome.found.size(), namedAtMost)))
        print(u"    "_s + one);
    if (outcome.found.size() > namedAtMost)
        print(u"    … et %1 de plus"_s.arg(outcome.found.size() - namedAtMost));
    print(u"  Pourquoi : "_s + text.why);
    print(u"  Que faire : "_s + text.remedy);
}

} // namespace

Result<Done> checkServerAndPrint(PgConnection &connection)
{
    const auto outcomes = checkServer(connection);
    if (!outcomes)
        return Failure(outcomes.error());
    int faults = 0, advices = 0, sound = 0;
    QStringList notSeen;
    for (const CheckOutcome &outcome : *outcomes) {
        const CheckText text = checkText(outcome.check).value_or(CheckText{true, outcome.check, {}, {}});
        switch (outcome.state) {
        case CheckOutcome::State::Sound:
            ++sound;
            break;
        case CheckOutcome::State::Found:
            ++(text.fault ? faults : advices);
            printFound(outcome, text);
            break;
        case CheckOutcome::State::NotSeen:
            notSeen << text.wrong;
            break;
        }
    }
    if (!notSeen.isEmpty()) {
        print(u"\nNon regardé, ce compte n’en a pas le droit (relancez avec un superutilisateur). Il se peut que :"_s);
        for (const QString &one : std::as_const(notSeen))
            print(u"    "_s + one);
    }
    print(
        u"\nEn ordre : %1. À corriger : %2. Conseils : %3. Non regardé : %4."_s.arg(sound).arg(faults).arg(advices).arg(
            notSeen.size()));
    if (faults == 0)
        return Done{};
    return Failure(Error{Error::Code::Invalid, u"server faults"_s, u"server_faults"_s, {{u"count"_s, faults}}});
}

} // namespace desk::dbadmin
