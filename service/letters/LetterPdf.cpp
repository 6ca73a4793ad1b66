// SPDX-License-Identifier: MIT
#include "service/letters/LetterPdf.h"

#include <cairo-pdf.h>
#include <memory>
#include <pango/pangocairo.h>

namespace proconnect::service {
namespace {

// Points, 72 to the inch.
constexpr double pageWidth = 595.28;
constexpr double pageHeight = 841.89;
constexpr double margin = 70.87;
constexpr double recipientFrom = 297.64;
constexpr double blockSpace = 22;
constexpr double paragraphSpace = 9;
constexpr double signatureSpace = 48;
constexpr double fontSize = 10.5;

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;
using Layout = std::unique_ptr<PangoLayout, decltype(&g_object_unref)>;
using Font = std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)>;

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length)
{
    static_cast<QByteArray*>(closure)->append(reinterpret_cast<const char*>(data),
                                              static_cast<qsizetype>(length));
    return CAIRO_STATUS_SUCCESS;
}

/// Writes blocks of text one below the other, over as many pages as they take.
class Writer
{
public:
    explicit Writer(cairo_t* context) : m_context(context) {}

    void write(const QString& text, double left, bool bold = false)
    {
        const Layout layout(pango_cairo_create_layout(m_context), &g_object_unref);
        const Font font(pango_font_description_from_string("Inter, DejaVu Sans, sans-serif"),
                        &pango_font_description_free);
        pango_font_description_set_absolute_size(font.get(), pango_units_from_double(fontSize));
        pango_font_description_set_weight(font.get(), bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_layout_set_font_description(layout.get(), font.get());
        pango_layout_set_width(layout.get(), pango_units_from_double(pageWidth - margin - left));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        const QByteArray bytes = text.toUtf8();
        pango_layout_set_text(layout.get(), bytes.constData(), static_cast<int>(bytes.size()));
        int width = 0;
        int height = 0;
        pango_layout_get_size(layout.get(), &width, &height);
        const double room = pango_units_to_double(height);
        if (m_top + room > pageHeight - margin) {
            cairo_show_page(m_context);
            m_top = margin;
        }
        cairo_tag_begin(m_context, bold ? "H1" : "P", nullptr);
        cairo_move_to(m_context, left, m_top);
        pango_cairo_show_layout(m_context, layout.get());
        cairo_tag_end(m_context, bold ? "H1" : "P");
        m_top += room;
    }
    void skip(double space) { m_top += space; }

private:
    cairo_t* m_context;
    double m_top = margin;
};

} // namespace

Outcome<QByteArray> letterPdf(const Letter& letter)
{
    QByteArray pdf;
    const Surface surface(cairo_pdf_surface_create_for_stream(&append, &pdf, pageWidth, pageHeight),
                          &cairo_surface_destroy);
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                   letter.subject.toUtf8().constData());
    const QByteArray at = letter.at.toUTC().toString(Qt::ISODate).toUtf8();
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, at.constData());
    {
        const Context context(cairo_create(surface.get()), &cairo_destroy);
        Writer writer(context.get());
        writer.write(letter.sender.join(u'\n'), margin);
        writer.skip(blockSpace);
        writer.write(letter.recipient.join(u'\n'), recipientFrom);
        writer.skip(blockSpace);
        writer.write(letter.dateLine, recipientFrom);
        writer.skip(blockSpace);
        writer.write(letter.subject, margin, true);
        writer.skip(blockSpace);
        for (const QString& paragraph : letter.paragraphs) {
            writer.write(paragraph, margin);
            writer.skip(paragraphSpace);
        }
        writer.skip(signatureSpace);
        writer.write(letter.signature.join(u'\n'), recipientFrom);
        cairo_show_page(context.get());
    }
    cairo_surface_finish(surface.get());
    const cairo_status_t status = cairo_surface_status(surface.get());
    if (status != CAIRO_STATUS_SUCCESS) {
        return Failure{FailureCode::Internal, QString::fromLatin1(cairo_status_to_string(status)), {}};
    }
    return pdf;
}

} // namespace proconnect::service
