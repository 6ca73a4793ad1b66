// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QButtonGroup;

namespace proconnect::ui {

class Theme;

/// Two to four exclusive choices side by side; arrows move between them.
class SegmentedControl final : public QFrame
{
    Q_OBJECT

public:
    /// `name` is what a screen reader calls the group.
    SegmentedControl(const Theme& theme, const QString& name, const QStringList& choices,
                     QWidget* parent = nullptr);

    [[nodiscard]] int current() const;
    /// Does not emit chosen().
    void setCurrent(int index);

Q_SIGNALS:
    void chosen(int index);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QButtonGroup* m_group;
};

} // namespace proconnect::ui
