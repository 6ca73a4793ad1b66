// SPDX-License-Identifier: MIT
#include "service/certify/CertifyStream.h"

#include "service/certify/CertifyLine.h"

namespace proconnect::service {
namespace {

/// Lines of a stream, never more of one in memory than the limit.
class LineReader
{
public:
    explicit LineReader(std::FILE* input) : m_input(input) {}

    /// False at the end. `tooLong` tells that `line` is only the beginning of a line.
    bool next(QByteArray& line, bool& tooLong)
    {
        line.clear();
        tooLong = false;
        bool some = false;
        int c = getc_unlocked(m_input);
        for (; c != EOF && c != '\n'; c = getc_unlocked(m_input)) {
            some = true;
            if (line.size() < longestCertifyLine) {
                line.append(static_cast<char>(c));
            } else {
                tooLong = true;
            }
        }
        return some || c == '\n';
    }

private:
    std::FILE* m_input;
};

bool write(std::FILE* output, QByteArray line)
{
    line.append('\n');
    const auto size = static_cast<std::size_t>(line.size());
    return std::fwrite(line.constData(), 1, size, output) == size && std::fflush(output) == 0;
}

} // namespace

bool certifyStream(std::FILE* input, std::FILE* output, const QDate& today)
{
    LineReader reader(input);
    QByteArray line;
    bool tooLong = false;
    while (reader.next(line, tooLong)) {
        if (line.trimmed().isEmpty()) {
            continue;
        }
        if (!write(output, tooLong ? refuseLongLine(line) : certifyLine(line, today))) {
            return false;
        }
    }
    return true;
}

} // namespace proconnect::service
