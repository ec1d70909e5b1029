// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/saveviewrow.h"

#include "ui/common/build.h"
#include "ui/common/field.h"

#include <QCheckBox>
#include <QKeyEvent>

namespace desk {

using namespace Qt::StringLiterals;

namespace {
constexpr int longestName = 60;
}

SaveViewRow::SaveViewRow(QWidget *parent)
    : QFrame(parent), m_name(named(new QLineEdit(this), u"viewName"_s)),
      m_field(new Field(tr("Nom de la vue"), m_name, this)),
      m_shared(named(new QCheckBox(tr("Partagée"), this), u"viewShared"_s)),
      m_first(named(new QCheckBox(tr("Ouvrir en premier"), this), u"viewFirst"_s)),
      m_save(makeButton(tr("Enregistrer"), {.kind = ButtonKind::Primary, .name = u"viewSave"_s}, this,
                        [this] { save(false); })),
      m_replace(makeButton(tr("Remplacer"), {.name = u"viewReplace"_s}, this, [this] { save(true); }))
{
    setObjectName(u"saveView"_s);
    setRole(this, "card");
    m_name->setMaxLength(longestName);
    m_field->setFixedWidth(260);
    QPushButton *cancel = makeButton(tr("Annuler"), ButtonKind::Plain, this);
    cancel->setObjectName(u"viewCancel"_s);
    makeRow(this, 14,
            {{m_field, 0, Qt::AlignTop},
             {m_shared, 0, Qt::AlignBottom},
             {m_first, 0, Qt::AlignBottom},
             spring(),
             {cancel, 0, Qt::AlignBottom},
             {m_replace, 0, Qt::AlignBottom},
             {m_save, 0, Qt::AlignBottom}},
            {14, 8, 14, 10});
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_field->setError({}); });
    connect(cancel, &QPushButton::clicked, this, &SaveViewRow::close);
    hide();
}

void SaveViewRow::open(const TicketView &view, bool mayShare, const std::optional<TicketView> &existing)
{
    m_view = view;
    m_existing = existing;
    m_name->setText(view.name);
    m_name->selectAll();
    m_field->setError({});
    m_shared->setVisible(mayShare);
    m_shared->setChecked(mayShare && view.shared);
    m_first->setChecked(view.chosen);
    m_replace->setVisible(existing.has_value());
    if (existing)
        m_replace->setText(tr("Remplacer « %1 »").arg(existing->name));
    show();
    m_name->setFocus(Qt::OtherFocusReason);
}

void SaveViewRow::close()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT closed();
}

void SaveViewRow::showError(const QString &text)
{
    m_field->setError(text);
    m_name->setFocus(Qt::OtherFocusReason);
}

void SaveViewRow::save(bool replace)
{
    TicketView view = m_view;
    view.name = m_name->text().simplified();
    if (view.name.isEmpty()) {
        showError(tr("Donnez un nom à la vue."));
        return;
    }
    if (replace && m_existing)
        view.id = m_existing->id;
    view.shared = m_shared->isChecked() && !m_shared->isHidden();
    view.chosen = m_first->isChecked();
    Q_EMIT saveWanted(view);
}

void SaveViewRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        save(!m_view.id.isNull());
    else
        QFrame::keyPressEvent(event);
}

} // namespace desk
