"""Writes the documentation as HTML: `python build.py STUB FOLDER`.

The stub contains all public names with their docstrings, so pdoc renders the stub as if it were the module.
"""

import ast
import sys
import tempfile
import typing
import warnings
from pathlib import Path

import pdoc

warnings.simplefilter("error")

DEFINITIONS = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def main(stub: Path, out: Path) -> None:
    # The stub imports this decorator, which exists only for type checkers.
    setattr(typing, "type_check_only", lambda each: each)  # noqa: B010
    sys.dont_write_bytecode = True
    with tempfile.TemporaryDirectory() as folder:
        module = Path(folder, "telnyx_oauth.py")
        text = stub.read_text("utf-8")
        public = [node.name for node in ast.parse(text).body if isinstance(node, DEFINITIONS) and node.name[0] != "_"]
        # Names that `import *` does not import are public too.
        whole = f"from __future__ import annotations\n{text}\n__all__ = sorted({{*__all__, *{public}}})\n"
        module.write_text(whole, "utf-8")
        sys.path.insert(0, folder)
        # pdoc would run the installed stub, which fails without the `__future__` import.
        pdoc.doc_pyi.find_stub_file = lambda _: None
        pdoc.render.configure(docformat="google", show_source=False, search=False)
        pdoc.pdoc(module, output_directory=out)
    page = (out / "telnyx_oauth.html").read_text("utf-8")
    missing = [name for name in sys.modules["telnyx_oauth"].__all__ if f'id="{name}"' not in page]
    if missing:
        raise SystemExit(f"these names are missing in the documentation: {', '.join(missing)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
