// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/historycard.h"

#include "ui/common/build.h"
#include "ui/common/format.h"
#include "ui/common/operationwords.h"
#include "ui/theme/theme.h"

#include <QGridLayout>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int columns = 4;

QString counted(qsizetype n, const QString &one, const QString &many)
{
    return u"%1 %2"_s.arg(n).arg(n == 1 ? one : many);
}

QString nameOf(const QString &name, const QString &login)
{
    return name.isEmpty() ? login : name;
}

} // namespace

HistoryCard::HistoryCard(QWidget *parent) : Section(u"historyCard"_s, parent), m_grid(new QGridLayout)
{
    setTitle(tr("Historique"));
    setAlwaysFoldable();
    m_grid->setContentsMargins(16, 0, 0, 0);
    m_grid->setHorizontalSpacing(14);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(2, 1);
    body()->addLayout(m_grid);
    connect(this, &Section::foldedChanged, this, [this](bool folded) {
        if (!folded)
            showEntries();
    });
}

void HistoryCard::setFile(const CallerFile &file, const QDateTime &now)
{
    m_file.calls = file.calls;
    m_file.operations = file.operations;
    m_file.walks = file.walks;
    m_now = now;
    setSummary(summary());
    if (!isFolded())
        showEntries();
}

QString HistoryCard::summary() const
{
    if (m_file.calls.isEmpty() && m_file.operations.isEmpty() && m_file.walks.isEmpty())
        return tr("rien encore");
    QStringList parts;
    if (!m_file.calls.isEmpty())
        parts << counted(m_file.calls.size(), tr("appel"), tr("appels"));
    if (!m_file.operations.isEmpty())
        parts << counted(m_file.operations.size(), tr("opération"), tr("opérations"));
    if (!m_file.walks.isEmpty())
        parts << counted(m_file.walks.size(), tr("script suivi"), tr("scripts suivis"));
    QString text = parts.join(u", "_s);
    const auto lastCall
        = std::max_element(m_file.calls.cbegin(), m_file.calls.cend(),
                           [](const PastCall &a, const PastCall &b) { return a.openedAt < b.openedAt; });
    if (lastCall != m_file.calls.cend()) {
        text += tr(" · dernier appel le %1").arg(shortDate(lastCall->openedAt));
        if (!lastCall->outcomeLabel.isEmpty())
            text += u" ("_s + lastCall->outcomeLabel.toLower() + u')';
    }
    return text;
}

QList<HistoryCard::Entry> HistoryCard::entries() const
{
    QList<Entry> all;
    for (const PastCall &call : m_file.calls) {
        QStringList detail;
        for (const QString &part : {call.outcomeLabel, call.note.simplified()}) {
            if (!part.isEmpty())
                detail << part;
        }
        all << Entry{call.openedAt, call.closedAt.isValid() ? tr("Appel") : tr("Appel en cours"), detail.join(u" – "_s),
                     nameOf(call.agentName, call.agent)};
    }
    for (const PastOperation &operation : m_file.operations) {
        QStringList detail;
        if (!operation.identifiant.isEmpty())
            detail << operation.identifiant;
        if (operation.ticket > 0)
            detail << ticketNumber(TicketNumber(operation.ticket));
        if (!operation.reasonLabel.isEmpty())
            detail << operation.reasonLabel;
        if (!operation.reasonText.isEmpty())
            detail << operation.reasonText;
        all << Entry{operation.at, operationLabel(operation.kind), detail.join(u" · "_s),
                     nameOf(operation.actorName, operation.actor)};
    }
    for (const PastWalk &walk : m_file.walks)
        all << Entry{walk.endedAt, tr("Script suivi"), walk.title, walk.agent};
    std::stable_sort(all.begin(), all.end(), [](const Entry &a, const Entry &b) { return a.at > b.at; });
    return all;
}

void HistoryCard::showEntries()
{
    const QList<Entry> all = entries();
    static const char *const roles[columns] = {"secondary", nullptr, "secondary", "small"};
    while (m_cells.size() < all.size() * columns) {
        const int column = int(m_cells.size()) % columns;
        auto *cell = makeLabel(nullptr, this, {}, LabelFlag::Selectable);
        cell->setWordWrap(column == 2);
        if (roles[column])
            cell->setProperty("role", QString::fromLatin1(roles[column]));
        m_grid->addWidget(cell, int(m_cells.size()) / columns, column, Qt::AlignTop);
        m_cells << cell;
    }
    for (qsizetype i = 0; i < m_cells.size(); ++i) {
        const qsizetype row = i / columns;
        m_cells.at(i)->setVisible(row < all.size());
        if (row >= all.size())
            continue;
        const Entry &entry = all.at(row);
        const QString texts[columns] = {whenText(entry.at, m_now), entry.what, entry.detail, entry.who};
        m_cells.at(i)->setText(texts[i % columns]);
    }
}

} // namespace desk
