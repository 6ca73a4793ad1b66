// SPDX-License-Identifier: MIT
#include "ui/theme/IconStore.h"

#include <QFile>
#include <QPainter>
#include <QStringBuilder>
#include <QSvgRenderer>

namespace proconnect::ui {
namespace {

/// Pictures held at most; a full window shows about sixty.
constexpr qsizetype mostRendered = 1000;

} // namespace

QPixmap IconStore::pixmap(const QString& name, const QColor& color, int size, qreal ratio)
{
    const QString key = name % u'/' % color.name(QColor::HexArgb) % u'/' % QString::number(size) % u'/' %
                        QString::number(ratio);
    if (const auto known = m_rendered.constFind(key); known != m_rendered.constEnd()) {
        return *known;
    }
    auto source = m_sources.constFind(name);
    if (source == m_sources.constEnd()) {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
        source = m_sources.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    QPixmap rendered((QSizeF(size, size) * ratio).toSize());
    rendered.fill(Qt::transparent);
    rendered.setDevicePixelRatio(ratio);
    if (!source->isEmpty()) {
        // QtSvg does not take currentColor from a palette.
        QByteArray coloured = *source;
        coloured.replace("currentColor", color.name().toLatin1());
        QSvgRenderer renderer(coloured);
        QPainter painter(&rendered);
        renderer.render(&painter, QRectF(0, 0, size, size));
    }
    if (m_rendered.size() >= mostRendered) {
        m_rendered.clear();
    }
    return *m_rendered.insert(key, rendered);
}

} // namespace proconnect::ui
