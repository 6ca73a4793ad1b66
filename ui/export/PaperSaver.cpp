// SPDX-License-Identifier: MIT
#include "ui/export/PaperSaver.h"

#include "ui/export/ExportFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QRegularExpression>
#include <QStandardPaths>

#include <utility>

namespace proconnect::ui {
namespace {

/// A file name that every system takes, whatever the name holds.
QString fileName(const QString& what, const QString& suffix)
{
    constexpr qsizetype longest = 80;
    static const QRegularExpression odd(QStringLiteral("[^\\w]+"),
                                        QRegularExpression::UseUnicodePropertiesOption);
    QString name = what.left(longest);
    name.replace(odd, QStringLiteral("-"));
    while (name.endsWith(u'-')) {
        name.chop(1);
    }
    return name + u'.' + suffix;
}

} // namespace

PaperSaver::PaperSaver(DepartureDesk& desk, QWidget* page) : QObject(page), m_desk(desk), m_page(page) {}

void PaperSaver::save(const QString& name, const QString& suffix,
                      const std::function<void(QObject* context, Receive receive)>& fetch)
{
    if (m_busy) {
        return;
    }
    setBusy(true);
    fetch(this, [this, name, suffix](const Outcome<QByteArray>& paper) {
        setBusy(false);
        if (paper) {
            askPlace(paper.value(), name, suffix);
        } else {
            Q_EMIT unavailable(paper.failure());
        }
    });
}

void PaperSaver::saveReceipt(const QString& siren, const QString& departure, const QString& name,
                             DepartureDesk::Form form)
{
    const QString suffix = form == DepartureDesk::Form::Pdf ? QStringLiteral("pdf") : QStringLiteral("json");
    save(name, suffix, [&](QObject* context, Receive receive) {
        m_desk.receipt(siren, departure, form, context, std::move(receive));
    });
}

void PaperSaver::saveLetter(const QString& siren, const QString& account, const QString& portal)
{
    save(qtTrId("dep.file.letter").arg(portal), QStringLiteral("pdf"),
         [&](QObject* context, Receive receive) {
             m_desk.closureLetter(siren, account, context, std::move(receive));
         });
}

void PaperSaver::askPlace(const QByteArray& paper, const QString& name, const QString& suffix)
{
    auto* dialog = new QFileDialog(m_page, qtTrId("exp.title"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(fileName(name, suffix));
    connect(dialog, &QFileDialog::fileSelected, this, [this, paper](const QString& path) {
        if (writeWhole(path, paper)) {
            Q_EMIT saved(path);
        } else {
            Q_EMIT unwritable(path);
        }
    });
    dialog->open();
}

void PaperSaver::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged();
}

} // namespace proconnect::ui
