// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/draftkeeper.h"

#include "app/core/whenfinished.h"
#include "app/local/localstore.h"

#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QTextDocument>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QString typedText(const QPlainTextEdit *edit)
{
    QString text = edit->document()->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
    return text;
}

DraftKeeper::DraftKeeper(LocalStore &local, const QString &key, QObject *parent)
    : QObject(parent), m_local(local), m_key(key)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(150ms);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::write);
}

DraftKeeper::~DraftKeeper()
{
    write();
}

void DraftKeeper::restore(std::function<void(const QString &)> restore)
{
    whenFinished(m_local.draft(m_key), this, [this, restore = std::move(restore)](const Result<QString> &draft) {
        if (draft && !draft->isEmpty() && !m_touched)
            restore(*draft);
    });
}

void DraftKeeper::keep(const QString &value)
{
    m_touched = true;
    if (value == m_value)
        return;
    m_value = value;
    m_dirty = true;
    m_timer.start();
}

void DraftKeeper::restoreFields(std::function<void(const QJsonObject &)> restore)
{
    this->restore([restore = std::move(restore)](const QString &draft) {
        const QJsonDocument document = QJsonDocument::fromJson(draft.toUtf8());
        restore(document.isObject() ? document.object() : QJsonObject{{"text"_L1, draft}});
    });
}

void DraftKeeper::keepFields(const QJsonObject &fields)
{
    keep(QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact)));
}

void DraftKeeper::forget()
{
    m_timer.stop();
    m_touched = true;
    m_value.clear();
    m_dirty = true;
    write();
}

void DraftKeeper::write()
{
    if (!m_dirty)
        return;
    m_dirty = false;
    // Without the store the text is still in its field; the store reports its own trouble.
    [[maybe_unused]] const auto kept = m_local.saveDraft(m_key, m_value);
}

} // namespace desk
