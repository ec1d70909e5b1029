// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/session/passwordrules.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

qsizetype characters(const QString &text)
{
    return text.toUcs4().size();
}

} // namespace

PasswordRules::Strength PasswordRules::strength(const QString &text)
{
    const qsizetype length = characters(text);
    if (length < shortest)
        return Strength::TooShort;
    if (length < 16)
        return Strength::Enough;
    return length < 20 ? Strength::Good : Strength::VeryGood;
}

QString PasswordRules::broken(const QString &login, const QString &current, const QString &next)
{
    if (characters(next) < shortest)
        return u"too_short"_s;
    if (characters(next) > longest)
        return u"too_long"_s;
    if (next == current)
        return u"same"_s;
    if (!login.isEmpty() && next.contains(login, Qt::CaseInsensitive))
        return u"holds_login"_s;
    if (std::any_of(next.cbegin(), next.cend(), [](QChar c) { return c.category() == QChar::Other_Control; }))
        return u"control"_s;
    if (next.count(next.front()) == next.size())
        return u"one_character"_s;
    return {};
}

} // namespace desk
