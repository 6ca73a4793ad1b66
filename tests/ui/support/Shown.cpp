// SPDX-License-Identifier: MIT
#include "tests/ui/support/Shown.h"

#include "ui/widgets/Button.h"

#include <QLabel>

#include <algorithm>

namespace proconnect::tests {

QString shownText(const QWidget& root)
{
    QStringList texts;
    for (const QLabel* label : root.findChildren<QLabel*>()) {
        if (label->isVisible()) {
            texts.append(label->text());
        }
    }
    for (const QAbstractButton* button : root.findChildren<QAbstractButton*>()) {
        if (button->isVisible()) {
            texts.append(button->text());
        }
    }
    return texts.join(u'\n');
}

ui::Button* buttonNamed(const QWidget& root, const QString& text)
{
    const auto all = root.findChildren<ui::Button*>();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const auto* one) { return one->isVisible() && one->text() == text; });
    return found == all.end() ? nullptr : *found;
}

} // namespace proconnect::tests
