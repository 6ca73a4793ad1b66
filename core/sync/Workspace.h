// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"
#include "core/result/Outcome.h"

#include <QObject>

#include <optional>

namespace proconnect {

/// The company on screen: its data, how old they are, whether the service answers.
class Workspace : public QObject
{
    Q_OBJECT

public:
    enum class Connection { Unknown, Online, Offline };

    using QObject::QObject;

    /// The data of the selected company; null until a copy was read or the service answered.
    [[nodiscard]] virtual const CompanySnapshot* snapshot() const = 0;
    /// True while the first answer is awaited and there is no copy.
    [[nodiscard]] virtual bool loading() const = 0;
    [[nodiscard]] virtual Connection connection() const = 0;
    /// Why the last refresh failed, if it did.
    [[nodiscard]] virtual std::optional<Failure> trouble() const = 0;
    [[nodiscard]] virtual QString selectedSiren() const = 0;

    virtual void selectCompany(const QString& siren) = 0;
    /// Asks the service now; changes arrive by snapshotChanged().
    virtual void refresh() = 0;

Q_SIGNALS:
    void snapshotChanged();
    void connectionChanged();
    void loadingChanged();
    void selectedCompanyChanged();
};

} // namespace proconnect
