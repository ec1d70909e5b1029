// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/filtereditor.h"

#include "app/core/siret.h"
#include "app/tickets/urgency.h"
#include "ui/common/build.h"
#include "ui/common/commands.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QRadioButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVariant>

#include <functional>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int marksInARow = 4, mostShownMarks = 16, mostDays = 3650;

} // namespace

FilterEditor::FilterEditor(QWidget *parent)
    : QFrame(parent), m_title(makeLabel("cardTitle", this)), m_column(new QVBoxLayout(this))
{
    setObjectName(u"filterEditor"_s);
    setRole(this, "card");
    QPushButton *done = makeButton(tr("Fermer"), ButtonKind::Quiet, this, commandKeys(Command::Close));
    done->setObjectName(u"filterDone"_s);
    done->setProperty("small", true);
    auto *heading = makeRow(usualSpacing, {m_title, spring(), done});
    m_column->setContentsMargins(14, 6, 10, 8);
    m_column->setSpacing(4);
    m_column->addLayout(heading);
    m_typed.setSingleShot(true);
    m_typed.setInterval(300ms);
    connect(&m_typed, &QTimer::timeout, this, &FilterEditor::takeText);
    connect(done, &QPushButton::clicked, this, &FilterEditor::close);
    hide();
}

void FilterEditor::close()
{
    if (m_typed.isActive()) {
        m_typed.stop();
        takeText();
    }
    hide();
    Q_EMIT closed();
}

void FilterEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        close();
    else
        QFrame::keyPressEvent(event);
}

void FilterEditor::edit(FilterPart part, const TicketFilter &filter, const SessionInfo &info)
{
    m_part = part;
    m_filter = filter;
    m_info = info;
    build();
    show();
    if (QWidget *first = m_body->nextInFocusChain(); m_body->isAncestorOf(first))
        first->setFocus(Qt::OtherFocusReason);
}

void FilterEditor::setAgents(const QList<DeskAgent> &agents)
{
    m_agents = agents;
    if (m_part == FilterPart::Agent && isVisible())
        build();
}

void FilterEditor::clear()
{
    m_typed.stop();
    m_marks.clear();
    m_text = nullptr;
    delete m_body;
    m_body = new QWidget(this);
    m_column->addWidget(m_body);
}

void FilterEditor::build()
{
    clear();
    m_title->setText(filterPartLabel(m_part));
    switch (m_part) {
    case FilterPart::Agent: {
        QList<ListItem> choices{{u"@me"_s, tr("Moi")}, {QString(), tr("Personne")}};
        for (const DeskAgent &agent : m_agents)
            choices << ListItem{agent.login, agent.login};
        for (const QString &login : std::as_const(m_filter.owners)) {
            const bool listed = std::any_of(choices.cbegin(), choices.cend(),
                                            [&login](const ListItem &item) { return item.code == login; });
            if (!listed)
                choices << ListItem{login, login};
        }
        buildList(choices);
        break;
    }
    case FilterPart::Department:
        buildText(tr("31, 32, 82, 2A, 974 ; « inconnu » pour les demandes sans département"),
                  departmentsText(m_filter.departments));
        break;
    case FilterPart::Siret:
        buildText(tr("le SIRET ou ses premiers chiffres"), m_filter.siret);
        break;
    case FilterPart::Establishment:
        buildText(tr("un ou plusieurs débuts de mots, sans souci des accents"), m_filter.establishment);
        break;
    case FilterPart::Requester:
        buildText(tr("un nom ou une adresse"), m_filter.requester);
        break;
    case FilterPart::Age:
        buildHours();
        break;
    case FilterPart::Due:
        buildDue();
        break;
    case FilterPart::Scope:
        buildScope();
        break;
    case FilterPart::Twins: // nothing to choose: the bar sets it
        break;
    default:
        buildList(filterChoices(m_part, m_info));
        break;
    }
}

