// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/build.h"
#include "ui/common/field.h"
#include "ui/common/operationwords.h"
#include "ui/sheets/draftkeeper.h"
#include "ui/sheets/sheets.h"

#include <QCoreApplication>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestText = 1000;

class NoteSheet : public Sheet {
    Q_DECLARE_TR_FUNCTIONS(NoteSheet)
public:
    NoteSheet(const UiServices &services, const OperationRequest &prefilled, QWidget *parent)
        : Sheet(services, u"noteSheet"_s, parent), m_prefilled(prefilled),
          m_text(makeLineEdit(this, u"noteText"_s, longestText)),
          m_field(new Field(operationTextLabel(prefilled.kind), m_text, this))
    {
        setTitle(operationTitle(prefilled.kind, {}));
        setConsequence(operationConsequence(prefilled.kind));
        form()->addWidget(m_field);
        sayAt(m_field, {u"text_needed"_s, u"text_too_long"_s}, tr("Écrivez quelques mots."));
        const QJsonObject &about = prefilled.params;
        DraftKeeper *draft = keepDraft(prefilled.kind + u'/' + about.value("request"_L1).toString()
                                       + about.value("change"_L1).toString());
        connect(m_text, &QLineEdit::textEdited, this, [this, draft](const QString &text) {
            m_field->setError({});
            draft->keep(text);
        });
        draft->restore([this](const QString &text) { m_text->setText(text); });
    }

    void takeFocus() override { m_text->setFocus(Qt::OtherFocusReason); }

protected:
    std::optional<OperationRequest> request() override
    {
        const QString text = m_text->text().trimmed();
        if (text.isEmpty()) {
            m_field->setError(tr("Écrivez quelques mots."));
            takeFocus();
            return std::nullopt;
        }
        OperationRequest request = m_prefilled;
        request.params.insert("text"_L1, text);
        return request;
    }

private:
    OperationRequest m_prefilled;
    QLineEdit *m_text;
    Field *m_field;
};

} // namespace

Sheet *makeNoteSheet(const UiServices &services, const OperationRequest &prefilled, QWidget *parent)
{
    return new NoteSheet(services, prefilled, parent);
}

} // namespace desk
