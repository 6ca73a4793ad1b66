// SPDX-License-Identifier: MIT
#include "ui/theme/StyleSheet.h"

#include "ui/theme/Theme.h"

#include <QFile>

#include <optional>

namespace proconnect::ui {
namespace {

QString cssColor(const QColor& color)
{
    return color.alpha() == 255 ? color.name()
                                : QStringLiteral("rgba(%1,%2,%3,%4)")
                                      .arg(color.red())
                                      .arg(color.green())
                                      .arg(color.blue())
                                      .arg(color.alpha());
}

template <typename Names>
std::optional<std::size_t> indexOf(const Names& names, QStringView name)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name.compare(QLatin1String(names[i]), Qt::CaseInsensitive) == 0) {
            return i;
        }
    }
    return std::nullopt;
}

QString fontOf(const Theme& theme, QStringView name)
{
    const auto index = indexOf(tokens::typeNames, name);
    Q_ASSERT(index);
    const QFont font = theme.font(static_cast<TextStyle>(*index));
    return QStringLiteral("font:%1 %2px \"%3\";")
        .arg(font.weight())
        .arg(font.pixelSize())
        .arg(font.families().constFirst());
}

/// The value of one "@..." word, without its sign.
QString valueOf(const Theme& theme, QStringView word)
{
    if (word.startsWith(u"font_")) {
        return fontOf(theme, word.mid(5));
    }
    if (word.startsWith(u"px_")) {
        return QString::number(theme.px(word.mid(3).toInt())) + QLatin1String("px");
    }
    const auto index = indexOf(tokens::roleNames, word);
    Q_ASSERT_X(index, "style.qss", "unknown token");
    return cssColor(theme.color(static_cast<ColorRole>(*index)));
}

} // namespace

QString styleSheetOf(const Theme& theme)
{
    QFile file(QStringLiteral(":/theme/style.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QString source = QString::fromUtf8(file.readAll());
    QString sheet;
    sheet.reserve(source.size() * 2);
    qsizetype from = 0;
    for (qsizetype at = source.indexOf(u'@'); at >= 0; at = source.indexOf(u'@', from)) {
        qsizetype end = at + 1;
        while (end < source.size() && (source[end].isLetterOrNumber() || source[end] == u'_')) {
            ++end;
        }
        sheet += QStringView(source).sliced(from, at - from);
        sheet += valueOf(theme, QStringView(source).sliced(at + 1, end - at - 1));
        from = end;
    }
    sheet += QStringView(source).sliced(from);
    return sheet;
}

} // namespace proconnect::ui
