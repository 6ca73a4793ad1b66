// SPDX-License-Identifier: MIT
#pragma once

#include "tests/ui/fakes/SampleDepartures.h"
#include "tests/ui/support/Shown.h"
#include "tests/ui/support/UiBench.h"
#include "ui/departure/DeparturePage.h"
#include "ui/widgets/Button.h"

#include <memory>

class QComboBox;
class QListView;

namespace proconnect::tests {

/// The page of departures over the demonstration's company.
class DepartureBench
{
public:
    explicit DepartureBench(const QSize& size = QSize(1016, 800));

    UiBench bench;

    [[nodiscard]] ui::DeparturePage& page() const { return *m_page; }
    [[nodiscard]] QString text() const { return shownText(*m_page); }
    [[nodiscard]] bool shows(const QString& words) const { return text().contains(words); }
    /// The data as they are once `change` was made in them.
    template <typename Change>
    void show(Change change)
    {
        CompanySnapshot snapshot = *bench.workspace.snapshot();
        change(snapshot);
        snapshot.asOf = snapshot.asOf.addSecs(1);
        ++snapshot.cursor;
        bench.workspace.show(snapshot);
        m_page->refresh();
        settle();
    }
    void open(const QString& target);
    /// The page is gone; page() is not to be asked any more.
    void closePage() { m_page.reset(); }
    void press(const QString& text);
    /// Of the account, by the name of the control's part: "tick", "successor", "without".
    template <typename Widget>
    [[nodiscard]] Widget* control(const QString& part, const QString& account) const
    {
        return m_page->findChild<Widget*>(part + u':' + account);
    }
    void choose(const QString& account, const QString& successor);
    [[nodiscard]] QListView& list() const;
    /// What the list shows, headings too.
    [[nodiscard]] QStringList rows() const;
    [[nodiscard]] Decision last() const { return bench.decisions.submitted().constLast(); }

private:
    std::unique_ptr<ui::DeparturePage> m_page;
};

} // namespace proconnect::tests
