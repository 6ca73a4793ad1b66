// SPDX-License-Identifier: MIT
#include "ui/contact_email/ContactEmailPage.h"

#include "core/sync/Workspace.h"
#include "ui/contact_email/ContactEmailForm.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/ScreenCode.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {
namespace {

constexpr int sideWidth = 340;

BadgeContent stateBadge(EmailState state)
{
    switch (state) {
    case EmailState::RecordedInSirene:
        return {BadgeKind::Ok, qtTrId("mail.st.recorded"), QStringLiteral("check")};
    case EmailState::Verified:
        return {BadgeKind::Info, qtTrId("mail.st.verified"), QStringLiteral("check")};
    case EmailState::SentToSirene:
        return {BadgeKind::Info, qtTrId("mail.st.sent"), QStringLiteral("deadline")};
    case EmailState::Unreachable:
        return {BadgeKind::Error, qtTrId("mail.st.unreachable"), QStringLiteral("error")};
    case EmailState::RejectedBySirene:
        return {BadgeKind::Error, qtTrId("mail.st.rejected"), QStringLiteral("error")};
    case EmailState::Outdated:
        return {BadgeKind::Warning, qtTrId("mail.st.outdated"), QStringLiteral("warning")};
    case EmailState::DeclaredNotVerified:
    case EmailState::Absent:
        break;
    }
    return {BadgeKind::Outline, qtTrId("mail.st.unverified"), {}};
}

/// A register may write an address in its own case.
bool sameAddress(const QString& one, const QString& other)
{
    return !one.isEmpty() && one.compare(other, Qt::CaseInsensitive) == 0;
}

bool healthy(EmailState state)
{
    return state == EmailState::RecordedInSirene || state == EmailState::Verified ||
           state == EmailState::SentToSirene;
}

} // namespace

ContactEmailPage::ContactEmailPage(const Services& services, QWidget* parent)
    : DataPage(services, qtTrId("nav.email"), QStringLiteral("E-55"), parent), m_columns(new QHBoxLayout),
      m_icon(new IconLabel(services.theme, QStringLiteral("email"), ColorRole::TextMuted, 24)),
      m_label(new TextLabel(qtTrId("mail.current.plain"), TextStyle::Table, TextLabel::Ink::Muted)),
      m_address(new TextLabel({}, TextStyle::H2)),
      m_state(new Badge(services.theme, stateBadge(EmailState::Absent))),
      m_since(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted)),
      m_pending(new Banner(services.theme, Banner::Tone::Info, qtTrId("mail.pending.title"))),
      m_form(new ContactEmailForm(services.theme, services.clock, services.contactEmail))
{
    header().setSubtitle(qtTrId("mail.sub"));
    m_side = makeSide();
    m_columns->setSpacing(services.theme.px(20));
    m_columns->addWidget(makeMain(), 1, Qt::AlignTop);
    m_columns->addWidget(m_side, 0, Qt::AlignTop);
    content()->addLayout(m_columns);
    content()->addStretch();
    connect(m_form, &ContactEmailForm::stepChanged, this,
            [this](const QString& code) { header().screenCode().setCode(code); });
    connect(m_form, &ContactEmailForm::changed, this, [this](const QString& address) {
        m_verified = address;
        const CompanySnapshot* shown = snapshot();
        m_first = !shown || shown->contactEmail.address.isEmpty();
        showNotice(Banner::Tone::Success, qtTrId("mail.done"),
                   qtTrId(m_first ? "mail.done.body.first" : "mail.done.body").arg(address));
        if (shown) {
            showPending(shown->contactEmail);
        }
        this->services().workspace.refresh();
    });
    ContactEmailPage::setWidthClass(WidthClass::Normal);
}

