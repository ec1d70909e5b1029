// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/operations/operation.h"
#include "ui/uiservices.h"

#include <QObject>

namespace desk {

class Banner;

/// One operation sent from a page, and what became of it, said in a banner of that page: sending, done, refused, answer
/// lost. One at a time.
class InPlaceOperation : public QObject {
    Q_OBJECT
public:
    InPlaceOperation(const UiServices &services, Banner *banner, QObject *parent);

    [[nodiscard]] bool isBusy() const { return !m_pending.isNull(); }
    struct Reason {
        QString code, text;
    };
    /// `subject`: told back with the answer, so that it reaches the row it was about.
    void submit(const QString &kind, const QJsonObject &params, const QString &subject = {}, const Reason &reason = {});
    /// An answer that still comes is not said any more: another subject is on screen.
    void turnAway();

Q_SIGNALS:
    void busyChanged(bool busy);
    void done(const desk::OperationOutcome &outcome, const QString &subject);
    void refused(const desk::Error &error, const QString &subject); ///< already said in the banner

private:
    void onFinished(const OperationOutcome &outcome);
    void onFailed(const QUuid &id, const Error &error);
    void onUncertain(const QUuid &id);
    void settle();

    UiServices m_services;
    Banner *m_banner;
    QUuid m_pending;
    QString m_subject;
    bool m_silent = false;
};

} // namespace desk
