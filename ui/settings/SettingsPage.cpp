// SPDX-License-Identifier: MIT
#include "ui/settings/SettingsPage.h"

#include "core/sync/Workspace.h"
#include "ui/UiSettings.h"
#include "ui/receipts/ReceiptsCard.h"
#include "ui/settings/DevicesCard.h"
#include "ui/text/Language.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/SegmentedControl.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QCheckBox>

#include <array>

namespace proconnect::ui {
namespace {

constexpr std::array scales{1.0, 1.15, 1.3, 1.5, 1.75, 2.0};
constexpr int nameWidth = 220;
constexpr int widest = 900;

int indexOfScale(double scale)
{
    int nearest = 0;
    for (int i = 0; i < static_cast<int>(scales.size()); ++i) {
        if (qAbs(scales[static_cast<std::size_t>(i)] - scale) <
            qAbs(scales[static_cast<std::size_t>(nearest)] - scale)) {
            nearest = i;
        }
    }
    return nearest;
}

/// A box that says "yes" or "no"; its name is the setting's.
QCheckBox* makeSwitch(const QString& name, bool on)
{
    auto* box = new QCheckBox;
    const auto say = [box, name](bool checked) {
        box->setText(qtTrId(checked ? "common.yes" : "common.no"));
        box->setAccessibleName(qtTrId("a11y.switch").arg(name, box->text()));
    };
    box->setChecked(on);
    say(on);
    QObject::connect(box, &QCheckBox::toggled, box, say);
    return box;
}

} // namespace

SettingsPage::SettingsPage(const Services& services, QWidget* parent)
    : Page(services, qtTrId("nav.settings"), QStringLiteral("S-80"), parent),
      m_devices(new DevicesCard(services)),
      m_receipts(new ReceiptsCard(services, ReceiptsCard::Length::Latest))
{
    header().setSubtitle(qtTrId("set.sub"));
    auto* column = scrolled();
    auto* card = new Card(theme(), {}, false);
    card->setMaximumWidth(theme().px(widest));
    QVBoxLayout* rows = card->body();
    addSetting(rows, qtTrId("set.theme"), qtTrId("set.theme.hint"), makeTheme());
    card->addRule();
    addSetting(rows, qtTrId("set.text"), qtTrId("set.text.hint"), makeTextSize());
    card->addRule();
    addSetting(rows, qtTrId("set.lang"), {}, makeLanguage());
    card->addRule();
    addSetting(rows, qtTrId("set.undo"), {}, (new TextLabel(qtTrId("set.undo.hint")))->flowing());
    card->addRule();
    addSetting(rows, qtTrId("set.motion"), qtTrId("set.motion.hint"), makeMotion());
    card->addRule();
    addSetting(rows, qtTrId("set.keys"), qtTrId("set.keys.hint"), makeLetters());
    card->addRule();
    const int imposed = services.settings.imposedLockMinutes();
    addSetting(rows, qtTrId("set.lock"),
               imposed > 0 ? qtTrId("set.lock.imposed", imposed) : qtTrId("set.lock.hint"), makeLock());
    column->addWidget(card);
    m_devices->setMaximumWidth(theme().px(widest));
    column->addWidget(m_devices);
    m_receipts->setWidest(theme().px(widest));
    column->addWidget(m_receipts);
    column->addStretch();
}

void SettingsPage::refresh()
{
    m_devices->refresh();
    const QString siren = services().workspace.selectedSiren();
    m_receipts->setVisible(!siren.isEmpty());
    m_receipts->showCompany(siren);
    m_receipts->refresh();
}

void SettingsPage::addSetting(QVBoxLayout* rows, const QString& name, const QString& hint, QWidget* control)
{
    // Name and control side by side, or one under the other when the text is large.
    auto* row =
        new QBoxLayout(theme().textScale() >= 1.5 ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    row->setContentsMargins(theme().px(28), theme().px(20), theme().px(28), theme().px(20));
    row->setSpacing(theme().px(24));
    auto* words = new QWidget;
    auto* column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(2));
    column->addWidget((new TextLabel(name, TextStyle::BodyStrong))->wrapped());
    if (!hint.isEmpty()) {
        column->addWidget((new TextLabel(hint, TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    }
    const bool stacked = row->direction() == QBoxLayout::TopToBottom;
    if (!stacked) {
        words->setFixedWidth(theme().px(nameWidth));
        column->addStretch();
    }
    row->addWidget(words);
    auto* beside = new QHBoxLayout;
    beside->addWidget(control);
    beside->addStretch();
    row->addLayout(beside, 1);
    rows->addLayout(row);
}

QWidget* SettingsPage::makeTheme()
{
    auto* control = new SegmentedControl(
        theme(), qtTrId("set.theme"),
        {qtTrId("set.theme.light"), qtTrId("set.theme.dark"), qtTrId("set.theme.system")});
    control->setCurrent(static_cast<int>(services().settings.themeMode()));
    connect(control, &SegmentedControl::chosen, this, [this](int index) {
        const auto mode = static_cast<Theme::Mode>(index);
        services().settings.setThemeMode(mode);
        services().theme.setMode(mode);
    });
    return control;
}

QWidget* SettingsPage::makeTextSize()
{
    QStringList choices;
    for (const double scale : scales) {
        choices.append(qtTrId("set.percent").arg(qRound(scale * 100)));
    }
    auto* control = new SegmentedControl(theme(), qtTrId("set.text"), choices);
    control->setCurrent(indexOfScale(theme().textScale()));
    connect(control, &SegmentedControl::chosen, this, [this](int index) {
        const double scale = scales[static_cast<std::size_t>(index)];
        services().settings.setTextScale(scale);
        services().theme.setTextScale(scale);
    });
    return control;
}

QWidget* SettingsPage::makeLanguage()
{
    auto* control =
        new SegmentedControl(theme(), qtTrId("set.lang"), {qtTrId("set.lang.fr"), qtTrId("set.lang.en")});
    control->setCurrent(services().language.code() == QLatin1String("en") ? 1 : 0);
    connect(control, &SegmentedControl::chosen, this, [this](int index) {
        const QString code = index == 1 ? QStringLiteral("en") : QStringLiteral("fr");
        services().settings.setLanguage(code);
        services().language.use(code);
    });
    return control;
}

QWidget* SettingsPage::makeMotion()
{
    QCheckBox* box = makeSwitch(qtTrId("set.motion"), theme().reducedMotion());
    connect(box, &QCheckBox::toggled, this, [this](bool on) {
        services().settings.setReducedMotion(on);
        services().theme.setReducedMotion(on);
    });
    return box;
}

QWidget* SettingsPage::makeLetters()
{
    QCheckBox* box = makeSwitch(qtTrId("set.keys"), services().settings.letterShortcuts());
    connect(box, &QCheckBox::toggled, this, [this](bool on) { services().settings.setLetterShortcuts(on); });
    return box;
}

QWidget* SettingsPage::makeLock()
{
    const int imposed = services().settings.imposedLockMinutes();
    QList<int> minutes;
    QStringList choices;
    for (const int one : {0, 5, 15, 30}) {
        if (imposed == 0 || (one > 0 && one <= imposed)) {
            minutes.append(one);
            choices.append(one == 0 ? qtTrId("set.lock.never") : qtTrId("set.lock.minutes").arg(one));
        }
    }
    if (minutes.size() == 1) {
        return (new TextLabel(choices.constFirst()))->flowing();
    }
    auto* control = new SegmentedControl(theme(), qtTrId("set.lock"), choices);
    control->setCurrent(static_cast<int>(minutes.indexOf(services().settings.lockMinutes())));
    connect(control, &SegmentedControl::chosen, this,
            [this, minutes](int index) { services().settings.setLockMinutes(minutes[index]); });
    return control;
}

} // namespace proconnect::ui
