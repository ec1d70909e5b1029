// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/scripts/breadcrumb.h"

#include "ui/scripts/textlink.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QPainter>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int nominalWidth = 430;
constexpr int separatorWidth = 14;
constexpr QStringView separator = u"›";

} // namespace

QString crumbText(const PathStep &step)
{
    const QString &answer = step.answer;
    if (answer.isEmpty())
        return step.title;
    // « Oui » or « Remis » alone tells nobody what was asked.
    const bool speaks
        = answer.contains(u' ') || answer.contains(QChar::Nbsp) || step.title.contains(answer, Qt::CaseInsensitive);
    if (speaks || step.title.isEmpty())
        return answer;
    if (step.title.endsWith(u'?'))
        return step.title + u' ' + answer;
    return step.title + u"\u00A0: "_s + answer.left(1).toLower() + answer.mid(1);
}

/// Where everything of the breadcrumb goes at one width.
struct Breadcrumb::Flow {
    QList<QRect> steps; ///< null while folded
    QRect more, current;
    QList<QRect> separators;
    int lines = 1;
    int foldedFrom = 0, foldedCount = 0;
};

Breadcrumb::Breadcrumb(QWidget *parent) : QWidget(parent), m_more(new TextLink(this))
{
    QSizePolicy policy(QSizePolicy::Ignored,
                       QSizePolicy::Preferred); // no height of its own but heightForWidth
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_more->setWords(u"…"_s);
    m_more->hide();
    connect(m_more, &QPushButton::clicked, this, &Breadcrumb::openFolded);
}

void Breadcrumb::setPath(const QList<PathStep> &path, const QString &current)
{
    if (path == m_path && current == m_current)
        return;
    m_linesAt.clear();
    m_path = path;
    m_current = current;
    while (m_buttons.size() < path.size()) {
        auto *button = new TextLink(this);
        const int index = static_cast<int>(m_buttons.size());
        connect(button, &QPushButton::clicked, this, [this, index] { Q_EMIT jumpRequested(index); });
        if (index > 0)
            setTabOrder(m_buttons.last(), button);
        m_buttons << button;
    }
    while (m_buttons.size() > path.size())
        delete m_buttons.takeLast();
    for (int i = 0; i < path.size(); ++i) {
        const PathStep &step = path.at(i);
        TextLink *button = m_buttons.at(i);
        button->setWords(crumbText(step), step.overruled ? u"≠"_s : step.decided ? u"✓"_s : QString());
        QString about = step.answer.isEmpty() ? step.title : step.title + u" → "_s + step.answer;
        if (step.overruled)
            about += u" ("_s + tr("contredit par l’agent") + u')';
        else if (step.decided)
            about += u" ("_s + tr("constaté") + (step.evidence.isEmpty() ? QString() : u" : "_s + step.evidence) + u')';
        button->setToolTip(about);
        button->setAccessibleDescription(tr("Revenir à cette étape : %1").arg(about));
    }
    setAccessibleName(tr("Chemin suivi"));
    setAccessibleDescription(current.isEmpty() ? QString() : tr("Étape en cours : %1").arg(current)); // it is painted
    updateGeometry();
    arrange();
}

void Breadcrumb::setMaxLines(int lines)
{
    if (lines == m_maxLines)
        return;
    m_maxLines = lines;
    m_linesAt.clear();
    updateGeometry();
    arrange();
}

QFont Breadcrumb::crumbFont(bool strong) const
{
    return uiFont(font(), 12, strong ? QFont::DemiBold : QFont::Normal);
}

