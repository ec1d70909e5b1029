// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/listcombo.h"

#include <QComboBox>

#include <algorithm>

namespace desk {

void fillList(QComboBox *box, const QList<ListItem> &items, const QString &prompt)
{
    box->clear();
    for (const ListItem &item : items)
        box->addItem(item.label, item.code);
    box->setMaxVisibleItems(12);
    box->setPlaceholderText(prompt);
    box->setCurrentIndex(-1);
}

void chooseCode(QComboBox *box, const QString &code)
{
    box->setCurrentIndex(code.isEmpty() ? -1 : box->findData(code));
}

bool needsText(const QComboBox *box, const QList<ListItem> &items)
{
    const QString code = box->currentData().toString();
    return std::any_of(items.cbegin(), items.cend(),
                       [&code](const ListItem &item) { return item.code == code && item.needsText; });
}

} // namespace desk
