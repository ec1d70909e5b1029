// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/scripts/everynode.h"
#include "tests/gui/scripts/scriptstage.h"
#include "tests/unit/scripts/situations.h"
#include "ui/scripts/optionrow.h"
#include "ui/scripts/saytext.h"
#include "ui/scripts/scriptpanel.h"
#include "ui/scripts/stepsection.h"
#include "ui/scripts/wordsarea.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QScrollBar>
#include <QTest>

using namespace desk;
using namespace desk::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fewestNodes = 400;

bool whollySeen(const QWidget *widget)
{
    return widget->visibleRegion().boundingRect() == widget->rect();
}

bool widestWordFits(const QString &text, const QFont &font, int width)
{
    const QFontMetrics metrics(font);
    const QStringList words = text.split(u' ');
    return std::all_of(words.cbegin(), words.cend(),
                       [&](const QString &word) { return metrics.horizontalAdvance(word) <= width; });
}

/// Everything of a step that must be read or chosen.
struct Parts {
    explicit Parts(const StepSection *section)
    {
        say = section->sayText();
        const QList<QLabel *> allLabels = section->findChildren<QLabel *>();
        for (QLabel *label : allLabels) {
            if (label->isVisible() && label->wordWrap())
                labels << label;
        }
        const QList<OptionRow *> allRows = section->findChildren<OptionRow *>();
        for (OptionRow *row : allRows) {
            if (row->isVisible())
                rows << row;
        }
    }
    /// What does not fit into the place it was given; empty: all does.
    [[nodiscard]] QString clipped() const
    {
        if (say->isVisible() && say->heightForWidth(say->width()) > say->height())
            return u"words"_s;
        for (const QLabel *label : labels) {
            if (label->heightForWidth(label->width()) > label->height()
                || !widestWordFits(label->text(), label->font(), label->width()))
                return u"label "_s + label->text();
        }
        for (const OptionRow *row : rows) {
            if (row->heightForWidth(row->width()) > row->height())
                return u"answer "_s + row->content().label;
        }
        return {};
    }
    /// What one must scroll for.
    [[nodiscard]] QString unseen() const
    {
        if (say->isVisible() && !whollySeen(say))
            return u"words"_s;
        for (const QLabel *label : labels) {
            if (!whollySeen(label))
                return u"label "_s + label->text();
        }
        for (const OptionRow *row : rows) {
            if (!whollySeen(row))
                return u"answer "_s + row->content().label;
        }
        return {};
    }

    /// From the top down.
    [[nodiscard]] QList<QWidget *> toRead() const
    {
        QList<QWidget *> all;
        if (say->isVisible())
            all << say;
        for (QLabel *label : labels)
            all << label;
        return all;
    }

    SayText *say = nullptr;
    QList<QLabel *> labels;
    QList<OptionRow *> rows;
};

} // namespace

