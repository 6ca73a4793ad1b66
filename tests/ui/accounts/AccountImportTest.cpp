// SPDX-License-Identifier: MIT
#include "core/account_files/AccountFile.h"
#include "tests/ui/accounts/ImportBench.h"
#include "ui/accounts/ImportedFile.h"
#include "ui/widgets/ComboBox.h"

#include <QtTest>

#include <sys/stat.h>

namespace proconnect::ui {

/// Customs (prodouane) give their accounts as a file: Romain Peltier's and Yanis Meunier's are known.
class AccountImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_import = std::make_unique<tests::ImportBench>(); }
    void cleanup() { m_import.reset(); }

    void button_withoutAPortalByFile_isHidden();
    void file_chosen_showsWhatItChangesAndSendsNothing();
    void file_confirmed_isHandedInAndSaid();
    void file_fromAnOldSpreadsheet_isRead();
    void file_withErrors_tellsEachAndCannotBeSent();
    void file_hostile_isRefusedAtOnce_data();
    void file_hostile_isRefusedAtOnce();
    void file_markup_staysText();
    void offline_canPrepareButNotSend();
    void refused_isSaidAndSentAgainAsTheSame();
    void dismissedOnItsWay_outcomeIsSaidOnThePage();
    void sending_nothingElseCanBeDone();
    void refused_nothingNew_staysInSight();
    void refused_ofSeveralPages_doesNotSayThatNothingChanged();
    void newData_whileOpen_isComparedAgain();
    void otherCompany_whileOpen_closesTheDialog();
    void keyboard_enter_sendsNothing();
    void severalPortals_areComparedEachByItself();
    void largeText_dialog_hasNoClippedText();
    void controls_all_haveNames();

private:
    [[nodiscard]] AccountImportDialog* dialog() const { return m_import->dialog(); }
    [[nodiscard]] AccountsPage& page() const { return m_import->page(); }
    [[nodiscard]] Button* go() const { return m_import->go(); }
    [[nodiscard]] bool shows(const QString& words) const { return m_import->shows(words); }
    [[nodiscard]] QString write(const QByteArray& content) const { return m_import->write(content); }
    void choose(const QString& path) { m_import->choose(path); }
    [[nodiscard]] tests::FakeAccountNoteDesk& notes() const { return m_import->bench.notes; }

    const QByteArray m_list = "identifiant;titulaire;role;administrateur\n"
                              "PRO-1eaaa14a;Romain Peltier;UTILISATEUR;non\n"
                              "PRO-2;Hélène Roche;ADMINISTRATEUR;oui\n";
    std::unique_ptr<tests::ImportBench> m_import;
};

void AccountImportTest::button_withoutAPortalByFile_isHidden()
{
    QVERIFY(tests::buttonNamed(page(), qtTrId("imp.button")));
    CompanySnapshot snapshot = tests::demonstrationSnapshot();
    for (PortalSource& source : snapshot.sources) {
        source.method = PortalSource::Method::Api;
    }
    m_import->bench.workspace.show(snapshot);
    page().refresh();
    QVERIFY(!tests::buttonNamed(page(), qtTrId("imp.button")));
    snapshot = tests::demonstrationSnapshot();
    snapshot.company.function.clear(); // acts by delegation
    m_import->bench.workspace.show(snapshot);
    page().refresh();
    QVERIFY(!tests::buttonNamed(page(), qtTrId("imp.button")));
}

void AccountImportTest::file_chosen_showsWhatItChangesAndSendsNothing()
{
    choose(write(m_list));
    tests::keepPicture(*dialog(), QStringLiteral("accounts-import"));
    QVERIFY(shows(QStringLiteral("Fichier\u00a0: comptes.csv")));
    QVERIFY(shows(QStringLiteral("1\u00a0compte\nHélène Roche")));
    QVERIFY(
        shows(QStringLiteral("Romain Peltier\u00a0: adresse, rôle, administrateur, droits, établissements")));
    QVERIFY(shows(QStringLiteral("1\u00a0compte\nYanis Meunier")));
    QVERIFY(shows(qtTrId("imp.gone.warn", 1).arg(2)));
    QVERIFY(go()->isEnabled());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QVERIFY(notes().files.isEmpty());
}

