"""Copies the installed module's documentation into its stub: `python fill_stub.py STUB`.

Editors and type checkers read only the stub, so it has all docstrings. They are written once: in the module, or, for the
members of documents, in `core/members.toml`, from which `cargo run -p generate` writes both.
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

# The stub's classes that have no name in the module.
HIDDEN = {
    "_WellKnown": type(telnyx_oauth.Client().well_known),
    "_AsyncWellKnown": type(telnyx_oauth.AsyncClient().well_known),
}


def documented(body: list[ast.stmt], owner: object) -> Iterator[tuple[ast.Expr, str]]:
    """Each docstring of the stub, with the text that the module has for it."""
    for node in body:
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            continue
        ours = HIDDEN.get(node.name) or inspect.getattr_static(owner, node.name, None)
        ours = getattr(ours, "__func__", ours)
        first = node.body[0]
        if ours is not None and ast.get_docstring(node) is not None and isinstance(first, ast.Expr):
            yield first, inspect.cleandoc(ours.__doc__ or "")
        if ours is not None and isinstance(node, ast.ClassDef):
            yield from documented(node.body, ours)


def filled(stub: str) -> str:
    """The stub with the module's documentation."""
    lines = stub.splitlines()
    places = list(documented(ast.parse(stub).body, telnyx_oauth))
    # From the end, so that earlier line numbers stay right.
    for place, text in sorted(places, key=lambda each: each[0].lineno, reverse=True):
        closing = '\n"""' if "\n" in text else '"""'
        docstring = textwrap.indent(f'"""{text}{closing}', " " * place.col_offset)
        lines[place.lineno - 1 : place.end_lineno] = docstring.splitlines()
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(filled(path.read_text("utf-8")), "utf-8")
