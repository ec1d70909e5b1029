// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/theme/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

QByteArray drawing(const QString &name, const QColor &colour)
{
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", colour.name().toLatin1());
}

} // namespace

QPixmap linePixmap(const QString &name, const QColor &colour, int size, double devicePixelRatio)
{
    QSvgRenderer renderer(drawing(name, colour));
    if (!renderer.isValid())
        return {};
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QIcon lineIcon(const QString &name, const QColor &colour, const QColor &checked)
{
    QIcon icon;
    for (const int size : {16, 20, 24}) {
        for (const double ratio : {1.0, 1.5, 2.0}) {
            const QPixmap off = linePixmap(name, colour, size, ratio);
            if (off.isNull())
                return icon;
            icon.addPixmap(off, QIcon::Normal, QIcon::Off);
            if (checked.isValid())
                icon.addPixmap(linePixmap(name, checked, size, ratio), QIcon::Normal, QIcon::On);
        }
    }
    return icon;
}

} // namespace desk
