// SPDX-License-Identifier: MIT
#pragma once

#include "ui/text/FailureText.h"
#include "ui/widgets/Banner.h"

#include <QMap>
#include <QWidget>

class QVBoxLayout;

namespace proconnect::ui {

/// Above the page: what the person has to know whatever page is open. One notice for each topic; it stays
/// until it is understood or no longer true.
class NoticeArea final : public QWidget
{
    Q_OBJECT

public:
    enum class Topic { KeyStore, SignIn, CopyOutdated, CopyDamaged, DecisionsLost };

    explicit NoticeArea(const Theme& theme, QWidget* parent = nullptr);

    void tell(Topic topic, Banner::Tone tone, const FailureText& text);
    void retract(Topic topic);

private:
    void follow();

    const Theme& m_theme;
    QVBoxLayout* m_column;
    QMap<Topic, Banner*> m_banners;
};

} // namespace proconnect::ui
