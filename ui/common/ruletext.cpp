// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/errortext.h"

#include "ui/common/format.h"
#include "ui/common/rulesentences.h"

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

QString valueOf(const Error &error, const QString &name)
{
    return error.params.value(name).toString().trimmed();
}

// What is added to the sentence of a rule when the database gave the value; an empty answer adds nothing.

QString ownerDetail(const Error &error, const QString &)
{
    const QString name = valueOf(error, u"owner_name"_s);
    const QString owner = name.isEmpty() ? valueOf(error, u"owner"_s) : name;
    const qint64 number = error.params.value(u"number"_s).toLongLong();
    if (!owner.isEmpty() && number > 0)
        return Rules::tr("La demande %1 est prise en charge par %2 : rien n’a été modifié, votre texte est conservé. "
                         "Voyez avec cette personne ou avec un superviseur.")
            .arg(ticketNumber(TicketNumber(number)), owner);
    return owner.isEmpty() ? QString()
                           : Rules::tr("Cette demande est prise en charge par %1 : rien n’a été modifié, votre texte "
                                       "est conservé. Voyez avec cette personne ou avec un superviseur.")
                                 .arg(owner);
}

QString retryDetail(const Error &error, const QString &sentence)
{
    const int seconds = error.params.value(u"retry_after"_s).toInt();
    return seconds > 0 ? sentence + u' ' + Rules::tr("Nouvel essai possible dans %1.").arg(duration(seconds))
                       : QString();
}

QString ceilingDetail(const Error &error, const QString &sentence)
{
    const QString limit = valueOf(error, u"limit"_s);
    const QString retry = retryDetail(error, sentence);
    if (!retry.isEmpty() || limit.isEmpty())
        return retry;
    return sentence + u' ' + Rules::tr("Le plafond est de %1 par heure.").arg(limit);
}

QString installDetail(const Error &error, const QString &sentence)
{
    const QString install = valueOf(error, u"install"_s);
    return install.isEmpty() ? QString() : sentence + u' ' + Rules::tr("Ce qu’il faut : %1").arg(install);
}

QString folderDetail(const Error &error, const QString &sentence)
{
    const QString folder = valueOf(error, u"folder"_s);
    return folder.isEmpty() ? QString() : sentence + u' ' + Rules::tr("Dossier : %1").arg(folder);
}

/// Where PostgreSQL stopped and why, in its own words: what the people who mend it ask first.
QString refusedFileDetail(const Error &error, const QString &)
{
    const QString file = valueOf(error, u"file"_s);
    if (file.isEmpty())
        return {};
    const int line = error.params.value(u"line"_s).toInt();
    const QString place
        = line > 0 ? Rules::tr("le fichier %1, ligne %2").arg(file).arg(line) : Rules::tr("le fichier %1").arg(file);
    QStringList answer{valueOf(error, u"message"_s), valueOf(error, u"sqlstate"_s)};
    answer.removeAll(QString());
    return Rules::tr(
               "La base n’a pas pu être préparée : PostgreSQL a refusé %1 (%2). Rien n’a été changé dans la base. "
               "Transmettez ce message à votre service informatique.")
        .arg(place, answer.join(u", "_s));
}

QString formerSchemaDetail(const Error &error, const QString &)
{
    const QString folder = valueOf(error, u"folder"_s);
    return folder.isEmpty()
        ? QString()
        : Rules::tr(
              "Cette démonstration a été préparée par une version d’essai de la console, que celle-ci ne sait pas "
              "reprendre. Rien n’a été modifié. Mettez-la de côté, puis recommencez : une démonstration neuve "
              "sera créée, et les données de l’ancienne restent dans le dossier %1.")
              .arg(folder);
}

QString existingAccountDetail(const Error &error, const QString &)
{
    const QString identifiant = valueOf(error, u"identifiant"_s);
    return identifiant.isEmpty() ? QString()
                                 : Rules::tr("Cette adresse est déjà celle du compte %1 : aucun autre n’a été créé, "
                                             "votre saisie est conservée. Utilisez ce compte, ou faites répéter "
                                             "l’adresse.")
                                       .arg(identifiant);
}

/// "#48 377, #48 400 et 3 autres".
QString numbersText(const Error &error)
{
    constexpr qsizetype most = 5;
    QStringList named;
    const QVariantList numbers = error.params.value(u"numbers"_s).toList();
    for (const QVariant &number : numbers.first(std::min(most, numbers.size())))
        named << ticketNumber(TicketNumber(number.toLongLong()));
    const qsizetype count = std::max<qsizetype>(numbers.size(), error.params.value(u"count"_s).toInt());
    if (named.isEmpty() || count == named.size())
        return named.join(u", "_s);
    return count - named.size() == 1 ? Rules::tr("%1 et une autre").arg(named.join(u", "_s))
                                     : Rules::tr("%1 et %2 autres").arg(named.join(u", "_s)).arg(count - named.size());
}

QString duplicatesDetail(const Error &error, const QString &)
{
    const QString numbers = numbersText(error);
    return numbers.isEmpty() ? QString()
                             : Rules::tr("D’autres demandes de même SIRET et de même motif sont ouvertes (%1) : rien "
                                         "n’a été envoyé et votre réponse est conservée. Dites s’il faut les fusionner "
                                         "ou les laisser ouvertes, puis confirmez.")
                                   .arg(numbers);
}

QString whichDetail(const Error &error, const QString &sentence)
{
    const qint64 number = error.params.value(u"number"_s).toLongLong();
    return number > 0 ? sentence + u' ' + Rules::tr("Il s’agit de %1.").arg(ticketNumber(TicketNumber(number)))
                      : QString();
}

QString valueLimitDetail(const Error &error, const QString &sentence)
{
    const QString limit = valueOf(error, u"limit"_s);
    return limit.isEmpty() ? QString() : sentence + u' ' + Rules::tr("Attendu : %1.").arg(limit);
}

struct Detail {
    QLatin1StringView rule;
    QString (*add)(const Error &error, const QString &sentence);
};

constexpr Detail details[] = {
    {"owned_by_other"_L1, ownerDetail},
    {"rate_limited"_L1, retryDetail},
    {"over_ceiling"_L1, ceilingDetail},
    {"no_postgresql"_L1, installDetail},
    {"private_damaged"_L1, folderDetail},
    {"private_in_use"_L1, folderDetail},
    {"private_unwritable"_L1, folderDetail},
    {"account_exists"_L1, existingAccountDetail},
    {"bad_value"_L1, valueLimitDetail},
    {"open_duplicates"_L1, duplicatesDetail},
    {"merge_other_siret"_L1, whichDetail},
    {"merge_other_motif"_L1, whichDetail},
    {"merge_itself"_L1, whichDetail},
    {"migration_failed"_L1, refusedFileDetail},
    {"schema_of_migrations"_L1, formerSchemaDetail},
};

} // namespace

QString ruleText(const Error &error)
{
    const QString sentence = Rules::sentence(error.rule);
    for (const Detail &detail : details) {
        if (detail.rule != error.rule)
            continue;
        const QString detailed = detail.add(error, sentence);
        return detailed.isEmpty() ? sentence : detailed;
    }
    return sentence;
}

} // namespace desk
