// SPDX-License-Identifier: MIT
#include "ui/sign_in/OriginBar.h"

#include "ui/sign_in/SignInPolicy.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ScreenCode.h"

#include <QBoxLayout>
#include <QPainter>
#include <QVariant>

namespace proconnect::ui {

/// The padlock, the scheme in grey, the host in bold and the verdict; nobody can type in it.
class OriginBar::Address final : public QWidget
{
public:
    explicit Address(const Theme& theme) : m_theme(theme)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setFixedHeight(theme.px(tokens::sizeField));
        setMinimumWidth(theme.px(260));
    }

    /// `blocked`: why; empty when it is not.
    void set(const QString& scheme, const QString& host, const QString& blocked)
    {
        m_scheme = scheme;
        m_host = host;
        m_blocked = blocked;
        setAccessibleName(blocked.isEmpty() ? qtTrId("a11y.origin").arg(host)
                                            : verdict() + QStringLiteral(" : ") + host);
        update();
    }

    /// The width at which the scheme and the host are whole, without the verdict.
    [[nodiscard]] int widthForHost() const
    {
        return hostLeft() + QFontMetrics(m_theme.font(TextStyle::BodyStrong)).horizontalAdvance(m_host) +
               m_theme.px(padding);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        if (m_host.isEmpty()) {
            return;
        }
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(
            QPen(m_theme.color(isBlocked() ? ColorRole::ErrorBorder : ColorRole::SuccessBorder), 1));
        painter.setBrush(m_theme.color(isBlocked() ? ColorRole::ErrorBg : ColorRole::SuccessBg));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        const ColorRole ink = isBlocked() ? ColorRole::ErrorText : ColorRole::SuccessText;
        const int pad = m_theme.px(padding);
        const int icon = m_theme.px(iconSide);
        painter.drawPixmap(QPointF(pad, (height() - icon) / 2.0),
                           m_theme.pixmap(iconName(), ink, icon, devicePixelRatioF()));
        painter.setFont(m_theme.font(TextStyle::Code));
        painter.setPen(m_theme.color(ink));
        // The host is what tells a right page from a wrong one: the verdict is said where there is room left.
        if (widthForHost() + painter.fontMetrics().horizontalAdvance(verdict()) + pad <= width()) {
            painter.drawText(rect().adjusted(0, 0, -pad, 0), Qt::AlignVCenter | Qt::AlignRight, verdict());
        }
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.setPen(m_theme.color(ColorRole::TextMuted));
        // The padlock says the same as the scheme.
        const bool whole = widthForHost() <= width();
        const int left = whole ? hostLeft() : schemeLeft();
        if (whole) {
            painter.drawText(QRect(left - schemeWidth(), 0, width(), height()), Qt::AlignVCenter, m_scheme);
        }
        painter.setFont(m_theme.font(TextStyle::BodyStrong));
        painter.setPen(m_theme.color(ColorRole::TextTitle));
        const int room = width() - left - pad;
        // The end of a host says who owns it.
        painter.drawText(QRect(left, 0, room, height()), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_host, Qt::ElideLeft, room));
    }

private:
    static constexpr int padding = 14;
    static constexpr int iconSide = 18;

    [[nodiscard]] int schemeLeft() const
    {
        return m_theme.px(padding) + m_theme.px(iconSide) + m_theme.px(8);
    }
    [[nodiscard]] int schemeWidth() const
    {
        return QFontMetrics(m_theme.font(TextStyle::Body)).horizontalAdvance(m_scheme);
    }
    [[nodiscard]] int hostLeft() const { return schemeLeft() + schemeWidth(); }
    /// A padlock only where the connection is encrypted: not on the demonstration's loopback.
    [[nodiscard]] QString iconName() const
    {
        if (isBlocked()) {
            return QStringLiteral("error");
        }
        return m_scheme.startsWith(QLatin1String("https")) ? QStringLiteral("lock")
                                                           : QStringLiteral("success");
    }
    [[nodiscard]] bool isBlocked() const { return !m_blocked.isEmpty(); }
    [[nodiscard]] QString verdict() const { return isBlocked() ? m_blocked : qtTrId("fc.verified"); }

    const Theme& m_theme;
    QString m_scheme;
    QString m_host;
    QString m_blocked;
};

OriginBar::OriginBar(const Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_address(new Address(theme)),
      m_back(new Button(theme, qtTrId("common.back"), Button::Kind::Neutral, Button::Size::Small)),
      m_browser(new Button(theme, qtTrId("fc.external"), Button::Kind::Neutral, Button::Size::Small))
{
    setProperty("surface", QStringLiteral("header"));
    auto* row = new QHBoxLayout(this);
    m_back->setAccessibleName(qtTrId("common.back"));
    m_back->setToolTip(qtTrId("common.back"));
    auto* reload = new Button(theme, {}, Button::Kind::Neutral, Button::Size::Small);
    reload->setIconName(QStringLiteral("refresh"));
    reload->setAccessibleName(qtTrId("fc.reload"));
    reload->setToolTip(qtTrId("fc.reload"));
    m_browser->setAccessibleName(qtTrId("fc.external"));
    m_browser->setToolTip(qtTrId("fc.external"));
    row->addWidget(m_back);
    row->addWidget(reload);
    row->addWidget(m_address, 1);
    row->addWidget(m_browser);
    row->addWidget(new ScreenCode(theme, QStringLiteral("C-21")));
    connect(m_back, &QPushButton::clicked, this, &OriginBar::backClicked);
    connect(reload, &QPushButton::clicked, this, &OriginBar::reloadClicked);
    connect(m_browser, &QPushButton::clicked, this, &OriginBar::browserClicked);
    fit();
}

void OriginBar::showVerified(const QUrl& address)
{
    m_address->set(address.scheme() + QLatin1String("://"), hostAndPort(address), {});
    fit();
}

void OriginBar::showBlocked(const QString& host, const QString& why)
{
    m_address->set({}, host, why);
    fit();
}

QSize OriginBar::minimumSizeHint() const
{
    return {m_address->minimumWidth(), QFrame::minimumSizeHint().height()};
}

void OriginBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fit();
}

void OriginBar::fit()
{
    const auto tooNarrow = [this] {
        const int others = layout()->minimumSize().width() - m_address->minimumWidth();
        return others + qMax(m_address->minimumWidth(), m_address->widthForHost()) > width();
    };
    const auto name = [](Button* button, const QString& text, const QString& icon) {
        button->setText(text);
        button->setIconName(icon); // its place depends on the words
    };
    const auto leave = [this](int side, int between) {
        layout()->setContentsMargins(m_theme.px(side), m_theme.px(11), m_theme.px(side), m_theme.px(12));
        layout()->setSpacing(m_theme.px(between));
    };
    const QString browserIcon = QStringLiteral("external-link");
    const QString backIcon = QStringLiteral("arrow-left");
    name(m_browser, qtTrId("fc.external"), browserIcon);
    name(m_back, qtTrId("common.back"), backIcon);
    leave(20, 12);
    if (tooNarrow()) {
        name(m_browser, {}, browserIcon);
    }
    if (tooNarrow()) {
        name(m_back, {}, backIcon);
    }
    if (tooNarrow()) {
        leave(8, 4);
    }
}

void OriginBar::focusBack()
{
    m_back->setFocus(Qt::TabFocusReason);
}

} // namespace proconnect::ui
