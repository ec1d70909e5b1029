// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <array>
#include <string_view>

namespace desk {

// How a struct says once which of its members stand in a document, for the one reader and the one writer of
// app/core/document.h:
//
//   BOOST_DESCRIBE_STRUCT(Contract, (), (account, identifiant, signedOn))
//   template <> inline constexpr auto documentMarks<Contract> = std::array{named("account", "account_id")};
//
// A key is the member's name in snake case (signedOn: "signed_on"), a code the enumerator's (EnAttenteUd:
// "en_attente_ud"). A member that is not described is no part of the document; an enumerator that is not has no code.

/// What a description adds to a member's name and type. Without a mark a member must be there, and only what has an
/// empty value of its own (texts, times, ids, std::optional) may be null.
struct DocumentMark {
    enum class Kind { Named, Also, Optional, OrNull, Unreadable, Inlined, Always };
    std::string_view member;
    Kind kind;
    std::string_view key = {};
};

/// Its key, or an enumerator's code, is another than its name says.
consteval DocumentMark named(std::string_view member, std::string_view key)
{
    return {member, DocumentMark::Kind::Named, key};
}
/// It is read under this key where the other one is absent or null.
consteval DocumentMark also(std::string_view member, std::string_view key)
{
    return {member, DocumentMark::Kind::Also, key};
}
/// Some documents, or those of an older schema, do not have it: absent or null leaves what the member begins with.
consteval DocumentMark optional(std::string_view member)
{
    return {member, DocumentMark::Kind::Optional};
}
/// It is always there; null stands for what the member begins with, and is written for it.
consteval DocumentMark orNull(std::string_view member)
{
    return {member, DocumentMark::Kind::OrNull};
}
/// Absent or null means that the database could not read it this time: DocumentReading::unread() has its key, or
/// `part`.
consteval DocumentMark unreadable(std::string_view member, std::string_view part = {})
{
    return {member, DocumentMark::Kind::Unreadable, part};
}
/// Its own members stand in the same object.
consteval DocumentMark inlined(std::string_view member)
{
    return {member, DocumentMark::Kind::Inlined};
}
/// Of a sparse struct: it is written even when it is what it begins with.
consteval DocumentMark always(std::string_view member)
{
    return {member, DocumentMark::Kind::Always};
}

template <class T> inline constexpr auto documentMarks = std::array<DocumentMark, 0>{};

/// Members that are what they begin with are not written.
template <class T> inline constexpr bool isSparse = false;
/// Documents that consoles of other versions wrote for each other: what is absent, or not understood, stays what the
/// member begins with.
template <class T> inline constexpr bool isForgiving = false;

} // namespace desk
