// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Delegation.h"
#include "ui/data_page/DataPage.h"
#include "ui/requests/AcceptLimitsDialog.h"
#include "ui/requests/ReplacementPanel.h"

class QBoxLayout;

namespace proconnect::ui {

class Button;
class EmptyState;
class PaperSaver;
class RequestDetail;
class RequestListPanel;

/// D-01, D-02 and D-05: the requests that wait, those answered, and the one chosen.
class RequestsPage final : public DataPage
{
    Q_OBJECT

public:
    explicit RequestsPage(const Services& services, QWidget* parent = nullptr);

    void setWidthClass(WidthClass width) override;
    void setLow(bool low) override;
    /// `target` is a request's id.
    void showTarget(const QString& target) override;
    bool focusSearch() override;

protected:
    void showData(const CompanySnapshot& snapshot) override;

private:
    [[nodiscard]] QWidget* makeDetailColumn();
    [[nodiscard]] QWidget* makeEmptyCard();
    void showCurrent();
    void showParts();
    void openDetail(bool open);
    [[nodiscard]] const AccessRequest* request(const QString& id) const;

    /// The request `id` when it can be answered now; otherwise says why not, if the user should know.
    [[nodiscard]] const AccessRequest* answerable(const QString& id);
    void accept(const QString& id, const std::optional<QDate>& until = std::nullopt,
                const QStringList& withheld = {});
    void refuse(const QString& id, RefusalReason reason, const QString& message);
    void answer(const Decision& decision, const AccessRequest& request);
    void askRefusal(const QString& id);
    void askLimits(const QString& id, AcceptLimitsDialog::Limit limit);
    void askQuestion(const QString& id);
    void findDelegates(const QString& id);
    void offerDelegates(const QString& id, const DelegationList& list);
    void seeAccounts();
    /// What is said of the account that the person takes over, and what may be done about it.
    [[nodiscard]] ReplacementView replacementShown(const AccessRequest& request) const;
    void act(ReplacementAct act);
    void listenToPapers();
    void askReplaced(const QString& id);
    void acceptReplacing(const QString& id, const DepartureItem& item);
    void keepOpen(const Departure& replacement);
    /// Says of the account that a replacement closes what `drafted` decides.
    using Draft = Decision (*)(const QString& siren, const PortalAccount& account, const QString& shown);
    void decideOnReplaced(const Departure& replacement, Draft drafted, const char* shown);
    [[nodiscard]] const PortalAccount* account(const QString& id) const;

    PaperSaver* m_papers;
    QBoxLayout* m_columns;
    RequestListPanel* m_list;
    QWidget* m_detailColumn;
    Button* m_back;
    RequestDetail* m_detail;
    EmptyState* m_empty;
    QWidget* m_emptyCard;
    WidthClass m_width = WidthClass::Normal;
    bool m_detailOpen = false; ///< in one column: the detail is shown instead of the list
};

} // namespace proconnect::ui
