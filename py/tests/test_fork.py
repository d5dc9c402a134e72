"""Processes that are forked or spawned, with clients that came along."""

from __future__ import annotations

import pytest
from support.program import run
from support.sandbox import Sandbox

CHILD = """
import os, sys, warnings
# Later versions of Python warn of a fork amid threads, which is what is tested.
warnings.simplefilter("ignore", DeprecationWarning)
import telnyx_oauth
HTTP, HTTPS = os.environ["HTTP"], os.environ["HTTPS"]
client = telnyx_oauth.Client()

def both(client=client):
    return all(client.fetch_resource_metadata(origin).resource == origin for origin in (HTTP, HTTPS))

def forked(body):
    pid = os.fork()
    if pid == 0:
        try:
            good = body()
        except BaseException:
            import traceback
            traceback.print_exc()
            good = False
        sys.stderr.flush()
        os._exit(0 if good else 1)
    return os.waitpid(pid, 0)[1] == 0
"""


def lines(sandbox: Sandbox, source: str) -> list[str]:
    return run(CHILD + source, environment=sandbox.environment()).lines()


def test_before_between_and_in_grandchildren(sandbox: Sandbox) -> None:
    source = """
print(forked(both), both())
for _ in range(3):
    print(forked(lambda: both() and forked(lambda: both() and forked(both))), both())
"""
    assert lines(sandbox, source) == ["True True"] * 4


def test_the_shared_client(sandbox: Sandbox) -> None:
    source = """
def call():
    return telnyx_oauth.fetch_resource_metadata().resource == HTTPS
print(forked(call), call(), forked(call), call())
"""
    assert lines(sandbox, source) == ["True True True True"]


def test_a_child_shares_no_connection(sandbox: Sandbox) -> None:
    source = """
def call():
    return client.fetch_resource_metadata(HTTP).resource == HTTP
print(call(), forked(call), call())
"""
    assert lines(sandbox, source) == ["True True True"]
    parents, childs, again = (request["connection"] for request in sandbox.requests())
    assert parents == again != childs


def test_a_client_that_a_child_drops_or_closes_stays_the_parents(sandbox: Sandbox) -> None:
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
print(both(), forked(drop), both(client), forked(close), both(client))
"""
    assert lines(sandbox, source) == ["True True True True True"]


def test_an_ordinary_exit_of_a_child(sandbox: Sandbox) -> None:
    source = """
both()
sys.stdout.flush()
pid = os.fork()
if pid == 0:
    both()
    sys.exit(7)
print(os.WEXITSTATUS(os.waitpid(pid, 0)[1]), both())
"""
    assert lines(sandbox, source) == ["7 True"]


def test_forks_amid_the_calls_of_other_threads(sandbox: Sandbox) -> None:
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
print(sum(forked(both) for _ in range(40)))
done.set()
for thread in threads:
    thread.join()
print(failures, all(calls), both())
"""
    assert lines(sandbox, source) == ["40", "[] True True"]


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_multiprocessing(sandbox: Sandbox, tmp_path, method: str) -> None:  # type: ignore[no-untyped-def]
    """A program in a file: `spawn` imports it again."""
    program = tmp_path / "program.py"
    program.write_text(
        CHILD
        + f"""
import concurrent.futures, multiprocessing

def call(path):
    return client.fetch_resource_metadata(HTTP + path)

if __name__ == "__main__":
    both()
    context = multiprocessing.get_context({method!r})
    with context.Pool(2) as pool:
        print([found.resource for found in pool.map(call, ["", "/v2/mcp"] * 3)] == [HTTP, HTTP + "/v2/mcp"] * 3)
        pool.close()
        pool.join()
    with concurrent.futures.ProcessPoolExecutor(2, mp_context=context) as pool:
        print(all(found == client.fetch_resource_metadata(HTTP) for found in pool.map(call, [""] * 6)))
    print(both())
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


def test_a_server_that_forks_its_workers_beforehand(sandbox: Sandbox) -> None:
    """As web servers do: the program is loaded and used once, then many workers serve requests, some are replaced."""
    source = """
import threading
both()
def serve():
    results = []
    threads = [threading.Thread(target=lambda: results.append(both())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results == [True] * 4
workers = []
for generation in range(2):
    for _ in range(4):
        pid = os.fork()
        if pid == 0:
            os._exit(0 if serve() else 1)
        workers.append(pid)
    both()
print([os.waitpid(pid, 0)[1] for pid in workers])
"""
    assert lines(sandbox, source) == [str([0] * 8)]


ASYNC = """
import asyncio
aclient = telnyx_oauth.AsyncClient()
async def aboth():
    found = await asyncio.gather(*(aclient.fetch_resource_metadata(origin) for origin in (HTTP, HTTPS)))
    free = await telnyx_oauth.fetch_resource_metadata_async(HTTP)
    return [each.resource for each in found] == [HTTP, HTTPS] and free == found[0]
def arun():
    return asyncio.run(aboth())
"""


def test_await_fork_await_in_the_child(sandbox: Sandbox) -> None:
    source = f"""{ASYNC}
print(forked(arun), arun(), forked(arun), arun())
print(forked(lambda: arun() and forked(arun)), arun() and both())
"""
    assert lines(sandbox, source) == ["True True True True", "True True"]


def test_a_fork_inside_a_running_loop(sandbox: Sandbox) -> None:
    source = f"""{ASYNC}
import threading
async def main():
    before = await aboth()
    pending = asyncio.ensure_future(aboth())
    await asyncio.sleep(0)
    def in_thread():
        # A loop of its own: the parent's is not the child's to run.
        good = []
        thread = threading.Thread(target=lambda: good.append(arun()))
        thread.start()
        thread.join()
        return good == [True]
    child = forked(in_thread)
    return before, child, await pending, await aboth()
print(*asyncio.run(main()))
"""
    assert lines(sandbox, source) == ["True True True True"]
