// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/demo/rows.h"
#include "db/libpq/pgconnection.h"

#include <array>

namespace desk::demo {

/// The tables the rows of a batch go into, parents before children.
enum class Table {
    Company,
    Establishment,
    Account,
    AccountSecret,
    AccountExtranet,
    Habilitation,
    Contract,
    Dap,
    Ticket,
    TicketEvent,
    Call,
    CallFile,
    Operation,
    Mail,
    Walk,
    Notice,
    Count
};

/// Turns batches into COPY text, table by table, and sends it.
class TableWriter {
public:
    explicit TableWriter(quint64 seed);
    void add(const Batch &batch);
    /// Sends what was added, one COPY a table, and forgets it.
    [[nodiscard]] Result<Done> flush(PgConnection &connection);
    [[nodiscard]] qint64 rows(Table table) const { return text(table).rows(); } ///< since the beginning
    /// "asp.establishment"
    [[nodiscard]] static QByteArray name(Table table);

private:
    [[nodiscard]] CopyText &text(Table table) { return m_text[static_cast<size_t>(table)]; }
    [[nodiscard]] const CopyText &text(Table table) const { return m_text[static_cast<size_t>(table)]; }
    void add(const EstablishmentRow &row);
    void add(const AccountRow &row);
    void addSecret(const AccountRow &row);
    void add(const HabilitationRow &row);
    void add(const MailRow &row);
    void add(const DapRow &row);
    void add(const TicketRow &row);
    void add(const TicketEventRow &row);
    void add(const CallRow &row);
    void add(const OperationRow &row);
    void add(const WalkRow &row);

    quint64 m_seed;
    std::array<CopyText, static_cast<size_t>(Table::Count)> m_text;
};

} // namespace desk::demo
