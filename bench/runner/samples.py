"""The samples. A sample is the work of one worker, which is measured once in each round."""

from __future__ import annotations

import os
from dataclasses import dataclass

from runner import tools
from runner.delayed_sandbox import DelayedSandbox
from runner.server import Server


@dataclass(frozen=True)
class Sample:
    name: str
    worker: str
    arguments: tuple[str, ...]
    fields: tuple[str, ...]
    """The names of the printed numbers: keys of `SCALE` in measure.py."""
    launches: int = 0
    """The number of processes to start in a round. If 0, the worker measures its own calls."""
    ca_file: str = ""
    """The value of SSL_CERT_FILE, if not empty."""
    cpus: frozenset[int] = frozenset()
    """The CPUs that the worker may use. If empty, all CPUs."""
    calls: tuple[int, int] | None = None
    """Two numbers of calls to count the instructions of. The difference excludes the start and the end of the process."""
    in_sandbox: bool = False
    """True if the server is the sandbox of the command line."""

    @property
    def group(self) -> str:
        """The name of the group. The samples of a group run next to each other in each round."""
        return self.name.split("/")[0]

    def needs(self) -> list[str]:
        """Returns the workers that the sample needs."""
        return [self.worker, *(["launch"] if self.launches else []), *(["cli"] if self.in_sandbox else [])]

    def environment(self) -> dict[str, str]:
        """Returns the environment of the worker, without the proxies, the base URL and the API key of the caller."""
        environment = {"PATH": tools.search_path(), "HOME": os.environ.get("HOME", "/")}
        return {**environment, "SSL_CERT_FILE": self.ca_file} if self.ca_file else environment


def all_samples(server: Server, sandbox: DelayedSandbox, quick: bool) -> list[Sample]:
    return [
        *_warm(server, quick),
        *_instructions(server, quick),
        *_cold_https(server, quick),
        *_cold_http(server, quick),
        *_threads(server, quick),
        *_round_trips(sandbox, quick),
        *_throughput(server),
        *_python(server, quick),
    ]


def _warm(server: Server, quick: bool) -> list[Sample]:
    """A call that wakes an idle core takes four times as long as a call to a server on the same core. The system would move
    workers between cores, so both cases are measured separately, on fixed CPUs. Go, Node and Python have several threads, so
    they may use all CPUs."""
    one_thread = {"raw": 10_000, "libcurl": 10_000, "rust": 10_000, "c": 10_000}
    several_threads = {"telnyx-go": 3000, "oauth4webapi": 1000, "telnyx-python": 600, "telnyx-node": 600}

    def sample(group: str, worker: str, count: int, cpus: frozenset[int] = frozenset()) -> Sample:
        arguments = ("warm", server.http, str(count // 3 if quick else count))
        return Sample(f"{group}/{worker}", worker, arguments, ("ns",), cpus=cpus)

    return [
        *(Sample(f"cached/{worker}", worker, ("cached", server.http, "1000000"), ("ns",)) for worker in ("rust", "c")),
        *(sample("warm", worker, count, server.other_cpus) for worker, count in one_thread.items()),
        *(sample("warm", worker, count) for worker, count in several_threads.items()),
        *(sample("warm-shared", worker, count, server.cpus) for worker, count in one_thread.items()),
    ]


def _instructions(server: Server, quick: bool) -> list[Sample]:
    """The number of instructions does not depend on the load of the machine. Python makes fewer calls, because its peer
    needs millions of instructions for a call, and minutes for its import."""
    calls = {"libcurl": (1000, 3000), "rust": (1000, 3000), "c": (1000, 3000)}
    if not quick:
        calls |= {"python": (100, 300), "telnyx-python": (10, 30)}
    return [
        Sample(f"instructions/{worker}", worker, ("warm", server.http), ("instructions",), calls=counts)
        for worker, counts in calls.items()
    ]


def _cold_https(server: Server, quick: bool) -> list[Sample]:
    samples = []
    for bundle, ca in (("system", str(server.system_ca)), ("one", str(server.bench_ca))):
        ours = {"cli": ("fetch", "--json", server.https), "rust": ("cold", server.https), "c": ("cold", server.https)}
        peers = {"libcurl": ("cold", server.https, ca), "telnyx-go": ("cold", server.https, ca)}
        for worker, arguments in {**ours, **peers}.items():
            name = f"cold-https/{worker}-{bundle}"
            samples.append(Sample(name, worker, arguments, ("ns", "kib"), 5 if quick else 11, ca))
    return samples


def _cold_http(server: Server, quick: bool) -> list[Sample]:
    workers: dict[str, tuple[str, ...]] = {"cli": ("fetch", "--json", server.http)}
    workers.update(dict.fromkeys(("rust", "c", "libcurl", "telnyx-go"), ("cold", server.http)))
    return [
        Sample(f"cold-http/{worker}", worker, arguments, ("ns", "kib"), 5 if quick else 21)
        for worker, arguments in workers.items()
    ]


def _threads(server: Server, quick: bool) -> list[Sample]:
    arguments = ("threads", server.http, "64", "1" if quick else "2")
    return [Sample(f"threads/{worker}", worker, arguments, ("per_s", "p99_ns")) for worker in ("rust", "c")]


def _round_trips(sandbox: DelayedSandbox, quick: bool) -> list[Sample]:
    count, ca = "3" if quick else "7", str(sandbox.ca)
    samples = []
    for scheme, origin in (("http", sandbox.http), ("https", sandbox.https)):
        for worker, arguments in {"rust": ("discover", origin, count), "libcurl": ("discover", origin, count, ca)}.items():
            name = f"discover-{scheme}/{worker}"
            samples.append(Sample(name, worker, arguments, ("round_trips",), ca_file=ca, in_sandbox=True))
    return samples


def _throughput(server: Server) -> list[Sample]:
    arguments = ("discover-many", server.http, "1000", "64")
    return [Sample(f"discover-many/{worker}", worker, arguments, ("per_s", "per_cpu_s")) for worker in ("rust", "oauth4webapi")]


def _python(server: Server, quick: bool) -> list[Sample]:
    """The cold samples are a group with their peers. The warm samples belong to the groups of the other languages."""
    ca, bench_ca = str(server.system_ca), str(server.bench_ca)
    fields, launches = ("ns", "kib"), 3 if quick else 11
    warm = ("warm", server.http, str(3_000 if quick else 10_000))
    rounds = {"python": 5, "aiohttp": 5, "httpx": 1}
    return [
        Sample("warm/python", "python", warm, ("ns",), cpus=server.other_cpus),
        Sample("cached/python", "python", ("cached", server.http, "1000000"), ("ns",)),
        Sample("cold-python/ours-https", "python-cold", ("cold", server.https), fields, launches, ca),
        Sample("cold-python/ours-http", "python-cold", ("cold", server.http), fields, launches),
        Sample("cold-python/bare", "bare-python", (), fields, launches),
        Sample("cold-python/telnyx-python", "telnyx-python", ("cold", server.https, bench_ca), fields, 1 if quick else 3, ca),
        *(
            Sample(f"at-once/{worker}", worker, ("at-once", server.http, "1000", str(count)), ("per_s",))
            for worker, count in rounds.items()
        ),
    ]
