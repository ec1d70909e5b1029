// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/mail/mailtransport.h"

namespace desk {

/// Writes each message as a file a mail program can open, for trying and training: "<time>-<id>.eml", whole or not at
/// all.
class EmlFolderTransport : public MailTransport {
public:
    explicit EmlFolderTransport(QString folder) : m_folder(std::move(folder)) { }
    [[nodiscard]] Result<Done> send(const OutgoingMail &mail) override;

private:
    QString m_folder;
};

} // namespace desk
