// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/unknownpage.h"

#include "app/core/siret.h"
#include "app/lookup/searchterm.h"
#include "ui/casefile/openline.h"
#include "ui/common/build.h"
#include "ui/common/card.h"
#include "ui/common/chip.h"

#include <QGridLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostSteps = 3;

struct Words {
    QString title, sentence;
    QStringList steps;
};

QStringList siretSteps(const QHash<QString, QString> &settings)
{
    const QString address = settings.value(u"extranet.url"_s);
    const QString button = settings.value(u"extranet.inscription_libelle"_s, UnknownPage::tr("Créer mon espace"));
    const QString where = address.isEmpty() ? UnknownPage::tr("l’extranet") : address;
    return {UnknownPage::tr(
                "Faites relire le SIRET, groupe par groupe : un chiffre faux ou deux chiffres échangés suffisent."),
            UnknownPage::tr("S’il est exact, l’établissement n’est pas inscrit : c’est le cas 1 de la procédure de "
                            "récupération. L’appelant va sur "
                            "%1, « %2 », saisit son SIRET et le code de sécurité, accepte les conditions, puis remplit "
                            "le formulaire de création.")
                .arg(where, button),
            UnknownPage::tr("S’il a changé de SIRET, il lui faut un nouvel espace : rien n’est repris de l’ancien.")};
}

Words wordsFor(const SearchTerm &term, const QHash<QString, QString> &settings)
{
    const QStringList accountSteps{
        UnknownPage::tr("Faites épeler, puis cherchez par le SIRET de l’établissement : ses comptes y sont tous."),
        UnknownPage::tr("Si le SIRET est connu, l’utilisateur déjà inscrit peut ajouter l’appelant ou lui passer la "
                        "main sur la fiche établissement."),
        UnknownPage::tr("Si le SIRET est inconnu aussi, l’inscription reste à faire : c’est le cas 1 de la procédure "
                        "de récupération.")};
    switch (term.kind) {
    case SearchTerm::Kind::Siret:
    case SearchTerm::Kind::BadSiret:
        return {UnknownPage::tr("SIRET inconnu"),
                UnknownPage::tr("Aucun établissement de l’extranet ne porte ce SIRET."), siretSteps(settings)};
    case SearchTerm::Kind::Siren:
        return {UnknownPage::tr("SIREN inconnu"),
                UnknownPage::tr("Aucun établissement de cette entreprise n’est inscrit."), siretSteps(settings)};
    case SearchTerm::Kind::Email:
        return {UnknownPage::tr("Adresse inconnue"),
                UnknownPage::tr("Aucun compte n’est enregistré avec cette adresse électronique."), accountSteps};
    case SearchTerm::Kind::Phone:
        return {UnknownPage::tr("Numéro inconnu"),
                UnknownPage::tr("Aucun compte ni établissement n’est enregistré avec ce téléphone."), accountSteps};
    case SearchTerm::Kind::Ticket:
        return {
            UnknownPage::tr("Demande inconnue"),
            UnknownPage::tr("Aucune demande d’assistance ne porte ce numéro."),
            {UnknownPage::tr(
                "Faites relire le numéro, ou cherchez par le SIRET : les demandes de l’établissement y sont toutes.")}};
    case SearchTerm::Kind::Identifiant:
    case SearchTerm::Kind::Words:
    case SearchTerm::Kind::Empty:
        break;
    }
    return {UnknownPage::tr("Rien ne correspond"),
            UnknownPage::tr("Aucun compte ni établissement ne correspond à cette recherche."), accountSteps};
}

/// The requests below were made for a SIRET no establishment has.
Words wordsForTickets(const QString &siret)
{
    const bool valid = Siret::parse(siret).has_value();
    return {valid ? UnknownPage::tr("SIRET inconnu") : UnknownPage::tr("SIRET mal formé"),
            valid ? UnknownPage::tr("Aucun établissement de l’extranet ne porte ce SIRET. Les demandes faites avec lui "
                                    "sont ci-dessous : elles se prennent, se commentent et se closent comme les "
                                    "autres.")
                  : UnknownPage::tr("Ce qui a été tapé n’est pas un SIRET. Les demandes faites avec lui sont "
                                    "ci-dessous : elles se prennent, se commentent et se closent comme les autres."),
            {UnknownPage::tr("Si l’un des SIRET connus à une faute près est le bon, ouvrez son dossier pour y faire ce "
                             "que la demande attend."),
             UnknownPage::tr("Sinon, mettez la demande en attente du demandeur, ou répondez-lui en demandant le SIRET "
                             "exact.")}};
}

} // namespace

