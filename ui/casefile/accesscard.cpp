// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/accesscard.h"

#include "app/operations/operation.h"
#include "ui/common/build.h"
#include "ui/common/chip.h"
#include "ui/common/format.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QVariant>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

bool isReassign(const QString &kind)
{
    return kind == OperationKind::ReassignReferent;
}

/// A sentence that can be copied.
QLabel *sentence(const char *role, QWidget *parent)
{
    return makeLabel(role, parent, {}, LabelFlag::WrapsSelectable);
}

} // namespace

AccessCard::AccessCard(QWidget *parent)
    : QFrame(parent), m_resultBox(new QWidget(this)),
      m_result(named(sentence("strong", m_resultBox), u"accessResult"_s)),
      m_tell(named(sentence("tell", m_resultBox), u"accessTell"_s)), m_all(makeColumn(this, 6, {}, {14, 8, 14, 8}))
{
    setObjectName(u"accessCard"_s);
    setRole(this, "card");
    makeColumn(m_resultBox, 4, {m_result, m_tell});
    m_all->addWidget(m_resultBox);
    m_resultBox->hide();
    hide();
}

AccessCard::Line &AccessCard::line(int index)
{
    if (index < m_lines.size())
        return m_lines[index];
    auto *box = new QWidget(this);
    Line line{box, new Chip(box), sentence(nullptr, box), makeButton({}, {.enter = true}, box)};
    makeRow(line.box, 8, {line.chip, {line.text, 1}, line.button});
    m_all->addWidget(line.box);
    connect(line.button, &QPushButton::clicked, this, [this, button = line.button] {
        Q_EMIT operationWanted(button->property("operation").toString(), button->property("subject").toUuid());
    });
    m_lines << line;
    return m_lines.last();
}

void AccessCard::setFile(const CallerFile &file, const QDateTime &now, bool another)
{
    if (another) {
        m_resultBox->hide();
        m_result->clear();
    }
    m_requests = file.requests;
    m_changes = file.changes;
    showLines(now);
}

void AccessCard::showLines(const QDateTime &now)
{
    m_shown = 0;
    for (const FileRequest &request : std::as_const(m_requests)) {
        if (request.expiresAt > now)
            showRequest(line(m_shown++), request, now);
    }
    for (const FileChange &change : std::as_const(m_changes)) {
        if (change.isOpen(now))
            showChange(line(m_shown++), change, now);
    }
    for (int i = 0; i < m_lines.size(); ++i)
        m_lines.at(i).box->setVisible(i < m_shown);
    showSelf();
}

void AccessCard::showRequest(Line &line, const FileRequest &request, const QDateTime &now)
{
    const QString until = untilText(request.expiresAt, now);
    const QString who = request.own ? tr("vous") : request.requestedByName;
    line.chip->set(Tone::Warn, tr("◷ Approbation attendue"));
    const QString what = isReassign(request.kind)
        ? tr("Changement de référent en attente d’approbation %1, demandé par %2").arg(until, who)
        : tr("Création de compte en attente d’approbation %1, demandée par %2").arg(until, who);
    line.text->setText(request.personName.isEmpty() ? what + u'.' : what + tr(" pour %1.").arg(request.personName));
    line.button->setText(tr("Retirer la demande"));
    line.button->setVisible(request.own);
    line.button->setProperty("operation", QString(OperationKind::ApprovalWithdraw));
    line.button->setProperty("subject", request.id);
}

void AccessCard::showChange(Line &line, const FileChange &change, const QDateTime &now)
{
    const QString at = onText(change.at, now), until = untilText(change.until, now);
    const bool objected = change.objectedAt.isValid();
    line.chip->set(objected ? Tone::Error : Tone::Info,
                   objected ? tr("✗ Opposition %1").arg(onText(change.objectedAt, now)) : tr("◷ Opposition possible"));
    QString text = isReassign(change.kind)
        ? (change.oldIdentifiant.isEmpty()
               ? tr("Référent changé %1 par %2 : %3").arg(at, change.actorName, change.newIdentifiant)
               : tr("Référent changé %1 par %2 : %3 remplace %4")
                     .arg(at, change.actorName, change.newIdentifiant, change.oldIdentifiant))
        : tr("Compte créé %1 par %2 : %3").arg(at, change.actorName, change.newIdentifiant);
    text += objected ? tr(" – un superviseur décide.") : tr(" – opposition possible %1.").arg(until);
    line.text->setText(text);
    line.button->setText(tr("Enregistrer une opposition"));
    line.button->setVisible(!objected);
    line.button->setProperty("operation", QString(OperationKind::ChangeObject));
    line.button->setProperty("subject", change.id);
}

void AccessCard::setResult(bool waiting, const QString &sentence, const QString &tell)
{
    m_result->setText(sentence);
    setStyleProperty(m_result, "tone", waiting ? QByteArray("warn") : QByteArray("ok"));
    m_tell->setText(tell.isEmpty() ? QString() : tr("À dire : %1").arg(tell));
    m_tell->setHidden(tell.isEmpty());
    m_resultBox->setVisible(!sentence.isEmpty());
    showSelf();
    QAccessibleEvent told(m_result, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void AccessCard::showSelf()
{
    setVisible(m_shown > 0 || !m_result->text().isEmpty());
}

QDateTime AccessCard::nextChange(const QDateTime &now) const
{
    QList<QDateTime> moments;
    for (const FileRequest &request : m_requests)
        moments << request.expiresAt;
    for (const FileChange &change : m_changes)
        moments << change.until;
    return nextOf(moments, now);
}

} // namespace desk
