// SPDX-License-Identifier: MIT
#pragma once

#include "ui/Services.h"

#include <QVariant>
#include <QWidget>

class QVBoxLayout;

namespace proconnect {
struct CompanySnapshot;
}

namespace proconnect::ui {

class Banner;
class PageHeader;

/// Effective width of the window (pixels divided by the text scale), which decides the layout (DESIGN,
/// section 4).
enum class WidthClass {
    Rail,   ///< under 1024: one column, list and detail are two pages
    Narrow, ///< 1024 to 1199: one column, smaller padding
    Normal, ///< 1200 to 1679
    Wide,   ///< 1680 and more: panels dock as a third column
};

/// A page of the main window. It is built when it is first opened, and again when language or text scale
/// change.
class Page : public QWidget
{
    Q_OBJECT

public:
    /// `title` and `code` stand at its top; the code is one of resources/screen-codes.csv.
    Page(const Services& services, const QString& title, const QString& code, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString screenCode() const;
    /// The title takes the focus, so that a screen reader speaks it.
    void focusTitle();
    [[nodiscard]] bool titleHasFocus() const;
    /// The first control under the title takes the focus.
    void focusBody();

    /// Shows the data of the workspace as they are now (there may be none yet). Called when the page opens
    /// and at each new snapshot while it is visible.
    virtual void refresh() = 0;
    /// Opens one thing on the page: a request, an account. An unknown target only opens the page.
    virtual void showTarget(const QString& target);
    /// Called before the first refresh() and at each change of class. The base sets the padding.
    virtual void setWidthClass(WidthClass width);
    /// Too low for a header that stays while the rest scrolls: the whole page then scrolls. Called at each
    /// change.
    virtual void setLow(bool low);
    /// What the person typed and has not sent; invalid when there is nothing. Kept in memory over a new
    /// sign-in of the same person and a change of language.
    [[nodiscard]] virtual QVariant draft() const;
    virtual void restoreDraft(const QVariant& draft);
    /// Ctrl+F: the search field of the page takes the focus; false when there is none.
    virtual bool focusSearch();

Q_SIGNALS:
    /// Another page is asked for: id of a PageEntry, and what to open there (may be empty).
    void pageRequested(const QString& page, const QString& target);

protected:
    [[nodiscard]] const Services& services() const { return m_services; }
    [[nodiscard]] const Theme& theme() const { return m_services.theme; }
    /// Null while there are no data.
    [[nodiscard]] const CompanySnapshot* snapshot() const;
    [[nodiscard]] PageHeader& header() { return *m_header; }
    /// Where the page puts its content, under the header. Not scrolled: use scrolled() for that.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// Puts a message between the header and the body, as wide as what the body shows.
    void addNotice(QWidget& notice);
    /// Makes the body scroll and returns the layout to fill instead of body(). Call once, from the
    /// constructor.
    QVBoxLayout* scrolled();
    [[nodiscard]] bool low() const { return m_low; }
    void resizeEvent(QResizeEvent* event) override;

private:
    void showConnection();
    void readAgain();
    void arrange();

    const Services& m_services;
    PageHeader* m_header;
    QVBoxLayout* m_column;
    QWidget* m_top; ///< the header and the messages under it
    QVBoxLayout* m_topColumn;
    QVBoxLayout* m_body;
    QVBoxLayout* m_scrolled = nullptr;
    Banner* m_connection = nullptr;
    WidthClass m_width = WidthClass::Normal;
    bool m_low = false;
};

} // namespace proconnect::ui
