"""Cycles in a graph of imports."""

from __future__ import annotations

from pathlib import Path

Graph = dict[Path, set[Path]]
"""Maps each file to the files that it imports."""


def find(graph: Graph) -> list[list[Path]]:
    """Returns the groups of files that import each other: the strongly connected components, found by Tarjan's algorithm."""
    index: dict[Path, int] = {}
    low: dict[Path, int] = {}
    stack: list[Path] = []
    found: list[list[Path]] = []

    def visit(file: Path) -> None:
        index[file] = low[file] = len(index)
        stack.append(file)
        for imported in sorted(graph[file]):
            if imported not in index:
                visit(imported)
                low[file] = min(low[file], low[imported])
            elif imported in stack:
                low[file] = min(low[file], index[imported])
        if low[file] == index[file]:
            component = stack[stack.index(file) :]
            del stack[stack.index(file) :]
            if len(component) > 1:
                found.append(sorted(component))

    for file in sorted(graph):
        if file not in index:
            visit(file)
    return found


def by_folder(graph: Graph, folder: Path) -> Graph:
    """Returns the imports between the entries of a folder. A file in a subfolder counts as that subfolder."""

    def entry(file: Path) -> Path | None:
        return folder / file.relative_to(folder).parts[0] if file.is_relative_to(folder) else None

    found: Graph = {}
    for file, imported in graph.items():
        if own := entry(file):
            found.setdefault(own, set()).update({each for each in map(entry, imported) if each} - {own})
    return found


def described(cycle: list[Path], graph: Graph, root: Path) -> str:
    """Returns one line per file of a cycle, with its imports inside the cycle."""
    lines = ["these files import each other:"]
    for file in cycle:
        imported = ", ".join(str(each.relative_to(root)) for each in sorted(graph[file]) if each in cycle)
        lines.append(f"  {file.relative_to(root)} imports {imported}")
    return "\n".join(lines)
