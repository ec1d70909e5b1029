// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/mailscard.h"

#include "app/operations/operation.h"
#include "ui/casefile/accountstate.h"
#include "ui/common/build.h"
#include "ui/common/chip.h"
#include "ui/common/format.h"
#include "ui/common/smallparts.h"
#include "ui/theme/tokens.h"

#include <QPainter>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr MailKind kinds[3] = {MailKind::Identifiant, MailKind::MotDePasse, MailKind::Habilitation};

/// One stop of the time line, with its rule at the left.
class StopFrame : public QFrame {
public:
    using QFrame::QFrame;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(0, 0, 2, height(), tokensFor(this).line);
    }
};

} // namespace

MailsCard::MailsCard(QWidget *parent)
    : Section(u"mailsCard"_s, parent), m_line(new QWidget(this)),
      m_stops(new QBoxLayout(QBoxLayout::LeftToRight, m_line)), m_none(makeWords("secondary", this)),
      m_resend(named(new LinkButton(tr("Renvoyer…"), this), u"mailsResend"_s))
{
    m_stops->setContentsMargins(0, 0, 0, 0);
    m_stops->setSpacing(6);
    for (int i = 0; i < 3; ++i) {
        m_events[i] = makeEvent(kinds[i]);
        m_stops->addWidget(m_events[i].box, 1);
    }
    m_none->setText(tr("Choisissez le compte de l’appelant pour voir ses courriels."));
    addCells(body(), {m_line, m_none, spring()});
    connect(m_resend, &LinkButton::clicked, this, [this] { Q_EMIT resendWanted(m_account); });
}

void MailsCard::setNarrow(bool narrow)
{
    m_stops->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

MailsCard::Event MailsCard::makeEvent(MailKind kind)
{
    Event event;
    event.box = new StopFrame(m_line);
    auto *name = makeLabel("strong", event.box, mailKindLabel(kind));
    auto *head = makeRow(4, {name, spring()});
    if (kind == MailKind::Habilitation)
        head->addWidget(m_resend);
    event.chip = new Chip(event.box);
    event.reason = makeWords("small", event.box);
    makeColumn(event.box, 2, {head, event.chip, event.reason, spring()}, {10, 0, 0, 0});
    return event;
}

void MailsCard::setAccount(const Account *account, const QDateTime &now, bool withHabilitation)
{
    m_line->setVisible(account != nullptr);
    m_none->setVisible(account == nullptr);
    if (!account) {
        setTitle(tr("Courriels"));
        setSummary(QString());
        return;
    }
    m_account = account->id;
    setTitle(tr("Courriels de %1").arg(account->identifiant));
    QStringList failed, awaited, arrived; // the folded line says the trouble first
    for (int i = 0; i < 3; ++i) {
        const bool shown = withHabilitation || kinds[i] != MailKind::Habilitation;
        m_events[i].box->setVisible(shown);
        const MailStateText state = mailState(*account, kinds[i], now);
        m_events[i].chip->set(state.chip);
        m_events[i].reason->setText(state.reason);
        m_events[i].reason->setHidden(state.reason.isEmpty());
        if (!shown)
            continue;
        if (state.chip.tone == Tone::Ok)
            arrived << u"✓ "_s + mailKindLabel(kinds[i]);
        else
            (state.chip.tone == Tone::Error ? failed : awaited) << mailKindLabel(kinds[i]) + u' ' + state.chip.text;
    }
    const QString blocked = whyNot(OperationKind::ResendConfirmation, *account, now);
    m_resend->setEnabled(blocked.isEmpty());
    m_resend->setToolTip(blocked.isEmpty() ? tr("Renvoyer la confirmation d’habilitation") : blocked);
    m_resend->setAccessibleDescription(account->identifiant + (blocked.isEmpty() ? QString() : u" : "_s + blocked));
    setSummary((failed + awaited + arrived).join(u" · "_s));
}

} // namespace desk
