// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/accountrow.h"

#include "ui/casefile/accountstate.h"
#include "ui/casefile/maskedvalue.h"
#include "ui/common/build.h"
#include "ui/common/chip.h"
#include "ui/common/smallparts.h"
#include "ui/theme/tokens.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QVariant>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {
constexpr int barWidth = 3, narrowWidth = 600, longestIdentifiant = 170;
constexpr double whoShare = 0.37; // of the row's width, so that the chips of all rows stand in one column
}

AccountRow::AccountRow(QWidget *parent)
    : FileRow(u"accountRow"_s, parent), m_identifiant(new ElidedLabel("strong", this)),
      m_person(new ElidedLabel("secondary", this)), m_role(new ElidedLabel("secondary", this)),
      m_email(new MaskedValue("secondary", this)), m_phone(new MaskedValue("secondary", this)),
      m_login(named(new MaskedValue("secondary", this), u"accountLastLogin"_s)),
      m_who(new QBoxLayout(QBoxLayout::TopToBottom)), m_chips(new QBoxLayout(QBoxLayout::TopToBottom)),
      m_state(new QBoxLayout(QBoxLayout::LeftToRight)), m_whoBox(new QWidget(this)), m_first(new Chip(this)),
      m_second(new Chip(this)), m_buttons{makeOperation(), makeOperation()},
      m_line(new QBoxLayout(QBoxLayout::LeftToRight)), m_actions(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setFocusPolicy(Qt::StrongFocus);
    build();
    connect(m_email, &MaskedValue::wanted, this, &AccountRow::revealWanted);
    connect(m_phone, &MaskedValue::wanted, this, &AccountRow::revealWanted);
    connect(m_login, &MaskedValue::wanted, this, &AccountRow::revealWanted);
}

void AccountRow::build()
{
    auto *address = makeRow(4, {m_role, m_email, m_phone, spring()});
    m_who->setContentsMargins(0, 0, 0, 0);
    m_who->setSpacing(1);
    addCells(m_who, {makeRow(8, {m_identifiant, m_person, m_login, spring()}), {address, 1}});
    m_whoBox->setLayout(m_who);
    m_chips->setSpacing(3);
    addCells(m_chips, {m_first, m_second});
    m_line->setSpacing(8);
    m_state->setSpacing(8);
    addCells(m_state,
             {{m_whoBox, 1}, // as wide as its share allows, before the space behind the chips gets anything
              m_chips,
              spring(0)});
    m_state->setAlignment(m_chips, Qt::AlignVCenter);
    m_line->addLayout(m_state, 1);
    m_actions->setSpacing(6);
    addCells(m_actions, {m_buttons[0], m_buttons[1]});
    m_line->addLayout(m_actions);
    m_line->setSpacing(6);
    makeColumn(this, 2, {m_line, result()}, {11, 5, 8, 5});
    m_identifiant->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_role->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // the address gives way, what the person is does not
    result()->setObjectName(u"accountResult"_s);
    m_email->setOffered(false);
}

void AccountRow::setStacked(bool stacked)
{
    m_line->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_line->setAlignment(m_actions, stacked ? Qt::AlignLeft : Qt::Alignment());
}

void AccountRow::setAccount(const Account &account, const QDateTime &now, const Revealed &revealed,
                            bool withHabilitation)
{
    m_account = account;
    m_withHabilitation = withHabilitation;
    m_identifiant->setWhole(account.identifiant);
    // What callers are known by gives way last.
    m_identifiant->setMinimumWidth(m_narrow ? 0 : std::min(m_identifiant->sizeHint().width(), longestIdentifiant));
    const QString person = accountPerson(account);
    m_person->setWhole(person);
    showContact(revealed);
    showChips(now);
    showOperations(now);
    setAccessibleName(account.identifiant);
    setAccessibleDescription(m_chipTexts.join(u", "_s));
}

void AccountRow::showContact(const Revealed &revealed)
{
    const bool phoneRevealed = !revealed.value(u"account.phone"_s, m_account.id.value()).isEmpty();
    m_email->setValue(u"account.email"_s, m_account.id.value(), m_account.emailMasked, revealed,
                      tr("Adresse de %1").arg(m_account.identifiant));
    // The telephone is seldom asked for: in the row once it was revealed, otherwise in the row's menu.
    m_phone->setValue(u"account.phone"_s, m_account.id.value(), phoneRevealed ? m_account.phoneMasked : QString(),
                      revealed, tr("Téléphone de %1").arg(m_account.identifiant));
    m_phone->setContentsMargins(phoneRevealed ? 8 : 0, 0, 0, 0);
    const bool month = m_selected && m_account.lastLoginMasked && m_account.lastLoginAt.isValid();
    m_login->setValue(u"account.last_login"_s, m_account.id.value(), month ? lastLoginMonth(m_account) : QString(),
                      revealed, tr("Dernière connexion de %1").arg(m_account.identifiant));
    if (const QString day = revealed.value(u"account.last_login"_s, m_account.id.value()); month && !day.isEmpty())
        m_login->setShown(lastLoginDay(day));
    const QString role = accountRole(m_account, m_withHabilitation);
    m_role->setWhole(m_account.emailMasked.isEmpty() || role.isEmpty() ? role : role + u" ·"_s);
    m_role->setHidden(role.isEmpty());
}

