// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"
#include "ui/casefile/section.h"

class QLineEdit;
class QTableView;

namespace desk {

class EstablishmentsFilter;
class EstablishmentsModel;

/// Where an account may act: a list to filter and sort; Enter or a double click opens the establishment.
class EstablishmentsCard : public Section {
    Q_OBJECT
public:
    explicit EstablishmentsCard(QWidget *parent = nullptr);
    void setFile(const CallerFile &file, bool another);

Q_SIGNALS:
    void openWanted(const QString &siret);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void openCurrent();
    void copyCurrent();
    void showCount();

    EstablishmentsModel *m_model;
    EstablishmentsFilter *m_proxy;
    QLineEdit *m_filter;
    QTableView *m_table;
};

} // namespace desk
