"""Compares this project with its peers, and prints a table; see bench/README.md."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import signal
import sys
import tempfile
from pathlib import Path
from types import FrameType

sys.path.append(str(Path(__file__).resolve().parent.parent / "tools"))

from runner import delayed_sandbox, report, tools
from runner.build import SHARED_LIBRARY, Workers, build
from runner.load import TOLERABLE, Load
from runner.measure import Measured, SampleFailed, measure
from runner.rows import ROWS, Row
from runner.samples import Sample, all_samples
from runner.server import ServerError, serve

from sandbox import SandboxError

SIZES = {"size/cli": "cli", "size/c": "c"}
"""The samples that are file sizes, each with the worker whose program or library is measured."""


def main() -> int:
    options = _options()
    rows = [row for row in ROWS if not options.only or any(row.id.startswith(each) for each in options.only)]
    if not rows:
        print("bench: no row matches --only; the rows are:", *(row.id for row in ROWS), sep="\n  ", file=sys.stderr)
        return 2
    rounds = options.rounds or (3 if options.quick else 7)

    for each in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, _stop)
    os.environ["PATH"] = tools.search_path()
    try:
        tools.need(tools.NGINX, tools.OPENSSL)
        measured = _measure(rows, rounds, options.quick)
    except (tools.MissingTool, ServerError, SandboxError, SampleFailed) as failure:
        print(f"bench: {failure}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("bench: stopped", file=sys.stderr)
        return 130

    results = report.compare(rows, measured)
    machine = report.machine(rounds)
    print(report.table(results))
    print(f"\n{machine}, other processes used {measured.others_load:.0%} of the CPUs")
    if measured.others_load > TOLERABLE:
        print("The machine was not idle, so these numbers are not reliable. Repeat the run on an idle machine.")
    if options.json:
        content = {
            "machine": machine,
            "rounds": rounds,
            "others_load": measured.others_load,
            "rows": [each.to_dict() for each in results],
            "samples": measured.values,
        }
        options.json.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return 1 if options.check and not all(result.is_ok() for result in results) else 0


def _measure(rows: list[Row], rounds: int, quick: bool) -> Measured:
    wanted = {name for row in rows for name in row.samples()}
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="telnyx-oauth-bench-")))
        server, delayed = stack.enter_context(serve(folder)), delayed_sandbox.planned(folder)
        samples = [sample for sample in all_samples(server, delayed, quick) if sample.name in wanted]
        sizes = wanted & SIZES.keys()
        workers = build(_workers_for(samples) | {SIZES[size] for size in sizes})
        if any(sample.in_sandbox for sample in samples) and "cli" in workers.commands:
            stack.enter_context(delayed_sandbox.serve(delayed, workers.commands["cli"][0]))
        load = Load()
        measured = measure(samples, workers, rounds if samples else 0)
    measured.others_load = load.others() if samples else 0.0
    for size in sizes:
        _measure_size(size, workers, measured)
    return measured


def _workers_for(samples: list[Sample]) -> set[str]:
    return {worker for sample in samples for worker in sample.needs()}


def _measure_size(size: str, workers: Workers, measured: Measured) -> None:
    worker = SIZES[size]
    if worker in workers.commands:
        file = SHARED_LIBRARY if size == "size/c" else Path(workers.commands[worker][0])
        measured.values[size] = {"bytes": [float(file.stat().st_size)]}
    else:
        measured.missing[size] = workers.missing[worker]


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench/run", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="3 shorter rounds: checks that everything works, but the numbers are not reliable"
    )
    parser.add_argument("--rounds", type=int, metavar="N", help="the number of rounds; default: 7, or 3 with --quick")
    parser.add_argument(
        "--only",
        action="append",
        metavar="ROW",
        help="measure only rows whose id begins with ROW, such as warm or cold-https/cli; repeatable",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write every value to FILE, as JSON")
    parser.add_argument("--check", action="store_true", help="exit with 1 if an 'at least' bound is missed")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
