// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/format.h"

#include "app/core/desktime.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct Format {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

constexpr QChar noBreakSpace{0x00a0};

template <typename Value> struct Word {
    Value value;
    const char *text;
};

template <typename Value, std::size_t Count> QString wordFor(const Word<Value> (&words)[Count], Value value)
{
    const auto *it = std::find_if(std::begin(words), std::end(words), [&](const auto &w) { return w.value == value; });
    return it == std::end(words) ? QString() : Format::tr(it->text);
}

} // namespace

QString shortTime(const QDateTime &at)
{
    return at.isValid() ? deskTime(at).toString(u"HH:mm") : QString();
}

QString shortDate(const QDateTime &at)
{
    return at.isValid() ? shortDate(deskTime(at).date()) : QString();
}

QString shortDate(QDate date)
{
    return date.isValid() ? date.toString(u"dd/MM") : QString();
}

QString longDate(QDate date)
{
    return date.isValid() ? date.toString(u"dd/MM/yyyy") : QString();
}

QString dateTime(const QDateTime &at)
{
    return at.isValid() ? deskTime(at).toString(u"dd/MM HH:mm") : QString();
}

QString whenText(const QDateTime &at, const QDateTime &now)
{
    if (!at.isValid())
        return {};
    const QDate day = deskTime(at).date();
    const qint64 days = deskTime(now).date().daysTo(day);
    if (days == 0)
        return shortTime(at);
    if (days == -1)
        return Format::tr("hier %1").arg(shortTime(at));
    if (days == 1)
        return Format::tr("demain %1").arg(shortTime(at));
    return qAbs(days) < 180 ? dateTime(at) : longDate(day);
}

QString untilText(const QDateTime &at, const QDateTime &now)
{
    const qint64 days = deskTime(now).date().daysTo(deskTime(at).date());
    return days < 2 ? Format::tr("jusqu’à %1").arg(whenText(at, now))
                    : Format::tr("jusqu’au %1").arg(whenText(at, now));
}

QString onText(const QDateTime &at, const QDateTime &now)
{
    const qint64 days = deskTime(at).date().daysTo(deskTime(now).date());
    return days == 0 ? Format::tr("à %1").arg(shortTime(at))
        : days == 1  ? whenText(at, now)
                     : Format::tr("le %1").arg(whenText(at, now));
}

QString dueText(const QDateTime &due, const QDateTime &now, bool fine)
{
    if (!due.isValid())
        return {};
    const bool late = due < now;
    const qint64 minutes = qAbs(now.secsTo(due)) / 60;
    const bool withMinutes = fine && !late && minutes < 12 * 60 && minutes % 60 > 0;
    const QString span = minutes < 60 ? Format::tr("%1 min").arg(minutes)
        : minutes >= 48 * 60          ? Format::tr("%1 j", "days").arg(minutes / (24 * 60))
        : withMinutes ? Format::tr("%1 h %2", "hours and minutes").arg(minutes / 60).arg(minutes % 60, 2, 10, '0'_L1)
                      : Format::tr("%1 h", "hours").arg(minutes / 60);
    return late ? Format::tr("en retard de %1").arg(span) : Format::tr("il reste %1").arg(span);
}

QString capitalised(const QString &text)
{
    return text.left(1).toUpper() + text.mid(1);
}

QString duration(int seconds)
{
    const int hours = seconds / 3600;
    const QString rest = u"%1:%2"_s.arg(seconds / 60 % 60, 2, 10, '0'_L1).arg(seconds % 60, 2, 10, '0'_L1);
    return hours > 0 ? QString::number(hours) + u':' + rest : rest;
}

QDateTime nextOf(const QList<QDateTime> &moments, const QDateTime &now)
{
    QDateTime next;
    for (const QDateTime &at : moments) {
        if (at > now && (!next.isValid() || at < next))
            next = at;
    }
    return next;
}

QString callerLocalTime(const QString &timeZone, const QDateTime &now)
{
    const QTimeZone zone(timeZone.toUtf8());
    if (timeZone.isEmpty() || !QTimeZone::isTimeZoneIdAvailable(timeZone.toUtf8()))
        return {};
    const QDateTime there = now.toTimeZone(zone);
    if (there.offsetFromUtc() == deskTime(now).offsetFromUtc())
        return {};
    return Format::tr("Il est %1 chez l’appelant").arg(there.toString(u"HH:mm"));
}

QString groupedNumber(qint64 number)
{
    QString digits = QString::number(number);
    for (qsizetype at = digits.size() - 3; at > (number < 0 ? 1 : 0); at -= 3)
        digits.insert(at, noBreakSpace);
    return digits;
}

QString ticketNumber(TicketNumber number)
{
    return u'#' + groupedNumber(number.value());
}

QString profileLabel(Profile profile)
{
    static constexpr Word<Profile> words[] = {{Profile::Etablissement, QT_TRANSLATE_NOOP("Format", "établissement")},
                                              {Profile::Tiers, QT_TRANSLATE_NOOP("Format", "tiers déclarant")},
                                              {Profile::Ud, QT_TRANSLATE_NOOP("Format", "unité départementale")},
                                              {Profile::Direccte, QT_TRANSLATE_NOOP("Format", "DIRECCTE")},
                                              {Profile::Dgefp, QT_TRANSLATE_NOOP("Format", "DGEFP")}};
    return wordFor(words, profile);
}

QString mailKindLabel(MailKind kind)
{
    static constexpr Word<MailKind> words[] = {{MailKind::Identifiant, QT_TRANSLATE_NOOP("Format", "Identifiant")},
                                               {MailKind::MotDePasse, QT_TRANSLATE_NOOP("Format", "Mot de passe")},
                                               {MailKind::Habilitation, QT_TRANSLATE_NOOP("Format", "Habilitation")},
                                               {MailKind::Other, QT_TRANSLATE_NOOP("Format", "Autre courriel")}};
    return wordFor(words, kind);
}

QString dapStateLabel(DapState state)
{
    static constexpr Word<DapState> words[]
        = {{DapState::Provisoire, QT_TRANSLATE_NOOP("Format", "Provisoire")},
           {DapState::EnAttenteUd, QT_TRANSLATE_NOOP("Format", "En attente d’instruction UD")},
           {DapState::EnInstruction, QT_TRANSLATE_NOOP("Format", "En cours d’instruction")},
           {DapState::Validee, QT_TRANSLATE_NOOP("Format", "Validée")},
           {DapState::Invalidee, QT_TRANSLATE_NOOP("Format", "Invalidée")}};
    return wordFor(words, state);
}

QString ticketStateLabel(TicketState state)
{
    static constexpr Word<TicketState> words[] = {{TicketState::Open, QT_TRANSLATE_NOOP("Format", "à prendre")},
                                                  {TicketState::Taken, QT_TRANSLATE_NOOP("Format", "prise en charge")},
                                                  {TicketState::OnHold, QT_TRANSLATE_NOOP("Format", "en attente")},
                                                  {TicketState::Closed, QT_TRANSLATE_NOOP("Format", "close")},
                                                  {TicketState::Merged, QT_TRANSLATE_NOOP("Format", "fusionnée")}};
    return wordFor(words, state);
}

} // namespace desk
