"""The sandbox as a process. Tests add routes one by one."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import urlsplit

import sandbox

METADATA = "/.well-known/oauth-protected-resource"
SERVER_METADATA = "/.well-known/oauth-authorization-server"
DOCUMENT = {"resource": "${origin}", "authorization_servers": ["${origin}"]}


class Sandbox(sandbox.Sandbox):
    """A sandbox on loopback. `reset` restores its built-in routes, and clears the list of requests."""

    def __init__(self, program: str, *options: str) -> None:
        super().__init__(program, *options)
        self._routes: list[dict[str, Any]] = []

    def reset(self) -> None:
        self._routes = []
        super().reset()

    def route(self, path: str, *answers: dict[str, Any], **members: Any) -> None:
        """Adds or replaces a route. An answer has the format of a scenario file."""
        self._routes = [route for route in self._routes if route["path"] != path]
        self._routes.append({"path": path, "answers": answers or ({},), **members})
        self.set_scenario({"routes": self._routes})

    def named(self, name: str) -> tuple[str, dict[tuple[str, int], str]]:
        """Returns the https origin with this host name, and the value of `resolve` for it."""
        port = urlsplit(self.https).port
        assert port
        return f"https://{name}:{port}", {(name, port): "127.0.0.1"}

    def environment(self, **more: str) -> dict[str, str]:
        """Returns the environment of a process whose default resource is this sandbox."""
        return {
            "PATH": os.environ["PATH"],
            "TELNYX_BASE_URL": self.https,
            "SSL_CERT_FILE": self.ca_file,
            "HTTP": self.http,
            "HTTPS": self.https,
            "CA_FILE": self.ca_file,
            **more,
        }
