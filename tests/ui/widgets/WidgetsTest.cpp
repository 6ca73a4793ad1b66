// SPDX-License-Identifier: MIT
#include "tests/ui/support/UiBench.h"
#include "ui/text/FailureText.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/CodeField.h"
#include "ui/widgets/Dialog.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/LinkButton.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/PortalTile.h"
#include "ui/widgets/ScreenCode.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/SegmentedControl.h"
#include "ui/widgets/SirenField.h"
#include "ui/widgets/TagFilter.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/UndoBar.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace proconnect::tests {

using namespace proconnect::ui;

class WidgetsTest final : public QObject
{
    Q_OBJECT

private:
    static QWidget* makeGallery(UiBench& bench, QWidget* root)
    {
        Theme& theme = bench.theme;
        auto* columns = new QHBoxLayout(root);
        auto* buttons = new Card(theme, QStringLiteral("Boutons (40 px, petit 32 px)"));
        using Kind = Button::Kind;
        for (const Kind kind : {Kind::Primary, Kind::Secondary, Kind::Neutral, Kind::Quiet, Kind::Danger,
                                Kind::DangerOutline}) {
            auto* row = new FlowLayout(8, 8);
            row->addWidget(new Button(theme, QStringLiteral("Accepter"), kind));
            auto* disabled = new Button(theme, QStringLiteral("Inactif"), kind);
            disabled->setEnabled(false);
            row->addWidget(disabled);
            auto* busy = new Button(theme, QStringLiteral("Occupé"), kind);
            busy->setBusy(true);
            row->addWidget(busy);
            auto* small = new Button(theme, QStringLiteral("Exporter"), kind, Button::Size::Small);
            small->setIconName(QStringLiteral("export"));
            row->addWidget(small);
            buttons->body()->addLayout(row);
        }
        columns->addWidget(buttons);
        auto* fields = new Card(theme, QStringLiteral("Champs et choix"));
        auto* field = new QLineEdit(QStringLiteral("direction@atelier.example"));
        fields->body()->addWidget(new FieldRow(theme, QStringLiteral("Adresse"), field));
        auto* siren = new SirenField;
        auto* wrong = new FieldRow(theme, QStringLiteral("Numéro SIREN"), siren);
        wrong->setError(QStringLiteral("Ce numéro comporte une erreur de frappe."));
        fields->body()->addWidget(wrong);
        fields->body()->addWidget(new SearchField(theme, QStringLiteral("Nom, portail, établissement")));
        auto* code = new CodeField(theme);
        code->setText(QStringLiteral("4821"));
        fields->body()->addWidget(code);
        auto* choices = new FlowLayout(16, 8);
        choices->addWidget(new QCheckBox(QStringLiteral("Vide")));
        auto* ticked = new QCheckBox(QStringLiteral("Coché"));
        ticked->setChecked(true);
        choices->addWidget(ticked);
        auto* radio = new QRadioButton(QStringLiteral("Oui"));
        radio->setChecked(true);
        choices->addWidget(radio);
        choices->addWidget(new QRadioButton(QStringLiteral("Non")));
        fields->body()->addLayout(choices);
        auto* tags = new FlowLayout(8, 8);
        auto* all = new TagFilter(theme, QStringLiteral("Tous"));
        all->setCount(22);
        all->setChecked(true);
        tags->addWidget(all);
        auto* left = new TagFilter(theme, QStringLiteral("Départs"), QStringLiteral("departure"));
        left->setCount(6);
        tags->addWidget(left);
        fields->body()->addLayout(tags);
        fields->body()->addWidget(new SegmentedControl(
            theme, QStringLiteral("Classer par"), {QStringLiteral("Personne"), QStringLiteral("Portail")}));
        fields->body()->addWidget(new LinkButton(QStringLiteral("Voir toutes les demandes")));
        columns->addWidget(fields);
        auto* rest = new Card(theme, QStringLiteral("Badges et bandeaux"));
        auto* badges = new FlowLayout(8, 8);
        badges->addWidget(
            new Badge(theme, {BadgeKind::Ok, QStringLiteral("Actif"), QStringLiteral("check")}));
        badges->addWidget(new Badge(
            theme, {BadgeKind::Error, QStringLiteral("Urgent · avant 18 h"), QStringLiteral("urgent")}));
        badges->addWidget(
            new Badge(theme, {BadgeKind::Warning, QStringLiteral("À vérifier"), QStringLiteral("warning")}));
        badges->addWidget(
            new Badge(theme, {BadgeKind::Info, QStringLiteral("À certifier"), QStringLiteral("certify")}));
        badges->addWidget(
            new Badge(theme, {BadgeKind::Primary, QStringLiteral("Certifié"), QStringLiteral("certify")}));
        badges->addWidget(new Badge(
            theme, {BadgeKind::Neutral, QStringLiteral("Avant le 4 déc."), QStringLiteral("deadline")}));
        badges->addWidget(new Badge(theme, {BadgeKind::Outline, QStringLiteral("Expert-comptable"), {}}));
        badges->addWidget(new Badge(theme, {BadgeKind::Count, QStringLiteral("3"), {}}));
        badges->addWidget(new Avatar(theme, QStringLiteral("Sophie Marchetti")));
        badges->addWidget(new PortalTile(theme, QStringLiteral("urssaf")));
        rest->body()->addLayout(badges);
        for (const auto tone :
             {Banner::Tone::Info, Banner::Tone::Success, Banner::Tone::Warning, Banner::Tone::Error}) {
            rest->body()->addWidget(new Banner(theme, tone, QStringLiteral("Pour information."),
                                               QStringLiteral("La revue commence le 1er décembre.")));
        }
        rest->body()->addWidget(new EmptyState(theme, QStringLiteral("requests"),
                                               QStringLiteral("Aucune demande en attente"),
                                               QStringLiteral("Un e-mail vous préviendra.")));
        columns->addWidget(rest);
        return root;
    }

private Q_SLOTS:
    void textLabel_followsTheScriptOfItsText()
    {
        TextLabel label(QStringLiteral("Élodie"));
        label.ensurePolished();
        QVERIFY(label.font().styleStrategy() & QFont::PreferNoShaping);
        label.setText(QStringLiteral("محمد"));
        label.ensurePolished();
        QVERIFY(!(label.font().styleStrategy() & QFont::PreferNoShaping));
        label.setText(QStringLiteral("Élodie"));
        QVERIFY(label.font().styleStrategy() & QFont::PreferNoShaping);
    }

