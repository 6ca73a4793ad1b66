// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

namespace proconnect::ui {

class Theme;

/// What follows from each answer, said before the buttons.
class ConsequencePanel final : public QFrame
{
    Q_OBJECT

public:
    /// `unknownOffered`: the third answer, "Je ne connais pas cette personne", is offered too.
    ConsequencePanel(const Theme& theme, bool unknownOffered, QWidget* parent = nullptr);
};

} // namespace proconnect::ui
