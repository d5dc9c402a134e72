"""The rows of the table: each compares two samples, and may have bounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from runner.delayed_sandbox import LATENCY_MS


@dataclass(frozen=True)
class Bound:
    value: float
    text: str
    of: Literal["ratio", "ours"] = "ratio"
    """The bounded value: ours / peer, or this project's median."""
    is_ceiling: bool = True

    @property
    def needs_peer(self) -> bool:
        return self.of != "ours"

    def is_held(self, ours: float, peer: float | None) -> bool:
        if self.of == "ours":
            measured = ours
        elif peer:
            measured = ours / peer
        else:
            return False
        return measured <= self.value if self.is_ceiling else measured >= self.value


@dataclass(frozen=True)
class Row:
    id: str
    work: str
    peer_name: str
    ours: str
    """The name of a sample, or `size/WORKER`: the size of a worker in bytes. `size/c` is the size of the shared library."""
    peer: str
    """The name of a sample, or an empty string."""
    field: str
    at_least: Bound | None = None
    goal: Bound | None = None

    def samples(self) -> set[str]:
        return {each for each in (self.ours, self.peer) if each}


def _times(value: float) -> Bound:
    return Bound(value, f"{value:.2f} x")


FASTER = Bound(0.9999, "faster")


def _megabytes(value: float) -> Bound:
    return Bound(value * 1e6, f"{value:g} MB", of="ours")


def _times_faster(value: float) -> Bound:
    return Bound(value, f"{value:g} x", is_ceiling=False)


def _round_trips(value: float) -> Bound:
    return Bound(value, f"{value:g} trips", of="ours")


def _instructions() -> list[Row]:
    work = "instructions of a warm call, HTTP/1.1"
    rows = []
    for ours, name, peer, peer_name, bounds in (
        ("rust", "Rust", "libcurl", "libcurl + cJSON", (_times(1.3), _times(1.0))),
        ("c", "C", "libcurl", "libcurl + cJSON", (_times(1.3), _times(1.0))),
        ("python", "Python", "telnyx-python", "telnyx-python", (_times(0.2), _times(0.1))),
    ):
        sides = (f"instructions/{ours}", f"instructions/{peer}")
        rows.append(Row(f"instructions/{ours}/{peer}", f"{work}, {name}", peer_name, *sides, "instructions", *bounds))
    return rows


def _warm() -> list[Row]:
    names = {"raw": "raw C socket", "libcurl": "libcurl + cJSON"}
    rows = []
    for ours, name in (("rust", "Rust"), ("c", "C"), ("python", "Python")):
        work = f"warm call, HTTP/1.1, one thread, {name}"
        for peer in ("telnyx-python", "telnyx-node", "oauth4webapi"):
            sides = (f"warm/{ours}", f"warm/{peer}")
            rows.append(Row(f"warm/{ours}/{peer}", work, peer, *sides, "ns", _times(0.35), _times(0.2)))
        for peer in ("raw", "libcurl", "telnyx-go") if ours == "rust" else ("libcurl",):
            rows.append(Row(f"warm/{ours}/{peer}", work, names.get(peer, peer), f"warm/{ours}", f"warm/{peer}", "ns"))
    for ours, name in (("rust", "Rust"), ("c", "C")):
        for peer, peer_name in names.items():
            sides = (f"warm-shared/{ours}", f"warm-shared/{peer}")
            rows.append(Row(f"warm-shared/{ours}/{peer}", f"warm call, on the server's core, {name}", peer_name, *sides, "ns"))
    return rows


def _cached() -> list[Row]:
    clients = {"rust": "Rust", "c": "C", "python": "Python"}
    return [
        Row(f"cached/{client}", f"call that the cache answers, {name}", "", f"cached/{client}", "", "ns")
        for client, name in clients.items()
    ]


