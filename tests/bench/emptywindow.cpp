// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// The least a Qt Widgets program can be: one window with nothing in it, linked to the libraries the console
// is linked to. Tells when it was painted, counted from exec, and what it holds a second later.
#include "tests/bench/series.h"

#include <QApplication>
#include <QTimer>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace desk::bench;

namespace {

class EmptyWindow : public QWidget {
public:
    [[nodiscard]] double paintedAt() const { return m_paintedAt; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (m_paintedAt == 0)
            m_paintedAt = monotonicMs();
    }

private:
    double m_paintedAt = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    EmptyWindow window;
    window.resize(1366, 768);
    window.show();
    QTimer::singleShot(1000, &app, [&window] {
        QJsonObject result = memoryMiB();
        result.insert("usable"_L1, window.paintedAt() - execMs());
        tell(result);
        QApplication::quit();
    });
    return QApplication::exec();
}
