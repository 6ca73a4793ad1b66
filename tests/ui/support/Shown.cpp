// SPDX-License-Identifier: MIT
#include "tests/ui/support/Shown.h"

#include "tests/ui/support/UiBench.h"
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

bool shows(const QWidget& root, const QString& words)
{
    settle();
    const auto labels = root.findChildren<QLabel*>();
    return std::any_of(labels.cbegin(), labels.cend(), [&words](const QLabel* label) {
        return label->isVisible() && label->text().contains(words);
    });
}

ui::Button* buttonNamed(const QWidget& root, const QString& text)
{
    settle(); // widgets put into a visible layout are shown by the event loop
    const auto all = root.findChildren<ui::Button*>();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const auto* one) { return one->isVisible() && one->text() == text; });
    return found == all.end() ? nullptr : *found;
}

} // namespace proconnect::tests
