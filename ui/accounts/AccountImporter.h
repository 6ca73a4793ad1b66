// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccountFileOrder.h"
#include "core/model/CompanySnapshot.h"
#include "core/result/Outcome.h"
#include "core/sync/Workspace.h"
#include "ui/accounts/ImportedFile.h"

#include <QObject>
#include <QPointer>

#include <optional>
#include <utility>

class QWidget;

namespace proconnect::ui {

class AccountImportDialog;
struct FailureText;
struct Services;

/// Takes in the list of accounts that a portal without an interface gave as a file: asks for the portal and
/// the file, shows what would change, hands it to the service once that is confirmed. The data are read again
/// once the service took it.
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
    void show();
    [[nodiscard]] QString hindrance() const;
    void send();
    void answered(const Outcome<AccountFileTaken>& outcome, const AccountFileOrder& order,
                  const QString& portal, AccountImportDialog* dialog);

    using Seen = std::pair<qint64, Workspace::Connection>;

    const Services& m_services;
    QWidget* m_page;
    QPointer<AccountImportDialog> m_dialog;
    Seen m_seen;     ///< of which data, and how far the service was, the dialog speaks
    QString m_siren; ///< whose accounts the dialog is about
    std::optional<ImportedFile> m_file;
    AccountFileOrder m_last; ///< the one that was sent last
};

} // namespace proconnect::ui
