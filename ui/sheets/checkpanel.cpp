// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/checkpanel.h"

#include "app/access/accessservice.h"
#include "app/calls/callservice.h"
#include "app/core/clock.h"
#include "app/core/desktime.h"
#include "app/core/whenfinished.h"
#include "app/lookup/caseservice.h"
#include "app/operations/operationservice.h"
#include "ui/common/banner.h"
#include "ui/common/build.h"
#include "ui/common/chip.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/sheets/dictated.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QGridLayout>
#include <QJsonArray>
#include <QStandardItemModel>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestValue = 200;

QString factText(const CheckFact &fact)
{
    QString label = fact.label;
    if (!label.isEmpty())
        label[0] = label[0].toUpper();
    switch (fact.why) {
    case CheckFact::Why::Usable:
        return label;
    case CheckFact::Why::Shown:
        return CheckPanel::tr("%1 – affiché dans cet appel").arg(label);
    case CheckFact::Why::Absent:
        return CheckPanel::tr("%1 – absent du dossier").arg(label);
    }
    return label;
}

QString hintOf(const QString &code)
{
    if (code.endsWith("phone"_L1))
        return CheckPanel::tr("les dix chiffres");
    if (code.endsWith("email"_L1))
        return CheckPanel::tr("l’adresse entière");
    if (code.endsWith("last_login"_L1))
        return CheckPanel::tr("le jour : 03/04/2026, hier…");
    if (code.endsWith("headcount"_L1))
        return CheckPanel::tr("un nombre");
    if (code.endsWith("street"_L1))
        return CheckPanel::tr("numéro et voie");
    return CheckPanel::tr("ce que dit l’appelant");
}

bool isDay(const QString &code)
{
    return code.endsWith("last_login"_L1);
}

} // namespace

CheckPanel::CheckPanel(const UiServices &services, const Subject &subject, const QDateTime &passedUntil,
                       QWidget *parent)
    : QFrame(parent), m_services(services), m_subject(subject),
      m_title(makeLabel("strong", this, tr("Vérifier l’appelant"))), m_how(makeLabel("small", this)),
      m_chip(named(new Chip(this), u"checkChip"_s)),
      m_form(new QWidget(this)), m_rows{{new QComboBox(m_form), new QLineEdit(m_form)},
                                        {new QComboBox(m_form), new QLineEdit(m_form)}},
      m_compare(makeButton(
          tr("Comparer"),
          {.kind = ButtonKind::Primary, .name = u"checkCompare"_s, .key = tr("Entrée", "the Enter key"), .enter = true},
          m_form)),
      m_endCall(makeButton(tr("Terminer l’appel"), {.name = u"checkEndCall"_s, .enter = true}, this,
                           &CheckPanel::endCallWanted)),
      m_result(named(new Banner(this), u"checkResult"_s))
{
    setObjectName(u"checkPanel"_s);
    setRole(this, "inset");
    build();
    m_expiry.setSingleShot(true);
    connect(&m_expiry, &QTimer::timeout, this, &CheckPanel::askAgain);
    connect(&m_services.operations, &OperationService::finished, this, &CheckPanel::onFinished);
    connect(&m_services.operations, &OperationService::failed, this, &CheckPanel::onFailed);
    connect(&m_services.operations, &OperationService::uncertain, this, [this](const QUuid &id) {
        if (id == m_pending && !id.isNull())
            say(Tone::Warn, tr("Réponse perdue"),
                tr("La console recherche le résultat dès que la connexion revient ; ne recommencez pas."));
    });
    m_status.passedUntil = passedUntil;
    connect(m_result, &Banner::actionTriggered, &m_services.calls, &CallService::openByHand);
    connect(&m_services.calls, &CallService::changed, this, [this] {
        if (m_state == State::NoCall && m_services.calls.active())
            begin();
    });
    begin();
}

