// SPDX-License-Identifier: MIT
#include "sandbox/portals/ScimPath.h"

#include "sandbox/portals/Account.h"

#include <cctype>
#include <string_view>

namespace proconnect::sandbox {

namespace {

using Json = nlohmann::json;

bool sameName(std::string_view left, std::string_view right)
{
    return left.size() == right.size() &&
           std::equal(left.begin(), left.end(), right.begin(),
                      [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
}

void collect(const Json& value, std::string_view path, std::vector<Json>& found)
{
    if (value.is_array()) {
        for (const Json& item : value) {
            collect(item, path, found);
        }
        return;
    }
    if (path.empty()) {
        found.push_back(value);
        return;
    }
    if (!value.is_object()) {
        return;
    }
    const std::size_t dot = path.find('.');
    for (const auto& [name, member] : value.items()) {
        if (sameName(name, path.substr(0, dot))) {
            collect(member, dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1), found);
        }
    }
}

} // namespace

std::vector<Json> scimValues(const Json& resource, const std::string& path)
{
    std::vector<Json> found;
    const std::string_view schema(AccountSchema);
    const std::string_view whole(path);
    if (whole.size() > schema.size() && whole[schema.size()] == ':' &&
        sameName(whole.substr(0, schema.size()), schema)) {
        if (resource.contains(AccountSchema)) {
            collect(resource.at(AccountSchema), whole.substr(schema.size() + 1), found);
        }
    } else {
        collect(resource, whole, found);
    }
    return found;
}

} // namespace proconnect::sandbox
