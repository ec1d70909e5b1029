// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace desk {

class Chip;

/// What is under way with the access to this establishment: requests that wait for approval, changes somebody may still
/// object to, and what was just done. Seen without a click; not there at all when there is nothing to say.
class AccessCard : public QFrame {
    Q_OBJECT
public:
    explicit AccessCard(QWidget *parent = nullptr);

    void setFile(const CallerFile &file, const QDateTime &now, bool another);
    /// What was just done; `tell`: what the caller is to be told, if anything. Stays until another file opens.
    void setResult(bool waiting, const QString &sentence, const QString &tell);
    [[nodiscard]] QDateTime nextChange(const QDateTime &now) const;

Q_SIGNALS:
    /// Withdraw one's own request (`params`: request) or record an objection (`params`: change).
    void operationWanted(const QString &kind, const QUuid &id);

private:
    struct Line {
        QWidget *box;
        Chip *chip;
        QLabel *text;
        QPushButton *button;
    };
    Line &line(int index);
    void showLines(const QDateTime &now);
    void showRequest(Line &line, const FileRequest &request, const QDateTime &now);
    void showChange(Line &line, const FileChange &change, const QDateTime &now);
    void showSelf();

    QList<FileRequest> m_requests;
    QList<FileChange> m_changes;
    QList<Line> m_lines;
    QWidget *m_resultBox;
    QLabel *m_result, *m_tell;
    QVBoxLayout *m_all;
    int m_shown = 0;
};

} // namespace desk
