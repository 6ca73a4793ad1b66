// SPDX-License-Identifier: MIT
#include "ui/shell/PageStack.h"

#include "ui/shell/ActingRole.h"

#include <algorithm>

namespace proconnect::ui {

PageStack::PageStack(const Services& services, const std::vector<PageEntry>& entries, QWidget* parent)
    : QStackedWidget(parent), m_services(services), m_entries(entries)
{}

const PageEntry* PageStack::entryOf(const QString& id) const
{
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&id](const PageEntry& candidate) { return candidate.id == id; });
    return entry == m_entries.end() ? nullptr : &*entry;
}

Page* PageStack::pageOf(const PageEntry& entry)
{
    if (Page* made = m_pages.value(entry.id)) {
        return made;
    }
    Page* page = entry.make(m_services, this);
    connect(page, &Page::pageRequested, this, &PageStack::open);
    page->setWidthClass(m_width);
    m_pages.insert(entry.id, page);
    addWidget(page);
    return page;
}

void PageStack::prepare(const QString& id)
{
    if (const PageEntry* entry = entryOf(id)) {
        pageOf(*entry);
    }
}

bool PageStack::open(const QString& id, const QString& target)
{
    const PageEntry* entry = entryOf(id);
    if (!entry || !offered(*entry, m_services)) {
        return false;
    }
    Page* page = pageOf(*entry);
    page->refresh();
    if (const QVariant draft = m_drafts.take(id); draft.isValid()) {
        page->restoreDraft(draft);
    }
    if (!target.isEmpty()) {
        page->showTarget(target);
    }
    m_current = id;
    setCurrentWidget(page);
    Q_EMIT opened(id);
    return true;
}

QHash<QString, QVariant> PageStack::drafts() const
{
    QHash<QString, QVariant> drafts = m_drafts; // of pages that were not opened since
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it) {
        if (const QVariant draft = it.value()->draft(); draft.isValid()) {
            drafts.insert(it.key(), draft);
        }
    }
    return drafts;
}

Page* PageStack::currentPage() const
{
    return m_pages.value(m_current);
}

void PageStack::setWidthClass(WidthClass width)
{
    if (width == m_width) {
        return;
    }
    m_width = width;
    for (Page* page : std::as_const(m_pages)) {
        page->setWidthClass(width);
    }
}

void PageStack::refresh()
{
    if (const PageEntry* entry = entryOf(m_current); entry && !offered(*entry, m_services)) {
        open(m_entries.front().id);
    } else if (Page* page = currentPage()) {
        page->refresh();
    }
}

} // namespace proconnect::ui
