// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/access/accessservice.h"
#include "app/lookup/callerfile.h"
#include "ui/sheets/accesstext.h"
#include "ui/uiservices.h"

#include <QTimer>
#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLineEdit;

namespace desk {

class Field;
class PersonFields;

/// Who gets the access: another user of the establishment, an account that exists elsewhere, or somebody new.
class AccessChoice : public QWidget {
    Q_OBJECT
public:
    enum class Target { Member, Existing, New };
    /// `members`: the users of the establishment may be chosen (for the referent).
    AccessChoice(const UiServices &services, bool members, QWidget *parent);

    void choose(Target target);
    /// An account found already: the one an address belongs to.
    void useAccount(const FoundAccount &account);
    void choosePerson(const QJsonObject &person);
    void chooseMember(AccountId id);
    /// {account_id} or {person}; empty while nobody is said.
    [[nodiscard]] QJsonObject params() const;
    [[nodiscard]] AccessTarget words() const;
    /// Says in place what is missing. True: nothing is.
    [[nodiscard]] bool check();
    /// The database refused what was said of the person.
    bool setRefused(const Error &error);
    void takeFocus();
    void fileRefreshed();

    /// What was typed, for the draft.
    [[nodiscard]] QJsonObject typed() const;
    void restore(const QJsonObject &typed);

Q_SIGNALS:
    void edited();

private:
    void build(bool members);
    void fillMembers();
    void show(Target target);
    void look();
    void onFound(const QString &asked, const Result<std::optional<FoundAccount>> &answer);

    UiServices m_services;
    QButtonGroup *m_targets;
    QComboBox *m_member;
    QLineEdit *m_identifiant;
    Field *m_memberField, *m_identifiantField;
    PersonFields *m_person;
    QTimer m_lookTimer;
    std::optional<FoundAccount> m_found;
    int m_looked = 0;
};

} // namespace desk
