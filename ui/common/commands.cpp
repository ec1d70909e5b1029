// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/commands.h"

#include <QCoreApplication>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto context = "Commands";

QList<CommandRow> makeTable()
{
    using P = CommandPlace;
    using K = QKeySequence;
    return {
        {Command::Search,
         P::Window,
         {K(Qt::CTRL | Qt::Key_K)},
         QT_TRANSLATE_NOOP("Commands", "Ctrl+K"),
         QT_TRANSLATE_NOOP("Commands", "Rechercher un appelant")},
        {Command::Answer,
         P::Script,
         {},
         QT_TRANSLATE_NOOP("Commands", "1 à 9"),
         QT_TRANSLATE_NOOP(
             "Commands",
             "Répondre au script (pavé numérique et & é \" ' ( - è _ ç compris), hors d’un champ de saisie")},
        {Command::AnswerAnywhere,
         P::Window,
         {},
         QT_TRANSLATE_NOOP("Commands", "Alt+1 à Alt+9"),
         QT_TRANSLATE_NOOP("Commands", "Répondre au script, depuis n’importe où")},
        {Command::StartProposal,
         P::Window,
         {},
         QT_TRANSLATE_NOOP("Commands", "Ctrl+1 à Ctrl+9"),
         QT_TRANSLATE_NOOP("Commands", "Ouvrir le script proposé sous ce numéro")},
        {Command::OtherScripts,
         P::Script,
         {K(Qt::Key_A)},
         QT_TRANSLATE_NOOP("Commands", "A"),
         QT_TRANSLATE_NOOP("Commands", "Montrer les autres scripts")},
        {Command::NextAccount,
         P::Script,
         {K(Qt::Key_D)},
         QT_TRANSLATE_NOOP("Commands", "D"),
         QT_TRANSLATE_NOOP("Commands", "Faire le diagnostic d’un autre compte")},
        {Command::RestartScript,
         P::Script,
         {K(Qt::Key_R)},
         QT_TRANSLATE_NOOP("Commands", "R"),
         QT_TRANSLATE_NOOP("Commands", "Recommencer le script")},
        {Command::Contradict,
         P::Script,
         {K(Qt::Key_C)},
         QT_TRANSLATE_NOOP("Commands", "C"),
         QT_TRANSLATE_NOOP("Commands", "Contredire un constat")},
        {Command::StepBack,
         P::Script,
         {K(Qt::Key_Backspace)},
         QT_TRANSLATE_NOOP("Commands", "⌫"),
         QT_TRANSLATE_NOOP("Commands", "Revenir à l’étape précédente")},
        {Command::AcceptOffer,
         P::Window,
         {K(Qt::Key_F3)},
         QT_TRANSLATE_NOOP("Commands", "F3"),
         QT_TRANSLATE_NOOP("Commands", "Accepter l’appel ou le dossier proposé")},
        {Command::BackToQueue,
         P::Window,
         {K(Qt::Key_F4)},
         QT_TRANSLATE_NOOP("Commands", "F4"),
         QT_TRANSLATE_NOOP("Commands", "Revenir à la file, depuis le dossier d’une demande")},
        {Command::ReadAgain,
         P::Window,
         {K(Qt::Key_F5)},
         QT_TRANSLATE_NOOP("Commands", "F5"),
         QT_TRANSLATE_NOOP("Commands", "Relire le dossier ou la page")},
        {Command::OpenDecided,
         P::Window,
         {K(Qt::Key_F6)},
         QT_TRANSLATE_NOOP("Commands", "F6"),
         QT_TRANSLATE_NOOP("Commands", "Ouvrir le dossier d’une demande qui vient d’être décidée")},
        {Command::OpenCall,
         P::Window,
         {K(Qt::Key_F7)},
         QT_TRANSLATE_NOOP("Commands", "F7"),
         QT_TRANSLATE_NOOP("Commands", "Ouvrir un appel à la main")},
        {Command::ToggleNote,
         P::Window,
         {K(Qt::Key_F8)},
         QT_TRANSLATE_NOOP("Commands", "F8"),
         QT_TRANSLATE_NOOP("Commands", "Ouvrir ou refermer la note de l’appel")},
        {Command::EndCall,
         P::Window,
         {K(Qt::Key_F9)},
         QT_TRANSLATE_NOOP("Commands", "F9"),
         QT_TRANSLATE_NOOP("Commands", "Terminer l’appel ; F9 ou Entrée confirme")},
        {Command::GoToTicket,
         P::Window,
         {K(Qt::ALT | Qt::Key_T)},
         QT_TRANSLATE_NOOP("Commands", "Alt+T"),
         QT_TRANSLATE_NOOP("Commands", "Aller à la demande sur laquelle on travaille")},
        {Command::GoToScript,
         P::Window,
         {K(Qt::ALT | Qt::Key_S)},
         QT_TRANSLATE_NOOP("Commands", "Alt+S"),
         QT_TRANSLATE_NOOP("Commands", "Aller au script de cette demande")},
        {Command::Confirm,
         P::Panel,
         {K(Qt::CTRL | Qt::Key_Return), K(Qt::CTRL | Qt::Key_Enter)},
         QT_TRANSLATE_NOOP("Commands", "Ctrl+Entrée"),
         QT_TRANSLATE_NOOP("Commands", "Confirmer, depuis un texte de plusieurs lignes")},
        {Command::Close,
         P::Panel,
         {K(Qt::Key_Escape)},
         QT_TRANSLATE_NOOP("Commands", "Échap"),
         QT_TRANSLATE_NOOP("Commands", "Refermer ce qui est ouvert, sans rien perdre")},
        {Command::Copy,
         P::List,
         {},
         QT_TRANSLATE_NOOP("Commands", "Ctrl+C"),
         QT_TRANSLATE_NOOP("Commands", "Copier la ligne, le tableau ou la phrase à dire")},
        {Command::NextPage,
         P::Window,
         {K(Qt::CTRL | Qt::Key_PageDown)},
         QT_TRANSLATE_NOOP("Commands", "Ctrl+Page suiv."),
         QT_TRANSLATE_NOOP("Commands", "Page suivante (Appel, Scripts, …)")},
        {Command::PreviousPage,
         P::Window,
         {K(Qt::CTRL | Qt::Key_PageUp)},
         QT_TRANSLATE_NOOP("Commands", "Ctrl+Page préc."),
         QT_TRANSLATE_NOOP("Commands", "Page précédente")},
        {Command::LockConsole,
         P::Window,
         {K(Qt::CTRL | Qt::Key_L)},
         QT_TRANSLATE_NOOP("Commands", "Ctrl+L"),
         QT_TRANSLATE_NOOP("Commands", "Verrouiller la console (hors appel)")},
        // "?" needs Shift on most layouts and none on a few.
        {Command::ShowShortcuts,
         P::Window,
         {K(u"Ctrl+?"_s), K(u"Ctrl+Shift+?"_s), K(Qt::Key_F1)},
         QT_TRANSLATE_NOOP("Commands", "Ctrl+?"),
         QT_TRANSLATE_NOOP("Commands", "Cette liste")},
    };
}

} // namespace

