// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/journalpage.h"

#include "app/core/desktime.h"
#include "app/core/siret.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/supervision/journalcsv.h"
#include "ui/supervision/supervisiontexts.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFileDialog>
#include <QVariant>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageRows = 100;
enum Period { Today, SevenDays, ThirtyDays, Everything, Chosen };

QDateTime startOf(QDate day)
{
    return QDateTime(day, QTime(0, 0), deskTimeZone()).toUTC();
}

} // namespace

JournalPageView::JournalPageView(const UiServices &services, QWidget *parent)
    : ListPage(services, tr("Journal"), u"journal"_s,
               {.name = u"journalTable"_s,
                .title = tr("Journal"),
                .columns = {{tr("Quand"), 104},
                            {tr("Qui"), 140},
                            {tr("Quoi"), 252},
                            {tr("Établissement"), 214},
                            {tr("Identifiant"), 136},
                            {tr("Demande"), 84},
                            {tr("Détail")}},
                .nothing = tr("Rien ne correspond. Élargissez la période ou retirez un critère.")},
               parent),
      m_found(
          services.session, pageRows,
          [this, &store = services.supervision](qint64 before, int limit) {
              return store.journalPage(m_filter, before, limit);
          },
          this),
      m_chain(new Reader<JournalState>(
          services.session, u"page"_s, [&store = services.supervision] { return store.journalState(); }, this)),
      m_export(new Reader<JournalExport>(
          services.session, u"page"_s, [this, &store = services.supervision] { return store.journalExport(m_filter); },
          this)),
      m_siret(named(new QLineEdit(this), u"journalSiret"_s)),
      m_account(named(new QLineEdit(this), u"journalAccount"_s)),
      m_agent(named(new QLineEdit(this), u"journalAgent"_s)), m_siretField(new Field(tr("SIRET"), m_siret, this)),
      m_kind(named(new QComboBox(this), u"journalKind"_s)), m_period(named(new QComboBox(this), u"journalPeriod"_s)),
      m_from(named(new QDateEdit(this), u"journalFrom"_s)), m_to(named(new QDateEdit(this), u"journalTo"_s)),
      m_chainState(named(makeLabel("small", this), u"journalChain"_s)),
      m_search(makeButton(tr("Rechercher"), {.kind = ButtonKind::Primary, .name = u"journalSearch"_s, .enter = true},
                          this, &JournalPageView::search)),
      m_toFile(makeButton(tr("Exporter en CSV…"), {.name = u"journalExport"_s, .enter = true}, this,
                          &JournalPageView::askForFile))
{
    setObjectName(u"journalPage"_s);
    follow(m_found.reader());
    follow(m_chain);
    buildFilter();
    addList();
    connect(m_export, &ReaderBase::changed, this, [this] {
        m_toFile->setEnabled(!m_export->isReading());
        if (m_export->isReading()) {
            banner()->set(Tone::Info, {}, tr("Export en cours…"));
        } else if (m_export->error()) {
            banner()->set(Tone::Error, tr("Pas exporté"), errorText(*m_export->error()));
        } else if (m_export->hasValue()) {
            write(m_file, m_export->value());
        }
    });
    connect(&services.session, &SessionService::loggedIn, this, [this] {
        m_found.clear();
        m_chain->reset();
        list()->clear();
        banner()->clear();
    });
}

