// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace desk {

// The facts a script may name: a closed list (resources/scripts/README.md, "Facts"), each with the values it can have,
// whose fact it is, and how its evidence reads. A fact is a pure function of the caller's file, the caller's account,
// and the server's time.

enum class FactSubject { Establishment, Account, Habilitation };

enum class Fact {
    EstablishmentKnown,
    Registration,
    AccountExists,
    AccountProfile,
    EverLoggedIn,
    Locked,
    SecretsSet,
    PasswordState,
    SelfService,
    HabilitationState,
    HabilitationRecent,
    OtherAccount,
    BeingDeleted,
    Disabled,
    ReferentAddress,
    IdentifiantMail,
    PasswordMail,
    ConfirmationMail,
    OtherExtranet,
    Contract,
    LatestDap,
    TicketHabilitation,
    TicketFiche,
    TicketAutorisation,
    TicketIndemnisation,
    TicketCertificat,
    TicketAutres,
    Incident,
    CallerChecked,
    EstablishmentChecked,
    ApprovalWaiting
};

struct FactChoice {
    QLatin1StringView code; ///< as written in a script
    QStringView label; ///< French, for an answer and the path
};

struct FactInfo {
    Fact fact;
    QLatin1StringView id; ///< as written in a script, e.g. "compte.verrouille"
    FactSubject subject;
    QStringView meaning; ///< French, one line, for authors
    QStringView question; ///< what the agent asks or looks up when the database cannot tell
    QList<FactChoice> choices;

    [[nodiscard]] int indexOf(const QString &code) const; ///< -1: not a value of this fact
};

/// What facts are evaluated from. The pointers may be null (no file open, no account picked) and must outlive the call.
struct FactContext {
    const CallerFile *file = nullptr;
    const Account *account = nullptr;
    QDateTime now; ///< UTC, server
    QHash<QString, QString> settings; ///< of the session, by name

    /// The establishment of the file, or nullptr when it is not an establishment's.
    [[nodiscard]] const Establishment *establishment() const;
};

[[nodiscard]] const QList<FactInfo> &allFacts(); ///< in the order of the enum
[[nodiscard]] const FactInfo &factInfo(Fact fact);
[[nodiscard]] std::optional<Fact> factFromId(const QString &id);

/// Index into the fact's choices, or -1 when the file cannot tell, or the database could not read that part of it: the
/// check then becomes a question.
[[nodiscard]] int factValue(Fact fact, const FactContext &context);
/// A French sentence, no full stop: "verrou posé à 14:02, levée automatique à 14:32". Says why when the value is not
/// known.
[[nodiscard]] QString factEvidence(Fact fact, const FactContext &context);

} // namespace desk
