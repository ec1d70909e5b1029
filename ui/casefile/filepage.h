// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"
#include "app/session/sessioninfo.h"
#include "app/tickets/ticketqueue.h"
#include "ui/casefile/maskedvalue.h"

#include <QHash>
#include <QScrollArea>

class QBoxLayout;
class QVBoxLayout;

namespace desk {

class AccessCard;
class AccountsCard;
class DapCard;
class EstablishmentsCard;
class HeaderCard;
class HistoryCard;
class MailsCard;
class TicketsCard;
class UnknownPage;

/// The open file, all cards. Finds by itself how much it must fold to be complete without scrolling; a refresh changes
/// what is written and nothing else.
class FilePage : public QScrollArea {
    Q_OBJECT
public:
    /// What the cards need to know besides the file.
    struct Context {
        QDateTime now; ///< server time
        SessionInfo info; ///< who reads: whose tickets are "yours", the lists and settings of the desk
        QHash<TicketNumber, QList<Presence>> others; ///< who else has which ticket
        std::optional<AccountId> account; ///< the caller's
        bool stale = false;
    };
    explicit FilePage(QWidget *parent = nullptr);

    void setFile(const CallerFile &file, const Context &context, bool another);
    void setAccount(std::optional<AccountId> id);
    void setStale(bool stale, const QDateTime &now);
    void reveal(const QString &field, qint64 id, const QString &value);
    void revealFailed(); ///< the links can be pressed again
    void tick(const QDateTime &now);
    [[nodiscard]] QDateTime nextChange(const QDateTime &now) const;
    void setAccountResult(AccountId id, const QString &sentence);
    void setAccessResult(bool waiting, const QString &sentence, const QString &tell);
    void setTicketResult(TicketNumber number, const QString &sentence);
    void setPrimaryOffered(bool offered);
    /// The room the file has while no sheet is open; it folds for that, so that a sheet makes nothing jump.
    void setRoom(const QSize &room);
    void showAccount(AccountId id); ///< scrolls so that its row is in sight
    void showTicket(TicketNumber number);
    void jumpToTicket(TicketNumber number); ///< unfolded, in sight, with the keyboard
    void setOthers(const QHash<TicketNumber, QList<Presence>> &others);
    [[nodiscard]] QList<TicketNumber> unfoldedTickets() const;
    [[nodiscard]] TicketNumber firstOpenTicket() const; ///< 0: none
    void forget(); ///< the file was closed: nothing revealed stays in memory

Q_SIGNALS:
    void accountChosen(desk::AccountId id);
    void operationWanted(const QString &kind, desk::AccountId id);
    void ticketWanted(const QString &kind, desk::TicketNumber number);
    void newTicketWanted();
    void unfoldedTicketsChanged();
    void changeWanted(const QString &kind);
    void accessWanted(const QString &kind, const QUuid &id);
    void revealWanted(const QString &field, qint64 id);
    void openWanted(const QString &key);
    void establishmentWanted(const QString &siret);

private:
    void build();
    void connectCards();
    void fill(bool another);
    void fit();
    void applyDensity(int level);
    [[nodiscard]] int neededHeight();

    CallerFile m_file;
    Context m_context;
    Revealed m_revealed;
    QWidget *m_page;
    QVBoxLayout *m_column;
    QBoxLayout *m_pair;
    UnknownPage *m_unknown;
    HeaderCard *m_header;
    AccessCard *m_access;
    AccountsCard *m_accounts;
    MailsCard *m_mails;
    DapCard *m_daps;
    EstablishmentsCard *m_establishments;
    TicketsCard *m_tickets;
    HistoryCard *m_history;
    QSize m_room{820, 660};
};

} // namespace desk
