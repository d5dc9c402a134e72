"""The stub and the module say the same, and enough."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fill_stub

import telnyx_oauth

STUB = Path(telnyx_oauth.__file__).with_suffix(".pyi").read_text("utf-8")


def test_the_stub_and_the_module_have_the_same_documentation() -> None:
    assert ast.get_docstring(ast.parse(STUB)) == inspect.getdoc(telnyx_oauth)
    assert len(list(fill_stub.documented(ast.parse(STUB).body, telnyx_oauth))) > 150
    assert fill_stub.filled(STUB) == STUB, "run py/docs/fill_stub.py"


def public(body: list[ast.stmt], path: str = "") -> Iterator[tuple[str, Any]]:
    """The stub's functions, methods, properties and classes, by their names."""
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield f"{path}{node.name}", node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body, f"{node.name}.")


def parameters(node: Any) -> list[str]:
    if isinstance(node, ast.ClassDef):
        constructors = [each for each in node.body if isinstance(each, ast.FunctionDef) and each.name == "__new__"]
        return [name for each in constructors for name in parameters(each)]
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    if node.args.kwarg:
        arguments.append(node.args.kwarg)
    return [each.arg for each in arguments if each.arg not in ("self", "cls")]


def test_everything_public_says_what_it_does_and_takes() -> None:
    seen = 0
    for path, node in public(ast.parse(STUB).body):
        name, text = path.rpartition(".")[2], ast.get_docstring(node) or ""
        if name.startswith("__") or path == "_Options":
            continue
        assert text, path
        for parameter in parameters(node):
            assert f"\n    {parameter}: " in text, f"{path} does not say what {parameter} is"
            seen += 1
        is_call = name.startswith(("fetch_", "discover", "retrieve_", "from_response"))
        assert not is_call or ("\nReturns:\n" in text and "\nRaises:\n" in text), path
    assert seen > 150


def test_help_shows_the_calls_of_a_client(capsys: Any) -> None:
    for cls in (telnyx_oauth.Client, telnyx_oauth.AsyncClient):
        help(cls.discover)
        shown = capsys.readouterr().out
        assert "www_authenticate=None" in shown and "Seconds that the whole call may take" in shown
        assert "NotFoundError" in shown
        assert ("RuntimeError" in shown) == (cls is telnyx_oauth.AsyncClient)
