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

} // namespace

KeychainSecretStore::KeychainSecretStore(QString service, std::chrono::milliseconds deadline, QObject* parent)
    : QObject(parent), m_service(std::move(service)), m_deadline(deadline)
{}

void KeychainSecretStore::start(QKeychain::Job* job, const QString& name, QObject* context,
                                std::function<void(SecretStatus)> done)
{
    job->setKey(name);
    job->setInsecureFallback(false);
    // The job cannot be stopped: it deletes itself whenever it ends, while the deadline may have spoken
    // before.
    struct Call
    {
        QPointer<QObject> context;
        std::function<void(SecretStatus)> done;
    };
    auto call = std::make_shared<Call>(Call{context, std::move(done)});
    const auto finish = [call](SecretStatus status) {
        if (auto answer = std::exchange(call->done, nullptr); answer && call->context) {
            answer(status);
        }
    };
    connect(job, &QKeychain::Job::finished, this,
            [finish](QKeychain::Job* ended) { finish(statusOf(ended->error())); });
    QTimer::singleShot(m_deadline, this, [finish] { finish(SecretStatus::TimedOut); });
    job->start();
}

void KeychainSecretStore::read(const QString& name, QObject* context, std::function<void(SecretReading)> done)
{
    auto* job = new QKeychain::ReadPasswordJob(m_service);
    const QPointer<QKeychain::ReadPasswordJob> alive(job);
    start(job, name, context, [alive, done = std::move(done)](SecretStatus status) {
        done({status, status == SecretStatus::Ok && alive ? alive->binaryData() : QByteArray()});
    });
}

void KeychainSecretStore::write(const QString& name, const QByteArray& value, QObject* context,
                                std::function<void(SecretStatus)> done)
{
    if (value.size() > largest) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done(SecretStatus::TooLarge); }, Qt::QueuedConnection);
        return;
    }
    auto* job = new QKeychain::WritePasswordJob(m_service);
    job->setBinaryData(value);
    start(job, name, context, std::move(done));
}

void KeychainSecretStore::remove(const QString& name, QObject* context,
                                 std::function<void(SecretStatus)> done)
{
    auto* job = new QKeychain::DeletePasswordJob(m_service);
    start(job, name, context, [done = std::move(done)](SecretStatus status) {
        done(status == SecretStatus::NotFound ? SecretStatus::Ok : status);
    });
}

} // namespace proconnect
