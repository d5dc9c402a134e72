"""The protected resource of the recipes: an MCP server of FastMCP. Arguments: its port and the issuer that it trusts.

It accepts access tokens of this issuer that are for this resource and have the scope `tools:read`.
"""

from __future__ import annotations

import sys

from fastmcp import FastMCP
from fastmcp.server.auth import RemoteAuthProvider
from fastmcp.server.auth.providers.jwt import JWTVerifier
from pydantic import AnyHttpUrl

port, issuer = int(sys.argv[1]), sys.argv[2]
origin = f"http://localhost:{port}"
verifier = JWTVerifier(jwks_uri=f"{issuer}/jwks", issuer=issuer, audience=f"{origin}/mcp", required_scopes=["tools:read"])
auth = RemoteAuthProvider(verifier, authorization_servers=[AnyHttpUrl(issuer)], base_url=origin)
server = FastMCP("recipes", auth=auth)


@server.tool
def greet(name: str) -> str:
    return f"Hello, {name}"


server.run(transport="http", host="127.0.0.1", port=port, show_banner=False, stateless_http=True)
