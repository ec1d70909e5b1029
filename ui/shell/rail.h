// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QFrame>
#include <QList>

class QButtonGroup;
class QToolButton;
class QVBoxLayout;

namespace desk {

/// The pages of the window, at its left: an icon over its name.
class Rail : public QFrame {
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);
    /// `icon` names a line icon; the answer is the page's number, in the order of the calls.
    int addPage(const QString &icon, const QString &name);
    void setCurrent(int page);
    [[nodiscard]] int current() const;
    [[nodiscard]] int count() const { return int(m_entries.size()); }

Q_SIGNALS:
    void pageWanted(int page);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Entry {
        QToolButton *button;
        QString icon;
    };
    void paintIcons();

    QVBoxLayout *m_column;
    QButtonGroup *m_group;
    QList<Entry> m_entries;
};

} // namespace desk
