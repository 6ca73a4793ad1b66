// SPDX-License-Identifier: MIT
#include "ui/export/TablePdf.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <numeric>

namespace proconnect::ui {
namespace {

constexpr int dotsPerInch = 150;
constexpr int margin = 80;
constexpr int cellSide = 8;
constexpr int cellTop = 5;
constexpr double titlePoints = 14;
constexpr double textPoints = 8;

constexpr int wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap | Qt::TextWrapAnywhere;

class Writer
{
public:
    Writer(QPdfWriter& pdf, QPainter& painter, const TextTable& table, const TablePage& page)
        : m_pdf(pdf), m_painter(painter), m_table(table), m_page(page), m_text(painter.font()),
          m_bold(painter.font()), m_title(painter.font())
    {
        m_text.setPointSizeF(textPoints);
        m_bold.setPointSizeF(textPoints);
        m_bold.setBold(true);
        m_title.setPointSizeF(titlePoints);
        m_title.setBold(true);
        const int all = std::max(1, std::accumulate(page.shares.cbegin(), page.shares.cend(), 0));
        for (const int share : page.shares) {
            m_widths += width() * share / all;
        }
    }

    void write()
    {
        // First where each page ends: every page says how many there are.
        const QList<qsizetype> starts = pageStarts();
        for (qsizetype number = 0; number < starts.size(); ++number) {
            if (number > 0) {
                m_pdf.newPage();
            }
            writeNumber(number + 1, starts.size());
            int top = writeHead(number == 0);
            const qsizetype end = number + 1 < starts.size() ? starts.at(number + 1) : m_table.lines.size();
            for (qsizetype line = starts.at(number); line < end; ++line) {
                top = writeLine(m_table.lines.at(line), top, m_text);
            }
            if (number + 1 == starts.size()) {
                writeText(m_page.closing, top + cellTop * 2, m_text);
            }
        }
    }

private:
    [[nodiscard]] int width() const { return m_pdf.width() - 2 * margin; }
    [[nodiscard]] int bottom() const { return m_pdf.height() - margin; }

    [[nodiscard]] int heightOf(const QString& text, int room, const QFont& font) const
    {
        return QFontMetrics(font, &m_pdf).boundingRect(0, 0, room, bottom(), wrapped, text).height();
    }
    /// The text, or as much of its beginning as is not higher than `highest`.
    [[nodiscard]] QString fitting(const QString& text, int room, int highest, const QFont& font) const
    {
        if (heightOf(text, room, font) <= highest) {
            return text;
        }
        const auto cut = [&text](qsizetype length) { return text.first(length) + QChar(0x2026); };
        qsizetype fits = 0;
        for (qsizetype tooMuch = text.size(); tooMuch - fits > 1;) {
            const qsizetype length = (fits + tooMuch) / 2;
            (heightOf(cut(length), room, font) <= highest ? fits : tooMuch) = length;
        }
        return cut(fits);
    }
    [[nodiscard]] int lineHeight(const QStringList& texts, const QFont& font) const
    {
        int height = 0;
        for (qsizetype i = 0; i < m_widths.size(); ++i) {
            height = std::max(height, heightOf(texts.value(i), m_widths.at(i) - 2 * cellSide, font));
        }
        // Higher than a page, it would never end.
        return std::min(height + 2 * cellTop, bottom() / 2);
    }
    [[nodiscard]] int headHeight(bool first) const
    {
        const int titles = first ? heightOf(m_page.title, width(), m_title) +
                                       heightOf(m_page.subtitle, width(), m_text) + 4 * cellTop
                                 : 0;
        return margin + titles + lineHeight(m_table.columns, m_bold);
    }
    [[nodiscard]] QList<qsizetype> pageStarts() const
    {
        QList<qsizetype> starts{0};
        int top = headHeight(true);
        for (qsizetype line = 0; line < m_table.lines.size(); ++line) {
            const int height = lineHeight(m_table.lines.at(line), m_text);
            if (top + height > bottom() && line > starts.last()) {
                starts += line;
                top = headHeight(false);
            }
            top += height;
        }
        if (top + heightOf(m_page.closing, width(), m_text) > bottom()) {
            starts += m_table.lines.size();
        }
        return starts;
    }

    int writeText(const QString& text, int top, const QFont& font)
    {
        const int height = heightOf(text, width(), font);
        m_painter.setFont(font);
        m_painter.drawText(QRect(margin, top, width(), height), wrapped, text);
        return top + height;
    }
    int writeHead(bool first)
    {
        int top = margin;
        if (first) {
            top = writeText(m_page.title, top, m_title) + 2 * cellTop;
            top = writeText(m_page.subtitle, top, m_text) + 2 * cellTop;
        }
        return writeLine(m_table.columns, top, m_bold);
    }
    int writeLine(const QStringList& texts, int top, const QFont& font)
    {
        const int height = lineHeight(texts, font);
        m_painter.setFont(font);
        int left = margin;
        for (qsizetype i = 0; i < m_widths.size(); ++i) {
            const int room = m_widths.at(i) - 2 * cellSide;
            const int highest = height - 2 * cellTop;
            m_painter.drawText(QRect(left + cellSide, top + cellTop, room, highest), wrapped,
                               fitting(texts.value(i), room, highest, font));
            left += m_widths.at(i);
        }
        m_painter.drawLine(margin, top + height, margin + width(), top + height);
        return top + height;
    }
    void writeNumber(qsizetype number, qsizetype of)
    {
        m_painter.setFont(m_text);
        m_painter.drawText(QRect(margin, bottom() + cellTop, width(), margin / 2),
                           Qt::AlignRight | Qt::AlignTop, qtTrId("exp.page").arg(number).arg(of));
    }

    QPdfWriter& m_pdf;
    QPainter& m_painter;
    const TextTable& m_table;
    const TablePage& m_page;
    QFont m_text;
    QFont m_bold;
    QFont m_title;
    QList<int> m_widths;
};

} // namespace

Outcome<Done> writeTablePdf(QIODevice& device, const TextTable& table, const TablePage& page)
{
    QPdfWriter pdf(&device);
    pdf.setTitle(page.title);
    pdf.setResolution(dotsPerInch);
    pdf.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF()));
    QPainter painter;
    if (!painter.begin(&pdf)) {
        return Failure{FailureCode::StorageUnreadable, QStringLiteral("the PDF could not be begun"), {}};
    }
    Writer(pdf, painter, table, page).write();
    return painter.end() ? Outcome<Done>(Done{})
                         : Outcome<Done>(Failure{FailureCode::StorageUnreadable, device.errorString(), {}});
}

} // namespace proconnect::ui
