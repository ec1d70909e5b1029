// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>

class QPlainTextEdit;

namespace desk {

class LocalStore;

/// What was typed, no-break spaces included: QPlainTextEdit::toPlainText() would turn them into ordinary ones.
[[nodiscard]] QString typedText(const QPlainTextEdit *edit);

/// Keeps what is being typed on this machine, a moment after each key, and gives it back once. What is kept when the
/// keeper dies is written first.
class DraftKeeper : public QObject {
    Q_OBJECT
public:
    DraftKeeper(LocalStore &local, const QString &key, QObject *parent);
    ~DraftKeeper() override;

    /// Asks for the draft; `restore` is called at most once, with a non-empty one, unless something was kept in the
    /// meantime.
    void restore(std::function<void(const QString &)> restore);
    void keep(const QString &value);
    // The same for several fields; a draft that is one text is given back as its "text".
    void restoreFields(std::function<void(const QJsonObject &)> restore);
    void keepFields(const QJsonObject &fields);
    void forget(); ///< it was sent, or given up: nothing is left on this machine

private:
    void write();

    LocalStore &m_local;
    QString m_key, m_value;
    QTimer m_timer;
    bool m_dirty = false, m_touched = false;
};

} // namespace desk
