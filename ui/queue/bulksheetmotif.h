// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/queue/bulksheet.h"

class QComboBox;

namespace desk {

class Field;

/// Moving requests to another motif.
class BulkMotifSheet : public BulkSheet {
    Q_OBJECT
public:
    BulkMotifSheet(const UiServices &services, QWidget *parent);
    void takeFocus() override;

protected:
    [[nodiscard]] BulkAction action() const override;
    [[nodiscard]] QString target() const override;
    bool complete() override;

private:
    QComboBox *m_motif;
    Field *m_field;
};

} // namespace desk
