// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/gui/casefile/filedesk.h"
#include "ui/casefile/casefileview.h"
#include "ui/common/banner.h"
#include "ui/sheets/sheet.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QTest>

namespace desk::test {

/// The view of a file on a desk of fakes, driven as an agent does.
struct Shown {
    explicit Shown(const SessionInfo &info = sampleSession()) : desk(info), view(desk.ui())
    {
        view.resize(820, 660);
        view.show();
        view.activateWindow();
    }
    void open(const CallerFile &file) { desk.open(file); }
    void press(const QString &text, const QString &description = {})
    {
        for (QAbstractButton *button : view.findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->isEnabled() && button->text() == text
                && (description.isEmpty() || button->accessibleDescription() == description)) {
                button->click();
                FileDesk::settle();
                return;
            }
        }
        QFAIL(qPrintable(u"no button "_s + text));
    }
    template <class T> [[nodiscard]] T *find(const QString &name) const
    {
        for (T *one : view.findChildren<T *>(name)) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] Sheet *sheet() const
    {
        for (Sheet *one : view.findChildren<Sheet *>()) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    void confirm()
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : sheet(), Qt::Key_Return,
                        Qt::ControlModifier);
        FileDesk::settle();
    }
    [[nodiscard]] OperationRequest sent() const
    {
        return desk.operationStore.submitted.value(desk.operationStore.submitted.size() - 1);
    }
    [[nodiscard]] QString message() const
    {
        const auto *banner = find<Banner>(u"sheetMessage"_s);
        return banner ? banner->text() : QString();
    }
    [[nodiscard]] QString texts() const
    {
        QStringList all;
        for (const QLabel *label : view.findChildren<QLabel *>()) {
            if (label->isVisible())
                all << label->text();
        }
        return all.join(u'|');
    }

    FileDesk desk;
    CaseFileView view;
};

/// What the database answers when somebody changed a ticket meanwhile.
inline Error conflict(const QString &state, const QVariantList &changes)
{
    return Error{Error::Code::Conflict,
                 {},
                 u"version"_s,
                 {{u"version"_s, 7}, {u"state"_s, state}, {u"owner"_s, u"p.leroy"_s}, {u"changes"_s, changes}}};
}

} // namespace desk::test
