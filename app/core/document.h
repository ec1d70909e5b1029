// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/documentkeys.h"
#include "app/core/documentreading.h"
#include "app/core/id.h"

#include <QHash>
#include <QList>

#include <algorithm>
#include <utility>

namespace desk {

// The one way between documents and values: of the database, of the local store, of the tests. What a struct's
// document has, its description says (app/core/described.h). Keys that nobody describes are ignored: schemas grow. A
// member that is missing, a value of another type or an unknown code is an error with its path.
//
// A type whose document has another shape than its members gives a readValue() and a written() of its own; a struct
// that must settle something between its members a settle(). Pure; any thread.

template <class T> [[nodiscard]] QJsonObject toDocument(const T &value);

namespace documents {

/// Codes are short words; anything else may be personal, and stays out of the log.
[[nodiscard]] inline QString unknownCode(const QString &code)
{
    const bool word
        = code.size() <= 40 && std::all_of(code.begin(), code.end(), [](QChar c) {
              return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'.' || c == u'-';
          });
    return word ? QStringLiteral("unknown code '") + code + u'\'' : QStringLiteral("unknown code");
}

} // namespace documents

template <class Tag> bool readValue(const QJsonValue &value, Id<Tag> &to, DocumentReading &in)
{
    qint64 number = 0;
    if (!value.isNull() && !readValue(value, number, in))
        return false;
    to = Id<Tag>(number);
    return true;
}

template <documents::Enum E> bool readValue(const QJsonValue &value, E &to, DocumentReading &in)
{
    if (!value.isString())
        return in.wrong(QStringLiteral("no code"));
    const auto known = fromCode<E>(value.toString());
    if (!known)
        return in.wrong(documents::unknownCode(value.toString()));
    to = *known;
    return true;
}

template <class T> bool readValue(const QJsonValue &value, QList<T> &to, DocumentReading &in);
template <class T> bool readValue(const QJsonValue &value, QSet<T> &to, DocumentReading &in);
template <class T> bool readValue(const QJsonValue &value, QHash<QString, T> &to, DocumentReading &in);
template <class T> bool readValue(const QJsonValue &value, std::optional<T> &to, DocumentReading &in);
template <documents::Struct T> bool readValue(const QJsonValue &value, T &to, DocumentReading &in);

namespace documents {

template <class T> inline constexpr bool isOptional = false;
template <class T> inline constexpr bool isOptional<std::optional<T>> = true;

template <class T> bool readMembers(const QJsonObject &object, T &to, DocumentReading &in);

template <class T, class D> bool readMember(const QJsonObject &object, T &to, DocumentReading &in)
{
    using Kind = DocumentMark::Kind;
    using E = Entry<T, D>;
    auto &member = to.*D::pointer;
    if constexpr (E::has(Kind::Inlined)) {
        return readMembers(object, member, in);
    } else {
        QJsonValue value = object.value(E::key);
        if constexpr (E::has(Kind::Also)) {
            if ((value.isUndefined() || value.isNull()) && object.contains(E::other(Kind::Also)))
                value = object.value(E::other(Kind::Also));
        }
        const DocumentReading::Step step(in, E::key);
        const bool absent = value.isUndefined();
        if (absent || value.isNull()) {
            if constexpr (E::has(Kind::Unreadable)) {
                in.noteUnread(E::other(Kind::Unreadable));
                return true;
            }
            constexpr bool mayBeAbsent
                = E::has(Kind::Optional) || isOptional<std::decay_t<decltype(member)>> || isForgiving<T>;
            if (absent ? mayBeAbsent : E::has(Kind::Optional) || E::has(Kind::OrNull))
                return true;
            if (absent)
                return in.wrong(QStringLiteral("missing"));
        }
        if (readValue(value, member, in))
            return true;
        if constexpr (isForgiving<T>) {
            in.forgive();
            member = T().*D::pointer;
            return true;
        }
        return false;
    }
}

/// The keys that stand in T's own object, those of an inlined member among them.
template <class T> void addKeys(QList<QLatin1StringView> &keys)
{
    using Kind = DocumentMark::Kind;
    boost::mp11::mp_for_each<Members<T>>([&keys](auto d) {
        using E = Entry<T, decltype(d)>;
        if constexpr (E::has(Kind::Inlined)) {
            addKeys<std::decay_t<decltype(T().*d.pointer)>>(keys);
        } else {
            keys << E::key;
            if constexpr (E::has(Kind::Also))
                keys << E::other(Kind::Also);
        }
    });
}

template <class T> bool readMembers(const QJsonObject &object, T &to, DocumentReading &in)
{
    static_assert(marksFit<T>(static_cast<Members<T> *>(nullptr)), "a mark names no member");
    bool read = true;
    boost::mp11::mp_for_each<Members<T>>([&](auto d) { read = read && readMember<T, decltype(d)>(object, to, in); });
    return read;
}

} // namespace documents

template <documents::Struct T> bool readValue(const QJsonValue &value, T &to, DocumentReading &in)
{
    if (!value.isObject())
        return in.wrong(QStringLiteral("no object"));
    const QJsonObject object = value.toObject();
    if (in.notesKeys()) {
        QList<QLatin1StringView> keys;
        documents::addKeys<T>(keys);
        in.noteKeys(object, keys);
    }
    if (!documents::readMembers(object, to, in))
        return false;
    if constexpr (requires { settle(to); })
        settle(to);
    return true;
}

template <class T> bool readValue(const QJsonValue &value, QList<T> &to, DocumentReading &in)
{
    if (!value.isArray())
        return in.wrong(QStringLiteral("no list"));
    const QJsonArray array = value.toArray();
    to.clear();
    to.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i) {
        const DocumentReading::Step step(in, {}, i);
        T element{};
        if (!readValue(array.at(i), element, in))
            return false;
        to.append(std::move(element));
    }
    return true;
}

