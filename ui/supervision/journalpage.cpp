// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/journalpage.h"

#include "app/core/desktime.h"
#include "app/core/siret.h"
#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/common/card.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/supervision/journalcsv.h"
#include "ui/supervision/linesmodel.h"
#include "ui/supervision/linestable.h"
#include "ui/supervision/supervisiontexts.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>
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
    : SupervisionPage(services, tr("Journal"), parent),
      m_page(new Reader<JournalPage>(
          services.session, u"page"_s,
          [this, &store = services.supervision] { return store.journalPage(m_filter, m_before, pageRows); }, this)),
      m_chain(new Reader<JournalState>(
          services.session, u"page"_s, [&store = services.supervision] { return store.journalState(); }, this)),
      m_export(new Reader<JournalExport>(
          services.session, u"page"_s, [this, &store = services.supervision] { return store.journalExport(m_filter); },
          this)),
      m_model(new LinesModel(
          {tr("Quand"), tr("Qui"), tr("Quoi"), tr("Établissement"), tr("Identifiant"), tr("Demande"), tr("Détail")},
          this)),
      m_table(new LinesTable(m_model, services.settings, u"journalTable"_s, false, this)), m_siret(new QLineEdit(this)),
      m_account(new QLineEdit(this)), m_agent(new QLineEdit(this)), m_siretField(new Field(tr("SIRET"), m_siret, this)),
      m_kind(new QComboBox(this)), m_period(new QComboBox(this)), m_from(new QDateEdit(this)),
      m_to(new QDateEdit(this)), m_chainState(new QLabel(this)), m_nothing(new QLabel(this)), m_about(new QLabel(this)),
      m_search(makeButton(tr("Rechercher"), ButtonKind::Primary, this)),
      m_toFile(makeButton(tr("Exporter en CSV…"), ButtonKind::Plain, this)),
      m_open(makeButton(tr("Ouvrir le dossier"), ButtonKind::Plain, this, tr("Entrée"))), m_bar(new Card({}, this)),
      m_banner(new Banner(this))
{
    setObjectName(u"journalPage"_s);
    follow(m_page);
    follow(m_chain);
    buildFilter();
    buildTable();
    connect(m_export, &ReaderBase::changed, this, [this] {
        m_toFile->setEnabled(!m_export->isReading());
        if (m_export->isReading()) {
            m_banner->set(Tone::Info, {}, tr("Export en cours…"));
        } else if (m_export->error()) {
            m_banner->set(Tone::Error, tr("Pas exporté"), errorText(*m_export->error()));
        } else if (m_export->hasValue()) {
            write(m_file, m_export->value());
        }
    });
    connect(&services.session, &SessionService::loggedIn, this, [this] {
        m_rows.clear();
        m_page->reset();
        m_chain->reset();
        m_model->setLines({});
        m_banner->clear();
    });
}

void JournalPageView::buildFilter()
{
    m_chainState->setObjectName(u"journalChain"_s);
    m_chainState->setTextFormat(Qt::PlainText);
    m_chainState->setProperty("role", u"small"_s);
    titleRow()->addStretch();
    titleRow()->addWidget(m_chainState);
    m_siret->setObjectName(u"journalSiret"_s);
    m_account->setObjectName(u"journalAccount"_s);
    m_agent->setObjectName(u"journalAgent"_s);
    m_agent->setPlaceholderText(tr("prénom.nom"));
    m_kind->setObjectName(u"journalKind"_s);
    m_kind->addItem(tr("Tout"), QString());
    for (const QString &kind :
         {u"open_file"_s, u"reveal"_s, u"operation"_s, u"refused"_s, u"account.reset_password"_s, u"account.unlock"_s,
          u"account.create"_s, u"referent.reassign"_s, u"call.check"_s, u"approval.approve"_s, u"approval.refuse"_s,
          u"change.undo"_s, u"setting.set"_s, u"journal_search"_s, u"journal_export"_s})
        m_kind->addItem(journalKindLabel(kind), kind);
    m_kind->setMaxVisibleItems(20);
    m_period->setObjectName(u"journalPeriod"_s);
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
    m_from->setObjectName(u"journalFrom"_s);
    m_to->setObjectName(u"journalTo"_s);
    auto *from = new Field(tr("Du"), m_from, this);
    auto *to = new Field(tr("Au"), m_to, this);
    m_search->setObjectName(u"journalSearch"_s);
    m_toFile->setObjectName(u"journalExport"_s);
    for (QPushButton *button : {m_search, m_toFile})
        button->setAutoDefault(true);
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
    row->addStretch();
    row->addWidget(m_search, 0, Qt::AlignBottom);
    row->addWidget(m_toFile, 0, Qt::AlignBottom);
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
    connect(m_search, &QPushButton::clicked, this, &JournalPageView::search);
    connect(m_toFile, &QPushButton::clicked, this, &JournalPageView::askForFile);
}

