// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/personfields.h"

#include "app/core/documentkeys.h"
#include "app/lookup/callerfile.h"
#include "ui/common/build.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/sheets/dictated.h"

#include <QComboBox>
#include <QGridLayout>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

PersonFields::PersonFields(QWidget *parent)
    : QWidget(parent), m_profile(named(new QComboBox(this), u"personProfile"_s)),
      m_profileField(new Field(tr("Profil"), m_profile, this))
{
    m_lines = {makeLine("last_name"_L1, tr("Nom"), 100), makeLine("first_name"_L1, tr("Prénom"), 100),
               makeLine("phone"_L1, tr("Téléphone"), 40), makeLine("email"_L1, tr("Adresse électronique"), 200)};
    for (const Profile profile : {Profile::Etablissement, Profile::Tiers}) {
        QString label = profileLabel(profile);
        label[0] = label[0].toUpper();
        m_profile->addItem(label, codeOf(profile));
    }
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->addWidget(m_lines.at(0).field, 0, 0, Qt::AlignTop);
    grid->addWidget(m_lines.at(1).field, 0, 1, Qt::AlignTop);
    grid->addWidget(m_profileField, 0, 2, Qt::AlignTop);
    grid->addWidget(m_lines.at(2).field, 1, 0, Qt::AlignTop);
    grid->addWidget(m_lines.at(3).field, 1, 1, 1, 2, Qt::AlignTop);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    connect(m_profile, &QComboBox::activated, this, [this] {
        m_profileField->setError({});
        Q_EMIT edited();
    });
}

PersonFields::Line PersonFields::makeLine(QLatin1StringView key, const QString &label, int most)
{
    auto *edit = makeLineEdit(this, u"person_"_s + key, most);
    auto *field = new Field(label, edit, this);
    connect(edit, &QLineEdit::textEdited, this, [this, field] {
        field->setError({});
        Q_EMIT edited();
    });
    return {key, edit, field};
}

QJsonObject PersonFields::person() const
{
    QJsonObject person{{"profile"_L1, m_profile->currentData().toString()}};
    for (const Line &line : m_lines)
        person.insert(line.key, line.edit->text().simplified());
    return person;
}

void PersonFields::setPerson(const QJsonObject &person)
{
    for (const Line &line : m_lines)
        line.edit->setText(person.value(line.key).toString());
    const int profile = m_profile->findData(person.value("profile"_L1).toString());
    m_profile->setCurrentIndex(qMax(0, profile));
}

QString PersonFields::fullName() const
{
    return (m_lines.at(1).edit->text() + u' ' + m_lines.at(0).edit->text()).simplified();
}

QString PersonFields::fault(const Line &line) const
{
    const QString text = line.edit->text().simplified();
    if (text.isEmpty())
        return tr("À remplir.");
    if (line.key == "phone"_L1 && !looksLikePhone(text))
        return tr("Ce numéro n’est pas complet.");
    if (line.key == "email"_L1 && !looksLikeEmail(text))
        return tr("Cette adresse n’est pas complète : faites-la épeler.");
    return {};
}

bool PersonFields::isComplete() const
{
    return std::all_of(m_lines.cbegin(), m_lines.cend(), [this](const Line &line) { return fault(line).isEmpty(); });
}

bool PersonFields::check()
{
    bool sound = true;
    for (const Line &line : m_lines) {
        line.field->setError(fault(line));
        if (sound && !line.field->error().isEmpty())
            line.edit->setFocus(Qt::OtherFocusReason);
        sound = sound && line.field->error().isEmpty();
    }
    return sound;
}

bool PersonFields::setRefused(const QString &field)
{
    if (field == "profile"_L1) {
        m_profileField->setError(tr("Ce profil n’est pas accepté ici."));
        m_profile->setFocus(Qt::OtherFocusReason);
        return true;
    }
    for (const Line &line : m_lines) {
        if (line.key != field)
            continue;
        const QString why = fault(line);
        line.field->setError(!why.isEmpty()            ? why
                                 : field == "email"_L1 ? tr("Cette adresse n’est pas acceptée : faites-la épeler.")
                                 : field == "phone"_L1 ? tr("Ce numéro n’est pas accepté : faites-le répéter.")
                                                       : tr("Ce nom n’est pas accepté : des lettres, des espaces, des "
                                                            "traits d’union."));
        line.edit->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

void PersonFields::takeFocus()
{
    for (const Line &line : m_lines) {
        if (line.edit->text().trimmed().isEmpty()) {
            line.edit->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    m_lines.first().edit->setFocus(Qt::OtherFocusReason);
}

} // namespace desk
