"""An MCP server of the Python SDK. Arguments: its port, and optionally the issuer that it trusts.

Without an issuer, the server is its own authorization server.
"""

from __future__ import annotations

import sys
from typing import Any

from mcp.server import MCPServer
from mcp.server.auth.provider import AccessToken, OAuthAuthorizationServerProvider, TokenVerifier
from mcp.server.auth.settings import AuthSettings, ClientRegistrationOptions
from pydantic import AnyHttpUrl

port, issuers = int(sys.argv[1]), sys.argv[2:]
origin = f"http://localhost:{port}"


class Provider(OAuthAuthorizationServerProvider[Any, Any, Any]):
    """Refuses all requests. A discovery needs only its metadata."""


class Verifier(TokenVerifier):
    async def verify_token(self, token: str) -> AccessToken | None:
        return None


settings = AuthSettings(
    issuer_url=AnyHttpUrl(issuers[0] if issuers else origin),
    resource_server_url=AnyHttpUrl(f"{origin}/mcp"),
    required_scopes=["tools:read"],
    client_registration_options=ClientRegistrationOptions(enabled=True),
    validate_token_resource=True,
)
if issuers:
    server = MCPServer("servers", auth=settings, token_verifier=Verifier())
else:
    server = MCPServer("servers", auth=settings, auth_server_provider=Provider())
server.run("streamable-http", host="127.0.0.1", port=port)
