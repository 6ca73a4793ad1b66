// SPDX-License-Identifier: MIT
#pragma once

#include "ui/Page.h"
#include "ui/models/DecisionTracker.h"
#include "ui/text/AccountText.h"
#include "ui/text/RequestText.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Skeleton.h"

namespace proconnect::ui {

class EmptyState;

/// A page over the company's data. It says when they load, when they cannot be read and when they are those
/// of before a lost connection; and why a decision was not taken.
class DataPage : public Page
{
    Q_OBJECT

public:
    DataPage(const Services& services, const QString& title, const QString& code, QWidget* parent = nullptr);

    /// The page fills what the window gives it, and scrolls inside.
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    void refresh() final;
    /// Why buttons of decisions are disabled offline; stands beside them.
    [[nodiscard]] static QString offlineReason();

protected:
    /// Shows `snapshot`; called at each change of the data, of the connection and of the decisions on their
    /// way.
    virtual void showData(const CompanySnapshot& snapshot) = 0;

    /// Where the page puts what needs data.
    [[nodiscard]] QVBoxLayout* content() const { return m_content; }
    [[nodiscard]] DecisionTracker& tracker() const { return *m_tracker; }
    /// False offline: buttons of decisions are then disabled, with offlineReason() beside them.
    [[nodiscard]] bool canDecide() const;

    /// Only while there are data.
    [[nodiscard]] RequestText requestText() const;
    [[nodiscard]] AccountText accountText() const;
    [[nodiscard]] DateText dateText() const;

    /// Hands the decision to the desk; when it cannot be stored, says so and answers false.
    bool submit(const Decision& decision, const QString& person, const QString& portal);
    void showNotice(Banner::Tone tone, const QString& title, const QString& body,
                    const QString& supportCode = {});
    void hideNotice();

private:
    [[nodiscard]] SignInStrength neededFor(const Decision& decision) const;
    void refreshIfVisible();
    void showRefusal(const Decision& decision, const Failure& failure);
    /// Beside the notice: whoever takes over from the last administrator is chosen with the departures.
    void offerSuccessor(const QString& account);
    void askSuccessor();

    DecisionTracker* m_tracker;
    Banner* m_notice;
    Skeleton* m_skeleton;
    EmptyState* m_trouble;
    QWidget* m_page;
    QVBoxLayout* m_content;
    QString m_lacksSuccessor; ///< PortalAccount::id of the one that was not closed
};

} // namespace proconnect::ui