void AccountImportTest::file_confirmed_isHandedInAndSaid()
{
    choose(write(m_list));
    const int before = m_import->bench.workspace.refreshes();
    go()->click();
    QCOMPARE(notes().files.size(), 1);
    const AccountFileOrder& order = notes().files.first();
    QCOMPARE(order.portal, QStringLiteral("prodouane"));
    QCOMPARE(order.asOf, tests::demonstrationNow().addSecs(-3600));
    QVERIFY(!order.series.isEmpty());
    QCOMPARE(order.pages.size(), 1);
    const AccountFile sent =
        readAccountFile(QString::fromUtf8(order.pages.first()), QStringLiteral("000058263"));
    QCOMPARE(sent.accounts,
             readImport(m_import->folder.filePath(QStringLiteral("comptes.csv")), QStringLiteral("000058263"))
                 .content.accounts);
    QTRY_VERIFY(!dialog());
    QCOMPARE(m_import->bench.workspace.refreshes(), before + 1);
    QVERIFY(tests::shownText(page()).contains(QStringLiteral("2\u00a0comptes, tels qu’ils étaient")));
}

void AccountImportTest::file_fromAnOldSpreadsheet_isRead()
{
    choose(write("identifiant,titulaire\r\nPRO-2,H\xE9l\xE8ne\r\n"));
    QVERIFY(shows(QStringLiteral("\nHélène")));
    QVERIFY(go()->isEnabled());
}

void AccountImportTest::file_withErrors_tellsEachAndCannotBeSent()
{
    choose(write("identifiant;etat\nF1;ouvert\nF2\nF3;actif\nF3;actif\n"));
    tests::keepPicture(*dialog(), QStringLiteral("accounts-import-errors"));
    QVERIFY(shows(qtTrId("imp.faults", 3)));
    QVERIFY(shows(QStringLiteral("Ligne 2")));
    QVERIFY(shows(QStringLiteral("au lieu de «\u00a0ouvert\u00a0». (account-state)")));
    QVERIFY(shows(QStringLiteral("Ligne 3")));
    QVERIFY(shows(QStringLiteral("(file-values)")));
    QVERIFY(shows(QStringLiteral("Ligne 5")));
    QVERIFY(shows(QStringLiteral("«\u00a0F3\u00a0» figure déjà plus haut. (account-twice)")));
    QVERIFY(!go()->isEnabled());
    go()->click();
    QVERIFY(notes().files.isEmpty());
    choose(write(m_list)); // corrected
    QVERIFY(!shows(QStringLiteral("Ligne 2")));
    QVERIFY(go()->isEnabled());
}

void AccountImportTest::file_hostile_isRefusedAtOnce_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("file-columns-none");
    QTest::newRow("NUL") << QByteArray("identifiant\nF1\0\n", 16) << QStringLiteral("file-text");
    QTest::newRow("spreadsheet") << QByteArray("PK\3\4\0\0", 6) << QStringLiteral("file-text");
    QTest::newRow("ten megabytes, one line") << QByteArray(10'000'000, 'x') << QStringLiteral("file-size");
    QTest::newRow("quotes without end")
        << "identifiant\n\"F1\n" + QByteArray(1'000'000, 'x') << QStringLiteral("file-quotes");
    QTest::newRow("wrong columns") << QByteArray("nom;ville\nx;y\n")
                                   << QStringLiteral("file-column-identifier");
    QTest::newRow("no words at all") << QByteArray(4'000'000, ';') << QStringLiteral("file-columns-many");
}
void AccountImportTest::file_hostile_isRefusedAtOnce()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, code);
    choose(write(content));
    QVERIFY2(shows(u'(' + code + u')'), qPrintable(tests::shownText(*dialog())));
    QVERIFY(!go()->isEnabled());
    // What is no plain file is not even opened: a pipe would never end.
    const QString pipe = m_import->folder.filePath(QStringLiteral("pipe.csv"));
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), S_IRUSR | S_IWUSR), 0);
    for (const QString& path :
         {pipe, m_import->folder.path(), m_import->folder.filePath(QStringLiteral("nowhere.csv"))}) {
        QCOMPARE(readImport(path, QStringLiteral("000058263")).content.faults,
                 QList<AccountFileFault>{AccountFileFault{}});
    }
}

