// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/uiservices.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace desk {

class Card;

/// All scripts, found by number, by title, or by what the caller says; Enter starts the one in use. Script
/// files that could not be used are listed with file, line and reason.
class ScriptLibraryPage : public QWidget {
    Q_OBJECT
public:
    explicit ScriptLibraryPage(const UiServices &services, QWidget *parent = nullptr);

    /// Puts the cursor into the search field, its text selected.
    void focusSearch();

Q_SIGNALS:
    void started(); ///< a script was started: the call page shows it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void showProblems();
    void start(const QModelIndex &index);

    UiServices m_services;
    QLineEdit *m_field;
    QListView *m_list;
    QStandardItemModel *m_model;
    QLabel *m_count, *m_nothing;
    Card *m_problems;
    QLabel *m_problemList;
    Card *m_advice;
    QLabel *m_adviceList;
};

} // namespace desk
