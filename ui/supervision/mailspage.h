// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/paging.h"
#include "app/supervision/supervisionstore.h"
#include "ui/supervision/supervisionpage.h"

class QButtonGroup;
class QLabel;
class QPushButton;

namespace desk {

class Banner;
class Card;
class InPlaceOperation;
class LinesModel;
class LinesTable;
struct Line;

/// The mails of the desk: those that wait, those that were refused or came back, those that left; sent again from the
/// row, which says what that does.
class MailsPageView : public SupervisionPage {
    Q_OBJECT
public:
    explicit MailsPageView(const UiServices &services, QWidget *parent = nullptr);
    void takeKeyboard() override;
    void read() override;

protected:
    void onRead() override;
    void onTick() override { showRows(); }

private:
    void buildChoice();
    void buildTable();
    void choose(MailList which);
    void readMore();
    void showCounts();
    void showRows();
    void showCurrent();
    void sendAgain();
    [[nodiscard]] Line lineOf(const MailLine &mail) const;
    [[nodiscard]] const MailLine *current() const;

    MailList m_which = MailList::Failed;
    qint64 m_before = 0; ///< of the question under way
    int m_limit = 0;
    std::pair<int, int> m_seen; ///< waiting and failed, as the pulse last told them
    PagedRows<MailLine> m_rows;
    QHash<qint64, QString> m_results; ///< what became of a row sent again, said in the row
    Reader<MailsPage> *m_page;
    QButtonGroup *m_choice;
    LinesModel *m_model;
    LinesTable *m_table;
    Card *m_bar;
    QLabel *m_nothing, *m_about, *m_consequence;
    QPushButton *m_again, *m_open;
    Banner *m_banner;
    InPlaceOperation *m_operation;
};

} // namespace desk
