"""A server that receives requests, never answers, and counts the connections that its clients close."""

from __future__ import annotations

import socket
import threading


class Listener:
    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.origin = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._changed = threading.Condition()
        self._requests = 0
        self._closed = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._socket.close()

    def wait_for_requests(self, count: int = 1) -> None:
        """Waits until this many requests have arrived."""
        with self._changed:
            assert self._changed.wait_for(lambda: self._requests >= count, 30), f"{self._requests} requests have arrived"

    def wait_for_closed_connections(self, count: int = 1) -> None:
        """Waits until this many connections with a request are closed."""
        with self._changed:
            assert self._changed.wait_for(lambda: self._closed >= count, 30), f"{self._closed} connections are closed"

    def _accept(self) -> None:
        while True:
            try:
                peer, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(peer,), daemon=True).start()

    def _serve(self, peer: socket.socket) -> None:
        with peer:
            try:
                request = b""
                while not request.endswith(b"\r\n\r\n"):
                    piece = peer.recv(65536)
                    if not piece:
                        return
                    request += piece
                self._count("_requests")
                peer.recv(1)
            except ConnectionError:
                pass
            self._count("_closed")

    def _count(self, name: str) -> None:
        with self._changed:
            setattr(self, name, getattr(self, name) + 1)
            self._changed.notify_all()
