// SPDX-License-Identifier: MIT
// accounts-bench FOLDER ACCOUNTS PEOPLE writes the encrypted copy of a large company; accounts-bench FOLDER
// measures V-30 and V-31 over it, one JSON line for each figure. Two processes, so that what makes the
// company is not counted.
#include "core/cache/DocumentNames.h"
#include "core/protocol/PackedSnapshot.h"
#include "core/sync/SnapshotCopy.h"
#include "core/sync/SnapshotPatch.h"
#include "tests/bench/accounts/LargeCompany.h"
#include "tests/bench/accounts/PlainTable.h"
#include "tests/ui/support/UiBench.h"
#include "ui/accounts/AccountMatrixView.h"
#include "ui/accounts/AccountTreeView.h"
#include "ui/accounts/AccountsPage.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/SegmentedControl.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTextStream>

#include <algorithm>
#include <utility>

using namespace proconnect;

namespace {

const QStringList searches{QStringLiteral("marion"), QStringLiteral("personne.42@"),
                           QStringLiteral("agence 17"), QStringLiteral("urssaf tva"),
                           QStringLiteral("bouvier 1200")};

void tell(const char* name, double value)
{
    QTextStream(stdout) << QJsonDocument(QJsonObject{{QLatin1String("name"), QLatin1String(name)},
                                                     {QLatin1String("value"), value}})
                               .toJson(QJsonDocument::Compact)
                        << '\n';
}

double milliseconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

/// Whether anything was painted since it was last asked.
class Paints : public QObject
{
public:
    Paints() { qApp->installEventFilter(this); }
    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        m_any = m_any || event->type() == QEvent::Paint;
        return false;
    }
    bool taken() { return std::exchange(m_any, false); }

private:
    bool m_any = false;
};

/// Everything that waits is done and painted, once, as it is on a display.
void paint(Paints& paints)
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    if (!paints.taken()) {
        qFatal("nothing was painted");
    }
}

double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:")) {
                return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
            }
        }
    }
    return 0;
}

/// Every letter of every search, one after the other, and back.
template <typename Type>
QList<double> type(const Type& oneMore)
{
    QList<double> times;
    for (const QString& words : searches) {
        for (qsizetype letters = 1; letters <= words.size(); ++letters) {
            QElapsedTimer timer;
            timer.start();
            oneMore(words.first(letters));
            times += milliseconds(timer);
        }
        oneMore(QString());
    }
    return times;
}

/// The same search by Qt's own proxy over the same texts, without painting anything.
QList<double> typeOverProxy(const ui::AccountTreeModel& model)
{
    QList<QStringList> lines;
    const ui::AccountIndex& known = model.known();
    for (qsizetype i = 0; i < known.size(); ++i) {
        QStringList line{model.snapshot().accounts.at(i).email};
        for (const auto field : {ui::AccountIndex::Person, ui::AccountIndex::Portal, ui::AccountIndex::Places,
                                 ui::AccountIndex::Possible}) {
            line += known.text(field, known.value(field, i));
        }
        lines += line;
    }
    bench::PlainTable table(std::move(lines));
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&table);
    proxy.setFilterKeyColumn(-1);
    proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    (void)proxy.rowCount();
    return type([&proxy](const QString& words) {
        proxy.setFilterFixedString(words);
        (void)proxy.rowCount();
    });
}

void measureScrolling(Paints& paints, QAbstractItemView& view, const char* name)
{
    constexpr int frames = 200;
    QScrollBar* bar = view.verticalScrollBar();
    double worst = 0;
    for (int frame = 0; frame < frames; ++frame) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(bar->value() + 60);
        paint(paints);
        worst = std::max(worst, milliseconds(timer));
    }
    tell(name, 1000 / worst);
}

/// Writes the copy anew while somebody types, then as it would be without a thread apart.
template <typename Type>
void measureKeeping(EncryptedStore& store, const TaggedSnapshot& news, const Type& oneMore)
{
    const QString siren = news.snapshot.company.siren;
    oneMore(QString());
    bool written = false;
    double worst = 0;
    QElapsedTimer timer;
    QElapsedTimer all;
    all.start();
    SnapshotCopy(store).keep(siren, news, qApp, [&written](bool kept) {
        if (!kept) {
            qFatal("the copy was not written");
        }
        written = true;
    });
    tell("copy.wait", milliseconds(all));
    while (!written) {
        const QList<double> typed = type(oneMore);
        worst = std::max(worst, *std::max_element(typed.cbegin(), typed.cend()));
    }
    tell("copy.written", milliseconds(all));
    tell("copy.letter.worst", worst);
    timer.restart();
    if (!store.write(documents::company(siren), news.etag + '\n' + packedBytes(news.snapshot))) {
        qFatal("the copy was not written");
    }
    tell("copy.here", milliseconds(timer));
}

