// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QHash>
#include <QTextEdit>

namespace desk {

/// The words to say: the largest text on the screen, on its own ground with a bar at its left. Selectable;
/// Ctrl+C without a selection copies all of it. As high as its words. Values that are missing stand out. A
/// screen reader finds plain text in it.
class SayText : public QTextEdit {
    Q_OBJECT
public:
    explicit SayText(QWidget *parent = nullptr);

    /// Plain text. An empty one hides the box, so that it takes no room.
    void setWords(const QString &words);
    [[nodiscard]] QString words() const { return m_words; } ///< as given, without the quotation marks shown around it
    [[nodiscard]] bool hasSelection() const { return textCursor().hasSelection(); }
    void copyAll();
    void setTight(bool tight); ///< less air around the words

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void copied();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void render();

    QString m_words;
    mutable QHash<int, int> m_heights; ///< of the words, by width: layouts ask many times
    bool m_ring = false; ///< the focus came from the keyboard: show it
};

} // namespace desk
