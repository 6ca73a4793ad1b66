// SPDX-License-Identifier: MIT
#include "ui/accounts/AccountImporter.h"

#include "core/account_files/AccountFilePages.h"
#include "core/clock/Clock.h"
#include "core/model/ActingRole.h"
#include "core/sync/AccountNoteDesk.h"
#include "ui/Services.h"
#include "ui/accounts/AccountImportDialog.h"
#include "ui/accounts/AccountImportText.h"
#include "ui/data_page/DataPage.h"
#include "ui/text/CompanyText.h"
#include "ui/text/NamedText.h"

#include <QFileDialog>
#include <QStandardPaths>
#include <QUuid>

namespace proconnect::ui {

AccountImporter::AccountImporter(const Services& services, QWidget* page)
    : QObject(page), m_services(services), m_page(page)
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
    m_dialog = new AccountImportDialog(m_services.theme, DateText(m_services.clock.now()), portals(*company),
                                       m_page);
    connect(m_dialog, &AccountImportDialog::fileAsked, this, &AccountImporter::askFile);
    connect(m_dialog, &AccountImportDialog::choiceChanged, this, &AccountImporter::show);
    connect(m_dialog, &AccountImportDialog::confirmed, this, &AccountImporter::send);
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
    m_file = readImport(path, m_siren);
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
        m_dialog->showFaults(m_file->name, importText::faults(content.faults),
                             static_cast<int>(content.faults.size()));
        return;
    }
    const AccountFileChanges changes =
        accountFileChanges(content.accounts, company->accounts, m_dialog->portal());
    m_dialog->showChanges(m_file->name, importText::changes(changes, content.passedOver),
                          static_cast<int>(changes.gone.size()));
    m_dialog->setHindrance(hindrance());
}

QString AccountImporter::hindrance() const
{
    if (m_services.workspace.connection() == Workspace::Connection::Offline) {
        return DataPage::offlineReason();
    }
    const PortalSource source = CompanyText(*m_services.workspace.snapshot()).source(m_dialog->portal());
    return source.asOf && m_dialog->asOf() < *source.asOf
               ? qtTrId("imp.older").arg(DateText(m_services.clock.now()).when(*source.asOf))
               : QString();
}

void AccountImporter::send()
{
    const CompanySnapshot* company = m_services.workspace.snapshot();
    if (!m_dialog || !m_file || !company || !m_file->content.faults.isEmpty() || !hindrance().isEmpty()) {
        return;
    }
    AccountFileOrder order{m_dialog->portal(), m_dialog->asOf(), m_last.series,
                           accountFilePages(m_file->content.accounts)};
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
