// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/reasonfields.h"

#include "ui/common/build.h"
#include "ui/common/field.h"
#include "ui/sheets/listcombo.h"

#include <QComboBox>

namespace desk {

using namespace Qt::StringLiterals;

namespace {
constexpr int longestText = 1000, leastReasonWidth = 230;
}

ReasonFields::ReasonFields(const QList<ListItem> &reasons, QWidget *parent)
    : QWidget(parent), m_reasons(reasons), m_reason(named(new QComboBox(this), u"sheetReason"_s)),
      m_text(makeLineEdit(this, u"sheetReasonText"_s, longestText)),
      m_reasonField(new Field(tr("Motif"), m_reason, this)), m_textField(new Field(tr("Précision"), m_text, this))
{
    fillList(m_reason, reasons, tr("Choisir un motif"));
    m_reason->setMinimumWidth(leastReasonWidth);
    m_text->setPlaceholderText(tr("Facultatif"));
    makeRow(this, 12, {{m_reasonField, 0, Qt::AlignTop}, {m_textField, 1, Qt::AlignTop}});
    connect(m_reason, &QComboBox::currentIndexChanged, this, &ReasonFields::clearErrors);
    connect(m_reason, &QComboBox::activated, this, &ReasonFields::edited);
    connect(m_text, &QLineEdit::textEdited, this, &ReasonFields::edited);
}

void ReasonFields::set(const QString &code, const QString &text)
{
    chooseCode(m_reason, code);
    m_text->setText(text);
}

QString ReasonFields::reason() const
{
    return m_reason->currentData().toString();
}

QString ReasonFields::text() const
{
    return m_text->text();
}

bool ReasonFields::check()
{
    const bool textMissing = text().trimmed().isEmpty() && needsText(m_reason, m_reasons);
    m_reasonField->setError(reason().isEmpty() ? tr("Choisissez un motif.") : QString());
    m_textField->setError(textMissing ? tr("Ce motif demande une précision.") : QString());
    if (reason().isEmpty())
        m_reason->setFocus(Qt::OtherFocusReason);
    else if (textMissing)
        m_text->setFocus(Qt::OtherFocusReason);
    return !reason().isEmpty() && !textMissing;
}

void ReasonFields::refused(const Error &error)
{
    if (error.rule == "reason_needed"_L1 || error.rule == "unknown_reason"_L1)
        m_reasonField->setError(tr("Choisissez un motif."));
    else if (error.rule == "reason_text_needed"_L1)
        m_textField->setError(tr("Ce motif demande une précision."));
}

void ReasonFields::tellNeed()
{
    const auto tell = [this] {
        m_text->setPlaceholderText(needsText(m_reason, m_reasons) ? tr("Quelques mots, obligatoires avec ce motif")
                                                                  : tr("Facultatif"));
    };
    connect(m_reason, &QComboBox::currentIndexChanged, this, tell);
    tell();
}

void ReasonFields::clearErrors()
{
    m_reasonField->setError({});
    m_textField->setError({});
}

void ReasonFields::takeFocus()
{
    m_reason->setFocus(Qt::OtherFocusReason);
}

} // namespace desk
