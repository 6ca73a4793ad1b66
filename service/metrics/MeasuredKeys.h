// SPDX-License-Identifier: MIT
#pragma once

#include "service/keys/ServiceKeys.h"

#include <prometheus/family.h>
#include <prometheus/histogram.h>

namespace proconnect::service {

class Metrics;

/// Passes everything on, and measures signatures by type: links of evidence and heads of chains
/// ("evidence+jwt", "evidence-head+jwt"), events ("secevent+jwt").
class MeasuredKeys final : public ServiceKeys
{
public:
    /// `keys` and `metrics` must outlive this.
    MeasuredKeys(const ServiceKeys& keys, Metrics& metrics);

    [[nodiscard]] QByteArray seal(const QByteArray& plain, const QByteArray& context) const override
    {
        return m_keys.seal(plain, context);
    }
    [[nodiscard]] Outcome<QByteArray> open(const QByteArray& sealed, const QByteArray& context) const override
    {
        return m_keys.open(sealed, context);
    }
    [[nodiscard]] QByteArray fingerprint(const QByteArray& value, const QByteArray& context) const override
    {
        return m_keys.fingerprint(value, context);
    }
    [[nodiscard]] QByteArray sign(const QJsonObject& claims, const QByteArray& type) const override;
    [[nodiscard]] QJsonObject publicKeys() const override { return m_keys.publicKeys(); }
    [[nodiscard]] QList<Jwk> evidenceKeys() const override { return m_keys.evidenceKeys(); }
    [[nodiscard]] QList<Jwk> headKeys() const override { return m_keys.headKeys(); }

private:
    const ServiceKeys& m_keys;
    prometheus::Family<prometheus::Histogram>& m_signatures;
};

} // namespace proconnect::service
