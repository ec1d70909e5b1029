// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"
#include "ui/casefile/rowpool.h"
#include "ui/casefile/section.h"

class QLineEdit;
class QPushButton;

namespace desk {

class AccountRow;
class LinkButton;
class Revealed;

/// The accounts of the file, referent first. More than five: the five that matter, and the rest behind one link,
/// filterable.
class AccountsCard : public Section {
    Q_OBJECT
public:
    explicit AccountsCard(QWidget *parent = nullptr);

    /// `another`: a different file, so the choices made in the last one are forgotten.
    void setFile(const CallerFile &file, const QDateTime &now, const Revealed &revealed, bool another);
    void setSelected(std::optional<AccountId> id);
    void setCompact(bool compact);
    void setConnected(bool connected); ///< without a connection nothing can be changed
    void setRoom(int width); ///< where it is short, what can be done goes below what it is about
    void setFewest(bool fewest); ///< only the caller's account and the link to the others
    void tick(const QDateTime &now, const Revealed &revealed)
    {
        arrange(now, revealed);
    } ///< time passed: chips and buttons follow
    [[nodiscard]] QDateTime nextChange(const QDateTime &now) const;
    void setResult(AccountId id, const QString &sentence);
    [[nodiscard]] AccountRow *row(AccountId id) const { return m_pool.row(id); }
    [[nodiscard]] QList<AccountRow *> rows() const { return m_pool.rows(); }

Q_SIGNALS:
    void chosen(desk::AccountId id);
    void operationWanted(const QString &kind, desk::AccountId id);
    /// To change the access to the establishment: referent.reassign or account.create.
    void changeWanted(const QString &kind);
    void revealWanted(const QString &field, qint64 id);

private:
    void arrange(const QDateTime &now, const Revealed &revealed);
    void arrangeAgain();
    [[nodiscard]] QList<AccountId> wantedRows(const QDateTime &now) const;
    [[nodiscard]] AccountRow *newRow();
    void step(AccountRow *from, int by);
    void showMore();
    void showChanges();
    void applyDensity();

    QList<Account> m_accounts;
    int m_total = 0;
    bool m_establishment = true, m_compact = false, m_expanded = false;
    std::optional<AccountId> m_selected;
    QHash<AccountId, QString> m_results;
    int m_few = 5;
    bool m_stacked = false;
    QList<AccountId> m_shown; ///< those shown while not expanded, kept over refreshes
    QDateTime m_now;
    const Revealed *m_revealed = nullptr; ///< the view's, which outlives this card
    CallerFile m_file; ///< what the buttons depend on
    bool m_connected = true;
    QPushButton *m_reassign, *m_create;
    QLineEdit *m_filter;
    LinkButton *m_more;
    QLabel *m_none;
    QVBoxLayout *m_rows;
    RowPool<AccountRow, AccountId> m_pool;
};

} // namespace desk
