// SPDX-License-Identifier: MIT
#pragma once

#include "core/account_files/AccountFileChanges.h"
#include "core/model/AccountFileOrder.h"
#include "core/model/CompanySnapshot.h"
#include "core/result/Outcome.h"
#include "core/sync/Workspace.h"
#include "ui/accounts/ImportedFile.h"
#include "ui/data_page/BackgroundWork.h"

#include <QObject>
#include <QPointer>

#include <optional>
#include <utility>

class QWidget;

namespace proconnect::ui {

class AccountImportDialog;
class ReplaceListDialog;
struct FailureText;
struct Services;

/// Takes in the list of accounts that a portal without an interface gave as a file: asks for the portal and
/// the file, shows what would change, hands it to the service once that is confirmed. The data are read again
/// once the service took it. Files are read outside of the windows' thread.
class AccountImporter final : public QObject
{
    Q_OBJECT

public:
    /// Dialogs stand over `page`, which owns this.
    AccountImporter(const Services& services, QWidget* page);

    /// The portals whose accounts come by file; none for whoever acts by delegation, whom the service would
    /// refuse.
    [[nodiscard]] static QList<Portal> portals(const CompanySnapshot& company);

    void ask();
    /// What is shown of the file follows the data and the connection.
    void refresh();

Q_SIGNALS:
    void taken(const QString& title, const QString& body);
    /// The service's refusal, when nobody looks at the file any more.
    void failed(const proconnect::ui::FailureText& text);

private:
    void askFile();
    void open(const QString& path);
    void stopReading();
    void opened(ImportedFile file);
    void show();
    [[nodiscard]] QString hindrance() const;
    /// What the file changes, compared anew only where the data or the portal are others.
    [[nodiscard]] const AccountFileChanges& changes(const CompanySnapshot& company);
    /// When the newer list was so that this one would take the place of, if any.
    [[nodiscard]] std::optional<QDateTime> newer(const CompanySnapshot& company) const;
    /// Whether there is something that can be sent now.
    [[nodiscard]] bool canSend() const;
    /// Sends it, asking once more where much would change.
    void confirm();
    void send();
    void answered(const Outcome<AccountFileTaken>& outcome, const AccountFileOrder& order,
                  const QString& portal, AccountImportDialog* dialog);

    using Seen = std::pair<qint64, Workspace::Connection>;
    /// A newer list, by the service's refusal: the data say nothing of one that stopped half-way.
    struct Told
    {
        QString portal;
        QDateTime asOf;
    };

    const Services& m_services;
    QWidget* m_page;
    QPointer<AccountImportDialog> m_dialog;
    QPointer<ReplaceListDialog> m_warning;
    Seen m_seen;     ///< of which data, and how far the service was, the dialog speaks
    QString m_siren; ///< whose accounts the dialog is about
    std::optional<ImportedFile> m_file;
    std::optional<AccountFileChanges> m_changes;
    std::pair<qint64, QString> m_changesOf; ///< the data and the portal of m_changes
    AccountFileOrder m_last;                ///< the one that was sent last
    std::optional<Told> m_told;
    BackgroundWork<ImportedFile> m_reading;
};

} // namespace proconnect::ui
