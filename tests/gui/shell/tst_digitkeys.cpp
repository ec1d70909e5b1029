// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/shell/digitkeys.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace desk;

class TestDigitKeys : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keyIsDigit_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<int>("scanCode");
        QTest::addColumn<int>("digit");
        const Qt::KeyboardModifiers none = Qt::NoModifier;
        const int french[]
            = {Qt::Key_Ampersand, Qt::Key_Eacute, Qt::Key_QuoteDbl,   Qt::Key_Apostrophe, Qt::Key_ParenLeft,
               Qt::Key_Minus,     Qt::Key_Egrave, Qt::Key_Underscore, Qt::Key_Ccedilla};
        for (int digit = 1; digit <= 9; ++digit) {
            QTest::addRow("digit %d", digit) << Qt::Key_0 + digit << none << 0 << digit;
            QTest::addRow("keypad %d", digit)
                << Qt::Key_0 + digit << Qt::KeyboardModifiers(Qt::KeypadModifier) << 0 << digit;
            QTest::addRow("French row %d", digit) << french[digit - 1] << none << 9 + digit << digit;
            QTest::addRow("French row %d, no scan code", digit) << french[digit - 1] << none << 0 << digit;
            QTest::addRow("French row with Alt %d", digit)
                << french[digit - 1] << Qt::KeyboardModifiers(Qt::AltModifier) << 9 + digit << digit;
            QTest::addRow("French row with Shift writes the digit %d", digit)
                << Qt::Key_0 + digit << Qt::KeyboardModifiers(Qt::ShiftModifier) << 9 + digit << digit;
        }
        QTest::newRow("zero") << int(Qt::Key_0) << none << 0 << 0;
        QTest::newRow("à") << int(Qt::Key_Agrave) << none << 19 << 0;
        QTest::newRow("letter") << int(Qt::Key_A) << none << 38 << 0;
        QTest::newRow("Ctrl+1") << int(Qt::Key_1) << Qt::KeyboardModifiers(Qt::ControlModifier) << 0 << 0;
        QTest::newRow("keypad minus") << int(Qt::Key_Minus) << Qt::KeyboardModifiers(Qt::KeypadModifier) << 82 << 0;
        QTest::newRow("US minus, right of zero") << int(Qt::Key_Minus) << none << 20 << 0;
        QTest::newRow("US apostrophe, beside Enter") << int(Qt::Key_Apostrophe) << none << 48 << 0;
        QTest::newRow("US &, Shift+7") << int(Qt::Key_Ampersand) << Qt::KeyboardModifiers(Qt::ShiftModifier) << 16 << 0;
    }
    void keyIsDigit()
    {
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(int, scanCode);
        const QKeyEvent event(QEvent::KeyPress, key, modifiers, quint32(scanCode), 0, 0);
        QTEST(digitOf(event), "digit");
    }

    void digitsAnswerOutsideFields()
    {
        QWidget window;
        DigitKeys keys(&window);
        QSignalSpy digits(&keys, &DigitKeys::digit);
        auto *column = new QVBoxLayout(&window);
        auto *line = new QLineEdit;
        auto *text = new QPlainTextEdit;
        auto *combo = new QComboBox;
        auto *list = new QListWidget;
        auto *page = new QWidget;
        list->setProperty("takesDigits", true);
        page->setFocusPolicy(Qt::StrongFocus);
        for (QWidget *child : {static_cast<QWidget *>(line), static_cast<QWidget *>(text),
                               static_cast<QWidget *>(combo), static_cast<QWidget *>(list), page})
            column->addWidget(child);
        window.show();
        QTest::keyClick(page, Qt::Key_1);
        QCOMPARE(digits.count(), 0); // not active yet
        keys.setActive(true);
        QTest::keyClick(page, Qt::Key_1);
        QTest::keyClick(page, Qt::Key_Egrave);
        QCOMPARE(digits.count(), 2);
        QCOMPARE(digits.at(1).at(0).toInt(), 7);
        for (QWidget *field : {static_cast<QWidget *>(line), static_cast<QWidget *>(text),
                               static_cast<QWidget *>(combo), static_cast<QWidget *>(list)}) {
            QTest::keyClick(field, Qt::Key_3);
            QCOMPARE(digits.count(), 2); // typing stays typing
            QTest::keyClick(field, Qt::Key_4, Qt::AltModifier);
            QCOMPARE(digits.takeLast().at(0).toInt(), 4); // Alt+digit goes to the script from anywhere
        }
        QCOMPARE(line->text(), u"3"_s);
        keys.setSingleKeys(false);
        QTest::keyClick(page, Qt::Key_5);
        QCOMPARE(digits.count(), 2);
        QTest::keyClick(page, Qt::Key_ParenLeft, Qt::AltModifier);
        QCOMPARE(digits.count(), 3);
    }

    void aHeldKeyCountsOnce()
    {
        QWidget window;
        DigitKeys keys(&window);
        keys.setActive(true);
        QSignalSpy digits(&keys, &DigitKeys::digit);
        window.show();
        QKeyEvent press(QEvent::KeyPress, Qt::Key_2, Qt::NoModifier);
        QKeyEvent repeat(QEvent::KeyPress, Qt::Key_2, Qt::NoModifier, u"2"_s, true);
        QCoreApplication::sendEvent(&window, &press);
        QCoreApplication::sendEvent(&window, &repeat);
        QCOMPARE(digits.count(), 1);
    }
};

QTEST_MAIN(TestDigitKeys)
#include "tst_digitkeys.moc"
