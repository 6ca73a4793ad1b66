// SPDX-License-Identifier: MIT
#include "service/desk/PortalLineReadings.h"

#include "service/metrics/Metrics.h"

#include <QTest>

using namespace proconnect::service;

class PortalLineReadingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readings_eachWay_tellWhetherItIsPausedAndItsFailures()
    {
        const QString impots = QStringLiteral("impots");
        Metrics metrics;
        metrics.ask([&impots] {
            return portalLineReadings(
                {{impots, QStringLiteral("accounts"), CircuitBreaker::State::Closed, 1},
                 {impots, QStringLiteral("events"), CircuitBreaker::State::Open, 4},
                 {impots, QStringLiteral("orders"), CircuitBreaker::State::HalfOpen, 3}});
        });
        const QByteArray text = metrics.text();
        for (const char* line : {R"(proconnect_portal_paused{portal="impots",use="accounts"} 0)",
                                 R"(proconnect_portal_paused{portal="impots",use="events"} 1)",
                                 R"(proconnect_portal_paused{portal="impots",use="orders"} 0)",
                                 R"(proconnect_portal_failures{portal="impots",use="events"} 4)"}) {
            QVERIFY2(text.contains(line), text.constData());
        }
        metrics.clearSources();
    }
};

QTEST_GUILESS_MAIN(PortalLineReadingsTest)
#include "PortalLineReadingsTest.moc"
