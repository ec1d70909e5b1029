// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QFrame>
#include <QList>

class QButtonGroup;
class QVBoxLayout;

namespace desk {

class RailButton;

/// The pages of the window, at its left: an icon over its name, and how much waits there; where height is short, the
/// icons alone. Which are shown depends on the role of whoever is logged in.
class Rail : public QFrame {
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);
    /// `icon` names a line icon; the answer is the page's number, in the order of the calls.
    int addPage(const QString &icon, const QString &name);
    void setName(int page, const QString &name);
    void setShown(int page, bool shown);
    /// `what` says it in words; a count of 0 shows nothing.
    void setCount(int page, int count, const QString &what, bool urgent = false);
    void setCurrent(int page);
    [[nodiscard]] int current() const;
    [[nodiscard]] int count() const { return int(m_entries.size()); }
    /// The next one that is shown, around the end; `step` is 1 or -1.
    [[nodiscard]] int beside(int page, int step) const;
    [[nodiscard]] bool iconsAlone() const { return m_iconsAlone; }
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pageWanted(int page);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Entry {
        RailButton *button;
        QString icon;
        bool shown = true;
    };
    void paintIcons();
    void fit();
    [[nodiscard]] int shownCount() const;
    [[nodiscard]] int namedHeight() const; ///< of one button

    QVBoxLayout *m_column;
    QButtonGroup *m_group;
    QList<Entry> m_entries;
    bool m_iconsAlone = false;
};

} // namespace desk
