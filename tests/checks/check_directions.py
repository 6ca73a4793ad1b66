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
        "core/account_files",
        "core/departure",
        "core/model",
        "core/result",
        "core/certification",
        "core/crypto",
        "core/jose",
        "core/protocol",
        "core/clock",
        "core/log",
        "core/table",
    ),
    "sandbox": (),
}
# The client's own machinery: screens talk to the interfaces in front of it.
BEHIND_INTERFACES = ("core/net", "core/cache", "core/secrets", "core/crypto", "core/jose",
                     "core/protocol")
WINDOWS = re.compile(r"^(Qt(Gui|Widgets|WebEngine\w*|Quick\w*|Svg\w*)/|QtWidgets$|QtGui$)|^Q(Widget|Application|Icon|"
                     r"Pixmap|Image|Painter|Color|Font|Action|Window|GuiApplication|Palette|WebEngine\w*|Svg\w*)$")


def folder(path, depth):
    return "/".join(path.split("/")[:depth])


def order(top):
    """Folders in the order of CMakeLists.txt: each may use those before it. The files of `top` itself stand where its
    own library does, or after all of them."""
    lines = tree.read(top + "/CMakeLists.txt")
    names = re.findall(r"^(?:add_subdirectory\((\w+)\)|proconnect_library\()", lines, re.MULTILINE)
    places = [f"{top}/{name}" if name else top for name in names]
    return places if top in places else [*places, top]


ORDERED = {top: order(top) for top in ("core", "service", "ui", "sandbox")}


def order_objection(top, path, name):
    source, target = (folder(file, 2) if file.count("/") > 1 else top for file in (path, name))
    if source == target:
        return None
    places = ORDERED[top]
    if source not in places or target not in places:
        return f"{source} or {target} is not in {top}/CMakeLists.txt"
    if places.index(target) > places.index(source):
        return f"{target} comes after {source} in {top}/CMakeLists.txt"
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
    if top == target:
        if target == "ui" and "ui/signin_web/" in name and not path.startswith("ui/signin_web/"):
            return "ui/signin_web is loaded at run time, never linked"
        return order_objection(top, path, name) if top in ORDERED else None
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
