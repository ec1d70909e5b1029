// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/noticespage.h"

#include "app/core/desktime.h"
#include "app/local/localstore.h"
#include "app/operations/operation.h"
#include "app/supervision/supervisionkind.h"
#include "ui/common/banner.h"
#include "ui/common/build.h"
#include "ui/common/card.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/sheets/draftkeeper.h"
#include "ui/supervision/inplaceoperation.h"
#include "ui/supervision/linelist.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDesktopServices>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QUrl>
#include <QVariant>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int formWidth = 420;
constexpr qsizetype longest = 500;

/// What is typed is the desk's time, whatever the zone of this machine.
QDateTime typedTime(const QDateTimeEdit *edit)
{
    return QDateTime(edit->date(), edit->time(), deskTimeZone()).toUTC();
}

bool isOver(const PostedNotice &notice, const QDateTime &now)
{
    return notice.endedAt.isValid() || (notice.until.isValid() && notice.until <= now);
}

LineCell stateOf(const PostedNotice &notice, const QDateTime &now)
{
    if (isOver(notice, now))
        return {NoticesPage::tr("terminé"), 2, Tone::Muted};
    if (notice.from.isValid() && notice.from > now)
        return {NoticesPage::tr("◷ à venir"), 1, Tone::Info};
    return {NoticesPage::tr("● en vigueur"), 0, Tone::Ok};
}

/// Only web addresses are opened, and only when one asks for it.
bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

} // namespace

NoticesPage::NoticesPage(const UiServices &services, QWidget *parent)
    : SupervisionPage(services, tr("Avis"), parent), m_notices(new Reader<QList<PostedNotice>>(
                                                         services.session, u"page"_s,
                                                         [&services = services.session, &store = services.supervision] {
                                                             return store.notices(services.info().supervisor);
                                                         },
                                                         this)),
      m_list(new LineList(services.settings,
                          {.name = u"noticesTable"_s,
                           .title = tr("Avis"),
                           .columns = {{tr("État"), 112},
                                       {tr("Nature"), 92},
                                       {tr("Texte")},
                                       {tr("Depuis"), 104},
                                       {tr("Jusqu’à"), 112},
                                       {tr("Par"), 120}},
                           .nothing = tr("Aucun avis en vigueur.")},
                          this)),
      m_whole(named(makeLabel(nullptr, this, {}, LabelFlag::WrapsSelectable), u"noticeText"_s)),
      m_link(makeButton(tr("Ouvrir le lien"), {.kind = ButtonKind::Quiet, .name = u"noticeLink"_s}, this)),
      m_end(makeButton(tr("Retirer cet avis"), {.name = u"noticeEnd"_s, .enter = true}, this, &NoticesPage::end)),
      m_post(makeButton(tr("Publier"), {.kind = ButtonKind::Primary, .name = u"noticePost"_s, .enter = true}, this,
                        &NoticesPage::post)),
      m_form(new Card(tr("Nouvel avis"), this)), m_kind(named(new QComboBox(m_form), u"noticeKind"_s)),
      m_text(named(new QPlainTextEdit(m_form), u"noticeNewText"_s)),
      m_address(named(new QLineEdit(m_form), u"noticeNewLink"_s)), m_textField(new Field(tr("Texte"), m_text, m_form)),
      m_addressField(new Field(tr("Lien (facultatif)"), m_address, m_form)), m_untilField(nullptr),
      m_later(named(new QCheckBox(tr("Commence plus tard"), m_form), u"noticeLater"_s)),
      m_ends(named(new QCheckBox(tr("Se termine seul"), m_form), u"noticeEnds"_s)),
      m_from(named(new QDateTimeEdit(m_form), u"noticeFrom"_s)),
      m_until(named(new QDateTimeEdit(m_form), u"noticeUntil"_s)), m_preview(Banner::inset(m_form, u"noticePreview"_s)),
      m_banner(Banner::inset(this, u"noticeMessage"_s)), m_operation(new InPlaceOperation(services, m_banner, this))
{
    setObjectName(u"noticesPage"_s);
    follow(m_notices);
    titleRow()->addStretch();
    auto *left = new QVBoxLayout;
    left->setSpacing(10);
    auto *row = makeRow(12, {{left, 1}});
    buildList();
    auto *list = new Card({}, this);
    list->body()->addWidget(m_list, 1);
    left->addWidget(list, 1);
    auto *whole = new Card({}, this);
    addCells(whole->body(), {m_whole, makeRow(usualSpacing, {m_link, spring(), m_end})});
    addCells(left, {whole, m_banner});
    buildForm();
    row->addWidget(m_form, 0, Qt::AlignTop);
    body()->addLayout(row, 1);
    connect(&services.session, &SessionService::pulsed, this, [this](const Pulse &pulse) {
        if (isVisible() && m_notices->hasValue() && pulse.notices.size() != property("seen").toInt()) {
            setProperty("seen", int(pulse.notices.size()));
            read();
        }
    });
    connect(m_operation, &InPlaceOperation::done, this,
            [this](const OperationOutcome &outcome) { afterDone(outcome.kind, outcome.at); });
    connect(m_operation, &InPlaceOperation::busyChanged, this, [this](bool busy) {
        m_post->setEnabled(!busy);
        m_end->setEnabled(!busy);
    });
}

