// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/TokenValues.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPixmap>

#include <memory>

class QApplication;

namespace proconnect::ui {

class IconStore;

/// Colours, fonts, sizes and icons of every widget, in one place; light or dark, at the text scale of the
/// user. Paint with what it answers now: nothing needs to be kept, and a change of theme repaints every
/// widget.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode { Light, Dark, System };

    /// Fill and text of a tile or of an avatar.
    struct Tint
    {
        QColor fill;
        QColor text;
    };

    explicit Theme(QObject* parent = nullptr);
    ~Theme() override;

    /// Style, palette, font and style sheet of the application; again at each change.
    void applyTo(QApplication& application);

    [[nodiscard]] Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    [[nodiscard]] bool dark() const;

    /// 1.0 to 2.0. Widgets keep sizes that they computed when built: build them again after a change.
    [[nodiscard]] double textScale() const { return m_textScale; }
    void setTextScale(double scale);

    /// No animation, no pulse.
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool reduced) { m_reducedMotion = reduced; }
    /// `milliseconds`, or 0 when motion is reduced.
    [[nodiscard]] int duration(int milliseconds) const { return m_reducedMotion ? 0 : milliseconds; }

    [[nodiscard]] QColor color(ColorRole role) const;
    /// For the application's own texts, which are Latin.
    [[nodiscard]] QFont font(TextStyle style) const;
    /// For `text` from elsewhere, whatever its script.
    [[nodiscard]] QFont font(TextStyle style, const QString& text) const;
    /// Distance between two lines of text in `style`, in pixels.
    [[nodiscard]] int lineHeight(TextStyle style) const;
    /// A length of the design at 100 %, multiplied by the text scale.
    [[nodiscard]] int px(double designPixels) const;

    /// An icon of resources/icons drawn in `role`, sharp at `ratio`. `size` is in device-independent pixels.
    [[nodiscard]] QPixmap pixmap(const QString& name, ColorRole role, int size, qreal ratio) const;
    [[nodiscard]] QPixmap pixmap(const QString& name, const QColor& color, int size, qreal ratio) const;
    /// The same as a QIcon that follows the theme. `gap` empty pixels follow it, or stand before it when
    /// negative: QPushButton keeps a fixed distance to its text.
    [[nodiscard]] QIcon icon(const QString& name, ColorRole role, int gap = 0) const;

    [[nodiscard]] Tint portalTint(const QString& portal) const;
    /// Two letters; those of `name` when the portal is not known.
    [[nodiscard]] QString portalInitials(const QString& portal, const QString& name = {}) const;
    /// Always the same tint for the same name.
    [[nodiscard]] Tint avatarTint(const QString& name) const;

Q_SIGNALS:
    /// Colours have changed; widgets have been repainted.
    void changed();
    /// The text scale has changed; what was built before must be built again.
    void textScaleChanged();

private:
    void apply();
    void setSystemDark(bool dark);

    QApplication* m_application = nullptr;
    std::unique_ptr<IconStore> m_icons;
    QObject* m_systemScheme = nullptr;
    Mode m_mode = Mode::Light;
    bool m_systemDark = false;
    bool m_reducedMotion = false;
    double m_textScale = 1.0;
};

} // namespace proconnect::ui
