"""The stub and the module say the same."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path
from typing import Union

import telnyx_oauth

STUB = Path(telnyx_oauth.__file__).with_suffix(".pyi")

Documented = Union[ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef]
WELL_KNOWN = {
    "_WellKnown": type(telnyx_oauth.Client().well_known),
    "_AsyncWellKnown": type(telnyx_oauth.AsyncClient().well_known),
}


def documented(body: list[ast.stmt], owner: object) -> list[tuple[Documented, object]]:
    """Each function, method, property and class of the stub with what the module has under its name."""
    found: list[tuple[Documented, object]] = []
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            ours = WELL_KNOWN.get(node.name) or inspect.getattr_static(owner, node.name, None)
            found.append((node, ours))
            if isinstance(node, ast.ClassDef) and ours is not None:
                found += documented(node.body, ours)
    return found


def test_the_stub_and_the_module_have_the_same_documentation() -> None:
    stub = ast.parse(STUB.read_text())
    assert ast.get_docstring(stub) == inspect.getdoc(telnyx_oauth)
    compared = 0
    for node, ours in documented(stub.body, telnyx_oauth):
        name, text = node.name, ast.get_docstring(node)
        if text is None:
            assert name.startswith("__"), f"{name} has no documentation in the stub"
            continue
        if name == "_Options":
            continue
        ours = getattr(ours, "__func__", ours)
        # A property that is inherited is looked for where it is.
        assert ours is not None, name
        assert inspect.cleandoc(ours.__doc__ or "") == text, name
        compared += 1
    assert compared > 150
