// SPDX-License-Identifier: MIT
#include "service/metrics/ProcessReadings.h"

#include "service/metrics/Reading.h"

#include <QDir>
#include <QFile>

#include <sys/resource.h>
#include <unistd.h>

namespace proconnect::service {
namespace {

double seconds(const timeval& time)
{
    constexpr double microseconds = 1e6;
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / microseconds;
}

} // namespace

std::vector<prometheus::MetricFamily> processReadings()
{
    std::vector<prometheus::MetricFamily> families;
    rusage usage = {};
    if (::getrusage(RUSAGE_SELF, &usage) == 0) {
        families.push_back(counter("process_cpu_seconds_total", "Processor time, of user and system.")
                               .add(seconds(usage.ru_utime) + seconds(usage.ru_stime))
                               .family());
    }
    rlimit files = {};
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0) {
        families.push_back(gauge("process_max_fds", "Most files and connections that may be open.")
                               .add(static_cast<double>(files.rlim_cur))
                               .family());
    }
    const QStringList open = QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System);
    families.push_back(gauge("process_open_fds", "Open files and connections.")
                           .add(static_cast<double>(open.size()))
                           .family());
    QFile pages(QStringLiteral("/proc/self/statm"));
    if (pages.open(QIODevice::ReadOnly)) {
        const double resident = pages.readAll().split(' ').value(1).toDouble();
        families.push_back(gauge("process_resident_memory_bytes", "Memory that is in use.")
                               .add(resident * static_cast<double>(::sysconf(_SC_PAGESIZE)))
                               .family());
    }
    return families;
}

} // namespace proconnect::service
