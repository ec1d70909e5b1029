// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/common/card.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace desk {

class Banner;
class Field;
class SessionService;
struct Error;

/// Changing one's own password. Only where the log-in is one of PostgreSQL's own passwords; elsewhere it says so.
class OwnPasswordCard : public Card {
    Q_OBJECT
public:
    explicit OwnPasswordCard(SessionService &session, QWidget *parent = nullptr);

private:
    void build();
    void submit();
    void onAnswer(const Error *error);
    void showStrength();
    void update();
    void forget();
    [[nodiscard]] bool check();

    SessionService &m_session;
    QLineEdit *m_current, *m_next, *m_again;
    Field *m_currentField, *m_nextField, *m_againField;
    QLabel *m_rules, *m_strength, *m_expiry, *m_none;
    QWidget *m_form;
    Banner *m_result;
    QPushButton *m_submit;
    bool m_changing = false;
};

} // namespace desk
