// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace desk {

class Field;

/// A person as the caller dictates them: last name, first name, telephone, address, profile. Says at each field what is
/// wrong with it.
class PersonFields : public QWidget {
    Q_OBJECT
public:
    explicit PersonFields(QWidget *parent = nullptr);

    /// As the database takes it.
    [[nodiscard]] QJsonObject person() const;
    void setPerson(const QJsonObject &person);
    [[nodiscard]] QString fullName() const;
    /// Every field is filled in a form that may be right: worth a rehearsal.
    [[nodiscard]] bool isComplete() const;
    /// Says what is missing or cannot be right, and puts the keyboard on the first such field. True: nothing is.
    [[nodiscard]] bool check();
    /// The database refused this field: "last_name", "first_name", "phone", "email" or "profile".
    bool setRefused(const QString &field);
    void takeFocus();

Q_SIGNALS:
    void edited();

private:
    struct Line {
        QLatin1StringView key;
        QLineEdit *edit;
        Field *field;
    };
    [[nodiscard]] Line makeLine(QLatin1StringView key, const QString &label, int most);
    [[nodiscard]] QString fault(const Line &line) const;

    QList<Line> m_lines;
    QComboBox *m_profile;
    Field *m_profileField;
};

} // namespace desk
