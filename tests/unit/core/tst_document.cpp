// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/document.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace sample {

using namespace desk;

enum class Mood { Calm, VeryBusy, Nameless };
BOOST_DESCRIBE_ENUM(Mood, Calm, VeryBusy)

struct Place {
    QString town;
    std::optional<int> floor;
    friend bool operator==(const Place &, const Place &) = default;
};
BOOST_DESCRIBE_STRUCT(Place, (), (town, floor))

struct Person {
    AccountId account{0};
    QString lastName;
    Mood mood = Mood::Calm;
    int rank = -1;
    bool here = false;
    QDateTime seenAt;
    QDate born;
    QUuid call;
    QStringList tags;
    QList<Place> places;
    QHash<QString, int> figures;
    QJsonObject extra;
    Place home;
    QString mail;
    int since = 7;
    QStringList lines;
    int here2 = 0; ///< not described
    friend bool operator==(const Person &, const Person &) = default;
};
BOOST_DESCRIBE_STRUCT(Person, (),
                      (account, lastName, mood, rank, here, seenAt, born, call, tags, places, figures, extra, home,
                       mail, since, lines))

struct Wish {
    enum class Scope { Open, All };
    BOOST_DESCRIBE_NESTED_ENUM(Scope, Open, All)
    Scope scope = Scope::Open;
    QStringList words;
    int limit = 0;
    friend bool operator==(const Wish &, const Wish &) = default;
};
BOOST_DESCRIBE_STRUCT(Wish, (), (scope, words, limit))

struct Question {
    Wish wish;
    Place place;
    friend bool operator==(const Question &, const Question &) = default;
};
BOOST_DESCRIBE_STRUCT(Question, (), (wish, place))

} // namespace sample

namespace desk {

template <>
inline constexpr auto documentMarks<sample::Person> = std::array{
    named("account", "account_id"), orNull("rank"),    orNull("home"),
    also("mail", "mail_masked"),    optional("since"), unreadable("lines", "sentences")};
template <> inline constexpr bool isSparse<sample::Wish> = true;
template <> inline constexpr bool isForgiving<sample::Wish> = true;
template <> inline constexpr auto documentMarks<sample::Wish> = std::array{always("scope")};
template <> inline constexpr auto documentMarks<sample::Question> = std::array{inlined("place")};

} // namespace desk

using namespace desk;
using namespace sample;

namespace {

Person claire()
{
    Person person;
    person.account = AccountId(11);
    person.lastName = u"Fontan"_s;
    person.mood = Mood::VeryBusy;
    person.rank = 3;
    person.here = true;
    person.seenAt = QDateTime({2026, 3, 2}, {8, 0, 0, 500}, Qt::UTC);
    person.born = QDate(1980, 5, 6);
    person.call = QUuid(u"00000000-0000-4000-8000-0000000000e1"_s);
    person.tags = QStringList{u"a"_s, u"b"_s};
    person.places = {{u"Toulouse"_s, 2}, {u"Albi"_s, std::nullopt}};
    person.figures = {{u"all"_s, 5}};
    person.extra = QJsonObject{{u"any"_s, QJsonArray{1, u"x"_s}}};
    person.home = {u"Muret"_s, 0};
    person.mail = u"c@b.fr"_s;
    person.lines = QStringList{u"one"_s};
    return person;
}

QJsonValue json(const char *text)
{
    return QJsonDocument::fromJson(QByteArray("[") + text + "]").array().at(0);
}

} // namespace

