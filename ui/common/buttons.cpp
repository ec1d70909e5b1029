// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/buttons.h"

#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QPaintEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>
#include <QVariant>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int shortReason = 24; // characters that still fit where the button's own text was

/// Draws what a style sheet cannot: the key beside the text, and a second ring inside a filled button, whose own colour
/// is too near the focus colour.
class DeskButton : public QPushButton {
public:
    DeskButton(const QString &text, const QString &shortcut, QWidget *parent)
        : QPushButton(text, parent), m_shortcut(shortcut)
    {
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QSize size = QPushButton::sizeHint();
        return keyShown() ? size + QSize(keyWidth() + 8, 0) : size;
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        if (!keyShown()) {
            QPushButton::paintEvent(event);
        } else {
            paintWithKey();
        }
        const bool filled = property("kind").toByteArray() == "primary";
        if (!filled || !hasFocus())
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokensFor(this).onAccent, 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5), 4, 4);
    }

private:
    [[nodiscard]] bool keyShown() const { return !m_shortcut.isEmpty() && !property("compact").toBool(); }
    [[nodiscard]] QFont keyFont() const { return uiFont(font(), 11); }
    [[nodiscard]] int keyWidth() const { return QFontMetrics(keyFont()).horizontalAdvance(m_shortcut) + 12; }

    void paintWithKey()
    {
        QPainter painter(this);
        QStyleOptionButton option;
        initStyleOption(&option);
        option.text.clear();
        style()->drawControl(QStyle::CE_PushButton, &option, &painter, this);
        const Tokens &t = tokensFor(this);
        const bool filled = property("kind").toByteArray() == "primary" && isEnabled();
        const QColor ink = filled ? t.onAccent : isEnabled() ? t.text : t.secondary;
        const int words = fontMetrics().horizontalAdvance(text());
        const int left = (width() - words - 8 - keyWidth()) / 2;
        painter.setPen(ink);
        painter.drawText(QRect(left, 0, words + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
        painter.setRenderHint(QPainter::Antialiasing);
        const int keyHeight = QFontMetrics(keyFont()).height() + 1;
        const QRectF key(left + words + 8 + 0.5, (height() - keyHeight) / 2 + 0.5, keyWidth() - 1, keyHeight - 1);
        painter.setPen(filled ? t.onAccent : t.line);
        painter.drawRoundedRect(key, 4, 4);
        painter.setPen(filled ? t.onAccent : t.secondary);
        painter.setFont(keyFont());
        painter.drawText(key, Qt::AlignCenter, m_shortcut);
    }

    QString m_shortcut;
};

} // namespace

QPushButton *makeButton(const QString &text, ButtonKind kind, QWidget *parent, const QString &shortcut)
{
    auto *button = new DeskButton(text, shortcut, parent);
    button->setAutoDefault(false);
    setButtonKind(button, kind);
    return button;
}

void setButtonKind(QPushButton *button, ButtonKind kind)
{
    const QByteArray name = kind == ButtonKind::Primary ? "primary" : kind == ButtonKind::Quiet ? "quiet" : "plain";
    setStyleProperty(button, "kind", name);
}

void setBlocked(QPushButton *button, const QString &reason)
{
    if (!isBlocked(button))
        button->setProperty("ownText", button->text());
    const QString own = button->property("ownText").toString();
    const bool blocked = !reason.isEmpty();
    button->setProperty("blocked", blocked);
    button->setEnabled(!blocked);
    button->setText(blocked && reason.size() <= shortReason ? reason : own);
    button->setToolTip(reason);
    button->setAccessibleDescription(blocked ? own + u" : "_s + reason : QString());
}

bool isBlocked(const QPushButton *button)
{
    return button->property("blocked").toBool();
}

} // namespace desk
