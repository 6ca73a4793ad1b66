// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QWidget>

namespace proconnect::ui {

class Theme;

/// Paints the tile of a portal (two letters; never its logo) in `square`. For delegates.
void paintPortalTile(const Theme& theme, QPainter& painter, const QRectF& square, const QString& portal,
                     const QString& name = {});
/// Paints a company's tile: its initials on the primary colour.
void paintCompanyTile(const Theme& theme, QPainter& painter, const QRectF& square, const QString& name,
                      bool selected = true);

/// The tile of a portal, or of a company. The name stands beside it: unseen by screen readers.
class PortalTile final : public QWidget
{
    Q_OBJECT

public:
    enum class Subject { Portal, Company };

    /// `id` is a portal's id or a company's name; `size` is the design's, at 100 %.
    PortalTile(const Theme& theme, QString id, Subject subject = Subject::Portal, int size = 32,
               QWidget* parent = nullptr);

    void setId(const QString& id);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_id;
    Subject m_subject;
    int m_size;
};

} // namespace proconnect::ui
