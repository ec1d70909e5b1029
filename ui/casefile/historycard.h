// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"
#include "ui/casefile/section.h"

class QGridLayout;
class QLabel;

namespace desk {

/// Calls, operations and walks of before: one line of counts, unfolded into a list, newest first.
class HistoryCard : public Section {
    Q_OBJECT
public:
    explicit HistoryCard(QWidget *parent = nullptr);
    void setFile(const CallerFile &file, const QDateTime &now);

private:
    struct Entry {
        QDateTime at;
        QString what, detail, who;
    };
    [[nodiscard]] QList<Entry> entries() const;
    [[nodiscard]] QString summary() const;
    void showEntries();

    CallerFile m_file;
    QDateTime m_now;
    QGridLayout *m_grid;
    QList<QLabel *> m_cells;
};

} // namespace desk
