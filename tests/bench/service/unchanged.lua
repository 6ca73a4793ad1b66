-- SPDX-License-Identifier: MIT
-- For wrk: sends the requests of a file, each "once" or "again" from the first, and tells what came of them as one
-- line of JSON.
local requests, place, again = {}, 0, false

function init(arguments)
    local file = assert(io.open(arguments[1], "rb"))
    for each in file:read("*a"):gmatch(".-\r\n\r\n") do
        requests[#requests + 1] = each
    end
    file:close()
    again = arguments[2] == "again"
end

function request()
    place = place + 1
    if again and place > #requests then
        place = 1
    end
    -- Once they have run out, what is not one: the answer is an error, which is told.
    return requests[place] or "GET / HTTP/1.1\r\n\r\n"
end

function done(summary)
    local errors = summary.errors
    io.write(string.format('\n{"answered": %d, "microseconds": %d, "bytes": %d, "errors": %d}\n', summary.requests,
        summary.duration, summary.bytes,
        errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
