// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

class QTimer;

namespace proconnect::ui {

class Theme;

/// A search field with a magnifier and a clear button; tells what is searched 150 ms after the last key.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    SearchField(const Theme& theme, const QString& placeholder, QWidget* parent = nullptr);

    /// Tells screen readers how many results there are.
    void announceResults(const QString& sentence);

Q_SIGNALS:
    void searched(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QTimer* m_pause;
};

} // namespace proconnect::ui
