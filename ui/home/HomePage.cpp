// SPDX-License-Identifier: MIT
#include "ui/home/HomePage.h"

#include "core/model/ActingRole.h"
#include "core/session/SessionController.h"
#include "ui/home/EventsCard.h"
#include "ui/home/HomeRequestsCard.h"
#include "ui/home/PortalsCard.h"
#include "ui/home/ShortcutsCard.h"
#include "ui/home/WatchCard.h"
#include "ui/models/DecisionDrafts.h"
#include "ui/text/Wording.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/PageHeader.h"

#include <QBoxLayout>

#include <algorithm>

namespace proconnect::ui {
namespace {

constexpr int requestsShown = 3;
constexpr int watchedShown = 3;
constexpr int eventsShown = 3;
constexpr int rightColumnWidth = 360;

} // namespace

HomePage::HomePage(const Services& services, QWidget* parent)
    : DataPage(services, qtTrId("nav.home"), QStringLiteral("A-10"), parent), m_left(new QVBoxLayout),
      m_rightColumn(new QWidget), m_requests(new HomeRequestsCard(services.theme)),
      m_watch(new WatchCard(services.theme)), m_portals(new PortalsCard(services.theme)),
      m_events(new EventsCard(services.theme)), m_shortcuts(new ShortcutsCard(services.theme))
{
    const int gap = services.theme.px(20);
    m_right = new QVBoxLayout(m_rightColumn);
    m_right->setContentsMargins(0, 0, 0, 0);
    m_left->setSpacing(gap);
    m_right->setSpacing(gap);
    m_rightColumn->setFixedWidth(services.theme.px(rightColumnWidth));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(gap);
    columns->addLayout(m_left, 1);
    columns->addWidget(m_rightColumn);
    content()->addLayout(columns);
    content()->addStretch();

    connect(m_requests, &HomeRequestsCard::allClicked, this,
            [this] { Q_EMIT pageRequested(QStringLiteral("requests"), {}); });
    connect(m_requests, &HomeRequestsCard::examineClicked, this,
            [this](const QString& id) { Q_EMIT pageRequested(QStringLiteral("requests"), id); });
    connect(m_requests, &HomeRequestsCard::acceptClicked, this, &HomePage::accept);
    connect(m_watch, &WatchCard::actionClicked, this, &HomePage::openWatched);
    connect(m_portals, &PortalsCard::allClicked, this,
            [this] { Q_EMIT pageRequested(QStringLiteral("accounts"), {}); });
    connect(m_shortcuts, &ShortcutsCard::departureClicked, this,
            [this] { Q_EMIT pageRequested(QStringLiteral("departure"), {}); });
    HomePage::setWidthClass(WidthClass::Normal);
}

void HomePage::setWidthClass(WidthClass width)
{
    DataPage::setWidthClass(width);
    const bool twoColumns = width == WidthClass::Normal || width == WidthClass::Wide;
    // Taken out and put back: the order of one column is not that of two.
    for (QBoxLayout* column : {m_left, m_right}) {
        while (column->count() > 0) {
            delete column->takeAt(0);
        }
    }
    m_left->addWidget(m_requests);
    if (twoColumns) {
        m_left->addWidget(m_portals);
        m_left->addWidget(m_shortcuts);
        m_right->addWidget(m_watch);
        m_right->addWidget(m_events);
        m_right->addStretch();
    } else {
        m_left->addWidget(m_watch);
        m_left->addWidget(m_portals);
        m_left->addWidget(m_events);
        m_left->addWidget(m_shortcuts);
    }
    m_left->addStretch();
    m_rightColumn->setVisible(twoColumns);
    m_requests->setStacked(width == WidthClass::Rail);
    m_portals->setColumns(width == WidthClass::Rail ? 1 : (width == WidthClass::Normal ? 2 : 3));
}

void HomePage::showData(const CompanySnapshot& snapshot)
{
    m_shortcuts->setVisible(!isDelegated(snapshot.company));
    header().setTitle(greeting());
    showRequests();
    header().setSubtitle(subtitle());
    const CompanySummary summary(accountText());
    const QList<PortalCount> portals = summary.portals();
    const bool allHeard =
        std::all_of(portals.cbegin(), portals.cend(), [](const PortalCount& one) { return one.known; });
    m_watch->show(summary.watch(watchedShown), allHeard);
    m_portals->show(portals, summary.openAccounts(), summary.holders());
    m_events->show(summary.events(eventsShown));
}

QString HomePage::greeting() const
{
    const QString name = services().session.profile().displayName();
    return name.isEmpty() ? qtTrId("signin.hello") : qtTrId("home.hello").arg(name);
}

QString HomePage::subtitle() const
{
    const DateText dates = dateText();
    const int waiting = m_toAnswer.rowCount();
    const int urgent = m_toAnswer.urgentCount();
    QString sentence = qtTrId("home.sub.nothing");
    if (waiting > 0) {
        const QString count = waiting == 1 ? qtTrId("home.sub.waiting.one")
                                           : qtTrId("home.sub.waiting").arg(numberWord(waiting));
        sentence = urgent > 0 && waiting > 1 ? qtTrId("home.sub.urgent", urgent).arg(count)
                                             : qtTrId("home.sub.calm").arg(count);
    }
    return qtTrId("home.sub.dated").arg(dates.weekday(dates.today()), sentence);
}

void HomePage::showRequests()
{
    const RequestText text = requestText();
    m_toAnswer.setContent(text, tracker().all());
    QList<HomeRequest> rows;
    for (int row = 0; row < std::min(m_toAnswer.rowCount(), requestsShown); ++row) {
        const QModelIndex index = m_toAnswer.index(row);
        const AccessRequest* one = request(index.data(RequestListModel::IdRole).toString());
        const CompanyText& company = text.company();
        rows += {one->id,
                 one->displayName(),
                 company.portalName(one->portal),
                 text.possibleInBrief(*one) + QString::fromUtf8(" · ") + company.establishments(one->sirets),
                 text.badges(*one),
                 one->risks.isEmpty(),
                 canDecide(),
                 text.accessible(*one)};
    }
    m_requests->show(rows, canDecide() ? QString() : offlineReason());
}

const AccessRequest* HomePage::request(const QString& id) const
{
    const auto& all = snapshot()->requests;
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [&id](const auto& one) { return one.id == id; });
    return found == all.cend() ? nullptr : &*found;
}

void HomePage::accept(const QString& id)
{
    const AccessRequest* one = snapshot() ? request(id) : nullptr;
    if (!one || !canDecide()) {
        return;
    }
    const RequestText text = requestText();
    const QString shown = qtTrId("req.shown.accept").arg(text.title(*one) + u'.');
    submit(draftAcceptance(snapshot()->company.siren, *one, shown), one->displayName(),
           text.company().portalName(one->portal));
}

void HomePage::openWatched(const WatchItem& item)
{
    if (!item.departure.isEmpty()) {
        Q_EMIT pageRequested(QStringLiteral("departure"), item.departure);
        return;
    }
    if (!item.request.isEmpty()) {
        Q_EMIT pageRequested(QStringLiteral("requests"), item.request);
        return;
    }
    if (item.kind == WatchItem::Kind::ContactEmail) {
        Q_EMIT pageRequested(QStringLiteral("contact-email"), {});
        return;
    }
    Q_EMIT pageRequested(QStringLiteral("accounts"), item.search.isEmpty()
                                                         ? QStringLiteral("filter:") + nameOf(item.filter)
                                                         : QStringLiteral("search:") + item.search);
}

} // namespace proconnect::ui
