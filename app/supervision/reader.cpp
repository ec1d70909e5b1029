// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/supervision/reader.h"

namespace desk {

ReaderBase::ReaderBase(SessionService &session, QObject *parent) : QObject(parent), m_session(session)
{
}

void ReaderBase::begin()
{
    ++m_request;
    m_reading = true;
    m_again = false;
    Q_EMIT changed();
}

void ReaderBase::end(bool ok, const Error &error)
{
    m_reading = m_again = false;
    m_failed = !ok;
    m_error = error;
    m_hasValue = m_hasValue || ok;
    Q_EMIT changed();
}

void ReaderBase::drop()
{
    ++m_request;
    m_reading = m_again = m_hasValue = m_failed = false;
    Q_EMIT changed();
}

} // namespace desk
