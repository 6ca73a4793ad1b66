// SPDX-License-Identifier: MIT
#pragma once

#include "ui/data_page/Pane.h"
#include "ui/models/DecisionTracker.h"
#include "ui/requests/ReplacementPanel.h"
#include "ui/text/RequestText.h"

#include <optional>

class QVBoxLayout;

namespace proconnect::ui {

class Button;
class Theme;

/// What the detail shows beside the request itself.
struct RequestView
{
    AccessRequest request;
    std::optional<DecisionTracker::Progress> progress;
    std::optional<Failure> refusal; ///< why the last decision was not taken
    bool canDecide = true;
    bool director = true; ///< delegates pass nothing on
    bool compact = false; ///< narrow: consequences stand beside the buttons
    bool whole = false;   ///< the page scrolls, not the sheet
    ReplacementView replacement = {};

    friend bool operator==(const RequestView& a, const RequestView& b)
    {
        const bool sameRefusal = a.refusal.has_value() == b.refusal.has_value() &&
                                 (!a.refusal || a.refusal->code == b.refusal->code);
        return a.request == b.request && a.progress == b.progress && sameRefusal &&
               a.canDecide == b.canDecide && a.director == b.director && a.compact == b.compact &&
               a.whole == b.whole && a.replacement == b.replacement;
    }
};

/// D-02: one request, what to check, what follows from each answer, and the answers.
class RequestDetail final : public Pane
{
    Q_OBJECT

public:
    explicit RequestDetail(const Theme& theme, QWidget* parent = nullptr);

    /// Builds the sheet again only when something changed, so that the focus stays.
    void show(const RequestView& view, const RequestText& text);
    void clear();
    [[nodiscard]] QString requestId() const { return m_view ? m_view->request.id : QString(); }

Q_SIGNALS:
    void acceptClicked();
    void refuseClicked();
    void untilClicked();
    void fewerClicked();
    void askClicked();
    void forwardClicked();
    void unknownClicked();
    void accountsClicked();
    void replacementAsked(proconnect::ui::ReplacementAct act);

private:
    void build(const RequestText& text);
    void addHeading(QVBoxLayout& sheet, const RequestText& text);
    void addFindings(QVBoxLayout& sheet, const RequestText& text);
    void addState(QVBoxLayout& sheet, const RequestText& text);
    void addReplacement(QVBoxLayout& sheet);
    [[nodiscard]] QWidget* actions(const RequestText& text);
    [[nodiscard]] bool mayForward() const;
    void offerOtherAnswers(Button& button);
    [[nodiscard]] bool unknownOffered() const;

    const Theme& m_theme;
    QVBoxLayout* m_all;
    QWidget* m_content = nullptr;
    std::optional<RequestView> m_view;
    QDate m_day;
};

} // namespace proconnect::ui
