// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/scripts/scriptstage.h"

#include "app/scripts/scriptoperations.h"
#include "tests/gui/casefile/samplefiles.h"
#include "tests/unit/scripts/situations.h"
#include "ui/scripts/scriptpanel.h"

#include <QTest>

namespace desk::test {

namespace {

constexpr int secondsIntoTheCall = 134;

QString capitalised(const QString &word)
{
    return word.left(1).toUpper() + word.mid(1);
}

SessionInfo agent()
{
    SessionInfo info = sampleSession();
    info.schemaVersion = oldestSchema;
    info.serverTime = situations::now();
    info.settings = situations::settings();
    return info;
}

} // namespace

ScriptStage::ScriptStage(const QSize &size)
{
    lookups.reveals.always = fail(Error::Code::NotFound);
    operationStore.carryOut = [](const OperationRequest &request) -> Result<OperationOutcome> {
        return OperationOutcome{request.id, request.kind, false, situations::now(), {}};
    };
    Pulse &pulse = nextPulse();
    pulse.roundTripMs = 24;
    pulse.mailsWaiting = 2;
    clock.synchronise(situations::now());
    window.resize(size);
    window.show();
    ConnectionSettings where;
    where.kind = ConnectionSettings::Kind::Private;
    session.logIn(where, {}, false);
    sessionStore.logIns.answerLast(agent());
    settle();
    panel = window.findChild<ScriptPanel *>();
}

void ScriptStage::settle()
{
    for (int i = 0; i < 8; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
}

void ScriptStage::open(CallerFile file, int account)
{
    m_file = dressed(std::move(file));
    nextPulse().notices = m_file.notices;
    session.pulseNow();
    lookups.files.always.reset();
    cases.open(m_file.asked);
    m_file.call = CallState{lookups.calls.last(), situations::now().addSecs(-secondsIntoTheCall), {}};
    lookups.files.answerLast(m_file);
    lookups.files.always = m_file;
    settle();
    if (account >= 0 && account < m_file.accounts.size())
        cases.selectAccount(m_file.accounts.at(account).id);
    window.findChild<QWidget *>(u"callPage"_s)->setFocus(); // as after a look-up: digits answer
    settle();
}

void ScriptStage::start(const QString &script)
{
    const QList<Proposal> &proposals = panel->state().proposals;
    for (int i = 0; i < proposals.size(); ++i) {
        if (proposals.at(i).scriptId == script) {
            panel->handleDigit(i + 1);
            settle();
            return;
        }
    }
    scripts.start(script);
    settle();
}

void ScriptStage::carryOut(bool refused)
{
    const auto request = scripts.operationRequest();
    if (!request)
        qFatal("nothing to carry out at %s", qPrintable(panel->state().step.nodeId));
    if (refused) {
        scripts.operationRefused(u"ticket_closed"_s);
        return;
    }
    const AccountId account(request->params.value(u"account_id"_s).toInteger());
    applyOperation(m_file, {request->id, request->kind, false, situations::now(), {}}, account);
    lookups.files.always = m_file;
    operations.submit(*request);
}

void ScriptStage::answerOne(const QString &answer)
{
    if (answer == "!retour"_L1)
        scripts.back();
    else if (answer.startsWith(u'!'))
        carryOut(answer == "!refusee"_L1);
    else
        scripts.answer(answer);
    settle();
}

void ScriptStage::answer(const QString &answers)
{
    for (const QString &answer : answers.split(u' ', Qt::SkipEmptyParts)) {
        const QString before = panel->state().step.nodeId;
        answerOne(answer);
        if (panel->state().step.nodeId == before)
            qWarning("%s leads nowhere from %s", qPrintable(answer), qPrintable(before));
    }
}

CallerFile dressed(CallerFile file)
{
    Establishment &e = file.establishment;
    if (file.asked.isEmpty())
        file.asked = e.siret.isEmpty() ? u"account:11"_s : e.siret;
    file.stamp = u"1"_s;
    if (file.subject == CallerFile::Subject::Establishment) {
        e.addressLine = u"12 rue d’Alsace-Lorraine"_s;
        e.headcount = 14;
        e.companyHeadcount = 31;
    }
    for (Account &account : file.accounts) {
        const QStringList names = account.identifiant.split(u'.');
        account.firstName = capitalised(names.first());
        account.lastName = capitalised(names.last());
        account.emailMasked = account.identifiant.left(1) + u"••••@boulangerie-capitole.fr"_s;
    }
    for (Ticket &ticket : file.tickets) {
        ticket.motifLabel = u"Habilitation à l’extranet"_s;
        ticket.dueAt = ticket.receivedAt.addDays(2);
    }
    return file;
}

} // namespace desk::test
