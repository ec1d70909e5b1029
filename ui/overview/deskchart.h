// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QChartView>

namespace desk {

/// A chart among the other widgets: quiet ground, no frame. With bars that lead somewhere it can have the keyboard: the
/// arrow keys choose a bar from top to bottom, Enter follows it.
class DeskChart : public QChartView {
    Q_OBJECT
public:
    explicit DeskChart(QWidget *parent = nullptr);

    /// Names of the bars from top to bottom, for who hears the page. None: the chart is only looked at.
    void setBars(const QStringList &names);
    [[nodiscard]] int currentBar() const { return m_current; }
    [[nodiscard]] QSize sizeHint() const override { return {420, 190}; }

Q_SIGNALS:
    void barWanted(int bar);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void choose(int bar);

    QStringList m_bars;
    int m_current = -1;
};

} // namespace desk
