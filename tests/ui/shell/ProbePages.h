// SPDX-License-Identifier: MIT
#pragma once

#include "tests/ui/support/UiBench.h"
#include "ui/Page.h"
#include "ui/PageEntry.h"

#include <QPushButton>

#include <algorithm>
#include <vector>

namespace proconnect::tests {

/// A page that counts what the window asks of it.
class ProbePage final : public ui::Page
{
    Q_OBJECT

public:
    ProbePage(const ui::Services& services, const QString& title, const QString& code, QWidget* parent)
        : Page(services, title, code, parent), m_button(new QPushButton(QStringLiteral("probe")))
    {
        addButton();
        ++built;
    }

    void refresh() override { ++refreshes; }
    void showTarget(const QString& wanted) override { target = wanted; }
    void setWidthClass(ui::WidthClass wanted) override
    {
        Page::setWidthClass(wanted);
        width = wanted;
    }

    [[nodiscard]] QVariant draft() const override { return typed.isEmpty() ? QVariant() : QVariant(typed); }
    void restoreDraft(const QVariant& draft) override { typed = draft.toString(); }

    QString typed;
    int refreshes = 0;
    QString target;
    ui::WidthClass width = ui::WidthClass::Normal;
    static inline int built = 0;

private:
    void addButton();

    QPushButton* m_button;
};

/// A menu of probe pages, and the real settings.
[[nodiscard]] std::vector<ui::PageEntry> probeEntries();

/// The visible widget of that kind under `root`; null when there is none.
template <typename T>
T* visible(const QWidget& root)
{
    const auto all = root.findChildren<T*>();
    const auto found = std::find_if(all.begin(), all.end(), [](const T* one) { return one->isVisible(); });
    return found == all.end() ? nullptr : *found;
}

/// Claire Fabre signs in, with the demonstration's data.
inline void signIn(UiBench& bench)
{
    bench.workspace.show(demonstrationSnapshot());
    bench.session.signIn(demonstrationProfile());
}

} // namespace proconnect::tests
