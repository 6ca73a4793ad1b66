// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/jose/Jwk.h"
#include "service/config/ServiceConfig.h"
#include "service/http/Router.h"
#include "service/instances/Claimant.h"
#include "service/jobs/JobRunner.h"
#include "service/keys/ServiceKeys.h"
#include "service/log/Log.h"
#include "service/outgoing/HttpClient.h"
#include "service/storage/Database.h"

#include <QUrl>

#include <optional>

namespace proconnect::service {

/// What every part of the service stands on. A part takes it in its constructor, adds its routes and its
/// jobs, and lives until the server and the jobs have stopped.
struct Platform
{
    const ServiceConfig& config;
    const Clock& clock;
    const Log& log;
    Database& database;
    const ServiceKeys& keys;
    HttpClient& http;
    JobRunner& jobs;
    Router& router;
    QUrl publicUrl; ///< without a final slash
    /// The pair that FranceConnect+ encrypts for; nothing with FranceConnect.
    std::optional<Jwk> encryptionPair = std::nullopt;
    /// InstancePresence::claimant(): what this service takes out of a queue bears its name.
    Claimant claimant = Claimant();
};

} // namespace proconnect::service
