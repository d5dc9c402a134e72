"""The tests run with the wheel, as pip installs it."""

from __future__ import annotations

import builtins
import importlib.metadata
import importlib.resources
import sys
import sysconfig
from pathlib import Path

import telnyx_oauth

NAMES_OF_BUILTINS = {"TimeoutError", "Warning"}


def test_the_tests_import_the_installed_wheel() -> None:
    assert sys.prefix != sys.base_prefix, "not a virtual environment"
    folder = Path(sysconfig.get_path("platlib")) / "telnyx_oauth"
    assert Path(telnyx_oauth.__file__) == folder / "__init__.py"
    native = sys.modules["telnyx_oauth._native"].__file__
    assert native is not None and Path(native).parent == folder


def test_the_module_has_the_version_of_the_package() -> None:
    assert telnyx_oauth.__version__ == importlib.metadata.version("telnyx-oauth")


def test_the_package_has_no_dependencies() -> None:
    required = importlib.metadata.requires("telnyx-oauth") or []
    assert [each for each in required if "extra ==" not in each and "python_version <" not in each] == []


def test_the_wheel_contains_types() -> None:
    files = {each.name for each in importlib.resources.files("telnyx_oauth").iterdir()}
    assert "py.typed" in files
    assert any(name.endswith(".pyi") for name in files)


def test_every_public_name_exists_and_has_a_docstring() -> None:
    assert sorted(telnyx_oauth.__all__) == list(telnyx_oauth.__all__)
    public = {name for name in dir(telnyx_oauth) if name[0] != "_" and f"telnyx_oauth.{name}" not in sys.modules}
    assert set(telnyx_oauth.__all__) == public - NAMES_OF_BUILTINS
    for name in {*telnyx_oauth.__all__, *NAMES_OF_BUILTINS}:
        value = getattr(telnyx_oauth, name)
        assert callable(value) is False or value.__doc__, name
        assert getattr(value, "__module__", "telnyx_oauth") == "telnyx_oauth", name


def test_a_star_import_shadows_no_builtin() -> None:
    module: dict[str, object] = {"__name__": "mine", "__version__": "1"}
    exec("from telnyx_oauth import *", module)
    assert module["Client"] is telnyx_oauth.Client
    assert set(module) & set(dir(builtins)) <= {"__builtins__", "__name__"}
    assert (module["__name__"], module["__version__"]) == ("mine", "1")
    assert issubclass(telnyx_oauth.TimeoutError, TimeoutError) and telnyx_oauth.TimeoutError is not TimeoutError
    for name in NAMES_OF_BUILTINS:
        assert name in (telnyx_oauth.__doc__ or "")


def test_the_import_loads_no_other_module() -> None:
    """A short program starts fast: the import loads no asyncio, logging or json."""
    from support.program import run

    source = """
    import sys
    before = set(sys.modules)
    import telnyx_oauth
    print(*sorted(set(sys.modules) - before))
    """
    added = set(run(source, environment={}).lines()[0].split())
    assert {name.split(".")[0] for name in added} == {"telnyx_oauth"}, added
