// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/tickets/answerdraft.h"

#include "app/core/siret.h"
#include "app/operations/operation.h"
#include "app/tickets/lettertexts.h"

#include <QLocale>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype maximalLength = 4000;
constexpr qsizetype mostNumbers = 12; // named in the letter; more are counted

// The letter is French whatever language the console speaks: its texts are content, not interface, and stand in
// resources/letters.

QString say(const QString &name, const QStringList &traits = {}, const QHash<QString, QString> &values = {})
{
    return LetterTexts::answer().filled(name, traits, values);
}

/// The traits that hold, of a few.
QStringList traits(std::initializer_list<std::pair<bool, QString>> all)
{
    QStringList holding;
    for (const auto &[holds, trait] : all) {
        if (holds)
            holding << trait;
    }
    return holding;
}

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
    return say(u"quand"_s, {},
               {{u"jour"_s, day},
                {u"mois"_s, french.monthName(local.date().month())},
                {u"heure"_s, local.time().toString(u"HH:mm"_s)}});
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

/// "48 213, 48 377 et 48 400".
QString numbersText(const AnswerContext &context)
{
    QStringList named{numberText(context.number)};
    for (const TicketNumber &number : context.merged.first(std::min(mostNumbers, context.merged.size())))
        named << numberText(number);
    const qsizetype rest = requests(context) - named.size();
    if (rest > 0)
        return say(u"numeros.reste"_s, traits({{rest > 1, u"plusieurs"_s}}),
                   {{u"premiers"_s, named.join(u", "_s)}, {u"reste"_s, QString::number(rest)}});
    const QString last = named.takeLast();
    return named.isEmpty() ? last : say(u"numeros"_s, {}, {{u"premiers"_s, named.join(u", "_s)}, {u"dernier"_s, last}});
}

QString opening(const AnswerContext &context)
{
    const QString siret = groupedDigits(context.siret), name = plain(context.denomination, 120);
    const QString about = say(u"objet"_s, traits({{!name.isEmpty(), u"nom"_s}, {!siret.isEmpty(), u"siret"_s}}),
                              {{u"denomination"_s, name}, {u"siret"_s, siret}});
    // What other people asked is not "yours".
    return say(u"ouverture"_s,
               traits({{context.number.value() > 0, u"numero"_s},
                       {requests(context) > 1, u"plusieurs"_s},
                       {context.othersRead, u"autrui"_s}}),
               {{u"numeros"_s, numbersText(context)}, {u"objet"_s, about.isEmpty() ? about : u' ' + about}});
}

QStringList deeds(const AnswerContext &context)
{
    QStringList lines;
    for (const QLatin1StringView kind :
         {OperationKind::Unlock, OperationKind::ResetPassword, OperationKind::ResendConfirmation}) {
        if (const Deed deed = deedOf(context.operations, kind); deed.accounts > 0)
            lines << say(u"geste."_s + kind, traits({{deed.accounts > 1, u"plusieurs"_s}}),
                         {{u"quand"_s, dateAndTime(deed.at, context.zone)}});
    }
    return lines;
}

QString deedsParagraph(const QStringList &lines)
{
    if (lines.isEmpty())
        return {};
    const QString paragraph
        = say(u"gestes"_s, traits({{lines.size() > 1, u"plusieurs"_s}}), {{u"gestes"_s, lines.join(u"\u00A0;\n– "_s)}});
    return paragraph.left(1).toUpper() + paragraph.mid(1);
}

/// What the outcome alone says, where the operations have not said it already.
QString outcomeParagraph(const AnswerContext &context, bool something)
{
    const QString words = plain(context.outcomeText, 1000), name = u"issue."_s + context.outcome;
    return asSentence(say(LetterTexts::answer().contains(name) ? name : u"issue"_s,
                          traits({{requests(context) > 1, u"plusieurs"_s},
                                  {!something, u"rien"_s},
                                  {!words.isEmpty(), u"precision"_s},
                                  {context.duplicateOf.value() > 0, u"doublon"_s}}),
                          {{u"precision"_s, words}, {u"doublon"_s, numberText(context.duplicateOf)}}));
}

QString walksParagraph(const QStringList &titles)
{
    QStringList quoted;
    for (const QString &title : titles) {
        // "38 · Identifiants reçus…": the number is the desk's own.
        const QString words = plain(title.section(u" · "_s, -1), 120);
        if (!words.isEmpty())
            quoted << say(u"point"_s, {}, {{u"titre"_s, words}});
    }
    return quoted.isEmpty()
        ? QString()
        : say(u"points"_s, traits({{quoted.size() > 1, u"plusieurs"_s}}), {{u"points"_s, quoted.join(u", "_s)}});
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
    const QString advice = say(u"conseil"_s, traits({{!address.isEmpty(), u"adresse"_s}}), {{u"adresse"_s, address}});
    return mailsAreComing ? advice + u' ' + say(u"indesirables"_s) : advice;
}

QString ending(const AnswerContext &context)
{
    const QString telephone = setting(context, "telephone.assistance"_L1);
    return say(u"fin"_s, traits({{!telephone.isEmpty(), u"telephone"_s}}), {{u"telephone"_s, telephone}}) + u"\n\n"_s
        + say(u"signature"_s);
}

} // namespace

QString draftAnswer(const AnswerContext &context)
{
    const QString name = context.othersRead ? QString() : greetingName(context.requesterName);
    const QStringList done = deeds(context);
    const bool something = !done.isEmpty();

    QStringList paragraphs{say(u"bonjour"_s, traits({{!name.isEmpty(), u"nom"_s}}), {{u"nom"_s, name}})};
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
    std::copy_if(
        file.walks.cbegin(), file.walks.cend(), std::back_inserter(walks), [&call, ticket](const PastWalk &walk) {
            return (!call.isNull() && walk.call == call) || (ticket.value() > 0 && walk.ticket == ticket.value());
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
