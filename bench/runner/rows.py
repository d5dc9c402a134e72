"""The rows of the table: which sample is held against which, and the bounds of the performance budget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from runner.sandbox import LATENCY_MS


@dataclass(frozen=True)
class Bound:
    value: float
    text: str
    of: Literal["ratio", "difference", "ours"] = "ratio"
    """Of ours / peer, of ours - peer, or of our own median alone."""
    is_ceiling: bool = True

    @property
    def needs_peer(self) -> bool:
        return self.of != "ours"

    def is_held(self, ours: float, peer: float | None) -> bool:
        if self.of == "ours":
            measured = ours
        elif peer:
            measured = ours / peer if self.of == "ratio" else ours - peer
        else:
            return False
        return measured <= self.value if self.is_ceiling else measured >= self.value


@dataclass(frozen=True)
class Row:
    id: str
    work: str
    peer_name: str
    ours: str
    """The sample; `size/WORKER` is the size of that worker in bytes, of C's shared library for `size/c`."""
    peer: str
    """The sample; empty: there is none."""
    field: str
    at_least: Bound | None = None
    goal: Bound | None = None

    def samples(self) -> set[str]:
        return {each for each in (self.ours, self.peer) if each}


def _times(value: float) -> Bound:
    return Bound(value, f"{value:.2f} x")


FASTER = Bound(0.9999, "faster")
FIVE_TIMES_FASTER = Bound(0.2, "5 x faster")
MORE_PER_SECOND = Bound(1.0001, "faster", is_ceiling=False)


def _megabytes(value: float) -> Bound:
    return Bound(value * 1e6, f"{value:g} MB", of="ours")


def _more_milliseconds(value: float) -> Bound:
    return Bound(value * 1e6, f"+ {value:g} ms", of="difference")


def _per_second(value: float) -> Bound:
    return Bound(value, f"{value:,.0f}/s", of="ours", is_ceiling=False)


def _round_trips(value: float) -> Bound:
    return Bound(value, f"{value:g} trips", of="ours")


def _warm() -> list[Row]:
    bounds: dict[str, tuple[Bound | None, Bound | None]] = {
        "raw": (_times(1.35), _times(1.15)),
        "libcurl": (_times(1.05), _times(1.0)),
        "telnyx-go": (FASTER, None),
        "oauth4webapi": (None, None),
        "telnyx-python": (FIVE_TIMES_FASTER, None),
        "telnyx-node": (None, None),
    }
    names = {"raw": "raw C socket", "libcurl": "libcurl + cJSON"}
    work = "warm call, HTTP/1.1, one thread"
    rows = [
        Row(f"warm/{peer}", work, names.get(peer, peer), "warm/rust", f"warm/{peer}", "ns", *both)
        for peer, both in bounds.items()
    ]
    rows += [Row(f"warm/c/{peer}", f"{work}, C", names[peer], "warm/c", f"warm/{peer}", "ns", *bounds[peer]) for peer in names]
    for ours, face in (("rust", ""), ("c", "c/")):
        for peer in names:
            sides = (f"warm-shared/{ours}", f"warm-shared/{peer}")
            work = "warm call, on the server's core" + (", C" if face else "")
            rows.append(Row(f"warm-shared/{face}{peer}", work, names[peer], *sides, "ns"))
    return rows


def _cached() -> list[Row]:
    bounds = {"rust": ("Rust", 150), "c": ("C", 250), "python": ("Python", 600)}
    return [
        Row(
            f"cached/{face}",
            f"call that the cache answers, {name}",
            "",
            f"cached/{face}",
            "",
            "ns",
            Bound(limit, f"{limit} ns", "ours"),
        )
        for face, (name, limit) in bounds.items()
    ]


