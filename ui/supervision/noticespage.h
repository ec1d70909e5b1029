// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/supervisionstore.h"
#include "ui/supervision/supervisionpage.h"

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace desk {

class Banner;
class Card;
class DraftKeeper;
class Field;
class InPlaceOperation;
class LineList;

/// Incident notices and announcements: those in force for everybody; posting, with a preview, and ending for
/// supervisors.
class NoticesPage : public SupervisionPage {
    Q_OBJECT
public:
    explicit NoticesPage(const UiServices &services, QWidget *parent = nullptr);
    void takeKeyboard() override;
    void read() override;

protected:
    void onRead() override;
    void onTick() override { onRead(); }

private:
    void buildList();
    void buildForm();
    void showCurrent();
    void showPreview();
    void post();
    void end();
    void afterDone(const QString &kind, const QDateTime &at);
    [[nodiscard]] bool isSupervisor() const;
    [[nodiscard]] const PostedNotice *current() const;

    Reader<QList<PostedNotice>> *m_notices;
    LineList *m_list;
    QLabel *m_whole;
    QPushButton *m_link, *m_end, *m_post;
    Card *m_form;
    QComboBox *m_kind;
    QPlainTextEdit *m_text;
    QLineEdit *m_address;
    Field *m_textField, *m_addressField, *m_untilField;
    QCheckBox *m_later, *m_ends;
    QDateTimeEdit *m_from, *m_until;
    Banner *m_preview, *m_banner;
    InPlaceOperation *m_operation;
    DraftKeeper *m_draft = nullptr;
};

} // namespace desk
