"""Calls that run while their thread checks for signals."""

from __future__ import annotations

import os

import pytest
from support.sandbox import Sandbox

import telnyx_oauth

CALLS = 300


@pytest.mark.parametrize("latency", [48, 49])
def test_checking_for_signals_loses_no_request(latency: int) -> None:
    # A call checks for signals every 50 ms. With this latency, most calls are between two requests then.
    sandbox = Sandbox(os.environ["TELNYX_OAUTH"], "--latency", str(latency))
    try:
        client = telnyx_oauth.Client(ca_file=sandbox.ca_file, timeout=20, cache=False)
        lost = []
        for number in range(CALLS):
            found = client.discover(sandbox.http)
            if any(server.metadata is None for server in found.authorization_servers):
                lost.append(number)
        assert lost == []
        # Each call requests the probe, the resource's document and the server's document.
        assert len(sandbox.requests()) == 3 * CALLS
    finally:
        sandbox.stop()
