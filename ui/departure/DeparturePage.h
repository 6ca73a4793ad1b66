// SPDX-License-Identifier: MIT
#pragma once

#include "core/departure/DepartureChoices.h"
#include "ui/data_page/DataPage.h"
#include "ui/departure/LeaverListModel.h"
#include "ui/departure/ProgressPanel.h"

#include <QHash>
#include <QTimer>

namespace proconnect::ui {

class CheckPanel;
class ChoosePanel;
class DonePanel;
class PaperSaver;
class StaffComparison;

/// somebody leaves. Who, what follows from it, one decision, and how each account's closing
/// goes; one may leave the page at any moment and come back.
class DeparturePage final : public DataPage
{
    Q_OBJECT

public:
    explicit DeparturePage(const Services& services, QWidget* parent = nullptr);

    void setWidthClass(WidthClass width) override;
    /// `target` is "person:" and a key, an address or an account's id; "account:" and the id of the only one
    /// of the person's to close; "departure:" and its id; or
    /// "unfinished", whose list is on R-40.
    void showTarget(const QString& target) override;
    [[nodiscard]] QVariant draft() const override;
    void restoreDraft(const QVariant& draft) override;
    bool focusSearch() override;

protected:
    void showData(const CompanySnapshot& snapshot) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Step { Choosing, Checking, Following };

    void listen();
    void go(Step step);
    void showStep(const CompanySnapshot& snapshot);
    void showChoosing(const CompanySnapshot& snapshot);
    bool showChecking(const CompanySnapshot& snapshot);
    bool showFollowing(const CompanySnapshot& snapshot);
    void showOnly(const QWidget* panel, const QString& code);
    void check(const QString& subject, const DepartureChoices& choices);
    /// The person's other accounts stay open.
    [[nodiscard]] DepartureChoices allBut(const QString& account) const;
    void follow(const QString& departure);

    [[nodiscard]] DepartureText text() const;
    [[nodiscard]] QList<Departure> announcedDepartures(const CompanySnapshot& snapshot) const;
    [[nodiscard]] ProgressPanel::Content contentOf(const Departure& departure, bool announced) const;
    [[nodiscard]] const PortalAccount* account(const QString& id) const;

    void start();
    void stop();
    void askWithoutSuccessor(const QString& account);
    void act(const QString& account, StepRow::Act act);
    void saveReceipt(bool asJson);
    void comeBack(const Decision& decision);
    /// Once the service has the departure.
    void tellReason(const QString& siren, const QString& departure, LeavingReason reason);
    void tellReasons(const CompanySnapshot& snapshot);
    /// What was begun of somebody's departure and not decided: its hour and its reason.
    void keepBegun();
    [[nodiscard]] DepartureChoices begunFor(const QString& subject) const;

    LeaverListModel m_model;
    ChoosePanel* m_choose;
    CheckPanel* m_check;
    ProgressPanel* m_progress;
    DonePanel* m_done;
    PaperSaver* m_saver;
    StaffComparison* m_staff;
    QTimer m_watch; ///< while a portal is about to answer

    Step m_step = Step::Choosing;
    QString m_siren;
    QString m_subject;   ///< Leaver::key, or what leaverFor() understands
    QString m_departure; ///< Departure::id
    bool m_stepsWanted = false;
    /// As it was last shown: between the service's word and the data that hold it, nothing else tells of it.
    Departure m_followed;
    QList<Leaver> m_people;
    QDateTime m_peopleAsOf;
    DeparturePlan m_plan;
    QHash<QString, LeavingReason> m_reasons;  ///< by departure, until the service has it
    QHash<QString, DepartureChoices> m_begun; ///< by Leaver::key
};

} // namespace proconnect::ui
