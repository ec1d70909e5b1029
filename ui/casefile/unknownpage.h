// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"

#include <QHash>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace desk {

class Card;
class Chip;

/// Nothing matches what was looked for: says so, offers the known SIRETs one slip away, and says what to do next.
class UnknownPage : public QWidget {
    Q_OBJECT
public:
    explicit UnknownPage(QWidget *parent = nullptr);
    void setFile(const CallerFile &file, const QHash<QString, QString> &settings);

Q_SIGNALS:
    void openWanted(const QString &key);
    void ticketWanted();

private:
    void showCandidates(const QList<SiretCandidate> &candidates);
    void showSteps(const QStringList &steps);

    QLabel *m_title, *m_asked, *m_sentence;
    QGridLayout *m_steps;
    Card *m_candidates;
    QList<SiretCandidate> m_shown;
};

} // namespace desk
