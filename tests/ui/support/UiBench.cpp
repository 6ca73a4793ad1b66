// SPDX-License-Identifier: MIT
#include "tests/ui/support/UiBench.h"

#include "ui/widgets/TextLabel.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QToolButton>

namespace proconnect::tests {

UiBench::UiBench()
    : services{
          session,     renewal, workspace, decisions,  companies, contactEmail,
          delegations, devices, notes,     departures, copy,      workstation,
          settings,    threads, clock,     language,   theme,     QStringLiteral("01 99 00 12 34"),
          false,
      }
{
    language.use(QStringLiteral("fr"));
    theme.setReducedMotion(true);
    theme.applyTo(*qApp);
}

void settle()
{
    // A scroll area, its content and its labels each wait for the other.
    for (int pass = 0; pass < 6; ++pass) {
        QCoreApplication::processEvents();
    }
}

QByteArray clippedTexts(const QWidget& root)
{
    QStringList clipped;
    const auto note = [&clipped](const QWidget& widget, const QString& text, const QSize& need) {
        clipped.append(QStringLiteral("%1 “%2” has %3x%4, needs %5x%6")
                           .arg(QString::fromLatin1(widget.metaObject()->className()), text.left(40))
                           .arg(widget.width())
                           .arg(widget.height())
                           .arg(need.width())
                           .arg(need.height()));
    };
    for (const QLabel* label : root.findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty()) {
            continue;
        }
        const auto* text = qobject_cast<const ui::TextLabel*>(label);
        const bool elides = text && text->elides();
        const QSize need =
            label->wordWrap() ? QSize(label->minimumSizeHint().width(), label->heightForWidth(label->width()))
                              : label->sizeHint();
        if ((!elides && need.width() > label->width() + 1) || need.height() > label->height() + 1) {
            note(*label, label->text(), need);
        }
    }
    for (const QAbstractButton* button : root.findChildren<QAbstractButton*>()) {
        // A tool button with an icon alone keeps its text for screen readers.
        const auto* tool = qobject_cast<const QToolButton*>(button);
        const bool iconAlone =
            tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull();
        if (!button->isVisible() || button->text().isEmpty() || iconAlone) {
            continue;
        }
        const QSize need = button->minimumSizeHint();
        if (need.width() > button->width() + 1 || need.height() > button->height() + 1) {
            note(*button, button->text(), need);
        }
    }
    return clipped.join(QStringLiteral("; ")).toUtf8();
}

QByteArray namelessControls(const QWidget& root)
{
    QStringList nameless;
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus) {
            continue;
        }
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const auto* label = qobject_cast<const QLabel*>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) ||
                           (label && !label->text().isEmpty());
        if (!named) {
            nameless.append(QString::fromLatin1(widget->metaObject()->className()));
        }
    }
    return nameless.join(QStringLiteral("; ")).toUtf8();
}

void keepPicture(QWidget& widget, const QString& name)
{
    const QString directory = qEnvironmentVariable("PROCONNECT_GRABS");
    if (!directory.isEmpty()) {
        QDir().mkpath(directory);
        widget.grab().save(QDir(directory).filePath(name + QStringLiteral(".png")));
    }
}

} // namespace proconnect::tests
