// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/queue/queueviews.h"

#include <QWidget>

class QLabel;

namespace desk {

class Card;
class CountList;
class DayBars;

/// What can be shown, and how many there are: the motifs, the views, the last days.
class QueuesPane : public QWidget {
    Q_OBJECT
public:
    explicit QueuesPane(QWidget *parent = nullptr);

    void setContents(const SessionInfo &info, const QList<TicketView> &views, const QueueCounts &counts);
    void choose(const QueueBase &base);
    void takeKeyboard();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    void setNote(const QString &note); ///< e.g. that the counts are old

Q_SIGNALS:
    void wanted(const desk::QueueBase &base);
    void renameWanted(const QUuid &view);
    void removeWanted(const QUuid &view);
    void takeWanted(const QUuid &view); ///< of somebody who has gone
    void chooseWanted(const QUuid &view); ///< opens first; null: none does

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void openMenu(const QString &key, const QPoint &at);
    void offer(const QString &key, void (QueuesPane::*signal)(const QUuid &));
    [[nodiscard]] const TicketView *view(const QString &key) const;
    [[nodiscard]] bool mayChange(const TicketView &view) const;

    QList<TicketView> m_views;
    bool m_supervisor = false;
    Card *m_filesCard, *m_viewsCard, *m_todayCard;
    CountList *m_files, *m_viewList;
    DayBars *m_bars;
    QLabel *m_today;
};

} // namespace desk
