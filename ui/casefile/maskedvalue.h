// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QHash>
#include <QString>
#include <QWidget>

namespace desk {

class ElidedLabel;
class LinkButton;

/// What was revealed of the open file, until it is closed: a refresh keeps it, another file forgets it.
class Revealed {
public:
    [[nodiscard]] QString value(const QString &field, qint64 id) const { return m_values.value({field, id}); }
    void keep(const QString &field, qint64 id, const QString &value) { m_values.insert({field, id}, value); }
    void clear() { m_values.clear(); }

private:
    QHash<std::pair<QString, qint64>, QString> m_values;
};

/// A value the database sent masked, and the link that asks for it whole (journalled). Hidden when there is no value.
class MaskedValue : public QWidget {
    Q_OBJECT
public:
    /// `what` is said by screen readers after "voir", e.g. "adresse de claire.fontan".
    explicit MaskedValue(const char *role = nullptr, QWidget *parent = nullptr);
    void setValue(const QString &field, qint64 id, const QString &masked, const Revealed &revealed,
                  const QString &what);
    void setOffered(bool offered); ///< false: no link, only the value
    void setLead(const QString &lead); ///< shown before the value, e.g. " · "
    void setShown(const QString &text); ///< the whole value in other words
    [[nodiscard]] QString shown() const;

Q_SIGNALS:
    void wanted(const QString &field, qint64 id);

private:
    ElidedLabel *m_text;
    LinkButton *m_see;
    QString m_field, m_masked, m_lead;
    qint64 m_id = 0;
    bool m_offered = true, m_whole = false;
};

} // namespace desk
