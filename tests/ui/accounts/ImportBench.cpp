// SPDX-License-Identifier: MIT
#include "tests/ui/accounts/ImportBench.h"

#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QTest>

namespace proconnect::tests {

ImportBench::ImportBench()
{
    bench.workspace.show(demonstrationSnapshot());
    open();
}

void ImportBench::open()
{
    m_page = std::make_unique<ui::AccountsPage>(bench.services);
    m_page->resize(944, 740);
    m_page->setWidthClass(ui::WidthClass::Normal);
    m_page->refresh();
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    settle();
}

ui::AccountImportDialog* ImportBench::dialog() const
{
    return m_page->findChild<ui::AccountImportDialog*>();
}

ui::Button* ImportBench::go() const
{
    return buttonNamed(*dialog(), qtTrId("imp.go"));
}

ui::ReplaceListDialog* ImportBench::warning() const
{
    return m_page->findChild<ui::ReplaceListDialog*>();
}

bool ImportBench::shows(const QString& words) const
{
    settle();
    return shownText(*dialog()).contains(words);
}

QString ImportBench::write(const QByteArray& content) const
{
    const QString path = folder.filePath(QStringLiteral("comptes.csv"));
    QFile file(path);
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush();
    file.setFileTime(demonstrationNow().addSecs(-3600), QFileDevice::FileModificationTime);
    return written ? path : QString();
}

void ImportBench::begin(const QString& path)
{
    if (!dialog()) {
        buttonNamed(*m_page, qtTrId("imp.button"))->click();
    }
    ui::Button* first = buttonNamed(*dialog(), qtTrId("imp.choose"));
    (first ? first : buttonNamed(*dialog(), qtTrId("imp.choose.other")))->click();
    auto* files = dialog()->findChildren<QFileDialog*>().last();
    Q_EMIT files->fileSelected(path);
    files->close();
}

void ImportBench::read(const QString& path)
{
    begin(path);
    QTRY_VERIFY_WITH_TIMEOUT(!buttonNamed(*dialog(), qtTrId("imp.reading.stop")), 60'000);
    settle();
}

void ImportBench::choose(const QString& path)
{
    read(path);
    confirmDate();
}

void ImportBench::confirmDate() const
{
    dialog()->findChild<QCheckBox*>()->setChecked(true);
    settle();
}

} // namespace proconnect::tests
