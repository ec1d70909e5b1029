// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/queueexportmenu.h"

#include "app/core/clock.h"
#include "app/core/desktime.h"
#include "app/core/whenfinished.h"
#include "app/session/sessionservice.h"
#include "ui/common/build.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/smallparts.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>
#include <QPushButton>

namespace desk {

using namespace Qt::StringLiterals;
using State = QueueExport::State;

QueueExportMenu::QueueExportMenu(const UiServices &services, std::function<QueueSheet()> current, QWidget *parent)
    : QWidget(parent), m_services(services), m_current(std::move(current)),
      m_export(new QueueExport(services.tickets, services.session, this)),
      m_button(makeButton(tr("Exporter"), {.name = u"queueExport"_s}, this)),
      m_words(named(makeLabel("small", this), u"queueExportWords"_s)),
      m_cancel(named(new LinkButton(tr("annuler"), this), u"queueExportCancel"_s))
{
    m_cancel->setAccessibleDescription(tr("Annuler l’export"));
    auto *menu = new QMenu(m_button);
    m_csv = menu->addAction(tr("Exporter en CSV…"));
    m_pdf = menu->addAction(tr("PDF de la page…"));
    m_csv->setObjectName(u"queueExportCsv"_s);
    m_pdf->setObjectName(u"queueExportPdf"_s);
    m_button->setMenu(menu);
    makeRow(this, 6, {m_words, m_cancel, m_button});
    m_words->hide();
    m_cancel->hide();
    connect(m_csv, &QAction::triggered, this, [this] {
        askForFile(tr("Exporter en CSV"), tr("Fichiers CSV (*.csv)"), u"csv"_s, &QueueExportMenu::exportCsv);
    });
    connect(m_pdf, &QAction::triggered, this, [this] {
        askForFile(tr("PDF de la page"), tr("Fichiers PDF (*.pdf)"), u"pdf"_s, &QueueExportMenu::exportPdf);
    });
    connect(m_cancel, &LinkButton::clicked, m_export, &QueueExport::cancel);
    connect(m_export, &QueueExport::changed, this, &QueueExportMenu::onExportChanged);
}

void QueueExportMenu::askForFile(const QString &title, const QString &filter, const QString &suffix,
                                 void (QueueExportMenu::*write)(const QString &))
{
    // Not exec(): the dialog is a window like another, nothing waits for it.
    auto *dialog = new QFileDialog(this, title, {}, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(tr("demandes-%1").arg(deskTime(m_services.clock.now()).toString(u"yyyy-MM-dd"_s)) + u'.'
                       + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, write);
    dialog->open();
}

void QueueExportMenu::exportCsv(const QString &file)
{
    const QueueSheet sheet = m_current();
    m_export->start(file, sheet.filter, sheet.order,
                    queueExportWords(sheet, m_services.session.info(), m_services.clock.now()));
}

void QueueExportMenu::exportPdf(const QString &file)
{
    const PagePdf page = queuePdf(m_current(), m_services.session.info(), m_services.clock.now());
    whenFinished(writePdf(file, page), this, [this, file](const Result<Done> &written) {
        if (written)
            Q_EMIT told(tr("La page est dans %1.").arg(file));
        else
            Q_EMIT failed(unwrittenText(file));
    });
}

void QueueExportMenu::onExportChanged()
{
    const State state = m_export->state();
    const bool running = state == State::Running;
    m_words->setVisible(running);
    m_cancel->setVisible(running);
    m_csv->setEnabled(!running);
    m_words->setText(m_export->rows() == 0 ? tr("Export en cours…")
                                           : tr("Export : %1 lignes…").arg(groupedNumber(m_export->rows())));
    if (state == State::Done)
        Q_EMIT told(m_export->rows() == 1
                        ? tr("Une demande exportée dans %1. Cet export est inscrit au journal.").arg(m_export->file())
                        : tr("%1 demandes exportées dans %2. Cet export est inscrit au journal.")
                              .arg(groupedNumber(m_export->rows()), m_export->file()));
    else if (state == State::Failed)
        Q_EMIT failed(failureText());
    else if (state == State::Cancelled)
        Q_EMIT told(tr("Export annulé : aucun fichier n’a été écrit."));
}

QString QueueExportMenu::unwrittenText(const QString &file)
{
    return tr("Le fichier %1 n’a pas pu être écrit. Choisissez un autre dossier ou libérez de la place, puis "
              "recommencez.")
        .arg(file);
}

QString QueueExportMenu::failureText() const
{
    const Error error = m_export->error().value_or(Error());
    if (error.rule == "file_unwritable"_L1 || error.rule == "file_full"_L1)
        return unwrittenText(m_export->file());
    if (error.code == Error::Code::Unavailable || error.code == Error::Code::Timeout)
        return tr("La base n’a plus répondu pendant l’export : aucun fichier n’a été écrit. Recommencez quand la "
                  "connexion sera revenue.");
    return errorText(error) + u' ' + tr("Aucun fichier n’a été écrit.");
}

} // namespace desk
