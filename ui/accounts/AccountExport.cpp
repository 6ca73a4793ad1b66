// SPDX-License-Identifier: MIT
#include "ui/accounts/AccountExport.h"

#include "ui/text/FindingText.h"

#include <QCoreApplication>

namespace proconnect::ui {
namespace {

/// One column of the files: its title, its share of a page's width (0: only in the table), what it says.
struct Column
{
    const char* title;
    int share;
    QString (*text)(const AccountTreeModel& model, int account, const AccountText& words);
};

const PortalAccount& at(const AccountTreeModel& model, int account)
{
    return model.snapshot().accounts.at(account);
}

QString day(const std::optional<QDate>& date)
{
    // As a spreadsheet reads it in every language.
    return date ? date->toString(Qt::ISODate) : QString();
}

QString findings(const AccountTreeModel& model, int account, const AccountText&)
{
    QStringList names;
    for (const FindingKind kind : model.known().findings(account).kinds()) {
        names += FindingText::badge(kind).text;
    }
    return names.join(QStringLiteral(", "));
}

QString places(const AccountTreeModel& model, int account, const AccountText& words)
{
    const QStringList& sirets = at(model, account).sirets;
    if (words.company().wholeCompany(sirets)) {
        return words.places(at(model, account));
    }
    QStringList names;
    for (const QString& siret : sirets) {
        names += words.company().establishmentName(siret);
    }
    return names.join(QStringLiteral(", "));
}

const QList<Column>& columns()
{
    static const QList<Column> all{
        {QT_TRID_NOOP("exp.holder"), 15,
         [](const auto& model, int account, const auto&) { return AccountText::holder(at(model, account)); }},
        {QT_TRID_NOOP("acc.sheet.email"), 0,
         [](const auto& model, int account, const auto&) { return at(model, account).email; }},
        {QT_TRID_NOOP("acc.group.portal"), 12,
         [](const auto& model, int account, const auto& words) {
             return words.company().portalName(at(model, account).portal);
         }},
        {QT_TRID_NOOP("acc.sheet.id"), 0,
         [](const auto& model, int account, const auto&) { return at(model, account).portalAccountId; }},
        {QT_TRID_NOOP("acc.sheet.role"), 11,
         [](const auto& model, int account, const auto&) { return at(model, account).roleLabel; }},
        {QT_TRID_NOOP("acc.col.what"), 20,
         [](const auto& model, int account, const auto& words) {
             return words.possible(at(model, account));
         }},
        {QT_TRID_NOOP("acc.sheet.places"), 12, &places},
        {QT_TRID_NOOP("acc.sheet.created"), 0,
         [](const auto& model, int account, const auto&) { return day(at(model, account).createdOn); }},
        {QT_TRID_NOOP("acc.col.last"), 9,
         [](const auto& model, int account, const auto&) {
             const auto& used = at(model, account).lastUsedAt;
             return used ? day(DateText::dayOf(*used)) : qtTrId("acc.last.unknown");
         }},
        {QT_TRID_NOOP("acc.col.state"), 10,
         [](const auto& model, int account, const auto&) { return model.badge(account).text; }},
        {QT_TRID_NOOP("exp.findings"), 12, &findings},
        {QT_TRID_NOOP("exp.left"), 0,
         [](const auto& model, int account, const auto&) { return day(at(model, account).holderLeftOn); }},
        {QT_TRID_NOOP("acc.sheet.mandate"), 0,
         [](const auto& model, int account, const auto&) {
             const auto& mandate = at(model, account).mandate;
             return mandate ? mandate->reference : QString();
         }},
        {QT_TRID_NOOP("exp.source"), 0,
         [](const auto& model, int account, const auto& words) {
             return words.source(at(model, account).portal);
         }},
    };
    return all;
}

} // namespace

TextTable accountTable(const AccountTreeModel& model, ExportFormat format)
{
    const AccountText words = model.text();
    const auto inFile = [format](const Column& column) {
        return format == ExportFormat::Csv || column.share > 0;
    };
    TextTable table;
    for (const Column& column : columns()) {
        if (inFile(column)) {
            table.columns += qtTrId(column.title);
        }
    }
    for (const int account : model.shown()) {
        QStringList line;
        for (const Column& column : columns()) {
            if (inFile(column)) {
                line += column.text(model, account, words);
            }
        }
        table.lines += line;
    }
    return table;
}

TablePage accountPage(const AccountTreeModel& model, const QString& shown)
{
    const AccountText words = model.text();
    TablePage page;
    page.title = qtTrId("exp.accounts.title").arg(model.snapshot().company.name);
    const QString count = qtTrId("acc.found", model.shownCount());
    const QString when = words.dates().when(model.snapshot().asOf);
    page.subtitle = (shown.isEmpty() ? count : count + QString::fromUtf8(" · ") + shown) +
                    QString::fromUtf8(" · ") + qtTrId("exp.asof").arg(when);
    QStringList sources;
    for (const Portal& portal : model.snapshot().portals) {
        sources += qtTrId("acc.sources.one").arg(portal.name, words.source(portal.id));
    }
    page.closing = qtTrId("acc.sources").arg(sources.join(QString::fromUtf8(" · ")));
    for (const Column& column : columns()) {
        if (column.share > 0) {
            page.shares += column.share;
        }
    }
    return page;
}

QString accountFileName(const AccountTreeModel& model, ExportFormat format)
{
    return qtTrId("exp.accounts.file")
        .arg(model.snapshot().company.siren, model.text().dates().today().toString(Qt::ISODate),
             format == ExportFormat::Csv ? QStringLiteral("csv") : QStringLiteral("pdf"));
}

} // namespace proconnect::ui
