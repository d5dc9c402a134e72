"""Clients in forked and spawned processes."""

from __future__ import annotations

import pytest
from support.program import run
from support.sandbox import Sandbox

PRELUDE = """
import os, sys, warnings
# Python 3.12 and later warn about a fork in a process with threads. These tests fork on purpose.
warnings.simplefilter("ignore", DeprecationWarning)
import telnyx_oauth
HTTP, HTTPS = os.environ["HTTP"], os.environ["HTTPS"]
client = telnyx_oauth.Client()

def fetch_both(client=client):
    return all(client.fetch_resource_metadata(origin).resource == origin for origin in (HTTP, HTTPS))

def forked(body):
    pid = os.fork()
    if pid == 0:
        try:
            succeeded = body()
        except BaseException:
            import traceback
            traceback.print_exc()
            succeeded = False
        sys.stderr.flush()
        os._exit(0 if succeeded else 1)
    return os.waitpid(pid, 0)[1] == 0
"""


def lines(sandbox: Sandbox, source: str) -> list[str]:
    return run(PRELUDE + source, environment=sandbox.environment()).lines()


def test_a_client_works_in_parent_child_and_grandchild(sandbox: Sandbox) -> None:
    source = """
print(forked(fetch_both), fetch_both())
for _ in range(3):
    print(forked(lambda: fetch_both() and forked(lambda: fetch_both() and forked(fetch_both))), fetch_both())
"""
    assert lines(sandbox, source) == ["True True"] * 4


def test_the_shared_client_works_after_a_fork(sandbox: Sandbox) -> None:
    source = """
def call():
    return telnyx_oauth.fetch_resource_metadata().resource == HTTPS
print(forked(call), call(), forked(call), call())
"""
    assert lines(sandbox, source) == ["True True True True"]


def test_a_child_opens_its_own_connection(sandbox: Sandbox) -> None:
    source = """
def call():
    return client.fetch_resource_metadata(HTTP).resource == HTTP
print(call(), forked(call), call())
"""
    assert lines(sandbox, source) == ["True True True"]
    parent, child, parent_again = (request["connection"] for request in sandbox.requests())
    assert parent == parent_again != child


def test_a_child_that_closes_a_client_leaves_the_parents_open(sandbox: Sandbox) -> None:
    source = """
import gc
def drop():
    global client
    del client
    gc.collect()
    return True
def close():
    client.close()
    return True
print(fetch_both(), forked(drop), fetch_both(client), forked(close), fetch_both(client))
"""
    assert lines(sandbox, source) == ["True True True True True"]


def test_a_child_exits_normally(sandbox: Sandbox) -> None:
    source = """
fetch_both()
sys.stdout.flush()
pid = os.fork()
if pid == 0:
    fetch_both()
    sys.exit(7)
print(os.WEXITSTATUS(os.waitpid(pid, 0)[1]), fetch_both())
"""
    assert lines(sandbox, source) == ["7 True"]


def test_a_fork_during_calls_of_other_threads_works(sandbox: Sandbox) -> None:
    source = """
import threading
done, calls, failures = threading.Event(), [0] * 4, []
def busy(n):
    while not done.is_set():
        try:
            client.fetch_resource_metadata((HTTP, HTTPS)[n % 2])
            calls[n] += 1
        except Exception as error:
            failures.append(error)
threads = [threading.Thread(target=busy, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
print(sum(forked(fetch_both) for _ in range(40)))
done.set()
for thread in threads:
    thread.join()
print(failures, all(calls), fetch_both())
"""
    assert lines(sandbox, source) == ["40", "[] True True"]


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_multiprocessing_workers_use_a_client(sandbox: Sandbox, tmp_path, method: str) -> None:  # type: ignore[no-untyped-def]
    """The program is a file, because `spawn` imports it again."""
    program = tmp_path / "program.py"
    program.write_text(
        PRELUDE
        + f"""
import concurrent.futures, multiprocessing

def call(path):
    return client.fetch_resource_metadata(HTTP + path)

if __name__ == "__main__":
    fetch_both()
    context = multiprocessing.get_context({method!r})
    with context.Pool(2) as pool:
        print([found.resource for found in pool.map(call, ["", "/v2/mcp"] * 3)] == [HTTP, HTTP + "/v2/mcp"] * 3)
        pool.close()
        pool.join()
    with concurrent.futures.ProcessPoolExecutor(2, mp_context=context) as pool:
        print(all(found == client.fetch_resource_metadata(HTTP) for found in pool.map(call, [""] * 6)))
    print(fetch_both())
"""
    )
    source = f"import runpy; runpy.run_path({str(program)!r}, run_name='__main__')"
    if method != "fork":
        import subprocess
        import sys

        finished = subprocess.run(
            [sys.executable, str(program)], env=sandbox.environment(), capture_output=True, text=True, timeout=60
        )
        assert (finished.returncode, finished.stderr) == (0, "")
        assert finished.stdout.splitlines() == ["True"] * 3
    else:
        assert run(source, environment=sandbox.environment()).lines() == ["True"] * 3


def test_forked_workers_use_the_client_of_their_parent(sandbox: Sandbox) -> None:
    """Web servers load a program, fork workers that serve requests, and later fork more workers."""
    source = """
import threading
fetch_both()
def serve():
    results = []
    threads = [threading.Thread(target=lambda: results.append(fetch_both())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results == [True] * 4
workers = []
for _ in range(2):
    for _ in range(4):
        pid = os.fork()
        if pid == 0:
            os._exit(0 if serve() else 1)
        workers.append(pid)
    fetch_both()
print([os.waitpid(pid, 0)[1] for pid in workers])
"""
    assert lines(sandbox, source) == [str([0] * 8)]


ASYNC = """
import asyncio
aclient = telnyx_oauth.AsyncClient()
async def fetch_both_async():
    found = await asyncio.gather(*(aclient.fetch_resource_metadata(origin) for origin in (HTTP, HTTPS)))
    free = await telnyx_oauth.fetch_resource_metadata_async(HTTP)
    return [each.resource for each in found] == [HTTP, HTTPS] and free == found[0]
def run_async():
    return asyncio.run(fetch_both_async())
"""


def test_a_child_awaits_calls_of_an_async_client(sandbox: Sandbox) -> None:
    source = f"""{ASYNC}
print(forked(run_async), run_async(), forked(run_async), run_async())
print(forked(lambda: run_async() and forked(run_async)), run_async() and fetch_both())
"""
    assert lines(sandbox, source) == ["True True True True", "True True"]


def test_a_child_of_a_running_loop_runs_its_own_loop(sandbox: Sandbox) -> None:
    source = f"""{ASYNC}
import threading
async def main():
    before = await fetch_both_async()
    pending = asyncio.ensure_future(fetch_both_async())
    await asyncio.sleep(0)
    def in_thread():
        # The child needs a new loop, in another thread: the parent's loop is running in this one.
        results = []
        thread = threading.Thread(target=lambda: results.append(run_async()))
        thread.start()
        thread.join()
        return results == [True]
    child = forked(in_thread)
    return before, child, await pending, await fetch_both_async()
print(*asyncio.run(main()))
"""
    assert lines(sandbox, source) == ["True True True True"]