/// The one reader and writer of documents.
class DocumentTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenIsReadAgain()
    {
        const auto again = fromDocument<Person>(toDocument(claire()));
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        QCOMPARE(*again, claire());
        const auto fresh = fromDocument<Person>(toDocument(Person()));
        QVERIFY2(fresh, fresh ? "" : qPrintable(fresh.error().detail));
        QCOMPARE(*fresh, Person());
    }

    void keysAndCodesAreInSnakeCase()
    {
        const QJsonObject document = toDocument(claire());
        QCOMPARE(document.value("last_name"_L1), u"Fontan"_s);
        QCOMPARE(document.value("account_id"_L1), 11);
        QCOMPARE(document.value("mood"_L1), u"very_busy"_s);
        QCOMPARE(document.value("seen_at"_L1), u"2026-03-02T08:00:00.500Z"_s);
        QCOMPARE(document.value("places"_L1), json(R"([{"town": "Toulouse", "floor": 2}, {"town": "Albi"}])"));
        QVERIFY(!document.contains("here2"_L1));
        QCOMPARE(codeOf(Mood::Nameless), QString());
        QCOMPARE(fromCode<Mood>(u"calm"), Mood::Calm);
        QVERIFY(!fromCode<Mood>(u"nameless"));
    }

    void whatIsWrongHasItsPath_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const QString &key, const QJsonValue &value, const QString &fault) {
            QTest::newRow(name) << key << value << fault;
        };
        row("missing", u"last_name"_s, QJsonValue::Undefined, u"last_name: missing"_s);
        row("a number for a text", u"last_name"_s, 3, u"last_name: no text"_s);
        row("a text for a number", u"rank"_s, u"3"_s, u"rank: no whole number"_s);
        row("half a number", u"rank"_s, 3.5, u"rank: no whole number"_s);
        row("a big number", u"rank"_s, 30'000'000'000.0, u"rank: too big a number"_s);
        row("a number for true", u"here"_s, 1, u"here: neither true nor false"_s);
        row("null for true", u"here"_s, QJsonValue::Null, u"here: neither true nor false"_s);
        row("an unknown code", u"mood"_s, u"x"_s, u"mood: unknown code 'x'"_s);
        row("what is no code stays out of the log", u"mood"_s, u"Claire Fontan"_s, u"mood: unknown code"_s);
        row("null for a code", u"mood"_s, QJsonValue::Null, u"mood: no code"_s);
        row("no time", u"seen_at"_s, u"soon"_s, u"seen_at: no time"_s);
        row("no date", u"born"_s, u"2026-13-01"_s, u"born: no date"_s);
        row("no id", u"call"_s, u"7"_s, u"call: no id"_s);
        row("an object for a list", u"tags"_s, QJsonObject(), u"tags: no list"_s);
        row("null for a list", u"tags"_s, QJsonValue::Null, u"tags: no list"_s);
        row("in a list", u"tags"_s, json(R"(["a", 2])"), u"tags[1]: no text"_s);
        row("in an element", u"places"_s, json(R"([{"town": "a", "floor": 1}, {"town": "b", "floor": "x"}])"),
            u"places[1].floor: no whole number"_s);
        row("an element of another type", u"places"_s, json("[1]"), u"places[0]: no object"_s);
        row("in an object", u"home"_s, json(R"({"floor": 1})"), u"home.town: missing"_s);
        row("in figures", u"figures"_s, json(R"({"all": "many"})"), u"figures: no whole number"_s);
    }
    void whatIsWrongHasItsPath()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QFETCH(QString, fault);
        QJsonObject document = toDocument(claire());
        if (value.isUndefined())
            document.remove(key);
        else
            document.insert(key, value);
        const auto read = fromDocument<Person>(document);
        QVERIFY(!read);
        QCOMPARE(read.error().code, Error::Code::Internal);
        QCOMPARE(read.error().detail, fault);
    }

    void nullIsWhatAMemberBeginsWith_data()
    {
        QTest::addColumn<QString>("key");
        for (const char *key : {"last_name", "account_id", "rank", "seen_at", "born", "call", "home", "mail"})
            QTest::newRow(key) << QString::fromLatin1(key);
    }
    void nullIsWhatAMemberBeginsWith()
    {
        QFETCH(QString, key);
        QJsonObject document = toDocument(claire());
        document.insert(key, QJsonValue::Null);
        const auto read = fromDocument<Person>(document);
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(toDocument(*read).value(key), toDocument(Person()).value(key));
    }

    void marks()
    {
        QJsonObject document = toDocument(claire());
        document.insert(u"tomorrow"_s, 1); // schemas grow
        document.remove(u"since"_s);
        document.remove(u"mail"_s);
        document.insert(u"mail_masked"_s, u"c•••@b.fr"_s);
        document.insert(u"lines"_s, QJsonValue::Null);
        DocumentReading in;
        Person person;
        QVERIFY(readValue(document, person, in));
        QCOMPARE(person.since, 7);
        QCOMPARE(person.mail, u"c•••@b.fr"_s);
        QCOMPARE(in.unread(), QStringList{u"sentences"_s});
    }

    void aSparseStructSaysOnlyWhatIsNotAsItBegins()
    {
        QCOMPARE(toDocument(Wish()), json(R"({"scope": "open"})").toObject());
        QCOMPARE(toDocument(Wish{Wish::Scope::All, {u"a"_s}, 0}),
                 json(R"({"scope": "all", "words": ["a"]})").toObject());
    }

    void aForgivingStructKeepsWhatItUnderstands()
    {
        const auto read = fromDocument<Wish>(json(R"({"scope": "some", "words": 3, "limit": 5})").toObject());
        QVERIFY(read);
        QCOMPARE(*read, (Wish{Wish::Scope::Open, {}, 5}));
        QVERIFY(fromDocument<Wish>({}));
    }

    void anInlinedMemberStandsInTheSameObject()
    {
        const Question question{{}, {u"Muret"_s, 1}};
        QCOMPARE(toDocument(question), json(R"({"wish": {"scope": "open"}, "town": "Muret", "floor": 1})").toObject());
        QCOMPARE(*fromDocument<Question>(toDocument(question)), question);
    }

    void aListUnderAKey()
    {
        const auto places = listFromDocument<Place>(json(R"({"rows": [{"town": "a"}]})").toObject(), "rows"_L1);
        QVERIFY(places);
        QCOMPARE(*places, (QList<Place>{{u"a"_s, std::nullopt}}));
        QCOMPARE(listFromDocument<Place>({}, "rows"_L1).error().detail, u"rows: no list"_s);
        const auto bad = listFromDocument<Place>(json(R"({"rows": [{"town": 1}]})").toObject(), "rows"_L1);
        QCOMPARE(bad.error().detail, u"rows[0].town: no text"_s);
    }

    void keysAreNoted()
    {
        QJsonObject document = toDocument(claire());
        document.insert(u"tomorrow"_s, 1);
        DocumentKeys keys;
        DocumentReading in(&keys);
        Person person;
        QVERIFY(readValue(document, person, in));
        QCOMPARE(keys.undescribed, QSet<QString>{u"tomorrow"_s});
        QVERIFY(keys.read.contains(u"places.town"_s) && keys.read.contains(u"home.floor"_s));
        QVERIFY(!keys.read.contains(u"tomorrow"_s));
        DocumentKeys inlinedKeys;
        DocumentReading question(&inlinedKeys);
        Question asked;
        QVERIFY(readValue(toDocument(Question{{}, {u"Muret"_s, 1}}), asked, question));
        QCOMPARE(inlinedKeys.undescribed, QSet<QString>());
    }
};

QTEST_APPLESS_MAIN(DocumentTest)
#include "tst_document.moc"
