// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/lookup/searchterm.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace desk {

class CaseService;
class SuggestionList;

/// The one search box. Typing suggests; Enter opens the best; the keyboard never leaves the line. GUI thread.
class SearchBox : public QWidget {
    Q_OBJECT
public:
    explicit SearchBox(CaseService &cases, QWidget *parent = nullptr);
    /// Takes the keyboard and selects what is there, ready to be replaced.
    void activate();
    [[nodiscard]] QLineEdit *line() const { return m_line; }
    [[nodiscard]] SuggestionList *list() const { return m_list; }

Q_SIGNALS:
    void opened(); ///< a file was asked for: the keyboard is free for the page
    void left(); ///< Esc with nothing left to close

protected:
    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void onTyped();
    void onSuggestions(const QString &typed, const QList<Suggestion> &suggestions);
    void onFailed(const QString &typed, const Error &error);
    void onFileChanged();
    void onEnter();
    void onEscape();
    void open(const QString &key);
    void offerRecent();
    void describe(const SearchTerm &term, int found);
    void showList();
    void hideList();
    [[nodiscard]] bool handleKey(int key);
    [[nodiscard]] bool answered() const { return m_answeredText == typed(); }
    [[nodiscard]] QString typed() const;
    void placeIcon();

    CaseService &m_cases;
    QLineEdit *m_line;
    QLabel *m_icon, *m_key;
    SuggestionList *m_list;
    QTimer m_debounce, m_slow;
    QString m_answeredText; ///< what the suggestions on screen answer
    bool m_enterWaits = false; ///< Enter was pressed before the suggestions came
};

} // namespace desk
