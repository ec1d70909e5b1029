// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/sessioninfo.h"
#include "app/supervision/overview.h"
#include "ui/common/pagepdf.h"
#include "ui/theme/tokens.h"

#include <QFont>

#include <functional>

class QChart;

namespace desk {

/// What a chart is drawn with: those of the screen, or those of paper.
struct ChartLook {
    Tokens tokens;
    QFont font;
};

// Each takes out what the chart shows and puts in what is given: series, axes, legend in words. Nothing moves.

/// Open tickets, a bar a motif, its ages end to end; the first motif is at the top. `clicked` gets its place in the
/// list.
void showBacklog(QChart *chart, const ChartLook &look, const QList<BacklogLine> &backlog, const QList<ListItem> &motifs,
                 const std::function<void(int)> &clicked = {});
/// Received and closed of each hour, side by side; the empty hours of the night are left out.
void showHours(QChart *chart, const ChartLook &look, const QList<HourCount> &hours);
/// Received and closed of each day, as two lines, one of them dashed.
void showDays(QChart *chart, const ChartLook &look, const QList<HourCount> &days);

/// The five grounds of the ages, from new to old.
[[nodiscard]] QList<QColor> ageColours(const Tokens &tokens);

/// A chart drawn on paper of `size`, as lines and text.
[[nodiscard]] PagePdf::Picture chartPicture(const QString &title, const QString &words, const QSizeF &size,
                                            const std::function<void(QChart *)> &show);

} // namespace desk
