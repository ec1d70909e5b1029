// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/duplicatespanel.h"

#include "app/tickets/answerdraft.h"
#include "app/tickets/ticketqueue.h"
#include "ui/common/build.h"
#include "ui/common/format.h"

#include <QAccessible>
#include <QCheckBox>
#include <QJsonObject>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalBlocker>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineHeight = 24, mostLines = 4; // more are scrolled to

bool isSomebodyElses(const Ticket &twin, const QString &login)
{
    return !twin.owner.isEmpty() && !twin.belongsTo(login);
}

} // namespace

QString twinLine(const Ticket &twin, const QString &login, const QDateTime &now)
{
    QStringList parts{ticketNumber(twin.number), DuplicatesPanel::tr("reçue %1").arg(onText(twin.receivedAt, now))};
    const QStringList who{twin.requesterName.simplified(), twin.requesterEmailMasked};
    QStringList known;
    std::copy_if(who.cbegin(), who.cend(), std::back_inserter(known), [](const QString &t) { return !t.isEmpty(); });
    parts << (known.isEmpty() ? DuplicatesPanel::tr("demandeur non précisé") : known.join(u", "_s));
    if (isSomebodyElses(twin, login))
        parts << DuplicatesPanel::tr("chez %1").arg(twin.ownerName.isEmpty() ? twin.owner : twin.ownerName);
    else
        parts << (twin.belongsTo(login) ? DuplicatesPanel::tr("chez vous") : ticketStateLabel(twin.state));
    return parts.join(u" · "_s);
}

Ticket ticketFromTwin(const TicketTwin &twin, const Ticket &of)
{
    Ticket ticket;
    ticket.number = twin.number;
    ticket.version = twin.version;
    ticket.motif = of.motif;
    ticket.siret = of.siret;
    ticket.receivedAt = twin.receivedAt;
    // Whether it is one address is known here, behind the dots.
    ticket.requesterName = twin.sameRequester ? of.requesterName : twin.requesterName;
    ticket.requesterEmailMasked = twin.requesterEmailMasked;
    ticket.owner = twin.owner;
    ticket.ownerName = twin.ownerName;
    ticket.state = twin.state == "on_hold"_L1 ? TicketState::OnHold
        : twin.state == "taken"_L1            ? TicketState::Taken
                                              : TicketState::Open;
    ticket.description = twin.description;
    return ticket;
}

DuplicatesPanel::DuplicatesPanel(bool mayLeave, QWidget *parent)
    : QFrame(parent), m_mayLeave(mayLeave), m_title(makeLabel("strong", this)),
      m_note(named(makeWords("small", this), u"duplicatesNote"_s)),
      m_error(named(makeLabel("fieldError", this), u"duplicatesError"_s)),
      m_merge(named(new QRadioButton(tr("Fusionner les demandes cochées avec celle-ci : une seule réponse"), this),
                    u"duplicatesMerge"_s)),
      m_leave(named(new QRadioButton(tr("Les laisser ouvertes"), this), u"duplicatesLeave"_s)),
      m_list(new QWidget(this)), m_lines(makeColumn(m_list, 0, {}, {20, 0, 0, 0}))
{
    setObjectName(u"duplicatesPanel"_s);
    setRole(this, "inset");
    build();
    hide();
}

void DuplicatesPanel::build()
{
    m_error->hide();
    auto *scroll = named(new QScrollArea(this), u"duplicatesList"_s);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    setRole(m_list, "page");
    scroll->setWidget(m_list);
    makeColumn(this, 3, {m_title, m_merge, scroll, m_leave, m_note, m_error}, {12, 8, 12, 8});
    m_merge->setVisible(m_mayLeave);
    m_leave->setVisible(m_mayLeave);
    connect(m_merge, &QRadioButton::toggled, this, &DuplicatesPanel::onChoice);
    connect(m_leave, &QRadioButton::toggled, this, &DuplicatesPanel::onChoice);
}

QCheckBox *DuplicatesPanel::boxFor(TicketNumber number)
{
    QCheckBox *&box = m_boxes[number];
    if (!box) {
        box = new QCheckBox(m_list);
        box->setObjectName(u"duplicate%1"_s.arg(number.value()));
        box->setChecked(true);
        m_lines->addWidget(box);
        connect(box, &QCheckBox::toggled, this, [this] {
            setError({});
            Q_EMIT edited();
        });
    }
    return box;
}

