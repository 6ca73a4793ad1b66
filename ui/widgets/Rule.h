// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

namespace proconnect::ui {

/// A thin line between two parts; decorative.
class Rule final : public QFrame
{
    Q_OBJECT

public:
    explicit Rule(QWidget* parent = nullptr, Qt::Orientation orientation = Qt::Horizontal);
};

} // namespace proconnect::ui
