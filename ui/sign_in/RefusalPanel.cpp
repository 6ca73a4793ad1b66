// SPDX-License-Identifier: MIT
#include "ui/sign_in/RefusalPanel.h"

#include "ui/sign_in/ChoiceRow.h"
#include "ui/sign_in/ReviewPanel.h"
#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/TextLabel.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>

namespace proconnect::ui {
namespace {

struct Words
{
    QString title;
    QString why;
    QString body;
};

Words wordsOf(const CompanyCheck& check, const QString& siren, const QString& supportNumber)
{
    const QString name = check.name.isEmpty() ? siren : check.name;
    switch (check.result) {
    case CheckResult::NeedsReview:
        return {qtTrId("attach.review.title"), qtTrId("attach.review.why").arg(name),
                supportNumber.isEmpty() ? qtTrId("attach.review.body")
                                        : qtTrId("attach.review.body.call").arg(supportNumber)};
    case CheckResult::NotCovered:
        return {qtTrId("attach.notcovered.title"), qtTrId("attach.notcovered.why").arg(name),
                supportNumber.isEmpty() ? qtTrId("attach.notcovered.body")
                                        : qtTrId("attach.notcovered.body.call").arg(supportNumber)};
    default:
        return {qtTrId("attach.refused.title"), withNames(qtTrId("attach.refused.why"), {name}),
                qtTrId("attach.refused.body")};
    }
}

} // namespace

RefusalPanel::RefusalPanel(const Theme& theme, const DateText& dates, const CompanyCheck& check,
                           const QString& supportNumber, QWidget* parent)
    : QWidget(parent)
{
    const auto number = SirenNumber::parse(check.siren);
    const QString siren = number ? number->display() : check.siren;
    const Words words = wordsOf(check, siren, supportNumber);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(8));
    column->addWidget(new TextLabel(qtTrId("attach.step"), TextStyle::Small, TextLabel::Ink::Default));
    m_title = new TextLabel(words.title, TextStyle::H1);
    m_title->wrapped()->setHeading();
    column->addWidget(m_title);
    column->addSpacing(theme.px(8));
    auto* banner = new Banner(theme, Banner::Tone::Warning, words.why, words.body);
    column->addWidget(banner);
    column->addSpacing(theme.px(14));
    if (check.result == CheckResult::NeedsReview) {
        m_review = new ReviewPanel(theme, dates, check);
        connect(m_review, &ReviewPanel::sendRequested, this, &RefusalPanel::sendRequested);
        column->addWidget(m_review);
        column->addSpacing(theme.px(14));
    }
    column->addWidget(new TextLabel(qtTrId("attach.refused.ask.title"), TextStyle::BodyStrong));
    column->addSpacing(theme.px(4));
    if (check.result != CheckResult::NotCovered) {
        auto* again = new ChoiceRow(theme, QStringLiteral("refresh"), qtTrId("attach.refused.again"),
                                    qtTrId("attach.refused.again.body"));
        connect(again, &QAbstractButton::clicked, this, &RefusalPanel::checkAgainRequested);
        column->addWidget(again);
    }
    auto* fix = new ChoiceRow(theme, QStringLiteral("edit"), qtTrId("attach.refused.fix"),
                              qtTrId("attach.refused.fix.body").arg(siren));
    connect(fix, &QAbstractButton::clicked, this, &RefusalPanel::correctionRequested);
    column->addWidget(fix);
    if (supportNumber.isEmpty()) {
        return;
    }
    const QString how = check.reviewReference.isEmpty()
                            ? qtTrId("attach.refused.call.body").arg(supportNumber)
                            : qtTrId("attach.refused.call.ref").arg(supportNumber, check.reviewReference);
    auto* call = new ChoiceRow(theme, QStringLiteral("phone"), qtTrId("attach.refused.call"), how);
    call->setToolTip(qtTrId("attach.refused.call.copy"));
    connect(call, &QAbstractButton::clicked, call, [supportNumber, reference = check.reviewReference] {
        QApplication::clipboard()->setText(QStringList{supportNumber, reference}.join(u' ').trimmed());
    });
    column->addWidget(call);
}

void RefusalPanel::showSending(const Outcome<ReviewTransmission>& outcome)
{
    if (m_review) {
        m_review->showOutcome(outcome);
    }
}

void RefusalPanel::focusTitle()
{
    m_title->setFocus(Qt::OtherFocusReason);
}

} // namespace proconnect::ui
