// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QHash>
#include <QPixmap>
#include <QString>

namespace proconnect::ui {

/// Line icons of resources/icons drawn in any colour. Each one is rendered once per name, colour, size and
/// ratio.
class IconStore
{
public:
    /// `size` in device-independent pixels; an unknown name gives an empty (transparent) pixmap.
    [[nodiscard]] QPixmap pixmap(const QString& name, const QColor& color, int size, qreal ratio);

private:
    QHash<QString, QByteArray> m_sources;
    QHash<QString, QPixmap> m_rendered;
};

} // namespace proconnect::ui
