// SPDX-License-Identifier: MIT
#include "tests/ui/fakes/SampleDelegations.h"
#include "tests/ui/support/Shown.h"
#include "tests/ui/support/Sizes.h"
#include "tests/ui/support/UiBench.h"
#include "ui/requests/AcceptLimitsDialog.h"
#include "ui/requests/ForwardDialog.h"
#include "ui/requests/QuestionDialog.h"
#include "ui/requests/RequestDetail.h"
#include "ui/requests/RequestListView.h"
#include "ui/requests/RequestsPage.h"
#include "ui/widgets/Button.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QtTest>

#include <algorithm>

namespace proconnect::ui {

using tests::buttonNamed;
using tests::shows;

/// What a director may answer besides yes and no: within limits, with a question, by a delegate.
class OtherAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<tests::UiBench>();
        m_snapshot = tests::demonstrationSnapshot();
        AccessRequest& request = changed();
        request.rights = {{QStringLiteral("DECLARER"), QStringLiteral("Déclarer la TVA"), false},
                          {QStringLiteral("PAYER"), QStringLiteral("Payer la TVA"), true}};
        request.until.reset();
        open();
    }
    void cleanup()
    {
        m_page.reset();
        m_bench.reset();
    }

    void limits_rightTakenAway_isWithheld()
    {
        auto& dialog = limitsDialog();
        Button* go = buttonNamed(dialog, qtTrId("req.limits.go"));
        QVERIFY(go && !go->isEnabled());
        box(dialog, "PAYER").click();
        QVERIFY(go->isEnabled());
        go->click();
        QCOMPARE(last().kind, DecisionKind::AcceptRequest);
        QCOMPARE(last().withheldRights, QStringList{QStringLiteral("PAYER")});
        QVERIFY(!last().until);
    }

    void limits_everyRightTakenAway_cannotBeAccepted()
    {
        auto& dialog = limitsDialog();
        box(dialog, "PAYER").click();
        box(dialog, "DECLARER").click();
        QVERIFY(!buttonNamed(dialog, qtTrId("req.limits.go"))->isEnabled());
        QVERIFY(shows(dialog, qtTrId("req.limits.none")));
    }

    void limits_dayToo_isSent()
    {
        auto& dialog = limitsDialog();
        box(dialog, "PAYER").click();
        const auto boxes = dialog.findChildren<QCheckBox*>();
        boxes.last()->click();
        dialog.findChild<QDateEdit*>()->setDate(QDate(2027, 1, 31));
        buttonNamed(dialog, QStringLiteral("Accepter jusqu’au 31\u00a0janvier\u00a02027"))->click();
        QCOMPARE(last().until, std::optional{QDate(2027, 1, 31)});
        QCOMPARE(last().withheldRights, QStringList{QStringLiteral("PAYER")});
    }

    void limits_endAskedFor_cannotBePassed()
    {
        changed().until = QDate(2026, 12, 31);
        open();
        QCOMPARE(limitsDialog().findChild<QDateEdit*>()->maximumDate(), QDate(2026, 12, 31));
    }

    void question_written_isAsked()
    {
        choose(qtTrId("req.ask.key"));
        auto* dialog = m_page->findChild<QuestionDialog*>();
        QVERIFY(dialog);
        Button* go = buttonNamed(*dialog, qtTrId("req.ask.go"));
        QVERIFY(!go->isEnabled());
        auto* field = dialog->findChild<QPlainTextEdit*>();
        field->setPlainText(QStringLiteral("   "));
        QVERIFY(!go->isEnabled());
        field->setPlainText(QString(600, u'x'));
        QCOMPARE(field->toPlainText().size(), QuestionDialog::longestQuestion);
        field->setPlainText(QStringLiteral(" Pour quelle agence ? "));
        go->click();
        QCOMPARE(last().kind, DecisionKind::AskComplement);
        QCOMPARE(last().comment, QStringLiteral("Pour quelle agence ?"));
        QVERIFY(!last().shown.isEmpty());
    }

    void question_askedBefore_isNotOffered()
    {
        changed().complement = Complement{QStringLiteral("Où ?"), tests::demonstrationNow(), {}, {}};
        open();
        QVERIFY(!offered().contains(qtTrId("req.ask.key")));
        QVERIFY(offered().contains(qtTrId("req.forward.key")));
    }

    void forward_delegatesWhoMayAnswer_areOffered()
    {
        choose(qtTrId("req.forward.key"));
        Delegation able = tests::sampleDelegation(QStringLiteral("1"));
        Delegation suspended = tests::sampleDelegation(QStringLiteral("2"), DelegationState::Suspended);
        Delegation belowCeiling = tests::sampleDelegation(QStringLiteral("3"));
        belowCeiling.terms.ceiling = DelegationCeiling::NoAdministratorNorPayment;
        able.terms.ceiling = DelegationCeiling::None;
        m_bench->delegations.answerList(DelegationList{{suspended, belowCeiling, able}});
        auto* dialog = m_page->findChild<ForwardDialog*>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChildren<QRadioButton*>().size(), 1);
        buttonNamed(*dialog, qtTrId("req.forward.go"))->click();
        QCOMPARE(last().kind, DecisionKind::ForwardRequest);
        QCOMPARE(last().delegation, QStringLiteral("1"));
        QVERIFY(last().shown.contains(QStringLiteral("Nadia Ferrand 1")));
    }

    void forward_nobodyMayAnswer_saysSo()
    {
        choose(qtTrId("req.forward.key"));
        m_bench->delegations.answerList(DelegationList{});
        QVERIFY(!m_page->findChild<ForwardDialog*>());
        QVERIFY(shows(*m_page, qtTrId("req.forward.nobody")));
    }

    void forward_listNotRead_saysWhy()
    {
        choose(qtTrId("req.forward.key"));
        m_bench->delegations.answerList(Failure{FailureCode::Offline, {}, {}});
        QVERIFY(!m_page->findChild<ForwardDialog*>());
        QVERIFY(m_bench->decisions.submitted().isEmpty());
        QVERIFY(shows(*m_page, QStringLiteral("Internet")));
    }

    void forward_delegate_cannotPassOn()
    {
        m_snapshot.company.function.clear();
        open();
        QVERIFY(!offered().contains(qtTrId("req.forward.key")));
    }

    void forwarded_request_staysToAnswerAndNamesTheDelegate()
    {
        AccessRequest& request = changed();
        request.state = RequestState::Forwarded;
        request.forwardedTo = QStringLiteral("Nadia Ferrand");
        open();
        QCOMPARE(detail().requestId(), m_id);
        QVERIFY(buttonNamed(detail(), qtTrId("req.accept.key")));
        QVERIFY(shows(*m_page, QStringLiteral("Rien d’inhabituel")) ||
                shows(*m_page, qtTrId("req.risk.title")));
        bool named = false;
        for (const QWidget* widget : detail().findChildren<QWidget*>()) {
            named = named || widget->accessibleName() == QStringLiteral("Transmise à Nadia Ferrand");
        }
        QVERIFY(named);
    }

    void deadline_openRequest_comesFirst()
    {
        tests::settle();
        int deadline = -1;
        int possible = -1;
        for (const QLabel* label : detail().findChildren<QLabel*>()) {
            const int y = label->mapTo(m_page.get(), QPoint()).y();
            deadline = label->text() == qtTrId("req.deadline") ? y : deadline;
            possible = label->text() == qtTrId("req.what") ? y : possible;
        }
        QVERIFY(deadline > 0 && possible > 0);
        QVERIFY(deadline < possible);
    }

    void dialogs_everyScale_fitAndHaveNames_data() { tests::addEveryScale(); }
    void dialogs_everyScale_fitAndHaveNames()
    {
        QFETCH(QString, language);
        QFETCH(double, scale);
        tests::useScale(*m_bench);
        QWidget window;
        window.resize(1280, 800);
        window.show();
        const AccessRequest request = changed();
        const DateText dates(m_bench->clock.now());
        Delegation delegation = tests::sampleDelegation(QStringLiteral("1"));
        delegation.terms.familyName = QStringLiteral("de La Rochefoucauld-Montmorency");
        const QString portal = QStringLiteral("impots.gouv.fr");
        const QList<Dialog*> dialogs{
            new AcceptLimitsDialog(m_bench->theme, dates, request, portal, AcceptLimitsDialog::Limit::Day,
                                   &window),
            new AcceptLimitsDialog(m_bench->theme, dates, request, portal, AcceptLimitsDialog::Limit::Rights,
                                   &window),
            new QuestionDialog(m_bench->theme, request.displayName(), portal, &window),
            new ForwardDialog(m_bench->theme, dates, request.displayName(), {delegation}, &window)};
        for (Dialog* dialog : dialogs) {
            dialog->open();
            tests::settle();
            QCOMPARE(tests::clippedTexts(*dialog), QByteArray());
            QCOMPARE(tests::namelessControls(*dialog), QByteArray());
            tests::keepPicture(*dialog, QStringLiteral("%1-%2-%3")
                                            .arg(QString::fromLatin1(dialog->metaObject()->className())
                                                     .section(QStringLiteral("::"), -1),
                                                 language, QString::number(scale)));
            dialog->reject();
        }
    }

