"""Runs the Python examples of the documentation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.program import run
from support.sandbox import Sandbox

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```python\n(.*?)^```$(?:\n+<!-- prints -->\n```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL)


def examples(file: str) -> list[tuple[str, str]]:
    found = BLOCK.findall((ROOT / file).read_text("utf-8"))
    assert found, f"{file} has no Python block"
    return found


CASES = [
    pytest.param(source, printed, id=f"{file} {number}")
    for file in ("README.md", "docs/python.md", "py/README.md")
    for number, (source, printed) in enumerate(examples(file), start=1)
]


@pytest.mark.parametrize(("source", "printed"), CASES)
def test_an_example_prints_its_output(sandbox: Sandbox, source: str, printed: str) -> None:
    """The sandbox replaces Telnyx's API in the examples."""
    source = source.replace("https://api.telnyx.com", sandbox.https)
    lines = run(source, environment=sandbox.environment(TELNYX_API_KEY="KEY0123")).lines()
    assert lines == printed.replace("https://api.telnyx.com", sandbox.https).splitlines() or not printed
    assert all("KEY0123" not in str(request) for request in sandbox.requests())
