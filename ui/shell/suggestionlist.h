// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/searchterm.h"

#include <QFrame>

class QLabel;
class QListWidget;

namespace desk {

/// The list below the search box: what was recognised or is wrong, then suggestions grouped by kind. Never takes the
/// focus; the search box moves its current row.
class SuggestionList : public QFrame {
    Q_OBJECT
public:
    explicit SuggestionList(QWidget *parent);
    /// `heading`, when given, replaces the headings of the groups.
    void setSuggestions(const QList<Suggestion> &suggestions, const QString &heading = {});
    void setMessage(const QString &text, bool isError); ///< the line above the rows; empty hides it
    [[nodiscard]] int count() const { return int(m_suggestions.size()); }
    [[nodiscard]] bool isBlank() const; ///< nothing to show at all
    [[nodiscard]] const Suggestion *first() const;
    [[nodiscard]] const Suggestion *current() const;
    void moveCurrent(int step); ///< +1 or -1, over the headings; wraps through "none"
    void selectFirst();
    [[nodiscard]] int wantedHeight() const;

Q_SIGNALS:
    void chosen(const desk::Suggestion &suggestion);

private:
    [[nodiscard]] const Suggestion *atRow(int row) const;
    void addHeading(const QString &text);

    QLabel *m_message;
    QListWidget *m_list;
    QList<Suggestion> m_suggestions;
};

} // namespace desk