private:
    AccessRequest& changed()
    {
        const auto found = std::find_if(m_snapshot.requests.begin(), m_snapshot.requests.end(),
                                        [this](const AccessRequest& one) { return one.id == m_id; });
        return *found;
    }
    void open()
    {
        m_bench->workspace.show(m_snapshot);
        m_page = std::make_unique<RequestsPage>(m_bench->services);
        m_page->resize(944, 740);
        m_page->setWidthClass(WidthClass::Normal);
        m_page->refresh();
        m_page->show();
        m_page->showTarget(m_id);
        tests::settle();
    }
    [[nodiscard]] RequestDetail& detail() const { return *m_page->findChild<RequestDetail*>(); }
    [[nodiscard]] const Decision& last() const { return m_bench->decisions.submitted().last(); }
    [[nodiscard]] static QCheckBox& box(const QWidget& dialog, const char* code)
    {
        return *dialog.findChild<QCheckBox*>(QString::fromLatin1(code));
    }
    AcceptLimitsDialog& limitsDialog()
    {
        choose(qtTrId("req.limits.key"));
        return *m_page->findChild<AcceptLimitsDialog*>();
    }
    /// The menu of "Autre réponse".
    [[nodiscard]] QMenu& menu()
    {
        buttonNamed(detail(), qtTrId("req.more.key"))->click();
        return *detail().findChildren<QMenu*>().last();
    }
    QStringList offered()
    {
        QStringList words;
        QMenu& shown = menu();
        for (const QAction* action : shown.actions()) {
            words += action->text();
        }
        shown.close();
        return words;
    }
    void choose(const QString& words)
    {
        QMenu& shown = menu();
        for (QAction* action : shown.actions()) {
            if (action->text() == words) {
                action->trigger();
            }
        }
        shown.close();
        tests::settle();
    }

    const QString m_id = QStringLiteral("PC-2026-001021");
    CompanySnapshot m_snapshot;
    std::unique_ptr<tests::UiBench> m_bench;
    std::unique_ptr<RequestsPage> m_page;
};

} // namespace proconnect::ui

QTEST_MAIN(proconnect::ui::OtherAnswersTest)
#include "OtherAnswersTest.moc"
