// SPDX-License-Identifier: MIT
#include "tests/app/screens/ScreenStage.h"

#include "app/PageList.h"
#include "ui/widgets/Dialog.h"
#include "ui/widgets/SirenField.h"

#include <QAbstractButton>
#include <QTest>

namespace proconnect::tests {
namespace {

const QString company =
    QStringLiteral("Société coopérative d’aménagement et de menuiserie des Monts du Lyonnais");
const QString givenName = QStringLiteral("Marie-Clémentine");
const QString familyName = QStringLiteral("de La Rochefoucauld-Montmorency");
const QString address =
    QStringLiteral("marieclementine.delarochefoucauldmontmorency@menuiserie-fabre-filles.example");

} // namespace

CompanySnapshot longNamedSnapshot()
{
    CompanySnapshot snapshot = demonstrationSnapshot();
    snapshot.company.name = company;
    for (AccessRequest& request : snapshot.requests) {
        if (request.open()) {
            request.givenName = givenName;
            request.familyName = familyName;
            request.email = address;
            break;
        }
    }
    for (PortalAccount& account : snapshot.accounts.changeable()) {
        if (account.openAccount() && !account.mine && !account.holderName.isEmpty()) {
            account.holderName = givenName + u' ' + familyName;
            account.email = address;
            break;
        }
    }
    for (const PortalAccount& account : demonstrationSnapshot().accounts) {
        if (account.mine) {
            PortalAccount another = account;
            another.id = QStringLiteral("chorus_pro:mine");
            another.portal = QStringLiteral("chorus_pro");
            another.email = address;
            another.certification = AccountCertification::NotCertified;
            snapshot.accounts += another;
            break;
        }
    }
    snapshot.contactEmail.address = address;
    return snapshot;
}

ScreenStage::ScreenStage(const QSize& size, double scale, const QString& language)
{
    bench.language.use(language);
    bench.theme.setTextScale(scale);
    bench.services.demonstration = true;
    m_window = std::make_unique<ui::MainWindow>(bench.services, app::pageList());
    m_window->resize(size);
    m_window->show();
    settle();
}

ScreenStage::~ScreenStage() = default;

void ScreenStage::open(const QString& page, const QString& target)
{
    if (!bench.workspace.snapshot()) {
        bench.workspace.show(longNamedSnapshot());
    }
    UserProfile profile = demonstrationProfile();
    profile.givenName = givenName;
    profile.familyName = familyName;
    profile.companies[0].name = company;
    bench.session.signIn(profile);
    m_window->openPage(page, target);
    settle();
}

void ScreenStage::attach(const CompanyCheck& check)
{
    bench.session.signIn({QStringLiteral("s"), givenName, familyName, {}, 1, {}});
    settle();
    if (!check.siren.isEmpty()) {
        auto* field = m_window->findChild<ui::SirenField*>();
        QTest::keyClicks(field, check.siren);
        bench.companies.answerCheck(check);
    }
    settle();
}

void ScreenStage::click(const QString& text)
{
    for (QAbstractButton* button : m_window->findChildren<QAbstractButton*>()) {
        if (button->isVisible() && QString(button->text()).remove(u'&') == text) {
            button->click();
            settle();
            return;
        }
    }
    qFatal("no button “%s”", qUtf8Printable(text));
}

ui::Dialog& ScreenStage::dialog() const
{
    for (ui::Dialog* dialog : m_window->findChildren<ui::Dialog*>()) {
        if (dialog->isVisible()) {
            return *dialog;
        }
    }
    qFatal("no dialog is open");
}

} // namespace proconnect::tests
