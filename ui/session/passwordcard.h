// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/connectionsettings.h"
#include "ui/common/card.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace desk {

class Banner;
class Field;
struct Error;

/// Asks for nothing but the password of a known connection: the keychain has none, or cannot be read.
class PasswordCard : public Card {
    Q_OBJECT
public:
    explicit PasswordCard(QWidget *parent = nullptr);
    void ask(const ConnectionSettings &where, const Error &why);
    void forgetSecret(); ///< what was typed as password
    void setConnecting(bool on);
    void showLogInFailed(const Error &error);

Q_SIGNALS:
    void logInWanted(const desk::ConnectionSettings &where, const QString &secret, bool remember);
    void otherWanted(); ///< another connection
    void cancelWanted();

private:
    void submit();

    ConnectionSettings m_where;
    QLabel *m_place;
    QLineEdit *m_secret;
    Field *m_field;
    QCheckBox *m_remember;
    Banner *m_result;
    QPushButton *m_submit, *m_other, *m_cancel;
    bool m_connecting = false;
};

} // namespace desk
