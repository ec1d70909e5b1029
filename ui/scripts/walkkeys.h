// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QTimer>
#include <QWidget>

namespace desk {

class TextLink;

/// What can be done with a walk besides answering, each with its key, for the mouse too: from its start again, one
/// step back, copy the words.
class WalkKeys : public QWidget {
    Q_OBJECT
public:
    explicit WalkKeys(QWidget *parent = nullptr);

    void setPossible(bool restart, bool back, bool copy); ///< what makes no sense now takes no room
    void setShort(bool on); ///< fewer words, where there is little width
    void tellCopied(); ///< for a moment, in place of the key

Q_SIGNALS:
    void restartRequested();
    void backRequested();
    void copyRequested();

private:
    void write();

    TextLink *m_restart, *m_back, *m_copy;
    QTimer m_copied;
    bool m_short = false;
};

} // namespace desk
