#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Turn resources/theme/tokens.json into a header of constants, so that nothing is parsed at start.

usage: generate_tokens.py tokens.json output.h
"""
import json
import re
import sys

GROUPS = ("bg", "border", "text", "primary", "danger", "success", "warning", "error", "info", "neutral",
          "toast", "skeleton", "track", "shadow", "mark")


def camel(*parts):
    return "".join(part[0].upper() + part[1:] for part in parts)


def rgba(text):
    """#RRGGBB or #RRGGBBAA, as in CSS, to Qt's 0xAARRGGBB."""
    digits = text.lstrip("#")
    alpha = digits[6:8] or "FF"
    return f"0x{alpha}{digits[:6]}"


def colours(theme):
    found = {}
    for group in GROUPS:
        value = theme[group]
        if isinstance(value, str):
            found[camel(group)] = rgba(value)
        else:
            found.update({camel(group, name): rgba(colour) for name, colour in value.items()})
    return found


def flat(section, prefix):
    for name, value in section.items():
        if isinstance(value, int):
            yield f"constexpr int {prefix}{camel(re.sub(r'[^A-Za-z0-9]', '', name))} = {value};"


def main():
    source, target = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        tokens = json.load(file)
    light, dark = colours(tokens["color"]["light"]), colours(tokens["color"]["dark"])
    if light.keys() != dark.keys():
        sys.exit("tokens.json: the light and the dark theme do not name the same colours")
    portals = tokens["portalTile"]["light"]
    avatars = tokens["avatarTint"]["light"]
    scale = tokens["type"]["scale"]
    lines = ["// Generated from resources/theme/tokens.json.", "#pragma once", "", "#include <array>", "",
             "namespace proconnect::ui {", "", "/// A colour by its meaning.", "enum class ColorRole {"]
    lines += [f"    {name}," for name in light]
    lines += ["};", "", "/// A size and weight of text.", "enum class TextStyle {"]
    lines += [f"    {camel(name)}," for name in scale]
    lines += ["};", "", "namespace tokens {", "",
              f"constexpr std::array<const char*, {len(light)}> roleNames{{"]
    lines += [f'    "{name}",' for name in light]
    lines += ["};"]
    for name, theme in (("light", light), ("dark", dark)):
        lines += [f"constexpr std::array<unsigned, {len(theme)}> {name}{{"]
        lines += [f"    {value}," for value in theme.values()]
        lines += ["};"]
    lines += ["struct Type { int size; int line; int weight; };",
              f"constexpr std::array<Type, {len(scale)}> types{{{{"]
    lines += [f"    {{{step['size']}, {step['line']}, {step['weight']}}}," for step in scale.values()]
    lines += ["}};", f"constexpr std::array<const char*, {len(scale)}> typeNames{{"]
    lines += [f'    "{name}",' for name in scale]
    lines += ["};", "struct Tint { unsigned lightFill; unsigned lightText; unsigned darkFill; unsigned darkText; };",
              "struct Portal { const char* id; const char* initials; Tint tint; };",
              f"constexpr std::array<Portal, {len(portals)}> portals{{{{"]
    for name, (initials, fill, text) in portals.items():
        _, dark_fill, dark_text = tokens["portalTile"]["dark"][name]
        lines.append(f'    {{"{name}", "{initials}", {{{rgba(fill)}, {rgba(text)}, {rgba(dark_fill)}, {rgba(dark_text)}}}}},')
    lines += ["}};", f"constexpr std::array<Tint, {len(avatars)}> avatars{{{{"]
    for (fill, text), (dark_fill, dark_text) in zip(avatars, tokens["avatarTint"]["dark"]):
        lines.append(f"    {{{rgba(fill)}, {rgba(text)}, {rgba(dark_fill)}, {rgba(dark_text)}}},")
    lines += ["}};"]
    lines += list(flat(tokens["radius"], "radius"))
    lines += list(flat(tokens["size"], "size"))
    lines += list(flat(tokens["motion"], "motion"))
    lines += list(flat(tokens["window"], "window"))
    lines += ["", "} // namespace tokens", "} // namespace proconnect::ui", ""]
    with open(target, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))


main()