void NoticesPage::buildList()
{
    connect(m_list, &LineList::currentChanged, this, &NoticesPage::showCurrent);
    connect(m_link, &QPushButton::clicked, this, [this] {
        if (const PostedNotice *notice = current(); notice && isWebAddress(notice->link))
            QDesktopServices::openUrl(QUrl(notice->link));
    });
}

void NoticesPage::buildForm()
{
    m_form->setFixedWidth(formWidth);
    m_kind->addItem(tr("Incident"), u"incident"_s);
    m_kind->addItem(tr("Annonce"), u"annonce"_s);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(84);
    m_textField->setHint(tr("%1 caractères au plus ; texte simple, lu tel quel par tous les agents.").arg(longest));
    m_address->setPlaceholderText(u"https://"_s);
    const QDateTime start = deskTime(now());
    auto *fields = m_form->body();
    fields->setSpacing(9);
    addCells(fields, {new Field(tr("Nature"), m_kind, m_form), m_textField, m_addressField});
    for (const auto &[box, edit, ahead] : {std::tuple{m_later, m_from, 3600}, {m_ends, m_until, 4 * 3600}}) {
        edit->setDisplayFormat(u"dd/MM/yyyy HH:mm"_s);
        edit->setTimeSpec(Qt::LocalTime);
        edit->setDate(start.addSecs(ahead).date());
        edit->setTime(QTime(start.addSecs(ahead).time().hour(), 0));
        edit->setAccessibleName(box->text());
        edit->setEnabled(false);
        auto *line = makeRow(usualSpacing, {{box, 1}, edit});
        fields->addLayout(line);
        connect(box, &QCheckBox::toggled, edit, &QWidget::setEnabled);
        connect(box, &QCheckBox::toggled, this, &NoticesPage::showPreview);
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &NoticesPage::showPreview);
    }
    auto *caption = makeLabel("cardTitle", m_form, tr("Ce que les agents verront"));
    addCells(fields, {caption, m_preview, {m_post, 0, Qt::AlignRight}});
    connect(m_kind, &QComboBox::currentIndexChanged, this, &NoticesPage::showPreview);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_textField->setError({});
        if (m_draft)
            m_draft->keep(typedText(m_text));
        showPreview();
    });
    connect(m_address, &QLineEdit::textChanged, this, [this] { m_addressField->setError({}); });
    showPreview();
}

bool NoticesPage::isSupervisor() const
{
    return services().session.info().supervisor;
}

void NoticesPage::read()
{
    m_form->setVisible(isSupervisor());
    m_list->table()->setColumnHidden(0, !isSupervisor());
    if (!m_draft && isSupervisor()) {
        m_draft = new DraftKeeper(services().local, u"notice/new"_s, this);
        m_draft->restore([this](const QString &text) { m_text->setPlainText(text); });
    }
    m_notices->read();
}

void NoticesPage::takeKeyboard()
{
    m_list->table()->setFocus(Qt::OtherFocusReason);
}

