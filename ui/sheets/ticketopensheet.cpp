// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/siret.h"
#include "app/lookup/caseservice.h"
#include "app/session/sessionservice.h"
#include "app/tickets/plaintext.h"
#include "ui/common/build.h"
#include "ui/common/field.h"
#include "ui/common/operationwords.h"
#include "ui/sheets/consequences.h"
#include "ui/sheets/dictated.h"
#include "ui/sheets/draftkeeper.h"
#include "ui/sheets/listcombo.h"
#include "ui/sheets/sheets.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QPlainTextEdit>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestDescription = 1000, longestLine = 200;

/// A new request for assistance, opened by the agent for the caller: the fields of the extranet's own form.
class TicketOpenSheet : public Sheet {
    Q_DECLARE_TR_FUNCTIONS(TicketOpenSheet)
public:
    TicketOpenSheet(const UiServices &services, const OperationRequest &prefilled, QWidget *parent)
        : Sheet(services, u"ticketOpenSheet"_s, parent), m_siret(makeLine(tr("SIRET"), u"ticketSiret"_s, 40)),
          m_denomination(makeLine(tr("Dénomination"), u"ticketDenomination"_s, longestLine)),
          m_name(makeLine(tr("Nom et prénom du demandeur"), u"ticketName"_s, longestLine)),
          m_phone(makeLine(tr("Téléphone"), u"ticketPhone"_s, 40)),
          m_email(makeLine(tr("Adresse électronique"), u"ticketEmail"_s, longestLine)),
          m_motif(named(new QComboBox(this), u"ticketMotif"_s)),
          m_description(named(new QPlainTextEdit(this), u"ticketDescription"_s)),
          m_motifField(new Field(tr("Motif"), m_motif, this)),
          m_descriptionField(new Field(tr("Description"), m_description, this))
    {
        setTitle(operationTitle(OperationKind::TicketOpen, {}));
        build();
        prefill(prefilled);
        // One draft for each SIRET: what was begun for one caller never turns up in another's form.
        m_draft = keepDraft(u"ticket-open/"_s + Siret::compact(m_siret.edit->text()));
        m_draft->restoreFields([this](const QJsonObject &draft) { restore(draft); });
        sayAt(m_siret.field, {u"bad_siret"_s}, tr("Ce SIRET n’est pas valable."));
        sayAt(m_phone.field, {u"bad_phone"_s}, tr("Ce numéro n’est pas valable."));
        sayAt(m_email.field, {u"bad_email"_s}, tr("Cette adresse n’est pas valable."));
        sayAt(m_motifField, {u"unknown_motif"_s}, tr("Choisissez un autre motif."));
        for (const auto &[name, edit] : lines())
            connect(edit, &QLineEdit::textEdited, this, &TicketOpenSheet::keep);
        connect(m_motif, &QComboBox::activated, this, &TicketOpenSheet::keep);
        connect(m_description, &QPlainTextEdit::textChanged, this, [this] {
            const qsizetype left = longestDescription - plainText(typedText(m_description)).size();
            m_descriptionField->setHint(
                tr("%1 sur %2 caractères").arg(longestDescription - left).arg(longestDescription));
            m_descriptionField->setError(tooLongText(-left));
            keep();
        });
    }

    void takeFocus() override
    {
        for (QWidget *widget : std::initializer_list<QWidget *>{m_siret.edit, m_denomination.edit, m_motif}) {
            const auto *edit = qobject_cast<QLineEdit *>(widget);
            if (!edit || edit->text().isEmpty()) {
                widget->setFocus(Qt::OtherFocusReason);
                return;
            }
        }
    }

protected:
    std::optional<OperationRequest> request() override
    {
        if (!check())
            return std::nullopt;
        OperationRequest request;
        request.kind = OperationKind::TicketOpen;
        for (const auto &[name, edit] : lines())
            request.params.insert(name, plainText(edit->text()));
        request.params.insert("siret"_L1, Siret::compact(plainText(m_siret.edit->text())));
        request.params.insert("motif"_L1, m_motif->currentData().toString());
        request.params.insert("description"_L1, plainText(typedText(m_description)));
        return request;
    }

private:
    struct Line {
        QLineEdit *edit = nullptr;
        Field *field = nullptr;
    };
    Line makeLine(const QString &label, const QString &name, int most)
    {
        auto *edit = makeLineEdit(this, name, most);
        return {edit, new Field(label, edit, this)};
    }

