"""The docstrings of the stub and of the module are equal and complete."""

from __future__ import annotations

import ast
import inspect
import textwrap
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import fill_stub
from support.sandbox import DOCUMENT, METADATA, Sandbox

import telnyx_oauth

STUB = Path(telnyx_oauth.__file__).with_suffix(".pyi").read_text("utf-8")


def test_the_stub_has_the_docstrings_of_the_module() -> None:
    assert ast.get_docstring(ast.parse(STUB)) == inspect.getdoc(telnyx_oauth)
    assert len(list(fill_stub.documented(ast.parse(STUB).body, telnyx_oauth))) > 150
    assert fill_stub.filled(STUB) == STUB, "run py/docs/fill_stub.py"


def public(body: list[ast.stmt], path: str = "") -> Iterator[tuple[str, Any]]:
    """Yields the functions, methods, properties and classes of the stub, with their names."""
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


def test_every_public_docstring_describes_its_parameters() -> None:
    seen = 0
    for path, node in public(ast.parse(STUB).body):
        name, text = path.rpartition(".")[2], ast.get_docstring(node) or ""
        if name.startswith("__") or path == "_Options":
            continue
        assert text, path
        for parameter in parameters(node):
            assert f"\n    {parameter}: " in text, f"the docstring of {path} does not describe {parameter}"
            seen += 1
        is_call = name.startswith(("fetch_", "discover", "retrieve_", "from_response"))
        assert not is_call or ("\nReturns:\n" in text and "\nRaises:\n" in text), path
    assert seen > 150


class AnyStatus(urllib.request.HTTPErrorProcessor):
    """Returns the response for any status. By default, urllib raises an error for some."""

    def http_response(self, request: Any, response: Any) -> Any:
        return response


def send(method: str, url: str, headers: dict[str, str], body: str | None) -> Any:
    data = None if body is None else body.encode()
    request = urllib.request.Request(url, data, headers, method=method)
    with urllib.request.build_opener(AnyStatus).open(request, timeout=30) as response:
        return SimpleNamespace(status=response.status, url=response.url, headers=response.headers, body=response.read())


def test_the_example_of_a_plan_finds_the_same_as_a_client(sandbox: Sandbox) -> None:
    resource = f"{sandbox.http}/challenging"
    line = f'Bearer resource_metadata="{sandbox.http}/by-challenge", scope="a b"'
    sandbox.route("/challenging", {"status": 401, "headers": {"www-authenticate": line}})
    sandbox.route("/by-challenge", {"json": {**DOCUMENT, "resource": resource, "resource_name": "by challenge"}})
    sandbox.route(f"{METADATA}/challenging", {"json": {**DOCUMENT, "resource": resource, "resource_name": "well-known"}})
    text = inspect.getdoc(telnyx_oauth.DiscoveryPlan) or ""
    example = textwrap.dedent(text[text.index("    plan = ") : text.index("\nArgs:")])
    names = {"telnyx_oauth": telnyx_oauth, "send": send}
    exec(example.replace("https://rs.example/mcp", resource), names)
    assert names["discovery"] == telnyx_oauth.Client().discover(resource)
    assert names["discovery"].resource_metadata.resource_name == "by challenge"  # type: ignore[attr-defined]


def test_help_shows_the_docstring_of_a_call(capsys: Any) -> None:
    for cls in (telnyx_oauth.Client, telnyx_oauth.AsyncClient):
        help(cls.discover)
        shown = capsys.readouterr().out
        assert "www_authenticate=None" in shown and "The deadline of the whole call" in shown
        assert "NotFoundError" in shown
        assert ("RuntimeError" in shown) == (cls is telnyx_oauth.AsyncClient)
