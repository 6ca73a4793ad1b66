// SPDX-License-Identifier: MIT
#pragma once

#include <QLocale>
#include <QObject>
#include <QTranslator>

namespace proconnect::ui {

/// The language that the application speaks: French unless the user chose English.
/// Owns the installed translators; widgets built after use() speak the new language.
class Language : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~Language() override;

    /// `code` is "fr" or "en"; anything else means French.
    void use(const QString& code);
    [[nodiscard]] const QString& code() const { return m_code; }

Q_SIGNALS:
    void changed();

private:
    QString m_code;
    QTranslator m_texts;
    QTranslator m_qtTexts;
};

} // namespace proconnect::ui
