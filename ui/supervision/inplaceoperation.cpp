// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/inplaceoperation.h"

#include "app/operations/operationservice.h"
#include "ui/common/banner.h"
#include "ui/common/errortext.h"

#include <QTimer>

using namespace std::chrono_literals;

namespace desk {

InPlaceOperation::InPlaceOperation(const UiServices &services, Banner *banner, QObject *parent)
    : QObject(parent), m_services(services), m_banner(banner)
{
    connect(&m_services.operations, &OperationService::finished, this, &InPlaceOperation::onFinished);
    connect(&m_services.operations, &OperationService::failed, this, &InPlaceOperation::onFailed);
    connect(&m_services.operations, &OperationService::uncertain, this, &InPlaceOperation::onUncertain);
}

void InPlaceOperation::submit(const QString &kind, const QJsonObject &params, const QString &subject,
                              const Reason &reason)
{
    if (isBusy())
        return;
    OperationRequest request;
    request.id = QUuid::createUuid();
    request.kind = kind;
    request.params = params;
    request.reason = reason.code;
    request.reasonText = reason.text;
    m_pending = request.id;
    m_subject = subject;
    m_silent = false;
    m_banner->clear();
    Q_EMIT busyChanged(true);
    QTimer::singleShot(300ms, this, [this, id = request.id] {
        if (m_pending == id && !m_silent && m_banner->text().isEmpty())
            m_banner->set(Tone::Info, {}, tr("Enregistrement en cours…"));
    });
    m_services.operations.submit(request);
}

void InPlaceOperation::turnAway()
{
    m_silent = true;
    m_banner->clear();
}

void InPlaceOperation::settle()
{
    m_pending = {};
    if (!m_silent)
        m_banner->clear();
    Q_EMIT busyChanged(false);
}

void InPlaceOperation::onFinished(const OperationOutcome &outcome)
{
    if (!isBusy() || outcome.id != m_pending)
        return;
    settle();
    Q_EMIT done(outcome, m_subject);
}

void InPlaceOperation::onFailed(const QUuid &id, const Error &error)
{
    if (!isBusy() || id != m_pending)
        return;
    settle();
    if (!m_silent)
        m_banner->set(Tone::Error, tr("Pas fait"), errorText(error));
    Q_EMIT refused(error, m_subject);
}

void InPlaceOperation::onUncertain(const QUuid &id)
{
    if (!isBusy() || id != m_pending || m_silent)
        return;
    m_banner->set(Tone::Warn, tr("Réponse perdue"),
                  tr("L’opération a peut-être été faite. La console la recherche par son numéro dès que la connexion "
                     "revient ; ne la refaites pas."));
}

} // namespace desk
