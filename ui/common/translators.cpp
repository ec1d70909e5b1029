// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/translators.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace desk {

using namespace Qt::StringLiterals;

void installTranslators(QCoreApplication &app, const QString &language)
{
    const QString known = language == "en"_L1 ? u"en"_s : u"fr"_s;
    for (QTranslator *old : app.findChildren<QTranslator *>(u"deskTranslator"_s, Qt::FindDirectChildrenOnly))
        delete old; // removes itself
    QLocale::setDefault(QLocale(known == "en"_L1 ? QLocale::English : QLocale::French));
    const std::pair<QString, QString> files[]
        = {{u"qtbase_"_s + known, QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
           {u"asp-console_"_s + known, u":/i18n"_s}};
    for (const auto &[file, folder] : files) {
        auto *translator = new QTranslator(&app);
        translator->setObjectName(u"deskTranslator"_s);
        if (translator->load(file, folder))
            app.installTranslator(translator);
        else
            delete translator; // Qt's texts for English are its own; a missing package leaves them so
    }
}

} // namespace desk
