// SPDX-License-Identifier: MIT
#pragma once

#include "core/cache/WriteQueue.h"
#include "core/result/Outcome.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

#include <functional>

namespace proconnect {

/// What happened to a document of an EncryptedStore.
enum class StoreEvent { Written, NotWritten, Removed, NotRemoved, Damaged, Wiped };

/// Small documents on disk, each in a file of its own, AES-256-GCM. The key comes from the key store. Files
/// change whole or not at all, whatever crashes. Names of files tell nothing about their content.
class EncryptedStore
{
public:
    using Made = std::function<QByteArray()>;
    using Told = std::function<void(bool written)>;

    /// The directory is created when first written to, readable by its owner only.
    explicit EncryptedStore(QString directory);

    /// Hears of every event, in the thread that uses the store; the name is empty for Wiped.
    void setWatch(std::function<void(StoreEvent, const QString& name)> watch) { m_watch = std::move(watch); }

    /// 32 bytes; empty closes the store. Waits for what is to be written later. The former key is overwritten
    /// unless somebody else holds it too.
    void setKey(const QByteArray& key);
    [[nodiscard]] bool isOpen() const { return !m_key.isEmpty(); }

    /// NotFound when there is no such document. StorageUnreadable when it cannot be read now, and when it
    /// cannot be decrypted: only then the file is moved aside, so that the next start is not stopped by it
    /// again.
    [[nodiscard]] Outcome<QByteArray> read(const QString& name) const;
    /// Moves a document out of the way whose content its reader cannot use.
    void setAside(const QString& name) const;
    /// On disk, synced, when this returns Done. StorageFull when it cannot be; the former document is then
    /// intact.
    [[nodiscard]] Outcome<Done> write(const QString& name, const QByteArray& document);
    /// As write(), in a thread apart, where `made` makes the document of what it holds; the caller goes on at
    /// once. Documents are written in this order, and of several versions that wait of one, the last.
    /// Everything else that is asked of a document comes after. `told` is called by the event loop, as long
    /// as `context` lives and nothing newer was asked of the document. What waits when the store is destroyed
    /// is written before.
    void writeLater(const QString& name, Made made, const QObject* context, Told told);
    /// Gone from the disk, synced, when this returns true; a full disk has room for that, a protected one
    /// not.
    bool remove(const QString& name);
    /// Whether there is such a document, readable or not.
    [[nodiscard]] bool holds(const QString& name) const;
    /// Whether no document of any name is there. Needs no key.
    [[nodiscard]] bool isEmpty() const;
    /// Removes every file this class ever wrote in the directory, whatever the key; all but the documents
    /// `kept`.
    void wipe(const QStringList& kept = {});
    /// Removes what writes that a crash cut off left behind.
    void sweep();

private:
    /// A document whose writing was asked for, and not told of yet.
    struct Asked
    {
        quint64 order = 0;
        QPointer<const QObject> context;
        Told told;
    };

    [[nodiscard]] QString pathOf(const QString& name) const;
    void tell(const QString& name, quint64 order, bool written);
    /// The writing of that document is neither done later nor told any more.
    void supersede(const QString& name);

    QString m_directory;
    QByteArray m_key;
    std::function<void(StoreEvent, const QString&)> m_watch = [](StoreEvent, const QString&) {};
    QHash<QString, Asked> m_asked;
    quint64 m_orders = 0;
    QObject m_here;             ///< in the thread that uses the store
    mutable WriteQueue m_queue; ///< ends first
};

} // namespace proconnect
