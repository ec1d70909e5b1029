// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/demo/blockbuilder.h"

#include "db/demo/companies.h"
#include "db/demo/names.h"

#include <algorithm>

namespace desk::demo {

namespace {

constexpr int mostClients = 200; ///< of one account
constexpr int longestEstablished = 1825; ///< days

/// An age that is more often young than old.
Moment youngAge(Rng &rng, int oldestDays)
{
    const quint64 r = rng.below(10000);
    return static_cast<Moment>(r * r * static_cast<quint64>(oldestDays) * Day / 100'000'000);
}

std::string denominationOf(Rng &rng, const Trade &trade)
{
    const std::string label(trade.label), name(rng.pick(lastNames()));
    switch (rng.below(8)) {
    case 0:
    case 1:
        return label + " " + std::string(rng.pick(placeNames()));
    case 2:
        return label + " " + std::string(rng.pick(placeNames())) + " " + std::string(rng.pick(legalForms()));
    case 3:
        return label + " " + name;
    case 4:
        return std::string(rng.pick(legalForms())) + " " + label + " " + name;
    case 5:
        return name + " " + label;
    case 6:
        return label + " " + name + " et Fils";
    default:
        return "Établissements " + name;
    }
}

std::string groupDenomination(Rng &rng)
{
    return std::string(rng.pick(groupNames())) + " " + std::string(rng.pick(groupActivities()));
}

std::string domainOf(std::string_view denomination)
{
    std::string text = slug(denomination);
    for (const std::string_view form : {"sarl", "eurl", "sasu", "sas", "snc", "scop", "sa"}) {
        if (text.starts_with(std::string(form) + "-"))
            text.erase(0, form.size() + 1);
        else if (text.ends_with("-" + std::string(form)))
            text.resize(text.size() - form.size() - 1);
    }
    return text.substr(0, 60) + ".example";
}

} // namespace

BlockBuilder::BlockBuilder(World &world, Batch &out, qint64 block, qint64 establishments)
    : m_world(world), m_out(out), m_rng(world.rng(static_cast<quint64>(block) * 2 + 10)),
      m_firstEstablishment(out.establishments.size()), m_firstAccount(out.accounts.size()),
      m_firstHabilitation(out.habilitations.size()), m_users(static_cast<size_t>(establishments)),
      m_hasReferent(static_cast<size_t>(establishments))
{
}

void BlockBuilder::build()
{
    for (size_t done = 0; done < m_users.size();) {
        const size_t added = done > 0 && m_rng.chance(3) ? addPostOffice() : addCompany(m_users.size() - done);
        staff(done, added);
        done += added;
    }
    addAccountants();
    topUp();
}

size_t BlockBuilder::companySize(size_t room)
{
    const int roll = m_rng.between(1, 1000);
    const int size = roll <= 890 ? 1
        : roll <= 965            ? m_rng.between(2, 5)
        : roll <= 995            ? m_rng.between(6, 20)
                                 : m_rng.between(21, 60);
    return std::min(static_cast<size_t>(size), room);
}

size_t BlockBuilder::addCompany(size_t room)
{
    const size_t size = companySize(room);
    const Trade &trade = m_rng.pick(trades());
    const Town &seat = m_world.town(m_rng);
    CompanyRow company{m_world.identities().nextSiren(), 0};
    const std::string denomination = size >= 8 ? groupDenomination(m_rng) : denominationOf(m_rng, trade);
    const std::string domain = domainOf(denomination);
    int sequence = m_rng.between(1, 9);
    for (size_t i = 0; i < size; ++i, sequence += m_rng.between(1, 3)) {
        EstablishmentRow row = establishmentAt(i == 0 || m_rng.chance(400) ? seat : m_world.town(m_rng));
        row.siret = siretOf(company.siren, sequence);
        row.denomination = denomination;
        row.domain = domain;
        row.headcount = std::max(1, trade.headcount * m_rng.between(30, 220) / 100);
        if (m_rng.chance(700))
            row.email = (m_rng.chance(500) ? "contact@" : "accueil@") + domain;
        company.headcount += row.headcount;
        m_out.establishments.push_back(std::move(row));
    }
    m_out.companies.push_back(std::move(company));
    return size;
}

size_t BlockBuilder::addPostOffice()
{
    EstablishmentRow row = establishmentAt(m_world.town(m_rng));
    row.siret = m_world.identities().nextLaPosteSiret();
    row.denomination = "La Poste " + row.town;
    row.domain = "bureau-de-poste.example";
    row.headcount = m_rng.between(3, 90);
    m_out.establishments.push_back(std::move(row));
    return 1;
}

EstablishmentRow BlockBuilder::establishmentAt(const Town &town)
{
    EstablishmentRow row;
    row.id = ++m_world.lastEstablishment;
    row.streetType = m_rng.pick(streetTypes());
    row.streetLabel = m_rng.pick(streetLabels());
    if (m_rng.chance(930))
        row.streetNumber = std::to_string(m_rng.between(1, m_rng.chance(200) ? 240 : 60));
    if (m_rng.chance(40))
        row.streetExtension = m_rng.chance(700) ? "bis" : "ter";
    if (m_rng.chance(120))
        row.complement = m_rng.pick(addressComplements());
    row.postcode = town.postcode;
    row.town = town.name;
    row.phone = fictionalPhone(m_rng, town.postcode, m_rng.chance(150));
    if (m_rng.chance(100))
        row.fax = fictionalPhone(m_rng, town.postcode, false);
    if (m_rng.chance(970)) { // the others are known, but nobody has registered them yet
        row.requestedAt = m_world.now() - Hour - youngAge(m_rng, longestEstablished);
        if (m_rng.chance(985))
            row.registeredAt = std::min(row.requestedAt + m_rng.between(1, 30) * Hour, m_world.now());
    }
    return row;
}

void BlockBuilder::staff(size_t first, size_t count)
{
    constexpr size_t few = 3;
    const bool central = count >= few && m_rng.chance(800); // somebody at the seat looks after all of them
    size_t head = 0;
    if (central)
        head = addAccount("etablissement", place(first), place(first).domain);
    for (size_t i = first; i < first + count; ++i) {
        if (place(i).requestedAt == Never)
            continue;
        if (central)
            grant(head, i, m_rng.chance(650));
        if (m_rng.chance(central ? 450 : 830))
            grant(addAccount("etablissement", place(i), place(i).domain), i, true);
    }
}

void BlockBuilder::addAccountants()
{
    const int all = static_cast<int>(m_users.size());
    addAccountant(std::min(m_rng.between(40, mostClients), all / 3));
    for (int i = 0; i < all / 40; ++i)
        addAccountant(std::min(m_rng.between(3, 22), all));
    for (size_t i = 0; i < m_users.size(); ++i) { // nobody of their own registered these: their accountant did
        if (!m_hasReferent[i] && place(i).requestedAt != Never && m_rng.chance(960))
            grant(m_accountants[m_rng.below(static_cast<quint32>(m_accountants.size()))], i, true);
    }
}

void BlockBuilder::addAccountant(int clients)
{
    const EstablishmentRow &office = place(anyPlace());
    const std::string domain = "cabinet-" + slug(m_rng.pick(lastNames())) + ".example";
    const size_t account = addAccount("tiers", office, domain);
    m_accountants.push_back(account);
    for (int i = 0; i < clients; ++i)
        grant(account, anyPlace(), false);
}

/// Brings the numbers to five accounts and ten habilitations for four establishments.
void BlockBuilder::topUp()
{
    const size_t accounts = m_users.size() * 5 / 4, habilitations = m_users.size() * 5 / 2;
    for (size_t tries = 0; m_out.accounts.size() - m_firstAccount < accounts && tries < 4 * accounts; ++tries) {
        const size_t at = anyPlace();
        if (m_hasReferent[at])
            grant(addAccount("etablissement", place(at), place(at).domain), at, false);
    }
    for (size_t tries = 0;
         m_out.habilitations.size() - m_firstHabilitation < habilitations && tries < 4 * habilitations; ++tries)
        grant(m_accountants[m_rng.below(static_cast<quint32>(m_accountants.size()))], anyPlace(), false);
}

size_t BlockBuilder::addAccount(std::string_view profile, const EstablishmentRow &at, std::string_view domain)
{
    Person person = m_world.identities().nextPerson();
    AccountRow row;
    row.id = ++m_world.lastAccount;
    row.profile = profile;
    const int roll = m_rng.between(1, 100);
    if (profile == "tiers" || roll <= 70)
        row.email = person.identifiant + "@" + std::string(domain);
    else if (roll <= 88)
        row.email = person.identifiant + "@" + std::string(m_rng.pick(sharedMailDomains()));
    else
        row.email = (roll <= 94 ? "compta@" : "direction@") + std::string(domain);
    row.phone
        = m_rng.chance(300) || at.phone.empty() ? fictionalPhone(m_rng, at.postcode, m_rng.chance(600)) : at.phone;
    row.createdAt
        = at.requestedAt == Never ? m_world.now() - Day - youngAge(m_rng, longestEstablished) : at.requestedAt;
    row.identifiant = std::move(person.identifiant);
    row.firstName = std::move(person.firstName);
    row.lastName = std::move(person.lastName);
    m_out.accounts.push_back(std::move(row));
    return m_out.accounts.size() - 1;
}

/// False when it has one there already, when nobody registered the establishment, or when it has enough.
bool BlockBuilder::grant(size_t account, size_t at, bool referent)
{
    std::vector<size_t> &users = m_users[at];
    AccountRow &holder = m_out.accounts[account];
    if (place(at).requestedAt == Never || holder.establishments >= mostClients
        || std::find(users.begin(), users.end(), account) != users.end())
        return false;
    users.push_back(account);
    ++holder.establishments;
    HabilitationRow row;
    row.id = ++m_world.lastHabilitation;
    row.account = holder.id;
    row.establishment = place(at).id;
    row.referent = referent && !m_hasReferent[at];
    m_hasReferent[at] = m_hasReferent[at] || row.referent;
    const Moment opened = std::max(place(at).requestedAt, holder.createdAt);
    row.requestedAt = opened;
    if (!row.referent) { // later users came any time since, mostly early on
        const Moment r = m_rng.between(0, 1000);
        row.requestedAt += (m_world.now() - opened - Minute) / 1000 * r / 1000 * r;
    }
    giveState(row);
    m_out.habilitations.push_back(std::move(row));
    return true;
}

void BlockBuilder::giveState(HabilitationRow &row)
{
    const Moment confirmed = row.requestedAt + m_rng.between(20, 60) * Hour;
    const int roll = m_rng.between(1, 1000);
    if (confirmed > m_world.now() || roll <= 25) {
        row.state = confirmed > m_world.now() + 30 * Hour || roll <= 8 ? "requested" : "awaiting_confirmation";
        return;
    }
    row.activeFrom = confirmed;
    if (roll > 955 && !row.referent) {
        row.state = "revoked";
        row.revokedAt = confirmed + (m_world.now() - confirmed) * m_rng.between(10, 95) / 100;
    }
}

} // namespace desk::demo
