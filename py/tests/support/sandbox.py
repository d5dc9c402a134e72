"""The embedded endpoint as a process, steered over HTTP."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
from typing import Any
from urllib.parse import urlsplit

METADATA = "/.well-known/oauth-protected-resource"
SERVER_METADATA = "/.well-known/oauth-authorization-server"
DOCUMENT = {"resource": "${origin}", "authorization_servers": ["${origin}"]}


class Sandbox:
    """One endpoint on loopback; `reset` brings its built-in routes back, and forgets the requests so far."""

    def __init__(self, program: str, *options: str) -> None:
        self._process = subprocess.Popen(
            [program, "sandbox", "--json", *options],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdout is not None
        place = json.loads(self._process.stdout.readline())
        self.http: str = place["http"]
        self.https: str = place["https"]
        self.ca_file: str = place["ca_file"]
        self._routes: list[dict[str, Any]] = []

    def stop(self) -> None:
        self._process.terminate()
        self._process.communicate()

    def reset(self) -> None:
        self._routes = []
        self._steer("DELETE", "/.sandbox/scenario")

    def route(self, path: str, *answers: dict[str, Any], **members: Any) -> None:
        """Adds a route, or replaces it; an answer is spelled as in a scenario file."""
        self._routes = [route for route in self._routes if route["path"] != path]
        self._routes.append({"path": path, "answers": answers or ({},), **members})
        self._steer("POST", "/.sandbox/scenario", json.dumps({"routes": self._routes}))

    def requests(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self._steer("GET", "/.sandbox/requests"))
        return found

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

    def _steer(self, method: str, path: str, body: str | None = None) -> bytes:
        connection = http.client.HTTPConnection(self.http.removeprefix("http://"), timeout=30)
        try:
            connection.request(method, path, body)
            answer = connection.getresponse()
            content = answer.read()
            assert answer.status < 300, content
            return content
        finally:
            connection.close()
