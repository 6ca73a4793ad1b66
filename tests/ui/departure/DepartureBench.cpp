// SPDX-License-Identifier: MIT
#include "tests/ui/departure/DepartureBench.h"

#include <QComboBox>
#include <QListView>
#include <QTest>

namespace proconnect::tests {

DepartureBench::DepartureBench(const QSize& size)
{
    bench.session.signIn(demonstrationProfile());
    bench.workspace.show(demonstrationSnapshot());
    m_page = std::make_unique<ui::DeparturePage>(bench.services);
    m_page->resize(size);
    m_page->setWidthClass(ui::WidthClass::Normal);
    m_page->refresh();
    m_page->show();
    settle();
}

void DepartureBench::open(const QString& target)
{
    m_page->showTarget(target);
    settle();
}

void DepartureBench::press(const QString& text)
{
    auto* button = buttonNamed(*m_page, text);
    QVERIFY2(button, qUtf8Printable(text + QStringLiteral(" is not in: ") + this->text()));
    button->click();
    settle();
}

void DepartureBench::choose(const QString& account, const QString& successor)
{
    auto* combo = control<QComboBox>(QStringLiteral("successor"), account);
    QVERIFY(combo);
    const int index = combo->findData(successor);
    QVERIFY(index > 0);
    combo->setCurrentIndex(index);
    Q_EMIT combo->activated(index);
    settle();
}

QListView& DepartureBench::list() const
{
    return *m_page->findChild<QListView*>();
}

QStringList DepartureBench::rows() const
{
    QStringList names;
    const QAbstractItemModel* model = list().model();
    for (int row = 0; row < model->rowCount(); ++row) {
        names += model->index(row, 0).data(ui::LeaverListModel::NameRole).toString();
    }
    return names;
}

} // namespace proconnect::tests
