// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/settings/appsettings.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// The table of keys. Anything else in the file is left alone, for other versions of the program.
constexpr QLatin1StringView themeKey = "look/theme"_L1; // system | light | dark; default system
constexpr QLatin1StringView languageKey = "look/language"_L1; // fr | en; default fr
constexpr QLatin1StringView digitsKey = "keys/digits"_L1; // true | false; default true
constexpr QLatin1StringView afterClosingKey = "queue/after_closing"_L1; // stay | next | queue; default next
constexpr QLatin1StringView connectionKey = "connection/uri"_L1; // postgresql://… or private:FOLDER; default none
constexpr QLatin1StringView connectionLoginKey
    = "connection/login"_L1; // of the private server; a central one has it in its URI
constexpr QLatin1StringView windowPrefix = "window/"_L1; // base64, 64 KiB at most; default empty

constexpr qsizetype longestWindowState = 64 * 1024;
constexpr qint64 longestFile = 4 * 1024 * 1024;

using Theme = AppSettings::ThemeChoice;
constexpr std::array<std::pair<QLatin1StringView, Theme>, 3> themes{
    {{"system"_L1, Theme::System}, {"light"_L1, Theme::Light}, {"dark"_L1, Theme::Dark}}};

using AfterClosing = AppSettings::AfterClosing;
constexpr std::array<std::pair<QLatin1StringView, AfterClosing>, 3> placesAfterClosing{
    {{"stay"_L1, AfterClosing::Stay}, {"next"_L1, AfterClosing::Next}, {"queue"_L1, AfterClosing::Queue}}};

std::optional<AfterClosing> afterClosingFrom(const QString &name)
{
    for (const auto &[known, where] : placesAfterClosing) {
        if (known == name)
            return where;
    }
    return std::nullopt;
}

std::optional<Theme> themeFrom(const QString &name)
{
    for (const auto &[known, theme] : themes) {
        if (known == name)
            return theme;
    }
    return std::nullopt;
}

std::optional<bool> flagFrom(const QString &text)
{
    if (text == "true"_L1)
        return true;
    if (text == "false"_L1)
        return false;
    return std::nullopt;
}

bool isLanguage(const QString &name)
{
    return name == "fr"_L1 || name == "en"_L1;
}

QString defaultFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return folder + "/asp-console/asp-console.ini"_L1;
}

} // namespace

AppSettings::AppSettings(const QString &file, QObject *parent) : QObject(parent)
{
    const QString own = file.isEmpty() ? defaultFile() : file;
    setAsideIfDamaged(own);
    m_file = std::make_unique<QSettings>(own, QSettings::IniFormat);
    const QString defaults
        = QStandardPaths::locate(QStandardPaths::GenericConfigLocation, u"asp-console/defaults.ini"_s);
    if (!defaults.isEmpty())
        m_defaults = std::make_unique<QSettings>(defaults, QSettings::IniFormat);
    check();
}

AppSettings::~AppSettings() = default;

// QSettings reads almost anything without complaint, and then writes over it: what is not a text file, or is absurdly
// large, is moved out of the way first.
void AppSettings::setAsideIfDamaged(const QString &file)
{
    QFile damaged(file);
    if (!damaged.open(QIODevice::ReadOnly))
        return;
    const QByteArray content = damaged.read(longestFile + 1);
    damaged.close();
    bool sound = content.size() <= longestFile && !content.contains('\0');
    if (sound) {
        const QSettings probe(file, QSettings::IniFormat);
        sound = probe.status() != QSettings::FormatError;
    }
    if (sound)
        return;
    m_problems << u"file"_s;
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmsszzz"_s);
    QFile::rename(file, file + ".damaged-"_L1 + stamp);
}

void AppSettings::check()
{
    const auto usable = [this](QLatin1StringView key, auto accept) {
        const QString value = text(key);
        if (!value.isEmpty() && !accept(value))
            m_problems << key;
    };
    usable(themeKey, [](const QString &value) { return themeFrom(value).has_value(); });
    usable(languageKey, isLanguage);
    usable(digitsKey, [](const QString &value) { return flagFrom(value).has_value(); });
    usable(afterClosingKey, [](const QString &value) { return afterClosingFrom(value).has_value(); });
    usable(connectionKey, [](const QString &value) { return ConnectionSettings::fromUri(value).has_value(); });
}

QString AppSettings::text(const QString &key) const
{
    const QSettings *source = m_file->contains(key) ? m_file.get() : m_defaults.get();
    if (!source)
        return {};
    const QVariant value = source->value(key); // hosts separated by commas, unquoted, come as a list
    return value.typeId() == QMetaType::QStringList ? value.toStringList().join(u',') : value.toString();
}

void AppSettings::store(const QString &key, const QString &value)
{
    QDir().mkpath(QFileInfo(m_file->fileName()).path());
    m_file->setValue(key, value);
    m_problems.removeAll(key);
}

AppSettings::ThemeChoice AppSettings::theme() const
{
    return themeFrom(text(themeKey)).value_or(ThemeChoice::System);
}

void AppSettings::setTheme(ThemeChoice theme)
{
    if (theme == this->theme() && m_file->contains(themeKey))
        return;
    for (const auto &[name, known] : themes) {
        if (known == theme)
            store(themeKey, name);
    }
    Q_EMIT themeChanged();
}

QString AppSettings::language() const
{
    const QString name = text(languageKey);
    return isLanguage(name) ? name : u"fr"_s;
}

void AppSettings::setLanguage(const QString &language)
{
    if (!isLanguage(language) || language == this->language())
        return;
    store(languageKey, language);
    Q_EMIT languageChanged();
}

bool AppSettings::digitShortcuts() const
{
    return flagFrom(text(digitsKey)).value_or(true);
}

void AppSettings::setDigitShortcuts(bool on)
{
    if (on == digitShortcuts())
        return;
    store(digitsKey, on ? u"true"_s : u"false"_s);
    Q_EMIT digitShortcutsChanged();
}

AppSettings::AfterClosing AppSettings::afterClosing() const
{
    return afterClosingFrom(text(afterClosingKey)).value_or(AfterClosing::Next);
}

void AppSettings::setAfterClosing(AfterClosing where)
{
    for (const auto &[name, known] : placesAfterClosing) {
        if (known == where)
            store(afterClosingKey, name);
    }
}

bool AppSettings::hasConnection() const
{
    const QString uri = text(connectionKey);
    return !uri.isEmpty() && ConnectionSettings::fromUri(uri).has_value();
}

ConnectionSettings AppSettings::connection() const
{
    ConnectionSettings settings = ConnectionSettings::fromUri(text(connectionKey)).value_or(ConnectionSettings());
    if (settings.kind == ConnectionSettings::Kind::Private)
        settings.login = text(connectionLoginKey);
    return settings;
}

void AppSettings::setConnection(const ConnectionSettings &connection)
{
    store(connectionKey, connection.toUri());
    store(connectionLoginKey, connection.login);
}

QByteArray AppSettings::windowState(const QString &key) const
{
    const QByteArray base64 = text(windowPrefix + key).toLatin1();
    if (base64.size() > longestWindowState)
        return {};
    const auto state = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    return state ? *state : QByteArray();
}

void AppSettings::setWindowState(const QString &key, const QByteArray &state)
{
    store(windowPrefix + key, QString::fromLatin1(state.toBase64()));
}

QStringList AppSettings::problems() const
{
    return m_problems;
}

QString AppSettings::fileName() const
{
    return m_file->fileName();
}

} // namespace desk
