"""Imports between the files of a Rust crate.

A file imports another file if its code names an item of the other file: with `use`, with a path or with a macro. A
re-exported name belongs to the file that defines it. A re-export alone is not an import, and neither is `mod`. Imports of
unit tests do not count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import tomllib

from imports.cycles import Graph

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
# An item that begins with one of these keywords ends at a semicolon. Other items can end with a closing brace.
ENDS_AT_SEMICOLON = {"use", "const", "static", "type", "extern"}


@dataclass(eq=False)
class Module:
    file: Path
    folder: Path
    """The folder with the files of the child modules."""
    parent: Module | None = None
    children: dict[str, Module] = field(default_factory=dict)
    items: set[str] = field(default_factory=set)
    uses: dict[str, list[tuple[Names, bool]]] = field(default_factory=dict)
    """Maps each name from a `use` to its paths. The flag is true for a re-export."""
    globs: list[tuple[Names, bool]] = field(default_factory=list)
    paths: set[Names] = field(default_factory=set)
    """The paths in the code, including single names."""
    macros: set[str] = field(default_factory=set)
    """The macros that the code calls by a single name."""
    defined_macros: set[str] = field(default_factory=set)

    def all(self) -> list[Module]:
        return [self, *(each for child in self.children.values() for each in child.all())]


def roots(manifest: Path) -> list[Path]:
    """Returns the root file of each crate of a package: the library, programs, tests, examples and build script."""
    package, folder = tomllib.loads(manifest.read_text("utf-8")), manifest.parent
    targets = [package.get("lib", {}), *(each for kind in ("bin", "example", "test") for each in package.get(kind, []))]
    found = {(folder / each["path"]).resolve() for each in targets if "path" in each}
    for pattern in ("src/lib.rs", "src/main.rs", "src/bin/*.rs", "tests/*.rs", "examples/*.rs", "build.rs"):
        found |= {file.resolve() for file in folder.glob(pattern)}
    return sorted(found)


def imports(root: Path) -> Graph:
    """Returns the imports between the files of the crate with this root file."""
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
            # A macro that the file itself defines hides macros with the same name in other files.
            files = macros.get(name, set())
            found |= set() if module.file in files else files
        graph[module.file] |= found - {module.file}
    return graph


def _imported(module: Module) -> list[Module]:
    """Returns the modules that define the names in the code of a module."""
    named = {path[0] for path in module.paths} | module.macros
    wanted = list(module.paths)
    for name, meanings in module.uses.items():
        # A re-export counts only if this module uses the name too.
        wanted += [path for path, is_public in meanings if not is_public or name in named]
    found = [_find(module, path) for path in wanted]
    for path, is_public in module.globs:
        target, _ = _find(module, path) or (None, False)
        if target:
            found += [_lookup(target, (name,), set()) for name in named]
            found += [] if is_public else [(target, False)]
    # A path to a module is not an import. The paths to the items of the module are counted separately.
    return [each for each, is_module in filter(None, found) if not is_module]


Found = tuple[Module, bool]
"""A module, and a flag that is true if a path names the module itself and false if it names an item of the module."""


def _find(start: Module, path: Names, seen: set[tuple[Module, str]] | None = None) -> Found | None:
    """Returns the module that a path in the code of `start` leads to, or `None` if the path leads to another crate."""
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
    # The name has no `use` and no definition, for example because a macro defines it. The containing module counts.
    while rest and rest[0] in module.children:
        module, rest = module.children[rest[0]], rest[1:]
    return module, False


def _lookup(module: Module, names: Names, seen: set[tuple[Module, str]]) -> Found | None:
    """Returns the module that a path relative to `module` leads to."""
    if not names:
        return module, True
    name, rest = names[0], names[1:]
    # The same name again: a `use` of an equal name from another crate, or globs that import each other.
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
    """Adds the path that begins at `start` to the module. Returns the position after the path."""
    at, path = start + 1, [tokens[start]]
    while tokens[at : at + 1] == ["::"] and (tokens[at + 1][0].isalpha() or tokens[at + 1][0] == "_"):
        path.append(tokens[at + 1])
        at += 2
    # A field, a method or an item of another crate.
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
    """Returns the names and paths that the tokens of a `use` import. The name of a glob import is `*`."""
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
    """Returns the position after the first group that begins at `start` or later."""
    depth = 0
    for at in range(start, len(tokens)):
        depth += tokens[at] in CLOSING
        depth -= tokens[at] in CLOSING.values()
        if depth == 0 and tokens[at] in CLOSING.values():
            return at + 1
    return len(tokens)


def _item_end(tokens: list[str], start: int) -> int:
    """Returns the position after the item at `start`. More attributes of the item may come first."""
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
