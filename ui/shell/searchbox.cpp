// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/shell/searchbox.h"

#include "app/core/siret.h"
#include "app/lookup/caseservice.h"
#include "ui/common/errortext.h"
#include "ui/shell/suggestionlist.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include <chrono>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto debounce = 80ms;
constexpr int keyNeeds = 260; // width from which the shortcut is shown in the line
constexpr auto slow = 300ms; // after which a wait is said

/// Enter may open this without a suggestion: it names one file.
bool namesOneFile(const SearchTerm &term)
{
    switch (term.kind) {
    case SearchTerm::Kind::Siret:
    case SearchTerm::Kind::Phone:
    case SearchTerm::Kind::Ticket:
    case SearchTerm::Kind::Identifiant:
        return true;
    case SearchTerm::Kind::Email:
        return term.text.section(u'@', 1).contains(u'.');
    default:
        return false;
    }
}

} // namespace

SearchBox::SearchBox(CaseService &cases, QWidget *parent)
    : QWidget(parent), m_cases(cases), m_line(new QLineEdit(this)), m_icon(new QLabel(m_line)),
      m_key(new QLabel(u"Ctrl+K"_s, m_line)), m_list(new SuggestionList(this))
{
    m_line->setObjectName(u"searchLine"_s);
    m_line->setProperty("role", u"search"_s);
    m_line->setAccessibleName(tr("Rechercher un appelant"));
    m_line->setPlaceholderText(
        tr("Rechercher un appelant : SIRET, nom, courriel, identifiant, téléphone, n° de demande"));
    m_line->installEventFilter(this);
    m_icon->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_key->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_key->setProperty("role", u"key"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line);
    setFocusProxy(m_line);
    m_list->setObjectName(u"searchSuggestions"_s);

    m_debounce.setSingleShot(true);
    m_debounce.setInterval(debounce);
    m_slow.setSingleShot(true);
    m_slow.setInterval(slow);
    connect(&m_debounce, &QTimer::timeout, this, [this] { m_cases.suggest(typed()); });
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_list->setMessage(tr("Recherche…"), false);
        showList();
    });
    // Changed, not edited: what a screen reader or dictation writes suggests as well.
    connect(m_line, &QLineEdit::textChanged, this, &SearchBox::onTyped);
    connect(m_list, &SuggestionList::chosen, this, [this](const Suggestion &suggestion) { open(suggestion.key); });
    connect(&cases, &CaseService::suggestionsReady, this, &SearchBox::onSuggestions);
    connect(&cases, &CaseService::suggestionsFailed, this, &SearchBox::onFailed);
    connect(&cases, &CaseService::fileChanged, this, &SearchBox::onFileChanged);
    placeIcon();
}

QString SearchBox::typed() const
{
    return m_line->text();
}

void SearchBox::activate()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void SearchBox::onTyped()
{
    m_enterWaits = false;
    m_answeredText.clear();
    m_debounce.stop();
    m_slow.stop();
    if (typed().trimmed().isEmpty()) {
        offerRecent();
        return;
    }
    m_debounce.start();
    m_slow.start();
}

void SearchBox::onSuggestions(const QString &text, const QList<Suggestion> &suggestions)
{
    if (text != typed() || text.trimmed().isEmpty())
        return; // an older text's answer
    m_slow.stop();
    m_answeredText = text;
    m_list->setSuggestions(suggestions);
    describe(SearchTerm::recognise(text), int(suggestions.size()));
    if (m_line->hasFocus())
        showList();
    if (std::exchange(m_enterWaits, false))
        onEnter();
}

void SearchBox::onFailed(const QString &text, const Error &error)
{
    if (text != typed())
        return;
    m_slow.stop();
    m_enterWaits = false;
    m_list->setSuggestions({});
    m_list->setMessage(errorText(error), true);
    if (m_line->hasFocus())
        showList();
}

void SearchBox::describe(const SearchTerm &term, int found)
{
    if (term.kind == SearchTerm::Kind::BadSiret) {
        const qsizetype digits = term.text.size();
        const QString ask = found > 0 ? tr("Est-ce l’un de ceux-ci ?") : tr("Faites répéter le SIRET.");
        if (digits < 14)
            m_list->setMessage(tr("%1 chiffres : il en manque un. ").arg(digits) + ask, false);
        else if (digits > 14)
            m_list->setMessage(tr("%1 chiffres : il y en a un de trop. ").arg(digits) + ask, true);
        else
            m_list->setMessage(tr("Clé de contrôle fausse : un chiffre est erroné ou deux sont inversés. ") + ask,
                               true);
        return;
    }
    if (found > 0) {
        m_list->setMessage({}, false);
    } else if (term.kind == SearchTerm::Kind::Siret) {
        m_list->setMessage(tr("SIRET valide, inconnu de la base : Entrée ouvre un dossier vide qui dit quoi faire."),
                           false);
    } else {
        const QString shown = term.raw.size() > 40 ? term.raw.left(40) + u'…' : term.raw;
        m_list->setMessage(tr("Aucun résultat pour « %1 ». Essayez le SIRET, l’identifiant, ou le nom avec la ville.")
                               .arg(shown.simplified()),
                           false);
    }
}

