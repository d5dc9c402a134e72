"""Calls that are under way when their thread asks for signals."""

from __future__ import annotations

import os

import pytest
from support.sandbox import Sandbox

import telnyx_oauth

CALLS = 300


@pytest.mark.parametrize("latency", [48, 49])
def test_no_request_is_lost_where_answers_come_when_signals_are_asked_for(latency: int) -> None:
    # A call asks for signals every 50 ms: at that moment, most of these are between two requests.
    sandbox = Sandbox(os.environ["TELNYX_OAUTH"], "--latency", str(latency))
    try:
        client = telnyx_oauth.Client(ca_file=sandbox.ca_file, timeout=20, cache=False)
        lost = []
        for number in range(CALLS):
            found = client.discover(sandbox.http)
            if any(server.metadata is None for server in found.authorization_servers):
                lost.append(number)
        assert lost == []
        # The probe, the document and the server's document.
        assert len(sandbox.requests()) == 3 * CALLS
    finally:
        sandbox.stop()
