// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/clock.h"
#include "app/core/desktime.h"
#include "app/session/sessionservice.h"
#include "ui/common/build.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/operationwords.h"
#include "ui/sheets/listcombo.h"
#include "ui/sheets/sheets.h"
#include "ui/sheets/ticketform.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDateTimeEdit>
#include <QPlainTextEdit>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int morning = 9, longestDays = 90;

QDateTime morningOf(QDate day)
{
    return QDateTime(day, QTime(morning, 0), deskTimeZone()).toUTC();
}

class TicketHoldSheet : public TicketForm {
    Q_DECLARE_TR_FUNCTIONS(TicketHoldSheet)
public:
    TicketHoldSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket,
                    QWidget *parent)
        : TicketForm(services, u"ticketHoldSheet"_s, prefilled.kind, ticket, parent),
          m_reason(named(new QComboBox(this), u"holdReason"_s)),
          m_until(named(new QDateTimeEdit(this), u"holdUntil"_s)),
          m_reasonField(new Field(tr("La demande attend"), m_reason, this)),
          m_untilField(new Field(tr("Réveil"), m_until, this))
    {
        build();
        fillList(m_reason, reasons(), tr("Choisir une raison"));
        chooseCode(m_reason, prefilled.params.value("hold_reason"_L1).toString());
        const QList<WakeUp> usual = usualWakeUps(services.clock.now());
        // Nobody is there on a Saturday: before a week-end, it wakes up on Monday.
        const bool weekend = deskTime(usual.first().at).date().dayOfWeek() > Qt::Friday;
        wakeAt(weekend ? usual.last().at : usual.first().at);
        addText(operationTextLabel(kind()), false);
        keepDrafts(u"hold"_s, prefilled);
        sayAt(m_reasonField, {u"hold_reason_needed"_s}, tr("Choisissez ce que la demande attend."));
        sayAt(textField(), {u"hold_text_needed"_s}, tr("Écrivez quelques mots."));
        sayAt(m_untilField, {u"bad_until"_s}, tr("Un moment à venir, dans 90 jours au plus."));
        connect(m_reason, &QComboBox::currentIndexChanged, this, [this] {
            m_reasonField->setError({});
            textField()->setError({});
            textField()->setHint(needsText(m_reason, reasons()) ? tr("Obligatoire avec cette raison") : QString());
            edited();
        });
        connect(m_until, &QDateTimeEdit::dateTimeChanged, this, [this] {
            m_untilField->setError({});
            showConsequence();
            edited();
        });
        showConsequence();
    }

    void takeFocus() override
    {
        if (m_reason->currentIndex() < 0)
            m_reason->setFocus(Qt::OtherFocusReason);
        else
            textEdit()->setFocus(Qt::OtherFocusReason);
    }

protected:
    std::optional<OperationRequest> request() override
    {
        const bool reasonMissing = m_reason->currentIndex() < 0;
        const QString untilError = whatIsWrongWithUntil();
        m_reasonField->setError(reasonMissing ? tr("Choisissez ce que la demande attend.") : QString());
        m_untilField->setError(untilError);
        setTextRequired(needsText(m_reason, reasons()));
        const bool textFine = checkText();
        if (reasonMissing || !untilError.isEmpty()) {
            (reasonMissing ? static_cast<QWidget *>(m_reason) : m_until)->setFocus(Qt::OtherFocusReason);
            return std::nullopt;
        }
        if (!textFine)
            return std::nullopt;
        OperationRequest request = begun();
        request.params.insert("hold_reason"_L1, m_reason->currentData().toString());
        request.params.insert("until"_L1, until().toString(Qt::ISODate));
        return request;
    }

    [[nodiscard]] QJsonObject typed() const override
    {
        QJsonObject typed = TicketForm::typed();
        typed.insert("reason"_L1, m_reason->currentData().toString());
        typed.insert("until"_L1, until().toString(Qt::ISODate));
        return typed;
    }

    void restore(const QJsonObject &typed) override
    {
        TicketForm::restore(typed);
        chooseCode(m_reason, typed.value("reason"_L1).toString());
        const QDateTime at = QDateTime::fromString(typed.value("until"_L1).toString(), Qt::ISODate);
        if (at > services().clock.now())
            wakeAt(at);
    }

private:
    void build()
    {
        m_until->setTimeSpec(Qt::UTC); // a wall clock: which zone it hangs in is said by until()
        m_until->setDisplayFormat(u"dd/MM/yyyy HH:mm"_s);
        m_until->setCalendarPopup(true);
        m_until->setMinimumWidth(170);
        auto *quick = makeRow(6, {spring()});
        for (const WakeUp &wake : usualWakeUps(services().clock.now())) {
            auto *button
                = makeButton(wake.label, {.small = true, .enter = true}, this, [this, at = wake.at] { wakeAt(at); });
            button->setAccessibleDescription(tr("Réveil %1").arg(dateTime(wake.at)));
            quick->addWidget(button);
        }
        addCells(form(), {makeRow(12, {{m_reasonField, 1, Qt::AlignTop}, {m_untilField, 0, Qt::AlignTop}}), quick});
    }

    [[nodiscard]] const QList<ListItem> &reasons() const { return services().session.info().holdReasons; }
    [[nodiscard]] QDateTime until() const // UTC
    {
        return QDateTime(m_until->date(), m_until->time(), deskTimeZone()).toUTC();
    }
    void wakeAt(const QDateTime &at)
    {
        const QDateTime local = deskTime(at);
        m_until->setDateTime(QDateTime(local.date(), local.time(), Qt::UTC));
    }

    void showConsequence()
    {
        const QString mine = ticket().owner.isEmpty() ? tr(" Elle est attribuée à vous.") : QString();
        setConsequence(operationConsequence(kind()).arg(untilText(until(), services().clock.now())) + mine);
    }

    [[nodiscard]] QString whatIsWrongWithUntil() const
    {
        const QDateTime now = services().clock.now();
        if (until() <= now)
            return tr("Ce moment est passé.");
        return until() > now.addDays(longestDays) ? tr("90 jours au plus.") : QString();
    }

    QComboBox *m_reason;
    QDateTimeEdit *m_until;
    Field *m_reasonField, *m_untilField;
};

struct WakeUps {
    Q_DECLARE_TR_FUNCTIONS(TicketHoldSheet)
};

} // namespace

QList<WakeUp> usualWakeUps(const QDateTime &now)
{
    const QDate today = deskTime(now).date();
    const QDate monday = today.addDays(8 - today.dayOfWeek());
    return {{WakeUps::tr("demain 9 h"), morningOf(today.addDays(1))},
            {WakeUps::tr("dans 3 jours"), morningOf(today.addDays(3))},
            {WakeUps::tr("lundi"), morningOf(monday)}};
}

Sheet *makeTicketHoldSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket,
                           QWidget *parent)
{
    return new TicketHoldSheet(services, prefilled, ticket, parent);
}

} // namespace desk
