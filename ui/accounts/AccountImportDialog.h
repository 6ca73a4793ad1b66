// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Portal.h"
#include "ui/sheets/FactSheet.h"
#include "ui/text/DateText.h"
#include "ui/widgets/Dialog.h"

class QCheckBox;
class QDateTimeEdit;

namespace proconnect::ui {

class Banner;
class ComboBox;
class FieldRow;
class TextLabel;
struct FailureText;

/// V-36: a portal without an interface, the file it gave, and what that file would change. Nothing changes
/// before the last button.
class AccountImportDialog final : public Dialog
{
    Q_OBJECT

public:
    /// `portals`: those that can be chosen, at least one.
    AccountImportDialog(const Theme& theme, const DateText& dates, const QList<Portal>& portals,
                        QWidget* parent);

    /// Portal::id of the one that is chosen.
    [[nodiscard]] QString portal() const;
    /// When the portal wrote the list, to the minute.
    [[nodiscard]] QDateTime asOf() const;
    /// Proposes when the list was written, for the director to confirm; never later than now.
    void setAsOf(const QDateTime& instant);

    /// The file is being read, until it is shown or another word comes of it.
    void showReading(const QString& file);
    /// Reading was stopped: there is no file.
    void showStopped();
    /// What is wrong in the file: it cannot be taken. `count` says how many faults there are.
    void showFaults(const QString& file, const QList<Fact>& faults, const QString& count);
    /// What the file changes; `gone` says which of the known accounts it does not hold, if any.
    void showChanges(const QString& file, const QList<Fact>& changes, const QString& gone);
    /// Which newer list it would take the place of; empty when it is the newest.
    void setNewer(const QString& newer);
    /// Brings what was found into sight, and has a screen reader say it.
    void showFound();
    /// Why the list cannot be taken now; empty when it can.
    void setHindrance(const QString& reason);
    /// The list is on its way to the service.
    void setSending(bool sending);
    void showRefusal(const FailureText& text);

Q_SIGNALS:
    void fileAsked();
    void stopAsked();
    /// Another portal, or another date.
    void choiceChanged();
    void confirmed();

private:
    void addChoices(const DateText& dates, const QList<Portal>& portals);
    void showFile(const QString& file, const QList<Fact>& facts);
    void clearFile();
    [[nodiscard]] QString hindrance() const;
    void showParts();

    TextLabel* m_lead;
    ComboBox* m_portal;
    Button* m_choose;
    QDateTimeEdit* m_asOf;
    FieldRow* m_asOfRow = nullptr;
    QCheckBox* m_asOfConfirmed;
    QWidget* m_when; ///< the date, its confirmation, what is newer
    Banner* m_newer;
    TextLabel* m_columns;
    TextLabel* m_file;
    Banner* m_banner;
    QWidget* m_facts;
    TextLabel* m_why;
    Button* m_cancel;
    Button* m_go;
    QString m_hindrance;
    bool m_reading = false;
    bool m_takeable = false;
    bool m_sending = false;
};

} // namespace proconnect::ui