void JournalPageView::buildFilter()
{
    addCells(titleRow(), {spring(), m_chainState});
    m_agent->setPlaceholderText(tr("prénom.nom"));
    m_kind->addItem(tr("Tout"), QString());
    for (const QString &kind :
         {u"open_file"_s, u"reveal"_s, u"operation"_s, u"refused"_s, u"account.reset_password"_s, u"account.unlock"_s,
          u"account.create"_s, u"referent.reassign"_s, u"call.check"_s, u"approval.approve"_s, u"approval.refuse"_s,
          u"change.undo"_s, u"setting.set"_s, u"journal_search"_s, u"journal_export"_s})
        m_kind->addItem(journalKindLabel(kind), kind);
    m_kind->setMaxVisibleItems(20);
    for (const QString &label : {tr("Aujourd’hui"), tr("7 jours"), tr("30 jours"), tr("Tout"), tr("Du… au…")})
        m_period->addItem(label);
    m_period->setCurrentIndex(SevenDays);
    const QDate today = deskTime(now()).date();
    for (QDateEdit *edit : {m_from, m_to}) {
        edit->setDisplayFormat(u"dd/MM/yyyy"_s);
        edit->setCalendarPopup(true);
        edit->setMinimumDate(QDate(2020, 1, 1));
        edit->setDate(today);
    }
    auto *from = new Field(tr("Du"), m_from, this);
    auto *to = new Field(tr("Au"), m_to, this);
    auto *card = new Card({}, this);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    const std::pair<QWidget *, int> fields[] = {{m_siretField, 172},
                                                {new Field(tr("Identifiant"), m_account, this), 150},
                                                {new Field(tr("Agent"), m_agent, this), 130},
                                                {new Field(tr("Nature"), m_kind, this), 150},
                                                {new Field(tr("Période"), m_period, this), 120},
                                                {from, 116},
                                                {to, 116}};
    for (const auto &[field, width] : fields) {
        field->setFixedWidth(width);
        row->addWidget(field, 0, Qt::AlignTop);
    }
    addCells(row, {spring(), {m_search, 0, Qt::AlignBottom}, {m_toFile, 0, Qt::AlignBottom}});
    card->body()->addLayout(row);
    body()->addWidget(card);
    from->hide();
    to->hide();
    connect(m_period, &QComboBox::currentIndexChanged, this, [from, to](int period) {
        from->setVisible(period == Chosen);
        to->setVisible(period == Chosen);
    });
    for (QLineEdit *edit : {m_siret, m_account, m_agent})
        connect(edit, &QLineEdit::returnPressed, this, &JournalPageView::search);
    connect(m_siret, &QLineEdit::textChanged, this, [this] { m_siretField->setError({}); });
}

std::optional<JournalFilter> JournalPageView::typedFilter()
{
    JournalFilter filter;
    const QString siret = Siret::compact(m_siret->text());
    if (!siret.isEmpty() && !Siret::parse(siret)) {
        m_siretField->setError(tr("SIRET incomplet ou faux"));
        m_siret->setFocus(Qt::OtherFocusReason);
        return std::nullopt;
    }
    filter.siret = siret;
    filter.identifiant = m_account->text().trimmed();
    filter.agent = m_agent->text().trimmed();
    filter.kind = m_kind->currentData().toString();
    const QDate today = deskTime(now()).date();
    switch (m_period->currentIndex()) {
    case Today:
        filter.from = startOf(today);
        break;
    case SevenDays:
        filter.from = startOf(today.addDays(-6));
        break;
    case ThirtyDays:
        filter.from = startOf(today.addDays(-29));
        break;
    case Chosen:
        filter.from = startOf(std::min(m_from->date(), m_to->date()));
        filter.to = startOf(std::max(m_from->date(), m_to->date()).addDays(1));
        break;
    default:
        break;
    }
    return filter;
}

void JournalPageView::search()
{
    const auto filter = typedFilter();
    if (!filter)
        return;
    m_filter = *filter;
    m_found.clear();
    banner()->clear();
    m_found.read();
    m_chain->read();
}

void JournalPageView::read()
{
    if (m_found.reader()->isReading())
        return;
    if (!m_found.isKnown())
        return search();
    m_found.read();
    m_chain->read();
}

void JournalPageView::shown()
{
    if (!m_found.isKnown())
        read();
}

void JournalPageView::takeKeyboard()
{
    m_siret->setFocus(Qt::OtherFocusReason);
}

