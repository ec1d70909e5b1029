// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/maskedvalue.h"

#include "ui/common/build.h"
#include "ui/common/smallparts.h"

namespace desk {

using namespace Qt::StringLiterals;

MaskedValue::MaskedValue(const char *role, QWidget *parent)
    : QWidget(parent), m_text(new ElidedLabel(role, this)), m_see(new LinkButton(tr("voir"), this))
{
    makeRow(this, 2, {m_text, m_see});
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_see, &LinkButton::clicked, this, [this] {
        m_see->setEnabled(false); // until the answer, so that it is asked once
        Q_EMIT wanted(m_field, m_id);
    });
    hide();
}

void MaskedValue::setValue(const QString &field, qint64 id, const QString &masked, const Revealed &revealed,
                           const QString &what)
{
    const QString whole = revealed.value(field, id);
    m_field = field;
    m_id = id;
    m_masked = masked;
    m_whole = !whole.isEmpty();
    m_text->setWhole(m_lead + (m_whole ? whole : masked));
    m_see->setEnabled(true);
    m_see->setAccessibleDescription(what);
    m_see->setToolTip(tr("Voir la valeur entière (la consultation est journalisée)"));
    m_see->setVisible(m_offered && !m_whole);
    setVisible(!masked.isEmpty());
}

void MaskedValue::setOffered(bool offered)
{
    m_offered = offered;
    m_see->setVisible(m_offered && !m_whole);
}

void MaskedValue::setLead(const QString &lead)
{
    m_lead = lead;
}

void MaskedValue::setShown(const QString &text)
{
    m_text->setWhole(m_lead + text);
}

QString MaskedValue::shown() const
{
    return m_text->text();
}

} // namespace desk
