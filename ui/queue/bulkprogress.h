// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/tickets/bulkservice.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QListView;
class QProgressBar;
class QPushButton;
class QStringListModel;

namespace desk {

class Banner;

/// Where the bulk stands: a bar while it runs, what became of it afterwards, and what was refused, line by line, with
/// the sentence of the rule. Hidden when there is none. Draws what the service holds, also of a bulk begun elsewhere.
class BulkProgress : public QFrame {
    Q_OBJECT
public:
    explicit BulkProgress(BulkService &bulk, QWidget *parent = nullptr);

Q_SIGNALS:
    void selectWanted(const QList<desk::TicketNumber> &numbers); ///< those that were refused
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent *event) override; ///< Ctrl+C copies the lines chosen

private:
    void build();
    void show(); ///< what the service holds now
    void showWords();
    void showBanner();
    void showRefused();
    [[nodiscard]] QString leftWords() const;

    BulkService &m_bulk;
    QLabel *m_title, *m_words;
    QProgressBar *m_bar;
    Banner *m_banner;
    QListView *m_refused;
    QStringListModel *m_lines;
    QPushButton *m_stop, *m_resume, *m_select, *m_close;
    QTimer m_second; ///< of a pause
};

} // namespace desk
