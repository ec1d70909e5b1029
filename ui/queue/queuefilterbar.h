// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/queue/filterparts.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace desk {

class ElidedLabel;

/// What is shown, by name, and what was added to it: a chip for each part, which drops it. Room at its right for what
/// is done with the rows.
class QueueFilterBar : public QWidget {
    Q_OBJECT
public:
    explicit QueueFilterBar(QWidget *parent = nullptr);

    /// `base`: what the title stands for; parts of `filter` that differ from it have a chip.
    void setFilter(const QString &title, const TicketFilter &filter, const TicketFilter &base, const SessionInfo &info);
    void setChanged(bool changed); ///< what is shown is not what is saved: it can be
    void addAtRight(QWidget *widget);
    void addAfterFilter(QWidget *widget);
    [[nodiscard]] QSize minimumSizeHint() const override;
    void takeKeyboard(); ///< to "+ Filtre"
    /// The parts that have a chip.
    [[nodiscard]] static QList<FilterPart> addedParts(const TicketFilter &filter, const TicketFilter &base);

Q_SIGNALS:
    void dropWanted(desk::FilterPart part);
    void editWanted(desk::FilterPart part);
    void saveWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void placeRight();
    void openMenu();
    void showChips();

    TicketFilter m_filter, m_base;
    SessionInfo m_info;
    ElidedLabel *m_title;
    QHBoxLayout *m_row, *m_right;
    QVBoxLayout *m_column;
    QWidget *m_rightBox, *m_below, *m_chipBox;
    QHBoxLayout *m_chips;
    QPushButton *m_add, *m_save;
};

} // namespace desk
