"""An MCP server of FastMCP. Arguments: its auth provider, its port, and the issuer that it trusts.

With `RemoteAuthProvider`, the server accepts access tokens of this issuer that are for this resource and have the scope
`tools:read`. It keeps no sessions, so that it accepts a request without `initialize`.
"""

from __future__ import annotations

import sys

from fastmcp import FastMCP
from fastmcp.server.auth import AuthProvider, OAuthProxy, RemoteAuthProvider
from fastmcp.server.auth.providers.in_memory import InMemoryOAuthProvider
from fastmcp.server.auth.providers.jwt import JWTVerifier
from fastmcp.server.auth.providers.keycloak import KeycloakAuthProvider
from pydantic import AnyHttpUrl

provider, port, issuer = sys.argv[1], int(sys.argv[2]), sys.argv[3]
origin = f"http://localhost:{port}"
scopes = ["tools:read"]
verifier = JWTVerifier(jwks_uri=f"{issuer}/jwks", issuer=issuer, audience=f"{origin}/mcp", required_scopes=scopes)


def auth() -> AuthProvider:
    if provider == "RemoteAuthProvider":
        return RemoteAuthProvider(verifier, authorization_servers=[AnyHttpUrl(issuer)], base_url=origin)
    if provider == "KeycloakAuthProvider":
        return KeycloakAuthProvider(realm_url=issuer, base_url=origin)
    if provider == "InMemoryOAuthProvider":
        return InMemoryOAuthProvider(base_url=origin, required_scopes=scopes)
    if provider == "OAuthProxy":
        return OAuthProxy(
            upstream_authorization_endpoint=f"{issuer}/auth",
            upstream_token_endpoint=f"{issuer}/token",
            upstream_client_id="proxy",
            upstream_client_secret="secret",
            token_verifier=verifier,
            base_url=origin,
            jwt_signing_key="key",
        )
    if provider == "JWTVerifier":
        return verifier
    sys.exit(f"unknown auth provider: {provider}")


server = FastMCP("servers", auth=auth())


@server.tool
def greet(name: str) -> str:
    return f"Hello, {name}"


stateless = provider == "RemoteAuthProvider"
server.run(transport="http", host="127.0.0.1", port=port, show_banner=False, stateless_http=stateless)
