// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/theme/tokens.h"

#include <QListWidget>

#include <optional>

namespace desk {

/// One entry beside the queue: what it is called, whose it is, how many there are.
struct CountLine {
    QString key, label, note;
    std::optional<int> count;
    std::optional<Tone> tone; ///< of the count, when it is more than none
    friend bool operator==(const CountLine &, const CountLine &) = default;
};

/// A short list of what can be shown, with its counts. The chosen one stays marked while the counts change.
class CountList : public QListWidget {
    Q_OBJECT
public:
    enum Role { KeyRole = Qt::UserRole, NoteRole, CountRole, ToneRole };
    explicit CountList(const QString &name, QWidget *parent = nullptr);

    void setLines(const QList<CountLine> &lines);
    void choose(const QString &key); ///< marks it without saying so; an unknown one marks none
    [[nodiscard]] QString currentKey() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void wanted(const QString &key);
    void renameWanted(const QString &key);
    void removeWanted(const QString &key);
    void menuWanted(const QString &key, const QPoint &at);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QList<CountLine> m_lines;
    QString m_chosen;
};

} // namespace desk
