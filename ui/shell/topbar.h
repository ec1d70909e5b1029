// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/sessioninfo.h"

#include <QFrame>

class QLabel;

namespace desk {

class CallBar;
class CallService;
class CaseService;
class SearchBox;
class SessionService;

/// The name, the environment's ribbon, the search box and the call.
class TopBar : public QFrame {
    Q_OBJECT
public:
    TopBar(SessionService &session, CaseService &cases, CallService &calls, QWidget *parent = nullptr);
    [[nodiscard]] SearchBox *search() const { return m_search; }
    [[nodiscard]] CallBar *callBar() const { return m_call; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showEnvironment(SessionInfo::Environment environment);

    QLabel *m_brand, *m_ribbon;
    SearchBox *m_search;
    CallBar *m_call;
};

} // namespace desk
