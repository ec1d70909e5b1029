// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QTableView>

class QSortFilterProxyModel;

namespace desk {

class AppSettings;
class LinesModel;
struct Line;

/// A table of lines: whole rows are chosen, Enter or a double click opens the file of the row, Ctrl+C copies it. Widths
/// the person gave to its columns are remembered under its object name.
class LinesTable : public QTableView {
    Q_OBJECT
public:
    /// `sortable`: by any column; not for lists that come page by page.
    LinesTable(LinesModel *model, AppSettings &settings, const QString &name, bool sortable, QWidget *parent = nullptr);

    /// Widths to begin with, one a column; 0: takes what is left.
    void setWidths(const QList<int> &widths);
    [[nodiscard]] QString currentKey() const;
    [[nodiscard]] const Line *currentLine() const;
    void choose(const QString &key);
    void chooseFirst(); ///< unless a row is chosen already
    [[nodiscard]] QString copiedText() const; ///< the chosen row, its cells parted by tabs

Q_SIGNALS:
    void currentLineChanged();
    void openWanted(const QString &key);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    bool event(QEvent *event) override;

private:
    void openCurrent();
    void copy(bool wholeRow);
    void keepWidths();

    AppSettings &m_settings;
    LinesModel *m_lines;
    QSortFilterProxyModel *m_sorted = nullptr;
    bool m_ready = false;
};

} // namespace desk