void AccountImportTest::file_markup_staysText()
{
    const QString name(500, u'é');
    choose(write("identifiant;titulaire\nF1;<b>x</b>%1%2\nF2;" + name.toUtf8() + '\n'));
    QVERIFY(shows(QStringLiteral("<b>x</b>%1%2")));
    QVERIFY(shows(name.left(200)));
    QVERIFY(!shows(name.left(201)));
    QCOMPARE(tests::clippedTexts(*dialog()), QByteArray());
}

void AccountImportTest::offline_canPrepareButNotSend()
{
    m_import->bench.workspace.setConnection(Workspace::Connection::Offline);
    choose(write(m_list));
    QVERIFY(shows(QStringLiteral("Hélène Roche")));
    QVERIFY(shows(DataPage::offlineReason()));
    QVERIFY(!go()->isEnabled());
    m_import->bench.workspace.setConnection(Workspace::Connection::Online);
    QTRY_VERIFY(go()->isEnabled());
    QVERIFY(!shows(DataPage::offlineReason()));
}

void AccountImportTest::refused_isSaidAndSentAgainAsTheSame()
{
    choose(write(m_list));
    notes().trouble = Failure{FailureCode::TimedOut, {}, {}};
    go()->click();
    QVERIFY(shows(QStringLiteral("timed-out")));
    notes().trouble = Failure{FailureCode::Conflict, {}, QStringLiteral("2026-11-23T06:00:00Z")};
    go()->click();
    QVERIFY(shows(QStringLiteral("Une liste plus récente est déjà connue")));
    QVERIFY(shows(QStringLiteral("conflict")));
    notes().trouble = Failure{FailureCode::Conflict, {}, {}};
    go()->click();
    QVERIFY(shows(qtTrId("imp.otherwise")));
    const QList<AccountFileOrder>& orders = notes().files;
    QCOMPARE(orders.size(), 3);
    QCOMPARE(orders.at(1), orders.at(0));
    notes().trouble.reset();
    dialog()->setAsOf(tests::demonstrationNow());
    m_import->confirmDate();
    go()->click();
    QVERIFY(orders.at(3).series != orders.at(0).series);
    QTRY_VERIFY(!dialog());
}

void AccountImportTest::dismissedOnItsWay_outcomeIsSaidOnThePage()
{
    notes().holdsFiles = true;
    choose(write(m_list));
    go()->click();
    dialog()->reject();
    QTRY_VERIFY(!dialog());
    notes().trouble = Failure{FailureCode::Conflict, {}, {}};
    notes().answerFile();
    QVERIFY(tests::shownText(page()).contains(qtTrId("imp.otherwise")));
}

void AccountImportTest::sending_nothingElseCanBeDone()
{
    notes().holdsFiles = true;
    choose(write(m_list));
    go()->click();
    QVERIFY(shows(qtTrId("imp.sending")));
    QVERIFY(!tests::buttonNamed(*dialog(), qtTrId("imp.choose.other"))->isEnabled());
    go()->click();
    QCOMPARE(notes().files.size(), 1);
    notes().answerFile();
    QTRY_VERIFY(!dialog());
}

void AccountImportTest::refused_nothingNew_staysInSight()
{
    choose(write(m_list));
    notes().trouble = Failure{FailureCode::InvalidRequest, {}, {}};
    go()->click();
    QTRY_VERIFY(shows(qtTrId("imp.refused")) && shows(qtTrId("imp.nothing")));
    page().refresh();
    QVERIFY(shows(qtTrId("imp.refused")));
}

