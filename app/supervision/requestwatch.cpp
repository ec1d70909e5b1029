// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/supervision/requestwatch.h"

#include "app/local/localstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

const QString seenKey = u"requests/seen"_s;
constexpr qsizetype remembered = 50;

bool isNews(const QString &state)
{
    return state == "approved"_L1 || state == "refused"_L1 || state == "expired"_L1;
}

bool isNews(ApprovalState state)
{
    return state == ApprovalState::Approved || state == ApprovalState::Refused || state == ApprovalState::Expired;
}

} // namespace

RequestWatch::RequestWatch(SupervisionStore &store, SessionService &session, LocalStore &local, QObject *parent)
    : QObject(parent), m_session(session), m_local(local),
      m_mine(session, u"page"_s, [&store] { return store.approvals(SupervisionStore::Approvals::Mine); })
{
    connect(&session, &SessionService::pulsed, this, &RequestWatch::onPulse);
    connect(&session, &SessionService::stateChanged, this, [this](SessionService::State state) {
        if (state != SessionService::State::LoggedOut)
            return;
        m_mine.reset();
        m_decided.clear();
        m_seen.clear();
        m_restored = false;
        m_news.clear();
        Q_EMIT newsChanged();
    });
    connect(&m_mine, &ReaderBase::changed, this, &RequestWatch::onRead);
}

void RequestWatch::onPulse(const Pulse &pulse)
{
    QSet<QUuid> decided;
    for (const OwnRequest &request : pulse.myRequests) {
        if (isNews(request.state))
            decided.insert(request.id);
    }
    if (decided == m_decided)
        return;
    m_decided = decided;
    if (m_restored)
        ask();
    else
        restoreSeen();
}

void RequestWatch::restoreSeen()
{
    whenFinished(m_local.draft(seenKey), this, [this](const Result<QString> &kept) {
        m_restored = true;
        if (kept)
            m_seen = kept->split(u' ', Qt::SkipEmptyParts);
        ask();
    });
}

void RequestWatch::ask()
{
    const bool any = std::any_of(m_decided.cbegin(), m_decided.cend(), [this](const QUuid &id) {
        return !m_seen.contains(id.toString(QUuid::WithoutBraces));
    });
    if (any)
        m_mine.read(); // the pulse only hints: who decided, and about which establishment, is read
}

void RequestWatch::onRead()
{
    if (m_mine.isReading() || m_mine.error() || !m_mine.hasValue())
        return;
    QList<ApprovalRequest> news;
    for (const ApprovalRequest &request : m_mine.value()) {
        if (isNews(request.state) && m_decided.contains(request.id)
            && !m_seen.contains(request.id.toString(QUuid::WithoutBraces)))
            news << request;
    }
    std::sort(news.begin(), news.end(),
              [](const ApprovalRequest &a, const ApprovalRequest &b) { return a.decidedAt > b.decidedAt; });
    if (news == m_news)
        return;
    m_news = news;
    Q_EMIT newsChanged();
}

void RequestWatch::putAway(const QUuid &request)
{
    const QString id = request.toString(QUuid::WithoutBraces);
    if (!m_seen.contains(id))
        m_seen << id;
    m_seen = m_seen.mid(std::max<qsizetype>(0, m_seen.size() - remembered));
    (void)m_local.saveDraft(seenKey, m_seen.join(u' '));
    const auto gone = m_news.removeIf([&request](const ApprovalRequest &one) { return one.id == request; });
    if (gone > 0)
        Q_EMIT newsChanged();
}

} // namespace desk
