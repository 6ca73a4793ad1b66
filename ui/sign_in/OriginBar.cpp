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

    void set(const QString& scheme, const QString& host, bool blocked)
    {
        m_scheme = scheme;
        m_host = host;
        m_blocked = blocked;
        setAccessibleName(blocked ? verdict() + QStringLiteral(" : ") + host
                                  : qtTrId("a11y.origin").arg(host));
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        if (m_host.isEmpty()) {
            return;
        }
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.color(m_blocked ? ColorRole::ErrorBorder : ColorRole::SuccessBorder), 1));
        painter.setBrush(m_theme.color(m_blocked ? ColorRole::ErrorBg : ColorRole::SuccessBg));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        const ColorRole ink = m_blocked ? ColorRole::ErrorText : ColorRole::SuccessText;
        const int pad = m_theme.px(14);
        const int icon = m_theme.px(18);
        painter.drawPixmap(QPointF(pad, (height() - icon) / 2.0),
                           m_theme.pixmap(iconName(), ink, icon, devicePixelRatioF()));
        painter.setFont(m_theme.font(TextStyle::Code));
        painter.setPen(m_theme.color(ink));
        const int said = painter.fontMetrics().horizontalAdvance(verdict());
        painter.drawText(rect().adjusted(0, 0, -pad, 0), Qt::AlignVCenter | Qt::AlignRight, verdict());
        int left = pad + icon + m_theme.px(8);
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.setPen(m_theme.color(ColorRole::TextMuted));
        painter.drawText(QRect(left, 0, width(), height()), Qt::AlignVCenter, m_scheme);
        left += painter.fontMetrics().horizontalAdvance(m_scheme);
        painter.setFont(m_theme.font(TextStyle::BodyStrong));
        painter.setPen(m_theme.color(ColorRole::TextTitle));
        const int room = width() - left - said - 2 * pad;
        // The end of a host says who owns it.
        painter.drawText(QRect(left, 0, room, height()), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_host, Qt::ElideLeft, room));
    }

private:
    /// A padlock only where the connection is encrypted: not on the demonstration's loopback.
    [[nodiscard]] QString iconName() const
    {
        if (m_blocked) {
            return QStringLiteral("error");
        }
        return m_scheme.startsWith(QLatin1String("https")) ? QStringLiteral("lock")
                                                           : QStringLiteral("success");
    }
    [[nodiscard]] QString verdict() const { return qtTrId(m_blocked ? "fc.blocked" : "fc.verified"); }

    const Theme& m_theme;
    QString m_scheme;
    QString m_host;
    bool m_blocked = false;
};

OriginBar::OriginBar(const Theme& theme, QWidget* parent)
    : QFrame(parent), m_address(new Address(theme)),
      m_back(new Button(theme, qtTrId("common.back"), Button::Kind::Neutral, Button::Size::Small))
{
    setProperty("surface", QStringLiteral("header"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(20), theme.px(11), theme.px(20), theme.px(12));
    row->setSpacing(theme.px(12));
    m_back->setIconName(QStringLiteral("arrow-left"));
    auto* reload = new Button(theme, {}, Button::Kind::Neutral, Button::Size::Small);
    reload->setIconName(QStringLiteral("refresh"));
    reload->setAccessibleName(qtTrId("fc.reload"));
    reload->setToolTip(qtTrId("fc.reload"));
    auto* browser = new Button(theme, qtTrId("fc.external"), Button::Kind::Neutral, Button::Size::Small);
    browser->setIconName(QStringLiteral("external-link"));
    row->addWidget(m_back);
    row->addWidget(reload);
    row->addWidget(m_address, 1);
    row->addWidget(browser);
    row->addWidget(new ScreenCode(theme, QStringLiteral("C-21")));
    connect(m_back, &QPushButton::clicked, this, &OriginBar::backClicked);
    connect(reload, &QPushButton::clicked, this, &OriginBar::reloadClicked);
    connect(browser, &QPushButton::clicked, this, &OriginBar::browserClicked);
}

void OriginBar::showVerified(const QUrl& address)
{
    m_address->set(address.scheme() + QLatin1String("://"), hostAndPort(address), false);
}

void OriginBar::showBlocked(const QString& host)
{
    m_address->set({}, host, true);
}

void OriginBar::focusBack()
{
    m_back->setFocus(Qt::TabFocusReason);
}

} // namespace proconnect::ui