/// Every node of every shipped script, in the whole window on the smallest screen of the desk.
class TestEveryNode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, AppSettings::ThemeChoice::Light);
        m_nodes = everyNode(QStringLiteral(DESK_SCRIPT_FOLDER));
    }

    void allAreThere()
    {
        QVERIFY2(m_nodes.size() >= fewestNodes, qPrintable(QString::number(m_nodes.size())));
        for (const NodeState &node : std::as_const(m_nodes))
            QVERIFY2(!node.state.step.say.isEmpty() || !node.state.step.instruction.isEmpty(), qPrintable(node.key));
    }

    void nothingIsClippedOnTheSmallestScreen_data()
    {
        QTest::addColumn<bool>("notice");
        QTest::newRow("in a call") << false;
        QTest::newRow("with an incident announced above") << true;
    }
    void nothingIsClippedOnTheSmallestScreen()
    {
        QFETCH(bool, notice);
        ScriptStage stage;
        openCall(stage, notice);
        QCOMPARE(stage.window.size(), smallestScreen);
        QStringList wrong;
        for (const NodeState &node : std::as_const(m_nodes)) {
            show(stage, node.state);
            const Parts parts(stage.panel->stepSection());
            const QString why = parts.clipped() + parts.unseen();
            if (!why.isEmpty() || !stage.panel->stepSection()->fits())
                wrong << node.key + u": "_s + why;
        }
        QVERIFY2(wrong.isEmpty(),
                 qPrintable(u"%1 of %2: "_s.arg(wrong.size()).arg(m_nodes.size()) + wrong.join(u'\n')));
    }

    void allCanBeReachedOnAScreenWithLargeTypes_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("150 %") << QSize(911, 512);
        QTest::newRow("200 %") << QSize(683, 384);
    }
    /// The same screen at a larger scale: what is read scrolls, with a sign that there is more, and what is chosen
    /// comes into sight with the keyboard.
    void allCanBeReachedOnAScreenWithLargeTypes()
    {
        QFETCH(QSize, size);
        ScriptStage stage(size);
        openCall(stage, false);
        QCOMPARE(stage.window.size(), size); // it needs no more than there is
        QStringList wrong;
        for (const NodeState &node : std::as_const(m_nodes)) {
            show(stage, node.state);
            const QString why = unreachable(*stage.panel->stepSection());
            if (!why.isEmpty())
                wrong << node.key + u": "_s + why;
        }
        QVERIFY2(wrong.isEmpty(),
                 qPrintable(u"%1 of %2: "_s.arg(wrong.size()).arg(m_nodes.size()) + wrong.join(u'\n')));
    }

private:
    /// What of a step cannot be read or chosen, or is hidden without a sign; empty: nothing.
    static QString unreachable(StepSection &section)
    {
        const Parts parts(&section);
        if (const QString why = parts.clipped(); !why.isEmpty())
            return u"clipped "_s + why;
        const bool below = std::any_of(parts.rows.cbegin(), parts.rows.cend(),
                                       [](const OptionRow *row) { return !whollySeen(row); });
        if (below && !section.verticalScrollBar()->isVisible())
            return u"answers hidden without a sign"_s;
        parts.rows.first()->setFocus();
        for (OptionRow *row : parts.rows) {
            if (row != parts.rows.first())
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
            else
                section.ensureWidgetVisible(row, 0, 0);
            if (!row->hasFocus() || !whollySeen(row))
                return u"cannot reach "_s + row->content().label;
        }
        section.verticalScrollBar()->setValue(0);
        auto *words = section.findChild<WordsArea *>();
        if (words->verticalScrollBar()->maximum() > 0 && !words->verticalScrollBar()->isVisible())
            return u"words hidden without a sign"_s;
        for (QWidget *read : parts.toRead()) {
            for (const int edge : {0, read->height() - 1}) {
                words->ensureVisible(0, read->mapTo(words->widget(), QPoint(0, edge)).y(), 0, 1);
                if (!read->visibleRegion().contains(QPoint(1, edge)))
                    return u"cannot be read: "_s + read->objectName();
            }
        }
        return {};
    }
    static void openCall(ScriptStage &stage, bool notice)
    {
        CallerFile file = situations::file({situations::locked()});
        if (notice) {
            IncidentNotice incident;
            incident.id = 3;
            incident.text = u"Demandes rejetées par erreur ce matin, correction en cours."_s;
            incident.from = situations::hoursAgo(2);
            file.notices = {incident};
        }
        stage.open(file);
        stage.start(u"compte_verrouille"_s);
        QVERIFY(stage.panel->state().walking);
    }
    /// As if the walk began there: what an earlier step made room for is given back.
    static void show(ScriptStage &stage, const PanelState &state)
    {
        stage.panel->showState(PanelState());
        stage.panel->showState(state);
        QCoreApplication::processEvents();
    }

    QList<NodeState> m_nodes;
};

QTEST_MAIN(TestEveryNode)
#include "tst_everynode.moc"
