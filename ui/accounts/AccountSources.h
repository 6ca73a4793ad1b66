// SPDX-License-Identifier: MIT
#pragma once

#include "ui/text/AccountText.h"

#include <QWidget>

namespace proconnect::ui {

class Banner;
class LinkButton;
class TextLabel;
class Theme;

/// Under the accounts: from where and from when the data of each portal are. Where room is short, one click
/// away.
class AccountSources final : public QWidget
{
    Q_OBJECT

public:
    explicit AccountSources(const Theme& theme, QWidget* parent = nullptr);

    void show(const AccountText& text);
    void setRoomy(bool roomy);
    /// Portals that cannot be heard, or never were; hides the banner when there is none.
    static void warn(Banner& banner, const AccountText& text);

private:
    void open();

    const Theme& m_theme;
    QList<std::pair<QString, QString>> m_portals; ///< name, source
    TextLabel* m_all;
    LinkButton* m_link;
};

} // namespace proconnect::ui
