// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/access/accessvalues.h"

#include "app/core/document.h"

namespace desk {

namespace {

struct RehearsalDocument {
    Rehearsal::Would would = Rehearsal::Would::Refused;
    QJsonObject result;
    QList<PlannedMail> mails;
    QString rule;
    QJsonObject params;
};
BOOST_DESCRIBE_STRUCT(RehearsalDocument, (), (would, result, mails, rule, params))

} // namespace

Result<Rehearsal> rehearsalFromDocument(const QJsonObject &document)
{
    const auto read = fromDocument<RehearsalDocument>(document);
    if (!read)
        return Failure(read.error());
    Rehearsal rehearsal{read->would, {}, read->result, read->mails};
    if (rehearsal.would == Rehearsal::Would::Refused)
        rehearsal.refusal = {Error::Code::Refused, {}, read->rule, read->params.toVariantMap()};
    return rehearsal;
}

} // namespace desk