/// As the service tells that a hundred accounts were used.
SnapshotDelta hundredChanges(const CompanySnapshot& company)
{
    constexpr int changes = 100;
    const auto accounts = static_cast<int>(company.accounts.size());
    SnapshotDelta delta;
    delta.snapshot = company;
    delta.snapshot.accounts.clear();
    delta.accounts = accounts;
    for (int i = 0; i < changes; ++i) {
        const int position = i * (accounts / changes);
        PortalAccount account = company.accounts.at(position);
        account.lastUsedAt = company.asOf;
        ++account.version;
        delta.snapshot.accounts.append(account);
        delta.gone += position;
        delta.fresh += position;
    }
    return delta;
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 2 && count != 4) {
        QTextStream(stderr) << "usage: accounts-bench FOLDER [ACCOUNTS PEOPLE]\n";
        return 2;
    }
    QApplication application(count, arguments);
    EncryptedStore store(QString::fromLocal8Bit(arguments[1]));
    store.setKey(QByteArray(32, 'k'));
    SnapshotCopy copy(store);
    const QString siren = QStringLiteral("000058263");
    if (count == 4) {
        const int accounts = QByteArray(arguments[2]).toInt();
        const int people = QByteArray(arguments[3]).toInt();
        if (accounts <= 0 || people <= 0) {
            return 1;
        }
        copy.keep(siren, {"\"1\"", bench::largeCompany(accounts, people)}, &application,
                  [](bool kept) { QCoreApplication::exit(kept ? 0 : 1); });
        return QCoreApplication::exec();
    }

    tests::UiBench bench;
    ui::AccountsPage page(bench.services);
    page.resize(1000, 760);
    page.setWidthClass(ui::WidthClass::Normal);
    page.show();
    Paints paints;
    paint(paints);
    const double before = residentMegabytes();

    QElapsedTimer timer;
    timer.start();
    const auto read = copy.read(siren);
    tell("read", milliseconds(timer));
    if (!read) {
        return 1;
    }
    bench.workspace.show(read->snapshot);
    page.refresh();
    paint(paints);
    tell("painted", milliseconds(timer));
    tell("memory", residentMegabytes());
    tell("memory.before", before);

    auto& tree = *page.findChild<ui::AccountTreeView*>();
    auto& model = static_cast<ui::AccountTreeModel&>(*tree.model());
    auto& search = *page.findChild<ui::SearchField*>();
    const QList<double> typed = type([&](const QString& words) {
        search.setText(words);
        paint(paints);
    });
    tell("letter", median(typed));
    tell("letter.worst", *std::max_element(typed.cbegin(), typed.cend()));
    const QList<double> filtered = type([&model](const QString& words) { model.setSearch(words); });
    tell("filter", median(filtered));
    tell("proxy", median(typeOverProxy(model)));

    constexpr int opened = 40;
    for (int row = 0; row < opened; ++row) {
        tree.expand(model.index(row, 0));
    }
    measureScrolling(paints, tree, "scroll");
    auto& view = *page.findChild<ui::SegmentedControl*>();
    timer.restart();
    view.setCurrent(1);
    Q_EMIT view.chosen(1);
    paint(paints);
    tell("matrix", milliseconds(timer));
    measureScrolling(paints, *page.findChild<ui::AccountMatrixView*>(), "matrix.scroll");
    view.setCurrent(0);
    Q_EMIT view.chosen(0);

    SnapshotDelta delta = hundredChanges(read->snapshot);
    timer.restart();
    const auto next = patched(read->snapshot.accounts, std::move(delta));
    if (!next) {
        return 1;
    }
    tell("delta.patched", milliseconds(timer));
    bench.workspace.show(*next);
    page.refresh();
    paint(paints);
    tell("delta", milliseconds(timer));
    measureKeeping(store, {"\"2\"", *next}, [&](const QString& words) {
        search.setText(words);
        paint(paints);
    });
    return 0;
}
