// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/mailspage.h"

#include "app/core/siret.h"
#include "app/operations/operation.h"
#include "app/supervision/supervisionkind.h"
#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/common/card.h"
#include "ui/common/format.h"
#include "ui/supervision/inplaceoperation.h"
#include "ui/supervision/linesmodel.h"
#include "ui/supervision/linestable.h"
#include "ui/supervision/supervisiontexts.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QLabel>
#include <QVBoxLayout>
#include <QVariant>

#include <algorithm>
#include <utility>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageRows = 100, mostRows = 200;

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
    : SupervisionPage(services, tr("Courriels"), parent),
      m_page(new Reader<MailsPage>(
          services.session, u"page"_s,
          [this, &store = services.supervision] { return store.mailsPage(m_which, m_before, m_limit); }, this)),
      m_choice(new QButtonGroup(this)),
      m_model(new LinesModel({tr("Demandé"), tr("Courriel"), tr("Destinataire"), tr("Établissement"), tr("Identifiant"),
                              tr("Essais"), tr("État"), tr("Motif du refus")},
                             this)),
      m_table(new LinesTable(m_model, services.settings, u"mailsTable"_s, false, this)), m_bar(new Card({}, this)),
      m_nothing(new QLabel(this)), m_about(new QLabel(m_bar)), m_consequence(new QLabel(m_bar)),
      m_again(makeButton(tr("Renvoyer"), ButtonKind::Primary, m_bar)),
      m_open(makeButton(tr("Ouvrir le dossier"), ButtonKind::Plain, m_bar, tr("Entrée"))), m_banner(new Banner(this)),
      m_operation(new InPlaceOperation(services, m_banner, this))
{
    setObjectName(u"mailsPage"_s);
    follow(m_page);
    buildChoice();
    buildTable();
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
        m_rows.clear();
        m_results.clear();
        m_page->reset();
        m_model->setLines({});
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

void MailsPageView::buildTable()
{
    auto *card = new Card({}, this);
    m_table->setAccessibleName(tr("Courriels"));
    m_table->setWidths({96, 150, 190, 190, 130, 64, 150, 0});
    m_nothing->setProperty("role", u"secondary"_s);
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(m_nothing, 1, Qt::AlignTop);
    body()->addWidget(card, 1);
    for (QLabel *label : {m_about, m_consequence}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_about->setObjectName(u"mailAbout"_s);
    m_consequence->setObjectName(u"mailConsequence"_s);
    m_consequence->setProperty("role", u"small"_s);
    m_again->setObjectName(u"mailSendAgain"_s);
    m_again->setAutoDefault(true);
    m_open->setObjectName(u"mailOpen"_s);
    m_open->setAutoDefault(true);
    m_banner->setInset(true);
    m_banner->setObjectName(u"mailMessage"_s);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_about);
    words->addWidget(m_consequence);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addLayout(words, 1);
    row->addWidget(m_open);
    row->addWidget(m_again);
    m_bar->body()->addLayout(row);
    body()->addWidget(m_banner);
    body()->addWidget(m_bar);
    connect(m_table, &LinesTable::currentLineChanged, this, &MailsPageView::showCurrent);
    connect(m_table, &LinesTable::openWanted, this, &SupervisionPage::openFileWanted);
    connect(m_model, &LinesModel::moreWanted, this, &MailsPageView::readMore);
    connect(m_again, &QPushButton::clicked, this, &MailsPageView::sendAgain);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const MailLine *mail = current())
            Q_EMIT openFileWanted(mail->siret);
    });
    showCurrent();
}

void MailsPageView::choose(MailList which)
{
    if (which == m_which)
        return;
    m_which = which;
    m_rows.clear();
    m_page->reset();
    m_model->setLines({});
    read();
}

void MailsPageView::read()
{
    if (m_page->isReading())
        return;
    m_before = 0;
    m_limit = std::clamp(int(m_rows.rows().size()), pageRows, mostRows);
    m_page->read();
}

void MailsPageView::readMore()
{
    if (m_page->isReading())
        return;
    m_before = m_rows.last();
    m_limit = pageRows;
    m_page->read();
}

void MailsPageView::takeKeyboard()
{
    m_table->chooseFirst();
    m_table->setFocus(Qt::OtherFocusReason);
}

void MailsPageView::onRead()
{
    if (m_page->hasValue() && !m_page->error())
        m_rows.add(m_before, m_page->value().mails, m_page->value().mails.size() >= m_limit);
    showCounts();
    showRows();
}

void MailsPageView::showCounts()
{
    const MailCounts &counts = m_page->value().counts;
    const bool known = m_page->hasValue();
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
    QList<Line> lines;
    for (const MailLine &mail : m_rows.rows())
        lines << lineOf(mail);
    m_model->setLines(lines);
    m_model->setHasMore(m_rows.hasMore());
    const bool empty = lines.isEmpty();
    m_table->setHidden(empty && m_page->hasValue());
    m_nothing->setVisible(empty && m_page->hasValue());
    m_nothing->setText(m_which == MailList::Waiting      ? tr("Aucun courriel n’attend : tout est parti.")
                           : m_which == MailList::Failed ? tr("Aucun courriel refusé ni revenu.")
                                                         : tr("Aucun courriel envoyé."));
    m_table->chooseFirst();
    showCurrent();
}

const MailLine *MailsPageView::current() const
{
    const qint64 id = m_table->currentKey().toLongLong();
    const auto it = std::find_if(m_rows.rows().cbegin(), m_rows.rows().cend(),
                                 [id](const MailLine &mail) { return mail.id == id; });
    return it == m_rows.rows().cend() ? nullptr : &*it;
}

void MailsPageView::showCurrent()
{
    const MailLine *mail = current();
    m_bar->setVisible(mail);
    if (!mail)
        return;
    QStringList about{mailKindText(mail->kind), mail->toMasked, subjectOf(*mail)};
    if (!mail->reason.isEmpty())
        about << u"« %1 »"_s.arg(mail->reason.simplified());
    about.removeAll(QString());
    m_about->setText(about.join(u" · "_s));
    const bool possible = canBeSentAgain(*mail);
    const QString result = m_results.value(mail->id);
    m_consequence->setText(!result.isEmpty() ? result
                               : possible    ? sendAgainConsequence(*mail)
                               : mail->replacedBy ? tr("Déjà renvoyé : le nouveau courriel est dans « En attente » ou "
                                                       "« Envoyés ».")
                                                  : QString());
    m_consequence->setHidden(m_consequence->text().isEmpty());
    m_again->setVisible(m_which == MailList::Failed);
    setBlocked(m_again, possible && result.isEmpty() ? QString() : tr("déjà renvoyé"));
    setBlocked(m_open, mail->siret.isEmpty() ? tr("sans établissement") : QString());
}

void MailsPageView::sendAgain()
{
    if (const MailLine *mail = current())
        m_operation->submit(SupervisionKind::SendAgain, {{u"mail_id"_s, mail->id}}, QString::number(mail->id));
}

} // namespace desk
