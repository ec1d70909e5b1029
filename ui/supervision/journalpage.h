// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/pagedreader.h"
#include "app/supervision/supervisionstore.h"
#include "ui/supervision/listpage.h"

class QComboBox;
class QDateEdit;

namespace desk {

class Field;

/// Who looked at or did what: searched by establishment, account, agent, kind and period; exported; whether its chain
/// of seals holds.
class JournalPageView : public ListPage {
    Q_OBJECT
public:
    explicit JournalPageView(const UiServices &services, QWidget *parent = nullptr);
    void takeKeyboard() override;
    void read() override;
    /// Writes the export under way to `file`; what the file dialog ends with.
    void exportTo(const QString &file);

protected:
    void onRead() override;
    void readMore() override { m_found.readMore(); }
    void showCurrent() override;
    void shown() override; ///< what was found stays until it is asked for again: each search is in the journal

private:
    void buildFilter();
    void search();
    void showState();
    void askForFile();
    void write(const QString &file, const JournalExport &rows);
    [[nodiscard]] std::optional<JournalFilter> typedFilter();
    [[nodiscard]] Line lineOf(const JournalRow &row) const;

    JournalFilter m_filter;
    PagedReader<JournalPage, JournalRow> m_found;
    QString m_file; ///< the export under way goes there
    Reader<JournalState> *m_chain;
    Reader<JournalExport> *m_export;
    QLineEdit *m_siret, *m_account, *m_agent;
    Field *m_siretField;
    QComboBox *m_kind, *m_period;
    QDateEdit *m_from, *m_to;
    QLabel *m_chainState;
    QPushButton *m_search, *m_toFile;
};

} // namespace desk