    void gallery_showsEveryTextWhole_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << 1.0 << false;
        QTest::newRow("dark") << 1.0 << true;
        QTest::newRow("text-130") << 1.3 << false;
        QTest::newRow("text-200") << 2.0 << false;
    }

    void gallery_showsEveryTextWhole()
    {
        QFETCH(const double, scale);
        QFETCH(const bool, dark);
        UiBench bench;
        bench.theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        bench.theme.setTextScale(scale);
        QWidget root;
        makeGallery(bench, &root);
        root.resize(static_cast<int>(1440 * scale), static_cast<int>(820 * scale));
        root.show();
        settle();
        keepPicture(root, QStringLiteral("gallery-") + QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(clippedTexts(root), QByteArray());
        QCOMPARE(namelessControls(root), QByteArray());
    }

    void label_neverReadsMarkup()
    {
        UiBench bench;
        const TextLabel label(QStringLiteral("<b>gras</b>"));
        QCOMPARE(label.textFormat(), Qt::PlainText);
        const LinkButton link(QStringLiteral("<a>"));
        QCOMPARE(link.text(), QStringLiteral("<a>"));
    }

    void busyButton_ignoresMouseAndKeys()
    {
        UiBench bench;
        Button button(bench.theme, QStringLiteral("Accepter"), Button::Kind::Primary);
        button.show();
        QSignalSpy clicked(&button, &QPushButton::clicked);
        button.setBusy(true);
        QTest::mouseClick(&button, Qt::LeftButton);
        QTest::keyClick(&button, Qt::Key_Space);
        QCOMPARE(clicked.count(), 0);
        QCOMPARE(button.text(), QStringLiteral("Accepter"));
        button.setBusy(false);
        QTest::mouseClick(&button, Qt::LeftButton);
        QTest::keyClick(&button, Qt::Key_Space);
        QCOMPARE(clicked.count(), 2);
    }

    void codeField_keepsSixDigits_andTellsWhenComplete()
    {
        UiBench bench;
        CodeField field(bench.theme);
        field.show();
        QSignalSpy completed(&field, &CodeField::completed);
        QTest::keyClicks(&field, QStringLiteral("48a21"));
        QCOMPARE(field.text(), QStringLiteral("4821"));
        QVERIFY(field.accessibleName().contains(QStringLiteral("4 saisis")));
        QTest::keyClicks(&field, QStringLiteral("07"));
        QCOMPARE(completed.count(), 1);
        QTest::keyClicks(&field, QStringLiteral("9"));
        QCOMPARE(field.text(), QStringLiteral("482107"));
        field.clear();
        QApplication::clipboard()->setText(QStringLiteral("Votre code : 123 456"));
        field.paste();
        QCOMPARE(field.text(), QStringLiteral("123456"));
    }

    void searchField_tellsOnceAfterThePause_andEscapeClears()
    {
        UiBench bench;
        SearchField field(bench.theme, QStringLiteral("Rechercher"));
        QSignalSpy searched(&field, &SearchField::searched);
        QTest::keyClicks(&field, QStringLiteral("impots"));
        QCOMPARE(searched.count(), 0);
        QTRY_COMPARE(searched.count(), 1);
        QCOMPARE(searched.constFirst().constFirst().toString(), QStringLiteral("impots"));
        QTest::keyClick(&field, Qt::Key_Escape);
        QTRY_COMPARE(searched.count(), 2);
        QVERIFY(field.text().isEmpty());
    }

    void segments_arrowsChoose()
    {
        UiBench bench;
        SegmentedControl control(bench.theme, QStringLiteral("Vue"),
                                 {QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")});
        control.show();
        QSignalSpy chosen(&control, &SegmentedControl::chosen);
        const auto buttons = control.findChildren<QToolButton*>();
        QTest::keyClick(buttons[0], Qt::Key_Right);
        QCOMPARE(control.current(), 1);
        QTest::keyClick(buttons[1], Qt::Key_Left);
        QTest::keyClick(buttons[0], Qt::Key_Left);
        QCOMPARE(control.current(), 0);
        QCOMPARE(chosen.count(), 2);
    }

    void dialog_escapeCancels_andTheWindowDarkens()
    {
        UiBench bench;
        QWidget window;
        window.resize(1200, 800);
        window.show();
        auto* dialog =
            new Dialog(bench.theme, QStringLiteral("Refuser la demande ?"), QStringLiteral("D-03"), &window);
        dialog->addButton(new Button(bench.theme, QStringLiteral("Refuser"), Button::Kind::Danger));
        QSignalSpy finished(dialog, &QDialog::finished);
        dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        QVERIFY(!qobject_cast<QPushButton*>(dialog->focusWidget()));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(finished.constFirst().constFirst().toInt(), int(QDialog::Rejected));
    }

    void screenCode_click_copiesIt()
    {
        UiBench bench;
        ScreenCode code(bench.theme, QStringLiteral("A-10"));
        code.show();
        QTest::mouseClick(&code, Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("A-10"));
        QVERIFY(code.accessibleName().contains(QStringLiteral("A-10")));
    }

    void undoBar_pausesWhileItHasTheFocus()
    {
        UiBench bench;
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* elsewhere = new QLineEdit;
        auto* bar = new UndoBar(bench.theme);
        column->addWidget(elsewhere);
        column->addWidget(bar);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        elsewhere->setFocus();
        bar->showCountdown(QStringLiteral("Accès accepté. Envoi dans 8 s."), 8, 10);
        QSignalSpy attended(bar, &UndoBar::attended);
        bar->focusUndo();
        QCOMPARE(attended.constLast().constFirst().toBool(), true);
        elsewhere->setFocus();
        QCOMPARE(attended.constLast().constFirst().toBool(), false);
    }

    void flowLayout_breaksLinesAndAnswersItsHeight()
    {
        UiBench bench;
        QWidget root;
        auto* flow = new FlowLayout(8, 8, &root);
        for (int i = 0; i < 6; ++i) {
            flow->addWidget(new Badge(bench.theme, {BadgeKind::Ok, QStringLiteral("Entreprise active"), {}}));
        }
        QVERIFY(flow->heightForWidth(150) > flow->heightForWidth(2000));
        QCOMPARE(flow->heightForWidth(2000), bench.theme.px(tokens::sizeBadge));
    }

    void failureText_everyCode_speaksBothLanguages()
    {
        UiBench bench;
        for (const auto* language : {"fr", "en"}) {
            bench.language.use(QLatin1String(language));
            for (int i = 0; i <= static_cast<int>(FailureCode::Internal); ++i) {
                const auto code = static_cast<FailureCode>(i);
                for (const auto* argument :
                     {"", "7", "FranceConnect", "Nadia Ferrand|2026-11-23T08:12:00Z"}) {
                    const FailureText text = failureText({code, {}, QLatin1String(argument)});
                    const QString all = text.sentence();
                    QVERIFY2(!all.isEmpty() && !all.contains(QStringLiteral("err.")), failureInfo(code).id);
                    QVERIFY2(!all.contains(u'%'), qUtf8Printable(all));
                    QCOMPARE(text.supportCode, QLatin1String(failureInfo(code).id));
                }
            }
        }
        bench.language.use(QStringLiteral("fr"));
        const FailureText decided = failureText(
            {FailureCode::AlreadyDecided, {}, QStringLiteral("Nadia Ferrand|2026-11-23T08:12:00Z")});
        QVERIFY2(decided.title.contains(QStringLiteral("Nadia Ferrand")) &&
                     decided.title.contains(QStringLiteral("09:12")),
                 qUtf8Printable(decided.title));
        QCOMPARE(failureText({FailureCode::CodeWrong, {}, QStringLiteral("1")})
                     .sentence()
                     .contains(QStringLiteral("1 essai.")),
                 true);
    }
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::WidgetsTest)
#include "WidgetsTest.moc"
