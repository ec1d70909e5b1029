// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/shell/suggestionlist.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

enum Role { IndexRole = Qt::UserRole, DetailRole, KindRole }; // IndexRole -1: a heading
constexpr int rowHeight = 30, headingHeight = 24, maxHeight = 420;

QString iconOf(Suggestion::Kind kind)
{
    switch (kind) {
    case Suggestion::Kind::Establishment:
        return u"building"_s;
    case Suggestion::Kind::Account:
        return u"person"_s;
    case Suggestion::Kind::Ticket:
        return u"ticket"_s;
    case Suggestion::Kind::Candidate:
        break;
    }
    return u"search"_s;
}

class RowDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool heading = index.data(IndexRole).toInt() < 0;
        return {100, qMax(heading ? headingHeight : rowHeight, option.fontMetrics.height() + 8)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokensFor(option.widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect row = option.rect.adjusted(4, 0, -4, 0);
        if (index.data(IndexRole).toInt() < 0) {
            painter->setFont(uiFont(option.font, 11, QFont::DemiBold));
            painter->setPen(t.secondary);
            painter->drawText(row.adjusted(8, 4, -8, 0), Qt::AlignVCenter, index.data().toString());
        } else {
            paintSuggestion(painter, option, index, row, t);
        }
        painter->restore();
    }

private:
    static void paintSuggestion(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                const QRect &row, const Tokens &t)
    {
        const bool current = option.state & QStyle::State_Selected;
        if (current || option.state & QStyle::State_MouseOver) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(current ? t.accentSoft : t.background);
            painter->drawRoundedRect(row.adjusted(0, 1, 0, -1), 5, 5);
        }
        const auto kind = static_cast<Suggestion::Kind>(index.data(KindRole).toInt());
        const QPixmap icon
            = linePixmap(iconOf(kind), current ? t.accent : t.secondary, 16, painter->device()->devicePixelRatio());
        painter->drawPixmap(row.left() + 8, row.center().y() - 7, icon);
        QRect text = row.adjusted(34, 0, -10, 0);
        const QFont strong = uiFont(option.font, 13, QFont::DemiBold);
        painter->setFont(strong);
        painter->setPen(t.text);
        const QFontMetrics metrics(strong);
        const QString title = metrics.elidedText(index.data().toString(), Qt::ElideRight, text.width() * 2 / 3);
        painter->drawText(text, Qt::AlignVCenter, title);
        text.setLeft(text.left() + metrics.horizontalAdvance(title) + 10);
        const QFont small = uiFont(option.font, 12);
        painter->setFont(small);
        painter->setPen(t.secondary);
        const QString detail
            = QFontMetrics(small).elidedText(index.data(DetailRole).toString(), Qt::ElideRight, text.width());
        painter->drawText(text, Qt::AlignVCenter, detail);
    }
};

} // namespace

SuggestionList::SuggestionList(QWidget *parent)
    : QFrame(parent), m_message(new QLabel(this)), m_list(new QListWidget(this))
{
    setObjectName(u"searchSuggestions"_s);
    setProperty("role", u"popup"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2, 4, 2, 4);
    column->setSpacing(0);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setContentsMargins(11, 5, 11, 5);
    m_message->hide();
    m_list->setAccessibleName(tr("Suggestions"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setProperty("role", u"bare"_s);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setUniformItemSizes(false);
    column->addWidget(m_message);
    column->addWidget(m_list);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) {
        if (const Suggestion *suggestion = atRow(m_list->row(item)))
            Q_EMIT chosen(Suggestion(*suggestion)); // a copy: the list may be refilled meanwhile
    });
    hide();
}

void SuggestionList::addHeading(const QString &text)
{
    auto *item = new QListWidgetItem(text, m_list);
    item->setFlags(Qt::NoItemFlags);
    item->setData(IndexRole, -1);
}

void SuggestionList::setSuggestions(const QList<Suggestion> &suggestions, const QString &heading)
{
    const QString headings[]
        = {tr("Établissements"), tr("Comptes"), tr("Demandes d’assistance"), tr("SIRET connus, à une erreur près")};
    m_suggestions = suggestions;
    if (heading.isEmpty()) {
        std::stable_sort(m_suggestions.begin(), m_suggestions.end(), [&](const Suggestion &a, const Suggestion &b) {
            const auto rank = [&](Suggestion::Kind kind) { // groups come in the order of their best member
                for (qsizetype i = 0; i < suggestions.size(); ++i) {
                    if (suggestions.at(i).kind == kind)
                        return i;
                }
                return suggestions.size();
            };
            return rank(a.kind) < rank(b.kind);
        });
    }
    m_list->clear();
    if (!heading.isEmpty() && !suggestions.isEmpty())
        addHeading(heading);
    for (int i = 0; i < count(); ++i) {
        const Suggestion &suggestion = m_suggestions.at(i);
        if (heading.isEmpty() && (i == 0 || m_suggestions.at(i - 1).kind != suggestion.kind))
            addHeading(headings[static_cast<int>(suggestion.kind)]);
        auto *item = new QListWidgetItem(suggestion.title, m_list);
        item->setData(IndexRole, i);
        item->setData(DetailRole, suggestion.detail);
        item->setData(KindRole, static_cast<int>(suggestion.kind));
        item->setData(Qt::AccessibleTextRole, QString(suggestion.title + u", "_s + suggestion.detail));
    }
    m_list->setHidden(m_suggestions.isEmpty());
}

void SuggestionList::setMessage(const QString &text, bool isError)
{
    m_message->setText(text);
    m_message->setHidden(text.isEmpty());
    setStyleProperty(m_message, "role", isError ? u"fieldError"_s : u"small"_s);
}

bool SuggestionList::isBlank() const
{
    return m_suggestions.isEmpty() && m_message->text().isEmpty();
}

const Suggestion *SuggestionList::atRow(int row) const
{
    const QListWidgetItem *item = m_list->item(row);
    const int index = item ? item->data(IndexRole).toInt() : -1;
    return index >= 0 ? &m_suggestions.at(index) : nullptr;
}

const Suggestion *SuggestionList::first() const
{
    return m_suggestions.isEmpty() ? nullptr : &m_suggestions.first();
}

const Suggestion *SuggestionList::current() const
{
    return m_list->selectedItems().isEmpty() ? nullptr : atRow(m_list->currentRow());
}

void SuggestionList::moveCurrent(int step)
{
    const int rows = m_list->count();
    int row = current() ? m_list->currentRow() : step > 0 ? -1 : rows;
    do {
        row += step;
    } while (row >= 0 && row < rows && !atRow(row));
    if (row < 0 || row >= rows) {
        m_list->clearSelection();
        m_list->setCurrentRow(-1);
        return;
    }
    m_list->setCurrentRow(row);
    if (row == 1) // keep the first group's heading in sight
        m_list->scrollToTop();
}

void SuggestionList::selectFirst()
{
    m_list->setCurrentRow(-1);
    m_list->clearSelection();
    moveCurrent(1);
}

int SuggestionList::wantedHeight() const
{
    int height = 10;
    if (!m_message->text().isEmpty())
        height += m_message->heightForWidth(width() - 6);
    for (int row = 0; row < m_list->count(); ++row)
        height += m_list->sizeHintForRow(row);
    return qMin(height, maxHeight);
}

} // namespace desk
