// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/accesschange.h"
#include "app/supervision/approvalrequest.h"
#include "ui/uiservices.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;

namespace desk {

class Card;
class Chip;
class DecisionBar;
class FactList;

/// One request or change, whole: who asks for what, why a second person must agree, what was seen, and what can be
/// decided.
class AccessDetail : public QWidget {
    Q_OBJECT
public:
    AccessDetail(const UiServices &services, QWidget *parent);

    void setRequest(const ApprovalRequest &request);
    void setChange(const AccessChange &change);
    void setNothing(const QString &why);
    void takeKeyboard();
    [[nodiscard]] DecisionBar *decision() const { return m_decision; }

Q_SIGNALS:
    void openWanted(const QString &siret);

private:
    void build();
    void setHead(const QString &title, const EstablishmentRef &place);
    void showCards(bool any);

    UiServices m_services;
    QScrollArea *m_scroll;
    QWidget *m_content;
    QLabel *m_nothing, *m_title, *m_place, *m_whyWords, *m_said;
    Chip *m_state;
    QPushButton *m_open;
    Card *m_who, *m_what, *m_why, *m_seen, *m_objection;
    FactList *m_whoFacts, *m_whatFacts, *m_seenFacts;
    DecisionBar *m_decision;
    QString m_siret;
    QUuid m_subject;
};

} // namespace desk
