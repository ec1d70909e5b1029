// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/settingrow.h"

#include "app/operations/operation.h"
#include "app/supervision/supervisionkind.h"
#include "ui/common/banner.h"
#include "ui/common/build.h"
#include "ui/common/format.h"
#include "ui/supervision/inplaceoperation.h"

#include <QJsonObject>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int shortValue = 96, longValue = 210;

} // namespace

SettingRow::SettingRow(const UiServices &services, const DeskSetting &setting, QWidget *parent)
    : QWidget(parent), m_label(makeWords(nullptr, this)), m_state(makeLabel("small", this)),
      m_edit(new QLineEdit(this)), m_save(makeButton(tr("Enregistrer"), {.enter = true}, this, &SettingRow::save)),
      m_banner(new Banner(this)), m_operation(new InPlaceOperation(services, m_banner, this))
{
    setObjectName(u"setting/"_s + setting.key);
    m_label->setBuddy(m_edit);
    m_banner->setInset(true);
    makeColumn(this, 4, {makeRow(8, {{m_label, 1}, m_state, m_save, m_edit}), m_banner});
    setSetting(setting);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        m_banner->clear();
        m_state->clear();
        showButton();
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &SettingRow::save);
    connect(m_operation, &InPlaceOperation::busyChanged, this, [this](bool busy) {
        m_edit->setReadOnly(busy);
        showButton();
    });
    connect(m_operation, &InPlaceOperation::done, this, [this](const OperationOutcome &outcome) {
        m_setting.value = outcome.result.value("is"_L1).toString(m_edit->text());
        const bool wasFocused = m_save->hasFocus();
        m_edit->setText(m_setting.value);
        m_state->setText(tr("✓ enregistré à %1").arg(shortTime(outcome.at)));
        showButton();
        if (wasFocused)
            m_edit->setFocus(Qt::OtherFocusReason);
        Q_EMIT saved();
    });
    connect(m_operation, &InPlaceOperation::refused, this, [this] { m_edit->setFocus(Qt::OtherFocusReason); });
}

void SettingRow::setSetting(const DeskSetting &setting)
{
    const bool typing = m_edit->text() != m_setting.value;
    m_setting = setting;
    const QString label = setting.label.isEmpty() ? setting.key : setting.label;
    m_label->setText(label);
    m_edit->setAccessibleName(label);
    m_label->setToolTip(setting.key);
    m_range = setting.most > 0 ? tr("de %1 à %2").arg(setting.least).arg(setting.most) : QString();
    m_edit->setToolTip(m_range);
    if (!typing && m_edit->text() != setting.value)
        m_edit->setText(setting.value);
    m_edit->setFixedWidth(setting.value.size() > 10 ? longValue : shortValue);
    m_save->setAccessibleDescription(label);
    showButton();
}

void SettingRow::showButton()
{
    m_save->setVisible(m_edit->text() != m_setting.value);
    m_save->setEnabled(!m_operation->isBusy());
}

void SettingRow::save()
{
    if (m_edit->text() == m_setting.value)
        return;
    bool isNumber = false;
    const int number = m_edit->text().trimmed().toInt(&isNumber);
    if (m_setting.most > 0 && (!isNumber || number < m_setting.least || number > m_setting.most)) {
        m_banner->set(Tone::Error, {}, tr("Un nombre entier %1 est attendu : rien n’a été enregistré.").arg(m_range));
        m_edit->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_operation->submit(SupervisionKind::SetSetting,
                        {{u"key"_s, m_setting.key}, {u"value"_s, m_edit->text().trimmed()}});
}

} // namespace desk
