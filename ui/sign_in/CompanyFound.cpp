// SPDX-License-Identifier: MIT
#include "ui/sign_in/CompanyFound.h"

#include "ui/text/Format.h"
#include "ui/text/RegisterText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/BesideLayout.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/PortalTile.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QVariant>

namespace proconnect::ui {
namespace {

/// With less than this for the words, the state goes under them.
constexpr int roomForWords = 240;

QString sourceSentence(const std::optional<RegistrySource>& source)
{
    if (!source) {
        return qtTrId("attach.checked");
    }
    switch (*source) {
    case RegistrySource::Sirene:
        return qtTrId("attach.checked.sirene");
    case RegistrySource::Rne:
        return qtTrId("attach.checked.rne");
    case RegistrySource::Rcs:
        return qtTrId("attach.checked.rcs");
    }
    return qtTrId("attach.checked");
}

} // namespace

CompanyFound::CompanyFound(const Theme& theme, const CompanyCheck& check, QWidget* parent) : QFrame(parent)
{
    setProperty("card", true);
    setProperty("emphasis", QStringLiteral("success"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(18));
    top->setSpacing(theme.px(16));
    top->addWidget(new PortalTile(theme, check.name, PortalTile::Subject::Company, 44));
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.px(1));
    words->addWidget((new TextLabel(check.name, TextStyle::H2))->wrapped());
    for (const QString& line : {addressText(check.address), activityText(check.activity)}) {
        if (!line.isEmpty()) {
            words->addWidget((new TextLabel(line, TextStyle::Body, TextLabel::Ink::Muted))->wrapped());
        }
    }
    auto* parts =
        new BesideLayout(BesideLayout::Grows::First, theme.px(roomForWords), theme.px(16), theme.px(8));
    parts->addLayout(words);
    parts->addWidget(new Badge(theme, {BadgeKind::Ok, qtTrId("attach.active"), QStringLiteral("check")}));
    top->addLayout(parts, 1);
    column->addLayout(top);

    auto* confirmed = new QFrame;
    confirmed->setProperty("confirmed", true);
    auto* row = new QHBoxLayout(confirmed);
    row->setContentsMargins(theme.px(22), theme.px(14), theme.px(20), theme.px(14));
    row->setSpacing(theme.px(14));
    row->addWidget(new IconLabel(theme, QStringLiteral("certify"), ColorRole::SuccessText, 20));
    auto* proof = new QVBoxLayout;
    proof->setSpacing(theme.px(2));
    proof->addWidget((new TextLabel(qtTrId("attach.confirmed").arg(uncapitalized(officeText(check.function))),
                                    TextStyle::BodyStrong))
                         ->wrapped());
    proof->addWidget((new TextLabel(sourceSentence(check.source), TextStyle::Small))->wrapped());
    row->addLayout(proof, 1);
    column->addWidget(confirmed);
}

} // namespace proconnect::ui
