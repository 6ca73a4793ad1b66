// SPDX-License-Identifier: MIT
#pragma once

#include "service/log/Log.h"

namespace proconnect::service {

/// While it lives, what Qt and its plugins report goes to the log too, through the same redaction. One at a
/// time.
class QtMessages
{
public:
    explicit QtMessages(const Log& log);
    ~QtMessages();
    QtMessages(const QtMessages&) = delete;
    QtMessages& operator=(const QtMessages&) = delete;
};

} // namespace proconnect::service
