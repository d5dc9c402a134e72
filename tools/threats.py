"""Reads the tables in docs/threats.md and the mutations in docs/mutations.toml, and compares them."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import tomllib

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "docs" / "threats.md"
MUTATIONS = ROOT / "docs" / "mutations.toml"
PACKAGES = {"core": "telnyx-oauth", "cli": "telnyx-oauth-cli", "ffi-c": "telnyx-oauth-ffi"}
FOLDERS = ("core/tests", "core/src", "cli/tests", "ffi-c/tests")
TEST = re.compile(r"#\[(?:tokio::)?test\b[^\n]*\n(?:\s*#\[[^\n]*\n)*\s*(?:async )?fn ([a-z_0-9]+)\(")


class InvalidTestName(Exception):
    """A name of a test that does not exist, or that several tests have."""


@dataclass(frozen=True)
class Test:
    file: Path
    function: str

    @property
    def name(self) -> str:
        return f"{self.file.stem}::{self.function}"

    @property
    def package(self) -> str:
        return PACKAGES[self.file.parts[0]]

    @property
    def target(self) -> tuple[str, ...]:
        """Returns the arguments of `cargo test` that select the program with this test."""
        return ("--test", self.file.stem) if self.file.parts[1] == "tests" else ("--lib",)

    @property
    def filter(self) -> tuple[str, ...]:
        """Returns the arguments of that program that select only this test."""
        if self.file.parts[1] == "tests":
            return (self.function, "--exact")
        modules = [part for part in self.file.with_suffix("").parts[2:] if part != "mod"]
        return ("::".join([*modules, "tests", self.function]), "--exact")


@dataclass(frozen=True)
class Mutation:
    """A change that removes a defence. Each of its tests must then fail."""

    threat: str
    file: Path
    old: str
    new: str
    tests: tuple[Test, ...]


@cache
def tests_by_name() -> dict[str, list[Test]]:
    found: dict[str, list[Test]] = {}
    for folder in FOLDERS:
        for file in sorted((ROOT / folder).rglob("*.rs")):
            for function in TEST.findall(file.read_text("utf-8")):
                test = Test(file.relative_to(ROOT), function)
                found.setdefault(test.name, []).append(test)
    return found


def find_test(name: str) -> Test:
    tests = tests_by_name().get(name, [])
    if not tests:
        raise InvalidTestName(f"there is no test {name}")
    if len(tests) > 1:
        raise InvalidTestName(f"the name {name} is ambiguous: it is in {', '.join(str(test.file) for test in tests)}")
    return tests[0]


def threats() -> dict[str, list[str]]:
    """Returns each threat in the tables with the names of its tests."""
    rows: dict[str, list[str]] = {}
    for line in TABLE.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if len(cells) == 3 and cells[0] != "threat" and not set(cells[0]) <= set("-"):
            rows[cells[0]] = re.findall(r"`([a-z_0-9]+::[a-z_0-9]+)`", cells[2])
    return rows


def mutations() -> list[Mutation]:
    found = []
    for entry in tomllib.loads(MUTATIONS.read_text("utf-8"))["mutation"]:
        tests = tuple(find_test(name) for name in entry["tests"])
        found.append(Mutation(entry["threat"], Path(entry["file"]), entry["old"], entry["new"], tests))
    return found


def check() -> list[str]:
    """Returns the errors in the tables and the mutations."""
    rows = threats()
    errors = []
    for threat, names in rows.items():
        for name in names:
            try:
                find_test(name)
            except InvalidTestName as error:
                errors.append(f"docs/threats.md: {threat!r}: {error}")
    try:
        known = mutations()
    except InvalidTestName as error:
        return [*errors, f"docs/mutations.toml: {error}"]
    proven = {threat: set[str]() for threat in rows}
    for mutation in known:
        if mutation.threat not in rows:
            errors.append(f"docs/mutations.toml: {mutation.threat!r} is not a threat in docs/threats.md")
            continue
        if not mutation.tests or mutation.old == mutation.new:
            errors.append(f"docs/mutations.toml: {mutation.threat!r}: {mutation.file}: names no test or makes no change")
        for test in mutation.tests:
            proven[mutation.threat].add(test.name)
            if test.name not in rows[mutation.threat]:
                errors.append(f"docs/mutations.toml: docs/threats.md does not name {test.name} for {mutation.threat!r}")
        file = ROOT / mutation.file
        count = file.read_text("utf-8").count(mutation.old) if file.is_file() else 0
        if count != 1:
            where = f"docs/mutations.toml: {mutation.threat!r}"
            errors.append(f"{where}: {mutation.file} must contain {mutation.old!r} once, not {count} times")
    for threat, names in rows.items():
        if not names:
            errors.append(f"docs/threats.md: {threat!r} has no test")
        for name in names:
            if name not in proven[threat]:
                errors.append(f"docs/mutations.toml: no mutation for {threat!r} makes {name} fail")
    return errors


if __name__ == "__main__":
    faults = check()
    print(*faults, sep="\n", file=sys.stderr, end="\n" if faults else "")
    sys.exit(1 if faults else 0)
