// SPDX-License-Identifier: MIT
#include "ui/sign_in/ReviewPanel.h"

#include "ui/sheets/FactSheet.h"
#include "ui/text/CountryText.h"
#include "ui/text/DateText.h"
#include "ui/text/FailureText.h"
#include "ui/text/RegisterText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace proconnect::ui {
namespace {

const QString france = QStringLiteral("99100");

QString genderWord(const QString& gender)
{
    return gender == u"female" ? qtTrId("attach.review.female")
           : gender == u"male" ? qtTrId("attach.review.male")
                               : QString();
}

QString countryWords(const QString& code)
{
    const QString name = countryText(code);
    return name.isEmpty() ? qtTrId("attach.review.country").arg(code)
                          : qtTrId("attach.review.town").arg(name, code);
}

QString birthplaceWords(const CheckedIdentity& identity)
{
    if (!identity.birthcountry.isEmpty() && identity.birthcountry != france) {
        const QString country = countryWords(identity.birthcountry);
        return identity.birthplace.isEmpty()
                   ? country
                   : qtTrId("attach.review.abroad").arg(identity.birthplace, country);
    }
    if (!identity.birthplaceName.isEmpty()) {
        return qtTrId("attach.review.town").arg(townText(identity.birthplaceName), identity.birthplace);
    }
    if (identity.birthcountry.isEmpty() || identity.birthplace.isEmpty()) {
        return identity.birthplace;
    }
    return qtTrId("attach.review.commune").arg(identity.birthplace);
}

} // namespace

ReviewPanel::ReviewPanel(const Theme& theme, const DateText& dates, const CompanyCheck& check,
                         QWidget* parent)
    : QWidget(parent), m_theme(theme), m_dates(dates), m_reference(check.reviewReference)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(8));
    if (check.identity) {
        m_email = check.identity->email;
        column->addWidget(new TextLabel(qtTrId("attach.review.identity"), TextStyle::BodyStrong));
        column->addWidget(makeIdentity(*check.identity));
    }
    for (const char* key : {"attach.review.fix.identity", "attach.review.fix.register"}) {
        column->addWidget((new TextLabel(qtTrId(key), TextStyle::Body))->wrapped());
    }
    column->addSpacing(theme.px(8));
    m_result = new Banner(theme, Banner::Tone::Success, {});
    m_result->hide();
    column->addWidget(m_result);
    if (check.reviewSentAt) {
        m_result->setText(
            qtTrId("attach.review.sent.before").arg(m_reference, m_dates.when(*check.reviewSentAt)));
        m_result->show();
    } else if (check.reviewSendable) {
        m_form = makeForm();
        column->addWidget(m_form);
    }
}

QWidget* ReviewPanel::makeIdentity(const CheckedIdentity& identity) const
{
    QList<Fact> facts;
    const auto add = [&facts](const char* key, const QString& value) {
        if (!value.isEmpty()) {
            facts.append({qtTrId(key), value});
        }
    };
    const QDate born = QDate::fromString(identity.birthdate, Qt::ISODate);
    add("attach.review.family", identity.familyName);
    add("attach.review.use", identity.useName);
    add("attach.review.given", identity.givenNames);
    add("attach.review.gender", genderWord(identity.gender));
    add("attach.review.born", born.isValid() ? m_dates.longDate(born) : identity.birthdate);
    add("attach.review.place", birthplaceWords(identity));
    return new FactSheet(m_theme, facts);
}

QWidget* ReviewPanel::makeForm()
{
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.px(8));
    column->addWidget(new TextLabel(qtTrId("attach.review.send.title"), TextStyle::BodyStrong));
    column->addWidget((new TextLabel(qtTrId("attach.review.send.what").arg(m_reference), TextStyle::Small,
                                     TextLabel::Ink::Muted))
                          ->wrapped());
    m_field = new QLineEdit(m_email);
    m_field->setMinimumHeight(m_theme.px(40));
    m_row = new FieldRow(m_theme, qtTrId("attach.review.reply"), m_field);
    column->addWidget(m_row);
    m_send = new Button(m_theme, qtTrId("attach.review.send"), Button::Kind::Primary);
    column->addWidget(m_send, 0, Qt::AlignLeft);
    connect(m_send, &QPushButton::clicked, this, &ReviewPanel::send);
    connect(m_field, &QLineEdit::returnPressed, this, &ReviewPanel::send);
    connect(m_field, &QLineEdit::textEdited, m_row, [row = m_row] { row->setError({}); });
    return form;
}

void ReviewPanel::send()
{
    const QString address = m_field->text().trimmed();
    if (m_send->busy()) {
        return;
    }
    if (address.isEmpty() || !address.contains(u'@')) {
        m_row->setError(failureText({FailureCode::EmailInvalid, {}, {}}).sentence());
        m_field->setFocus();
        return;
    }
    m_send->setBusy(true);
    m_result->hide();
    Q_EMIT sendRequested(m_reference, address);
}

void ReviewPanel::showOutcome(const Outcome<ReviewTransmission>& outcome)
{
    m_send->setBusy(false);
    if (outcome) {
        m_form->hide();
        m_result->setTone(Banner::Tone::Success);
        m_result->setText(qtTrId("attach.review.sent").arg(outcome.value().reference),
                          qtTrId("attach.review.sent.body").arg(outcome.value().replyTo));
    } else if (outcome.failure().code == FailureCode::EmailInvalid) {
        m_row->setError(failureText(outcome.failure()).sentence());
        return;
    } else {
        const FailureText text = attachFailureText(outcome.failure());
        m_result->setTone(Banner::Tone::Warning);
        m_result->setText(qtTrId("attach.review.notsent"), text.sentence(), text.supportCode);
    }
    m_result->show();
}

} // namespace proconnect::ui
