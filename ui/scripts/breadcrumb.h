// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scripts/stepview.h"

#include <QHash>
#include <QWidget>

namespace desk {

class TextLink;

/// The way walked so far, oldest first, with what was answered; a click goes back there. Two lines at most:
/// when there is more, steps in the middle fold into one "…" that opens them as a menu.
class Breadcrumb : public QWidget {
    Q_OBJECT
public:
    explicit Breadcrumb(QWidget *parent = nullptr);
    /// `current` names the node on screen; it comes last and is not a link.
    void setPath(const QList<PathStep> &path, const QString &current);
    void setMaxLines(int lines); ///< 2 unless told otherwise
    [[nodiscard]] int foldedCount() const { return m_foldedCount; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void jumpRequested(int pathIndex);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Flow;
    [[nodiscard]] Flow flow(int width) const;
    [[nodiscard]] Flow flowWith(int width, int folded, int widest) const;
    [[nodiscard]] QFont crumbFont(bool strong) const;
    void arrange();
    void openFolded();

    /// Layouts ask again and again; measuring all words each time is felt on a long way.
    mutable QHash<int, int> m_linesAt; ///< by width, while nothing else changes

    QList<PathStep> m_path;
    QString m_current;
    QList<TextLink *> m_buttons; ///< as many as steps; hidden while folded
    TextLink *m_more;
    QList<QRect> m_separators;
    QRect m_currentRect;
    int m_maxLines = 2;
    int m_foldedFrom = 0, m_foldedCount = 0;
};

/// The words of one step in the breadcrumb: what was answered, with the question where the answer alone says nothing;
/// its title when there was nothing to answer.
[[nodiscard]] QString crumbText(const PathStep &step);

} // namespace desk
