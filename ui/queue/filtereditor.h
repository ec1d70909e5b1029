// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/queue/filterparts.h"

#include <QFrame>
#include <QTimer>

#include <functional>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace desk {

/// Sets one part of a filter, under the bar: what is marked holds at once, what is typed a moment after the last key.
class FilterEditor : public QFrame {
    Q_OBJECT
public:
    explicit FilterEditor(QWidget *parent = nullptr);

    void edit(FilterPart part, const TicketFilter &filter, const SessionInfo &info);
    void setAgents(const QList<DeskAgent> &agents); ///< all there are, for the part Agent
    [[nodiscard]] FilterPart part() const { return m_part; }
    void close();

Q_SIGNALS:
    void edited(const desk::TicketFilter &filter); ///< only this part of it counts
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void clear();
    void build();
    void buildList(const QList<ListItem> &choices);
    void buildText(const QString &hint, const QString &text);
    void buildHours();
    void buildDue();
    void buildScope();
    void addExclusive(const QList<QString> &labels, int chosen, const std::function<void(int)> &choose);
    void takeList();
    void takeText();

    FilterPart m_part = FilterPart::Motif;
    TicketFilter m_filter;
    SessionInfo m_info;
    QList<DeskAgent> m_agents;
    QLabel *m_title;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_column;
    QList<QCheckBox *> m_marks;
    QLineEdit *m_text = nullptr;
    QTimer m_typed;
};

} // namespace desk
