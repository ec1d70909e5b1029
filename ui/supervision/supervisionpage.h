// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/reader.h"
#include "ui/uiservices.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace desk {

class Banner;

/// What the pages of oversight have in common: a title line, what is being read or could not be, and reading again on
/// opening, on F5, after a reconnection and when the pulse hints at news. What was read stays on screen meanwhile.
class SupervisionPage : public QWidget {
    Q_OBJECT
public:
    SupervisionPage(const UiServices &services, const QString &title, QWidget *parent);

    virtual void takeKeyboard() = 0;
    virtual void read() = 0;

Q_SIGNALS:
    void openFileWanted(const QString &key); ///< a look-up, as if it had been searched
    void told(const QString &news); ///< for the status line

protected:
    [[nodiscard]] const UiServices &services() const { return m_services; }
    [[nodiscard]] QDateTime now() const; ///< on the server's time
    [[nodiscard]] QHBoxLayout *titleRow() const { return m_titleRow; }
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    void setTitle(const QString &title);
    /// Says in place that `reader` reads for the first time, or why it could not.
    void follow(ReaderBase *reader);
    virtual void onRead() = 0; ///< one of the followed readers has an answer
    /// Every 20 s while shown: countdowns. What is read is journalled, so that nothing is read again without a hint.
    virtual void onTick() { }
    virtual void shown() { read(); }
    void showEvent(QShowEvent *event) override;

private:
    void showState();

    UiServices m_services;
    QLabel *m_title;
    QHBoxLayout *m_titleRow;
    Banner *m_state;
    QLabel *m_reading;
    QVBoxLayout *m_body;
    QList<ReaderBase *> m_readers;
    QTimer m_tick, m_slow;
};

} // namespace desk
