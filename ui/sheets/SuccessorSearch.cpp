// SPDX-License-Identifier: MIT
#include "ui/sheets/SuccessorSearch.h"

#include <QAbstractProxyModel>
#include <QCompleter>
#include <QKeyEvent>
#include <QListView>
#include <QStandardItemModel>

#include <utility>

namespace proconnect::ui {
namespace {

constexpr int visiblePeople = 8;
constexpr int accountRole = Qt::UserRole;

} // namespace

SuccessorSearch::SuccessorSearch(const SuccessorList& people, QWidget* parent)
    : QLineEdit(parent), m_people(people), m_offered(new QStandardItemModel(this)),
      m_completer(new QCompleter(m_offered, this))
{
    setPlaceholderText(qtTrId("dep.search"));
    // The list holds what was found already, accents and the order of words aside.
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(visiblePeople);
    m_completer->popup()->setProperty("overlay", true);
    // What tells namesakes apart stands at the end: never cut.
    auto* list = qobject_cast<QListView*>(m_completer->popup());
    list->setWordWrap(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setCompleter(m_completer);
    offer({});
    connect(this, &QLineEdit::textEdited, this, &SuccessorSearch::offer);
    connect(this, &QLineEdit::returnPressed, this, &SuccessorSearch::chooseTheOnlyOne);
    connect(this, &QLineEdit::editingFinished, this, &SuccessorSearch::leave);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) {
                const auto* shown = qobject_cast<const QAbstractProxyModel*>(m_completer->completionModel());
                choose(shown ? shown->mapToSource(index).row() : index.row());
            });
}

void SuccessorSearch::setChosen(const QString& account)
{
    // What is being typed stays.
    if (std::exchange(m_chosen, account) != account || !hasFocus()) {
        showChosen();
    }
}

void SuccessorSearch::offer(const QString& words)
{
    const SuccessorList::Found found = m_people.find(words, mostOffered);
    m_offered->clear();
    for (const qsizetype place : found.places) {
        auto* row = new QStandardItem(m_people.label(place));
        row->setData(m_people.account(place), accountRole);
        m_offered->appendRow(row);
    }
    if (found.places.isEmpty() || found.others > 0) {
        auto* rest = new QStandardItem(found.others > 0 ? qtTrId("dep.successor.more", found.others)
                                                        : qtTrId("dep.nomatch"));
        rest->setFlags(Qt::NoItemFlags);
        m_offered->appendRow(rest);
    }
}

void SuccessorSearch::openOffer()
{
    if (!m_completer->popup()->isVisible()) {
        // Everybody again: what the field shows is a name, not a search.
        offer(m_people.placeOf(m_chosen) < 0 ? text() : QString());
        m_completer->complete();
    }
}

void SuccessorSearch::choose(int row)
{
    const QStandardItem* item = m_offered->item(row);
    const QString account = item ? item->data(accountRole).toString() : QString();
    if (account.isEmpty()) {
        return;
    }
    m_chosen = account;
    showChosen();
    tell(account);
}

void SuccessorSearch::tell(const QString& account)
{
    // Once the list has closed: the row may be built anew for it.
    QMetaObject::invokeMethod(
        this,
        [this, account] {
            setCursorPosition(0);
            Q_EMIT chosen(account);
        },
        Qt::QueuedConnection);
}

void SuccessorSearch::chooseTheOnlyOne()
{
    if (isModified() && m_offered->rowCount() == 1 && !m_completer->popup()->currentIndex().isValid()) {
        choose(0);
    }
}

void SuccessorSearch::leave()
{
    if (m_completer->popup()->isVisible()) {
        return;
    }
    if (isModified() && text().trimmed().isEmpty() && !m_chosen.isEmpty()) {
        m_chosen.clear();
        tell({});
    }
    showChosen();
}

void SuccessorSearch::showChosen()
{
    const qsizetype place = m_people.placeOf(m_chosen);
    setText(place < 0 ? QString() : m_people.label(place));
    setCursorPosition(0);
    setModified(false);
}

void SuccessorSearch::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier) {
        openOffer();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SuccessorSearch::mousePressEvent(QMouseEvent* event)
{
    QLineEdit::mousePressEvent(event);
    if (event->button() == Qt::LeftButton) {
        openOffer();
    }
}

} // namespace proconnect::ui
