// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/sessioninfo.h"
#include "app/session/sessionservice.h"
#include "ui/common/card.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace desk {

class Banner;
class Field;

/// The form of the central database: where, who, how protected; test it or log in. What was typed stays whatever
/// happens.
class CentralCard : public Card {
    Q_OBJECT
public:
    explicit CentralCard(SessionService &session, QWidget *parent = nullptr);
    void fill(const ConnectionSettings &where);
    [[nodiscard]] ConnectionSettings settings() const;
    /// Marks every field that cannot be used, puts the keyboard into the first; true when there is none.
    [[nodiscard]] bool check();
    void forgetSecret(); ///< what was typed as password
    void setConnecting(bool on); ///< this form's own log-in is under way
    void setUsable(bool on);
    void showLogInFailed(const Error &error);
    [[nodiscard]] bool testing() const { return m_testing; }

Q_SIGNALS:
    void logInWanted(const desk::ConnectionSettings &where, const QString &secret, bool remember);
    void cancelWanted();

private:
    void buildFields();
    void buildButtons();
    void takeUri();
    void browse();
    void test();
    void submit();
    void onTested(bool ok, const SessionInfo &info, const Error &error);
    void showTls();
    void updateButtons();

    SessionService &m_session;
    QLineEdit *m_hosts, *m_database, *m_login, *m_secret, *m_certificate;
    QSpinBox *m_port;
    QComboBox *m_tls;
    QCheckBox *m_remember;
    Field *m_hostsField = nullptr, *m_databaseField = nullptr, *m_loginField = nullptr, *m_secretField = nullptr;
    Field *m_certificateField = nullptr, *m_tlsField = nullptr;
    QPushButton *m_browse, *m_test, *m_submit, *m_cancel;
    Banner *m_result;
    QStringList m_extraOptions; ///< kept from a pasted URI
    bool m_testing = false, m_connecting = false, m_usable = true;
};

} // namespace desk
