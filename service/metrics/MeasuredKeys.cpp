// SPDX-License-Identifier: MIT
#include "service/metrics/MeasuredKeys.h"

#include "service/metrics/DurationBuckets.h"
#include "service/metrics/Metrics.h"

#include <chrono>

namespace proconnect::service {

MeasuredKeys::MeasuredKeys(const ServiceKeys& keys, Metrics& metrics)
    : m_keys(keys), m_signatures(prometheus::BuildHistogram()
                                     .Name("proconnect_signature_duration_seconds")
                                     .Help("Signatures of the service by type: seals of evidence, events.")
                                     .Register(metrics.registry()))
{}

QByteArray MeasuredKeys::sign(const QJsonObject& claims, const QByteArray& type) const
{
    const auto started = std::chrono::steady_clock::now();
    QByteArray token = m_keys.sign(claims, type);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
    m_signatures.Add({{"type", type.toStdString()}}, durationBuckets()).Observe(took.count());
    return token;
}

} // namespace proconnect::service
