// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/daybars.h"

#include "app/core/desktime.h"
#include "ui/common/format.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int receivedWidth = 14, closedWidth = 6, gap = 10, labelHeight = 15;

} // namespace

DayBars::DayBars(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"dayBars"_s);
    setAccessibleName(tr("Reçues et closes des derniers jours"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void DayBars::setDays(const QList<HourCount> &days)
{
    if (days == m_days)
        return;
    m_days = days;
    QStringList lines;
    for (const HourCount &day : days)
        lines << tr("%1 : %2 reçues, %3 closes")
                     .arg(shortDate(day.from), groupedNumber(day.received), groupedNumber(day.closed));
    setToolTip(lines.join(u'\n'));
    setAccessibleDescription(toolTip());
    update();
}

void DayBars::paintEvent(QPaintEvent *)
{
    int most = 1;
    for (const HourCount &day : std::as_const(m_days))
        most = std::max({most, day.received, day.closed});
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokensFor(this);
    painter.setFont(uiFont(font(), 11));
    const int room = height() - labelHeight;
    const QLocale french(QLocale::French);
    int left = 0;
    for (const HourCount &day : std::as_const(m_days)) {
        const auto bar = [&](int x, int width, int count, const QColor &colour) {
            const double tall = std::max(count > 0 ? 2.0 : 0.0, double(room) * count / most);
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            painter.drawRoundedRect(QRectF(x, room - tall, width, tall), 1.5, 1.5);
        };
        bar(left, receivedWidth, day.received, t.accent);
        bar(left + receivedWidth + 1, closedWidth, day.closed, t.success);
        painter.setPen(t.secondary);
        const int slot = receivedWidth + closedWidth + gap;
        painter.drawText(QRect(left - gap / 2, room, slot + 2, labelHeight), Qt::AlignCenter,
                         french.dayName(deskTime(day.from).date().dayOfWeek(), QLocale::ShortFormat).left(3));
        left += slot + 4;
    }
}

} // namespace desk
