// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QPushButton>

namespace desk {

/// What an OptionRow shows. All texts plain.
struct OptionRowContent {
    QString key; ///< what to press, in the box at the left: "1", "Ctrl+2"
    QString label;
    QString detail; ///< smaller, under the label, or behind it when `oneLine`
    QString chip; ///< at the right, e.g. "opération"
    QString help; ///< for screen readers, besides label and detail
    bool framed = true; ///< an answer; false: a line of the diagnosis
    bool primary = false; ///< the likeliest choice, or the line in use
    bool visited = false; ///< chosen before: carries a tick
    bool tight = false; ///< less air, where height is short
    bool oneLine = false; ///< elided rather than wrapped
    friend bool operator==(const OptionRowContent &, const OptionRowContent &) = default;
};

/// A whole row that is a button: key, words that wrap, chip. Enter and Space choose it. A row that cannot be
/// chosen is dashed; its detail says why, and it keeps its place in the tab order so that the reason can be
/// read.
class OptionRow : public QPushButton {
    Q_OBJECT
public:
    explicit OptionRow(QWidget *parent = nullptr);

    void setContent(const OptionRowContent &content);
    [[nodiscard]] const OptionRowContent &content() const { return m_content; }
    void setPossible(bool possible); ///< false: drawn dashed; clicked() is still emitted, the owner must not act on it
    [[nodiscard]] bool possible() const { return m_possible; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Layout;
    [[nodiscard]] Layout layoutFor(int width) const;
    [[nodiscard]] QFont labelFont() const;
    [[nodiscard]] QFont detailFont() const;
    void drawGround(QPainter &painter) const;
    void drawKey(QPainter &painter, const Layout &layout) const;
    void drawWords(QPainter &painter, const Layout &layout) const;

    OptionRowContent m_content;
    bool m_possible = true;
};

} // namespace desk
