// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/pagedreader.h"
#include "app/supervision/supervisionstore.h"
#include "ui/supervision/listpage.h"

class QButtonGroup;

namespace desk {

class InPlaceOperation;

/// The mails of the desk: those that wait, those that were refused or came back, those that left; sent again from the
/// row, which says what that does.
class MailsPageView : public ListPage {
    Q_OBJECT
public:
    explicit MailsPageView(const UiServices &services, QWidget *parent = nullptr);
    void read() override { m_mails.read(); }

protected:
    void onRead() override;
    void onTick() override { showRows(); }
    void readMore() override { m_mails.readMore(); }
    void showCurrent() override;

private:
    void buildChoice();
    void choose(MailList which);
    void showCounts();
    void showRows();
    void sendAgain();
    [[nodiscard]] Line lineOf(const MailLine &mail) const;

    MailList m_which = MailList::Failed;
    std::pair<int, int> m_seen; ///< waiting and failed, as the pulse last told them
    PagedReader<MailsPage, MailLine> m_mails;
    QHash<qint64, QString> m_results; ///< what became of a row sent again, said in the row
    QButtonGroup *m_choice;
    QPushButton *m_again;
    InPlaceOperation *m_operation;
};

} // namespace desk
