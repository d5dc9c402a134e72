"""Makes the table from the measured values."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from runner import tools
from runner.measure import Measured
from runner.rows import Row

HEADINGS = ("work", "peer", "ours (median, spread)", "peer (median)", "ratio", "at least", "goal", "verdict")


@dataclass(frozen=True)
class Result:
    row: Row
    ours: float | None
    spread: tuple[float, float]
    """The quartiles of this project's values."""
    peer: float | None
    missing: tuple[str, ...]
    """The reasons why this project or the peer was not measured."""

    @property
    def ratio(self) -> float | None:
        return self.ours / self.peer if self.ours is not None and self.peer else None

    @property
    def verdict(self) -> str:
        bound = self.row.at_least
        if self.ours is None or (self.missing and (bound is None or bound.needs_peer)):
            return "not measured"
        if bound is None:
            return "-"
        return "held" if bound.is_held(self.ours, self.peer) else "MISSED"

    def is_ok(self) -> bool:
        """Returns whether --check accepts the row. A row with a bound fails if this project's sample was not measured."""
        return self.verdict != "MISSED" and (self.ours is not None or self.row.at_least is None)

    def to_dict(self) -> dict[str, Any]:
        row = self.row
        return {
            "row": row.id,
            "work": row.work,
            "peer_name": row.peer_name or None,
            "field": row.field,
            "ours": self.ours,
            "ours_quartiles": None if self.ours is None else list(self.spread),
            "peer": self.peer,
            "ratio": self.ratio,
            "at_least": row.at_least.text if row.at_least else None,
            "goal": row.goal.text if row.goal else None,
            "goal_met": None if row.goal is None or self.ours is None else row.goal.is_held(self.ours, self.peer),
            "verdict": self.verdict,
            "missing": list(self.missing),
        }


def compare(rows: list[Row], measured: Measured) -> list[Result]:
    results = []
    for row in rows:
        ours = measured.of(row.ours, row.field)
        peer = measured.of(row.peer, row.field) if row.peer else []
        missing = tuple(measured.missing[each] for each in (row.ours, row.peer) if each in measured.missing)
        spread = _quartiles(ours) if ours else (0.0, 0.0)
        median = statistics.median
        results.append(Result(row, median(ours) if ours else None, spread, median(peer) if peer else None, missing))
    return results


def table(results: list[Result]) -> str:
    lines = [HEADINGS, *(_cells(result) for result in results)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(HEADINGS))]
    shown = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |" for line in lines]
    shown.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    reasons: dict[str, list[str]] = {}
    for result in results:
        for reason in result.missing:
            reasons.setdefault(reason, []).append(result.row.id)
    notes = [f"not measured: {reason} ({', '.join(ids)})" for reason, ids in reasons.items()]
    return "\n".join(shown + (["", *notes] if notes else []))


def machine(rounds: int) -> str:
    """Returns one line about the machine and its tools."""
    parts = [
        f"{os.cpu_count()} x {_processor()}",
        f"Linux {platform.release()}",
        _first_line("nginx", "-v").replace("nginx version: ", ""),
        "libcurl " + _first_line("pkg-config", "--modversion", "libcurl"),
        _first_line("rustc", "--version").split(" (")[0],
        f"medians of {rounds} rounds",
    ]
    return ", ".join(parts)


def _cells(result: Result) -> tuple[str, ...]:
    row = result.row
    ours = "-"
    if result.ours is not None:
        low, high = (_shown(each, row.field) for each in result.spread)
        ours = _shown(result.ours, row.field) + ("" if low == high else f" ({low} - {high})")
    return (
        row.work,
        row.peer_name or "-",
        ours,
        _shown(result.peer, row.field) if result.peer is not None else "-",
        f"{result.ratio:.2f}" if result.ratio is not None else "-",
        row.at_least.text if row.at_least else "-",
        row.goal.text if row.goal else "-",
        result.verdict,
    )


def _shown(value: float, field: str) -> str:
    if field in ("kib", "bytes"):
        return f"{value / 1e6:.2f} MB"
    if field == "per_s":
        return f"{value:,.0f}/s"
    if field == "per_cpu_s":
        return f"{value:,.0f}/CPU s"
    if field == "round_trips":
        return f"{value:.2f} trips"
    if field == "instructions":
        return f"{value:,.0f}"
    if value < 1e3:
        return f"{value:.0f} ns"
    return f"{value / 1e6:.2f} ms" if value >= 1e6 else f"{value / 1e3:.1f} µs"


def _quartiles(values: list[float]) -> tuple[float, float]:
    if len(values) < 2:
        return values[0], values[0]
    low, _, high = statistics.quantiles(values, n=4, method="inclusive")
    return low, high


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.machine()


def _first_line(*command: str) -> str:
    environment = {**os.environ, "PATH": tools.search_path()}
    try:
        run = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    except OSError:
        return f"no {command[0]}"
    return run.stdout.strip().splitlines()[0] if run.returncode == 0 and run.stdout.strip() else f"no {command[-1]}"
