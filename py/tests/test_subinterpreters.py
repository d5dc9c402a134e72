"""The import in a subinterpreter raises an ImportError, and crashes nothing."""

from __future__ import annotations

import pytest
from support.program import run
from support.sandbox import Sandbox

# Uses the private modules of PEP 554 and PEP 734. The arguments of `create` depend on the version of Python.
SOURCE = """
import os, sys, telnyx_oauth
try:
    import _interpreters as interpreters
except ImportError:
    import _xxsubinterpreters as interpreters
inside = '''
try:
    import telnyx_oauth
except ImportError as error:
    open(PATH, "w").write("ImportError: " + str(error))
else:
    open(PATH, "w").write("imported")
'''
KIND = sys.argv[1]
def create():
    if sys.version_info >= (3, 13):
        return interpreters.create(KIND)
    return interpreters.create(isolated=KIND == "isolated")
reader, writer = os.pipe()
for first in (True, False):
    interpreter = create()
    path = f"/proc/self/fd/{writer}"
    failure = interpreters.run_string(interpreter, inside.replace("PATH", repr(path)))
    print(failure, os.read(reader, 10000).decode())
    interpreters.destroy(interpreter)
print(telnyx_oauth.fetch_resource_metadata().resource)
"""


@pytest.mark.parametrize("kind", ["isolated", "legacy"])
def test_a_subinterpreter_gets_an_import_error(sandbox: Sandbox, kind: str) -> None:
    lines = run(SOURCE, kind, environment=sandbox.environment()).lines()
    assert lines[-1] == sandbox.https
    assert len(lines) == 3
    for line in lines[:2]:
        assert line.startswith("None ImportError: "), line
        assert "interpreter" in line, line


def test_the_main_interpreter_may_import_after_a_subinterpreter(sandbox: Sandbox) -> None:
    """Two subinterpreters import the module first, and are destroyed. Then the import fails or works, but does not crash."""
    source = SOURCE.replace("import os, sys, telnyx_oauth", "import os, sys").replace(
        "print(telnyx_oauth.fetch_resource_metadata().resource)",
        """try:
    import telnyx_oauth
    print(telnyx_oauth.fetch_resource_metadata().resource)
except ImportError as error:
    print("ImportError:", error)
""",
    )
    for kind in ("isolated", "legacy"):
        first, second, main = run(source, kind, environment=sandbox.environment()).lines()
        assert first == "None imported" or first.startswith("None ImportError: ")
        assert second.startswith("None ImportError: "), second
        assert main == sandbox.https or main.startswith("ImportError: "), main
