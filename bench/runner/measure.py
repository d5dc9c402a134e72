"""Runs the samples in interleaved rounds."""

from __future__ import annotations

import functools
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field

from runner import tools
from runner.build import Workers
from runner.delayed_sandbox import LATENCY_MS
from runner.samples import Sample

RUN_LIMIT_SECONDS = 120
COUNT_LIMIT_SECONDS = 300
"""The limit for runs under callgrind, which take about fifty times as long."""
SCALE = {"ns": 1.0, "p99_ns": 1.0, "per_s": 1.0, "per_cpu_s": 1.0, "kib": 1024.0, "round_trips": 1 / (LATENCY_MS * 1e6)}
"""The factors by which printed numbers are multiplied. Times are printed in nanoseconds."""


class SampleFailed(Exception):
    pass


@dataclass
class Measured:
    values: dict[str, dict[str, list[float]]] = field(default_factory=dict)
    """For each sample and field, one value for each round, in nanoseconds, bytes, requests a second or round trips."""
    missing: dict[str, str] = field(default_factory=dict)
    """For each sample that was not measured, the reason."""
    others_load: float = 0.0
    """The share of the CPUs that other processes used."""

    def of(self, sample: str, field_name: str) -> list[float]:
        return self.values.get(sample, {}).get(field_name, [])


def measure(samples: list[Sample], workers: Workers, rounds: int) -> Measured:
    measured = Measured()
    usable = _run_once(samples, workers, measured)
    groups: dict[str, list[Sample]] = {}
    for sample in usable:
        groups.setdefault(sample.group, []).append(sample)
        measured.values[sample.name] = {name: [] for name in sample.fields}

    for number in range(rounds):
        print(f"round {number + 1} of {rounds}", file=sys.stderr)
        for group in groups.values():
            turn = number % len(group)
            for sample in group[turn:] + group[:turn]:
                for name, value in _run(sample, workers).items():
                    measured.values[sample.name][name].append(value)
    return measured


def _run_once(samples: list[Sample], workers: Workers, measured: Measured) -> list[Sample]:
    """Runs each sample once without measuring, so that its files are in memory. Returns the samples that do not fail.
    Counts instructions, because their number is the same in every round."""
    usable = []
    for sample in samples:
        reasons = [workers.missing[each] for each in sample.needs() if each in workers.missing]
        if not reasons:
            try:
                if sample.calls:
                    measured.values[sample.name] = {"instructions": [_count(sample, sample.calls, workers)]}
                    continue
                _run(sample, workers)
            except SampleFailed as failure:
                reasons.append(str(failure))
        if reasons:
            measured.missing[sample.name] = reasons[0]
        else:
            usable.append(sample)
    return usable


def _count(sample: Sample, calls: tuple[int, int], workers: Workers) -> float:
    """Returns the instructions of one call."""
    few, many = calls
    counted = []
    for count in calls:
        command = [*tools.CALLGRIND_COMMAND, *workers.commands[sample.worker], *sample.arguments, str(count)]
        found = re.search(r"^==\d+== Collected : (\d+)$", _start(sample, command).stderr, re.MULTILINE)
        if not found:
            raise SampleFailed(f"{sample.name}: valgrind printed no count")
        counted.append(int(found[1]))
    return (counted[1] - counted[0]) / (many - few)


def _run(sample: Sample, workers: Workers) -> dict[str, float]:
    command = [*workers.commands[sample.worker], *sample.arguments]
    if sample.launches:
        command = [*workers.commands["launch"], str(sample.launches), *command]
    run = _start(sample, command)
    numbers = [float(each) for each in run.stdout.split()]
    if len(numbers) != len(sample.fields):
        raise SampleFailed(f"{sample.name}: printed {run.stdout!r} instead of {sample.fields}")
    return {name: number * SCALE[name] for name, number in zip(sample.fields, numbers)}


def _start(sample: Sample, command: list[str]) -> subprocess.CompletedProcess[str]:
    try:
        run = subprocess.run(
            command,
            env=sample.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=COUNT_LIMIT_SECONDS if sample.calls else RUN_LIMIT_SECONDS,
            preexec_fn=functools.partial(os.sched_setaffinity, 0, sample.cpus) if sample.cpus else None,
        )
    except (OSError, subprocess.TimeoutExpired) as failure:
        raise SampleFailed(f"{sample.name}: {failure}") from None
    lines = run.stderr.strip().splitlines()
    if run.returncode != 0:
        raise SampleFailed(f"{sample.name}: " + "; ".join(lines[:1] + lines[1:][-1:] or [f"exit code {run.returncode}"]))
    return run
