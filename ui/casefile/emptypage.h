// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/searchterm.h"

#include <QHash>
#include <QList>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace desk {

class Card;

/// A caller worth trying in the demonstration.
struct TrialCaller {
    QString key, title, detail;
    friend bool operator==(const TrialCaller &, const TrialCaller &) = default;
};

/// Reads the setting "demo.appelants", a JSON array of objects; what cannot be read is left out.
[[nodiscard]] QList<TrialCaller> trialCallers(const QHash<QString, QString> &settings);

/// Before any look-up: what can be typed, the files opened lately, and in the demonstration callers worth trying.
class EmptyPage : public QWidget {
    Q_OBJECT
public:
    explicit EmptyPage(QWidget *parent = nullptr);
    void setCallers(const QList<TrialCaller> &callers);
    void setRecent(const QList<Suggestion> &recent);

Q_SIGNALS:
    void openWanted(const QString &key);

private:
    Card *m_callers, *m_recent;
};

} // namespace desk
