// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/fakedesk.h"

namespace desk::test {

/// The services behind the window; masked values stay masked.
struct Desk : FakeDesk {
    Desk() { lookups.reveals.always = fail(Error::Code::NotFound); }
    /// Logs in as an agent of the demonstration.
    void logIn()
    {
        ConnectionSettings where;
        where.kind = ConnectionSettings::Kind::Private;
        session.logIn(where, {}, false);
        sessionStore.logIns.answerLast(agent());
    }
    [[nodiscard]] static SessionInfo agent()
    {
        using namespace Qt::StringLiterals;
        SessionInfo info;
        info.login = u"n.martin"_s;
        info.displayName = u"Nadia Martin"_s;
        info.schemaVersion = 10;
        info.serverTime = QDateTime::currentDateTimeUtc();
        info.callOutcomes = {{u"resolved"_s, u"Résolu pendant l’appel"_s, false},
                             {u"call_back"_s, u"À rappeler"_s, false},
                             {u"transferred"_s, u"Transmis à un autre service"_s, true},
                             {u"cut"_s, u"Appel coupé"_s, false}};
        return info;
    }
    /// A file of one establishment, whose look-up opened the call `call`.
    [[nodiscard]] static CallerFile bakery(const QUuid &call)
    {
        using namespace Qt::StringLiterals;
        CallerFile file;
        file.subject = CallerFile::Subject::Establishment;
        file.stamp = u"1"_s;
        file.serverTime = QDateTime::currentDateTimeUtc();
        file.establishment.id = EstablishmentId(1);
        file.establishment.siret = u"73282932000074"_s;
        file.establishment.denomination = u"Boulangerie du Capitole"_s;
        file.establishment.town = u"Toulouse"_s;
        file.call = CallState{call, QDateTime::currentDateTimeUtc().addSecs(-134), {}};
        return file;
    }
};

} // namespace desk::test
