// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/queue/queuesheet.h"
#include "ui/uiservices.h"

#include <QWidget>

#include <functional>

class QAction;
class QLabel;
class QPushButton;

namespace desk {

class LinkButton;

/// A button with what can be taken away from a queue: all its rows as CSV, the rows on screen as PDF. While a file is
/// being written it says how far it is and can be cancelled.
class QueueExportMenu : public QWidget {
    Q_OBJECT
public:
    /// `current` says what the page shows, asked for when something is chosen.
    QueueExportMenu(const UiServices &services, std::function<QueueSheet()> current, QWidget *parent);

    void exportCsv(const QString &file); ///< what the dialog leads to
    void exportPdf(const QString &file);

Q_SIGNALS:
    void told(const QString &sentence); ///< written
    void failed(const QString &sentence);

private:
    void askForFile(const QString &title, const QString &filter, const QString &suffix,
                    void (QueueExportMenu::*write)(const QString &));
    void onExportChanged();
    [[nodiscard]] QString failureText() const;
    [[nodiscard]] static QString unwrittenText(const QString &file);

    UiServices m_services;
    std::function<QueueSheet()> m_current;
    QueueExport *m_export;
    QPushButton *m_button;
    QAction *m_csv, *m_pdf;
    QLabel *m_words;
    LinkButton *m_cancel;
};

} // namespace desk
