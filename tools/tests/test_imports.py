"""Tests that the check of imports finds the cycles of small crates and Python packages."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

from imports import cycles, python, rust


class ImportsTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name).resolve()

    def write(self, files: dict[str, str]) -> None:
        for name, text in files.items():
            file = self.folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)

    def found(self, graph: cycles.Graph) -> list[list[str]]:
        return [[str(file.relative_to(self.folder)) for file in cycle] for cycle in cycles.find(graph)]


class RustTest(ImportsTest):
    def cycles(self, **files: str) -> list[list[str]]:
        """Returns the cycles of a crate with these files. A name has no `.rs`, and `__` stands for a slash."""
        self.write({f"{name.replace('__', '/')}.rs": text for name, text in files.items()})
        return self.found(rust.imports(self.folder / "lib.rs"))

    def test_two_files_that_use_each_other_are_a_cycle(self) -> None:
        found = self.cycles(lib="mod a; mod b;", a="use crate::b::B; pub struct A;", b="use crate::a::A; pub struct B;")
        assert found == [["a.rs", "b.rs"]]

    def test_a_cycle_can_have_three_files(self) -> None:
        found = self.cycles(
            lib="mod a; mod b; mod c;", a="use crate::b::B;", b="pub use super::c::C; fn f(_: C) {}", c="use crate::a;"
        )
        assert found == []
        found = self.cycles(
            c="pub struct C; fn f() { crate::a::g() }", a="use crate::b::B; pub fn g() {}", b="use crate::c::C; pub struct B;"
        )
        assert found == [["a.rs", "b.rs", "c.rs"]]

    def test_re_exports_and_declarations_are_not_imports(self) -> None:
        found = self.cycles(
            lib="mod a; pub use a::{A, inner::{self, Inner}};",
            a__mod="pub mod inner; pub use inner::Inner; pub struct A;",
            a__inner="use super::A; use crate::A as Again; pub struct Inner;",
        )
        assert found == []

    def test_a_re_export_is_an_import_if_its_file_uses_the_name(self) -> None:
        found = self.cycles(lib="mod a;", a__mod="mod b; pub use b::B; pub struct A(B);", a__b="use super::A; pub struct B;")
        assert found == [["a/b.rs", "a/mod.rs"]]

    def test_a_re_exported_name_belongs_to_the_file_that_defines_it(self) -> None:
        found = self.cycles(
            lib="mod a; mod b;",
            a="use crate::b::Thing; pub struct A;",
            b__mod="mod thing; mod other; pub use thing::*; pub use other::Other;",
            b__thing="pub struct Thing; fn f() { crate::a::A; }",
            b__other="use super::Thing; pub struct Other;",
        )
        assert found == [["a.rs", "b/thing.rs"]]

    def test_a_path_through_a_module_is_an_import(self) -> None:
        found = self.cycles(
            lib="mod a; mod b;", a="use crate::b as other; fn f() { other::g() }", b="use crate::a; pub fn g() { a::f() }"
        )
        assert found == [["a.rs", "b.rs"]]
        found = self.cycles(lib="mod a; fn main() { a::f() } fn help() {}", a="pub fn f() { crate::help() }")
        assert found == [["a.rs", "lib.rs"]]

    def test_a_glob_imports_the_used_names(self) -> None:
        files = {"lib": "mod a; mod b;", "a": "pub struct A; fn f() { super::b::g() }"}
        assert self.cycles(**files, b="use crate::a::*; pub fn g() { A; }") == [["a.rs", "b.rs"]]

    def test_an_inline_module_belongs_to_its_file(self) -> None:
        files = {"lib": "mod a; mod b;", "b": "use crate::a::inner::A; pub struct B;"}
        found = self.cycles(**files, a="pub mod inner { use super::super::b::B; pub struct A; }")
        assert found == [["a.rs", "b.rs"]]
        assert self.cycles(**files, a="pub mod inner { use super::C; pub struct A; } struct C;") == []

    def test_a_macro_call_imports_the_file_that_defines_the_macro(self) -> None:
        files = {"lib": "#[macro_use] mod a; mod b;", "b": "pub struct B; shout!();"}
        assert self.cycles(**files, a="macro_rules! shout { () => {} }") == []
        assert self.cycles(**files, a="macro_rules! shout { () => { $crate::b::B } }") == [["a.rs", "b.rs"]]

    def test_a_path_attribute_sets_the_file_of_a_module(self) -> None:
        found = self.cycles(
            lib='#[path = "elsewhere/x.rs"] mod a; mod b;',
            elsewhere__x="use crate::b::B; pub struct A;",
            b="use crate::a::A; pub struct B;",
        )
        assert found == [["b.rs", "elsewhere/x.rs"]]

    def test_text_comments_and_unit_tests_do_not_count(self) -> None:
        found = self.cycles(
            lib="mod a; mod b;",
            a="use crate::b::B; pub struct A;",
            b="""
                // use crate::a::A;
                /* crate::a::A */
                const QUOTE: char = '"'; const TEXT: &str = "crate::a::A"; const RAW: &str = r#"crate::a::A""#;
                pub struct B<'a>(&'a str);
                #[cfg(test)] use crate::a::A;
                #[cfg(test)] mod tests { use crate::a::A; }
            """,
        )
        assert found == []

    def test_code_after_unit_tests_counts(self) -> None:
        found = self.cycles(
            lib="mod a; mod b;",
            a="use crate::b::B; pub struct A;",
            b="#[cfg(test)] fn f<T>() {} const Q: char = '\"'; pub struct B; fn g(_: crate::a::A) {} const END: char = '\"';",
        )
        assert found == [["a.rs", "b.rs"]]

    def test_names_of_other_crates_are_not_imports(self) -> None:
        found = self.cycles(
            lib="mod a; mod b;", a="use http::b::B; pub struct A;", b="use crate::a::A; use http::{self, a}; pub struct B;"
        )
        assert found == []

    def test_two_folders_that_import_each_other_are_a_cycle(self) -> None:
        files = {"lib": "mod a; mod b;", "a__mod": "mod x; pub mod y;", "b__mod": "pub mod x; mod y;"}
        files |= {
            "a__x": "use crate::b::x::X;",
            "a__y": "pub struct Y;",
            "b__x": "pub struct X;",
            "b__y": "use crate::a::y::Y;",
        }
        assert self.cycles(**files) == []
        graph = cycles.by_folder(rust.imports(self.folder / "lib.rs"), self.folder)
        assert self.found(graph) == [["a", "b"]]

    def test_every_target_of_a_package_is_a_crate(self) -> None:
        self.write(
            {"Cargo.toml": '[[bin]]\nname = "w"\npath = "src/worker.rs"', "src/worker.rs": "", "tests/a.rs": "", "build.rs": ""}
        )
        found = [str(file.relative_to(self.folder)) for file in rust.roots(self.folder / "Cargo.toml")]
        assert found == ["build.rs", "src/worker.rs", "tests/a.rs"]


class PythonTest(ImportsTest):
    def cycles(self, files: dict[str, str]) -> list[list[str]]:
        self.write(files)
        return self.found(python.imports([self.folder]))

    def test_two_files_that_import_each_other_are_a_cycle(self) -> None:
        found = self.cycles({"a.py": "import b", "b.py": "def f():\n    from a import g"})
        assert found == [["a.py", "b.py"]]

    def test_relative_imports_can_form_a_cycle(self) -> None:
        files = {"p/__init__.py": "from ._a import B", "p/_a.py": "from ._b import B", "p/_b.py": "from . import _a"}
        assert self.cycles(files) == [["p/_a.py", "p/_b.py"]]
        assert self.cycles({"p/_b.py": "from . import B"}) == [["p/__init__.py", "p/_a.py", "p/_b.py"]]
        assert self.cycles({"p/_b.py": "from . import _native"}) == []

    def test_imports_for_type_checkers_do_not_count(self) -> None:
        found = self.cycles({"a.py": "import b", "b.py": "if typing.TYPE_CHECKING:\n    import a"})
        assert found == []


if __name__ == "__main__":
    unittest.main()
