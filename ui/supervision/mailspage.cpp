// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/mailspage.h"

#include "app/core/siret.h"
#include "app/operations/operation.h"
#include "app/supervision/supervisionkind.h"
#include "ui/common/banner.h"
#include "ui/common/format.h"
#include "ui/supervision/inplaceoperation.h"
#include "ui/supervision/supervisiontexts.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QJsonObject>

#include <utility>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 200;

QString subjectOf(const MailLine &mail)
{
    if (!mail.denomination.isEmpty())
        return mail.denomination;
    return mail.siret.isEmpty() ? mail.identifiant : groupedDigits(mail.siret);
}

bool canBeSentAgain(const MailLine &mail)
{
    return mail.replacedBy == 0 && (mail.state == MailState::Refused || mail.state == MailState::Bounced);
}

} // namespace

MailsPageView::MailsPageView(const UiServices &services, QWidget *parent)
    : ListPage(services, tr("Courriels"), u"mail"_s,
               {.name = u"mailsTable"_s,
                .title = tr("Courriels"),
                .columns = {{tr("Demandé"), 96},
                            {tr("Courriel"), 150},
                            {tr("Destinataire"), 190},
                            {tr("Établissement"), 190},
                            {tr("Identifiant"), 130},
                            {tr("Essais"), 64},
                            {tr("État"), 150},
                            {tr("Motif du refus")}}},
               parent),
      m_mails(
          services.session, mostRows,
          [this, &store = services.supervision](qint64 before, int limit) {
              return store.mailsPage(m_which, before, limit);
          },
          this),
      m_choice(new QButtonGroup(this)),
      m_again(makeButton(tr("Renvoyer"), {.kind = ButtonKind::Primary, .name = u"mailSendAgain"_s, .enter = true}, this,
                         &MailsPageView::sendAgain)),
      m_operation(new InPlaceOperation(services, banner(), this))
{
    setObjectName(u"mailsPage"_s);
    follow(m_mails.reader());
    buildChoice();
    addList({m_again});
    connect(m_operation, &InPlaceOperation::done, this,
            [this](const OperationOutcome &outcome, const QString &subject) {
                m_results.insert(subject.toLongLong(), tr("✓ renvoyé à %1").arg(shortTime(outcome.at)));
                showRows();
                read();
                this->services().session.pulseNow();
            });
    connect(m_operation, &InPlaceOperation::busyChanged, this, [this](bool busy) { m_again->setEnabled(!busy); });
    connect(&services.session, &SessionService::pulsed, this, [this](const Pulse &pulse) {
        const std::pair seen(pulse.mailsWaiting, pulse.mailsFailed);
        if (std::exchange(m_seen, seen) != seen && isVisible())
            read();
    });
    connect(&services.session, &SessionService::loggedIn, this, [this] {
        m_results.clear();
        m_mails.clear();
        list()->clear();
    });
}

void MailsPageView::buildChoice()
{
    titleRow()->addSpacing(8);
    for (const auto &[which, name] : {std::pair{MailList::Waiting, u"mailsWaitingList"_s},
                                      {MailList::Failed, u"mailsFailedList"_s},
                                      {MailList::Sent, u"mailsSentList"_s}}) {
        auto *button = makeButton({}, ButtonKind::Plain, this);
        button->setObjectName(name);
        button->setCheckable(true);
        button->setChecked(which == m_which);
        m_choice->addButton(button, int(which));
        titleRow()->addWidget(button);
    }
    titleRow()->addStretch();
    connect(m_choice, &QButtonGroup::idClicked, this, [this](int which) { choose(static_cast<MailList>(which)); });
    showCounts();
}

void MailsPageView::choose(MailList which)
{
    if (which == m_which)
        return;
    m_which = which;
    m_mails.clear();
    list()->clear();
    read();
}

void MailsPageView::onRead()
{
    m_mails.take(&MailsPage::mails, [this](int limit) { return m_mails.page().mails.size() >= limit; });
    showCounts();
    showRows();
}

void MailsPageView::showCounts()
{
    const MailCounts &counts = m_mails.page().counts;
    const bool known = m_mails.isKnown();
    const auto label = [known](const QString &text, int count) {
        return known ? u"%1 · %2"_s.arg(text, groupedNumber(count)) : text;
    };
    m_choice->button(int(MailList::Waiting))->setText(label(tr("En attente"), counts.waiting));
    m_choice->button(int(MailList::Failed))
        ->setText(
            known && counts.bounced > 0
                ? tr("Refusés · %1, revenus · %2").arg(groupedNumber(counts.failed), groupedNumber(counts.bounced))
                : label(tr("Refusés ou revenus"), counts.failed));
    m_choice->button(int(MailList::Sent))->setText(tr("Envoyés"));
    const QFontMetrics bold(uiFont(font(), 13, QFont::DemiBold)); // the checked one is, which its size does not know
    for (QAbstractButton *button : m_choice->buttons())
        button->setMinimumWidth(bold.horizontalAdvance(button->text()) + 30);
}

Line MailsPageView::lineOf(const MailLine &mail) const
{
    const StateWords state = mailStateWords(mail);
    const QString result = m_results.value(mail.id);
    QString reason = mail.reason.simplified();
    if (mail.state == MailState::Queued && mail.attempts > 0 && mail.nextAttemptAt.isValid())
        reason = tr("nouvel essai %1").arg(whenText(mail.nextAttemptAt, now()));
    return {QString::number(mail.id),
            mail.siret,
            {{whenText(mail.queuedAt, now())},
             {mailKindText(mail.kind)},
             {mail.toMasked},
             {subjectOf(mail), {}, {}, true},
             {mail.identifiant},
             {QString::number(mail.attempts), {}, {}, false, true},
             {result.isEmpty() ? state.text : result, {}, result.isEmpty() ? state.tone : Tone::Ok},
             {reason}}};
}

void MailsPageView::showRows()
{
    list()->setNothing(m_which == MailList::Waiting      ? tr("Aucun courriel n’attend : tout est parti.")
                           : m_which == MailList::Failed ? tr("Aucun courriel refusé ni revenu.")
                                                         : tr("Aucun courriel envoyé."));
    list()->showRows(
        m_mails.rows(), [this](const MailLine &mail) { return lineOf(mail); }, m_mails.hasMore(), m_mails.isKnown());
}

void MailsPageView::showCurrent()
{
    const MailLine *mail = list()->current(m_mails.rows());
    if (!mail)
        return showNoAbout();
    const bool possible = canBeSentAgain(*mail);
    const QString result = m_results.value(mail->id);
    showAbout({mailKindText(mail->kind), mail->toMasked, subjectOf(*mail),
               mail->reason.isEmpty() ? QString() : u"« %1 »"_s.arg(mail->reason.simplified())},
              mail->siret,
              !result.isEmpty() ? result
                  : possible    ? sendAgainConsequence(*mail)
                  : mail->replacedBy ? tr("Déjà renvoyé : le nouveau courriel est dans « En attente » ou « Envoyés ».")
                                     : QString());
    m_again->setVisible(m_which == MailList::Failed);
    setBlocked(m_again, possible && result.isEmpty() ? QString() : tr("déjà renvoyé"));
}

void MailsPageView::sendAgain()
{
    if (const MailLine *mail = list()->current(m_mails.rows()))
        m_operation->submit(SupervisionKind::SendAgain, {{u"mail_id"_s, mail->id}}, QString::number(mail->id));
}

} // namespace desk
