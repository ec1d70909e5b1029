// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/tickets/ticketqueue.h"

#include <QFrame>

#include <optional>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace desk {

class Field;

/// Names a view, under the bar: to save what is shown, or to give a saved one another name.
class SaveViewRow : public QFrame {
    Q_OBJECT
public:
    explicit SaveViewRow(QWidget *parent = nullptr);

    /// `view`: what is to be saved, its id null for a new one. `existing`: of this person and on screen now, can be
    /// replaced; null: none.
    void open(const TicketView &view, bool mayShare, const std::optional<TicketView> &existing);
    void close();
    void showError(const QString &text); ///< under the name

Q_SIGNALS:
    void saveWanted(const desk::TicketView &view); ///< chosen: opens first from now on
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void save(bool replace);

    TicketView m_view;
    std::optional<TicketView> m_existing;
    QLineEdit *m_name;
    Field *m_field;
    QCheckBox *m_shared, *m_first;
    QPushButton *m_save, *m_replace;
};

} // namespace desk
