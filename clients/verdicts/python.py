"""Runs the discovery of the MCP Python SDK.

Reads lines of JSON with `url`, and prints the end of each discovery as a line of JSON.
"""

from __future__ import annotations

import json
import logging
import sys
from urllib.parse import urlsplit

import anyio
import httpx2
from mcp.client.auth import OAuthClientProvider, OAuthFlowError
from mcp.shared._httpx_utils import create_mcp_http_client, request_within_origin
from mcp.shared.auth import OAuthClientInformationFull, OAuthClientMetadata

REDIRECT = "https://client.example/callback"
INITIALIZE = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "client", "version": "1"}},
}
REASONS = {"does not match expected": "resource", "issuer mismatch": "issuer", "metadata request failed": "status"}


class Opened(Exception):
    """The client opens the authorization endpoint, and this program ends its discovery."""


class Storage:
    """A client that is registered, and that has no token."""

    async def get_tokens(self) -> None:
        return None

    async def set_tokens(self, tokens: object) -> None:
        pass

    async def get_client_info(self) -> OAuthClientInformationFull:
        return OAuthClientInformationFull(client_id="client", redirect_uris=[REDIRECT])

    async def set_client_info(self, client_info: object) -> None:
        pass


async def open_url(url: str) -> None:
    raise Opened(url)


async def no_callback() -> None:
    raise AssertionError("the discovery ended")


def reason(error: Exception) -> str:
    if isinstance(error, OAuthFlowError):
        return next((name for words, name in REASONS.items() if words in str(error)), str(error))
    if isinstance(error, (httpx2.InvalidURL, httpx2.UnsupportedProtocol)) or "location header" in str(error):
        return "url"
    return "no_answer" if isinstance(error, (httpx2.TransportError, httpx2.TooManyRedirects)) else repr(error)


async def end(url: str) -> dict:
    provider = OAuthClientProvider(url, OAuthClientMetadata(redirect_uris=[REDIRECT]), Storage(), open_url, no_callback)
    try:
        async with create_mcp_http_client(auth=provider) as client:
            await request_within_origin(client, "POST", url, json=INITIALIZE)
    except Opened as opened:
        context = provider.context
        parts = urlsplit(str(opened))
        return {
            "end": "found",
            "issuer": provider._expected_issuer(),
            "authorization_endpoint": f"{parts.scheme}://{parts.netloc}{parts.path}",
            "resource_metadata": context.protected_resource_metadata is not None,
            "server_metadata": context.oauth_metadata is not None,
        }
    except Exception as error:
        return {"end": "stopped", "reason": reason(error), "message": str(error)}
    return {"end": "stopped", "reason": "not_challenged"}


logging.disable()
for line in sys.stdin:
    print(json.dumps(anyio.run(end, json.loads(line)["url"])), flush=True)
