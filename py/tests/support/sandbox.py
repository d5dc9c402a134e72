"""The sandbox as a process, with routes that are added one by one."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import urlsplit

import sandbox

METADATA = "/.well-known/oauth-protected-resource"
SERVER_METADATA = "/.well-known/oauth-authorization-server"
DOCUMENT = {"resource": "${origin}", "authorization_servers": ["${origin}"]}


class Sandbox(sandbox.Sandbox):
    """One sandbox on loopback; `reset` brings its built-in routes back, and forgets the requests so far."""

    def __init__(self, program: str, *options: str) -> None:
        super().__init__(program, *options)
        self._routes: list[dict[str, Any]] = []

    def reset(self) -> None:
        self._routes = []
        super().reset()

    def route(self, path: str, *answers: dict[str, Any], **members: Any) -> None:
        """Adds a route, or replaces it; an answer is spelled as in a scenario file."""
        self._routes = [route for route in self._routes if route["path"] != path]
        self._routes.append({"path": path, "answers": answers or ({},), **members})
        self.set_scenario({"routes": self._routes})

    def named(self, name: str) -> tuple[str, dict[tuple[str, int], str]]:
        """An origin of this name under TLS, and the value of `resolve` that leads there."""
        port = urlsplit(self.https).port
        assert port
        return f"https://{name}:{port}", {(name, port): "127.0.0.1"}

    def environment(self, **more: str) -> dict[str, str]:
        """For a process that asks this endpoint where no resource is named."""
        return {
            "PATH": os.environ["PATH"],
            "TELNYX_BASE_URL": self.https,
            "SSL_CERT_FILE": self.ca_file,
            "HTTP": self.http,
            "HTTPS": self.https,
            "CA_FILE": self.ca_file,
            **more,
        }
