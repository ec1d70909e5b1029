// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/demo/callers.h"

#include <algorithm>

// What the callers worth trying are made of; who they are is in cast.cpp.

namespace desk::demo {

namespace {

constexpr quint64 stream = 1;
constexpr std::string_view secretQuestion = "Nom de votre premier animal ?";

QString utf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

Callers::Callers(World &world, Batch &out) : m_world(world), m_out(out), m_rng(world.rng(stream)), m_now(world.now())
{
    // References to rows are handed about while the cast is made: no vector may move.
    m_out.establishments.reserve(64 + blockSize);
    m_out.accounts.reserve(256 + 2 * blockSize);
    m_out.habilitations.reserve(512 + 4 * blockSize);
    m_out.mails.reserve(1024 + 8 * blockSize);
    m_out.tickets.reserve(64 + blockSize);
}

EstablishmentRow &Callers::addPlace(const Place &place, const std::string &siret, Moment since)
{
    EstablishmentRow row;
    row.id = ++m_world.lastEstablishment;
    row.siret = siret;
    row.denomination = place.denomination;
    row.streetNumber = place.number;
    row.streetType = place.streetType;
    row.streetLabel = place.street;
    row.postcode = place.postcode;
    row.town = place.town;
    row.phone = fictionalPhone(m_rng, place.postcode, false);
    row.email = "contact@" + std::string(place.domain);
    row.headcount = place.headcount;
    row.requestedAt = since;
    row.registeredAt = since + 2 * Hour;
    row.domain = place.domain;
    m_out.establishments.push_back(std::move(row));
    return m_out.establishments.back();
}

EstablishmentRow &Callers::addPlace(const Place &place, Moment since)
{
    const std::string siren = m_world.identities().nextSiren();
    m_out.companies.push_back({siren, place.headcount});
    return addPlace(place, siretOf(siren, 1), since);
}

AccountRow &Callers::addAccount(std::string_view firstName, std::string_view lastName, std::string_view profile,
                                std::string_view domain, Moment created)
{
    Person person = m_world.identities().person(firstName, lastName);
    AccountRow row;
    row.id = ++m_world.lastAccount;
    row.email = person.identifiant + "@" + std::string(domain);
    row.identifiant = std::move(person.identifiant);
    row.firstName = std::move(person.firstName);
    row.lastName = std::move(person.lastName);
    row.phone = fictionalPhone(m_rng, "31000", true);
    row.profile = profile;
    row.createdAt = created;
    row.passwordChangedAt = created + 6 * Hour;
    row.passwordChangedBy = "extranet";
    row.secretQuestion = secretQuestion;
    m_out.accounts.push_back(std::move(row));
    return m_out.accounts.back();
}

/// `state` active: from two days after the request.
HabilitationRow &Callers::grant(const AccountRow &account, const EstablishmentRow &at, std::string_view state,
                                Moment requested)
{
    HabilitationRow row;
    row.id = ++m_world.lastHabilitation;
    row.account = account.id;
    row.establishment = at.id;
    row.state = state;
    row.requestedAt = requested;
    if (state == "active" || state == "revoked")
        row.activeFrom = requested + 2 * Day;
    const bool first = std::none_of(m_out.habilitations.begin(), m_out.habilitations.end(),
                                    [&at](const HabilitationRow &other) { return other.establishment == at.id; });
    row.referent = first && state != "revoked";
    m_out.habilitations.push_back(std::move(row));
    return m_out.habilitations.back();
}

MailRow &Callers::addMail(std::string_view kind, const AccountRow &account, Moment at)
{
    MailRow row;
    row.id = ++m_world.lastMail;
    row.kind = kind;
    row.account = account.id;
    row.to = account.email;
    row.queuedAt = row.nextAttemptAt = at;
    row.sentAt = at + 40;
    row.deliveredAt = at + 55;
    m_out.mails.push_back(std::move(row));
    return m_out.mails.back();
}

void Callers::addCredentials(AccountRow &account, Moment at)
{
    account.passwordChangedAt = at;
    addMail("identifiant", account, at);
    addMail("mot_de_passe", account, at);
}

MailRow &Callers::addConfirmation(const AccountRow &account, const HabilitationRow &habilitation, Moment at)
{
    MailRow &mail = addMail("habilitation", account, at);
    mail.habilitation = habilitation.id;
    return mail;
}

void Callers::login(AccountRow &account, Moment first, Moment last)
{
    account.firstLoginAt = first;
    account.lastLoginAt = last;
}

TicketRow &Callers::addTicket(qint64 number, const EstablishmentRow &at, const AccountRow &by, std::string_view motif,
                              std::string_view description, Moment received)
{
    TicketRow row;
    row.number = callerTickets + number;
    row.siret = at.siret;
    row.denomination = at.denomination;
    row.requesterName = by.firstName + " " + by.lastName;
    row.requesterEmail = by.email;
    row.requesterPhone = spokenPhone(by.phone);
    row.motif = motif;
    row.description = description;
    row.receivedAt = received;
    row.department = departmentOf(at.postcode);
    row.profile = by.profile;
    row.dueAt = m_world.hours().due(motif, received, row.department);
    m_out.events.push_back({row.number, received, "extranet", "received", {}, 1});
    m_out.tickets.push_back(std::move(row));
    return m_out.tickets.back();
}

void Callers::tell(std::string_view key, std::string_view title, std::string_view situation)
{
    m_list.append({utf8(key), utf8(title), utf8(situation)});
}

void Callers::giveClients(qint64 first, qint64 last)
{
    constexpr qint64 most = 200;
    AccountRow &account = *std::find_if(m_out.accounts.begin(), m_out.accounts.end(),
                                        [this](const AccountRow &row) { return row.id == m_accountant; });
    const auto all = m_out.establishments; // ours and the first block's
    for (const EstablishmentRow &place : all) {
        if (place.id < first || place.id > last || place.requestedAt == Never || account.establishments == most)
            continue;
        HabilitationRow row;
        row.id = ++m_world.lastHabilitation;
        row.account = account.id;
        row.establishment = place.id;
        row.requestedAt = std::max(place.requestedAt, account.createdAt) + Day;
        if (row.requestedAt > m_now - 3 * Day) {
            row.requestedAt = std::min(row.requestedAt, m_now - Hour);
            row.state = "requested";
        } else {
            row.activeFrom = row.requestedAt + 2 * Day;
            addConfirmation(account, row, row.activeFrom - Hour);
            m_out.contracts.push_back({account.id, place.id, row.requestedAt, true});
        }
        m_out.habilitations.push_back(std::move(row));
        ++account.establishments;
    }
}

} // namespace desk::demo