void AccountRow::showChips(const QDateTime &now)
{
    const QList<ChipText> chips = accountChips(m_account, now, m_withHabilitation);
    const bool oneOnly = m_narrow || (m_compact && !m_selected);
    m_chipTexts.clear();
    for (const ChipText &chip : chips)
        m_chipTexts << chip.text;
    m_first->set(chips.at(0));
    if (chips.size() > 1 && !oneOnly)
        m_second->set(chips.at(1));
    else
        m_second->set(Tone::Muted, {});
    // A sign from another font must not make one row taller than the next.
    for (Chip *chip : {m_first, m_second, result()}) {
        chip->ensurePolished();
        chip->setFixedHeight(QFontMetrics(chip->font()).height() + 4);
    }
    const QString all = chips.size() > (oneOnly ? 1 : 2) ? m_chipTexts.join(u'\n') : QString();
    m_first->setToolTip(all);
    m_second->setToolTip(all);
}

int AccountRow::widthOf(const QStringList &texts) const
{
    int most = 0;
    for (const QString &text : texts)
        most = qMax(most, fontMetrics().horizontalAdvance(text));
    return most + 28; // padding and border of a button
}

void AccountRow::showOperations(const QDateTime &now)
{
    const QList<OperationChoice> choices = accountOperations(m_account, now, m_withHabilitation);
    const int columns[2]
        = {widthOf({tr("Déverrouiller"), tr("En suppression")}), widthOf({tr("Mot de passe…"), tr("En suppression")})};
    for (int i = 0; i < 2; ++i) {
        if (offer(m_buttons[i], choices.at(i), m_account.identifiant, this))
            m_buttons[i]->setFixedWidth(columns[i]);
    }
}

void AccountRow::setSelected(bool selected)
{
    if (selected == m_selected)
        return;
    m_selected = selected;
    m_email->setOffered(selected);
    update();
}

void AccountRow::setCompact(bool compact)
{
    m_compact = compact;
    const auto direction = compact ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    m_who->setDirection(direction);
    m_who->setSpacing(compact ? 8 : 1);
    m_chips->setDirection(direction);
    layout()->setContentsMargins(11, compact ? 2 : 5, 8, compact ? 2 : 5);
    m_person->setVisible(!compact && !m_person->text().isEmpty());
}

void AccountRow::copyIdentifiant()
{
    QGuiApplication::clipboard()->setText(m_account.identifiant);
}

void AccountRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensFor(this);
    if (m_selected) {
        painter.fillRect(rect(), t.accentSoft);
        painter.fillRect(0, 0, barWidth, height(), t.accent);
    }
    if (!isFirst() && !m_selected)
        painter.fillRect(0, 0, width(), 1, t.line);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(t.focus, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

bool AccountRow::event(QEvent *event)
{
    // Ctrl+C is this row's own while it has the focus, whatever the window uses it for.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return FileRow::event(event);
}

void AccountRow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyIdentifiant();
    } else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        Q_EMIT stepWanted(event->key() == Qt::Key_Up ? -1 : 1);
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        Q_EMIT chosen(m_account.id);
    } else {
        FileRow::keyPressEvent(event);
        return;
    }
    event->accept();
}

void AccountRow::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT chosen(m_account.id);
    FileRow::mousePressEvent(event);
}

void AccountRow::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copier l’identifiant"), QKeySequence::Copy, this, &AccountRow::copyIdentifiant);
    if (!m_account.emailMasked.isEmpty()) {
        menu->addAction(tr("Voir l’adresse électronique"), this,
                        [this] { Q_EMIT revealWanted(u"account.email"_s, m_account.id.value()); });
    }
    if (!m_account.phoneMasked.isEmpty()) {
        menu->addAction(tr("Voir le téléphone (%1)").arg(m_account.phoneMasked), this,
                        [this] { Q_EMIT revealWanted(u"account.phone"_s, m_account.id.value()); });
    }
    menu->popup(event->globalPos());
}

void AccountRow::resizeEvent(QResizeEvent *event)
{
    FileRow::resizeEvent(event);
    const bool narrow = width() < narrowWidth;
    m_whoBox->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : qBound(150, int(width() * whoShare), 460));
    if (narrow == m_narrow)
        return;
    m_narrow = narrow; // the chip goes under the name, where there is room for it
    m_state->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_state->setSpacing(narrow ? 1 : 8);
    m_state->setAlignment(m_chips, narrow ? Qt::AlignLeft : Qt::AlignVCenter);
    Q_EMIT narrowed();
}

void AccountRow::focusInEvent(QFocusEvent *event)
{
    FileRow::focusInEvent(event);
    update();
}

void AccountRow::focusOutEvent(QFocusEvent *event)
{
    FileRow::focusOutEvent(event);
    update();
}

} // namespace desk