void JournalPageView::buildTable()
{
    auto *card = new Card({}, this);
    m_table->setAccessibleName(tr("Journal"));
    m_table->setWidths({104, 140, 252, 214, 136, 84, 0});
    m_nothing->setProperty("role", u"secondary"_s);
    m_nothing->setText(tr("Rien ne correspond. Élargissez la période ou retirez un critère."));
    m_nothing->hide();
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(m_nothing, 1, Qt::AlignTop);
    body()->addWidget(card, 1);
    m_banner->setInset(true);
    m_banner->setObjectName(u"journalMessage"_s);
    body()->addWidget(m_banner);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    m_about->setObjectName(u"journalAbout"_s);
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_open->setObjectName(u"journalOpen"_s);
    m_open->setAutoDefault(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_about, 1);
    row->addWidget(m_open);
    m_bar->body()->addLayout(row);
    m_bar->hide();
    body()->addWidget(m_bar);
    connect(m_table, &LinesTable::currentLineChanged, this, &JournalPageView::showCurrent);
    connect(m_table, &LinesTable::openWanted, this, &SupervisionPage::openFileWanted);
    connect(m_model, &LinesModel::moreWanted, this, &JournalPageView::readMore);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const Line *line = m_table->currentLine())
            Q_EMIT openFileWanted(line->openKey);
    });
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
    m_rows.clear();
    m_page->reset();
    m_banner->clear();
    m_before = 0;
    m_page->read();
    m_chain->read();
}

void JournalPageView::read()
{
    if (m_page->isReading())
        return;
    if (!m_page->hasValue()) {
        search();
        return;
    }
    m_before = 0;
    m_page->read();
    m_chain->read();
}

void JournalPageView::shown()
{
    if (!m_page->hasValue())
        read();
}

void JournalPageView::readMore()
{
    if (m_page->isReading())
        return;
    m_before = m_rows.last();
    m_page->read();
}

void JournalPageView::takeKeyboard()
{
    m_siret->setFocus(Qt::OtherFocusReason);
}

void JournalPageView::onRead()
{
    showState();
    if (m_page->isReading() || !m_page->hasValue() || m_page->error())
        return;
    m_rows.add(m_before, m_page->value().rows, m_page->value().next > 0);
    showRows();
}

Line JournalPageView::lineOf(const JournalRow &row) const
{
    const QString what = row.operationKind.isEmpty() ? journalKindLabel(row.kind) : stepLabel(row.operationKind);
    const bool refused = !row.rule.isEmpty();
    const QString place = row.denomination.isEmpty() ? groupedDigits(row.siret) : row.denomination;
    QStringList detail{refused ? refusalLabel(row.rule) : QString(), journalDetail(detailLine(row.detail), now())};
    detail.removeAll(QString());
    Cell kind{refused ? tr("✗ %1").arg(what) : what, {}, {}, refused || !row.operationKind.isEmpty()};
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

void JournalPageView::showRows()
{
    QList<Line> lines;
    for (const JournalRow &row : m_rows.rows())
        lines << lineOf(row);
    m_model->setLines(lines);
    m_model->setHasMore(m_rows.hasMore());
    m_table->setHidden(lines.isEmpty());
    m_nothing->setVisible(lines.isEmpty());
    m_table->chooseFirst();
    showCurrent();
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
    const Line *line = m_table->currentLine();
    m_bar->setVisible(line);
    if (!line)
        return;
    const qint64 id = line->key.toLongLong();
    const auto row = std::find_if(m_rows.rows().cbegin(), m_rows.rows().cend(),
                                  [id](const JournalRow &one) { return one.id == id; });
    if (row == m_rows.rows().cend())
        return;
    QStringList parts{tr("n° %1").arg(groupedNumber(row->id)),
                      deskTime(row->at).toString(u"dd/MM/yyyy HH:mm:ss"_s),
                      row->actor,
                      line->cells.at(2).text,
                      groupedDigits(row->siret),
                      line->cells.at(6).text};
    parts.removeAll(QString());
    m_about->setText(parts.join(u" · "_s));
    setBlocked(m_open, row->siret.isEmpty() ? tr("sans établissement") : QString());
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
            m_banner->set(Tone::Ok, u"✓"_s,
                          tr("%1 lignes exportées par %2 dans %3. Cet export est inscrit au journal.")
                              .arg(groupedNumber(rows.rows.size()), rows.exportedBy, file));
        else
            m_banner->set(Tone::Error, tr("Pas exporté"),
                          tr("Le fichier %1 n’a pas pu être écrit. Choisissez un autre dossier ou libérez de la place, "
                             "puis recommencez.")
                              .arg(file));
    });
}

} // namespace desk
