// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/queue/bulksheet.h"

class QComboBox;

namespace desk {

class Field;
class LinkButton;

/// Giving requests to an agent, chosen from those of the desk with how many each has already.
class BulkAssignSheet : public BulkSheet {
    Q_OBJECT
public:
    BulkAssignSheet(const UiServices &services, QWidget *parent);
    void takeFocus() override;

protected:
    [[nodiscard]] BulkAction action() const override;
    [[nodiscard]] QString target() const override;
    bool complete() override;

private:
    void read();
    void fill(const QList<DeskAgent> &agents);

    QComboBox *m_agent;
    Field *m_field;
    LinkButton *m_again;
    bool m_reading = false;
};

} // namespace desk
