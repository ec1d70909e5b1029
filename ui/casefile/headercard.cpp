// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/headercard.h"

#include "app/core/siret.h"
#include "ui/casefile/accountstate.h"
#include "ui/casefile/maskedvalue.h"
#include "ui/common/build.h"
#include "ui/common/chip.h"
#include "ui/common/format.h"
#include "ui/common/smallparts.h"

namespace desk {

using namespace Qt::StringLiterals;

namespace {

QString headcount(const Establishment &e)
{
    const auto people
        = [](int n) { return n == 1 ? HeaderCard::tr("1 salarié") : HeaderCard::tr("%1 salariés").arg(n); };
    if (e.headcount < 0)
        return e.companyHeadcount < 0 ? QString() : HeaderCard::tr("entreprise de %1").arg(people(e.companyHeadcount));
    if (e.companyHeadcount < 0 || e.companyHeadcount == e.headcount)
        return people(e.headcount);
    return HeaderCard::tr("%1 sur %2").arg(people(e.headcount)).arg(e.companyHeadcount);
}

/// As revealed: "12", or "12/40" with the whole company behind.
QString headcountText(const QString &revealed)
{
    const QStringList parts = revealed.split(u'/');
    Establishment e;
    bool sound = false;
    e.headcount = parts.value(0).trimmed().toInt(&sound);
    if (!sound)
        return revealed;
    if (parts.size() > 1)
        e.companyHeadcount = parts.at(1).trimmed().toInt();
    return headcount(e);
}

QString address(const Establishment &e)
{
    const QString town = (e.postcode + u' ' + e.town).simplified();
    QStringList parts;
    for (const QString &part : {e.addressLine, e.addressComplement, town}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(u", "_s);
}

} // namespace

HeaderCard::HeaderCard(QWidget *parent)
    : QFrame(parent), m_title(named(new ElidedLabel("title", this), u"fileTitle"_s)),
      m_where(new ElidedLabel("secondary", this)),
      m_siret(named(makeLabel("mono", this, {}, LabelFlag::Selectable), u"fileSiret"_s)), m_contact(new QWidget(this)),
      m_street(named(new MaskedValue("secondary", this), u"fileStreet"_s)),
      m_headcount(named(new MaskedValue("secondary", this), u"fileHeadcount"_s)),
      m_phone(new MaskedValue("secondary", m_contact)), m_email(new MaskedValue("secondary", m_contact)),
      m_stale(named(new Chip(this), u"fileStale"_s)), m_checked(named(new Chip(this), u"fileChecked"_s)),
      m_time(new Chip(this)), m_known(new Chip(this)), m_others(new Chip(this))
{
    setObjectName(u"headerCard"_s);
    setRole(this, "card");
    auto *top = makeRow(6, {{m_title, 1}});
    for (Chip *chip : {m_stale, m_checked, m_time, m_known, m_others})
        top->addWidget(chip);
    makeRow(m_contact, 14, {m_phone, m_email, spring()});
    makeColumn(this, 1, {top, makeRow(0, {m_siret, m_street, m_where, m_headcount, spring()}), m_contact},
               {14, 8, 14, 9});
    connect(m_street, &MaskedValue::wanted, this, &HeaderCard::revealWanted);
    connect(m_headcount, &MaskedValue::wanted, this, &HeaderCard::revealWanted);
    connect(m_phone, &MaskedValue::wanted, this, &HeaderCard::revealWanted);
    connect(m_email, &MaskedValue::wanted, this, &HeaderCard::revealWanted);
}

void HeaderCard::setFile(const CallerFile &file, const QDateTime &now, const Revealed &revealed, bool stale)
{
    if (file.subject == CallerFile::Subject::Account)
        showAccount(file);
    else
        showEstablishment(file, revealed);
    m_check = file.check;
    m_identifiants.clear();
    for (const Account &account : file.accounts)
        m_identifiants << std::pair(account.id, account.identifiant);
    m_stale->set(Tone::Warn, stale ? tr("◷ Vue de %1, hors connexion").arg(shortTime(file.serverTime)) : QString());
    tick(now);
}

void HeaderCard::showEstablishment(const CallerFile &file, const Revealed &revealed)
{
    const Establishment &e = file.establishment;
    m_title->setWhole(e.denomination);
    m_siret->setText(groupedDigits(e.siret));
    m_siret->show();
    m_street->setLead(u" · "_s);
    m_street->setValue(u"establishment.street"_s, e.id.value(), e.streetMasked ? tr("adresse ••••") : QString(),
                       revealed, tr("Adresse postale de l’établissement"));
    m_headcount->setLead(u" · "_s);
    m_headcount->setValue(u"establishment.headcount"_s, e.id.value(),
                          e.headcountMasked ? tr("effectif ••••") : QString(), revealed,
                          tr("Effectif de l’établissement et de l’entreprise"));
    if (const QString people = revealed.value(u"establishment.headcount"_s, e.id.value()); !people.isEmpty())
        m_headcount->setShown(headcountText(people));
    QStringList parts;
    for (const QString &part : {address(e), headcount(e)}) {
        if (!part.isEmpty())
            parts << part;
    }
    m_where->setWhole(parts.isEmpty() ? QString() : u" · "_s + parts.join(u" · "_s));
    m_phone->setValue(u"establishment.phone"_s, e.id.value(), e.phoneMasked, revealed,
                      tr("Téléphone de l’établissement"));
    m_email->setValue(u"establishment.email"_s, e.id.value(), e.emailMasked, revealed,
                      tr("Adresse de l’établissement"));
    m_hasContact = !e.phoneMasked.isEmpty() || !e.emailMasked.isEmpty();
    m_contact->setVisible(m_hasContact && !m_compact);
    if (e.registeredAt.isValid())
        m_known->set(Tone::Ok, tr("✓ Connu"));
    else if (e.registrationRequestedAt.isValid())
        m_known->set(Tone::Warn, tr("◷ Inscription demandée le %1").arg(shortDate(e.registrationRequestedAt)));
    else
        m_known->set(Tone::Warn, tr("◷ Pas encore inscrit"));
    const int others = e.otherEstablishments;
    m_others->set(Tone::Muted,
                  others <= 0       ? QString()
                      : others == 1 ? tr("1 autre établissement")
                                    : tr("%1 autres établissements").arg(others));
    m_timeZone = e.timeZone;
}

void HeaderCard::showAccount(const CallerFile &file)
{
    const Account account = file.accounts.value(0);
    const QString person = (account.firstName + u' ' + account.lastName).simplified();
    m_title->setWhole(person.isEmpty() ? account.identifiant : person);
    m_siret->hide();
    m_street->hide();
    m_headcount->hide();
    const int count = int(file.establishments.size());
    const QString reach = count == 0 ? tr("aucun établissement")
        : count == 1                 ? tr("1 établissement")
                                     : tr("%1 établissements").arg(qMax(count, account.establishmentCount));
    m_where->setWhole(tr("Compte %1").arg(account.identifiant) + u" · "_s + profileLabel(account.profile) + u" · "_s
                      + reach);
    m_hasContact = false;
    m_contact->hide();
    m_known->set(Tone::Info, tr("Dossier d’un compte"));
    m_others->set(Tone::Muted, {});
    m_timeZone.clear();
}

void HeaderCard::tick(const QDateTime &now)
{
    const QString there = callerLocalTime(m_timeZone, now);
    showCheck(now);
    m_time->set(Tone::Info, there.isEmpty() ? QString() : u"◷ "_s + there);
}

void HeaderCard::showCheck(const QDateTime &now)
{
    if (!m_check.holds(now)) {
        m_checked->set(Tone::Ok, {});
        return;
    }
    m_checked->set(Tone::Ok, tr("✓ Appelant vérifié jusqu’à %1").arg(shortTime(m_check.passedUntil)));
    QString about;
    for (const auto &[id, identifiant] : m_identifiants) {
        if (id == m_check.account)
            about = tr("Pour le compte %1 et l’établissement").arg(identifiant);
    }
    m_checked->setToolTip(about.isEmpty() ? tr("Pour l’établissement") : about);
    m_checked->setAccessibleDescription(m_checked->toolTip());
}

void HeaderCard::setCompact(bool compact)
{
    m_compact = compact;
    m_contact->setVisible(m_hasContact && !compact);
}

} // namespace desk
