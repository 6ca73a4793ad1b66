// SPDX-License-Identifier: MIT
#pragma once

#include "ui/data_page/DataPage.h"
#include "ui/models/CompanySummary.h"
#include "ui/models/RequestListModel.h"

class QVBoxLayout;

namespace proconnect::ui {

class EventsCard;
class HomeRequestsCard;
class PortalsCard;
class ShortcutsCard;
class WatchCard;

/// what needs me, what is odd, who has access to what, what is new.
class HomePage final : public DataPage
{
    Q_OBJECT

public:
    explicit HomePage(const Services& services, QWidget* parent = nullptr);

    void setWidthClass(WidthClass width) override;

protected:
    void showData(const CompanySnapshot& snapshot) override;

private:
    void showRequests();
    [[nodiscard]] QString greeting() const;
    [[nodiscard]] QString subtitle() const;
    void accept(const QString& id);
    void openWatched(const WatchItem& item);
    [[nodiscard]] const AccessRequest* request(const QString& id) const;

    RequestListModel m_toAnswer{RequestListModel::Section::ToAnswer};
    QVBoxLayout* m_left;
    QVBoxLayout* m_right;
    QWidget* m_rightColumn;
    HomeRequestsCard* m_requests;
    WatchCard* m_watch;
    PortalsCard* m_portals;
    EventsCard* m_events;
    ShortcutsCard* m_shortcuts;
};

} // namespace proconnect::ui
