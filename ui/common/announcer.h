// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QWidget>

namespace desk {

/// Tells a screen reader what changed while the keyboard is elsewhere: an object of the role "notification", which
/// shows anew with each sentence. Qt 6.4 passes no alert of another widget on to AT-SPI. Nothing of it is seen.
class Announcer : public QWidget {
    Q_OBJECT
public:
    explicit Announcer(QWidget *parent);
    void say(const QString &words);
    [[nodiscard]] QString words() const { return accessibleName(); }

protected:
    void paintEvent(QPaintEvent *) override { }
};

} // namespace desk
