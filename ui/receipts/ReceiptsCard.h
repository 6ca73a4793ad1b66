// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Decision.h"
#include "core/result/Outcome.h"
#include "ui/Services.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace proconnect::ui {

class Banner;
class Card;
class PaperSaver;
class Skeleton;
class TextLabel;

/// The person's own receipts about one company, each with the file that proves it to anyone, without the
/// service too.
class ReceiptsCard final : public QWidget
{
    Q_OBJECT

public:
    /// All receipts at once, or the latest ones and the others when they are asked for.
    enum class Length { All, Latest };

    ReceiptsCard(const Services& services, Length length, QWidget* parent = nullptr);

    /// Asks for the receipts of that company, unless it is shown.
    void showCompany(const QString& siren);
    /// Asks again; the same answer changes nothing on the screen.
    void refresh();
    /// The card is no wider, whatever room there is. A maximum width of this widget would do the same, but
    /// layouts reckon heights without it.
    void setWidest(int pixels);

private:
    void take(const Outcome<OwnReceipts>& outcome);
    void showReceipts();
    void addReceipt(QVBoxLayout* column, const OwnReceipt& own);
    void save(const DecisionReceipt& receipt);
    void say(const Failure& failure);

    const Services& m_services;
    QString m_siren;
    std::optional<OwnReceipts> m_shown;
    bool m_whole; ///< none is left out
    bool m_asking = false;
    Card* m_card;
    PaperSaver* m_saver;
    QWidget* m_list = nullptr;
    Skeleton* m_waiting;
    Banner* m_trouble;
    Banner* m_notice;
    TextLabel* m_none;
};

} // namespace proconnect::ui
