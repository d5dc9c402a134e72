"""10,000 calls leak neither memory nor file descriptors."""

from __future__ import annotations

import pytest
from support.program import run
from support.sandbox import DOCUMENT, METADATA, Sandbox

HEAD = """
import asyncio, gc, os, telnyx_oauth
HTTP = os.environ["HTTP"]

def resident():
    gc.collect()
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

def expect(kind, call):
    try:
        call()
    except telnyx_oauth.Error as error:
        assert error.kind == kind, error
    else:
        raise AssertionError(kind)

def growth(step, steps):
    for _ in range(steps // 2):
        step()
    before = resident()
    for _ in range(steps):
        step()
    return resident() - before
"""
SYNC = """
client = telnyx_oauth.Client()
plain = telnyx_oauth.Client(cache=False, max_retries=0)
def step():
    for _ in range(4):
        found = client.fetch_resource_metadata(HTTP + "/cached")
        found.to_dict(), found.extra, repr(found), hash(found), found.warnings
    for _ in range(3):
        plain.fetch_resource_metadata(HTTP).to_json()
    plain.discover(HTTP + "/v2/mcp", 'Bearer scope="a"').to_dict()
    expect("oauth_error", lambda: plain.fetch_resource_metadata(HTTP + "/401"))
    expect("invalid_argument", lambda: plain.fetch_resource_metadata("nowhere"))
print(growth(step, 1000))
"""
ASYNC = """
async def main():
    client = telnyx_oauth.AsyncClient(cache=False, max_retries=0)
    async def failing():
        try:
            await client.fetch_resource_metadata(HTTP + "/401")
        except telnyx_oauth.OAuthError:
            pass
    async def cancelled():
        task = asyncio.ensure_future(client.fetch_resource_metadata(HTTP + "/slow"))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
    async def step():
        good = [client.fetch_resource_metadata(HTTP) for _ in range(6)]
        await asyncio.gather(*good, failing(), failing(), cancelled(), cancelled())
    for _ in range(500):
        await step()
    before = resident()
    for _ in range(1000):
        await step()
    print(resident() - before)
asyncio.run(main())
"""
CLIENTS = """
def step():
    with telnyx_oauth.Client() as client:
        client.fetch_resource_metadata(HTTP)
    telnyx_oauth.fetch_resource_metadata(HTTP, max_retries=0)
    asyncio.run(telnyx_oauth.fetch_resource_metadata_async(HTTP, max_retries=0))
print(growth(step, 300))
"""


@pytest.mark.parametrize("body", [SYNC, ASYNC, CLIENTS], ids=["10,000 calls", "10,000 async calls", "900 clients"])
def test_calls_leak_no_memory(sandbox: Sandbox, body: str) -> None:
    sandbox.route(f"{METADATA}/cached", {"json": {**DOCUMENT, "resource": "${origin}/cached"},
                                         "headers": {"cache-control": "max-age=600"}})  # fmt: skip
    sandbox.route(f"{METADATA}/slow", {"silent": True})
    (grown,) = run(HEAD + body, environment=sandbox.environment()).lines()
    # 10,000 leaked documents of 1 KB would be 10 MB. The allocator retains far less than the limit.
    assert int(grown) < 2_000_000


def test_calls_leak_no_file_descriptors(sandbox: Sandbox) -> None:
    source = f"""{HEAD}
def step():
    with telnyx_oauth.Client() as client:
        client.fetch_resource_metadata(HTTP)
    asyncio.run(telnyx_oauth.fetch_resource_metadata_async(HTTP, max_retries=0))
def files():
    gc.collect()
    return len(os.listdir("/proc/self/fd"))
step()
before = files()
for _ in range(50):
    step()
print(files() - before)
"""
    (more,) = run(source, environment=sandbox.environment()).lines()
    assert int(more) < 10
