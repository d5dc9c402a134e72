"""Runs the scenarios of the official MCP conformance suite that concern discovery and the requests after it.

Each scenario runs in each of its revisions of MCP, over the Python module and over the command line. It runs twice: the client
passes the challenge of a 401 to the discovery (`challenged`), or it starts with the discovery (`cold`). One line a run is
printed. Arguments select the runs whose line contains all of them.
"""

from __future__ import annotations

import itertools
import os
import pathlib
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import NamedTuple

HERE = pathlib.Path(__file__).resolve().parent
NPM = pathlib.Path(os.environ["NPM"])
NODE = NPM / "node_modules/.bin/node"
SUITE = NPM / "node_modules/@modelcontextprotocol/conformance/dist/index.js"
OLD, NEW = "2025-11-25", "2026-07-28"
BOTH = (OLD, NEW)
CLIENTS = ("python", "command")
MODES = ("challenged", "cold")
# Of a client, without empty lines.
MAX_LINES = 200


class Scenario(NamedTuple):
    revisions: tuple[str, ...] = BOTH
    # The client's last words. A client that refuses a scenario must do so for this reason. Default: the client succeeds.
    refusal: str | None = None
    # The suite expects that the client guesses endpoints. This one refuses, so that the suite reports a failure.
    suite_fails: bool = False


SCENARIOS = {
    "metadata-default": Scenario(),
    "metadata-var1": Scenario(),
    "metadata-var2": Scenario(),
    "metadata-var3": Scenario(),
    "metadata-issuer-mismatch": Scenario((NEW,), "issuer_mismatch"),
    "resource-mismatch": Scenario((NEW,), "resource_mismatch"),
    "basic-cimd": Scenario(),
    "pre-registration": Scenario(),
    "authorization-server-migration": Scenario((NEW,)),
    "scope-from-www-authenticate": Scenario(),
    "scope-from-scopes-supported": Scenario(),
    "scope-omitted-when-undefined": Scenario(),
    "scope-step-up": Scenario(),
    "scope-retry-limit": Scenario(refusal="insufficient_scope"),
    "offline-access-scope": Scenario((NEW,)),
    "offline-access-not-supported": Scenario((NEW,)),
    "iss-supported": Scenario((NEW,)),
    "iss-not-advertised": Scenario((NEW,)),
    "iss-supported-missing": Scenario((NEW,), "issuer_mismatch"),
    "iss-wrong-issuer": Scenario((NEW,), "issuer_mismatch"),
    "iss-unexpected": Scenario((NEW,), "issuer_mismatch"),
    "iss-normalized": Scenario((NEW,), "issuer_mismatch"),
    "token-endpoint-auth-basic": Scenario(),
    "token-endpoint-auth-post": Scenario(),
    "token-endpoint-auth-none": Scenario(),
    "2025-03-26-oauth-metadata-backcompat": Scenario(("2025-03-26",)),
    "2025-03-26-oauth-endpoint-fallback": Scenario(("2025-03-26",), "not_found", suite_fails=True),
}


class Run(NamedTuple):
    client: str
    mode: str
    revision: str
    scenario: str

    def __str__(self) -> str:
        return f"{self.client:8}{self.mode:12}{self.revision:12}{self.scenario}"


def selected(words: list[str]) -> Iterator[Run]:
    for client, mode, (scenario, properties) in itertools.product(CLIENTS, MODES, SCENARIOS.items()):
        for revision in properties.revisions:
            run = Run(client, mode, revision, scenario)
            if all(word in str(run) for word in words):
                yield run


def fault(run: Run) -> str | None:
    """Runs a scenario. Returns the suite's report if its result is not the expected one."""
    expected = SCENARIOS[run.scenario]
    client = f"{sys.executable} -B {HERE}/over_{run.client}.py --{run.mode}"
    scenario = ["--scenario", f"auth/{run.scenario}", "--spec-version", run.revision]
    command = [str(NODE), str(SUITE), "client", "--command", client, *scenario]
    ended = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300, check=False)
    # The suite accepts any failure of the client where a client must refuse.
    refused = f"\n{expected.refusal}: " in ended.stdout if expected.refusal else "Client exited with code" not in ended.stdout
    passed = ("OVERALL: FAILED" if expected.suite_fails else "OVERALL: PASSED") in ended.stdout
    guessed = "fallback endpoint" in ended.stdout
    return None if passed and refused and not guessed else ended.stdout


def check_clients() -> None:
    """Exits if a client has a rule of discovery of its own, or is no longer small."""
    shared = (HERE / "client.py").read_text()
    for client in CLIENTS:
        text = shared + (HERE / f"over_{client}.py").read_text()
        if found := re.search(r"\.well-known|scopes_supported|\biss\b\s*[!=]=|[!=]=\s*\biss\b", text):
            sys.exit(f"the client over {client} must leave discovery to telnyx-oauth, and contains {found.group()!r}")
        lines = sum(bool(line.strip()) for line in text.splitlines())
        if lines > MAX_LINES:
            sys.exit(f"the client over {client} may have {MAX_LINES} lines, and has {lines}")


def main() -> None:
    check_clients()
    runs = list(selected(sys.argv[1:]))
    if not runs:
        sys.exit("no scenario has a line with all of these words")
    failed = 0
    for run in runs:
        report = fault(run)
        failed += report is not None
        print(f"{'ok' if report is None else 'FAILED':8}{run}", flush=True)
        if report is not None:
            print(report)
    print(f"{len(runs) - failed} of {len(runs)} runs are as expected")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