void JournalPageView::onRead()
{
    showState();
    if (m_found.take(&JournalPage::rows, [this](int) { return m_found.page().next > 0; }))
        list()->showRows(
            m_found.rows(), [this](const JournalRow &row) { return lineOf(row); }, m_found.hasMore());
}

Line JournalPageView::lineOf(const JournalRow &row) const
{
    const QString what = row.operationKind.isEmpty() ? journalKindLabel(row.kind) : stepLabel(row.operationKind);
    const bool refused = !row.rule.isEmpty();
    const QString place = row.denomination.isEmpty() ? groupedDigits(row.siret) : row.denomination;
    QStringList detail{refused ? refusalLabel(row.rule) : QString(), journalDetail(detailLine(row.detail), now())};
    detail.removeAll(QString());
    LineCell kind{refused ? tr("✗ %1").arg(what) : what, {}, {}, refused || !row.operationKind.isEmpty()};
    return {QString::number(row.id),
            row.siret,
            {{whenText(row.at, now())},
             {row.actorName},
             kind,
             {place},
             {row.identifiant},
             {row.ticket > 0 ? ticketNumber(TicketNumber(row.ticket)) : QString(), {}, {}, false, true},
             {detail.join(u" · "_s)}}};
}

void JournalPageView::showState()
{
    if (!m_chain->hasValue())
        return;
    const JournalState &chain = m_chain->value();
    QString text = chain.sealedRows == 0
        ? tr("Aucune ligne scellée encore")
        : tr("%1 lignes scellées jusqu’à %2").arg(groupedNumber(chain.sealedRows), whenText(chain.sealedAt, now()));
    if (chain.unsealed > 0)
        text += tr(", %1 à sceller").arg(groupedNumber(chain.unsealed));
    text = chain.firstBad > 0 ? tr("✗ Chaîne rompue à la ligne %1 : prévenez l’administrateur de la base · ")
                                    .arg(groupedNumber(chain.firstBad))
            + text
        : chain.sealedRows > 0 ? tr("✓ Chaîne intacte · ") + text
                               : text;
    m_chainState->setText(text);
    setStyleProperty(m_chainState, "role", chain.firstBad > 0 ? u"fieldError"_s : u"small"_s);
}

void JournalPageView::showCurrent()
{
    const JournalRow *row = list()->current(m_found.rows());
    if (!row)
        return showNoAbout();
    const Line line = lineOf(*row);
    showAbout({tr("n° %1").arg(groupedNumber(row->id)), deskTime(row->at).toString(u"dd/MM/yyyy HH:mm:ss"_s),
               row->actor, line.cells.at(2).text, groupedDigits(row->siret), line.cells.at(6).text},
              row->siret);
}

void JournalPageView::askForFile()
{
    const auto filter = typedFilter();
    if (!filter)
        return;
    m_filter = *filter;
    // Not exec(): the dialog is a window like another, nothing waits for it.
    auto *dialog = new QFileDialog(this, tr("Exporter le journal"), {}, tr("Fichiers CSV (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"journal-%1.csv"_s.arg(deskTime(now()).toString(u"yyyy-MM-dd"_s)));
    connect(dialog, &QFileDialog::fileSelected, this, &JournalPageView::exportTo);
    dialog->open();
}

void JournalPageView::exportTo(const QString &file)
{
    m_file = file;
    m_export->reset();
    m_export->read();
}

void JournalPageView::write(const QString &file, const JournalExport &rows)
{
    whenFinished(writeJournalCsv(file, rows), this, [this, file, rows](const Result<Done> &written) {
        if (written)
            banner()->set(Tone::Ok, u"✓"_s,
                          tr("%1 lignes exportées par %2 dans %3. Cet export est inscrit au journal.")
                              .arg(groupedNumber(rows.rows.size()), rows.exportedBy, file));
        else
            banner()->set(Tone::Error, tr("Pas exporté"),
                          tr("Le fichier %1 n’a pas pu être écrit. Choisissez un autre dossier ou libérez de la place, "
                             "puis recommencez.")
                              .arg(file));
    });
}

} // namespace desk
