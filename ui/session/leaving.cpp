// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/session/leaving.h"

#include "app/core/whenfinished.h"
#include "app/local/localstore.h"
#include "app/session/sessionservice.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTimer>

#include <chrono>
#include <memory>
#include <utility>

namespace desk {

using namespace std::chrono_literals;

void leave(const UiServices &services, QObject *guard)
{
    const auto left = std::make_shared<bool>(false);
    const auto logOut = [&session = services.session, left] {
        if (!std::exchange(*left, true))
            session.logOut();
    };
    const auto flushed = services.local.flush();
    if (flushed.isFinished()) {
        logOut();
        return;
    }
    whenFinished(flushed, guard, [logOut](const Result<Done> &) { logOut(); });
    QTimer::singleShot(2s, guard, logOut);
}

void forgetTyped(const QWidget *workspace)
{
    const auto lines = workspace->findChildren<QLineEdit *>();
    for (QLineEdit *line : lines) {
        const QWidget *owner = line->parentWidget(); // numbers and choices keep a value of their own
        if (!qobject_cast<const QAbstractSpinBox *>(owner) && !qobject_cast<const QComboBox *>(owner))
            line->setText({}); // unlike clear(), leaves nothing to undo
    }
    const auto texts = workspace->findChildren<QPlainTextEdit *>();
    for (QPlainTextEdit *text : texts)
        text->setPlainText({});
}

} // namespace desk
