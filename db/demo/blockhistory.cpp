// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/demo/blockhistory.h"

#include "db/demo/companies.h"
#include "db/demo/texts.h"

#include <algorithm>
#include <limits>

namespace desk::demo {

namespace {

constexpr Moment mailsKept = 400 * Day; ///< older ones have been purged
constexpr Moment waiver = 1'584'662'400; ///< 20 March 2020: contracts are kept, no longer sent

} // namespace

BlockHistory::BlockHistory(World &world, Batch &out, const BlockBuilder &people, qint64 block)
    : m_world(world), m_out(out), m_people(people), m_block(block),
      m_rng(world.rng(static_cast<quint64>(block) * 2 + 11))
{
}

void BlockHistory::add()
{
    constexpr Moment notYet = std::numeric_limits<Moment>::max();
    std::vector<Moment> opened(m_out.accounts.size() - m_people.firstAccount(), notYet);
    for (size_t i = m_people.firstHabilitation(); i < m_out.habilitations.size(); ++i) {
        const HabilitationRow &row = m_out.habilitations[i];
        Moment &first = opened[static_cast<size_t>(row.account - m_out.accounts[m_people.firstAccount()].id)];
        if (row.activeFrom != Never)
            first = std::min(first, row.activeFrom);
    }
    for (size_t i = 0; i < opened.size(); ++i) {
        AccountRow &account = m_out.accounts[m_people.firstAccount() + i];
        live(account, opened[i] == notYet ? Never : opened[i]);
        addCredentialMails(account);
    }
    for (size_t i = m_people.firstHabilitation(); i < m_out.habilitations.size(); ++i) {
        const HabilitationRow &row = m_out.habilitations[i];
        addConfirmation(row, holder(row));
        addContract(row, holder(row));
    }
    for (size_t i = m_people.firstEstablishment(); i < m_out.establishments.size(); ++i)
        addDaps(m_out.establishments[i]);
    addTickets();
    addCalls();
}

AccountRow &BlockHistory::holder(const HabilitationRow &row)
{
    const size_t first = m_people.firstAccount();
    return m_out.accounts[first + static_cast<size_t>(row.account - m_out.accounts[first].id)];
}

Moment BlockHistory::within(Moment from, Moment to)
{
    return to <= from ? from : from + (to - from) * m_rng.between(0, 10000) / 10000;
}

/// From the day log-in works (`opened`, or Never) to now.
void BlockHistory::live(AccountRow &account, Moment opened)
{
    account.secretQuestion = m_rng.pick(secretQuestions());
    if (m_rng.chance(90))
        account.extranet = m_rng.pick(otherExtranets());
    account.passwordChangedAt = account.createdAt + m_rng.between(1, 20) * Hour;
    if (account.passwordChangedAt > m_world.now() && account.extranet.empty()) {
        account.passwordChangedAt = Never;
        account.passwordState = "none";
        return;
    }
    account.passwordChangedAt = std::min(account.passwordChangedAt, m_world.now() - Hour);
    account.passwordChangedBy = "extranet";
    if (opened != Never && opened < m_world.now() - 2 * Hour && !m_rng.chance(80)) {
        account.firstLoginAt = std::min(opened + m_rng.between(1, 400) * Hour, m_world.now() - Hour);
        account.lastLoginAt = within(account.firstLoginAt, m_world.now() - 10 * Minute);
        if (m_rng.chance(170)) {
            account.passwordChangedAt = within(account.firstLoginAt, m_world.now() - Hour);
            account.passwordChangedBy = m_rng.chance(650) ? "self_service" : "caller";
        }
    }
    trouble(account);
}

void BlockHistory::trouble(AccountRow &account)
{
    const int roll = m_rng.between(1, 1000);
    if (roll <= 6) {
        account.lockedAt = m_world.now() - m_rng.between(1, 27) * Minute;
        account.lockedUntil = account.lockedAt + 30 * Minute;
        account.failedLogins = 3;
    } else if (roll <= 30) {
        account.failedLogins = m_rng.between(1, 2);
    } else if (roll <= 40) {
        account.passwordState = "voided";
    } else if (roll <= 48) {
        account.beingDeletedAt = m_world.now() - m_rng.between(1, 20) * Day;
    } else if (roll <= 52) {
        account.disabledAt = m_world.now() - m_rng.between(10, 300) * Day;
    } else if (roll <= 92 && account.firstLoginAt == Never) {
        account.secretsSet = false;
    } else if (roll <= 96) {
        account.selfServiceAt = m_world.now() - m_rng.between(2, 90) * Minute;
    }
    if (account.beingDeletedAt != Never && account.beingDeletedAt < account.createdAt)
        account.beingDeletedAt = m_world.now() - 5 * Minute;
    if (account.disabledAt != Never && account.disabledAt < account.createdAt)
        account.disabledAt = m_world.now() - 5 * Minute;
}

MailRow &BlockHistory::addMail(std::string_view kind, const AccountRow &account, Moment at)
{
    MailRow row;
    row.id = ++m_world.lastMail;
    row.kind = kind;
    row.account = account.id;
    row.to = account.email;
    row.queuedAt = row.nextAttemptAt = std::min(at, m_world.now() - 2 * Minute);
    land(row);
    m_out.mails.push_back(std::move(row));
    return m_out.mails.back();
}

/// What became of a mail: nearly always delivered.
void BlockHistory::land(MailRow &mail)
{
    const int roll = m_rng.between(1, 1000);
    const Moment sent = mail.queuedAt + m_rng.between(20, 90);
    mail.sentAt = sent;
    if (roll <= 945) {
        mail.deliveredAt = sent + m_rng.between(2, 100);
    } else if (roll <= 970) {
        mail.state = "bounced";
        mail.bouncedAt = sent + m_rng.between(5, 4000);
        mail.reason = m_rng.pick(bounceReasons());
    } else if (roll <= 975) {
        mail.state = "refused";
        mail.sentAt = Never;
        mail.reason = m_rng.pick(bounceReasons());
    } else if (roll <= 978) {
        mail.state = "cancelled";
        mail.sentAt = Never;
        mail.attempts = 0;
    } else {
        mail.state = "sent"; // no word from the far server
    }
    for (Moment *at : {&mail.sentAt, &mail.deliveredAt, &mail.bouncedAt})
        *at = std::min(*at, m_world.now() - Minute);
}

void BlockHistory::addCredentialMails(const AccountRow &account)
{
    if (!account.extranet.empty() || account.passwordState == "none" || account.createdAt < m_world.now() - mailsKept)
        return;
    const Moment at = account.passwordChangedBy == "extranet" ? account.passwordChangedAt
                                                              : account.createdAt + m_rng.between(1, 20) * Hour;
    addMail("identifiant", account, at);
    addMail("mot_de_passe", account, at + m_rng.between(0, 3) * Minute);
}

void BlockHistory::addConfirmation(const HabilitationRow &habilitation, const AccountRow &account)
{
    if (habilitation.state == "requested" || habilitation.requestedAt < m_world.now() - mailsKept)
        return;
    const bool waiting = habilitation.state == "awaiting_confirmation";
    if (waiting && m_rng.chance(300))
        return; // not even queued yet
    MailRow &mail = addMail("habilitation", account,
                            waiting ? habilitation.requestedAt + m_rng.between(1, 40) * Hour
                                    : habilitation.activeFrom - m_rng.between(10, 300) * Minute);
    mail.habilitation = habilitation.id;
    if (!waiting || mail.state != "delivered")
        return;
    mail.deliveredAt = Never;
    if (m_rng.chance(500)) {
        mail.state = "bounced";
        mail.bouncedAt = std::min(mail.sentAt + 3 * Minute, m_world.now());
        mail.reason = m_rng.pick(bounceReasons());
    } else { // the company's server asks to come back later; far enough ahead that nothing moves while one
             // tries
        mail.state = "queued";
        mail.sentAt = Never;
        mail.attempts = m_rng.between(1, 4);
        mail.nextAttemptAt = m_world.now() + m_rng.between(20, 70) * Hour;
        mail.reason = "451 4.7.1 Réessayer plus tard";
    }
}

void BlockHistory::addContract(const HabilitationRow &habilitation, const AccountRow &account)
{
    if (account.profile != "tiers" || habilitation.state == "requested" || !m_rng.chance(900))
        return;
    const Moment signedOn = habilitation.requestedAt - m_rng.between(0, 20) * Day;
    m_out.contracts.push_back({account.id, habilitation.establishment, signedOn, signedOn >= waiver});
}

void BlockHistory::addDaps(const EstablishmentRow &establishment)
{
    if (establishment.registeredAt == Never || !m_rng.chance(330))
        return;
    const Moment now = m_world.now();
    for (int i = m_rng.between(1, 3); i > 0; --i) {
        DapRow row;
        row.establishment = establishment.id;
        row.motif = m_rng.pick(dapMotifs());
        row.from = (now / Day - m_rng.between(-20, 70) - 95 * (i - 1)) * Day; // never the same period twice
        if (row.from < establishment.registeredAt - 20 * Day)
            continue;
        row.to = row.from + m_rng.between(13, 89) * Day;
        row.submittedAt = std::min(row.from - m_rng.between(-10, 30) * Day + m_rng.between(7, 18) * Hour, now - Hour);
        const Moment age = now - row.submittedAt;
        const int roll = m_rng.between(1, 100);
        if (roll <= 6) {
            row.state = "provisoire";
            row.submittedAt = Never;
        } else if (age < 16 * Day && roll <= 90) {
            row.state = roll <= 50 ? "en_attente_ud" : "en_instruction";
        } else {
            row.state = roll <= 92 ? "validee" : "invalidee";
            row.decidedAt = std::min(row.submittedAt + m_rng.between(1, 15) * Day, now - 30 * Minute);
            row.avenant = row.state == "validee" && m_rng.chance(120);
        }
        row.number = m_world.dapNumber(establishment.postcode, row.submittedAt == Never ? now : row.submittedAt);
        m_out.daps.push_back(std::move(row));
    }
}

void BlockHistory::addCalls()
{
    const auto places = static_cast<quint32>(m_people.users().size());
    for (quint32 i = 0; i < places * 2 / 5; ++i) {
        const size_t at = m_rng.below(places);
        const std::vector<size_t> &users = m_people.users()[at];
        if (!users.empty())
            addCall(at, users[m_rng.below(static_cast<quint32>(users.size()))]);
    }
}

void BlockHistory::walk(const CallRow &call)
{
    const WalkedScript &script = m_rng.pick(walkedScripts());
    m_out.walks.push_back({uuid(m_rng), call.id, script.id, script.title, call.agent, script.outcome,
                           call.establishment, call.account, call.openedAt + 30, call.closedAt - 20, "[]"});
}

void BlockHistory::addCall(size_t at, size_t user)
{
    AccountRow &account = m_out.accounts[user];
    const double r = m_rng.between(1, 10000) / 10000.0;
    CallRow call;
    call.openedAt = m_world.now() - Hour - static_cast<Moment>(400 * r * r * Day);
    if (call.openedAt < account.createdAt)
        return;
    call.id = uuid(m_rng);
    call.agent = m_rng.pick(agents()).login;
    call.closedAt = call.openedAt + m_rng.between(100, 1100);
    call.outcome = m_rng.pick(callOutcomes());
    call.note = m_rng.pick(callNotes());
    call.establishment = m_out.establishments[m_people.firstEstablishment() + at].id;
    call.account = account.id;
    const HabilitationRow *habilitation = nullptr;
    for (size_t i = m_people.firstHabilitation(); i < m_out.habilitations.size() && habilitation == nullptr; ++i) {
        const HabilitationRow &row = m_out.habilitations[i];
        if (row.account == account.id && row.establishment == call.establishment)
            habilitation = &row;
    }
    if (call.outcome == "solved")
        operate(call, account, habilitation);
    if (m_rng.chance(400))
        walk(call);
    m_out.calls.push_back(std::move(call));
}

} // namespace desk::demo
