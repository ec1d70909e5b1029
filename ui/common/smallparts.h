// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QLabel>
#include <QToolButton>

namespace desk {

/// A line of plain text that gives way: cut with "…" when there is no room, whole in its tooltip and for screen
/// readers.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(const char *role = nullptr, QWidget *parent = nullptr);
    void setWhole(const QString &text); ///< does nothing when the text is the same
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void tellWhole();
};

/// A small action in a line of text: underlined words, reachable by Tab, no frame.
class LinkButton : public QToolButton {
    Q_OBJECT
public:
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// The line that unfolds what is under it: a chevron, a bold lead and quiet words behind it. Checked: unfolded.
class FoldButton : public QToolButton {
    Q_OBJECT
public:
    explicit FoldButton(QWidget *parent = nullptr);
    /// `lead` is what the button is called; `rest` the state it sums up.
    void setWords(const QString &lead, const QString &rest);
    void setStrongLead(bool strong);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont leadFont() const;

    QString m_lead, m_rest;
    bool m_strong = false;
};

} // namespace desk
