// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/lookup/callerfile.h"

#include "app/core/document.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

Failure refusalFrom(const QJsonObject &document)
{
    Error error;
    error.rule = document.value("rule"_L1).toString();
    error.code = error.rule == "rate_limited"_L1 ? Error::Code::TooMany : Error::Code::Refused;
    error.params = document.value("params"_L1).toObject().toVariantMap();
    return Failure(error);
}

} // namespace

const Account *CallerFile::account(AccountId id) const
{
    const auto it = std::find_if(accounts.cbegin(), accounts.cend(), [id](const Account &a) { return a.id == id; });
    return it == accounts.cend() ? nullptr : &*it;
}

const Ticket *CallerFile::ticket(TicketNumber number) const
{
    const auto it
        = std::find_if(tickets.cbegin(), tickets.cend(), [number](const Ticket &t) { return t.number == number; });
    return it == tickets.cend() ? nullptr : &*it;
}

QList<Ticket> CallerFile::twinsOf(const Ticket &ticket) const
{
    QList<Ticket> twins;
    if (ticket.siret.isEmpty() && subject == Subject::Account)
        return twins; // its establishments differ
    std::copy_if(tickets.cbegin(), tickets.cend(), std::back_inserter(twins), [&ticket](const Ticket &other) {
        return other.isOpen() && other.number != ticket.number && other.motif == ticket.motif
            && other.siret == ticket.siret;
    });
    std::sort(twins.begin(), twins.end(), [](const Ticket &a, const Ticket &b) { return a.number < b.number; });
    return twins;
}

const FileRequest *CallerFile::waiting(const QString &kind) const
{
    const auto it
        = std::find_if(requests.cbegin(), requests.cend(), [&](const FileRequest &r) { return r.kind == kind; });
    return it == requests.cend() ? nullptr : &*it;
}

bool CallerFile::callerChecked(AccountId account, const QDateTime &now) const
{
    return check.holds(now) && check.account == account;
}

Result<CallerFile> callerFileFromDocument(const QJsonObject &document)
{
    if (document.value("status"_L1).toString() == "refused"_L1)
        return refusalFrom(document);
    DocumentReading in;
    CallerFile file;
    if (!readValue(document, file, in))
        return in.failure();
    for (const QString &part : in.unread()) {
        if (!file.unread.contains(part))
            file.unread << part;
    }
    if (file.subject == CallerFile::Subject::Establishment && file.establishment.siret.isEmpty())
        return fail(Error::Code::Internal, u"establishment's file without its SIRET"_s);
    if (file.subject == CallerFile::Subject::Account && file.accounts.size() != 1)
        return fail(Error::Code::Internal, u"account's file without its account"_s);
    return file;
}

} // namespace desk
