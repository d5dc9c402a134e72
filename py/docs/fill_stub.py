"""Copies the docstrings of the installed module into its stub: `python fill_stub.py STUB`.

Editors and type checkers read only the stub, so the stub contains all docstrings. They are written once, in the module. The
docstrings of document members come from `core/members.toml`: `cargo run -p generate` writes them into module and stub.
"""

from __future__ import annotations

import ast
import inspect
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Union

import telnyx_oauth

Documented = Union[ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef]

# The classes of the stub that the module does not export.
UNEXPORTED = {
    "_WellKnown": type(telnyx_oauth.Client().well_known),
    "_AsyncWellKnown": type(telnyx_oauth.AsyncClient().well_known),
}


def documented(body: list[ast.stmt], owner: object) -> Iterator[tuple[ast.Expr, str]]:
    """Yields each docstring of the stub with the docstring of the module for the same object."""
    for node in body:
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            continue
        ours = UNEXPORTED.get(node.name) or inspect.getattr_static(owner, node.name, None)
        ours = getattr(ours, "__func__", ours)
        first = node.body[0]
        if ours is not None and ast.get_docstring(node) is not None and isinstance(first, ast.Expr):
            yield first, inspect.cleandoc(ours.__doc__ or "")
        if ours is not None and isinstance(node, ast.ClassDef):
            yield from documented(node.body, ours)


def filled(stub: str) -> str:
    """Returns the stub with the docstrings of the module."""
    lines = stub.splitlines()
    docstrings = list(documented(ast.parse(stub).body, telnyx_oauth))
    # From the end, because a replacement changes the line numbers after it.
    for old, text in sorted(docstrings, key=lambda each: each[0].lineno, reverse=True):
        closing = '\n"""' if "\n" in text else '"""'
        docstring = textwrap.indent(f'"""{text}{closing}', " " * old.col_offset)
        lines[old.lineno - 1 : old.end_lineno] = docstring.splitlines()
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(filled(path.read_text("utf-8")), "utf-8")