def _cold() -> list[Row]:
    rows = []
    for ours, client in (("cli", "command line"), ("rust", "Rust"), ("c", "C")):
        for bundle, peer, name, least, goal in (
            ("system", "libcurl", "libcurl, system CAs", _times(0.15), _times(0.1)),
            ("one", "libcurl", "libcurl, one CA", None, None),
            ("system", "telnyx-go", "telnyx-go, system CAs", None, None),
        ):
            sides = (f"cold-https/{ours}-{bundle}", f"cold-https/{peer}-{bundle}")
            rows.append(
                Row(f"cold-https/{ours}/{peer}-{bundle}", f"cold process, HTTPS, {client}", name, *sides, "ns", least, goal)
            )
        for peer, least, goal in (("libcurl", _times(0.35), _times(0.25)), ("telnyx-go", None, None)):
            sides = (f"cold-http/{ours}", f"cold-http/{peer}")
            rows.append(Row(f"cold-http/{ours}/{peer}", f"cold process, HTTP, {client}", peer, *sides, "ns", least, goal))
    return rows


def _python() -> list[Row]:
    cold, at_once = "cold process, import and one call, Python", "1,000 calls at once, asyncio"
    rows = []
    for scheme in ("https", "http"):
        sides = (f"cold-python/ours-{scheme}", "cold-python/bare")
        bounds = (_times(1.6), _times(1.3))
        rows.append(Row(f"cold-python/bare-{scheme}", f"{cold}, {scheme.upper()}", "bare interpreter", *sides, "ns", *bounds))
    sides = ("cold-python/ours-https", "cold-python/telnyx-python")
    rows.append(Row("cold-python/telnyx-python", f"{cold}, HTTPS", "telnyx-python", *sides, "ns", FASTER))
    for peer, faster in (("aiohttp", (_times_faster(3), _times_faster(5))), ("httpx", (None, None))):
        rows.append(Row(f"at-once/{peer}", at_once, peer, "at-once/python", f"at-once/{peer}", "per_s", *faster))
    return rows


def _threads() -> list[Row]:
    rows = []
    for ours, prefix, work in (("rust", "", "64 threads, one client"), ("c", "c/", "64 threads, one client in C")):
        sample = f"threads/{ours}"
        rows.append(Row(f"threads/{prefix}rate", f"{work}, requests", "", sample, "", "per_s"))
        rows.append(Row(f"threads/{prefix}p99", f"{work}, p99", "", sample, "", "p99_ns"))
    return rows


def _discover() -> list[Row]:
    rows = []
    for scheme in ("http", "https"):
        sides = (f"discover-{scheme}/rust", f"discover-{scheme}/libcurl")
        work, name = f"discovery, {scheme.upper()}, {LATENCY_MS} ms a round trip", "libcurl, one by one"
        bounds = (_round_trips(2.2), _round_trips(2.05))
        rows.append(Row(f"discover/round-trips/{scheme}", work, name, *sides, "round_trips", *bounds))
    work, sides = "1,000 discoveries, 64 at once, requests", ("discover-many/rust", "discover-many/oauth4webapi")
    bounds = (_times_faster(5), _times_faster(10))
    return [*rows, Row("discover/throughput", work, "oauth4webapi", *sides, "per_cpu_s", *bounds)]


def _space() -> list[Row]:
    work, peer = "resident memory, one HTTPS call", ("libcurl, system CAs", "cold-https/libcurl-system")
    bounds = (_times(0.45), _times(0.3))
    return [
        Row("memory", work, peer[0], "cold-https/rust-system", peer[1], "kib", *bounds),
        Row("memory/c", f"{work}, C", peer[0], "cold-https/c-system", peer[1], "kib", *bounds),
        Row("size", "command line's program, stripped", "", "size/cli", "", "bytes", _megabytes(6), _megabytes(5)),
        Row("size/c", "shared library, stripped", "", "size/c", "", "bytes", _megabytes(4), _megabytes(3)),
    ]


ROWS = [
    *_instructions(),
    *_warm(),
    *_cached(),
    *_cold(),
    *_python(),
    *_threads(),
    *_discover(),
    *_space(),
]
