// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/theme/tokens.h"

#include <QHash>
#include <QSet>
#include <QTimer>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace desk {

class Banner;
class CaseService;
class ScriptService;
class SessionService;
struct IncidentNotice;

/// The banners between the top bar and the pages: the lost connection, incident notices, and what this machine has to
/// say about its own files. One banner a subject; most can be put away. Nothing here asks for an answer.
class NoticeArea : public QWidget {
    Q_OBJECT
public:
    NoticeArea(SessionService &session, CaseService &cases, ScriptService &scripts, QWidget *parent = nullptr);
    /// A banner of the caller's own; `id` replaces the one of the same id, an empty text takes it away.
    void set(const QString &id, Tone tone, const QString &lead, const QString &text, const QString &aside = {});
    /// A button on the banner of that id; actionWanted() tells when it is pressed.
    void setAction(const QString &id, const QString &text);
    /// The same with something to do, on a button and by the caller's own key. Told as news each time.
    void offer(const QString &id, const QString &lead, const QString &text, const QString &action,
               std::function<void()> accept);
    [[nodiscard]] Banner *banner(const QString &id) const { return m_banners.value(id); }

Q_SIGNALS:
    void actionWanted(const QString &id);
    void putAway(const QString &id); ///< by the person

private:
    void onSessionState();
    void showLost();
    void showIncidents(const QList<IncidentNotice> &notices);
    void showScriptProblems();

    SessionService &m_session;
    CaseService &m_cases;
    ScriptService &m_scripts;
    QVBoxLayout *m_column;
    QHash<QString, Banner *> m_banners;
    QSet<QString> m_putAway; ///< id and text the person has dismissed
    QSet<qint64> m_incidents; ///< shown
    QHash<QString, QString> m_links; ///< of incidents, by the id of their banner
    QTimer m_lostSoon; ///< a loss shorter than this is not worth a banner
};

} // namespace desk
