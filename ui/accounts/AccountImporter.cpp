// SPDX-License-Identifier: MIT
#include "ui/accounts/AccountImporter.h"

#include "core/clock/Clock.h"
#include "core/model/ActingRole.h"
#include "core/sync/AccountNoteDesk.h"
#include "ui/Services.h"
#include "ui/accounts/AccountImportDialog.h"
#include "ui/accounts/AccountImportText.h"
#include "ui/accounts/ReplaceListDialog.h"
#include "ui/data_page/DataPage.h"
#include "ui/sheets/FaultFacts.h"
#include "ui/text/CompanyText.h"
#include "ui/text/NamedText.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUuid>

namespace proconnect::ui {

AccountImporter::AccountImporter(const Services& services, QWidget* page)
    : QObject(page), m_services(services), m_page(page), m_reading(*this, services.threads)
{}

QList<Portal> AccountImporter::portals(const CompanySnapshot& company)
{
    QList<Portal> byFile;
    if (!isDelegated(company.company)) {
        for (const Portal& portal : company.portals) {
            if (CompanyText(company).source(portal.id).method == PortalSource::Method::File) {
                byFile.append(portal);
            }
        }
    }
    return byFile;
}

void AccountImporter::ask()
{
    const CompanySnapshot* company = m_services.workspace.snapshot();
    if (!company || portals(*company).isEmpty()) {
        return;
    }
    m_siren = company->company.siren;
    m_seen = {company->cursor, m_services.workspace.connection()};
    m_file.reset();
    m_told.reset();
    m_dialog = new AccountImportDialog(m_services.theme, DateText(m_services.clock.now()), portals(*company),
                                       m_page);
    connect(m_dialog, &AccountImportDialog::fileAsked, this, &AccountImporter::askFile);
    connect(m_dialog, &AccountImportDialog::choiceChanged, this, &AccountImporter::show);
    connect(m_dialog, &AccountImportDialog::stopAsked, this, &AccountImporter::stopReading);
    connect(m_dialog, &AccountImportDialog::confirmed, this, &AccountImporter::confirm);
    connect(m_dialog, &QDialog::finished, this, [this] { m_reading.stop(); });
    m_dialog->open();
}

void AccountImporter::askFile()
{
    auto* files = new QFileDialog(m_dialog, qtTrId("imp.choose"),
                                  QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    files->setNameFilters({qtTrId("imp.filter.csv"), qtTrId("imp.filter.all")});
    connect(files, &QFileDialog::fileSelected, this, &AccountImporter::open);
    files->open();
}

void AccountImporter::open(const QString& path)
{
    if (!m_dialog) {
        return;
    }
    m_file.reset();
    m_dialog->showReading(QFileInfo(path).fileName());
    m_reading.start(
        [path, siren = m_siren](const std::stop_token& stop) { return readImport(path, siren, stop); },
        [this](ImportedFile file) { opened(std::move(file)); });
}

void AccountImporter::stopReading()
{
    m_reading.stop();
    m_dialog->showStopped();
}

void AccountImporter::opened(ImportedFile file)
{
    if (!m_dialog) {
        return;
    }
    m_file = std::move(file);
    m_changes.reset();
    m_dialog->setAsOf(m_file->writtenAt);
    show();
    m_dialog->showFound();
}

void AccountImporter::refresh()
{
    if (!m_dialog) {
        return;
    }
    const CompanySnapshot* company = m_services.workspace.snapshot();
    if (!company || company->company.siren != m_siren) {
        m_dialog->reject();
        return;
    }
    // Every answer of the service is told, and what stands there is read, or read out, meanwhile.
    const Seen seen{company->cursor, m_services.workspace.connection()};
    if (seen != m_seen) {
        m_seen = seen;
        if (m_warning) {
            // Its figures may be others by now.
            m_warning->reject();
        }
        show();
    }
}

void AccountImporter::show()
{
    const CompanySnapshot* company = m_services.workspace.snapshot();
    if (!m_dialog || !m_file || !company) {
        return;
    }
    const AccountFile& content = m_file->content;
    if (!content.faults.isEmpty()) {
        m_dialog->showFaults(m_file->name, importText::faults(content), faultCount(content));
        return;
    }
    const AccountFileChanges& found = changes(*company);
    const auto known = newer(*company);
    const DateText dates(m_services.clock.now());
    m_dialog->setNewer(known ? qtTrId("imp.older").arg(dates.when(*known)) : QString());
    m_dialog->showChanges(m_file->name, importText::changes(content, found), importText::gone(found));
    m_dialog->setHindrance(hindrance());
}

const AccountFileChanges& AccountImporter::changes(const CompanySnapshot& company)
{
    const std::pair of(company.cursor, m_dialog->portal());
    if (!m_changes || m_changesOf != of) {
        m_changes = accountFileChanges(m_file->content.accounts, company.accounts, of.second);
        m_changesOf = of;
    }
    return *m_changes;
}

std::optional<QDateTime> AccountImporter::newer(const CompanySnapshot& company) const
{
    std::optional<QDateTime> known = CompanyText(company).source(m_dialog->portal()).asOf;
    if (m_told && m_told->portal == m_dialog->portal() && (!known || *known < m_told->asOf)) {
        known = m_told->asOf;
    }
    return known && m_dialog->asOf() < *known ? known : std::nullopt;
}

QString AccountImporter::hindrance() const
{
    return m_services.workspace.connection() == Workspace::Connection::Offline ? DataPage::offlineReason()
                                                                               : QString();
}

bool AccountImporter::canSend() const
{
    return m_dialog && m_file && m_services.workspace.snapshot() && m_file->content.faults.isEmpty() &&
           hindrance().isEmpty();
}

void AccountImporter::confirm()
{
    if (!canSend()) {
        return;
    }
    const CompanySnapshot& company = *m_services.workspace.snapshot();
    const DateText dates(m_services.clock.now());
    const auto warnings = importText::warnings(changes(company), m_dialog->asOf(), newer(company), dates);
    if (warnings.isEmpty()) {
        send();
        return;
    }
    m_warning = new ReplaceListDialog(m_services.theme, warnings, m_dialog);
    connect(m_warning, &ReplaceListDialog::confirmed, this, &AccountImporter::send);
    m_warning->open();
}

void AccountImporter::send()
{
    if (!canSend()) {
        return;
    }
    const CompanySnapshot* company = m_services.workspace.snapshot();
    AccountFileOrder order{m_dialog->portal(), m_dialog->asOf(), m_last.series, m_file->pages,
                           newer(*company)};
    // Sent again, it is the same for the service; another file is another series.
    if (order != m_last) {
        order.series = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_last = order;
    }
    m_dialog->setSending(true);
    const QString portal = CompanyText(*company).portalName(order.portal);
    m_services.notes.handIn(m_siren, order, this,
                            [this, dialog = m_dialog, order, portal](const Outcome<AccountFileTaken>& one) {
                                // Only the dialog that asked: another may stand there by now.
                                answered(one, order, portal, dialog);
                            });
}

void AccountImporter::answered(const Outcome<AccountFileTaken>& outcome, const AccountFileOrder& order,
                               const QString& portal, AccountImportDialog* dialog)
{
    const DateText dates(m_services.clock.now());
    if (!outcome) {
        const auto newer = QDateTime::fromString(outcome.failure().argument, Qt::ISODate);
        if (outcome.failure().code == FailureCode::Conflict && newer.isValid()) {
            m_told = {order.portal, newer};
            show(); // whoever reads it can let this one take its place
        }
        const FailureText text = importText::refusal(outcome.failure(), dates, order.pages.size());
        if (dialog) {
            dialog->showRefusal(text);
        } else {
            Q_EMIT failed(text);
        }
        return;
    }
    if (dialog) {
        dialog->accept();
    }
    const QString known = qtTrId("imp.done.body", outcome.value().accounts).arg(dates.when(order.asOf));
    Q_EMIT taken(withNames(qtTrId("imp.done"), {portal}),
                 outcome.value().changed ? known : qtTrId("imp.done.same") + u' ' + known);
    m_services.workspace.refresh();
}

} // namespace proconnect::ui
