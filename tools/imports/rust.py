"""Imports between the files of a Rust crate.

A file imports another where its code names something of the other's: by `use`, by a path, or by a macro. A name that a
module re-exports belongs to the file that defines it. A re-export imports nothing by itself, and neither does `mod`. Unit
tests belong to their file, so what they import does not count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import tomllib

from imports.circles import Graph

Names = tuple[str, ...]

TOKEN = re.compile(
    r"""
      (?P<space>\s+|//[^\n]*|/\*.*?\*/|'[a-z_]\w*(?!'))
    | (?P<text>\b(?:b|c)?r(?P<hashes>\#*)".*?"(?P=hashes)|(?:\b[bc])?"(?:\\.|[^"\\])*"|(?:\bb)?'(?:\\.[^']*|[^\\'])')
    | (?:r\#)?\w+ | :: | .
    """,
    re.DOTALL | re.VERBOSE,
)
CLOSING = {"(": ")", "[": "]", "{": "}"}
DEFINES = {"fn", "struct", "enum", "trait", "type", "union", "const", "static"}
# An item that begins with one of these ends at a semicolon; others may end with braces.
ENDS_AT_SEMICOLON = {"use", "const", "static", "type", "extern"}


@dataclass(eq=False)
class Module:
    file: Path
    folder: Path
    """Where the files of the modules that it declares are."""
    parent: Module | None = None
    children: dict[str, Module] = field(default_factory=dict)
    items: set[str] = field(default_factory=set)
    uses: dict[str, list[tuple[Names, bool]]] = field(default_factory=dict)
    """Each name that `use` brings in, with the paths that it stands for and whether it is re-exported."""
    globs: list[tuple[Names, bool]] = field(default_factory=list)
    paths: set[Names] = field(default_factory=set)
    """The paths in the code, single names included."""
    macros: set[str] = field(default_factory=set)
    """The macros that its code calls by a single name."""
    defined_macros: set[str] = field(default_factory=set)

    def all(self) -> list[Module]:
        return [self, *(each for child in self.children.values() for each in child.all())]


def roots(manifest: Path) -> list[Path]:
    """Returns the first file of each crate of a package: its library, programs, tests, examples and build script."""
    package, folder = tomllib.loads(manifest.read_text("utf-8")), manifest.parent
    targets = [package.get("lib", {}), *(each for kind in ("bin", "example", "test") for each in package.get(kind, []))]
    found = {(folder / each["path"]).resolve() for each in targets if "path" in each}
    for pattern in ("src/lib.rs", "src/main.rs", "src/bin/*.rs", "tests/*.rs", "examples/*.rs", "build.rs"):
        found |= {file.resolve() for file in folder.glob(pattern)}
    return sorted(found)


def imports(root: Path) -> Graph:
    """Returns what each file of the crate with this first file imports from the others."""
    crate = Module(root, root.parent)
    _read(crate)
    modules = crate.all()
    macros: dict[str, set[Path]] = {}
    for module in modules:
        for name in module.defined_macros:
            macros.setdefault(name, set()).add(module.file)
    graph: Graph = {module.file: set() for module in modules}
    for module in modules:
        found = {each.file for each in _imported(module)}
        for name in module.macros - module.uses.keys():
            # A file's own macro hides those of others.
            files = macros.get(name, set())
            found |= set() if module.file in files else files
        graph[module.file] |= found - {module.file}
    return graph


def _imported(module: Module) -> list[Module]:
    """Returns the modules that define what the code of a module names."""
    named = {path[0] for path in module.paths} | module.macros
    wanted = list(module.paths)
    for name, meanings in module.uses.items():
        # A re-export counts where this module uses the name itself.
        wanted += [path for path, is_public in meanings if not is_public or name in named]
    found = [_find(module, path) for path in wanted]
    for path, is_public in module.globs:
        target, _ = _find(module, path) or (None, False)
        if target:
            found += [_lookup(target, (name,), set()) for name in named]
            found += [] if is_public else [(target, False)]
    # A path to a module alone imports nothing of it; paths through it are counted by themselves.
    return [each for each, is_module in filter(None, found) if not is_module]


Found = tuple[Module, bool]
"""A module, and whether a path leads to it and not to something that it defines."""


def _find(start: Module, path: Names, seen: set[tuple[Module, str]] | None = None) -> Found | None:
    """Returns where a path that is written in a module leads; `None` is outside of the crate."""
    seen = set() if seen is None else seen
    module, rest = start, path
    if path[0] == "crate":
        while module.parent:
            module = module.parent
        rest = path[1:]
    else:
        if path[0] == "self":
            rest = path[1:]
        while rest and rest[0] == "super" and module.parent:
            module, rest = module.parent, rest[1:]
    is_relative = rest == path
    found = _lookup(module, rest, seen)
    if found or is_relative:
        return found
    # A name that no `use` and no definition explains, such as one from a macro: it belongs to the module that it is in.
    while rest and rest[0] in module.children:
        module, rest = module.children[rest[0]], rest[1:]
    return module, False


def _lookup(module: Module, names: Names, seen: set[tuple[Module, str]]) -> Found | None:
    """Returns where names lead from within a module."""
    if not names:
        return module, True
    name, rest = names[0], names[1:]
    # A `use` of an equal name of another crate, or globs that lead to each other.
    if (module, name) in seen:
        return None
    seen.add((module, name))
    if name in module.children:
        found = _lookup(module.children[name], rest, seen)
        return found or (module.children[name], False)
    for path, _ in module.uses.get(name, []):
        if found := _find(module, path + rest, seen):
            return found
    if name in module.items:
        return module, False
    for path, _ in module.globs:
        target, is_module = _find(module, path, seen) or (None, False)
        if target and is_module and (found := _lookup(target, names, seen)):
            return found
    return None


def _read(module: Module) -> None:
    tokens = [each[0] for each in TOKEN.finditer(module.file.read_text("utf-8")) if each["space"] is None]
    _parse(module, tokens)


def _parse(module: Module, tokens: list[str]) -> None:
    at, path_attribute, is_public = 0, "", False
    while at < len(tokens):
        token, following = tokens[at], tokens[at + 1 : at + 2] or [""]
        if token == "#" and "[" in tokens[at + 1 : at + 3]:
            end = _group_end(tokens, tokens.index("[", at))
            attribute = tokens[at:end]
            at = end
            if {"cfg", "test"} <= set(attribute) and "not" not in attribute:
                at = _item_end(tokens, at)
            elif attribute[2:4] == ["path", "="]:
                path_attribute = attribute[4].strip('"')
            continue
        if token == "pub":
            is_public = True
            at = _group_end(tokens, at + 1) if following == ["("] else at + 1
            continue
        if token == "mod" and tokens[at + 2 : at + 3] in ([";"], ["{"]):
            name = tokens[at + 1]
            if tokens[at + 2] == ";":
                module.children[name] = _child(module, name, path_attribute)
                at += 3
            else:
                end = _group_end(tokens, at + 2)
                child = module.children[name] = Module(module.file, module.folder / name, module)
                _parse(child, tokens[at + 3 : end - 1])
                at = end
        elif token == "use" and following != ["<"]:
            end = tokens.index(";", at)
            for name, path in _leaves([each for each in tokens[at + 1 : end] if each != "$"]):
                if name == "*":
                    module.globs.append((path, is_public))
                else:
                    module.uses.setdefault(name, []).append((path, is_public))
            at = end + 1
        elif token == "macro_rules" and following == ["!"]:
            module.items.add(tokens[at + 2])
            module.defined_macros.add(tokens[at + 2])
            at += 3
        elif token in DEFINES and following[0].isidentifier() and tokens[at - 1] != "*":
            is_modifier = following[0] in DEFINES | {"unsafe", "extern", "mut"}
            module.items |= set() if is_modifier else {following[0]}
            at += 1 if is_modifier else 2
        elif token[0].isalpha() or token[0] == "_":
            at = _read_path(module, tokens, at)
        else:
            at += 1
        path_attribute, is_public = "", False


def _read_path(module: Module, tokens: list[str], start: int) -> int:
    """Notes the path that begins here, and returns where it ends."""
    at, path = start + 1, [tokens[start]]
    while tokens[at : at + 1] == ["::"] and (tokens[at + 1][0].isalpha() or tokens[at + 1][0] == "_"):
        path.append(tokens[at + 1])
        at += 2
    # A field, a method, or something of another crate.
    if start and tokens[start - 1] in (".", "::"):
        return at
    module.paths.add(tuple(path))
    if len(path) == 1 and tokens[at : at + 1] == ["!"] and tokens[at + 1 : at + 2] != ["="]:
        module.macros.add(path[0])
    return at


def _child(module: Module, name: str, path_attribute: str) -> Module:
    if path_attribute:
        file = (module.file.parent / path_attribute).resolve()
        child = Module(file, file.parent if file.name == "mod.rs" else file.with_suffix(""), module)
    else:
        file = module.folder / f"{name}.rs"
        file = file if file.exists() else module.folder / name / "mod.rs"
        child = Module(file, module.folder / name, module)
    _read(child)
    return child


def _leaves(tree: list[str]) -> list[tuple[str, Names]]:
    """Returns the names that the tokens of a `use` bring in, with their paths; `*` stands for all that a path holds."""
    if "{" not in tree:
        path = tuple(each for each in tree if each != "::")
        if "as" in path:
            return [(path[-1], path[: path.index("as")])]
        if path[-1] == "*":
            return [("*", path[:-1])]
        return [(path[-1], path)]
    brace = tree.index("{")
    prefix = tuple(each for each in tree[:brace] if each != "::")
    found, start, depth = [], brace + 1, 0
    for at in range(brace + 1, len(tree)):
        depth += (tree[at] == "{") - (tree[at] == "}")
        if depth < 0 or (tree[at] == "," and depth == 0):
            for name, path in _leaves(tree[start:at]) if at > start else []:
                whole = prefix + (path[:-1] if path == ("self",) else path)
                found.append((whole[-1] if name == "self" else name, whole))
            start = at + 1
    return found


def _group_end(tokens: list[str], start: int) -> int:
    """Returns the position after the group that begins here, or after the next group."""
    depth = 0
    for at in range(start, len(tokens)):
        depth += tokens[at] in CLOSING
        depth -= tokens[at] in CLOSING.values()
        if depth == 0 and tokens[at] in CLOSING.values():
            return at + 1
    return len(tokens)


def _item_end(tokens: list[str], start: int) -> int:
    """Returns the position after the item whose other attributes begin here."""
    at = start
    while tokens[at : at + 2] == ["#", "["]:
        at = _group_end(tokens, at + 1)
    first = next((each for each in tokens[at:] if each not in ("pub", "(", "crate", "super", ")")), "")
    while at < len(tokens):
        if tokens[at] == ";":
            return at + 1
        if tokens[at] in CLOSING:
            is_body = tokens[at] == "{" and first not in ENDS_AT_SEMICOLON
            at = _group_end(tokens, at)
            if is_body:
                return at
        else:
            at += 1
    return at
