// SPDX-License-Identifier: MIT
#pragma once

#include "ui/Page.h"
#include "ui/PageEntry.h"

#include <QHash>
#include <QStackedWidget>

#include <vector>

namespace proconnect::ui {

/// The pages of the window. Each one is built when it is first opened, so that the start builds only one.
class PageStack final : public QStackedWidget
{
    Q_OBJECT

public:
    PageStack(const Services& services, const std::vector<PageEntry>& entries, QWidget* parent = nullptr);

    /// Builds the page without showing it.
    void prepare(const QString& id);
    /// Shows the page, with its data as they are now. An unknown id, or a page for directors
    /// when the person is a delegate, changes nothing and returns false.
    bool open(const QString& id, const QString& target = {});
    [[nodiscard]] const QString& currentId() const { return m_current; }
    /// Null before the first open().
    [[nodiscard]] Page* currentPage() const;
    void setWidthClass(WidthClass width);
    /// Gives the visible page the data as they are now; the others get them when they are opened. The first
    /// page takes the place of one that is no longer for the person.
    void refresh();
    /// What stands unsent on the pages, by id.
    [[nodiscard]] QHash<QString, QVariant> drafts() const;
    /// Gives each page its draft when it is built.
    void setDrafts(const QHash<QString, QVariant>& drafts) { m_drafts = drafts; }

Q_SIGNALS:
    void opened(const QString& id);

private:
    [[nodiscard]] const PageEntry* entryOf(const QString& id) const;
    Page* pageOf(const PageEntry& entry);

    const Services& m_services;
    const std::vector<PageEntry>& m_entries;
    QHash<QString, Page*> m_pages;
    QHash<QString, QVariant> m_drafts;
    QString m_current;
    WidthClass m_width = WidthClass::Normal;
};

} // namespace proconnect::ui