void DuplicatesPanel::setTwins(const QList<Ticket> &twins, const Ticket &kept, const QString &login,
                               const QDateTime &now)
{
    m_twins = twins;
    int others = 0;
    QSet<TicketNumber> shown;
    for (const Ticket &twin : twins) {
        QCheckBox *box = boxFor(twin.number);
        const bool blocked = isSomebodyElses(twin, login);
        const QSignalBlocker quiet(box);
        if (blocked)
            box->setChecked(false);
        else if (m_blocked.contains(twin.number))
            box->setChecked(true); // given back meanwhile
        if (blocked)
            m_blocked.insert(twin.number);
        else
            m_blocked.remove(twin.number);
        box->setEnabled(!blocked);
        box->setText(twinLine(twin, login, now));
        box->setToolTip(twin.description.isEmpty() ? QString() : twin.description.left(300).toHtmlEscaped());
        box->show();
        shown.insert(twin.number);
        others += !sameRequester(kept, twin);
    }
    for (auto it = m_boxes.cbegin(); it != m_boxes.cend(); ++it)
        it.value()->setVisible(shown.contains(it.key()));
    m_title->setText(twins.size() == 1
                         ? tr("Une autre demande de même SIRET et de même motif est ouverte")
                         : tr("%1 autres demandes de même SIRET et de même motif sont ouvertes").arg(twins.size()));
    m_note->setText(others == 0 ? tr("Le demandeur reçoit une seule réponse.")
                                : tr("Elles viennent de plusieurs personnes : chaque adresse reçoit la même réponse, "
                                     "une fois ; elle ne nomme personne."));
    auto *scroll = findChild<QScrollArea *>(u"duplicatesList"_s);
    scroll->setFixedHeight(lineHeight * int(std::clamp<qsizetype>(twins.size(), 1, mostLines)));
    setVisible(!twins.isEmpty());
    onChoice();
}

QList<Ticket> DuplicatesPanel::ticked() const
{
    QList<Ticket> ticked;
    if (choice() != Choice::Merge)
        return ticked;
    std::copy_if(m_twins.cbegin(), m_twins.cend(), std::back_inserter(ticked), [this](const Ticket &twin) {
        const QCheckBox *box = m_boxes.value(twin.number);
        return box && box->isChecked() && !m_blocked.contains(twin.number);
    });
    return ticked;
}

QList<qint64> DuplicatesPanel::unticked() const
{
    QList<qint64> numbers;
    for (const Ticket &twin : m_twins) {
        if (!m_boxes.value(twin.number)->isChecked())
            numbers << twin.number.value();
    }
    return numbers;
}

void DuplicatesPanel::untick(const QList<qint64> &numbers)
{
    for (const qint64 number : numbers) {
        if (QCheckBox *box = m_boxes.value(TicketNumber(number)))
            box->setChecked(false);
    }
}

DuplicatesPanel::Choice DuplicatesPanel::choice() const
{
    if (!m_mayLeave || m_merge->isChecked())
        return Choice::Merge;
    return m_leave->isChecked() ? Choice::Leave : Choice::Undecided;
}

void DuplicatesPanel::choose(Choice choice)
{
    for (QRadioButton *button : {m_merge, m_leave})
        button->setAutoExclusive(false); // or none could be chosen
    m_merge->setChecked(choice == Choice::Merge);
    m_leave->setChecked(choice == Choice::Leave);
    for (QRadioButton *button : {m_merge, m_leave})
        button->setAutoExclusive(true);
}

void DuplicatesPanel::onChoice()
{
    const bool merge = choice() == Choice::Merge;
    m_list->setEnabled(merge);
    m_note->setVisible(merge);
    setError({});
    Q_EMIT edited();
}

QJsonArray DuplicatesPanel::params() const
{
    QJsonArray array;
    for (const Ticket &twin : ticked())
        array << QJsonObject{{"number"_L1, twin.number.value()}, {"version"_L1, twin.version}};
    return array;
}

void DuplicatesPanel::setError(const QString &text)
{
    m_error->setText(text);
    m_error->setHidden(text.isEmpty());
    if (text.isEmpty())
        return;
    QAccessibleEvent told(m_error, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void DuplicatesPanel::takeFocus()
{
    if (m_mayLeave) {
        (m_leave->isChecked() ? m_leave : m_merge)->setFocus(Qt::OtherFocusReason);
        return;
    }
    for (const Ticket &twin : m_twins) {
        if (QCheckBox *box = m_boxes.value(twin.number); box && !m_blocked.contains(twin.number)) {
            box->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

} // namespace desk