void AccountImportTest::refused_ofSeveralPages_doesNotSayThatNothingChanged()
{
    QByteArray list = "identifiant;titulaire\n";
    for (int i = 0; i < 4000; ++i) {
        list += "PRO-" + QByteArray::number(i) + ";Yanis Meunier-Fabre\n";
    }
    choose(write(list));
    notes().trouble = Failure{FailureCode::InvalidRequest, {}, {}};
    go()->click();
    tests::buttonNamed(*m_import->warning(), qtTrId("imp.sure.go"))->click();
    QTRY_VERIFY(shows(qtTrId("imp.partly")) && !shows(qtTrId("imp.nothing")));
}

void AccountImportTest::newData_whileOpen_isComparedAgain()
{
    choose(write("identifiant\nPRO-2\n"));
    QVERIFY(shows(qtTrId("imp.gone.warn", 2).arg(2)));
    CompanySnapshot next = tests::demonstrationSnapshot();
    next.accounts.removeIf(
        [](const PortalAccount& one) { return one.portal == QStringLiteral("prodouane"); });
    ++next.cursor;
    m_import->bench.workspace.show(next);
    page().refresh();
    QVERIFY(!shows(QStringLiteral("Yanis Meunier")));
    QVERIFY(!shows(qtTrId("imp.gone.body")));
}

void AccountImportTest::otherCompany_whileOpen_closesTheDialog()
{
    choose(write(m_list));
    CompanySnapshot other = tests::demonstrationSnapshot();
    other.company.siren = QStringLiteral("000041376");
    m_import->bench.workspace.show(other);
    page().refresh();
    QTRY_VERIFY(!dialog());
    QVERIFY(notes().files.isEmpty());
}

void AccountImportTest::keyboard_enter_sendsNothing()
{
    choose(write(m_list));
    QTest::keyClick(dialog(), Qt::Key_Return);
    QVERIFY(notes().files.isEmpty());
    go()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(go(), Qt::Key_Space);
    QCOMPARE(notes().files.size(), 1);
}

void AccountImportTest::severalPortals_areComparedEachByItself()
{
    CompanySnapshot snapshot = tests::demonstrationSnapshot();
    for (PortalSource& source : snapshot.sources) {
        source.method = PortalSource::Method::File;
        source.asOf.reset();
    }
    m_import->bench.workspace.show(snapshot);
    page().refresh();
    choose(write("identifiant\n"));
    auto* portals = dialog()->findChild<ComboBox*>();
    QCOMPARE(portals->count(), snapshot.portals.size());
    portals->setCurrentIndex(portals->findData(QStringLiteral("prodouane")));
    QVERIFY(shows(QStringLiteral("2\u00a0comptes\nRomain Peltier\nYanis Meunier")));
    portals->setCurrentIndex(portals->findData(QStringLiteral("impots")));
    QVERIFY(!shows(QStringLiteral("Yanis Meunier")));
    go()->click();
    tests::buttonNamed(*m_import->warning(), qtTrId("imp.sure.go"))->click();
    QCOMPARE(notes().files.first().portal, QStringLiteral("impots"));
}

void AccountImportTest::largeText_dialog_hasNoClippedText()
{
    m_import->bench.theme.setTextScale(2.0);
    m_import->open();
    page().setWidthClass(WidthClass::Rail);
    page().resize(1280 - 168, 800);
    choose(write(m_list));
    tests::keepPicture(*dialog(), QStringLiteral("accounts-import-200"));
    QCOMPARE(tests::clippedTexts(*dialog()), QByteArray());
    choose(write("identifiant;etat\nF1;ouvert\n\"F2\n"));
    QCOMPARE(tests::clippedTexts(*dialog()), QByteArray());
}

void AccountImportTest::controls_all_haveNames()
{
    choose(write(m_list));
    QCOMPARE(tests::namelessControls(page()), QByteArray());
    QCOMPARE(tests::namelessControls(*dialog()), QByteArray());
}

} // namespace proconnect::ui

QTEST_MAIN(proconnect::ui::AccountImportTest)
#include "AccountImportTest.moc"
