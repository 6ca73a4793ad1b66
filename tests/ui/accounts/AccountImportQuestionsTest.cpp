// SPDX-License-Identifier: MIT
#include "tests/ui/accounts/ImportBench.h"

#include <QtTest>

namespace proconnect::ui {

/// What is asked before a list is saved: its date, and a second time where much would change.
class AccountImportQuestionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_import = std::make_unique<tests::ImportBench>(); }
    void cleanup() { m_import.reset(); }

    void date_unconfirmed_holdsTheListBack()
    {
        m_import->read(m_import->write(m_all));
        QVERIFY(shows(qtTrId("imp.asof.hint")));
        QVERIFY(shows(qtTrId("imp.asof.missing")));
        QVERIFY(!m_import->go()->isEnabled());
        m_import->confirmDate();
        QVERIFY(!shows(qtTrId("imp.asof.missing")));
        QVERIFY(m_import->go()->isEnabled());
        m_import->read(m_import->write(m_all)); // another file, another date
        QVERIFY(!m_import->go()->isEnabled());
    }

    void date_ofAFileFromTheFuture_isNotProposed()
    {
        const QString path = m_import->write(m_all);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(tests::demonstrationNow().addDays(3), QFileDevice::FileModificationTime));
        file.close();
        m_import->read(path);
        QVERIFY(shows(qtTrId("imp.asof.ahead")));
        QCOMPARE(m_import->dialog()->asOf(), tests::demonstrationNow());
        m_import->dialog()->setAsOf(tests::demonstrationNow().addSecs(60));
        QCOMPARE(m_import->dialog()->asOf(), tests::demonstrationNow());
    }

    void listThatEndsMany_isConfirmedASecondTime()
    {
        m_import->choose(m_import->write("identifiant\nPRO-2\n"));
        m_import->go()->click();
        QVERIFY(notes().files.isEmpty());
        tests::settle();
        const QString asked = tests::shownText(*m_import->warning());
        QVERIFY2(asked.contains(qtTrId("imp.gone.warn", 2).arg(2)), qPrintable(asked));
        QVERIFY(!asked.contains(qtTrId("imp.older").section(u'%', 0, 0)));
        tests::keepPicture(*m_import->warning(), QStringLiteral("accounts-import-sure"));
        QTest::keyClick(m_import->warning(), Qt::Key_Return); // what is safe
        QTRY_VERIFY(!m_import->warning());
        QVERIFY(m_import->dialog());
        QVERIFY(notes().files.isEmpty());
        m_import->go()->click();
        Button* go = tests::buttonNamed(*m_import->warning(), qtTrId("imp.sure.go"));
        QVERIFY(!go->isDefault() && !go->autoDefault());
        go->setFocus(Qt::TabFocusReason);
        QTest::keyClick(go, Qt::Key_Space);
        QCOMPARE(notes().files.size(), 1);
        QCOMPARE(notes().files.first().replaces, std::nullopt);
        QTRY_VERIFY(!m_import->dialog());
    }

    void listThatEndsFew_isConfirmedOnce()
    {
        m_import->choose(m_import->write("identifiant\nPRO-1eaaa14a\n"));
        m_import->go()->click();
        QVERIFY(!m_import->warning());
        QCOMPARE(notes().files.size(), 1);
    }

    void olderList_takesThePlaceOfANewerOneThatWasWrong()
    {
        m_import->read(m_import->write(m_all));
        const QDateTime older = tests::demonstrationNow().addDays(-4);
        const DateText dates(tests::demonstrationNow());
        m_import->dialog()->setAsOf(older);
        m_import->confirmDate();
        const QString newer = qtTrId("imp.older").arg(dates.when(known()));
        QVERIFY(shows(newer));
        QVERIFY(shows(qtTrId("imp.older.body")));
        tests::keepPicture(*m_import->dialog(), QStringLiteral("accounts-import-older"));
        m_import->go()->click();
        tests::settle();
        const QString asked = tests::shownText(*m_import->warning());
        QVERIFY(asked.contains(newer));
        QVERIFY(asked.contains(qtTrId("imp.sure.older").arg(dates.when(older))));
        QTest::keyClick(m_import->warning(), Qt::Key_Escape);
        QTRY_VERIFY(!m_import->warning());
        QVERIFY(notes().files.isEmpty());
        m_import->go()->click();
        tests::buttonNamed(*m_import->warning(), qtTrId("imp.sure.go"))->click();
        QCOMPARE(notes().files.size(), 1);
        QCOMPARE(notes().files.first().asOf, older);
        QCOMPARE(notes().files.first().replaces, std::optional(known()));
    }

    /// Of a list that stopped half-way the data say nothing; the service does.
    void olderList_takesThePlaceOfOneThatTheServiceNames()
    {
        m_import->choose(m_import->write(m_all));
        const QDateTime named = tests::demonstrationNow().addSecs(-60);
        notes().trouble = Failure{FailureCode::Conflict, {}, named.toUTC().toString(Qt::ISODate)};
        m_import->go()->click();
        QVERIFY(!m_import->warning());
        QVERIFY(shows(qtTrId("imp.older").arg(DateText(tests::demonstrationNow()).when(named))));
        notes().trouble.reset();
        m_import->go()->click();
        QVERIFY(m_import->warning());
        tests::buttonNamed(*m_import->warning(), qtTrId("imp.sure.go"))->click();
        QCOMPARE(notes().files.size(), 2);
        QCOMPARE(notes().files.first().replaces, std::nullopt);
        QCOMPARE(notes().files.last().replaces, std::optional(named));
    }

    void newestList_replacesNoneAndSaysNothingOfIt()
    {
        m_import->choose(m_import->write(m_all));
        QVERIFY(!shows(qtTrId("imp.older.body")));
        m_import->go()->click();
        QCOMPARE(notes().files.first().replaces, std::nullopt);
    }

    void newData_whileAsked_theQuestionIsPutAgain()
    {
        m_import->choose(m_import->write("identifiant\nPRO-2\n"));
        m_import->go()->click();
        QVERIFY(m_import->warning());
        CompanySnapshot next = tests::demonstrationSnapshot();
        ++next.cursor;
        m_import->bench.workspace.show(next);
        m_import->page().refresh();
        QTRY_VERIFY(!m_import->warning());
        QVERIFY(m_import->dialog());
        QVERIFY(notes().files.isEmpty());
    }

    void reading_canBeStopped()
    {
        m_import->begin(m_import->write(large()));
        QVERIFY(shownNow(withoutName(qtTrId("imp.reading"))));
        QVERIFY(!m_import->go()->isEnabled());
        tests::buttonNamed(*m_import->dialog(), qtTrId("imp.reading.stop"))->click();
        QVERIFY(tests::buttonNamed(*m_import->dialog(), qtTrId("imp.choose")));
        tests::settle();
        QVERIFY(!shows(QStringLiteral("comptes.csv")));
        m_import->choose(m_import->write(m_all)); // and another file is read
        QVERIFY(m_import->go()->isEnabled());
    }

    void reading_dialogDismissed_tellsNothing()
    {
        m_import->begin(m_import->write(large()));
        QTest::keyClick(m_import->dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!m_import->dialog());
        tests::settle();
        QVERIFY(notes().files.isEmpty());
    }

    void reading_anotherFileMeanwhile_onlyThatOneIsShown()
    {
        // As when the file dialog of the system answers twice.
        m_import->begin(m_import->write(large()));
        const QString second = m_import->folder.filePath(QStringLiteral("second.csv"));
        QFile file(second);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("titulaire\n") > 0);
        file.close();
        tests::buttonNamed(*m_import->dialog(), qtTrId("imp.reading.stop"))->click();
        m_import->read(second);
        QVERIFY(shows(QStringLiteral("second.csv")));
        QVERIFY(shows(QStringLiteral("(file-column-identifier)")));
    }

    void manyErrors_areAllCounted()
    {
        QByteArray list("identifiant;etat\n");
        for (int i = 0; i < 131; ++i) {
            list += 'F' + QByteArray::number(i) + ";ouvert\n";
        }
        m_import->read(m_import->write(list));
        QVERIFY(shows(qtTrId("imp.faults", 131)));
        QVERIFY(shows(qtTrId("imp.faults.more", 101)));
        QVERIFY(shows(QStringLiteral("Ligne 31")));
        QVERIFY(!shows(QStringLiteral("Ligne 32")));
        m_import->read(m_import->write(list + "\"F"));
        QVERIFY(shows(qtTrId("imp.faults.least", 132)));
        QVERIFY(shows(qtTrId("imp.faults.more", 102)));
        QVERIFY(shows(QStringLiteral("(file-quotes)")));
    }

    void closedInTheList_isCounted()
    {
        m_import->read(m_import->write("identifiant;etat\nPRO-1eaaa14a;actif\nX;ferme\nY;ferme\n"));
        QVERIFY(shows(qtTrId("imp.count", 3) + u'\n' + qtTrId("imp.listed.closed", 2)));
    }

    void largeText_questions_haveNoClippedText()
    {
        m_import->bench.theme.setTextScale(2.0);
        m_import->open();
        m_import->page().setWidthClass(WidthClass::Rail);
        m_import->page().resize(1024 - 168, 640);
        m_import->read(m_import->write("identifiant\nPRO-2\n"));
        m_import->dialog()->setAsOf(tests::demonstrationNow().addDays(-4));
        m_import->confirmDate();
        QCOMPARE(tests::clippedTexts(*m_import->dialog()), QByteArray());
        QCOMPARE(tests::namelessControls(*m_import->dialog()), QByteArray());
        m_import->go()->click();
        tests::settle();
        tests::keepPicture(*m_import->warning(), QStringLiteral("accounts-import-sure-200"));
        QCOMPARE(tests::clippedTexts(*m_import->warning()), QByteArray());
        QCOMPARE(tests::namelessControls(*m_import->warning()), QByteArray());
    }

