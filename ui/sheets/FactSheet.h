// SPDX-License-Identifier: MIT
#pragma once

#include "ui/text/BadgeContent.h"

#include <QList>
#include <QWidget>

#include <optional>

namespace proconnect::ui {

class Theme;

/// One line of a sheet: what, and its value. The value may come from a stranger: it is shown as plain text.
struct Fact
{
    QString label;
    QString value;
    std::optional<BadgeContent> badge = std::nullopt;

    friend bool operator==(const Fact&, const Fact&) = default;
};

/// Facts under one another, separated by thin lines.
class FactSheet final : public QWidget
{
    Q_OBJECT

public:
    /// `labelWidth` is the design's, at 100 %.
    FactSheet(const Theme& theme, const QList<Fact>& facts, int labelWidth = 180, QWidget* parent = nullptr);
};

} // namespace proconnect::ui
