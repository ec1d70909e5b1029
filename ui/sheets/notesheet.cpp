// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/notesheet.h"

#include "ui/common/field.h"
#include "ui/sheets/consequences.h"
#include "ui/sheets/draftkeeper.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestText = 1000;

QString subjectOf(const OperationRequest &request)
{
    return request.params.value("request"_L1).toString() + request.params.value("change"_L1).toString();
}

} // namespace

NoteSheet::NoteSheet(const UiServices &services, const OperationRequest &prefilled, QWidget *parent)
    : Sheet(services, u"noteSheet"_s, parent), m_prefilled(prefilled), m_text(new QLineEdit(this)),
      m_field(new Field(prefilled.kind == OperationKind::ChangeObject ? tr("Qui s’oppose, et pourquoi")
                                                                      : tr("Pourquoi la retirer"),
                        m_text, this)),
      m_draft(new DraftKeeper(services.local, u"%1/%2"_s.arg(prefilled.kind, subjectOf(prefilled)), this))
{
    setTitle(sheetTitle(prefilled.kind, {}));
    setConsequence(prefilled.kind == OperationKind::ChangeObject
                       ? tr("Les superviseurs voient l’opposition tout de suite et décident. Rien ne change d’ici là.")
                       : tr("La demande n’attend plus d’approbation ; rien ne change pour l’établissement."));
    m_text->setObjectName(u"noteText"_s);
    m_text->setMaxLength(longestText);
    form()->addWidget(m_field);
    connect(m_text, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_field->setError({});
        m_draft->keep(text);
    });
    m_draft->restore([this](const QString &text) { m_text->setText(text); });
}

void NoteSheet::takeFocus()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

std::optional<OperationRequest> NoteSheet::request()
{
    const QString text = m_text->text().trimmed();
    if (text.isEmpty()) {
        m_field->setError(tr("Écrivez quelques mots."));
        m_text->setFocus(Qt::OtherFocusReason);
        return std::nullopt;
    }
    OperationRequest request = m_prefilled;
    request.params.insert("text"_L1, text);
    return request;
}

void NoteSheet::whenRefused(const Error &error)
{
    if (error.rule == "text_needed"_L1 || error.rule == "text_too_long"_L1)
        m_field->setError(tr("Écrivez quelques mots."));
    Sheet::whenRefused(error);
}

void NoteSheet::whenDone()
{
    m_draft->forget();
}

} // namespace desk
