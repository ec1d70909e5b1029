// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/tickets/answerdraft.h"

#include "app/core/siret.h"
#include "app/operations/operation.h"

#include <QLocale>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype maximalLength = 4000;
constexpr qsizetype mostNumbers = 12; // named in the letter; more are counted

// The letter is French whatever language the console speaks: its texts are content, not interface.

QString plain(const QString &text, qsizetype most)
{
    QString kept = text;
    kept.removeIf([](QChar c) { // marks that turn the direction of writing count as controls
        return (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format) && !c.isSpace();
    });
    kept = kept.simplified().left(most);
    // An outsider's brackets would read as a place left to fill in.
    for (const auto &[from, to] :
         {std::pair{u'{', u'('}, {u'[', u'('}, {u'<', u'('}, {u'}', u')'}, {u']', u')'}, {u'>', u')'}})
        kept.replace(from, to);
    return unfilledPlaceholders(kept).isEmpty() ? kept : QString();
}

QString asSentence(const QString &text)
{
    const bool ended = text.endsWith(u'.') || text.endsWith(u'!') || text.endsWith(u'?');
    return ended || text.isEmpty() ? text : text + u'.';
}

/// A name fit for a greeting; empty when what was given does not look like one.
QString greetingName(const QString &given)
{
    const QString name = plain(given, 80);
    static const QRegularExpression doubtful(u"[0-9@<>{}\\[\\]/\\\\_=]"_s);
    return name.size() < 2 || name.contains(doubtful) || name.contains("www."_L1) ? QString() : name;
}

QString dateAndTime(const QDateTime &utc, const QTimeZone &zone)
{
    const QDateTime local = utc.toTimeZone(zone);
    const QLocale french(QLocale::French, QLocale::France);
    const QString day = local.date().day() == 1 ? u"1er"_s : QString::number(local.date().day());
    return u"le %1\u00A0%2 à %3"_s.arg(day, french.monthName(local.date().month()), local.time().toString(u"HH:mm"_s));
}

QString numberText(TicketNumber number)
{
    const QString digits = QString::number(number.value());
    return digits.size() > 3 ? digits.left(digits.size() - 3) + u'\u00A0' + digits.right(3) : digits;
}

QString setting(const AnswerContext &context, QLatin1StringView key)
{
    return plain(context.settings.value(key), 200);
}

/// The operations of one kind: on how many accounts, and when last.
struct Deed {
    int accounts = 0;
    QDateTime at;
};

Deed deedOf(const QList<PastOperation> &operations, QLatin1StringView kind)
{
    Deed deed;
    QSet<QString> accounts;
    for (const PastOperation &operation : operations) {
        if (operation.kind != kind)
            continue;
        accounts.insert(operation.identifiant);
        if (!deed.at.isValid() || operation.at > deed.at)
            deed.at = operation.at;
    }
    deed.accounts = int(accounts.size());
    return deed;
}

int requests(const AnswerContext &context)
{
    return 1 + std::max(context.mergedCount, int(context.merged.size()));
}

/// "n° 48 213, 48 377 et 48 400".
QString numbersText(const AnswerContext &context)
{
    QStringList named{numberText(context.number)};
    for (const TicketNumber &number : context.merged.first(std::min(mostNumbers, context.merged.size())))
        named << numberText(number);
    const qsizetype rest = requests(context) - named.size();
    if (rest > 0)
        return named.join(u", "_s) + (rest == 1 ? u" et une autre"_s : u" et %1 autres"_s.arg(rest));
    const QString last = named.takeLast();
    return named.isEmpty() ? last : named.join(u", "_s) + u" et "_s + last;
}

