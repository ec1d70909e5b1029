// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace

class TestTokens : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textIsReadable_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        for (const bool dark : {false, true}) {
            const Tokens &t = tokens(dark);
            const std::tuple<const char *, QColor, QColor> pairs[]
                = {{"text on background", t.text, t.background},
                   {"text on panel", t.text, t.panel},
                   {"text on soft accent", t.text, t.accentSoft},
                   {"text on say", t.text, t.say},
                   {"secondary on background", t.secondary, t.background},
                   {"secondary on panel", t.secondary, t.panel},
                   {"secondary on soft accent", t.secondary, t.accentSoft},
                   {"secondary on say", t.secondary, t.say},
                   {"accent on panel", t.accent, t.panel},
                   {"accent on background", t.accent, t.background},
                   {"accent on soft accent", t.accent, t.accentSoft},
                   {"on accent", t.onAccent, t.accent},
                   {"success", t.success, t.successSoft},
                   {"success on panel", t.success, t.panel},
                   {"warning", t.warning, t.warningSoft},
                   {"warning on panel", t.warning, t.panel},
                   {"error", t.error, t.errorSoft},
                   {"error on panel", t.error, t.panel},
                   {"info", t.info, t.infoSoft},
                   {"info on panel", t.info, t.panel},
                   {"accent on info", t.accent, t.infoSoft},
                   {"accent on warning", t.accent, t.warningSoft},
                   {"accent on error", t.accent, t.errorSoft}};
            for (const auto &[name, ink, ground] : pairs)
                QTest::addRow("%s, %s", name, dark ? "dark" : "light") << ink << ground;
        }
    }
    void textIsReadable()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        const double ratio = contrast(ink, ground);
        QVERIFY2(ratio >= 4.5, qPrintable(u"%1:1"_s.arg(ratio, 0, 'f', 2)));
    }

    void focusIsVisible()
    {
        for (const bool dark : {false, true}) {
            const Tokens &t = tokens(dark);
            for (const QColor &ground : {t.background, t.panel, t.say, t.accentSoft})
                QVERIFY(contrast(t.focus, ground) >= 3.0);
            QVERIFY(contrast(t.onAccent, t.accent) >= 3.0); // the inner ring of a filled button
        }
    }

    void everyToneIsReadable()
    {
        for (const bool dark : {false, true}) {
            for (const Tone tone : {Tone::Ok, Tone::Warn, Tone::Error, Tone::Info, Tone::Muted}) {
                const TonePair pair = toneColours(tokens(dark), tone);
                QVERIFY(contrast(pair.ink, pair.ground) >= 4.5);
            }
        }
    }

    void paletteTellsTheTheme()
    {
        QWidget widget;
        widget.setPalette(themePalette(true));
        QVERIFY(isDark(&widget));
        widget.setPalette(themePalette(false));
        QVERIFY(!isDark(&widget));
    }

    void styleSheetIsFilledIn()
    {
        for (const bool dark : {false, true}) {
            const QString sheet = themeStyleSheet(dark);
            QVERIFY(!sheet.isEmpty());
            const qsizetype words = sheet.indexOf(u"*/"_s); // the opening comment speaks of @name
            QVERIFY2(!sheet.mid(words).contains(u'@'), "a colour name was not replaced");
        }
    }

    void picturesOfTheStyleSheetAreDrawn() // by Qt's SVG plugins: without them ticks and arrows are missing, silently
    {
        for (const bool dark : {false, true}) {
            static const QRegularExpression picture(u"url\\(([^)]+)\\)"_s);
            const QString sheet = themeStyleSheet(dark);
            QSet<QString> files;
            for (auto it = picture.globalMatch(sheet); it.hasNext();)
                files << it.next().captured(1);
            QVERIFY(!files.isEmpty());
            for (const QString &file : std::as_const(files))
                QVERIFY2(!QIcon(file).pixmap(12, 12).isNull(), qPrintable(file));
        }
    }

    void iconsAreDrawn()
    {
        QVERIFY(!lineIcon(u"phone"_s, Qt::red).isNull());
        QVERIFY(lineIcon(u"no-such-icon"_s, Qt::red).isNull());
        const QImage image = linePixmap(u"check"_s, Qt::red, 24, 2.0).toImage();
        bool red = false;
        for (int y = 0; y < image.height() && !red; ++y) {
            for (int x = 0; x < image.width() && !red; ++x)
                red = image.pixelColor(x, y) == QColor(Qt::red);
        }
        QVERIFY(red);
    }
};

QTEST_MAIN(TestTokens)
#include "tst_tokens.moc"
