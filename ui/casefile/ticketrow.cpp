// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/ticketrow.h"

#include "app/operations/operation.h"
#include "ui/casefile/maskedvalue.h"
#include "ui/casefile/ticketstate.h"
#include "ui/common/build.h"
#include "ui/common/chip.h"
#include "ui/common/format.h"
#include "ui/common/operationwords.h"
#include "ui/common/smallparts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QVariant>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int menuWidth = 42;
constexpr int numberWidth = 84, narrowWidth = 600;
constexpr double motifShare = 0.2, chipShare = 0.265; // of the row's width: the columns of all rows agree

/// An outsider's words: shown as they are, never as markup.
QLabel *plainLabel(const char *role, QWidget *parent)
{
    return makeLabel(role, parent, {}, LabelFlag::WrapsSelectable);
}

} // namespace

TicketRow::TicketRow(QWidget *parent)
    : FileRow(u"ticketRow"_s, parent), m_fold(new FoldButton(this)), m_motif(new ElidedLabel(nullptr, this)),
      m_when(new ElidedLabel("secondary", this)), m_chipBox(new QWidget(this)),
      m_chip(new Chip(m_chipBox)), m_buttons{makeOperation(), makeOperation()},
      m_menu(makeButton(u"⋯"_s, {.name = u"ticketMenu"_s, .enter = true}, this, &TicketRow::popUpMenu)),
      m_marks(named(new QWidget(this), u"ticketMarks"_s)),
      m_markLine(makeRow(m_marks, 6, {}, {numberWidth + 8, 0, 0, 0})), m_detail(new QWidget(this)),
      m_requester(makeLabel("strong", m_detail)), m_description(plainLabel(nullptr, m_detail)),
      m_history(plainLabel("small", m_detail)), m_answer(plainLabel("secondary", m_detail)),
      m_email(new MaskedValue("secondary", m_detail)), m_phone(new MaskedValue("secondary", m_detail)),
      m_comment(makeButton(operationAction(OperationKind::TicketComment), {.enter = true}, m_detail))
{
    buildLine();
    buildDetail();
    m_fold->installEventFilter(this);
    connect(m_fold, &FoldButton::toggled, this, [this](bool open) {
        if (open)
            showDetail();
        m_detail->setVisible(open);
        Q_EMIT unfolded(open);
    });
    connect(m_comment, &QPushButton::clicked, this,
            [this] { Q_EMIT operationWanted(OperationKind::TicketComment, m_ticket.number); });
    connect(m_email, &MaskedValue::wanted, this, &TicketRow::revealWanted);
    connect(m_phone, &MaskedValue::wanted, this, &TicketRow::revealWanted);
}

void TicketRow::buildLine()
{
    m_fold->setFixedWidth(numberWidth);
    m_fold->setStrongLead(true);
    makeRow(m_chipBox, usualSpacing, {m_chip, spring()});
    auto *line = makeRow(8,
                         {m_fold,
                          {m_motif, 1000}, // to its share of the row, before the date gets the rest
                          {m_chipBox, 1000},
                          {m_when, 1},
                          m_buttons[0],
                          m_buttons[1],
                          m_menu});
    m_menu->setFixedWidth(menuWidth);
    m_menu->setAccessibleName(tr("Autres actions"));
    m_menu->setToolTip(tr("Autres actions"));
    m_markLine->addStretch(1);
    m_marks->hide();
    makeColumn(this, 4, {line, m_marks, makeRow(usualSpacing, {result(), spring()}, {16, 0, 0, 0}), m_detail},
               {0, 4, 8, 4});
}

void TicketRow::buildDetail()
{
    makeColumn(m_detail, 6,
               {makeRow(12, {m_requester, m_email, m_phone, spring()}), m_description, m_answer, m_history,
                makeRow(6, {m_comment, spring()})},
               {16, 2, 0, 6});
    m_detail->hide();
}

void TicketRow::setTicket(const Ticket &ticket, const TicketReader &reader, qsizetype twins, const Revealed &revealed)
{
    m_ticket = ticket;
    m_reader = &reader;
    m_twins = twins;
    m_revealed = &revealed;
    m_fold->setWords(ticketNumber(ticket.number), {});
    m_motif->setWhole(ticket.motifLabel.isEmpty() ? ticket.motif : ticket.motifLabel);
    const ChipText chip = ticketChip(ticket, reader);
    m_chip->set(chip);
    m_when->setWhole(ticketWhen(ticket, reader.now, reader.info.login));
    m_menu->setAccessibleDescription(ticketNumber(ticket.number));
    showMarks();
    showButtons(reader.info.login);
    if (m_fold->isChecked())
        showDetail();
}

