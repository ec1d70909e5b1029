// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/scripts/walkkeys.h"

#include "ui/common/build.h"
#include "ui/scripts/textlink.h"

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int copiedMs = 1500;

} // namespace

WalkKeys::WalkKeys(QWidget *parent)
    : QWidget(parent), m_restart(new TextLink(this)), m_back(new TextLink(this)), m_copy(new TextLink(this))
{
    auto *row = makeRow(this, 14, {spring()});
    for (TextLink *link : {m_restart, m_back, m_copy})
        row->addWidget(link);
    m_restart->setAccessibleDescription(tr("touche R"));
    m_back->setAccessibleDescription(tr("touche Retour arrière"));
    m_copy->setAccessibleDescription(tr("Ctrl+C"));
    connect(m_restart, &QPushButton::clicked, this, &WalkKeys::restartRequested);
    connect(m_back, &QPushButton::clicked, this, &WalkKeys::backRequested);
    connect(m_copy, &QPushButton::clicked, this, &WalkKeys::copyRequested);
    m_copied.setSingleShot(true);
    m_copied.setInterval(copiedMs);
    connect(&m_copied, &QTimer::timeout, this, &WalkKeys::write);
    write();
}

void WalkKeys::setPossible(bool restart, bool back, bool copy)
{
    m_restart->setVisible(restart);
    m_back->setVisible(back);
    m_copy->setVisible(copy);
}

void WalkKeys::setShort(bool on)
{
    if (on == m_short)
        return;
    m_short = on;
    write();
}

void WalkKeys::tellCopied()
{
    m_copied.start();
    write();
}

void WalkKeys::write()
{
    m_restart->setWords(m_short ? tr("début") : tr("recommencer"), u"R"_s);
    m_back->setWords(m_short ? tr("retour") : tr("étape précédente"), u"⌫"_s);
    if (m_copied.isActive())
        m_copy->setWords(m_short ? tr("copié") : tr("texte copié"), u"✓"_s);
    else
        m_copy->setWords(tr("copier"), u"Ctrl+C"_s);
}

} // namespace desk