const QList<CommandRow> &commandTable()
{
    static const QList<CommandRow> table = makeTable();
    return table;
}

const CommandRow &commandRow(Command command)
{
    const QList<CommandRow> &table = commandTable();
    const auto it = std::find_if(table.cbegin(), table.cend(),
                                 [command](const CommandRow &row) { return row.command == command; });
    Q_ASSERT(it != table.cend());
    return *it;
}

QString commandKeys(Command command)
{
    return QCoreApplication::translate(context, commandRow(command).keysText);
}

QString commandMeaning(Command command)
{
    return QCoreApplication::translate(context, commandRow(command).meaning);
}

QList<Qt::Key> digitKeys(int digit)
{
    static constexpr Qt::Key frenchRow[]
        = {Qt::Key_Ampersand, Qt::Key_Eacute, Qt::Key_QuoteDbl,   Qt::Key_Apostrophe, Qt::Key_ParenLeft,
           Qt::Key_Minus,     Qt::Key_Egrave, Qt::Key_Underscore, Qt::Key_Ccedilla};
    return {static_cast<Qt::Key>(Qt::Key_0 + digit), frenchRow[digit - 1]};
}

QList<QShortcut *> makeShortcuts(Command command, QWidget *owner, Qt::ShortcutContext context)
{
    QList<QShortcut *> made;
    for (const QKeySequence &keys : commandRow(command).keys) {
        auto *shortcut = new QShortcut(keys, owner, nullptr, nullptr, context);
        shortcut->setProperty("command", static_cast<int>(command));
        made << shortcut;
    }
    return made;
}

} // namespace desk
