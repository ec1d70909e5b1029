// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"

#include <QFrame>
#include <QHash>
#include <QJsonArray>
#include <QSet>

class QCheckBox;
class QLabel;
class QRadioButton;
class QVBoxLayout;

namespace desk {

struct TicketTwin;

/// The other open requests of the same SIRET and motif, and what becomes of them: merged into this one, so that one
/// answer stands for all, or left open. What was ticked stays when the list is read again.
class DuplicatesPanel : public QFrame {
    Q_OBJECT
public:
    enum class Choice { Undecided, Merge, Leave };
    /// `mayLeave`: whether they may stay open; else they are there to be merged.
    DuplicatesPanel(bool mayLeave, QWidget *parent);

    /// Ticked at first, but for those that are somebody else's, which cannot be.
    void setTwins(const QList<Ticket> &twins, const Ticket &kept, const QString &login, const QDateTime &now);
    [[nodiscard]] const QList<Ticket> &twins() const { return m_twins; }
    [[nodiscard]] QList<Ticket> ticked() const;
    [[nodiscard]] Choice choice() const;
    void choose(Choice choice);
    /// {number, version} of those ticked.
    [[nodiscard]] QJsonArray params() const;
    [[nodiscard]] QList<qint64> unticked() const;
    void untick(const QList<qint64> &numbers);
    void setError(const QString &text);
    void takeFocus();

Q_SIGNALS:
    void edited();

private:
    void build();
    void onChoice();
    [[nodiscard]] QCheckBox *boxFor(TicketNumber number);

    bool m_mayLeave;
    QList<Ticket> m_twins;
    QHash<TicketNumber, QCheckBox *> m_boxes;
    QSet<TicketNumber> m_blocked; ///< somebody else's
    QLabel *m_title, *m_note, *m_error;
    QRadioButton *m_merge, *m_leave;
    QWidget *m_list;
    QVBoxLayout *m_lines;
};

/// "#48 377 · reçue 08:51 · Claire Fontan, c••••@exemple.fr · à prendre".
[[nodiscard]] QString twinLine(const Ticket &twin, const QString &login, const QDateTime &now);
/// A twin of `of` as the database reads it beside a ticket.
[[nodiscard]] Ticket ticketFromTwin(const TicketTwin &twin, const Ticket &of);

} // namespace desk
