// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/accesschange.h"
#include "app/supervision/approvalrequest.h"
#include "ui/common/card.h"
#include "ui/uiservices.h"

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace desk {

class Banner;
class DraftKeeper;
class Field;
class InPlaceOperation;
struct Error;
struct OperationOutcome;

/// What can be decided about the request or change on screen: the consequence in a sentence, the words that go with
/// it, the buttons, and what became of it. Nothing modal; what is typed is kept for each subject.
class DecisionBar : public Card {
    Q_OBJECT
public:
    DecisionBar(const UiServices &services, QWidget *parent);

    void setNothing();
    void setRequest(const ApprovalRequest &request);
    void setChange(const AccessChange &change);
    void takeKeyboard();

Q_SIGNALS:
    void decided(); ///< something changed in the database, or had changed before: read again
    void told(const QString &news);

private:
    enum class Mode { Nothing, Decide, Withdraw, Undo };
    void build();
    void setSubject(Mode mode, const QUuid &id);
    void showLater();
    void showButtons();
    void press(bool primary);
    void decide(bool approve);
    void undo();
    void onDone(const OperationOutcome &outcome);
    void onRefused(const Error &error);
    [[nodiscard]] QString typed() const;
    [[nodiscard]] bool wants(const QString &missing);

    UiServices m_services;
    QLabel *m_consequence, *m_later;
    QCheckBox *m_laterRead;
    QPlainTextEdit *m_text;
    Field *m_field;
    Banner *m_banner;
    QPushButton *m_primary, *m_other;
    InPlaceOperation *m_operation;
    DraftKeeper *m_draft = nullptr;
    Mode m_mode = Mode::Nothing;
    QUuid m_subject;
    bool m_own = false, m_canDecide = false, m_fresh = false;
    QStringList m_why; ///< the reasons on screen: what was seen when approving
    QList<PastStep> m_laterSteps;
};

} // namespace desk
