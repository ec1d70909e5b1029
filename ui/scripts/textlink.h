// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QPushButton>

namespace desk {

/// A small button drawn as words, with its key in front: "D pour changer de compte". Takes no more room than
/// its words.
class TextLink : public QPushButton {
    Q_OBJECT
public:
    explicit TextLink(QWidget *parent = nullptr);
    /// What is drawn, which is its accessible name too; elided in the middle where there is no room. `mark`:
    /// a sign drawn before the words, not part of the name. Not text(): an & in the words is no mnemonic.
    void setWords(const QString &words, const QString &mark = {});
    void setUnderlined(bool on); ///< always, as a link inside a sentence; else only under the mouse

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QFont linkFont() const;
    QString m_shown;
    mutable int m_wordsWidth = -1; ///< of m_shown; -1: to be measured
    bool m_underlined = false;
};

} // namespace desk
