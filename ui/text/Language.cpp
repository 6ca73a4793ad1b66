// SPDX-License-Identifier: MIT
#include "ui/text/Language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace proconnect::ui {

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_texts);
    QCoreApplication::removeTranslator(&m_qtTexts);
}

void Language::use(const QString& code)
{
    const QString wanted = code == QLatin1String("en") ? code : QStringLiteral("fr");
    if (wanted == m_code) {
        return;
    }
    m_code = wanted;
    QCoreApplication::removeTranslator(&m_texts);
    QCoreApplication::removeTranslator(&m_qtTexts);
    if (m_texts.load(QStringLiteral(":/i18n/proconnect_%1.qm").arg(m_code))) {
        QCoreApplication::installTranslator(&m_texts);
    }
    // Menus of text fields and the like; Qt itself speaks English.
    if (m_code != QLatin1String("en") && m_qtTexts.load(QStringLiteral("qtbase_%1").arg(m_code),
                                                        QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qtTexts);
    }
    QLocale::setDefault(m_code == QLatin1String("en") ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                                      : QLocale(QLocale::French, QLocale::France));
    Q_EMIT changed();
}

} // namespace proconnect::ui
