// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"

#include <QLatin1StringView>
#include <QString>

#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <type_traits>

namespace desk {

// Keys and codes of described types, made at compile time.

namespace documents {

struct SnakeCase {
    char text[64] = {};
    std::size_t size = 0;
};

consteval SnakeCase snakeCase(std::string_view name)
{
    SnakeCase snake;
    for (const char letter : name) {
        const bool capital = letter >= 'A' && letter <= 'Z';
        if (capital && snake.size > 0)
            snake.text[snake.size++] = '_';
        snake.text[snake.size++] = capital ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return snake;
}

/// The mark of that kind on that member or enumerator of T, or nullptr.
template <class T> constexpr const DocumentMark *markOf(std::string_view member, DocumentMark::Kind kind)
{
    for (const DocumentMark &mark : documentMarks<T>) {
        if (mark.member == member && mark.kind == kind)
            return &mark;
    }
    return nullptr;
}

/// What the description D of a member or enumerator of T says.
template <class T, class D> struct Entry {
    static constexpr bool has(DocumentMark::Kind kind) { return markOf<T>(D::name, kind) != nullptr; }
    static constexpr SnakeCase snake = snakeCase(D::name);
    /// The key of that mark; the member's own where it has none.
    static constexpr QLatin1StringView other(DocumentMark::Kind kind)
    {
        const DocumentMark *mark = markOf<T>(D::name, kind);
        if (mark && (!mark->key.empty() || kind == DocumentMark::Kind::Named))
            return {mark->key.data(), static_cast<qsizetype>(mark->key.size())};
        return {snake.text, static_cast<qsizetype>(snake.size)};
    }
    static constexpr QLatin1StringView key = other(DocumentMark::Kind::Named);
};

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;
template <class E> using Enumerators = boost::describe::describe_enumerators<E>;

/// Every mark names a member that is described: a slip in a name would say nothing otherwise.
template <class T, template <class...> class List, class... D> consteval bool marksFit(List<D...> *)
{
    return std::all_of(documentMarks<T>.begin(), documentMarks<T>.end(),
                       [](const DocumentMark &mark) { return ((mark.member == D::name) || ...); });
}

template <class T>
concept Struct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;
template <class T>
concept Enum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

} // namespace documents

/// The code of a value; empty for one that has none.
template <documents::Enum E> [[nodiscard]] QString codeOf(E value)
{
    QString code;
    boost::mp11::mp_for_each<documents::Enumerators<E>>([&](auto d) {
        if (d.value == value)
            code = documents::Entry<E, decltype(d)>::key;
    });
    return code;
}

template <documents::Enum E> [[nodiscard]] std::optional<E> fromCode(QStringView code)
{
    static_assert(documents::marksFit<E>(static_cast<documents::Enumerators<E> *>(nullptr)));
    std::optional<E> found;
    boost::mp11::mp_for_each<documents::Enumerators<E>>([&](auto d) {
        if (code == documents::Entry<E, decltype(d)>::key)
            found = d.value;
    });
    return found;
}

} // namespace desk