template <class T> bool readValue(const QJsonValue &value, QSet<T> &to, DocumentReading &in)
{
    QList<T> list;
    if (!readValue(value, list, in))
        return false;
    to = QSet<T>(list.cbegin(), list.cend());
    return true;
}

template <class T> bool readValue(const QJsonValue &value, QHash<QString, T> &to, DocumentReading &in)
{
    if (!value.isObject())
        return in.wrong(QStringLiteral("no object"));
    const QJsonObject object = value.toObject();
    to.clear();
    for (auto it = object.begin(); it != object.end(); ++it) {
        T element{};
        if (!readValue(it.value(), element, in))
            return false;
        to.insert(it.key(), std::move(element));
    }
    return true;
}

template <class T> bool readValue(const QJsonValue &value, std::optional<T> &to, DocumentReading &in)
{
    to.reset();
    return value.isNull() || readValue(value, to.emplace(), in);
}

template <class Tag> [[nodiscard]] QJsonValue written(const Id<Tag> &value)
{
    return value.value();
}

template <documents::Enum E> [[nodiscard]] QJsonValue written(E value)
{
    const QString code = codeOf(value);
    return code.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(code);
}

template <class T> [[nodiscard]] QJsonValue written(const QList<T> &list);
template <class T> [[nodiscard]] QJsonValue written(const QSet<T> &set);
template <class T> [[nodiscard]] QJsonValue written(const QHash<QString, T> &values);
template <class T> [[nodiscard]] QJsonValue written(const std::optional<T> &value);
template <documents::Struct T> [[nodiscard]] QJsonValue written(const T &value);

namespace documents {

template <class T> void writeMembers(QJsonObject &object, const T &value);

template <class T, class D> void writeMember(QJsonObject &object, const T &value, const T &fresh)
{
    using Kind = DocumentMark::Kind;
    using E = Entry<T, D>;
    const auto &member = value.*D::pointer;
    if constexpr (E::has(Kind::Inlined)) {
        writeMembers(object, member);
    } else {
        bool begins = false; ///< it is what a member begins with
        if constexpr (isSparse<T> || E::has(Kind::OrNull))
            begins = member == fresh.*D::pointer;
        if constexpr (isOptional<std::decay_t<decltype(member)>>)
            begins = begins || !member;
        if (begins && (isSparse<T> || isOptional<std::decay_t<decltype(member)>>)&&!E::has(Kind::Always))
            return;
        object.insert(E::key, begins && E::has(Kind::OrNull) ? QJsonValue(QJsonValue::Null) : written(member));
    }
}

template <class T> void writeMembers(QJsonObject &object, const T &value)
{
    const T fresh{};
    boost::mp11::mp_for_each<Members<T>>([&](auto d) { writeMember<T, decltype(d)>(object, value, fresh); });
}

} // namespace documents

template <documents::Struct T> [[nodiscard]] QJsonValue written(const T &value)
{
    QJsonObject object;
    documents::writeMembers(object, value);
    return object;
}

template <class T> [[nodiscard]] QJsonValue written(const QList<T> &list)
{
    QJsonArray array;
    for (const T &element : list)
        array.append(written(element));
    return array;
}

template <class T> [[nodiscard]] QJsonValue written(const QSet<T> &set)
{
    return written(QList<T>(set.cbegin(), set.cend()));
}

template <class T> [[nodiscard]] QJsonValue written(const QHash<QString, T> &values)
{
    QJsonObject object;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        object.insert(it.key(), written(it.value()));
    return object;
}

template <class T> [[nodiscard]] QJsonValue written(const std::optional<T> &value)
{
    return value ? written(*value) : QJsonValue(QJsonValue::Null);
}

/// The value a document says, or Internal with the path of what is wrong.
template <class T> [[nodiscard]] Result<T> fromDocument(const QJsonObject &document)
{
    DocumentReading in;
    T value{};
    if (!readValue(document, value, in))
        return in.failure();
    return value;
}

/// The list that a document has under `key`.
template <class T> [[nodiscard]] Result<QList<T>> listFromDocument(const QJsonObject &document, QLatin1StringView key)
{
    DocumentReading in;
    const DocumentReading::Step step(in, key);
    QList<T> list;
    if (!readValue(document.value(key), list, in))
        return in.failure();
    return list;
}

template <class T> [[nodiscard]] QJsonObject toDocument(const T &value)
{
    return written(value).toObject();
}

} // namespace desk
