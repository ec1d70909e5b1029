// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/rulespage.h"

#include "app/operations/operation.h"
#include "app/supervision/supervisionkind.h"
#include "ui/common/banner.h"
#include "ui/common/build.h"
#include "ui/common/card.h"
#include "ui/common/field.h"
#include "ui/supervision/inplaceoperation.h"
#include "ui/supervision/settingrow.h"

#include <QJsonObject>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollArea>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int providersWidth = 340;

bool isDomain(const QString &text)
{
    static const QRegularExpression shape(u"^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$"_s);
    return text.size() <= 253 && shape.match(text).hasMatch();
}

} // namespace

RulesPage::RulesPage(const UiServices &services, QWidget *parent)
    : SupervisionPage(services, tr("Règles"), parent),
      m_sheet(new Reader<SettingsSheet>(
          services.session, u"page"_s, [&store = services.supervision] { return store.settingsPage(); }, this)),
      m_left(new QVBoxLayout), m_providers(named(new QListWidget(this), u"providers"_s)),
      m_domain(named(new QLineEdit(this), u"providerDomain"_s)),
      m_domainField(new Field(tr("Domaine à ajouter"), m_domain, this)),
      m_add(makeButton(tr("Ajouter"), {.name = u"providerAdd"_s, .enter = true}, this, &RulesPage::addProvider)),
      m_remove(
          makeButton(tr("Retirer"), {.name = u"providerRemove"_s, .enter = true}, this, &RulesPage::removeProvider)),
      m_banner(Banner::inset(this, u"providerMessage"_s)), m_operation(new InPlaceOperation(services, m_banner, this))
{
    setObjectName(u"rulesPage"_s);
    follow(m_sheet);
    auto *note = makeLabel("small", this, tr("Chaque changement vaut tout de suite et reste dans le journal."));
    addCells(titleRow(), {spring(), note});
    auto *content = new QWidget(this);
    setRole(content, "page");
    m_left->setSpacing(10);
    makeColumn(content, usualSpacing, {m_left, spring()}, {0, 0, 4, 0});
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *row = makeRow(12, {{scroll, 1}, buildProviders()});
    body()->addLayout(row, 1);
}

Card *RulesPage::buildProviders()
{
    auto *card = new Card(tr("Fournisseurs d’adresses ouverts à tous"), this);
    card->setFixedWidth(providersWidth);
    auto *words = makeWords("small", card,
                            tr("Une adresse chez l’un d’eux ne prouve rien sur l’établissement : elle ne compte "
                               "jamais comme un domaine connu."));
    m_providers->setAccessibleName(tr("Fournisseurs d’adresses ouverts à tous"));
    setRole(m_providers, "bare");
    m_domain->setPlaceholderText(u"exemple.fr"_s);
    addCells(card->body(),
             {words,
              {m_providers, 1},
              {m_remove, 0, Qt::AlignRight},
              makeRow(8, {{m_domainField, 1, Qt::AlignTop}, {m_add, 0, Qt::AlignBottom}}),
              m_banner});
    connect(m_domain, &QLineEdit::returnPressed, this, &RulesPage::addProvider);
    connect(m_domain, &QLineEdit::textChanged, this, [this] { m_domainField->setError({}); });
    connect(m_providers, &QListWidget::currentRowChanged, this, [this] { showProviders(); });
    connect(m_operation, &InPlaceOperation::done, this, [this](const OperationOutcome &, const QString &subject) {
        const bool added = subject.startsWith(u'+');
        m_banner->set(Tone::Ok, u"✓"_s, (added ? tr("%1 est ajouté.") : tr("%1 est retiré.")).arg(subject.mid(1)));
        if (added)
            m_domain->clear();
        read();
    });
    return card;
}

Card *RulesPage::cardOf(const QString &group)
{
    Card *&card = m_cards[group];
    if (!card) {
        card = new Card(group.isEmpty() ? tr("Autres") : group, this);
        m_left->addWidget(card);
    }
    return card;
}

void RulesPage::onRead()
{
    if (!m_sheet->hasValue())
        return;
    showSettings();
    const QStringList shown = [this] {
        QStringList domains;
        for (int row = 0; row < m_providers->count(); ++row)
            domains << m_providers->item(row)->text();
        return domains;
    }();
    if (shown != m_sheet->value().providers) {
        const QString chosen = m_providers->currentItem() ? m_providers->currentItem()->text() : QString();
        m_providers->clear();
        m_providers->addItems(m_sheet->value().providers);
        m_providers->setCurrentRow(int(m_sheet->value().providers.indexOf(chosen)));
    }
    showProviders();
}

void RulesPage::showSettings()
{
    QWidget *before = nullptr;
    for (const DeskSetting &setting : m_sheet->value().settings) {
        SettingRow *&row = m_rows[setting.key];
        if (!row) {
            row = new SettingRow(services(), setting, this);
            cardOf(setting.group)->body()->addWidget(row);
            connect(row, &SettingRow::saved, this, [this] { services().session.pulseNow(); });
            if (before)
                setTabOrder(before, row->editor());
        } else {
            row->setSetting(setting);
        }
        before = row->editor();
    }
}

void RulesPage::showProviders()
{
    setBlocked(m_remove, m_providers->currentItem() ? QString() : tr("choisissez un domaine"));
}

void RulesPage::takeKeyboard()
{
    if (!m_sheet->value().settings.isEmpty())
        m_rows.value(m_sheet->value().settings.first().key)->editor()->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

void RulesPage::addProvider()
{
    QString domain = m_domain->text().trimmed().toLower();
    domain = domain.mid(domain.lastIndexOf(u'@') + 1);
    if (!isDomain(domain)) {
        m_domainField->setError(tr("Écrivez un domaine, par exemple exemple.fr."));
        m_domain->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_operation->submit(SupervisionKind::SetProvider, {{u"domain"_s, domain}, {u"shared"_s, true}}, u'+' + domain);
}

void RulesPage::removeProvider()
{
    if (const QListWidgetItem *item = m_providers->currentItem())
        m_operation->submit(SupervisionKind::SetProvider, {{u"domain"_s, item->text()}, {u"shared"_s, false}},
                            u'-' + item->text());
}

} // namespace desk
