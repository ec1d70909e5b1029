// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"

#include <QFrame>

class QLabel;

namespace desk {

class Chip;
class ElidedLabel;
class MaskedValue;
class Revealed;

/// Who the file is about: name, SIRET, address, headcount, how to reach them, and what is true of the whole.
class HeaderCard : public QFrame {
    Q_OBJECT
public:
    explicit HeaderCard(QWidget *parent = nullptr);
    void setFile(const CallerFile &file, const QDateTime &now, const Revealed &revealed, bool stale);
    void tick(const QDateTime &now); ///< the caller's own time
    void setCompact(bool compact); ///< without the contact line

Q_SIGNALS:
    void revealWanted(const QString &field, qint64 id);

private:
    void showEstablishment(const CallerFile &file, const Revealed &revealed);
    void showAccount(const CallerFile &file);
    void showCheck(const QDateTime &now);

    ElidedLabel *m_title, *m_where;
    QLabel *m_siret;
    QWidget *m_contact;
    MaskedValue *m_street, *m_headcount, *m_phone, *m_email;

    Chip *m_stale, *m_checked, *m_time, *m_known, *m_others;
    CallerCheck m_check;
    QList<std::pair<AccountId, QString>> m_identifiants;
    QString m_timeZone;
    bool m_compact = false, m_hasContact = false;
};

} // namespace desk