void TicketRow::showMarks()
{
    const QList<ChipText> marks = ticketMarks(m_ticket, *m_reader);
    QStringList heard{m_motif->text(), m_chip->text()};
    while (m_markChips.size() < marks.size()) {
        auto *chip = new Chip(m_marks);
        m_markLine->insertWidget(int(m_markChips.size()), chip);
        m_markChips << chip;
    }
    for (qsizetype i = 0; i < m_markChips.size(); ++i) {
        const ChipText mark = marks.value(i);
        m_markChips.at(i)->set(mark);
        if (!mark.text.isEmpty())
            heard << mark.text;
    }
    m_marks->setVisible(!marks.isEmpty());
    m_fold->setAccessibleDescription(heard.join(u", "_s));
}

QMenu *TicketRow::makeMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const OperationChoice &choice : ticketActions(m_ticket, *m_reader, m_twins)) {
        const bool possible = choice.blocked.isEmpty();
        QAction *action = menu->addAction(possible ? choice.label : tr("%1 (%2)").arg(choice.label, choice.blocked));
        action->setEnabled(possible);
        action->setData(choice.kind);
        connect(action, &QAction::triggered, this,
                [this, kind = choice.kind] { Q_EMIT operationWanted(kind, m_ticket.number); });
    }
    return menu;
}

void TicketRow::popUpMenu()
{
    QMenu *menu = makeMenu();
    const QSize size = menu->sizeHint();
    menu->popup(m_menu->mapToGlobal(QPoint(m_menu->width() - size.width(), m_menu->height() + 2)));
    for (QAction *action : menu->actions()) {
        if (action->isEnabled()) {
            menu->setActiveAction(action); // the keyboard starts on the first that can be done
            break;
        }
    }
}

void TicketRow::takeFocus()
{
    m_fold->setFocus(Qt::OtherFocusReason);
}

void TicketRow::showButtons(const QString &login)
{
    const QList<OperationChoice> choices = ticketOperations(m_ticket, login);
    for (int i = 0; i < 2; ++i) {
        QPushButton *shown = m_buttons[i];
        const qsizetype at = i - (2 - choices.size()); // right-aligned: the last choice in the last column
        if (at < 0 && shown->hasFocus())
            m_fold->setFocus(Qt::OtherFocusReason);
        shown->setVisible(at >= 0);
        shown->setMinimumWidth(QFontMetrics(font()).horizontalAdvance(operationAction(OperationKind::TicketReopen))
                               + 32);
        if (at < 0)
            continue;
        const bool primary = m_primary && i == 1 && choices.at(at).blocked.isEmpty() && m_ticket.isOpen();
        setButtonKind(shown, primary ? ButtonKind::Primary : ButtonKind::Plain);
        offer(shown, choices.at(at), ticketNumber(m_ticket.number), m_fold);
    }
}

void TicketRow::showDetail()
{
    const qint64 id = m_ticket.number.value();
    m_requester->setText(m_ticket.requesterName.isEmpty() ? tr("Demandeur non précisé") : m_ticket.requesterName);
    m_email->setValue(u"ticket.requester_email"_s, id, m_ticket.requesterEmailMasked, *m_revealed,
                      tr("Adresse du demandeur"));
    m_phone->setValue(u"ticket.requester_phone"_s, id, m_ticket.requesterPhoneMasked, *m_revealed,
                      tr("Téléphone du demandeur"));
    m_description->setText(m_ticket.description.isEmpty() ? tr("Sans description.") : m_ticket.description);
    m_answer->setText(tr("Réponse envoyée : %1").arg(m_ticket.answer));
    m_answer->setHidden(m_ticket.answer.isEmpty());
    m_history->setText(ticketHistory(m_ticket, *m_reader));
    m_history->setHidden(m_ticket.events.isEmpty());
    m_comment->setVisible(m_ticket.isOpen());
    m_comment->setAccessibleDescription(ticketNumber(m_ticket.number));
}

void TicketRow::setPrimary(bool primary)
{
    m_primary = primary;
    const bool shown = primary && m_ticket.isOpen() && !isBlocked(m_buttons[1]);
    setButtonKind(m_buttons[1], shown ? ButtonKind::Primary : ButtonKind::Plain);
}

void TicketRow::setUnfolded(bool unfolded)
{
    m_fold->setChecked(unfolded);
}

bool TicketRow::isUnfolded() const
{
    return m_fold->isChecked();
}

bool TicketRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy)) {
            if (event->type() == QEvent::KeyPress)
                QGuiApplication::clipboard()->setText(QString::number(m_ticket.number.value()));
            event->accept();
            return true;
        }
    }
    return FileRow::eventFilter(watched, event);
}

void TicketRow::resizeEvent(QResizeEvent *event)
{
    FileRow::resizeEvent(event);
    const bool narrow = width() < narrowWidth; // motif and date are then in the tooltip
    m_motif->setVisible(!narrow);
    m_when->setVisible(!narrow);
    m_fold->setToolTip(narrow ? m_motif->text() + u" · "_s + m_when->text() : QString());
    m_motif->setMaximumWidth(qBound(90, int(width() * motifShare), 340));
    m_chipBox->setMaximumWidth(qBound(120, int(width() * chipShare), 300));
}

} // namespace desk
