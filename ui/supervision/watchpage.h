// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/supervisionstore.h"
#include "ui/supervision/supervisionpage.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace desk {

class Banner;
class Card;
class Field;
class InPlaceOperation;
class LineList;

/// Unusual numbers of each agent against their ceilings, lifted in place; failed caller checks; what the database
/// refused.
class WatchPage : public SupervisionPage {
    Q_OBJECT
public:
    explicit WatchPage(const UiServices &services, QWidget *parent = nullptr);
    void takeKeyboard() override;
    void read() override { m_report->read(); }

protected:
    void onRead() override;
    void onTick() override;

private:
    void buildAgents();
    void buildLift();
    void showCurrentAgent();
    void openLift();
    void closeLift();
    void lift();
    [[nodiscard]] const WatchAgent *agent(const QString &key) const;

    Reader<WatchReport> *m_report;
    LineList *m_agents, *m_checks, *m_refusals;
    Card *m_liftCard;
    QLabel *m_noAgents, *m_liftTitle;
    QPushButton *m_lift, *m_confirm, *m_cancel;
    QSpinBox *m_extra, *m_minutes;
    QPlainTextEdit *m_text;
    Field *m_textField;
    Banner *m_banner;
    InPlaceOperation *m_operation;
    int m_ticks = 0;
    QString m_lifted; ///< key of the row the form is about
};

} // namespace desk
