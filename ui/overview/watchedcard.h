// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/operations/operation.h"
#include "app/supervision/overview.h"
#include "app/supervision/reader.h"
#include "ui/common/card.h"
#include "ui/uiservices.h"

#include <QHash>

class QButtonGroup;
class QPushButton;

namespace desk {

class Banner;
class InPlaceOperation;
class LineList;
class ReasonPanel;
struct Line;

/// Accounts somebody should look at: six lists with their counts, read page by page, and what can be done about a row.
/// What became of it is said in the row and in a banner.
class WatchedCard : public Card {
    Q_OBJECT
public:
    explicit WatchedCard(const UiServices &services, QWidget *parent = nullptr);

    [[nodiscard]] ReaderBase *reader() const { return m_page; }
    [[nodiscard]] WatchList list() const { return m_list; }
    void showCounts(const QHash<QString, int> &counts);
    void read(); ///< what is shown once more, without moving it
    void showRows(); ///< once more: time went by
    void forget(); ///< somebody else is logged in

Q_SIGNALS:
    void openFileWanted(const QString &key);
    void changed(); ///< something was done: figures may have changed
    void unfolded(QWidget *part); ///< should be in sight

private:
    void buildLists();
    void buildTable();
    void buildActions();
    void choose(WatchList list);
    void readMore();
    void onRead();
    void showCurrent();
    void ask(const QString &kind);
    void sendAgain();
    void done(const OperationOutcome &outcome, const QString &subject);
    void endAsking();
    [[nodiscard]] Line lineOf(const WatchedAccount &row) const;
    [[nodiscard]] QDateTime now() const;

    UiServices m_services;
    WatchList m_list = WatchList::Locked;
    QString m_from; ///< of the question under way
    int m_limit = 0;
    QString m_next; ///< where the next page begins
    QList<WatchedAccount> m_rows;
    QHash<QString, QString> m_results; ///< what became of a row, by list and id
    QString m_askedKind;
    WatchedAccount m_asked; ///< the row a reason is asked for
    Reader<WatchedPage> *m_page;
    QButtonGroup *m_choice;
    LineList *m_accounts;
    QWidget *m_actions;
    QPushButton *m_open, *m_unlock, *m_resend, *m_again;
    ReasonPanel *m_reason;
    Banner *m_banner;
    InPlaceOperation *m_operation;
};

} // namespace desk
