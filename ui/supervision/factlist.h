// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QList>
#include <QWidget>

#include <utility>

class QGridLayout;
class QLabel;

namespace desk {

/// Names and what they are, in two aligned columns; values wrap, can be selected, and are plain text. Rows are kept and
/// filled anew, so that a refresh moves nothing.
class FactList : public QWidget {
    Q_OBJECT
public:
    explicit FactList(QWidget *parent = nullptr);
    /// Facts without a value are left out.
    void setFacts(const QList<std::pair<QString, QString>> &facts);

private:
    QGridLayout *m_grid;
    QList<std::pair<QLabel *, QLabel *>> m_rows;
};

} // namespace desk