void SearchBox::onFileChanged()
{
    const CallerFile &file = m_cases.file();
    if (m_line->hasFocus() || file.subject == CallerFile::Subject::Unknown)
        return; // somebody is typing, or should see what was asked for
    const QSignalBlocker quiet(m_line); // nobody typed this
    if (file.subject == CallerFile::Subject::Establishment)
        m_line->setText(groupedDigits(file.establishment.siret));
    else if (!file.accounts.isEmpty())
        m_line->setText(file.accounts.constFirst().identifiant);
    m_line->setCursorPosition(0);
}

void SearchBox::onEnter()
{
    if (const Suggestion *current = m_list->isVisible() ? m_list->current() : nullptr) {
        open(QString(current->key));
        return;
    }
    const SearchTerm term = SearchTerm::recognise(typed());
    const Suggestion *first = answered() ? m_list->first() : nullptr;
    if (term.kind == SearchTerm::Kind::Empty)
        return;
    // A dotted word may be an identifiant or not: once the answer is here it knows better.
    const bool exact = namesOneFile(term)
        && !(term.kind == SearchTerm::Kind::Identifiant && first && first->kind != Suggestion::Kind::Account);
    if (exact) {
        open(typed());
    } else if (!answered()) {
        m_enterWaits = true;
        if (m_debounce.isActive()) {
            m_debounce.stop();
            m_cases.suggest(typed());
        }
    } else if (first && term.kind == SearchTerm::Kind::BadSiret) {
        m_list->selectFirst(); // one of several guesses: shown, and opened by a second Enter
        showList();
    } else if (first) {
        open(QString(first->key));
    }
}

void SearchBox::open(const QString &key)
{
    m_debounce.stop();
    m_slow.stop();
    m_enterWaits = false;
    hideList();
    m_line->deselect();
    Q_EMIT opened(); // first: the page takes the keyboard, so that the answer may write the line
    m_cases.open(key);
}

void SearchBox::onEscape()
{
    if (m_list->isVisible()) {
        hideList();
    } else if (!typed().isEmpty() && m_cases.state() != CaseService::State::Open) {
        m_line->clear();
    } else {
        Q_EMIT left();
        onFileChanged();
    }
}

void SearchBox::offerRecent()
{
    m_list->setMessage({}, false);
    m_list->setSuggestions(m_cases.recent(), tr("Dossiers récents"));
    if (m_list->isBlank())
        hideList();
    else
        showList();
}

bool SearchBox::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (!m_list->isVisible() && typed().trimmed().isEmpty())
            offerRecent();
        else if (!m_list->isVisible() && !m_list->isBlank())
            showList();
        m_list->moveCurrent(key == Qt::Key_Down ? 1 : -1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        onEnter();
        return true;
    case Qt::Key_Escape:
        onEscape();
        return true;
    default:
        return false;
    }
}

bool SearchBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line)
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = !(key->modifiers() & ~Qt::KeypadModifier);
        return plain && handleKey(key->key());
    }
    case QEvent::ShortcutOverride:
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            event->accept(); // ours before any sheet's
            return true;
        }
        return false;
    case QEvent::FocusIn:
        if (typed().isEmpty())
            offerRecent();
        return false;
    case QEvent::FocusOut:
        hideList();
        return false;
    case QEvent::Resize:
        placeIcon();
        return false;
    default:
        return false;
    }
}

void SearchBox::showList()
{
    if (m_list->isBlank()) {
        hideList();
        return;
    }
    if (m_list->parentWidget() != window())
        m_list->setParent(window()); // over the pages, yet no window of its own: the keyboard stays here
    const QPoint below = m_line->mapTo(window(), QPoint(0, m_line->height() + 4));
    const int room = window()->height() - below.y() - 8;
    const int width = qMin(qMax(m_line->width(), 480), window()->width() - below.x() - 8);
    m_list->resize(width, 10);
    m_list->setGeometry(below.x(), below.y(), width, qMin(m_list->wantedHeight(), room));
    m_list->show();
    m_list->raise();
}

void SearchBox::hideList()
{
    m_list->hide();
}

void SearchBox::placeIcon()
{
    m_icon->setPixmap(linePixmap(u"search"_s, tokensFor(this).secondary, 16, devicePixelRatioF()));
    m_icon->adjustSize();
    m_icon->move(11, (m_line->height() - m_icon->height()) / 2);
    const bool room = m_line->width() >= keyNeeds;
    m_key->setVisible(room);
    m_line->setTextMargins(24, 0, room ? 64 : 4, 0);
    m_key->adjustSize();
    m_key->move(m_line->width() - m_key->width() - 9, (m_line->height() - m_key->height()) / 2);
}

void SearchBox::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_list->isVisible())
        showList();
}

void SearchBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        placeIcon();
}

} // namespace desk
