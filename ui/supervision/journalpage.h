// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/paging.h"
#include "app/supervision/supervisionstore.h"
#include "ui/supervision/supervisionpage.h"

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace desk {

class Banner;
class Card;
class Field;
class LinesModel;
class LinesTable;
struct Line;

/// Who looked at or did what: searched by establishment, account, agent, kind and period; exported; whether its chain
/// of seals holds.
class JournalPageView : public SupervisionPage {
    Q_OBJECT
public:
    explicit JournalPageView(const UiServices &services, QWidget *parent = nullptr);
    void takeKeyboard() override;
    void read() override;
    /// Writes the export under way to `file`; what the file dialog ends with.
    void exportTo(const QString &file);

protected:
    void onRead() override;
    void shown() override; ///< what was found stays until it is asked for again: each search is in the journal

private:
    void buildFilter();
    void buildTable();
    void search();
    void readMore();
    void showRows();
    void showState();
    void showCurrent();
    void askForFile();
    void write(const QString &file, const JournalExport &rows);
    [[nodiscard]] std::optional<JournalFilter> typedFilter();
    [[nodiscard]] Line lineOf(const JournalRow &row) const;

    JournalFilter m_filter;
    qint64 m_before = 0;
    PagedRows<JournalRow> m_rows;
    QString m_file; ///< the export under way goes there
    Reader<JournalPage> *m_page;
    Reader<JournalState> *m_chain;
    Reader<JournalExport> *m_export;
    LinesModel *m_model;
    LinesTable *m_table;
    QLineEdit *m_siret, *m_account, *m_agent;
    Field *m_siretField;
    QComboBox *m_kind, *m_period;
    QDateEdit *m_from, *m_to;
    QLabel *m_chainState, *m_nothing, *m_about;
    QPushButton *m_search, *m_toFile, *m_open;
    Card *m_bar;
    Banner *m_banner;
};

} // namespace desk
