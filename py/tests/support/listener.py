"""A server that takes requests, answers nothing, and tells when its client has gone."""

from __future__ import annotations

import socket
import threading


class Listener:
    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.origin = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._changed = threading.Condition()
        self._asked = 0
        self._gone = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._socket.close()

    def wait_asked(self, count: int = 1) -> None:
        """Until so many requests have come."""
        with self._changed:
            assert self._changed.wait_for(lambda: self._asked >= count, 30), f"{self._asked} requests came"

    def wait_gone(self, count: int = 1) -> None:
        """Until so many of their connections are closed."""
        with self._changed:
            assert self._changed.wait_for(lambda: self._gone >= count, 30), f"{self._gone} connections were closed"

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
                self._note("_asked")
                peer.recv(1)
            except ConnectionError:
                pass
            self._note("_gone")

    def _note(self, name: str) -> None:
        with self._changed:
            setattr(self, name, getattr(self, name) + 1)
            self._changed.notify_all()
