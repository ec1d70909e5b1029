// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/connectionsettings.h"
#include "ui/uiservices.h"

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace desk {

class CentralCard;
class DemoCard;
class PasswordCard;
struct Error;
struct SessionInfo;

/// Before anybody is logged in: try the demonstration, or connect to the central database; or only the password of a
/// known connection. Everything is said in place; nothing blocks.
class ConnectionPage : public QWidget {
    Q_OBJECT
public:
    explicit ConnectionPage(const UiServices &services, QWidget *parent = nullptr);
    void showChoice(); ///< both cards
    /// Connects without asking what is already known: the keychain is tried first, the private server is started. Such
    /// a connection is not written to the settings.
    void connectTo(const ConnectionSettings &where);

    [[nodiscard]] DemoCard *demoCard() const { return m_demo; }

Q_SIGNALS:
    void mailFolderKnown(const QString &folder); ///< of the private server that was started here

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Origin { None, Demo, Central, Password, Known };
    void build();
    void logIn(Origin origin, const ConnectionSettings &where, const QString &secret, bool remember);
    void onLoggedIn();
    void onFailed(const Error &error);
    void onSessionState();
    void cancel();
    void updateUsable();
    void showPassword(const Error &why);

    UiServices m_services;
    QBoxLayout *m_cards = nullptr;
    DemoCard *m_demo;
    CentralCard *m_central;
    PasswordCard *m_password;
    QLabel *m_words;
    Origin m_origin = Origin::None;
    bool m_keep = false; ///< the person chose this connection: remember it in the settings
    bool m_wasConnected = false;
};

} // namespace desk