void CheckPanel::begin()
{
    if (m_status.passedUntil > m_services.clock.now()) {
        setState(State::Passed);
    } else if (m_services.calls.active() || m_services.cases.ticket().value() == 0) {
        m_result->setAction({});
        m_result->clear();
        setState(State::Asking);
        ask();
    } else {
        setState(State::NoCall);
        say(Tone::Info, tr("Personne au téléphone"),
            tr("Cette opération demande de vérifier l’appelant : appelez-le, puis F7 ouvre un appel dans ce dossier. "
               "Votre saisie est conservée."));
        m_result->setAction(tr("Ouvrir un appel"));
    }
}

void CheckPanel::build()
{
    // Passed: the chip alone, at the left.
    auto *head = makeRow(8, {m_title, {m_how, 1000}, m_chip, spring()});
    auto *grid = new QGridLayout(m_form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    for (int i = 0; i < 2; ++i) {
        const Row &row = m_rows[i];
        row.fact->setObjectName(u"checkFact%1"_s.arg(i + 1));
        row.fact->setAccessibleName(i == 0 ? tr("Premier renseignement") : tr("Second renseignement"));
        row.fact->setMaxVisibleItems(12);
        row.fact->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        row.fact->setMinimumContentsLength(26);
        row.value->setObjectName(u"checkValue%1"_s.arg(i + 1));
        row.value->setMaxLength(longestValue);
        grid->addWidget(row.fact, i, 0);
        grid->addWidget(row.value, i, 1);
        connect(row.fact, &QComboBox::currentIndexChanged, this, [this, i] {
            chooseOther(i);
            showFactHints();
        });
        connect(row.value, &QLineEdit::textEdited, this, [this, i] {
            setStyleProperty(m_rows[i].value, "invalid", false);
            m_result->clear();
        });
        connect(row.value, &QLineEdit::returnPressed, this, &CheckPanel::compare);
    }
    grid->addWidget(m_compare, 1, 2, Qt::AlignBottom);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    m_result->setInset(true);
    makeColumn(this, 6, {head, m_form, m_result, {m_endCall, 0, Qt::AlignRight}}, {12, 8, 12, 8});
    m_endCall->hide();
    connect(m_compare, &QPushButton::clicked, this, &CheckPanel::compare);
}

bool CheckPanel::stopsTheOperation() const
{
    return m_state != State::Passed && m_state != State::Unknown;
}

void CheckPanel::askAgain()
{
    m_status.passedUntil = {};
    setState(State::Asking);
    ask();
}

void CheckPanel::ask()
{
    const int asked = ++m_asked;
    whenFinished(m_services.access.checkStatus(m_subject.establishment, m_subject.account), this,
                 [this, asked](const Result<CheckStatus> &answer) {
                     if (asked == m_asked)
                         onStatus(answer);
                 });
}

void CheckPanel::onStatus(const Result<CheckStatus> &answer)
{
    if (!answer) {
        if (answer.error().rule == "too_many_tries"_L1) {
            setState(State::Exhausted);
            return;
        }
        setState(State::Unknown);
        say(Tone::Warn, tr("Vérification indisponible"), errorText(answer.error()));
        return;
    }
    m_status = *answer;
    if (m_status.passedUntil > m_services.clock.now()) {
        setState(State::Passed);
        return;
    }
    fillFacts();
    setState(m_status.triesLeft > 0 ? State::Open : State::Exhausted);
}

void CheckPanel::fillFacts()
{
    QList<CheckFact> facts = m_status.facts;
    std::stable_sort(facts.begin(), facts.end(),
                     [](const CheckFact &a, const CheckFact &b) { return a.usable() && !b.usable(); });
    for (const Row &row : m_rows) {
        const QString before = row.fact->currentData().toString();
        const QSignalBlocker quiet(row.fact);
        row.fact->clear();
        for (const CheckFact &fact : facts) {
            row.fact->addItem(factText(fact), fact.code);
            if (!fact.usable()) {
                auto *model = qobject_cast<QStandardItemModel *>(row.fact->model());
                model->item(row.fact->count() - 1)->setEnabled(false);
            }
        }
        const int again = row.fact->findData(before);
        row.fact->setCurrentIndex(again >= 0 && facts.at(again).usable() ? again : -1);
    }
    int next = 0;
    for (const Row &row : m_rows) { // the first two that can be used, unless others were chosen already
        const QString other = m_rows[&row == m_rows ? 1 : 0].fact->currentData().toString();
        while (row.fact->currentIndex() < 0 && next < facts.size() && facts.at(next).usable()) {
            if (facts.at(next).code != other) {
                const QSignalBlocker quiet(row.fact);
                row.fact->setCurrentIndex(next);
            }
            ++next;
        }
    }
    showFactHints();
}

void CheckPanel::chooseOther(int changed)
{
    const QString code = m_rows[changed].fact->currentData().toString();
    QComboBox *other = m_rows[1 - changed].fact;
    if (other->currentData().toString() != code)
        return;
    for (int i = 0; i < other->count(); ++i) {
        const bool usable = other->model()->flags(other->model()->index(i, 0)).testFlag(Qt::ItemIsEnabled);
        if (usable && other->itemData(i).toString() != code) {
            other->setCurrentIndex(i);
            return;
        }
    }
}

void CheckPanel::showFactHints()
{
    for (const Row &row : m_rows) {
        row.value->setPlaceholderText(hintOf(row.fact->currentData().toString()));
        row.value->setAccessibleName(row.fact->currentText());
    }
}

QString CheckPanel::valueOf(const Row &row) const
{
    const QString typed = row.value->text().trimmed();
    const bool day = isDay(row.fact->currentData().toString());
    return day ? dayAsTyped(typed, deskTime(m_services.clock.now()).date()) : typed;
}

void CheckPanel::takeFocus()
{
    if (m_state == State::NoCall)
        m_result->focusAction();
    else if (m_state == State::Exhausted)
        m_endCall->setFocus(Qt::OtherFocusReason);
    else if (m_state != State::Open)
        setFocus(Qt::OtherFocusReason); // goes on from here once the answer is known
    else
        m_rows[0].value->setFocus(Qt::OtherFocusReason);
}

void CheckPanel::compare()
{
    if (m_state != State::Open)
        return;
    QJsonArray facts;
    for (const Row &row : m_rows) {
        const bool missing = row.value->text().trimmed().isEmpty();
        setStyleProperty(row.value, "invalid", missing);
        if (missing) {
            row.value->setFocus(Qt::OtherFocusReason);
            say(Tone::Info, {},
                tr("Tapez les deux renseignements que donne l’appelant : rien n’a encore été comparé."));
            return;
        }
        facts.append(QJsonObject{{"fact"_L1, row.fact->currentData().toString()}, {"value"_L1, valueOf(row)}});
    }
    OperationRequest request;
    request.id = m_pending = QUuid::createUuid();
    request.kind = OperationKind::CallCheck;
    request.params = {{"facts"_L1, facts}};
    if (m_subject.establishment.value() > 0)
        request.params.insert("establishment_id"_L1, m_subject.establishment.value());
    if (m_subject.account.value() > 0)
        request.params.insert("account_id"_L1, m_subject.account.value());
    if (m_services.calls.active())
        request.call = m_services.calls.id();
    m_result->clear();
    setState(State::Comparing);
    m_services.operations.submit(request);
}

void CheckPanel::forgetValues()
{
    for (const Row &row : m_rows) {
        row.value->clear();
        setStyleProperty(row.value, "invalid", false);
    }
}

void CheckPanel::onFinished(const OperationOutcome &outcome)
{
    if (outcome.id != m_pending || m_pending.isNull())
        return;
    m_pending = {};
    m_status.triesLeft = outcome.result.value("tries_left"_L1).toInt();
    if (outcome.result.value("passed"_L1).toBool()) {
        m_status.passedUntil
            = QDateTime::fromString(outcome.result.value("valid_until"_L1).toString(), Qt::ISODateWithMs).toUTC();
        forgetValues();
        m_result->clear();
        setState(State::Passed);
    } else if (m_status.triesLeft > 0) {
        setState(State::Open);
        say(Tone::Error, tr("Ne correspond pas"),
            m_status.triesLeft == 1 ? tr("Il reste 1 essai. Faites répéter, ou demandez d’autres renseignements.")
                                    : tr("Il reste %1 essais. Faites répéter, ou demandez d’autres renseignements.")
                                          .arg(m_status.triesLeft));
        m_rows[0].value->setFocus(Qt::OtherFocusReason);
        m_rows[0].value->selectAll();
    } else {
        setState(State::Exhausted);
    }
    Q_EMIT compared(outcome);
}

void CheckPanel::onFailed(const QUuid &id, const Error &error)
{
    if (id != m_pending || m_pending.isNull())
        return;
    m_pending = {};
    if (error.rule == "too_many_tries"_L1) {
        setState(State::Exhausted);
        return;
    }
    setState(State::Open);
    say(Tone::Error, tr("Non comparé"), errorText(error));
    if (error.rule == "fact_shown"_L1 || error.rule == "fact_absent"_L1 || error.rule == "unknown_fact"_L1)
        ask(); // the list has changed; what was typed stays
    else
        m_rows[0].value->setFocus(Qt::OtherFocusReason);
}

void CheckPanel::say(Tone tone, const QString &lead, const QString &text)
{
    m_result->set(tone, lead, text);
}

void CheckPanel::setState(State state)
{
    const bool hadFocus = hasFocus() || isAncestorOf(QApplication::focusWidget());
    m_state = state;
    const bool form = state == State::Open || state == State::Comparing || state == State::Asking;
    if (hadFocus && state != State::Open)
        setFocus(Qt::OtherFocusReason); // not wherever the next control happens to be
    m_form->setVisible(form);
    m_form->setEnabled(state == State::Open);
    m_title->setVisible(state != State::Passed);
    m_how->setText(state == State::Comparing ? tr("Comparaison en cours…")
                       : form                ? tr("Faites dire deux renseignements, sans rien lui lire.")
                                             : QString());
    m_how->setHidden(m_how->text().isEmpty());
    m_endCall->setVisible(state == State::Exhausted);
    switch (state) {
    case State::Passed:
        m_chip->set(Tone::Ok, tr("✓ Appelant vérifié jusqu’à %1").arg(shortTime(m_status.passedUntil)));
        m_result->clear();
        m_expiry.start(int(std::min<qint64>(m_services.clock.now().msecsTo(m_status.passedUntil) + 500, 86'400'000)));
        break;
    case State::Exhausted:
        forgetValues();
        m_chip->set(Tone::Error, tr("✗ Appelant non vérifié"));
        say(Tone::Error, tr("À dire"),
            tr("« Par sécurité, je ne peux pas modifier cet accès : les renseignements donnés ne suffisent pas. "
               "Rappelez-"
               "nous avec les documents de votre établissement sous les yeux. » Ne dites pas ce qui était faux."));
        break;
    case State::Open:
        m_chip->set(m_status.triesLeft > 1 ? Tone::Muted : Tone::Warn,
                    m_status.triesLeft == 1 ? tr("1 essai") : tr("%1 essais").arg(m_status.triesLeft));
        break;
    default:
        m_chip->set(Tone::Muted, {});
        break;
    }
    if (hadFocus && hasFocus() && (state == State::Open || state == State::Exhausted))
        takeFocus();
    Q_EMIT stateChanged(); // passed: the sheet takes the keyboard on
}

} // namespace desk