QString opening(const AnswerContext &context)
{
    QString about;
    const QString siret = groupedDigits(context.siret);
    const QString name = plain(context.denomination, 120);
    if (!name.isEmpty() && !siret.isEmpty())
        about = u" au sujet de l’établissement %1 (SIRET\u00A0%2)"_s.arg(name, siret);
    else if (!siret.isEmpty())
        about = u" au sujet de l’établissement de SIRET\u00A0%1"_s.arg(siret);
    else if (!name.isEmpty())
        about = u" au sujet de l’établissement %1"_s.arg(name);
    if (context.number.value() > 0 && requests(context) > 1) {
        // What other people asked is not "yours".
        const QString sentence = context.othersRead
            ? u"Nous avons traité ensemble les demandes n°\u00A0%1%2, qui portent sur le même sujet."_s
            : u"Nous avons traité ensemble vos demandes n°\u00A0%1%2\u00A0; cette réponse vaut pour toutes."_s;
        return sentence.arg(numbersText(context), about);
    }
    if (context.number.value() > 0)
        return u"Nous avons traité votre demande n°\u00A0%1%2."_s.arg(numberText(context.number), about);
    return u"Nous avons traité votre demande%1."_s.arg(about);
}

QStringList deeds(const AnswerContext &context)
{
    QStringList lines;
    const auto when = [&context](const Deed &deed) { return dateAndTime(deed.at, context.zone); };
    if (const Deed deed = deedOf(context.operations, OperationKind::Unlock); deed.accounts > 0) {
        lines << (deed.accounts == 1 ? u"le compte utilisateur a été déverrouillé %1"_s
                                     : u"les comptes utilisateurs concernés ont été déverrouillés, le dernier %1"_s)
                     .arg(when(deed));
    }
    if (const Deed deed = deedOf(context.operations, OperationKind::ResetPassword); deed.accounts > 0) {
        lines
            << (deed.accounts == 1
                    ? u"le mot de passe a été réinitialisé %1\u00A0: l’ancien ne fonctionne plus, et deux courriels "
                      u"partent "
                      "vers l’adresse enregistrée pour le compte, l’un avec l’identifiant, l’autre avec le nouveau mot de passe"_s
                    : u"les mots de passe ont été réinitialisés, le dernier %1\u00A0: les anciens ne fonctionnent "
                      u"plus, et deux "
                      "courriels partent vers l’adresse enregistrée pour chaque compte, l’un avec l’identifiant, "
                      "l’autre avec "
                      "le nouveau mot de passe"_s)
                   .arg(when(deed));
    }
    if (const Deed deed = deedOf(context.operations, OperationKind::ResendConfirmation); deed.accounts > 0) {
        lines << u"le courriel de confirmation de l’habilitation est envoyé de nouveau (demande enregistrée %1)\u00A0; "
                 u"il "
                 "indique à partir de quand la connexion est possible"_s.arg(when(deed));
    }
    return lines;
}

QString deedsParagraph(const QStringList &lines)
{
    if (lines.isEmpty())
        return {};
    if (lines.size() == 1)
        return lines.first().left(1).toUpper() + lines.first().mid(1) + u'.';
    return u"Voici ce qui a été fait\u00A0:\n– "_s + lines.join(u"\u00A0;\n– "_s) + u'.';
}

QString withReason(const QString &sentence, const QString &introduction, const QString &reason)
{
    return reason.isEmpty() ? sentence + u'.' : asSentence(sentence + introduction + u"\u00A0: "_s + reason);
}