private:
    [[nodiscard]] bool shows(const QString& words) const { return m_import->shows(words); }
    [[nodiscard]] tests::FakeAccountNoteDesk& notes() const { return m_import->bench.notes; }
    /// Before anything that waits is done.
    [[nodiscard]] bool shownNow(const QString& words) const
    {
        return tests::shownText(*m_import->dialog()).contains(words);
    }
    [[nodiscard]] static QString withoutName(const QString& words) { return words.section(u'%', 0, 0); }
    /// When the list that is known was made.
    [[nodiscard]] QDateTime known() const
    {
        for (const PortalSource& source : m_import->bench.workspace.snapshot()->sources) {
            if (source.portal == QStringLiteral("prodouane")) {
                return source.asOf.value_or(QDateTime());
            }
        }
        return {};
    }
    [[nodiscard]] static QByteArray large()
    {
        QByteArray list("identifiant;titulaire;adresse;droits\n");
        for (int i = 0; i < 90'000; ++i) {
            list += "PRO-" + QByteArray::number(i) + ";Yanis Meunier;yanis@fabre-filles.example;DELTA|EORI\n";
        }
        return list;
    }

    const QByteArray m_all =
        "identifiant;titulaire\nPRO-1eaaa14a;Romain Peltier\nPRO-9b8e8fcd;Yanis Meunier\n";
    std::unique_ptr<tests::ImportBench> m_import;
};

} // namespace proconnect::ui

QTEST_MAIN(proconnect::ui::AccountImportQuestionsTest)
#include "AccountImportQuestionsTest.moc"