def _cold() -> list[Row]:
    rows = []
    for ours, face in (("cli", "command line"), ("rust", "Rust"), ("c", "C")):
        for bundle, peer, name, least, goal in (
            ("system", "libcurl", "libcurl, system CAs", _times(0.2), _times(0.12)),
            ("one", "libcurl", "libcurl, one CA", _times(0.6), _times(0.4)),
            ("system", "telnyx-go", "telnyx-go, system CAs", _times(0.6), _times(0.45)),
        ):
            sides = (f"cold-https/{ours}-{bundle}", f"cold-https/{peer}-{bundle}")
            rows.append(
                Row(f"cold-https/{ours}/{peer}-{bundle}", f"cold process, HTTPS, {face}", name, *sides, "ns", least, goal)
            )
        for peer, least, http_goal in (("libcurl", _times(0.4), _times(0.28)), ("telnyx-go", _times(0.5), None)):
            sides = (f"cold-http/{ours}", f"cold-http/{peer}")
            rows.append(Row(f"cold-http/{ours}/{peer}", f"cold process, HTTP, {face}", peer, *sides, "ns", least, http_goal))
    return rows


def _python() -> list[Row]:
    warm, cold, at_once = "warm call, Python", "cold process, import and one call, Python", "1,000 calls at once, asyncio"
    rows = [
        Row("warm-python/libcurl", warm, "libcurl + cJSON", "warm/python", "warm/libcurl", "ns", _times(1.10), _times(1.0)),
        Row("warm-python/telnyx-python", warm, "telnyx-python", "warm/python", "warm/telnyx-python", "ns", FIVE_TIMES_FASTER),
    ]
    for scheme in ("https", "http"):
        sides = (f"cold-python/ours-{scheme}", "cold-python/bare")
        bounds = (_more_milliseconds(10), _more_milliseconds(5))
        rows.append(Row(f"cold-python/bare-{scheme}", f"{cold}, {scheme.upper()}", "bare interpreter", *sides, "ns", *bounds))
    sides = ("cold-python/ours-https", "cold-python/telnyx-python")
    rows.append(Row("cold-python/telnyx-python", f"{cold}, HTTPS", "telnyx-python", *sides, "ns", FASTER))
    for peer in ("httpx", "aiohttp"):
        rows.append(Row(f"at-once/{peer}", at_once, peer, "at-once/python", f"at-once/{peer}", "per_s", MORE_PER_SECOND))
    return rows


def _threads() -> list[Row]:
    rows = []
    for ours, face, work in (("rust", "", "64 threads, one client"), ("c", "c/", "64 threads, one client in C")):
        sample = f"threads/{ours}"
        rows.append(Row(f"threads/{face}rate", f"{work}, requests", "", sample, "", "per_s", _per_second(35_000)))
        rows.append(Row(f"threads/{face}p99", f"{work}, p99", "", sample, "", "p99_ns"))
    return rows


def _discover() -> list[Row]:
    rows = []
    for scheme in ("http", "https"):
        sides = (f"discover-{scheme}/rust", f"discover-{scheme}/libcurl")
        work, name = f"discovery, {scheme.upper()}, {LATENCY_MS} ms a round trip", "libcurl, one by one"
        rows.append(Row(f"discover/round-trips/{scheme}", work, name, *sides, "round_trips", _round_trips(2.3)))
    work, sides = "1,000 discoveries, 64 at once, requests", ("discover-many/rust", "discover-many/oauth4webapi")
    return [*rows, Row("discover/throughput", work, "oauth4webapi", *sides, "per_cpu_s")]


def _space() -> list[Row]:
    work, peer = "resident memory, one HTTPS call", ("libcurl, system CAs", "cold-https/libcurl-system")
    bounds = (_megabytes(6), _megabytes(4.5))
    return [
        Row("memory", work, peer[0], "cold-https/rust-system", peer[1], "kib", *bounds),
        Row("memory/c", f"{work}, C", peer[0], "cold-https/c-system", peer[1], "kib", *bounds),
        Row("size", "command line's program, stripped", "", "size/cli", "", "bytes", _megabytes(5)),
        Row("size/c", "shared library, stripped", "", "size/c", "", "bytes", _megabytes(4), _megabytes(3)),
    ]


ROWS = [*_warm(), *_cached(), *_cold(), *_python(), *_threads(), *_discover(), *_space()]
