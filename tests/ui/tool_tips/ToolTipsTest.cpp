// SPDX-License-Identifier: MIT
#include "tests/ui/departure/DepartureBench.h"
#include "ui/models/AccountMatrixModel.h"
#include "ui/models/RequestListModel.h"
#include "ui/shell/CompanyTile.h"
#include "ui/text/PlainToolTip.h"
#include "ui/widgets/TextLabel.h"

#include <QHelpEvent>
#include <QListView>
#include <QTest>
#include <QTextDocument>
#include <QToolTip>

namespace proconnect::tests {
namespace {

const QString hostile =
    QStringLiteral("<b>x</b><img src=\"http://attacker.example/a.png\"> &lt;i&gt; & fils");
/// Cut by titles, which then have it whole as their tooltip.
const QString longHostile = hostile + QString(60, u'y');

/// What QToolTip makes of it.
QString shownAs(const QString& tip)
{
    QTextDocument document;
    if (Qt::mightBeRichText(tip)) {
        document.setHtml(tip);
    } else {
        document.setPlainText(tip);
    }
    return document.toRawText()
        .replace(QChar::ParagraphSeparator, u'\n')
        .replace(QChar::LineSeparator, u'\n');
}

CompanySnapshot hostileSnapshot()
{
    CompanySnapshot snapshot = demonstrationSnapshot();
    for (PortalAccount& account : snapshot.accounts.changeable()) {
        if (account.email == QStringLiteral("isabelle.roche@fabre-filles.example")) {
            account.holderName = longHostile;
            account.roleLabel = hostile;
            account.rights = {{QStringLiteral("r"), hostile, false}};
        }
    }
    for (AccessRequest& request : snapshot.requests) {
        request.familyName = hostile;
    }
    for (Portal& portal : snapshot.portals) {
        portal.name = hostile + portal.id;
    }
    return snapshot;
}

} // namespace

/// Whatever a portal or a register calls somebody, a tooltip shows it letter by letter.
class ToolTipsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_isShownLiterally_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QStringLiteral("Élodie Fabre & Filles");
        QTest::newRow("markup") << hostile;
        QTest::newRow("second line") << QStringLiteral("Fabre\n  <b>x</b>");
        QTest::newRow("markup, then lines") << QStringLiteral("<i>a</i>\nb   c");
        QTest::newRow("entity") << QStringLiteral("a &lt; b &amp; c");
        QTest::newRow("document") << QStringLiteral(" <!DOCTYPE html><p>x");
        QTest::newRow("less") << QStringLiteral("1 < 2");
    }
    void text_isShownLiterally()
    {
        QFETCH(QString, text);
        QCOMPARE(shownAs(ui::plainToolTip(text)), text);
    }

    void requests_showNamesLiterally()
    {
        const UiBench bench;
        const CompanySnapshot snapshot = hostileSnapshot();
        ui::RequestListModel model(ui::RequestListModel::Section::ToAnswer);
        model.setContent({ui::CompanyText(snapshot), ui::DateText(demonstrationNow())}, {});
        QVERIFY(model.rowCount() > 0);
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row);
            QVERIFY(index.data().toString().contains(hostile));
            QCOMPARE(shownAs(index.data(Qt::ToolTipRole).toString()),
                     index.data().toString() + u'\n' +
                         index.data(ui::RequestListModel::SummaryRole).toString());
        }
    }

    void accounts_showNamesLiterally()
    {
        const UiBench bench;
        const CompanySnapshot snapshot = hostileSnapshot();
        ui::AccountTreeModel model;
        model.setContent(snapshot, {}, ui::DateText(demonstrationNow()));
        model.setGrouping(ui::AccountTreeModel::Grouping::Portal);
        int names = 0;
        int rights = 0;
        for (int group = 0; group < model.rowCount(); ++group) {
            for (int line = 0; line < model.rowCount(model.index(group, 0)); ++line) {
                for (int column = 0; column < ui::AccountTreeModel::StateColumn; ++column) {
                    const QModelIndex index = model.index(line, column, model.index(group, 0));
                    QCOMPARE(shownAs(index.data(Qt::ToolTipRole).toString()), index.data().toString());
                    names += index.data().toString() == longHostile ? 1 : 0;
                    rights += index.data().toString() == hostile ? 1 : 0;
                }
            }
        }
        QVERIFY(names > 0);
        QVERIFY(rights > 0);
    }

    void matrix_showsNamesLiterally()
    {
        const UiBench bench;
        const CompanySnapshot snapshot = hostileSnapshot();
        ui::AccountTreeModel accounts;
        accounts.setContent(snapshot, {}, ui::DateText(demonstrationNow()));
        ui::AccountMatrixModel matrix(accounts);
        matrix.setActive(true);
        int people = 0;
        for (int row = 0; row < matrix.rowCount(); ++row) {
            const QString name = matrix.headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
            people += name == longHostile ? 1 : 0;
            QCOMPARE(shownAs(matrix.headerData(row, Qt::Vertical, Qt::ToolTipRole).toString()), name);
        }
        QCOMPARE(people, 1);
        for (int column = 0; column < matrix.columnCount(); ++column) {
            const QString tip = matrix.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
            QVERIFY2(shownAs(tip).startsWith(hostile), qUtf8Printable(tip));
        }
    }

    void leavers_showNamesLiterally()
    {
        DepartureBench bench;
        bench.show([](CompanySnapshot& snapshot) { snapshot = hostileSnapshot(); });
        const QAbstractItemModel* model = bench.list().model();
        const qsizetype row = bench.rows().indexOf(longHostile);
        QVERIFY(row > 0);
        QCOMPARE(shownAs(model->index(static_cast<int>(row), 0).data(Qt::ToolTipRole).toString()),
                 longHostile);
    }

    void departures_showNamesLiterally_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<DepartureStepState>("state");
        QTest::addColumn<QString>("screen");
        const QString departure = QStringLiteral("departure:") + sampleDeparture({}).id;
        QTest::newRow("check") << QStringLiteral("person:isabelle.roche@fabre-filles.example")
                               << DepartureStepState::Confirmed << QStringLiteral("R-41");
        QTest::newRow("progress") << departure << DepartureStepState::ToDo << QStringLiteral("R-42");
        QTest::newRow("done") << departure << DepartureStepState::Confirmed << QStringLiteral("R-43");
    }
    void departures_showNamesLiterally()
    {
        QFETCH(QString, target);
        QFETCH(DepartureStepState, state);
        QFETCH(QString, screen);
        DepartureBench bench;
        bench.show([state](CompanySnapshot& snapshot) {
            snapshot = hostileSnapshot();
            snapshot.departures = {sampleDeparture({state})};
            snapshot.departures[0].person = longHostile;
        });
        bench.open(target);
        QCOMPARE(bench.page().screenCode(), screen);
        QStringList tips;
        for (const QWidget* widget : bench.page().findChildren<QWidget*>()) {
            if (widget->isVisible() && !widget->toolTip().isEmpty()) {
                tips += shownAs(widget->toolTip());
            }
        }
        QVERIFY2(tips.contains(longHostile), qUtf8Printable(tips.join(u'\n')));
    }

    void cutLabel_showsItsTextLiterally()
    {
        UiBench bench;
        ui::TextLabel label(hostile);
        label.elided();
        label.resize(40, 20);
        label.show();
        QHelpEvent asked(QEvent::ToolTip, QPoint(2, 2), label.mapToGlobal(QPoint(2, 2)));
        QApplication::sendEvent(&label, &asked);
        QCOMPARE(shownAs(QToolTip::text()), hostile);
        QToolTip::hideText();
    }

    void company_showsItsNameLiterally()
    {
        const UiBench bench;
        ui::CompanyTile tile(bench.theme);
        tile.setCompany(hostile, QStringLiteral("000 058 263"));
        QCOMPARE(shownAs(tile.toolTip()), hostile);
    }
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::ToolTipsTest)
#include "ToolTipsTest.moc"
