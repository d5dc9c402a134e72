"""Imports between Python files."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from imports.cycles import Graph


def imports(folders: list[Path]) -> Graph:
    """Returns the imports between the files below these folders. Imports below `if TYPE_CHECKING` do not count."""
    files: dict[str, Path] = {}
    for folder in folders:
        for file in folder.rglob("*.py"):
            parts = file.relative_to(folder).with_suffix("").parts
            files[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file
    trees = {file: ast.parse(file.read_text("utf-8")) for file in files.values()}
    graph: Graph = {}
    for module, file in files.items():
        package = module if file.name == "__init__.py" else module.rpartition(".")[0]
        graph[file] = set()
        for base, name in _used(trees[file], package):
            used = files.get(f"{base}.{name}") or files.get(base)
            # If a package does not bind an imported name, the name is a native module.
            is_native = used and used.name == "__init__.py" and name and name not in _bound(trees[used])
            graph[file] |= {used} if used and not is_native else set()
        graph[file].discard(file)
    return graph


def _used(node: ast.AST, package: str) -> Iterator[tuple[str, str]]:
    """Yields the modules that a part of a program imports, each with the imported name. The name is empty for `import`."""
    if isinstance(node, ast.Import):
        yield from ((alias.name, "") for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        parents = package.split(".")[: package.count(".") + 2 - node.level] if node.level else []
        base = ".".join([*parents, *filter(None, [node.module])])
        yield from ((base, alias.name) for alias in node.names)
    elif not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)):
        for child in ast.iter_child_nodes(node):
            yield from _used(child, package)


def _bound(tree: ast.Module) -> Iterator[str]:
    """Yields the names that a module defines or imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.alias):
            yield node.asname or node.name
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
