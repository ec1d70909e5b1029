// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"
#include "ui/casefile/section.h"

class QLabel;

namespace desk {

class Chip;
class ElidedLabel;
class LinkButton;

/// The establishment's requests for short-time work and its contracts with a declarant. Read-only for the desk.
class DapCard : public Section {
    Q_OBJECT
public:
    explicit DapCard(QWidget *parent = nullptr);
    void setFile(const CallerFile &file, bool another);

private:
    struct Line {
        QWidget *box = nullptr;
        QLabel *number = nullptr;
        Chip *state = nullptr;
        ElidedLabel *detail = nullptr;
    };
    Line makeLine();
    void showLines();

    QList<Dap> m_daps;
    QList<Line> m_lines;
    QVBoxLayout *m_list;
    ElidedLabel *m_none, *m_contract;
    LinkButton *m_more;
    bool m_all = false;
};

} // namespace desk