void FilterEditor::buildList(const QList<ListItem> &choices)
{
    auto *inner = new QWidget;
    setRole(inner, "page");
    auto *grid = new QGridLayout(inner);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(18);
    grid->setVerticalSpacing(0);
    const QStringList chosen = filterList(m_part, m_filter);
    for (const ListItem &item : choices) {
        auto *mark = new QCheckBox(item.label, inner);
        mark->setProperty("code", item.code);
        mark->setChecked(chosen.contains(item.code));
        connect(mark, &QCheckBox::toggled, this, &FilterEditor::takeList);
        grid->addWidget(mark, int(m_marks.size()) / marksInARow, int(m_marks.size()) % marksInARow);
        m_marks << mark;
    }
    grid->setColumnStretch(marksInARow, 1);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    if (choices.size() <= mostShownMarks) {
        column->addWidget(inner);
        return;
    }
    auto *area = new QScrollArea(m_body);
    area->setWidgetResizable(true);
    area->setWidget(inner);
    area->setFixedHeight(mostShownMarks / marksInARow * 26);
    column->addWidget(area);
}

void FilterEditor::takeList()
{
    QStringList codes;
    for (const QCheckBox *mark : std::as_const(m_marks)) {
        if (mark->isChecked())
            codes << mark->property("code").toString();
    }
    setFilterList(m_part, m_filter, codes);
    Q_EMIT edited(m_filter);
}

void FilterEditor::buildText(const QString &hint, const QString &text)
{
    m_text = new QLineEdit(text, m_body);
    m_text->setObjectName(u"filterText"_s);
    m_text->setAccessibleName(filterPartLabel(m_part));
    m_text->setMaxLength(200);
    m_text->setFixedWidth(260);
    m_text->setClearButtonEnabled(true);
    auto *about = makeLabel("small", m_body, hint);
    makeRow(m_body, usualSpacing, {m_text, {about, 1}});
    connect(m_text, &QLineEdit::textEdited, this, [this] { m_typed.start(); });
}

void FilterEditor::takeText()
{
    if (!m_text)
        return;
    const QString text = m_text->text().simplified();
    if (m_part == FilterPart::Department)
        m_filter.departments = departmentsFromText(text);
    else if (m_part == FilterPart::Siret)
        m_filter.siret = Siret::compact(text);
    else if (m_part == FilterPart::Establishment)
        m_filter.establishment = text;
    else
        m_filter.requester = text;
    Q_EMIT edited(m_filter);
}

void FilterEditor::buildHours()
{
    auto *row = makeRow(m_body, 8, {});
    const std::pair<QString, int TicketFilter::*> bounds[]
        = {{tr("Reçue il y a plus de"), &TicketFilter::ageFrom}, {tr("et moins de"), &TicketFilter::ageTo}};
    for (const auto &[label, bound] : bounds) {
        auto *words = new QLabel(label, m_body);
        auto *days = new QSpinBox(m_body);
        days->setRange(0, mostDays);
        days->setSpecialValueText(tr("sans limite"));
        days->setSuffix(tr(" h"));
        days->setRange(0, mostDays * 24);
        days->setSingleStep(24);
        days->setFixedWidth(120);
        days->setValue(m_filter.*bound);
        days->setAccessibleName(label);
        days->setKeyboardTracking(false);
        words->setBuddy(days);
        connect(days, &QSpinBox::valueChanged, this, [this, bound](int value) {
            m_filter.*bound = value;
            Q_EMIT edited(m_filter);
        });
        addCells(row, {words, days});
    }
    row->addStretch();
}

void FilterEditor::addExclusive(const QList<QString> &labels, int chosen, const std::function<void(int)> &choose)
{
    auto *row = makeRow(m_body, 18, {});
    for (int i = 0; i < labels.size(); ++i) {
        auto *button = new QRadioButton(labels.at(i), m_body);
        button->setChecked(i == chosen);
        connect(button, &QRadioButton::toggled, this, [this, i, choose](bool on) {
            if (!on)
                return;
            choose(i);
            Q_EMIT edited(m_filter);
        });
        row->addWidget(button);
    }
    row->addStretch();
}

void FilterEditor::buildDue()
{
    addExclusive({tr("Toutes"), tr("En retard"), tr("À rendre dans %1 h").arg(dueWarningHours(m_info.settings))}, int(m_filter.due),
                 [this](int choice) { m_filter.due = TicketFilter::Due(choice); });
}

void FilterEditor::buildScope()
{
    addExclusive({tr("Ouvertes"), tr("Closes"), tr("Ouvertes et closes")}, int(m_filter.scope), [this](int choice) {
        m_filter.scope = TicketFilter::Scope(choice);
        m_filter.closedWithin = 0;
    });
}

} // namespace desk
