// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QSet>
#include <QStringList>
#include <QUuid>

#include <vector>

namespace desk {

/// Which keys documents have, whatever their values: "accounts.mails.state". For the check that the database and the
/// program name the same fields.
struct DocumentKeys {
    QSet<QString> read; ///< keys that a struct describes and a document had
    QSet<QString> undescribed; ///< keys that a document had and no struct describes
};

/// One document being read: where the reader stands in it, what was wrong, and what could not be read.
class DocumentReading {
public:
    explicit DocumentReading(DocumentKeys *keys = nullptr) : m_keys(keys) { }

    /// Steps into a member, or an element of a list, for as long as it lives.
    class Step {
    public:
        Step(DocumentReading &in, QLatin1StringView key, qsizetype index = -1) : m_in(in)
        {
            m_in.m_steps.push_back({key, index});
        }
        ~Step() { m_in.m_steps.pop_back(); }
        Q_DISABLE_COPY_MOVE(Step)

    private:
        DocumentReading &m_in;
    };

    /// Notes the first fault, with its path; always false.
    bool wrong(const QString &what);
    void forgive() { m_fault.clear(); }
    void noteUnread(QLatin1StringView part);
    /// `known`: the keys the struct describes.
    void noteKeys(const QJsonObject &object, const QList<QLatin1StringView> &known);
    [[nodiscard]] bool notesKeys() const { return m_keys != nullptr; }

    /// The keys of lists that were null or absent: the database could not read them this time.
    [[nodiscard]] const QStringList &unread() const { return m_unread; }
    /// "accounts[3].state: unknown code 'x'", as an error of the code Internal.
    [[nodiscard]] Failure failure() const { return fail(Error::Code::Internal, m_fault); }

private:
    struct Place {
        QLatin1StringView key; ///< empty: an element
        qsizetype index;
    };
    [[nodiscard]] QString path(bool indexes) const;

    std::vector<Place> m_steps;
    QString m_fault;
    QStringList m_unread;
    DocumentKeys *m_keys;
};

/// UTC; invalid when it is no time. For a lone value, of an operation's result for instance.
[[nodiscard]] QDateTime timeOf(const QJsonValue &value);

// Values without a description. An empty text is no time, date or id, as null is.
bool readValue(const QJsonValue &value, bool &to, DocumentReading &in);
bool readValue(const QJsonValue &value, int &to, DocumentReading &in);
bool readValue(const QJsonValue &value, qint64 &to, DocumentReading &in);
bool readValue(const QJsonValue &value, QString &to, DocumentReading &in);
bool readValue(const QJsonValue &value, QDateTime &to, DocumentReading &in);
bool readValue(const QJsonValue &value, QDate &to, DocumentReading &in);
bool readValue(const QJsonValue &value, QUuid &to, DocumentReading &in);
bool readValue(const QJsonValue &value, QJsonObject &to, DocumentReading &in);
bool readValue(const QJsonValue &value, QJsonValue &to, DocumentReading &in);

[[nodiscard]] inline QJsonValue written(bool value)
{
    return value;
}
[[nodiscard]] inline QJsonValue written(int value)
{
    return value;
}
[[nodiscard]] inline QJsonValue written(qint64 value)
{
    return value;
}
[[nodiscard]] inline QJsonValue written(const QString &value)
{
    return value;
}
[[nodiscard]] QJsonValue written(const QDateTime &value); ///< UTC
[[nodiscard]] QJsonValue written(const QDate &value);
[[nodiscard]] QJsonValue written(const QUuid &value);
[[nodiscard]] inline QJsonValue written(const QJsonObject &value)
{
    return value;
}
[[nodiscard]] inline QJsonValue written(const QJsonValue &value)
{
    return value;
}

} // namespace desk
