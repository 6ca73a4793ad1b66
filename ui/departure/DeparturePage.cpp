// SPDX-License-Identifier: MIT
#include "ui/departure/DeparturePage.h"

#include "core/clock/Clock.h"
#include "core/sync/DecisionDesk.h"
#include "core/sync/Workspace.h"
#include "ui/departure/CheckPanel.h"
#include "ui/departure/ChoosePanel.h"
#include "ui/departure/DonePanel.h"
#include "ui/departure/StaffComparison.h"
#include "ui/export/PaperSaver.h"
#include "ui/text/FailureText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/ScreenCode.h"

#include <QBoxLayout>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace proconnect::ui {
namespace {

constexpr std::chrono::milliseconds watchTime{2'000};
const QString personPrefix = QStringLiteral("person:");
const QString accountPrefix = QStringLiteral("account:");
const QString departurePrefix = QStringLiteral("departure:");
const QString unfinishedTarget = QStringLiteral("unfinished");
const QString homePage = QStringLiteral("home");

} // namespace

DeparturePage::DeparturePage(const Services& services, QWidget* parent)
    : DataPage(services, qtTrId("nav.departure"), QStringLiteral("R-40"), parent),
      m_choose(new ChoosePanel(services.theme, m_model)),
      m_check(new CheckPanel(services.theme, DateText(services.clock.now()))),
      m_progress(new ProgressPanel(services.theme)), m_done(new DonePanel(services.theme)),
      m_saver(new PaperSaver(services.departures, this)), m_staff(new StaffComparison(this->services(), this))
{
    header().setSubtitle(qtTrId("dep.sub"));
    for (QWidget* panel : QList<QWidget*>{m_choose, m_check, m_progress, m_done}) {
        panel->hide();
        content()->addWidget(panel, 1);
    }
    m_watch.setInterval(watchTime);
    connect(&m_watch, &QTimer::timeout, this, [this] {
        if (isVisible()) {
            this->services().workspace.refresh();
        }
    });
    listen();
    DeparturePage::setWidthClass(WidthClass::Normal);
}

void DeparturePage::listen()
{
    connect(m_choose, &ChoosePanel::chosen, this, [this](const QString& target) {
        showTarget(target);
        focusTitle();
    });
    connect(m_choose, &ChoosePanel::left, this, [this] { Q_EMIT pageRequested(homePage, {}); });
    connect(m_choose, &ChoosePanel::sharedAsked, this,
            [this] { Q_EMIT pageRequested(QStringLiteral("accounts"), QStringLiteral("filter:shared")); });
    connect(m_choose, &ChoosePanel::staffAsked, m_staff, &StaffComparison::ask);
    const auto prepare = [this](const QString& leaver) {
        m_staff->passOn(leaver);
        showTarget(personPrefix + leaver);
    };
    connect(m_staff, &StaffComparison::chosen, this, prepare);
    connect(m_choose, &ChoosePanel::nextAsked, this, prepare);
    connect(m_choose, &ChoosePanel::forgetAsked, this, [this] {
        m_staff->setPicked({});
        refresh();
    });
    connect(m_check, &CheckPanel::backClicked, this, [this] { go(Step::Choosing); });
    connect(m_check, &CheckPanel::goClicked, this, &DeparturePage::start);
    connect(m_check, &CheckPanel::chosen, this, &DeparturePage::refresh);
    connect(m_check, &CheckPanel::withoutSuccessorAsked, this, &DeparturePage::askWithoutSuccessor);
    connect(m_progress, &ProgressPanel::stopClicked, this, &DeparturePage::stop);
    connect(m_progress, &ProgressPanel::backgroundClicked, this, [this] {
        m_stepsWanted = false;
        go(Step::Choosing);
        Q_EMIT pageRequested(homePage, {});
    });
    connect(m_progress, &ProgressPanel::asked, this, &DeparturePage::act);
    connect(m_progress, &ProgressPanel::receiptClicked, this, &DeparturePage::saveReceipt);
    connect(m_done, &DonePanel::stepsClicked, this, [this] {
        m_stepsWanted = true;
        go(Step::Following);
    });
    connect(m_done, &DonePanel::contactEmailClicked, this,
            [this] { Q_EMIT pageRequested(QStringLiteral("contact-email"), {}); });
    connect(m_done, &DonePanel::receiptClicked, this, &DeparturePage::saveReceipt);
    connect(m_done, &DonePanel::anotherClicked, this, [this] { go(Step::Choosing); });
    connect(m_done, &DonePanel::finishClicked, this, [this] {
        go(Step::Choosing);
        Q_EMIT pageRequested(homePage, {});
    });
    connect(m_saver, &PaperSaver::busyChanged, this, [this] {
        m_done->setSaving(m_saver->busy());
        m_progress->setSaving(m_saver->busy());
    });
    connect(m_saver, &PaperSaver::saved, this,
            [this](const QString& path) { showNotice(Banner::Tone::Success, qtTrId("exp.done"), path); });
    connect(m_saver, &PaperSaver::unwritable, this, [this](const QString& path) {
        showNotice(Banner::Tone::Error, qtTrId("exp.failed"), qtTrId("exp.failed.body").arg(path));
    });
    connect(m_saver, &PaperSaver::unavailable, this, [this](const Failure& failure) {
        const FailureText words = failureText(failure);
        showNotice(Banner::Tone::Error, words.title, words.body, words.supportCode);
    });
    DecisionDesk& desk = services().decisions;
    connect(&desk, &DecisionDesk::undone, this, &DeparturePage::comeBack);
    connect(&desk, &DecisionDesk::refused, this, [this](const Decision& decision, const Failure& failure) {
        if (failure.code == FailureCode::VersionChanged && decision.kind == DecisionKind::StartDeparture &&
            decision.departure && decision.departure->newcomers.isEmpty()) {
            showNotice(Banner::Tone::Warning, qtTrId("dep.changed"), qtTrId("dep.changed.body"));
        }
        comeBack(decision);
    });
    connect(&desk, &DecisionDesk::taken, this, [this](const Decision& decision) {
        if (m_reasons.contains(decision.target)) {
            tellReason(decision.siren, decision.target, m_reasons.take(decision.target));
        }
    });
}

void DeparturePage::setWidthClass(WidthClass width)
{
    DataPage::setWidthClass(width);
    const bool stacked = width == WidthClass::Rail;
    m_check->setStacked(stacked);
    m_progress->setStacked(stacked);
    m_done->setStacked(stacked);
    if (snapshot() && !m_siren.isEmpty()) {
        refresh();
    }
}

DepartureText DeparturePage::text() const
{
    return DepartureText(accountText());
}

void DeparturePage::showTarget(const QString& target)
{
    keepBegun();
    if (target.startsWith(personPrefix)) {
        check(target.mid(personPrefix.size()), begunFor(target.mid(personPrefix.size())));
    } else if (target.startsWith(accountPrefix)) {
        const QString account = target.mid(accountPrefix.size());
        check(account, allBut(account));
    } else if (target.startsWith(departurePrefix)) {
        follow(target.mid(departurePrefix.size()));
    } else if (target == unfinishedTarget) {
        go(Step::Choosing);
    }
}

void DeparturePage::check(const QString& subject, const DepartureChoices& choices)
{
    m_subject = subject;
    m_departure.clear();
    m_plan = {};
    m_check->setChoices(choices);
    hideNotice();
    go(Step::Checking);
}

DepartureChoices DeparturePage::allBut(const QString& account) const
{
    DepartureChoices choices;
    const Leaver* leaver = snapshot() ? leaverFor(m_people, *snapshot(), account) : nullptr;
    for (const qsizetype i : leaver ? leaver->accounts : QList<qsizetype>()) {
        choices.kept.insert(snapshot()->accounts.at(i).id);
    }
    choices.kept.remove(account);
    return choices;
}

void DeparturePage::follow(const QString& departure)
{
    m_departure = departure;
    m_followed = {};
    m_stepsWanted = false;
    hideNotice();
    go(Step::Following);
}

void DeparturePage::go(Step step)
{
    if (step == Step::Choosing) {
        keepBegun();
    }
    m_step = step;
    if (step == Step::Choosing) {
        m_subject.clear();
        m_departure.clear();
        m_plan = {};
    }
    refresh();
    if (isVisible()) {
        focusTitle();
    }
}

void DeparturePage::showData(const CompanySnapshot& snapshot)
{
    if (std::exchange(m_siren, snapshot.company.siren) != snapshot.company.siren) {
        m_step = Step::Choosing;
        m_subject.clear();
        m_departure.clear();
        m_plan = {};
        m_people.clear();
        m_begun.clear();
        m_staff->setPicked({});
        m_peopleAsOf = {};
        m_choose->clearSearch();
    }
    if (m_peopleAsOf != snapshot.asOf) {
        m_peopleAsOf = snapshot.asOf;
        m_people = leavers(snapshot, dateText().today());
    }
    showStep(snapshot);
    tellReasons(snapshot);
}

void DeparturePage::showStep(const CompanySnapshot& snapshot)
{
    bool moving = false;
    if (m_step == Step::Following && !showFollowing(snapshot)) {
        m_step = m_subject.isEmpty() ? Step::Choosing : Step::Checking;
    }
    if (m_step == Step::Checking && !showChecking(snapshot)) {
        m_step = Step::Choosing;
        showNotice(Banner::Tone::Info, qtTrId("dep.gone"), {});
    }
    if (m_step == Step::Choosing) {
        showChoosing(snapshot);
    }
    if (m_step == Step::Following) {
        const Departure* shown = departureOf(snapshot, m_departure);
        moving = shown && isMoving(snapshot, *shown) && canDecide();
    }
    if (moving && !m_watch.isActive()) {
        m_watch.start();
    } else if (!moving) {
        m_watch.stop();
    }
}

void DeparturePage::showOnly(const QWidget* panel, const QString& code)
{
    for (QWidget* one : QList<QWidget*>{m_choose, m_check, m_progress, m_done}) {
        if (one != panel) {
            one->hide();
        }
    }
    for (QWidget* one : QList<QWidget*>{m_choose, m_check, m_progress, m_done}) {
        one->setVisible(one == panel);
    }
    header().screenCode().setCode(code);
}

QList<Departure> DeparturePage::announcedDepartures(const CompanySnapshot& snapshot) const
{
    QList<Departure> found;
    for (const DecisionTracker::Progress& progress : tracker().all()) {
        const Decision& decision = progress.decision;
        if (decision.kind == DecisionKind::StartDeparture && decision.siren == snapshot.company.siren &&
            !departureOf(snapshot, decision.target) && decision.departure &&
            decision.departure->newcomers.isEmpty()) {
            found += announced(snapshot, decision);
        }
    }
    return found;
}

void DeparturePage::showChoosing(const CompanySnapshot& snapshot)
{
    m_model.setContent(text(), m_people, announcedDepartures(snapshot));
    m_choose->showParts();
    m_choose->setWaiting(m_staff->waiting(m_people));
    showOnly(m_choose, QStringLiteral("R-40"));
}

bool DeparturePage::showChecking(const CompanySnapshot& snapshot)
{
    const Leaver* leaver = leaverFor(m_people, snapshot, m_subject);
    if (!leaver) {
        return false;
    }
    const DeparturePlan plan = planDeparture(snapshot, *leaver, dateText().today(), m_check->choices().kept);
    if (needsAnotherLook(m_plan, plan, m_check->choices())) {
        showNotice(Banner::Tone::Warning, qtTrId("dep.changed"), qtTrId("dep.changed.body"));
    }
    m_plan = plan;
    m_check->show(text(), plan, canDecide() ? QString() : offlineReason());
    showOnly(m_check, QStringLiteral("R-41"));
    return true;
}

bool DeparturePage::showFollowing(const CompanySnapshot& snapshot)
{
    const Departure* known = departureOf(snapshot, m_departure);
    std::optional<Departure> coming;
    if (!known) {
        for (const Departure& one : announcedDepartures(snapshot)) {
            if (one.id == m_departure) {
                coming = one;
            }
        }
    }
    if (!known && !coming && m_followed.id == m_departure) {
        coming = m_followed;
    }
    if (!known && !coming) {
        return false;
    }
    const Departure departure = known ? *known : *coming;
    m_followed = departure;
    const DepartureTally tally = tallyOf(departure);
    const bool inMotion = !known || departure.state == DepartureState::Scheduled ||
                          isMoving(snapshot, departure) || tally.failed > 0 ||
                          (tally.closed == 0 && tally.waiting + tally.underWay > 0);
    if (inMotion || m_stepsWanted) {
        m_progress->show(text(), contentOf(departure, !known));
        showOnly(m_progress, QStringLiteral("R-42"));
        return true;
    }
    const QString contact = AccountFacts::foldedAddress(snapshot.contactEmail.address);
    const bool theirs =
        !contact.isEmpty() &&
        std::any_of(departure.steps.cbegin(), departure.steps.cend(), [&](const DepartureStep& step) {
            const PortalAccount* one = account(step.account);
            return one && AccountFacts::foldedAddress(one->email) == contact;
        });
    m_done->show(text(), departure, theirs);
    showOnly(m_done, QStringLiteral("R-43"));
    return true;
}

ProgressPanel::Content DeparturePage::contentOf(const Departure& departure, bool announced) const
{
    ProgressPanel::Content content;
    content.departure = departure;
    content.announced = announced;
    const auto starting = tracker().progress(departure.id);
    content.undoable = starting && starting->stage == DecisionTracker::Stage::Undoable;
    content.hindrance = canDecide() ? QString() : offlineReason();
    content.stopping = tracker().progress(departure.id).has_value() && !announced;
    for (const DepartureStep& step : departure.steps) {
        if (tracker().progress(step.account)) {
            content.hindered.insert(step.account, qtTrId("dep.step.pending"));
        }
        const PortalAccount* one = account(step.account);
        if (step.restorableUntil && *step.restorableUntil > dateText().now() && one &&
            one->state == AccountState::Closed) {
            content.restorable.insert(step.account);
        }
    }
    return content;
}

const PortalAccount* DeparturePage::account(const QString& id) const
{
    const auto& all = snapshot()->accounts;
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [&id](const auto& one) { return one.id == id; });
    return found == all.cend() ? nullptr : &*found;
}

bool DeparturePage::focusSearch()
{
    if (m_step == Step::Choosing) {
        m_choose->focusSearch();
    }
    return m_step == Step::Choosing;
}

void DeparturePage::keyPressEvent(QKeyEvent* event)
{
    // One step back; nothing was sent.
    if (event->key() == Qt::Key_Escape && m_step == Step::Checking) {
        go(Step::Choosing);
        return;
    }
    DataPage::keyPressEvent(event);
}

} // namespace proconnect::ui
