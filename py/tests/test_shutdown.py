"""The exit of the interpreter while calls run."""

from __future__ import annotations

import pytest
from support.listener import Listener
from support.program import finish, run, start
from support.sandbox import Sandbox

HEAD = "import asyncio, os, sys, threading, time, telnyx_oauth\norigin = sys.argv[1]\n"
DAEMON = """
def call():
    telnyx_oauth.fetch_resource_metadata(origin)
threading.Thread(target=call, daemon=True).start()
"""
LOOP = """
def loop():
    asyncio.run(telnyx_oauth.fetch_resource_metadata_async(origin))
threading.Thread(target=loop, daemon=True).start()
"""
UNFINISHED = """
import warnings
warnings.simplefilter("ignore", ResourceWarning)
loop = asyncio.new_event_loop()
async def begin():
    global task
    task = asyncio.ensure_future(telnyx_oauth.fetch_resource_metadata_async(origin))
    task._log_destroy_pending = False
    await asyncio.sleep(0.1)
loop.run_until_complete(begin())
"""


@pytest.mark.parametrize(
    "body",
    [DAEMON * 4, LOOP * 4, UNFINISHED, DAEMON + LOOP],
    ids=["daemon threads", "loops of daemon threads", "a stopped loop", "both"],
)
def test_an_exit_does_not_wait_for_calls(silent: Listener, body: str) -> None:
    for end in ("", "sys.exit(0)\n"):
        process = start(f"{HEAD}{body}sys.stdin.readline()\nprint('end', flush=True)\n{end}", silent.origin, environment={})
        silent.wait_for_requests()
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
        assert finish(process).lines() == ["end"]


def test_an_exit_during_calls_does_not_crash(sandbox: Sandbox) -> None:
    """The test runs the program several times, because a crash would be rare."""
    source = f"""{HEAD}
client = telnyx_oauth.Client()
aclient = telnyx_oauth.AsyncClient()
def busy():
    while True:
        client.fetch_resource_metadata(origin)
async def abusy():
    while True:
        await asyncio.gather(*(aclient.fetch_resource_metadata(origin) for _ in range(4)))
for _ in range(2):
    threading.Thread(target=busy, daemon=True).start()
    threading.Thread(target=asyncio.run, args=(abusy(),), daemon=True).start()
time.sleep(0.1)
print("end")
"""
    for _ in range(10):
        assert run(source, sandbox.http, environment=sandbox.environment()).lines() == ["end"]


def test_exit_handlers_and_finalizers_may_make_calls(sandbox: Sandbox) -> None:
    source = f"""{HEAD}
import atexit, weakref
client = telnyx_oauth.Client()
atexit.register(lambda: print("atexit", client.fetch_resource_metadata(origin).resource == origin))
class Last:
    def __del__(self):
        try:
            print("del", client.fetch_resource_metadata(origin).resource == origin)
        except Exception as error:
            print("del", type(error).__name__)
last = Last()
last.me = last
print(client.fetch_resource_metadata(origin).resource == origin)
"""
    found = run(source, sandbox.http, environment=sandbox.environment())
    assert (found.code, found.stderr) == (0, "")
    assert found.stdout.splitlines()[:2] == ["True", "atexit True"]


def test_a_thread_finishes_its_call_before_the_exit(sandbox: Sandbox) -> None:
    source = f"""{HEAD}
def call():
    time.sleep(0.2)
    print(telnyx_oauth.fetch_resource_metadata(origin).resource == origin)
threading.Thread(target=call).start()
"""
    assert run(source, sandbox.http, environment=sandbox.environment()).lines() == ["True"]


def test_a_client_works_after_its_module_is_removed(sandbox: Sandbox) -> None:
    source = f"""{HEAD}
client = telnyx_oauth.Client()
client.fetch_resource_metadata(origin)
for name in [name for name in sys.modules if name.startswith("telnyx_oauth")]:
    del sys.modules[name]
del telnyx_oauth
import gc
gc.collect()
print(client.fetch_resource_metadata(origin).resource == origin)
"""
    assert run(source, sandbox.http, environment=sandbox.environment()).lines() == ["True"]
