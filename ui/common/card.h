// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace desk {

/// A white surface with a small title, a note at the right of it, and a body.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    void setTitle(const QString &title); ///< the heading row is hidden without title and note
    void setNote(const QString &note);

private:
    void showHeading();

    QWidget *m_heading;
    QLabel *m_title, *m_note;
    QVBoxLayout *m_body;
};

} // namespace desk