    void build()
    {
        m_description->setTabChangesFocus(true);
        m_description->setFixedHeight(72);
        m_descriptionField->setHint(tr("%1 sur %2 caractères").arg(0).arg(longestDescription));
        fillList(m_motif, services().session.info().motifs, tr("Choisir un motif"));
        auto *grid = new QGridLayout;
        grid->setHorizontalSpacing(12);
        grid->setVerticalSpacing(8);
        grid->addWidget(m_siret.field, 0, 0, Qt::AlignTop);
        grid->addWidget(m_denomination.field, 0, 1, Qt::AlignTop);
        grid->addWidget(m_motifField, 0, 2, Qt::AlignTop);
        grid->addWidget(m_name.field, 1, 0, Qt::AlignTop);
        grid->addWidget(m_phone.field, 1, 1, Qt::AlignTop);
        grid->addWidget(m_email.field, 1, 2, Qt::AlignTop);
        grid->addWidget(m_descriptionField, 2, 0, 1, 3);
        for (int column = 0; column < 3; ++column)
            grid->setColumnStretch(column, 1);
        form()->addLayout(grid);
        // The order of the form on the extranet, which is also the order people dictate in.
        QWidget *before = m_siret.edit;
        for (QWidget *next : std::initializer_list<QWidget *>{m_denomination.edit, m_motif, m_name.edit, m_phone.edit,
                                                              m_email.edit, m_description}) {
            setTabOrder(before, next);
            before = next;
        }
    }

    void prefill(const OperationRequest &prefilled)
    {
        const CallerFile &file = services().cases.file();
        const auto given = [&prefilled](QLatin1StringView key, const QString &otherwise) {
            const QString value = prefilled.params.value(key).toString();
            return value.isEmpty() ? otherwise : value;
        };
        const QString siret = file.subject == CallerFile::Subject::Unknown && Siret::parse(file.asked)
            ? Siret::compact(file.asked)
            : file.establishment.siret;
        m_siret.edit->setText(groupedDigits(given("siret"_L1, siret)));
        m_denomination.edit->setText(given("denomination"_L1, file.establishment.denomination));
        const Account *account = services().cases.selectedAccount();
        m_name.edit->setText(given("requester_name"_L1,
                                   account ? (account->lastName + u' ' + account->firstName).trimmed() : QString()));
        m_phone.edit->setText(given("requester_phone"_L1, {}));
        m_email.edit->setText(given("requester_email"_L1, {}));
        m_description->setPlainText(given("description"_L1, {}));
        chooseCode(m_motif, given("motif"_L1, {}));
    }

    void keep()
    {
        if (m_filling)
            return;
        QJsonObject draft{{"motif"_L1, m_motif->currentData().toString()},
                          {"description"_L1, typedText(m_description)}};
        for (const auto &[name, edit] : lines())
            draft.insert(name, edit->text());
        m_draft->keepFields(draft);
    }

    void restore(const QJsonObject &object)
    {
        m_filling = true;
        for (const auto &[name, edit] : lines()) {
            if (object.contains(name))
                edit->setText(object.value(name).toString());
        }
        chooseCode(m_motif, object.value("motif"_L1).toString());
        m_description->setPlainText(object.value("description"_L1).toString());
        m_filling = false;
    }

    // Marks what is missing or wrong; the first one gets the keyboard.
    bool check()
    {
        QWidget *first = nullptr;
        const auto mark = [&first](Field *field, QWidget *editor, const QString &error) {
            field->setError(error);
            if (!error.isEmpty() && !first)
                first = editor;
        };
        const auto needed = [](const QLineEdit *edit, const QString &sentence) {
            return plainText(edit->text()).isEmpty() ? sentence : QString();
        };
        mark(m_siret.field, m_siret.edit,
             Siret::parse(plainText(m_siret.edit->text())) ? QString()
                                                           : tr("Quatorze chiffres, dont la clé est juste."));
        mark(m_denomination.field, m_denomination.edit,
             needed(m_denomination.edit, tr("La dénomination est obligatoire.")));
        mark(m_motifField, m_motif, m_motif->currentIndex() < 0 ? tr("Choisissez un motif.") : QString());
        mark(m_name.field, m_name.edit, needed(m_name.edit, tr("Le nom est obligatoire.")));
        mark(m_phone.field, m_phone.edit,
             looksLikePhone(m_phone.edit->text()) ? QString() : tr("Un numéro complet, dix chiffres ou +33…"));
        mark(m_email.field, m_email.edit,
             looksLikeEmail(plainText(m_email.edit->text())) ? QString() : tr("Une adresse complète, avec « @ »."));
        const qsizetype over = plainText(typedText(m_description)).size() - longestDescription;
        mark(m_descriptionField, m_description, tooLongText(over));
        if (first)
            first->setFocus(Qt::OtherFocusReason);
        return first == nullptr;
    }

    [[nodiscard]] QList<std::pair<QString, QLineEdit *>> lines() const
    {
        return {{u"siret"_s, m_siret.edit},
                {u"denomination"_s, m_denomination.edit},
                {u"requester_name"_s, m_name.edit},
                {u"requester_phone"_s, m_phone.edit},
                {u"requester_email"_s, m_email.edit}};
    }

    Line m_siret, m_denomination, m_name, m_phone, m_email;
    QComboBox *m_motif;
    QPlainTextEdit *m_description;
    Field *m_motifField, *m_descriptionField;
    DraftKeeper *m_draft = nullptr;
    bool m_filling = false;
};

} // namespace

Sheet *makeTicketOpenSheet(const UiServices &services, const OperationRequest &prefilled, QWidget *parent)
{
    return new TicketOpenSheet(services, prefilled, parent);
}

} // namespace desk
