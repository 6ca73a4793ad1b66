// SPDX-License-Identifier: MIT
#include "tests/ui/grabs/Scenes.h"

#include "tests/ui/fakes/SampleDepartures.h"
#include "ui/accounts/AccountsPage.h"
#include "ui/certification/CertificationPage.h"
#include "ui/contact_email/ContactEmailPage.h"
#include "ui/departure/DeparturePage.h"
#include "ui/home/HomePage.h"
#include "ui/requests/RequestsPage.h"
#include "ui/widgets/CodeField.h"

#include <QAbstractButton>
#include <QApplication>
#include <QBoxLayout>
#include <QDialog>
#include <QLineEdit>
#include <QPainter>
#include <QPixmap>
#include <QTest>
#include <QTreeView>

namespace proconnect::tests {
namespace {

template <typename Page>
ui::Page* make(const ui::Services& services)
{
    return new Page(services);
}

ui::WidthClass widthClass(double effective)
{
    if (effective < 1024) {
        return ui::WidthClass::Rail;
    }
    if (effective < 1200) {
        return ui::WidthClass::Narrow;
    }
    return effective < 1680 ? ui::WidthClass::Normal : ui::WidthClass::Wide;
}

int menuWidth(ui::WidthClass width, const ui::Theme& theme)
{
    switch (width) {
    case ui::WidthClass::Rail:
        return theme.px(84);
    case ui::WidthClass::Narrow:
        return theme.px(188);
    default:
        return theme.px(264);
    }
}

void empty(UiBench& bench)
{
    CompanySnapshot snapshot = demonstrationSnapshot();
    snapshot.requests.clear();
    snapshot.accounts.clear();
    snapshot.contactEmail = {};
    snapshot.contactEmail.state = EmailState::RecordedInSirene;
    snapshot.contactEmail.address = QStringLiteral("direction@fabre-filles.example");
    bench.workspace.show(snapshot);
}

void offline(UiBench& bench)
{
    bench.workspace.setConnection(Workspace::Connection::Offline);
}

void unreachable(UiBench& bench)
{
    CompanySnapshot snapshot = demonstrationSnapshot();
    snapshot.sources[1].state = PortalSource::State::Unreachable;
    snapshot.sources[1].asOf = demonstrationNow().addDays(-1);
    snapshot.sources[1].failingSince = demonstrationNow().addSecs(-3600);
    snapshot.sources.removeAt(4);
    bench.workspace.show(snapshot);
}

void uncertified(UiBench& bench)
{
    CompanySnapshot snapshot = demonstrationSnapshot();
    for (PortalAccount& account : snapshot.accounts.changeable()) {
        if (account.mine) {
            PortalAccount another = account;
            another.id = QStringLiteral("chorus_pro:mine");
            another.portal = QStringLiteral("chorus_pro");
            another.certification = AccountCertification::NotCertified;
            snapshot.accounts += another;
            break;
        }
    }
    bench.workspace.show(snapshot);
}

template <DepartureStepState... States>
void departing(UiBench& bench)
{
    CompanySnapshot snapshot = demonstrationSnapshot();
    snapshot.departures = {sampleDeparture({States...})};
    snapshot.contactEmail.address = QStringLiteral("isabelle.roche@fabre-filles.example");
    bench.workspace.show(snapshot);
}

void showDeparture(UiBench& /*bench*/, ui::Page& page)
{
    page.showTarget(QStringLiteral("departure:") + sampleDeparture({}).id);
}

void clickNamed(const ui::Page& page, const QString& text)
{
    for (QAbstractButton* button : page.findChildren<QAbstractButton*>()) {
        if (button->isVisible() && QString(button->text()).remove(u'&') == text) {
            button->click();
            return;
        }
    }
}

void askForCode(UiBench& bench, ui::Page& page)
{
    auto* field = page.findChild<QLineEdit*>();
    field->setText(QStringLiteral("direction@fabre-filles.example"));
    clickNamed(page, qtTrId("mail.send"));
    bench.contactEmail.answerSend(
        EmailVerification{QStringLiteral("v"), field->text(), demonstrationNow().addSecs(1760), 5});
    page.findChild<ui::CodeField*>()->setText(QStringLiteral("4071"));
}

} // namespace

QList<Scene> scenes()
{
    return {
        {QStringLiteral("home"), make<ui::HomePage>},
        {QStringLiteral("home-empty"), make<ui::HomePage>, empty},
        {QStringLiteral("requests"), make<ui::RequestsPage>},
        {QStringLiteral("requests-risk"),
         make<ui::RequestsPage>,
         {},
         [](UiBench&, ui::Page& page) { page.showTarget(QStringLiteral("PC-2026-001133")); }},
        {QStringLiteral("requests-answered"),
         make<ui::RequestsPage>,
         {},
         [](UiBench&, ui::Page& page) { page.showTarget(QStringLiteral("PC-2026-001084")); }},
        {QStringLiteral("requests-empty"), make<ui::RequestsPage>, empty},
        {QStringLiteral("requests-offline"), make<ui::RequestsPage>, offline},
        {QStringLiteral("requests-refuse"),
         make<ui::RequestsPage>,
         {},
         [](UiBench&, ui::Page& page) { clickNamed(page, qtTrId("req.refuse")); }},
        {QStringLiteral("accounts"), make<ui::AccountsPage>},
        {QStringLiteral("accounts-portal"), make<ui::AccountsPage>, unreachable,
         [](UiBench&, ui::Page& page) { clickNamed(page, qtTrId("acc.group.portal")); }},
        {QStringLiteral("accounts-close"),
         make<ui::AccountsPage>,
         {},
         [](UiBench&, ui::Page& page) {
             page.showTarget(QStringLiteral("impots:IMP-f623cc71"));
             QTest::keyClick(page.findChild<QTreeView*>(), Qt::Key_Delete);
         }},
        {QStringLiteral("departure"), make<ui::DeparturePage>},
        {QStringLiteral("departure-check"),
         make<ui::DeparturePage>,
         {},
         [](UiBench&, ui::Page& page) {
             page.showTarget(QStringLiteral("person:isabelle.roche@fabre-filles.example"));
         }},
        {QStringLiteral("departure-progress"), make<ui::DeparturePage>,
         departing<DepartureStepState::ReplacementNeeded, DepartureStepState::Confirmed,
                   DepartureStepState::Requested, DepartureStepState::Failed>,
         showDeparture},
        {QStringLiteral("departure-done"), make<ui::DeparturePage>,
         departing<DepartureStepState::ReplacementNeeded, DepartureStepState::Confirmed,
                   DepartureStepState::Confirmed, DepartureStepState::Manual>,
         showDeparture},
        {QStringLiteral("certification"), make<ui::CertificationPage>, uncertified},
        {QStringLiteral("email"), make<ui::ContactEmailPage>},
        {QStringLiteral("email-code"), make<ui::ContactEmailPage>, {}, askForCode},
    };
}

QByteArray grab(UiBench& bench, const Scene& scene, const QSize& size, const QString& file)
{
    bench.workspace.show(demonstrationSnapshot());
    bench.workspace.setConnection(Workspace::Connection::Online);
    if (scene.prepare) {
        scene.prepare(bench);
    }
    QWidget window;
    window.setObjectName(QStringLiteral("window"));
    const ui::WidthClass width = widthClass(size.width() / bench.theme.textScale());
    auto* row = new QHBoxLayout(&window);
    row->setContentsMargins(menuWidth(width, bench.theme), 0, 0, bench.theme.px(32));
    ui::Page* page = scene.make(bench.services);
    row->addWidget(page);
    window.resize(size);
    page->setWidthClass(width);
    page->refresh();
    window.show();
    settle();
    if (scene.act) {
        scene.act(bench, *page);
        settle();
    }
    QPixmap picture = window.grab();
    for (QDialog* dialog : window.findChildren<QDialog*>()) {
        const QPixmap above = dialog->grab();
        QPainter painter(&picture);
        painter.drawPixmap((size.width() - dialog->width()) / 2, (size.height() - dialog->height()) / 2,
                           above);
    }
    if (!picture.save(file)) {
        qFatal("the picture cannot be written");
    }
    return clippedTexts(window);
}

} // namespace proconnect::tests
