// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/uiservices.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace desk {

class Card;

/// What one person sets for this desk, where they are logged in, and what this program is. Changes apply at once, but
/// for the language.
class SettingsPage : public QWidget {
    Q_OBJECT
public:
    explicit SettingsPage(const UiServices &services, QWidget *parent = nullptr);
    void setMailFolder(const QString &folder); ///< of the private server; the card is hidden without one
    void takeKeyboard();

private:
    Card *buildLook();
    Card *buildKeys();
    Card *buildQueue();
    Card *buildConnection();
    Card *buildMails();
    Card *buildAbout();
    void showConnection();

    UiServices m_services;
    QComboBox *m_theme, *m_language;
    QCheckBox *m_digits;
    QLabel *m_where, *m_who, *m_version, *m_folder, *m_restart;
    QPushButton *m_logOut;
    Card *m_mails = nullptr;
    QString m_mailFolder;
};

} // namespace desk
