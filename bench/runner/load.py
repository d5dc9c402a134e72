"""Measures the CPU time of other processes, which makes the ratios unreliable."""

from __future__ import annotations

import os
import resource
import time
from pathlib import Path

TOLERABLE = 0.05


class Load:
    """Measures the share of all CPUs that other processes have used since this object was created."""

    def __init__(self) -> None:
        self._wall, self._busy, self._own = _now()

    def others(self) -> float:
        """Returns the share. Call it after all child processes have ended: until then, their time counts as that of others."""
        wall, busy, own = _now()
        return max(0.0, (busy - self._busy) - (own - self._own)) / ((wall - self._wall) * (os.cpu_count() or 1))


def _now() -> tuple[float, float, float]:
    user, nice, system, _idle, _iowait, _irq, _softirq, steal = (
        int(each) / os.sysconf("SC_CLK_TCK") for each in Path("/proc/stat").read_text().split()[1:9]
    )
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    own = sum(usage.ru_utime + usage.ru_stime for usage in usages)
    return time.monotonic(), user + nice + system + steal, own
