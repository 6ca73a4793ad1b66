// SPDX-License-Identifier: MIT
#pragma once

#include "ui/text/WayOutText.h"

#include <QWidget>

class QCheckBox;

namespace proconnect::ui {

class LinkButton;
class TextLabel;
class Theme;

/// One of those who use a shared account, as the director named them: how an account of their own comes to
/// them, and which of its rights and establishments they are to have.
class NewcomerRow final : public QWidget
{
    Q_OBJECT

public:
    NewcomerRow(const Theme& theme, const WayOutText& text, const PortalAccount& shared, Newcomer newcomer,
                QWidget* parent = nullptr);

    [[nodiscard]] const Newcomer& newcomer() const { return m_newcomer; }
    /// Empty: they can be invited so; else why not.
    void setFault(const QString& why);

Q_SIGNALS:
    void changed();
    void removeAsked();

private:
    [[nodiscard]] QWidget* makeWords(const Theme& theme, const QString& gets);
    [[nodiscard]] QWidget* makeScope(const Theme& theme, const WayOutText& text, const PortalAccount& shared);
    void takeScope();

    Newcomer m_newcomer;
    QList<std::pair<QCheckBox*, QString>> m_rights; ///< with each code
    QList<std::pair<QCheckBox*, QString>> m_places; ///< with each SIRET
    TextLabel* m_fault;
};

} // namespace proconnect::ui
