// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QScrollArea>

namespace desk {

/// Holds what is read in a step. As high as its content while there is room; else it scrolls, so that what
/// can be answered stays in sight below it.
class WordsArea : public QScrollArea {
    Q_OBJECT
public:
    explicit WordsArea(QWidget *content, QWidget *parent = nullptr);
    [[nodiscard]] int wantedHeight() const; ///< at the present width, nothing hidden
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Takes its height from the content again.
    void fit();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void updateBar();
    QWidget *m_fade; ///< at the lower edge while there is more to read
};

} // namespace desk