UnknownPage::UnknownPage(QWidget *parent)
    : QWidget(parent), m_title(makeWords("title", this)), m_asked(makeWords("heading", this)),
      m_sentence(makeWords("secondary", this)), m_steps(new QGridLayout),
      m_candidates(named(new Card(tr("SIRET connus à une faute de frappe près"), this), u"siretCandidates"_s))
{
    setObjectName(u"unknownPage"_s);
    m_title->setObjectName(u"unknownTitle"_s);
    auto *head = new Card({}, this);
    head->body()->addLayout(
        makeRow(usualSpacing, {{m_title, 1}, {new Chip(Tone::Warn, tr("✗ Inconnu"), head), 0, Qt::AlignTop}}));
    m_asked->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addCells(head->body(), {m_asked, m_sentence});
    m_candidates->body()->setSpacing(0);
    m_candidates->setNote(tr("Entrée ouvre"));
    auto *next = new Card(tr("Que faire maintenant"), this);
    next->body()->setSpacing(10);
    m_steps->setHorizontalSpacing(8);
    m_steps->setVerticalSpacing(8);
    m_steps->setColumnStretch(1, 1);
    for (int row = 0; row < mostSteps; ++row) {
        m_steps->addWidget(makeWords("secondary", next), row, 0, Qt::AlignTop);
        m_steps->addWidget(makeWords(nullptr, next), row, 1);
    }
    next->body()->addLayout(m_steps);
    auto *ticket = makeButton(tr("Nouvelle demande…"), {.name = u"unknownNewTicket"_s}, next);
    connect(ticket, &QPushButton::clicked, this, &UnknownPage::ticketWanted);
    auto *row = makeRow(usualSpacing, {ticket, spring()});
    next->body()->addLayout(row);
    makeColumn(this, 10, {head, m_candidates, next, spring()});
}

void UnknownPage::setFile(const CallerFile &file, const QHash<QString, QString> &settings)
{
    const bool forTickets = !file.tickets.isEmpty() && !file.call; // nobody is on the line to be asked
    const QString asked = forTickets ? file.tickets.constFirst().siret : file.asked;
    const Words words = forTickets ? wordsForTickets(asked) : wordsFor(SearchTerm::recognise(asked), settings);
    m_title->setText(words.title);
    m_asked->setText(asked.isEmpty() ? tr("SIRET non précisé") : groupedDigits(asked.left(200)));
    m_sentence->setText(words.sentence);
    showSteps(words.steps);
    showCandidates(file.candidates);
}

void UnknownPage::showSteps(const QStringList &steps)
{
    for (int row = 0; row < mostSteps; ++row) {
        for (int column = 0; column < 2; ++column) {
            auto *label = static_cast<QLabel *>(m_steps->itemAtPosition(row, column)->widget());
            label->setVisible(row < steps.size());
            label->setText(column == 0 ? QString::number(row + 1) + u'.' : steps.value(row));
        }
    }
}

void UnknownPage::showCandidates(const QList<SiretCandidate> &candidates)
{
    m_candidates->setVisible(!candidates.isEmpty());
    if (candidates == m_shown)
        return; // a refresh must not take the focus from a line
    m_shown = candidates;
    removeAll(m_candidates->body());
    for (const SiretCandidate &candidate : candidates) {
        auto *line = new OpenLine(groupedDigits(candidate.siret), candidate.denomination,
                                  (candidate.postcode + u' ' + candidate.town).trimmed(), m_candidates);
        connect(line, &QPushButton::clicked, this, [this, key = candidate.siret] { Q_EMIT openWanted(key); });
        m_candidates->body()->addWidget(line);
    }
}

} // namespace desk
