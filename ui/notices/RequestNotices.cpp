// SPDX-License-Identifier: MIT
#include "ui/notices/RequestNotices.h"

#include "core/clock/Clock.h"
#include "core/sync/Workspace.h"
#include "ui/text/DateText.h"

#include <QCoreApplication>

#include <chrono>

namespace proconnect::ui {
namespace {

constexpr std::chrono::minutes interval{1};
constexpr qint64 soon = 4LL * 3600;
const QString allRequests = QStringLiteral("proconnect:requests");

QString linkTo(const QString& request)
{
    return allRequests + u'/' + request;
}

} // namespace

RequestNotices::RequestNotices(const Workspace& workspace, const Clock& clock, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_clock(clock)
{
    connect(&m_notifier, &DesktopNotifier::clicked, this, &RequestNotices::clicked);
    connect(&workspace, &Workspace::snapshotChanged, this, &RequestNotices::look);
    connect(&m_minute, &QTimer::timeout, this, &RequestNotices::look);
    m_minute.start(interval);
    look();
}

void RequestNotices::look()
{
    if (m_workspace.snapshot()) {
        sayArrivals();
        sayEnds();
    }
}

void RequestNotices::sayArrivals()
{
    const CompanySnapshot& snapshot = *m_workspace.snapshot();
    const bool opened = m_siren != snapshot.company.siren;
    if (opened) {
        m_siren = snapshot.company.siren;
        m_known.clear();
        m_warned.clear();
    }
    QStringList news;
    for (const AccessRequest& request : snapshot.requests) {
        if (request.open() && !m_known.contains(request.id)) {
            m_known.insert(request.id);
            news.append(request.id);
        }
    }
    if (!news.isEmpty() && !opened && !m_watched) {
        m_notifier.show({QStringLiteral("N01"), qtTrId("ntf.N01.title"),
                         qtTrId("ntf.N01").arg(snapshot.company.name),
                         news.size() == 1 ? linkTo(news.first()) : allRequests});
    }
}

void RequestNotices::sayEnds()
{
    const CompanySnapshot& snapshot = *m_workspace.snapshot();
    const QDateTime now = m_clock.now();
    for (const AccessRequest& request : snapshot.requests) {
        const qint64 left = now.secsTo(request.expiresAt);
        const bool ends = request.open() && left > 0 && left <= soon;
        if (ends && !m_warned.contains(request.id)) {
            m_warned.insert(request.id);
            m_notifier.show(
                {QStringLiteral("N02 ") + request.id, qtTrId("ntf.N02.title"),
                 qtTrId("ntf.N02.when").arg(snapshot.company.name, DateText(now).when(request.expiresAt)),
                 linkTo(request.id)});
        }
    }
}

} // namespace proconnect::ui
