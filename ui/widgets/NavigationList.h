// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace proconnect::ui {

class NavigationItem;
class Theme;

/// The entries of the side menu: one is active; arrows move, Enter opens.
class NavigationList final : public QWidget
{
    Q_OBJECT

public:
    /// Full names and group titles; short names and thin lines; icons only.
    enum class Density { Full, Narrow, Rail };

    explicit NavigationList(const Theme& theme, QWidget* parent = nullptr);

    /// Group of the entries that follow: a title when full, a line when narrow; empty: only some space.
    void addGroup(const QString& title);
    /// What follows stands at the bottom.
    void addStretch();
    void addEntry(const QString& id, const QString& iconName, const QString& name, const QString& shortName);

    void setActive(const QString& id);
    [[nodiscard]] const QString& active() const { return m_active; }
    /// Zero takes the badge away.
    void setCount(const QString& id, int count);
    /// Entries are shown unless told otherwise.
    void setShown(const QString& id, bool shown);
    void setDensity(Density density);
    void focusActive();

Q_SIGNALS:
    void entryChosen(const QString& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] NavigationItem* item(const QString& id) const;

    const Theme& m_theme;
    QVBoxLayout* m_column;
    QList<NavigationItem*> m_items;
    QList<QWidget*> m_titles;
    QList<QWidget*> m_rules;
    QString m_active;
};

} // namespace proconnect::ui
