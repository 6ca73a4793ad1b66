// SPDX-License-Identifier: MIT
#include "core/sync/DefaultAccountNoteDesk.h"

#include "core/sync/FreshCall.h"

#include <memory>
#include <utility>

namespace proconnect {
namespace {

using Taken = std::function<void(Outcome<AccountFileTaken>)>;

/// Sends one page after the other; each lives until the last call it made was answered.
class PageByPage : public std::enable_shared_from_this<PageByPage>
{
public:
    PageByPage(ApiClient& api, SignInRenewal& renewal, QString path, AccountFileOrder order)
        : m_api(api), m_renewal(renewal), m_path(std::move(path)), m_order(std::move(order))
    {}

    void send(QObject* context, const Taken& done)
    {
        askWithFreshSignIn<AccountFileTaken>(
            m_api, m_renewal, SignInReason::Decision, call(), context,
            [self = shared_from_this(), context, done](const Outcome<AccountFileTaken>& outcome) {
                self->taken(outcome, context, done);
            });
    }

private:
    [[nodiscard]] HttpCall call() const
    {
        HttpCall call;
        call.method = "POST";
        call.path = m_path;
        call.query.addQueryItem(QStringLiteral("asOf"), m_order.asOf.toUTC().toString(Qt::ISODate));
        if (m_order.replaces) {
            call.query.addQueryItem(QStringLiteral("replaces"),
                                    m_order.replaces->toUTC().toString(Qt::ISODateWithMs));
        }
        if (m_order.pages.size() > 1) {
            call.query.addQueryItem(QStringLiteral("series"), m_order.series);
            call.query.addQueryItem(QStringLiteral("number"), QString::number(m_next + 1));
            call.query.addQueryItem(QStringLiteral("of"), QString::number(m_order.pages.size()));
        }
        call.body = m_order.pages.value(m_next);
        call.contentType = "text/csv; charset=utf-8";
        return call;
    }

    void taken(const Outcome<AccountFileTaken>& outcome, QObject* context, const Taken& done)
    {
        if (!outcome) {
            done(outcome);
            return;
        }
        m_all.accounts += outcome.value().accounts;
        m_all.changed = m_all.changed || outcome.value().changed;
        m_all.pagesLeft = outcome.value().pagesLeft;
        if (++m_next < m_order.pages.size()) {
            send(context, done);
        } else if (m_all.pagesLeft <= 0) {
            done(m_all);
        } else if (std::exchange(m_again, true)) {
            done(Failure{FailureCode::ServiceUnavailable, QStringLiteral("another list came between"), {}});
        } else {
            // Somebody else's list pushed some of our pages out.
            m_next = 0;
            m_all = {};
            send(context, done);
        }
    }

    ApiClient& m_api;
    SignInRenewal& m_renewal;
    QString m_path;
    AccountFileOrder m_order;
    qsizetype m_next = 0;
    bool m_again = false; ///< all pages are sent for the second time
    AccountFileTaken m_all;
};

} // namespace

void DefaultAccountNoteDesk::setAside(const QString& siren, const SetAsideOrder& order, QObject* context,
                                      std::function<void(Outcome<SetAside>)> done)
{
    const QString path = QStringLiteral("/v1/companies/%1/findings-set-aside").arg(siren);
    askWithFreshSignIn<SetAside>(m_api, m_renewal, SignInReason::Decision,
                                 jsonCall("POST", path, toJson(order)), context, std::move(done));
}

void DefaultAccountNoteDesk::link(const QString& siren, const PersonLinkOrder& order, QObject* context,
                                  std::function<void(Outcome<PersonLink>)> done)
{
    const QString path = QStringLiteral("/v1/companies/%1/person-links").arg(siren);
    askWithFreshSignIn<PersonLink>(m_api, m_renewal, SignInReason::Decision,
                                   jsonCall("POST", path, toJson(order)), context, std::move(done));
}

void DefaultAccountNoteDesk::handIn(const QString& siren, const AccountFileOrder& order, QObject* context,
                                    std::function<void(Outcome<AccountFileTaken>)> done)
{
    const QString path = QStringLiteral("/v1/companies/%1/account-files/%2").arg(siren, order.portal);
    std::make_shared<PageByPage>(m_api, m_renewal, path, order)->send(context, done);
}

} // namespace proconnect
