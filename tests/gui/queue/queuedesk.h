// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/fakedesk.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>

#include <algorithm>
#include <array>

namespace desk::test {

using namespace Qt::StringLiterals;

/// The services behind the queue, somebody logged in, and a table of tickets at the far end. Invented data.
struct QueueDesk : FakeDesk {
    explicit QueueDesk(bool supervisor = true)
    {
        sessionStore.logIns.always = info(supervisor);
        session.logIn({}, {}, false);
        settle();
        clock.synchronise(now());
        rows = realistic();
        tickets.answerPage = [this](const QueueQuestion &question) { return answer(question); };
        tickets.viewLists.always = QList<TicketView>();
        tickets.figures.always = counts();
        tickets.agentLists.always = QList<DeskAgent>{{u"l.perrin"_s, u"Luc Perrin"_s, 12, true},
                                                     {u"n.martin"_s, u"Nadia Martin"_s, 31, true},
                                                     {u"s.nguyen"_s, u"Sophie Nguyen"_s, 8, false}};
    }
    static SessionInfo info(bool supervisor)
    {
        SessionInfo info;
        info.login = supervisor ? u"l.perrin"_s : u"n.martin"_s;
        info.displayName = supervisor ? u"Luc Perrin"_s : u"Nadia Martin"_s;
        info.supervisor = supervisor;
        info.serverTime = now();
        info.settings.insert(u"echeance.alerte_heures"_s, u"4"_s);
        info.motifs = {{u"habilitation"_s, u"Habilitation à l’extranet"_s},
                       {u"fiche_etablissement"_s, u"Fiche Établissement"_s},
                       {u"decision_autorisation"_s, u"Décision d’Autorisation"_s},
                       {u"demande_indemnisation"_s, u"Demande d’Indemnisation"_s},
                       {u"certificat_signature"_s, u"Certificat de signature"_s},
                       {u"autres"_s, u"Autres"_s}};
        info.ticketOutcomes
            = {{u"access_restored"_s, u"Accès rétabli"_s}, {u"explained"_s, u"Expliqué, rien à faire"_s}};
        info.holdReasons
            = {{u"requester"_s, u"En attente du demandeur"_s}, {u"approval"_s, u"En attente d’approbation"_s}};
        return info;
    }
    static QDateTime now() { return QDateTime(QDate(2026, 4, 3), QTime(8, 0), Qt::UTC); }
    static void settle(int rounds = 8)
    {
        for (int i = 0; i < rounds; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    static QueueCounts counts()
    {
        QueueCounts counts;
        counts.motifs = {{u"habilitation"_s, 1284, 20, 80, 600},    {u"fiche_etablissement"_s, 212, 9, 20, 40},
                         {u"decision_autorisation"_s, 96, 2, 3, 4}, {u"demande_indemnisation"_s, 341, 4, 8, 10},
                         {u"certificat_signature"_s, 18, 0, 0, 0},  {u"autres"_s, 77, 2, 1, 1}};
        counts.views
            = {{u"all"_s, 2028},  {u"late"_s, 37},    {u"soon"_s, 112}, {u"mine"_s, 9},          {u"unowned"_s, 655},
               {u"twins"_s, 148}, {u"on_hold"_s, 64}, {u"awake"_s, 5},  {u"closed_today"_s, 347}};
        counts.receivedToday = 312;
        counts.closedToday = 347;
        const std::array figures{std::pair(190, 120), std::pair(265, 175), std::pair(312, 270), std::pair(230, 260),
                                 std::pair(160, 230)};
        for (int i = 0; i < int(figures.size()); ++i)
            counts.days << HourCount{now().addDays(i - 4), figures.at(size_t(i)).first, figures.at(size_t(i)).second};
        counts.at = now();
        return counts;
    }
    static QString keyOf(qint64 place) { return u"%1"_s.arg(place, 10, 10, '0'_L1); }
    /// A row of a table of any length, computed from its place.
    static QueueRow computed(qint64 place)
    {
        QueueRow row;
        row.number = TicketNumber(100000 + place);
        row.version = 1;
        row.key = keyOf(place);
        row.denomination = u"Établissement %1"_s.arg(place);
        row.siret = u"73282932000074"_s;
        row.motif = u"habilitation"_s;
        row.state = u"open"_s;
        row.receivedAt = now().addSecs(-place * 60);
        row.dueAt = now().addSecs(place * 60);
        row.requesterEmailMasked = u"c•••@boulangerie-capitole.fr"_s;
        return row;
    }
    /// A page of `count` computed rows.
    static QueuePageAnswer computedPage(qint64 count, const QueueQuestion &q)
    {
        qint64 first = 0, end = count; // of what is asked for
        if (q.from) {
            const qint64 at = q.from->key.toLongLong();
            if (q.backward)
                end = at + (q.inclusive ? 1 : 0);
            else
                first = at + (q.inclusive ? 0 : 1);
        }
        const bool more = end - first > q.limit;
        if (more && q.backward)
            first = end - q.limit;
        else if (more)
            end = first + q.limit;
        QueuePageAnswer answer;
        answer.more = more;
        for (qint64 place = first; place < end; ++place)
            answer.rows << computed(place);
        return answer;
    }
    void manyRows(qint64 count)
    {
        tickets.answerPage = [count](const QueueQuestion &q) { return computedPage(count, q); };
    }
    /// A page of `rows`, which are in the order asked for.
    [[nodiscard]] Result<QueuePageAnswer> answer(const QueueQuestion &q) const
    {
        if (fault)
            return Failure(*fault);
        QList<QueueRow> wanted;
        for (const QueueRow &row : rows) {
            const bool sameOrBehind
                = !q.from || std::pair(row.key, row.number) >= std::pair(q.from->key, q.from->number);
            const bool same = q.from && row.key == q.from->key && row.number == q.from->number;
            const bool inRange = !q.from || (same ? q.inclusive : q.backward ? !sameOrBehind : sameOrBehind);
            if (inRange && matches(q.filter, row))
                wanted << row;
        }
        QueuePageAnswer answer;
        answer.more = wanted.size() > q.limit;
        answer.rows = q.backward ? wanted.mid(std::max<qsizetype>(0, wanted.size() - q.limit)) : wanted.mid(0, q.limit);
        return answer;
    }
    static bool matches(const TicketFilter &filter, const QueueRow &row)
    {
        return (filter.motifs.isEmpty() || filter.motifs.contains(row.motif))
            && (filter.departments.isEmpty() || filter.departments.contains(row.department))
            && (filter.owners.isEmpty() || filter.owners.contains(row.owner))
            && (filter.establishment.isEmpty() || row.denomination.contains(filter.establishment, Qt::CaseInsensitive));
    }
    void sortRows()
    {
        std::sort(rows.begin(), rows.end(), [](const QueueRow &a, const QueueRow &b) {
            return std::pair(a.key, a.number) < std::pair(b.key, b.number);
        });
    }
    [[nodiscard]] QueueRow &row(qint64 number)
    {
        return *std::find_if(rows.begin(), rows.end(),
                             [number](const QueueRow &one) { return one.number == TicketNumber(number); });
    }
    void removeRow(qint64 number)
    {
        rows.removeIf([number](const QueueRow &one) { return one.number == TicketNumber(number); });
    }
    /// What the server says changed; the console hears it with the next pulse.
    void stamp(const QString &ticketsStamp)
    {
        nextPulse().serverTime = now();
        nextPulse().ticketsStamp = ticketsStamp;
        session.pulseNow();
        settle();
    }
    static QList<QueueRow> realistic()
    {
        struct Place {
            const char16_t *name, *siret, *mail, *department;
        };
        static constexpr Place places[] = {
            {u"Garage Méric", u"51200411800021", u"j•••@meric-auto.fr", u"31"},
            {u"Boulangerie du Capitole", u"73282932000074", u"c•••@boulangerie-capitole.fr", u"31"},
            {u"Boulangerie du Capitole", u"73282932000074", u"c•••@boulangerie-capitole.fr", u"31"},
            {u"SARL Pyrène Services", u"44306184100047", u"d•••@pyrene-services.fr", u"09"},
            {u"Pharmacie des Carmes", u"39174522600018", u"p•••@courriel-libre.fr", u"31"},
            {u"Menuiserie Abadie", u"31822090400032", u"a•••@abadie-bois.fr", u"65"},
            {u"Crèche Les Lutins", u"79011234500016", u"d•••@leslutins.asso.fr", u"81"},
            {u"Hôtel du Pont Vieux", u"40277831000029", u"r•••@pontvieux.fr", u"82"},
            {u"Transports Lacoste et fils", u"52310998700014", u"m•••@lacoste-transports.fr", u"32"},
            {u"Conserverie de la Vallée d’Aure", u"38011234500023", u"b•••@vallee-aure.fr", u"65"},
        };
        static constexpr int minutes[] = {-134, 180, 183, 204, 215, 228, 232, 236, 260, 305};
        QList<QueueRow> rows;
        for (int i = 0; i < 30; ++i) {
            const Place &place = places[i % 10];
            QueueRow row;
            row.number = TicketNumber(48102 + i * 19);
            row.version = 3;
            row.key = keyOf(i * 100);
            row.denomination = QString::fromUtf16(place.name);
            row.siret = QString::fromUtf16(place.siret);
            row.siretKnown = true;
            row.requesterName = u"Claire Fontan"_s;
            row.requesterEmailMasked = QString::fromUtf16(place.mail);
            row.department = QString::fromUtf16(place.department);
            row.profile = i % 4 ? u"etablissement"_s : u"tiers"_s;
            row.motif = i % 5 == 4 ? u"fiche_etablissement"_s : u"habilitation"_s;
            row.channel = u"extranet"_s;
            row.state = i % 7 == 3 ? u"taken"_s : u"open"_s;
            row.receivedAt = now().addSecs(-3600 * (46 - i));
            row.dueAt = now().addSecs(60 * (minutes[i % 10] + i / 10 * 400));
            rows << row;
        }
        rows[0].state = u"on_hold"_s;
        rows[0].holdReason = u"approval"_s;
        rows[0].awake = true;
        rows[0].owner = u"l.perrin"_s;
        rows[2].twins = rows[1].twins = 1;
        rows[3].owner = u"n.martin"_s;
        rows[4].state = u"taken"_s;
        rows[4].owner = u"l.perrin"_s;
        rows[4].presence = {{u"l.perrin"_s, u"Luc Perrin"_s, PresenceLevel::Writing}};
        rows[5].state = u"on_hold"_s;
        rows[5].holdReason = u"requester"_s;
        rows[5].holdUntil = now().addDays(2);
        rows[5].owner = u"s.nguyen"_s;
        rows[7].presence = {{u"k.diallo"_s, u"Kadi Diallo"_s, PresenceLevel::Open},
                            {u"s.nguyen"_s, u"Sophie Nguyen"_s, PresenceLevel::Away}};
        return rows;
    }
    static TicketDetail detail(TicketNumber number)
    {
        TicketDetail detail;
        detail.ticket.number = number;
        detail.ticket.version = 3;
        detail.ticket.requesterName = u"Claire Fontan"_s;
        detail.ticket.requesterPhoneMasked = u"05 •• •• •• 05"_s;
        detail.ticket.requesterEmailMasked = u"c•••@boulangerie-capitole.fr"_s;
        detail.ticket.description = u"L’ancienne gérante est partie en février, nous n’avons plus accès à sa boîte. "
                                    u"<b>Merci</b> de nous renvoyer les identifiants à l’adresse du magasin."_s;
        detail.ticket.events
            = {{now().addDays(-1), {}, {}, u"received"_s, {}},
               {now().addSecs(-7200), u"n.martin"_s, u"Nadia Martin"_s, u"commented"_s, u"Rappelée, ne répond pas."_s}};
        TicketTwin twin;
        twin.number = TicketNumber(48140);
        twin.receivedAt = now().addSecs(-5000);
        twin.sameRequester = true;
        twin.description = u"Toujours rien reçu."_s;
        detail.twins = {twin};
        detail.siret = u"73282932000074"_s;
        return detail;
    }
    static TicketView view(int number, const QString &name, bool mine)
    {
        TicketView view;
        view.id = QUuid(uint(number), 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0);
        view.name = name;
        view.mine = mine;
        view.owner = mine ? u"l.perrin"_s : u"k.diallo"_s;
        view.ownerName = mine ? u"Luc Perrin"_s : u"Kadi Diallo"_s;
        view.shared = !mine;
        view.filter.departments = {u"31"_s};
        return view;
    }
    void done(const QJsonObject &result = {})
    {
        const OperationRequest &request = operationStore.submitted.constLast();
        operationStore.outcomes.answerLast(OperationOutcome{request.id, request.kind, false, now(), result});
        settle();
    }
    void refuse(const QString &rule)
    {
        operationStore.outcomes.answerLast(Failure(Error{Error::Code::Refused, {}, rule, {}}));
        settle();
    }

    QList<QueueRow> rows;
    std::optional<Error> fault;
};

} // namespace desk::test