/// What the outcome alone says, where the operations have not said it already.
QString outcomeParagraph(const AnswerContext &context, bool something)
{
    const QString &outcome = context.outcome;
    const QString words = plain(context.outcomeText, 1000);
    const bool many = requests(context) > 1;
    if (outcome == "access_restored"_L1)
        return something ? QString() : u"L’accès à l’extranet Activité partielle est rétabli."_s;
    if (outcome == "referent_reassigned"_L1)
        return u"La personne à contacter de l’établissement est maintenant celle que vous avez demandée\u00A0; c’est "
               u"elle qui "
               "reçoit désormais tous les avis."_s;
    if (outcome == "account_created"_L1)
        return u"Un compte utilisateur est créé pour l’établissement\u00A0; les courriels qui permettent de se "
               u"connecter sont "
               "adressés à son titulaire."_s;
    if (outcome == "confirmation_resent"_L1)
        return something ? QString()
                         : u"Le courriel de confirmation de l’habilitation indique à partir de quand la connexion est "
                           "possible\u00A0; pensez à regarder aussi parmi les courriers indésirables."_s;
    if (outcome == "explained"_L1)
        return something
            ? QString()
            : u"Votre situation ne demandait pas d’intervention de notre part\u00A0: les explications nécessaires "
              "vous ont été données."_s;
    if (outcome == "duplicate"_L1)
        return context.duplicateOf.value() > 0
            ? u"Elle fait double emploi avec votre demande n°\u00A0%1, sous laquelle nous vous répondons."_s.arg(
                numberText(context.duplicateOf))
            : u"Elle fait double emploi avec une autre de vos demandes, sous laquelle nous vous répondons."_s;
    if (outcome == "transferred"_L1)
        return withReason(many ? u"Elles relèvent d’un autre service, à qui nous les avons transmises"_s
                               : u"Elle relève d’un autre service, à qui nous l’avons transmise"_s,
                          QString(), words);
    if (outcome == "unreachable"_L1)
        return many
            ? u"Nous avons essayé de vous joindre sans y parvenir, et nous fermons donc ces demandes pour le moment."_s
            : u"Nous avons essayé de vous joindre sans y parvenir, et nous fermons donc cette demande pour le moment."_s;
    if (outcome == "refused"_L1)
        return withReason(u"Nous ne pouvons pas y donner une suite favorable"_s, u", pour la raison suivante"_s, words);
    if (outcome == "not_ours"_L1)
        return withReason(many ? u"Elles ne relèvent pas de l’assistance Activité partielle"_s
                               : u"Elle ne relève pas de l’assistance Activité partielle"_s,
                          QString(), words);
    return asSentence(words);
}

QString walksParagraph(const QStringList &titles)
{
    QStringList quoted;
    for (const QString &title : titles) {
        // "38 · Identifiants reçus…": the number is the desk's own.
        const QString words = plain(title.section(u" · "_s, -1), 120);
        if (!words.isEmpty())
            quoted << u"«\u00A0%1\u00A0»"_s.arg(words);
    }
    if (quoted.isEmpty())
        return {};
    return (quoted.size() == 1 ? u"Point examiné avec vous\u00A0: %1."_s : u"Points examinés avec vous\u00A0: %1."_s)
        .arg(quoted.join(u", "_s));
}

bool wantsLogInAdvice(const AnswerContext &context)
{
    static const QStringList outcomes{
        u"access_restored"_s, u"account_created"_s, u"confirmation_resent"_s, u"explained"_s, {}};
    return outcomes.contains(context.outcome);
}

QString logInAdvice(const AnswerContext &context, bool mailsAreComing)
{
    const QString address = setting(context, "extranet.url"_L1);
    QString advice = address.isEmpty()
        ? u"Pour vous connecter à l’extranet, saisissez l’identifiant reçu par courriel, et non votre adresse "
          u"électronique, "
          "puis le dernier mot de passe reçu."_s
        : u"Pour vous connecter à l’extranet (%1), saisissez l’identifiant reçu par courriel, et non votre adresse "
          "électronique, puis le dernier mot de passe reçu."_s.arg(address);
    if (mailsAreComing)
        advice += u" Si un courriel n’arrive pas, regardez aussi parmi les courriers indésirables."_s;
    return advice;
}

QString ending(const AnswerContext &context)
{
    const QString telephone = setting(context, "telephone.assistance"_L1);
    const QString closing = u"Cordialement,\nL’assistance Activité partielle\nAgence de services et de paiement"_s;
    if (telephone.isEmpty())
        return u"Si la difficulté persiste, vous pouvez nous adresser une nouvelle demande depuis l’extranet.\n\n"_s
            + closing;
    return u"Si la difficulté persiste, vous pouvez nous appeler au %1.\n\n"_s.arg(telephone) + closing;
}

} // namespace