const PostedNotice *NoticesPage::current() const
{
    return m_list->current(m_notices->value());
}

void NoticesPage::onRead()
{
    if (!m_notices->hasValue())
        return;
    m_list->showRows(m_notices->value(), [this](const PostedNotice &notice) {
        const bool incident = notice.kind == NoticeKind::Incident;
        return Line{QString::number(notice.id),
                    {},
                    {stateOf(notice, now()),
                     {incident ? tr("Incident") : tr("Annonce"), {}, incident ? Tone::Warn : Tone::Info},
                     {notice.text, {}, {}, true},
                     {whenText(notice.from, now())},
                     {notice.endedAt.isValid()     ? whenText(notice.endedAt, now())
                          : notice.until.isValid() ? whenText(notice.until, now())
                                                   : tr("sans fin")},
                     {notice.postedByName}}};
    });
}

void NoticesPage::showCurrent()
{
    const PostedNotice *notice = current();
    m_whole->parentWidget()->setVisible(notice);
    if (!notice)
        return;
    m_whole->setText(notice->text);
    m_link->setHidden(!isWebAddress(notice->link));
    m_link->setToolTip(notice->link);
    m_end->setVisible(isSupervisor() && !isOver(*notice, now()));
}

void NoticesPage::showPreview()
{
    const QString text = typedText(m_text).trimmed();
    const bool incident = m_kind->currentIndex() == 0;
    m_preview->set(incident ? Tone::Warn : Tone::Info, incident ? tr("Incident") : tr("Annonce"),
                   text.isEmpty() ? tr("Votre texte apparaîtra ici.") : text,
                   m_ends->isChecked() ? tr("jusqu’à %1").arg(whenText(typedTime(m_until), now())) : QString());
}

void NoticesPage::post()
{
    const QString text = typedText(m_text).trimmed();
    if (text.isEmpty() || text.size() > longest) {
        m_textField->setError(text.isEmpty() ? tr("Écrivez ce que les agents doivent savoir.")
                                             : tr("Le texte compte %1 caractères de trop.").arg(text.size() - longest));
        m_text->setFocus(Qt::OtherFocusReason);
        return;
    }
    const QString link = m_address->text().trimmed();
    if (!link.isEmpty() && !isWebAddress(link)) {
        m_addressField->setError(tr("Une adresse complète est attendue, par exemple https://exemple.fr."));
        m_address->setFocus(Qt::OtherFocusReason);
        return;
    }
    const QDateTime from = m_later->isChecked() ? typedTime(m_from) : now();
    if (m_ends->isChecked() && typedTime(m_until) <= from) {
        m_banner->set(Tone::Error, tr("Période"), tr("La fin doit venir après le début. Rien n’a été publié."));
        m_until->setFocus(Qt::OtherFocusReason);
        return;
    }
    QJsonObject params{{u"text"_s, text}, {u"kind"_s, m_kind->currentData().toString()}};
    if (m_later->isChecked())
        params.insert("from"_L1, from.toString(Qt::ISODate));
    if (m_ends->isChecked())
        params.insert("until"_L1, typedTime(m_until).toString(Qt::ISODate));
    if (!link.isEmpty())
        params.insert("link"_L1, link);
    m_operation->submit(SupervisionKind::PostNotice, params);
}

void NoticesPage::end()
{
    if (const PostedNotice *notice = current())
        m_operation->submit(SupervisionKind::EndNotice, {{u"notice"_s, notice->id}});
}

void NoticesPage::afterDone(const QString &kind, const QDateTime &at)
{
    if (kind == SupervisionKind::PostNotice) {
        m_text->clear();
        m_address->clear();
        m_later->setChecked(false);
        m_ends->setChecked(false);
        if (m_draft)
            m_draft->forget();
    }
    m_banner->set(Tone::Ok, u"✓"_s,
                  kind == SupervisionKind::PostNotice
                      ? tr("Avis publié à %1 : chaque console le montre dans les deux secondes.").arg(shortTime(at))
                      : tr("Avis retiré à %1.").arg(shortTime(at)));
    read();
    services().session.pulseNow();
}

} // namespace desk
