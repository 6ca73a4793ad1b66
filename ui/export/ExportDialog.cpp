// SPDX-License-Identifier: MIT
#include "ui/export/ExportDialog.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QRadioButton>

namespace proconnect::ui {

ExportDialog::ExportDialog(const Theme& theme, const QString& what, QWidget* parent)
    : Dialog(theme, qtTrId("exp.title"), QStringLiteral("J-72"), parent), m_formats(new QButtonGroup(this))
{
    body()->addWidget((new TextLabel(what))->wrapped());
    const QList<std::pair<ExportFormat, QString>> choices{{ExportFormat::Csv, qtTrId("exp.csv")},
                                                          {ExportFormat::Pdf, qtTrId("exp.pdf")}};
    for (const auto& [format, name] : choices) {
        auto* choice = new QRadioButton(name);
        m_formats->addButton(choice, static_cast<int>(format));
        body()->addWidget(choice);
    }
    m_formats->button(static_cast<int>(ExportFormat::Csv))->setChecked(true);
    body()->addWidget(new Banner(theme, Banner::Tone::Neutral, qtTrId("exp.warn")));

    auto* cancel = new Button(theme, qtTrId("common.cancel"), Button::Kind::Quiet);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    auto* go = new Button(theme, qtTrId("exp.go"), Button::Kind::Primary);
    connect(go, &Button::clicked, this, [this] {
        Q_EMIT chosen(static_cast<ExportFormat>(m_formats->checkedId()));
        accept();
    });
    addButton(cancel);
    addButton(go);
}

} // namespace proconnect::ui
