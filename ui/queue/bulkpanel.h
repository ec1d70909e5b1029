// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/tickets/bulkplan.h"
#include "ui/uiservices.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace desk {

class BulkProgress;
class BulkSheet;

/// What can be done with the requests selected: a bar of buttons, the sheet one of them opens, and what becomes of it.
/// The bar may be put elsewhere by the page (into its title row); sheet and progress stay here, and take no room while
/// there are none. A bulk goes on while the panel is hidden or gone.
class BulkPanel : public QWidget {
    Q_OBJECT
public:
    BulkPanel(const UiServices &services, QWidget *parent);

    /// The count and the buttons.
    [[nodiscard]] QWidget *bar() const { return m_bar; }
    void setSelection(const QList<QueueRow> &rows);
    [[nodiscard]] bool isOpen() const { return !m_sheet.isNull(); }

Q_SIGNALS:
    void selectWanted(const QList<desk::TicketNumber> &numbers); ///< those that were refused
    void changed(); ///< a batch was carried out: what the rows say may be another

private:
    using Kind = BulkAction::Kind;
    void buildBar();
    void showButtons();
    [[nodiscard]] QString obstacle() const;
    void open(Kind kind);
    void closeSheet();
    void begin(const BulkAction &action, const BulkPlan &plan);
    void onBulkChanged();

    UiServices m_services;
    QList<QueueRow> m_rows;
    QWidget *m_bar;
    QLabel *m_count;
    QPushButton *m_take, *m_assign, *m_motif, *m_merge, *m_close;
    QVBoxLayout *m_all;
    BulkProgress *m_progress;
    QPointer<BulkSheet> m_sheet;
    QPointer<QWidget> m_before; ///< where the keyboard was
    int m_settled = 0; ///< tickets whose fate changed() has told
    bool m_closing = false; ///< the bulk under way closes: its answer is kept until it has gone through
};

} // namespace desk
