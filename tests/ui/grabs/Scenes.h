// SPDX-License-Identifier: MIT
#pragma once

#include "tests/ui/support/UiBench.h"
#include "ui/Page.h"

#include <QSize>

#include <functional>

namespace proconnect::tests {

/// A screen in a given state.
struct Scene
{
    QString name;
    std::function<ui::Page*(const ui::Services&)> make;
    /// Done before the page is built, and after it is shown; either may be empty.
    std::function<void(UiBench&)> prepare = {};
    std::function<void(UiBench&, ui::Page&)> act = {};
};

[[nodiscard]] QList<Scene> scenes();

/// Saves a picture of the scene in a window of `size`, in which the menu takes its place; answers the texts
/// that do not fit their widget.
[[nodiscard]] QByteArray grab(UiBench& bench, const Scene& scene, const QSize& size, const QString& file);

} // namespace proconnect::tests
