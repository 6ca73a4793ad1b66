# SPDX-License-Identifier: MIT
"""The direction of dependencies, read from the #include lines (docs/architecture.md)."""
import re

import tree

# Folder: folders that its files may include besides their own. Tests may include anything.
ALLOWED = {
    "app": ("ui", "core"),
    "ui": ("core",),
    "core": (),
    "service": (
        "core/model",
        "core/result",
        "core/certification",
        "core/jose",
        "core/protocol",
        "core/clock",
        "core/log",
    ),
    "sandbox": (),
}
# The client's own machinery: screens talk to the interfaces in front of it.
BEHIND_INTERFACES = ("core/net", "core/cache", "core/secrets", "core/jose", "core/protocol")
WINDOWS = re.compile(r"^(Qt(Gui|Widgets|WebEngine\w*|Quick\w*|Svg\w*)/|QtWidgets$|QtGui$)|^Q(Widget|Application|Icon|"
                     r"Pixmap|Image|Painter|Color|Font|Action|Window|GuiApplication|Palette|WebEngine\w*|Svg\w*)$")


def folder(path, depth):
    return "/".join(path.split("/")[:depth])


def core_order():
    text = tree.read("core/CMakeLists.txt")
    return ["core/" + name for name in re.findall(r"add_subdirectory\((\w+)\)", text)]


ORDER = core_order()


def core_objection(source, target):
    if source == target:
        return None
    if source not in ORDER or target not in ORDER:
        return f"{source} or {target} is not in core/CMakeLists.txt"
    if ORDER.index(target) > ORDER.index(source):
        return f"{target} comes after {source} in core/CMakeLists.txt"
    return None


def objection(path, name, quoted):
    top = folder(path, 1)
    if not quoted:
        windowless = top in ("core", "service", "sandbox")
        return f"{top} has no window" if windowless and WINDOWS.match(name) else None
    if "/" not in name:
        # Output of the meta-object compiler and of other generators stands beside the source.
        return None if name.endswith(".moc") or name.startswith("moc_") else "include from the repository root"
    target = folder(name, 1)
    if target not in ALLOWED and target not in ("tests",):
        return f"{target} is not a folder of the project"
    if target in ("app", "tests"):
        return None if top == target == "app" else f"nothing includes {target}"
    if top == "core" and target == "core":
        return core_objection(folder(path, 2), folder(name, 2))
    if top == target:
        if target == "ui" and "ui/signin_web/" in name and not path.startswith("ui/signin_web/"):
            return "ui/signin_web is loaded at run time, never linked"
        return None
    allowed = ALLOWED[top]
    if target not in allowed and folder(name, 2) not in allowed:
        return f"{top} may not use {folder(name, 2)}"
    if top == "ui" and folder(name, 2) in BEHIND_INTERFACES:
        return f"screens use core's interfaces, not {folder(name, 2)}"
    return None


paths = [path for path in tree.sources() if folder(path, 1) in ALLOWED]
findings = []
for path in paths:
    for line, name, quoted in tree.includes(path):
        reason = objection(path, name, quoted)
        if reason:
            findings.append(f"{path}:{line}: {name}: {reason}")
tree.finish(findings, len(paths))
