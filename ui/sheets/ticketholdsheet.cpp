// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/ticketholdsheet.h"

#include "app/core/clock.h"
#include "app/core/desktime.h"
#include "app/lookup/caseservice.h"
#include "app/session/sessionservice.h"
#include "ui/common/buttons.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/sheets/listcombo.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QVariant>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int morning = 9, longestDays = 90;

QDateTime morningOf(QDate day)
{
    return QDateTime(day, QTime(morning, 0), deskTimeZone()).toUTC();
}

} // namespace

QList<WakeUp> usualWakeUps(const QDateTime &now)
{
    const QDate today = deskTime(now).date();
    const QDate monday = today.addDays(8 - today.dayOfWeek());
    return {{TicketHoldSheet::tr("demain 9 h"), morningOf(today.addDays(1))},
            {TicketHoldSheet::tr("dans 3 jours"), morningOf(today.addDays(3))},
            {TicketHoldSheet::tr("lundi"), morningOf(monday)}};
}

TicketHoldSheet::TicketHoldSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket,
                                 QWidget *parent)
    : TicketForm(services, u"ticketHoldSheet"_s, prefilled.kind, ticket, parent), m_reason(new QComboBox(this)),
      m_until(new QDateTimeEdit(this)), m_reasonField(new Field(tr("La demande attend"), m_reason, this)),
      m_untilField(new Field(tr("Réveil"), m_until, this))
{
    build();
    fillList(m_reason, services.session.info().holdReasons, tr("Choisir une raison"));
    chooseCode(m_reason, prefilled.params.value("hold_reason"_L1).toString());
    const QList<WakeUp> usual = usualWakeUps(services.clock.now());
    // Nobody is there on a Saturday: before a week-end, it wakes up on Monday.
    const bool weekend = deskTime(usual.first().at).date().dayOfWeek() > Qt::Friday;
    wakeAt(weekend ? usual.last().at : usual.first().at);
    addText(tr("Commentaire"), false);
    keepDrafts(u"hold/%1"_s.arg(ticket.number.value()), prefilled.params.value("text"_L1).toString());
    connect(m_reason, &QComboBox::currentIndexChanged, this, [this] {
        m_reasonField->setError({});
        textField()->setError({});
        textField()->setHint(needsText(m_reason, this->services().session.info().holdReasons)
                                 ? tr("Obligatoire avec cette raison")
                                 : QString());
        edited();
    });
    connect(m_until, &QDateTimeEdit::dateTimeChanged, this, [this] {
        m_untilField->setError({});
        showConsequence();
        edited();
    });
    showConsequence();
}

void TicketHoldSheet::build()
{
    m_reason->setObjectName(u"holdReason"_s);
    m_until->setObjectName(u"holdUntil"_s);
    m_until->setTimeSpec(Qt::UTC); // a wall clock: which zone it hangs in is said by until()
    m_until->setDisplayFormat(u"dd/MM/yyyy HH:mm"_s);
    m_until->setCalendarPopup(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_reasonField, 1, Qt::AlignTop);
    row->addWidget(m_untilField, 0, Qt::AlignTop);
    m_until->setMinimumWidth(170);
    form()->addLayout(row);
    auto *quick = new QHBoxLayout;
    quick->setSpacing(6);
    quick->addStretch(1);
    for (const WakeUp &wake : usualWakeUps(services().clock.now())) {
        auto *button = makeButton(wake.label, ButtonKind::Plain, this);
        button->setProperty("small", true);
        button->setAutoDefault(true);
        button->setAccessibleDescription(tr("Réveil %1").arg(dateTime(wake.at)));
        quick->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, at = wake.at] { wakeAt(at); });
    }
    form()->addLayout(quick);
}

void TicketHoldSheet::wakeAt(const QDateTime &at)
{
    const QDateTime local = deskTime(at);
    m_until->setDateTime(QDateTime(local.date(), local.time(), Qt::UTC));
}

QDateTime TicketHoldSheet::until() const
{
    return QDateTime(m_until->date(), m_until->time(), deskTimeZone()).toUTC();
}

void TicketHoldSheet::showConsequence()
{
    const QString mine = ticket().owner.isEmpty() ? tr(" Elle est attribuée à vous.") : QString();
    setConsequence(tr("Le délai s’arrête %1 ; la demande revient alors parmi celles à traiter. Le demandeur n’en est "
                      "pas prévenu.")
                       .arg(untilText(until(), services().clock.now()))
                   + mine);
}

void TicketHoldSheet::takeFocus()
{
    if (m_reason->currentIndex() < 0)
        m_reason->setFocus(Qt::OtherFocusReason);
    else
        textEdit()->setFocus(Qt::OtherFocusReason);
}

QString TicketHoldSheet::whatIsWrongWithUntil() const
{
    const QDateTime now = services().clock.now();
    if (until() <= now)
        return tr("Ce moment est passé.");
    return until() > now.addDays(longestDays) ? tr("90 jours au plus.") : QString();
}

std::optional<OperationRequest> TicketHoldSheet::request()
{
    const bool reasonMissing = m_reason->currentIndex() < 0;
    const QString untilError = whatIsWrongWithUntil();
    m_reasonField->setError(reasonMissing ? tr("Choisissez ce que la demande attend.") : QString());
    m_untilField->setError(untilError);
    const bool textFine = checkText(needsText(m_reason, services().session.info().holdReasons));
    if (reasonMissing || !untilError.isEmpty()) {
        (reasonMissing ? static_cast<QWidget *>(m_reason) : m_until)->setFocus(Qt::OtherFocusReason);
        return std::nullopt;
    }
    if (!textFine)
        return std::nullopt;
    OperationRequest request = begun();
    request.params.insert("hold_reason"_L1, m_reason->currentData().toString());
    request.params.insert("until"_L1, until().toString(Qt::ISODate));
    if (!text().isEmpty())
        request.params.insert("text"_L1, text());
    return request;
}

void TicketHoldSheet::whenRefused(const Error &error)
{
    if (error.rule == "hold_reason_needed"_L1)
        m_reasonField->setError(tr("Choisissez ce que la demande attend."));
    else if (error.rule == "hold_text_needed"_L1)
        textField()->setError(tr("Écrivez quelques mots."));
    else if (error.rule == "bad_until"_L1)
        m_untilField->setError(tr("Un moment à venir, dans 90 jours au plus."));
    TicketForm::whenRefused(error);
}

QJsonObject TicketHoldSheet::typed() const
{
    QJsonObject typed = TicketForm::typed();
    typed.insert("reason"_L1, m_reason->currentData().toString());
    typed.insert("until"_L1, until().toString(Qt::ISODate));
    return typed;
}

void TicketHoldSheet::restore(const QJsonObject &typed)
{
    TicketForm::restore(typed);
    chooseCode(m_reason, typed.value("reason"_L1).toString());
    const QDateTime at = QDateTime::fromString(typed.value("until"_L1).toString(), Qt::ISODate);
    if (at > services().clock.now())
        wakeAt(at);
}

} // namespace desk
