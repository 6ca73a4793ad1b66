// SPDX-License-Identifier: MIT
#include "core/secrets/KeychainSecretStore.h"

#include <QPointer>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <memory>

namespace proconnect {
namespace {

SecretStatus statusOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return SecretStatus::Ok;
    case QKeychain::EntryNotFound:
        return SecretStatus::NotFound;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::CouldNotDeleteEntry:
        return SecretStatus::Denied;
    // On Linux an absent secret service is reported as "other" (QtKeychain 0.13).
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    return SecretStatus::NoStore;
}

SecretReading readingOf(const QKeychain::Job& job)
{
    const auto* read = qobject_cast<const QKeychain::ReadPasswordJob*>(&job);
    const SecretStatus status = statusOf(job.error());
    return {status, read && status == SecretStatus::Ok ? read->binaryData() : QByteArray()};
}

} // namespace

KeychainSecretStore::KeychainSecretStore(QString service, KeyStoreThread& thread,
                                         std::chrono::milliseconds deadline, QObject* parent)
    : QObject(parent), m_service(std::move(service)), m_deadline(deadline), m_runner(new QObject)
{
    m_runner->moveToThread(&thread);
}

KeychainSecretStore::~KeychainSecretStore()
{
    // Once it is gone no job can answer to this store any more.
    QMetaObject::invokeMethod(
        m_runner, [runner = m_runner] { delete runner; }, Qt::BlockingQueuedConnection);
}

void KeychainSecretStore::start(const MakeJob& make, const QString& name, QObject* context,
                                std::function<void(SecretReading)> done)
{
    // The job cannot be stopped: it deletes itself whenever it ends, while the deadline may have spoken
    // before.
    struct Call
    {
        QPointer<QObject> context;
        std::function<void(SecretReading)> done;
    };
    auto call = std::make_shared<Call>(Call{context, std::move(done)});
    const auto finish = [call](const SecretReading& reading) {
        if (auto answer = std::exchange(call->done, nullptr); answer && call->context) {
            answer(reading);
        }
    };
    QTimer::singleShot(m_deadline, this, [finish] { finish({SecretStatus::TimedOut, {}}); });
    QMetaObject::invokeMethod(
        m_runner,
        [this, make, name, finish] {
            QKeychain::Job* job = make(m_service);
            job->setKey(name);
            job->setInsecureFallback(false);
            connect(job, &QKeychain::Job::finished, m_runner, [this, finish](QKeychain::Job* ended) {
                QMetaObject::invokeMethod(
                    this, [finish, reading = readingOf(*ended)] { finish(reading); }, Qt::QueuedConnection);
            });
            job->start();
        },
        Qt::QueuedConnection);
}

void KeychainSecretStore::read(const QString& name, QObject* context, std::function<void(SecretReading)> done)
{
    start([](const QString& service) { return new QKeychain::ReadPasswordJob(service); }, name, context,
          std::move(done));
}

void KeychainSecretStore::write(const QString& name, const QByteArray& value, QObject* context,
                                std::function<void(SecretStatus)> done)
{
    if (value.size() > largest) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done(SecretStatus::TooLarge); }, Qt::QueuedConnection);
        return;
    }
    const auto make = [value](const QString& service) {
        auto* job = new QKeychain::WritePasswordJob(service);
        job->setBinaryData(value);
        return job;
    };
    start(make, name, context, [done = std::move(done)](const SecretReading& end) { done(end.status); });
}

void KeychainSecretStore::remove(const QString& name, QObject* context,
                                 std::function<void(SecretStatus)> done)
{
    start([](const QString& service) { return new QKeychain::DeletePasswordJob(service); }, name, context,
          [done = std::move(done)](const SecretReading& end) {
              done(end.status == SecretStatus::NotFound ? SecretStatus::Ok : end.status);
          });
}

} // namespace proconnect