/// Lays the steps out in lines at one width, `folded` of them behind the "…", none wider than `widest`.
Breadcrumb::Flow Breadcrumb::flowWith(int width, int folded, int widest) const
{
    const int count = static_cast<int>(m_path.size());
    const int lineHeight = QFontMetrics(crumbFont(true)).height() + 4;
    Flow result;
    result.steps.fill(QRect(), count);
    result.foldedCount = folded;
    // The first step says where the walk began, so it goes last; the others are folded from there on.
    result.foldedFrom = folded == count ? 0 : qMin(1, count - folded);
    int x = 0, y = 0;
    const auto place = [&](int wanted) {
        const int w = qMin(wanted, width);
        if (x > 0 && x + w > width) {
            x = 0;
            y += lineHeight;
        }
        const QRect rect(x, y, w, lineHeight);
        x += w;
        return rect;
    };
    for (int i = 0; i < count; ++i) {
        const bool hidden = i >= result.foldedFrom && i < result.foldedFrom + folded;
        if (hidden && i > result.foldedFrom)
            continue;
        if (hidden)
            result.more = place(m_more->sizeHint().width());
        else
            result.steps[i] = place(qMin(m_buttons.at(i)->sizeHint().width(), widest));
        result.separators << QRect(x, y, separatorWidth, lineHeight);
        x += separatorWidth;
    }
    result.current = place(QFontMetrics(crumbFont(true)).horizontalAdvance(m_current) + 1);
    result.lines = y / lineHeight + 1;
    return result;
}

/// Shortens the steps, then folds more and more of the middle, until all fit into the lines allowed.
Breadcrumb::Flow Breadcrumb::flow(int width) const
{
    Flow result;
    for (int folded = 0; folded <= m_path.size(); ++folded) {
        for (const int percent : {70, 45}) {
            result = flowWith(width, folded, qMax(60, width * percent / 100));
            if (result.lines <= m_maxLines)
                return result;
        }
    }
    return result;
}

int Breadcrumb::heightForWidth(int width) const
{
    auto known = m_linesAt.constFind(width);
    if (known == m_linesAt.cend())
        known = m_linesAt.insert(width, flow(width).lines);
    return *known * (QFontMetrics(crumbFont(true)).height() + 4);
}

QSize Breadcrumb::sizeHint() const
{
    return {nominalWidth, heightForWidth(nominalWidth)};
}

QSize Breadcrumb::minimumSizeHint() const
{
    return {160, QFontMetrics(crumbFont(true)).height() + 4};
}

void Breadcrumb::arrange()
{
    const Flow now = flow(width());
    for (int i = 0; i < m_buttons.size(); ++i) {
        m_buttons.at(i)->setVisible(!now.steps.at(i).isNull());
        m_buttons.at(i)->setGeometry(now.steps.at(i));
    }
    m_more->setVisible(now.foldedCount > 0);
    m_more->setGeometry(now.more);
    m_more->setAccessibleDescription(tr("%n étape(s) masquée(s)", nullptr, now.foldedCount));
    m_more->setToolTip(m_more->accessibleDescription());
    m_foldedFrom = now.foldedFrom;
    m_foldedCount = now.foldedCount;
    m_separators = now.separators;
    m_currentRect = now.current;
    update();
}

void Breadcrumb::openFolded()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Étapes masquées"));
    for (int i = m_foldedFrom; i < m_foldedFrom + m_foldedCount; ++i) {
        const QAction *action = menu->addAction(QString(crumbText(m_path.at(i))).replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, i] { Q_EMIT jumpRequested(i); });
    }
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void Breadcrumb::resizeEvent(QResizeEvent *)
{
    arrange();
}

void Breadcrumb::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensFor(this);
    painter.setFont(crumbFont(false));
    painter.setPen(t.secondary);
    for (const QRect &rect : m_separators)
        painter.drawText(rect, Qt::AlignCenter, separator.toString());
    painter.setFont(crumbFont(true));
    painter.setPen(t.text);
    painter.drawText(m_currentRect, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(crumbFont(true)).elidedText(m_current, Qt::ElideRight, m_currentRect.width()));
}

bool Breadcrumb::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::Polish) {
        m_linesAt.clear();
        updateGeometry();
        arrange();
    }
    return QWidget::event(event);
}

} // namespace desk
