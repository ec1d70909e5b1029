// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/supervisionstore.h"
#include "ui/supervision/supervisionpage.h"

class QLineEdit;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace desk {

class Banner;
class Card;
class Field;
class InPlaceOperation;
class SettingRow;

/// The settings of the desk, by group, changed in place; the mail providers anybody can have an address at.
class RulesPage : public SupervisionPage {
    Q_OBJECT
public:
    explicit RulesPage(const UiServices &services, QWidget *parent = nullptr);
    void takeKeyboard() override;
    void read() override { m_sheet->read(); }

protected:
    void onRead() override;

private:
    Card *buildProviders();
    void showSettings();
    void showProviders();
    void addProvider();
    void removeProvider();
    [[nodiscard]] Card *cardOf(const QString &group);

    Reader<SettingsSheet> *m_sheet;
    QVBoxLayout *m_left;
    QHash<QString, Card *> m_cards;
    QHash<QString, SettingRow *> m_rows;
    QListWidget *m_providers;
    QLineEdit *m_domain;
    Field *m_domainField;
    QPushButton *m_add, *m_remove;
    Banner *m_banner;
    InPlaceOperation *m_operation;
};

} // namespace desk
