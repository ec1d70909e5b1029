// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/connectionsettings.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>

class QSettings;

namespace desk {

/// The settings file: one table of keys with their defaults (appsettings.cpp). Holds no secret. GUI thread. Damaged
/// values fall back to their default and are listed by problems().
class AppSettings : public QObject {
    Q_OBJECT
public:
    enum class ThemeChoice { System, Light, Dark };
    enum class AfterClosing { Stay, Next, Queue }; ///< of a ticket that was opened from a queue
    /// `file`: an ini file; empty for the platform's place. A second, read-only file for mass roll-out may give
    /// defaults: asp-console/defaults.ini in a system configuration folder (/etc/xdg on Linux). A file that is no
    /// settings file at all is set aside with a new name and listed as "file".
    explicit AppSettings(const QString &file = {}, QObject *parent = nullptr);
    ~AppSettings() override;

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    [[nodiscard]] QString language() const; ///< "fr" or "en"
    void setLanguage(const QString &language);
    [[nodiscard]] bool digitShortcuts() const; ///< single keys answer a script; Alt+digit always does
    void setDigitShortcuts(bool on);
    [[nodiscard]] AfterClosing afterClosing() const; ///< default: the next ticket of the queue
    void setAfterClosing(AfterClosing where);
    [[nodiscard]] bool hasConnection() const;
    [[nodiscard]] ConnectionSettings connection() const;
    void setConnection(const ConnectionSettings &connection);
    [[nodiscard]] QByteArray windowState(const QString &key) const;
    void setWindowState(const QString &key, const QByteArray &state);
    [[nodiscard]] QStringList problems() const; ///< keys whose value could not be used
    [[nodiscard]] QString fileName() const;

Q_SIGNALS:
    void themeChanged();
    void languageChanged();
    void digitShortcutsChanged();

private:
    [[nodiscard]] QString text(const QString &key) const; ///< own value, else the roll-out's, else empty
    void store(const QString &key, const QString &value);
    void setAsideIfDamaged(const QString &file);
    void check();

    std::unique_ptr<QSettings> m_file, m_defaults;
    QStringList m_problems;
};

} // namespace desk
