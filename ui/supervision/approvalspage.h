// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/supervisionstore.h"
#include "ui/supervision/supervisionpage.h"

class QListView;

namespace desk {

class AccessDetail;
class LinesModel;
struct Line;
struct Pulse;

/// Supervisors: the requests that wait, the changes that can still be undone, what was decided. Agents: their own
/// requests.
class ApprovalsPage : public SupervisionPage {
    Q_OBJECT
public:
    explicit ApprovalsPage(const UiServices &services, QWidget *parent = nullptr);
    void takeKeyboard() override;
    void read() override;

protected:
    void onRead() override;
    void onTick() override { onRead(); }
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void onPulse(const Pulse &pulse);
    void showCurrent();
    void chooseFirst();
    [[nodiscard]] bool isSupervisor() const;
    [[nodiscard]] QList<Line> entries() const;
    [[nodiscard]] Line entry(const ApprovalRequest &request) const;
    [[nodiscard]] Line entry(const AccessChange &change) const;

    Reader<QList<ApprovalRequest>> *m_waiting, *m_decided, *m_mine;
    Reader<QList<AccessChange>> *m_changes;
    LinesModel *m_model;
    QListView *m_list;
    AccessDetail *m_detail;
    QString m_current; ///< key of what is shown
    int m_pulseWaiting = -1, m_pulseObjections = -1;
    bool m_filling = false;
};

} // namespace desk
