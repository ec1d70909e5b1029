// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/overview/reasonpanel.h"

#include "ui/common/build.h"
#include "ui/common/commands.h"
#include "ui/common/field.h"
#include "ui/common/smallparts.h"
#include "ui/sheets/listcombo.h"

#include <QComboBox>
#include <QVariant>

namespace desk {

using namespace Qt::StringLiterals;

namespace {
constexpr int longestText = 1000;
}

ReasonPanel::ReasonPanel(QWidget *parent)
    : QFrame(parent), m_consequence(named(new ElidedLabel(nullptr, this), u"reasonConsequence"_s)),
      m_reason(named(new QComboBox(this), u"reasonChoice"_s)), m_text(named(new QLineEdit(this), u"reasonText"_s)),
      m_reasonField(new Field(tr("Raison"), m_reason, this)), m_textField(new Field(tr("Précision"), m_text, this)),
      m_confirm(makeButton({}, {.kind = ButtonKind::Primary, .name = u"reasonConfirm"_s, .enter = true}, this,
                           &ReasonPanel::confirm)),
      m_cancel(makeButton(tr("Annuler"), {.name = u"reasonCancel"_s, .enter = true}, this, &ReasonPanel::givenUp))
{
    setObjectName(u"reasonPanel"_s);
    setRole(this, "inset");
    m_text->setMaxLength(longestText);
    auto *row = makeRow(8, {{m_reasonField, 3, Qt::AlignTop}, {m_textField, 3, Qt::AlignTop}});
    addCells(row, {{m_cancel, 0, Qt::AlignBottom}, {m_confirm, 0, Qt::AlignBottom}});
    makeColumn(this, 4, {m_consequence, row}, {10, 6, 10, 8});
    hide();
    bindCommand(Command::Close, this, this, &ReasonPanel::givenUp, Qt::WidgetWithChildrenShortcut);
    connect(m_text, &QLineEdit::returnPressed, this, &ReasonPanel::confirm);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_textField->setError({}); });
    connect(m_reason, &QComboBox::currentIndexChanged, this, [this] {
        m_reasonField->setError({});
        m_textField->setError({});
    });
}

void ReasonPanel::ask(const QString &consequence, const QString &confirm, const QList<ListItem> &reasons)
{
    m_reasons = reasons;
    const QString chosen = m_reason->currentData().toString();
    fillList(m_reason, reasons, tr("Choisir…"));
    chooseCode(m_reason, chosen);
    m_consequence->setWhole(consequence);
    m_confirm->setText(confirm);
    show();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void ReasonPanel::setBusy(bool busy)
{
    m_confirm->setEnabled(!busy);
}

void ReasonPanel::close()
{
    m_text->clear();
    m_reason->setCurrentIndex(-1);
    hide();
}

void ReasonPanel::confirm()
{
    if (!m_confirm->isEnabled())
        return;
    if (m_reason->currentIndex() < 0) {
        m_reasonField->setError(tr("Choisissez pourquoi."));
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    const QString text = m_text->text().trimmed();
    if (text.isEmpty() && needsText(m_reason, m_reasons)) {
        m_textField->setError(tr("Écrivez pourquoi."));
        m_text->setFocus(Qt::OtherFocusReason);
        return;
    }
    Q_EMIT confirmed(m_reason->currentData().toString(), text);
}

} // namespace desk
