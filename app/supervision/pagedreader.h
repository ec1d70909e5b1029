// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/paging.h"
#include "app/supervision/reader.h"

#include <algorithm>

namespace desk {

/// A list of oversight that is read page by page: reading again asks for what is shown, up to `most` rows; reading more
/// asks for the page behind it. GUI thread.
template <class Page, class Row> class PagedReader {
public:
    static constexpr int pageRows = 100;
    using Ask = std::function<QFuture<Result<Page>>(qint64 before, int limit)>;

    PagedReader(SessionService &session, int most, Ask ask, QObject *parent)
        : m_most(most),
          m_page(new Reader<Page>(
              session, QStringLiteral("page"), [this, ask = std::move(ask)] { return ask(m_before, m_limit); }, parent))
    {
    }
    Q_DISABLE_COPY_MOVE(PagedReader)

    [[nodiscard]] Reader<Page> *reader() const { return m_page; }
    [[nodiscard]] const Page &page() const { return m_page->value(); } ///< the one that came last
    [[nodiscard]] bool isKnown() const { return m_page->hasValue(); }
    [[nodiscard]] const QList<Row> &rows() const { return m_rows.rows(); }
    [[nodiscard]] bool hasMore() const { return m_rows.hasMore(); }

    void read() { ask(0, std::clamp(int(rows().size()), pageRows, m_most)); }
    void readMore() { ask(m_rows.last(), pageRows); }
    void clear()
    {
        m_rows.clear();
        m_page->reset();
    }
    /// Takes what has come, if anything has; `more(limit)` says whether there is another page behind it.
    template <class More> bool take(QList<Row> Page::*rows, More more)
    {
        if (m_page->isReading() || !m_page->hasValue() || m_page->error())
            return false;
        m_rows.add(m_before, page().*rows, more(m_limit));
        return true;
    }

private:
    void ask(qint64 before, int limit)
    {
        if (m_page->isReading())
            return;
        m_before = before;
        m_limit = limit;
        m_page->read();
    }

    int m_most;
    qint64 m_before = 0; ///< of the question under way
    int m_limit = pageRows;
    PagedRows<Row> m_rows;
    Reader<Page> *m_page;
};

} // namespace desk
