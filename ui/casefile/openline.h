// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QPushButton>

namespace desk {

/// A whole line that opens something: a bold lead, a title and quiet words. One click, or Enter; the arrows go to its
/// neighbours.
class OpenLine : public QPushButton {
    Q_OBJECT
public:
    OpenLine(const QString &lead, const QString &title, const QString &detail, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString m_lead, m_title, m_detail;
};

} // namespace desk
