// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/operations/operation.h"
#include "ui/scripts/panelstate.h"
#include "ui/uiservices.h"

#include <QFrame>

class QLabel;
class QShortcut;

namespace desk {

class Announcer;
class DiagnosisSection;
class ElidedLabel;
class StepSection;
class WalkKeys;

/// What to say, at the right of the caller's file: the diagnosis, the step of the walk, what was done in this
/// call. Everything works from the keyboard: a digit starts a proposed script, or answers once a script is
/// walked; Ctrl+digit starts another one; D, A, R, C, Backspace and Ctrl+C as written beside what they do.
/// Letters stand back while a text is being typed, and can be switched off together with the digits
/// (AppSettings::digitShortcuts).
class ScriptPanel : public QFrame {
    Q_OBJECT
public:
    explicit ScriptPanel(const UiServices &services, QWidget *parent = nullptr);

    ~ScriptPanel() override;

    /// Draws `state`; what the services say replaces it at their next change. For tests and pictures.
    void showState(const PanelState &state);
    [[nodiscard]] const PanelState &state() const { return m_state; }
    [[nodiscard]] StepSection *stepSection() const { return m_step; }
    [[nodiscard]] DiagnosisSection *diagnosisSection() const { return m_diagnosis; }

    [[nodiscard]] QSize sizeHint() const override;

public Q_SLOTS:
    /// 1-9: starts that proposal, or gives that answer once a script is walked.
    void handleDigit(int digit);
    void copySay();

Q_SIGNALS:
    /// An operation of the step, filled in, to be confirmed in its sheet.
    void operationRequested(const desk::OperationRequest &request);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectServices();
    void makeShortcuts();
    void refresh();
    void choose(int option);
    void startProposal(int index);
    void requestOperation();
    void nextAccount();
    void contradict();
    void toggleOthers();
    void goBack();
    void restart();
    void adaptToHeight();
    void applySqueeze();
    void updateLetters();
    void showFooter();

    UiServices m_services;
    PanelState m_state;
    DiagnosisSection *m_diagnosis;
    StepSection *m_step;
    QFrame *m_rule;
    QLabel *m_done;
    ElidedLabel *m_doneShort; ///< the same as m_done in one line, where height is short
    WalkKeys *m_keys;
    Announcer *m_announcer;
    QList<QShortcut *> m_letters; ///< the keys without Ctrl or Alt
    int m_squeeze = 0; ///< 0: all in its place; 1: a shorter way; 2: the diagnosis folded; 3: less air
};

} // namespace desk
