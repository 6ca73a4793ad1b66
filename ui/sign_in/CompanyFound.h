// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Company.h"

#include <QFrame>

namespace proconnect::ui {

class Theme;

/// The company that the registers named, and the position that they confirm.
class CompanyFound final : public QFrame
{
    Q_OBJECT

public:
    CompanyFound(const Theme& theme, const CompanyCheck& check, QWidget* parent = nullptr);
};

} // namespace proconnect::ui
