// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/tickets/ticketqueue.h"

#include <QWidget>

namespace desk {

/// Received and closed of the last days of work, as bars side by side; the figures are its tooltip and its description.
class DayBars : public QWidget {
    Q_OBJECT
public:
    explicit DayBars(QWidget *parent = nullptr);
    void setDays(const QList<HourCount> &days);
    [[nodiscard]] QSize sizeHint() const override { return {160, 72}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {100, 56}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<HourCount> m_days;
};

} // namespace desk
