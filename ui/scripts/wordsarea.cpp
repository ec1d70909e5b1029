// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/scripts/wordsarea.h"

#include "ui/theme/tokens.h"

#include <QEvent>
#include <QLayout>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>

namespace desk {

namespace {

constexpr int leastLines = 8; // of small text: title, and a few lines of the words to say

/// Lets the words run out into the ground instead of cutting a line in two.
class Fade : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const QColor ground = tokensFor(window()).panel;
        QColor clear = ground;
        clear.setAlpha(0);
        QLinearGradient gradient(0, 0, 0, height());
        gradient.setColorAt(0, clear);
        gradient.setColorAt(0.9, ground);
        QPainter(this).fillRect(rect(), gradient);
    }
};

} // namespace

WordsArea::WordsArea(QWidget *content, QWidget *parent) : QScrollArea(parent), m_fade(new Fade(this))
{
    m_fade->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_fade->hide();
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    setWidget(content);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &WordsArea::updateBar);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &WordsArea::updateBar);
}

int WordsArea::wantedHeight() const
{
    return qMax(0, widget()->layout()->totalHeightForWidth(qMax(width(), 100))); // -1 when all is hidden
}

void WordsArea::fit()
{
    const int wanted = wantedHeight();
    setMinimumHeight(qMin(wanted, leastLines * fontMetrics().height()));
    setMaximumHeight(wanted);
    updateGeometry();
    updateBar();
}

/// A bar takes width, which makes the words higher: Qt alone would keep a bar that is not needed.
void WordsArea::updateBar()
{
    const bool needed = wantedHeight() > height();
    setVerticalScrollBarPolicy(needed ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const bool more = needed && verticalScrollBar()->value() < verticalScrollBar()->maximum();
    const int fade = fontMetrics().height();
    m_fade->setGeometry(0, height() - fade, viewport()->width(), fade);
    m_fade->setVisible(more);
    m_fade->raise();
}

QSize WordsArea::sizeHint() const
{
    return {360, minimumHeight()};
}

QSize WordsArea::minimumSizeHint() const
{
    return {160, minimumHeight()};
}

void WordsArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fit();
    else
        updateBar();
}

bool WordsArea::eventFilter(QObject *watched, QEvent *event)
{
    const bool changed = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fit();
    return changed;
}

} // namespace desk