QString draftAnswer(const AnswerContext &context)
{
    const QString name = context.othersRead ? QString() : greetingName(context.requesterName);
    const QStringList done = deeds(context);
    const bool something = !done.isEmpty();

    QStringList paragraphs{name.isEmpty() ? u"Bonjour,"_s : u"Bonjour %1,"_s.arg(name)};
    QStringList middle{opening(context)};
    middle << deedsParagraph(done) << outcomeParagraph(context, something);
    if (context.outcome == "explained"_L1 || (something && context.outcome == "access_restored"_L1))
        middle << walksParagraph(context.walkTitles);
    if (wantsLogInAdvice(context) && (something || !context.outcome.isEmpty()))
        middle << logInAdvice(context,
                              deedOf(context.operations, OperationKind::ResetPassword).accounts > 0
                                  || deedOf(context.operations, OperationKind::ResendConfirmation).accounts > 0);
    middle.removeAll(QString());
    paragraphs << middle;
    const QString end = u"\n\n"_s + ending(context);
    return paragraphs.join(u"\n\n"_s).left(maximalLength - end.size()) + end;
}

QStringList unfilledPlaceholders(const QString &text)
{
    static const QRegularExpression places(
        u"\\{[^{}\\n]{0,80}\\}|<[^<>\\n@/]{1,80}>|\\[[^\\[\\]\\n]*\\p{L}[^\\[\\]\\n]*\\]|…{2,}|\\.{4,}|_{3,}|\\bX{3,}\\b"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    QStringList found;
    for (auto it = places.globalMatch(text); it.hasNext();) {
        const QString place = it.next().captured();
        if (!found.contains(place))
            found << place;
    }
    return found;
}

QList<PastOperation> operationsFor(const CallerFile &file, const QUuid &call, TicketNumber ticket)
{
    QList<PastOperation> found;
    for (const PastOperation &operation : file.operations) {
        const bool ofCall = !call.isNull() && operation.call == call;
        const bool ofTicket = ticket.value() > 0 && operation.ticket == ticket.value();
        if (ofCall || ofTicket)
            found << operation;
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.at < b.at; });
    return found;
}

QStringList walkTitlesFor(const CallerFile &file, const QUuid &call, TicketNumber ticket)
{
    QList<PastWalk> walks;
    std::copy_if(file.walks.cbegin(), file.walks.cend(), std::back_inserter(walks),
                 [&call, ticket](const PastWalk &walk) {
                     return (!call.isNull() && walk.call == call)
                         || (ticket.value() > 0 && walk.ticket == ticket.value());
                 });
    std::stable_sort(walks.begin(), walks.end(), [](const auto &a, const auto &b) { return a.endedAt < b.endedAt; });
    QStringList titles;
    for (const PastWalk &walk : walks) {
        if (!walk.title.isEmpty() && !titles.contains(walk.title))
            titles << walk.title;
    }
    return titles;
}

bool sameRequester(const Ticket &one, const Ticket &other)
{
    // Addresses are masked here: the name must agree as well before two are taken for one person.
    return !one.requesterEmailMasked.isEmpty()
        && one.requesterEmailMasked.compare(other.requesterEmailMasked, Qt::CaseInsensitive) == 0
        && one.requesterName.simplified().compare(other.requesterName.simplified(), Qt::CaseInsensitive) == 0;
}

AnswerContext answerContext(const CallerFile &file, const Ticket &ticket, const QUuid &call,
                            const QList<Ticket> &duplicates)
{
    AnswerContext context;
    context.number = ticket.number;
    context.duplicateOf = ticket.duplicateOf;
    const bool ofFile = ticket.siret.isEmpty() || ticket.siret == file.establishment.siret;
    context.siret = ofFile ? file.establishment.siret : Siret::parse(ticket.siret) ? ticket.siret : QString();
    context.denomination = ofFile ? file.establishment.denomination : QString();
    context.requesterName = ticket.requesterName;
    context.othersRead = ticket.mergedOthers;
    context.mergedCount = ticket.merged + int(duplicates.size());
    const auto add = [&](const Ticket &other) {
        context.merged << other.number;
        context.othersRead = context.othersRead || !sameRequester(ticket, other);
    };
    for (const Ticket &other : file.tickets) {
        if (other.state == TicketState::Merged && other.duplicateOf == ticket.number)
            add(other);
    }
    for (const Ticket &other : duplicates)
        add(other);
    std::sort(context.merged.begin(), context.merged.end());
    context.operations = operationsFor(file, call, ticket.number);
    context.walkTitles = walkTitlesFor(file, call, ticket.number);
    return context;
}

} // namespace desk
