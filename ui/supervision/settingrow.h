// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/settingssheet.h"
#include "ui/uiservices.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace desk {

class Banner;
class InPlaceOperation;

/// One setting: its label, its value to edit, and "save" once it differs. What is being typed survives a refresh.
class SettingRow : public QWidget {
    Q_OBJECT
public:
    SettingRow(const UiServices &services, const DeskSetting &setting, QWidget *parent);
    void setSetting(const DeskSetting &setting);
    [[nodiscard]] QLineEdit *editor() const { return m_edit; }

Q_SIGNALS:
    void saved();

private:
    void showButton();
    void save();

    DeskSetting m_setting;
    QString m_range; ///< of a number, in words
    QLabel *m_label, *m_state;
    QLineEdit *m_edit;
    QPushButton *m_save;
    Banner *m_banner;
    InPlaceOperation *m_operation;
};

} // namespace desk