QWidget* ContactEmailPage::makeMain()
{
    const Theme& look = theme();
    auto* card = new Card(look);
    card->body()->setContentsMargins(look.px(36), look.px(28), look.px(36), look.px(28));
    card->body()->setSpacing(look.px(18));
    auto* current = new QHBoxLayout;
    current->setSpacing(look.px(14));
    current->addWidget(m_icon, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(look.px(3));
    words->addWidget(m_label->wrapped());
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->addWidget(m_address->wrapped());
    auto* state = new FlowLayout(look.px(10), look.px(4));
    state->addWidget(m_state);
    state->addWidget(m_since->flowing());
    words->addLayout(state);
    current->addLayout(words, 1);
    card->body()->addLayout(current);
    m_pending->hide();
    card->body()->addWidget(m_pending);
    card->addRule();
    card->body()->addWidget(m_form);
    return card;
}

QWidget* ContactEmailPage::makeSide()
{
    const Theme& look = theme();
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look.px(20));
    auto* what = new Card(look);
    what->body()->addWidget((new TextLabel(qtTrId("mail.side"), TextStyle::H3))->wrapped());
    what->body()->addWidget((new TextLabel(qtTrId("mail.side.body"), TextStyle::Table))->wrapped());
    for (const QString& words : {qtTrId("mail.side.1"), qtTrId("mail.side.2"), qtTrId("mail.side.3")}) {
        auto* row = new QHBoxLayout;
        row->setSpacing(look.px(12));
        row->addWidget(new IconLabel(look, QStringLiteral("check"), ColorRole::SuccessText, 16), 0,
                       Qt::AlignTop);
        row->addWidget((new TextLabel(words, TextStyle::Table))->wrapped(), 1);
        what->body()->addLayout(row);
    }
    column->addWidget(what);
    auto* special = new Card(look);
    special->body()->addWidget((new TextLabel(qtTrId("mail.portals"), TextStyle::H3))->wrapped());
    special->body()->addWidget(
        (new TextLabel(qtTrId("mail.impots"), TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    column->addWidget(special);
    return side;
}

void ContactEmailPage::setWidthClass(WidthClass width)
{
    DataPage::setWidthClass(width);
    const bool twoColumns = width == WidthClass::Normal || width == WidthClass::Wide;
    m_columns->setDirection(twoColumns ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_side->setMinimumWidth(twoColumns ? theme().px(sideWidth) : 0);
    m_side->setMaximumWidth(twoColumns ? theme().px(sideWidth) : QWIDGETSIZE_MAX);
}

QVariant ContactEmailPage::draft() const
{
    return m_form->draft();
}

void ContactEmailPage::restoreDraft(const QVariant& draft)
{
    m_form->restoreDraft(draft);
}

void ContactEmailPage::showData(const CompanySnapshot& snapshot)
{
    if (m_siren != snapshot.company.siren) {
        m_siren = snapshot.company.siren;
        m_verified.clear(); // it was the address of another company
        hideNotice();
    }
    showCurrent(snapshot.contactEmail);
    showPending(snapshot.contactEmail);
    m_form->setCompany(snapshot.company.siren, snapshot.contactEmail.address, canDecide(), offlineReason());
}

void ContactEmailPage::showCurrent(const ContactEmail& email)
{
    const bool present = !email.address.isEmpty();
    m_label->setText(email.state == EmailState::RecordedInSirene || email.state == EmailState::Unreachable
                         ? qtTrId("mail.current")
                         : qtTrId("mail.current.plain"));
    m_address->setText(present ? email.address : qtTrId("mail.current.none"));
    m_icon->setIcon(QStringLiteral("email"),
                    healthy(email.state) ? ColorRole::TextMuted : ColorRole::WarningText);
    m_state->setVisible(present);
    m_state->setContent(stateBadge(email.state));
    m_since->setVisible(email.changedAt.has_value());
    if (email.changedAt) {
        const DateText dates = dateText();
        m_since->setText(qtTrId("mail.since").arg(dates.longDate(DateText::dayOf(*email.changedAt))));
    }
}

void ContactEmailPage::showPending(const ContactEmail& email)
{
    EmailState state = email.pendingState;
    QString address = email.pendingAddress;
    if (!m_verified.isEmpty()) {
        const bool inPlace = sameAddress(email.address, m_verified);
        const bool shown =
            inPlace || (sameAddress(address, m_verified) && state != EmailState::DeclaredNotVerified);
        if (inPlace) {
            showNotice(Banner::Tone::Success, qtTrId("mail.done"),
                       qtTrId(m_first ? "mail.done.recorded.first" : "mail.done.recorded").arg(m_verified));
        } else if (state == EmailState::RejectedBySirene && shown) {
            hideNotice(); // the banner says what became of it
        }
        if (shown) {
            const bool final = inPlace || state == EmailState::RejectedBySirene;
            m_verified = final ? QString() : m_verified;
        } else {
            // The data on screen are older than the code that the service accepted.
            address = m_verified;
            state = EmailState::Verified;
        }
    }
    // Until its code is given, an address is only what stands in the form.
    const bool proven = !address.isEmpty() && state != EmailState::DeclaredNotVerified;
    m_pending->setVisible(proven);
    if (!proven) {
        return;
    }
    const bool rejected = state == EmailState::RejectedBySirene;
    const bool first = email.address.isEmpty();
    const char* words = nullptr;
    if (rejected) {
        words = first ? "mail.pending.rejected.first" : "mail.pending.rejected";
    } else if (state == EmailState::SentToSirene) {
        words = first ? "mail.pending.sent.first" : "mail.pending.sent";
    } else {
        words = first ? "mail.pending.verified.first" : "mail.pending.verified";
    }
    m_pending->setTone(rejected ? Banner::Tone::Error : Banner::Tone::Info);
    m_pending->setText(qtTrId(rejected ? "mail.rejected.title" : "mail.pending.title"),
                       qtTrId(words).arg(address));
}

} // namespace proconnect::ui
