// SPDX-License-Identifier: MIT
#pragma once

#include <QThread>

namespace proconnect {

/// Where a process talks with the key store. A process needs one, whatever the number of its stores:
/// QtKeychain queues all jobs in the thread that ran the first.
class KeyStoreThread final : public QThread
{
    Q_OBJECT

public:
    KeyStoreThread() { start(); }
    ~KeyStoreThread() override
    {
        quit();
        wait();
    }
};

} // namespace proconnect
