// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/linelist.h"

#include "ui/common/build.h"

namespace desk {

using namespace Qt::StringLiterals;

namespace {

QStringList titles(const QList<LineList::Column> &columns)
{
    QStringList all;
    for (const LineList::Column &column : columns)
        all << column.title;
    return all;
}

QList<int> widths(const QList<LineList::Column> &columns)
{
    QList<int> all;
    for (const LineList::Column &column : columns)
        all << column.width;
    return all;
}

} // namespace

LineList::LineList(AppSettings &settings, const Look &look, QWidget *parent)
    : QWidget(parent), m_model(new LinesModel(titles(look.columns), this)),
      m_table(new LinesTable(m_model, settings, look.name, look.sortable, this)),
      m_nothing(
          named(makeWords("secondary", this, look.nothing), QString(look.name).remove("Table"_L1) + "Nothing"_L1)),
      m_choosesFirst(look.choosesFirst), m_hides(!look.nothing.isEmpty())
{
    m_table->setAccessibleName(look.title);
    m_table->setWidths(widths(look.columns));
    m_nothing->hide();
    makeColumn(this, 0, {{m_table, 1}, {m_nothing, 1, Qt::AlignTop}});
    connect(m_table, &LinesTable::currentLineChanged, this, &LineList::currentChanged);
    connect(m_table, &LinesTable::openWanted, this, &LineList::openWanted);
    connect(m_model, &LinesModel::moreWanted, this, &LineList::moreWanted);
}

void LineList::setNothing(const QString &text)
{
    m_hides = !text.isEmpty();
    m_nothing->setText(text);
}

void LineList::showLines(const QList<Line> &lines, bool hasMore, bool known)
{
    m_model->setLines(lines);
    m_model->setHasMore(hasMore);
    const bool none = lines.isEmpty() && known && m_hides;
    m_table->setHidden(none);
    m_nothing->setVisible(none);
    if (m_choosesFirst)
        m_table->chooseFirst();
    Q_EMIT currentChanged();
}

void LineList::clear()
{
    m_model->setLines({});
    m_nothing->hide();
}

void LineList::takeKeyboard()
{
    m_table->chooseFirst();
    m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace desk
