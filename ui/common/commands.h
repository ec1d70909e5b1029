// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QKeySequence>
#include <QList>
#include <QShortcut>
#include <QString>

namespace desk {

/// What can be done from the keyboard, everywhere in the console.
enum class Command {
    Search,
    Answer,
    AnswerAnywhere,
    StartProposal,
    OtherScripts,
    NextAccount,
    RestartScript,
    Contradict,
    StepBack,
    AcceptOffer,
    BackToQueue,
    ReadAgain,
    OpenDecided,
    OpenCall,
    ToggleNote,
    EndCall,
    GoToTicket,
    GoToScript,
    Confirm,
    Close,
    Copy,
    NextPage,
    PreviousPage,
    LockConsole,
    ShowShortcuts
};

/// Where the keys of a command count: it is bound by the widget of that place, and no key stands for two things in one.
enum class CommandPlace {
    Window, ///< the whole window, while somebody is logged in
    Script, ///< the script panel, outside of fields
    Panel, ///< what is open over or below the page: a sheet, a panel, a card
    List ///< whatever has the keyboard: a row, a table, a text
};

/// One row of the table from which shortcuts, the list of them, the keys on buttons and help are made.
struct CommandRow {
    Command command;
    CommandPlace place;
    QList<QKeySequence> keys; ///< bound; empty: read key by key, as digits are
    const char *keysText; ///< as it is shown, French, to be translated
    const char *meaning; ///< a short sentence of help, French, to be translated
};

/// All of them, in the order in which they are listed.
[[nodiscard]] const QList<CommandRow> &commandTable();
[[nodiscard]] const CommandRow &commandRow(Command command);
/// "Ctrl+K", in the language of the window.
[[nodiscard]] QString commandKeys(Command command);
[[nodiscard]] QString commandMeaning(Command command);

/// The keys of one digit from 1 to 9: itself, and what the top row of a French keyboard sends without Shift.
[[nodiscard]] QList<Qt::Key> digitKeys(int digit);

/// The shortcuts of a command on a widget, one for each of its keys; they carry its number as the property "command".
[[nodiscard]] QList<QShortcut *> makeShortcuts(Command command, QWidget *owner, Qt::ShortcutContext context);

/// Binds a command: `action` is called on `receiver` when one of its keys is pressed. Held keys do not repeat it, but
/// for `repeats`.
template <class Receiver, class Action>
void bindCommand(Command command, QWidget *owner, Receiver *receiver, Action action,
                 Qt::ShortcutContext context = Qt::WindowShortcut, bool repeats = true)
{
    for (QShortcut *shortcut : makeShortcuts(command, owner, context)) {
        shortcut->setAutoRepeat(repeats);
        QObject::connect(shortcut, &QShortcut::activated, receiver, action);
    }
}

} // namespace desk
